"""What a sentence says happened, between whom and whether, against what its sources are on record for."""
