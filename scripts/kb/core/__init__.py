"""The words that every stage uses: marks, findings, dates, places, and the nouns of the ledger."""
