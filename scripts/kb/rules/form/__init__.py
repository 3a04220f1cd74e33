"""Rules on how things are written."""
