"""The locked sources: fingerprints of their sentences, and whether the ledger covers them."""
