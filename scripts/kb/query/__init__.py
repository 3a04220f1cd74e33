"""Questions that the ledger answers."""
