"""Rules on ids and what they stand for."""
