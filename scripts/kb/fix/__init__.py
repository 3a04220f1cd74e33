"""What has one right answer by the ledger, put right."""
