"""What everything else rests on: values that know nothing of files, of pages or of the ledger."""
