"""What a sentence says happened, between whom, whether and in which order, against what its sources are on record for."""
