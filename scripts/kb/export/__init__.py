"""The ledger for programs, and what of it is printed."""
