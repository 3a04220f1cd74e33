"""Ideas that every stage shares, each with one home."""
