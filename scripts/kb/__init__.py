"""The knowledge base: facts read from the ledger, held against prose and against themselves."""
