"""Text to mentions: numbers, dates, units, durations and stems; knows no ledger."""
