"""Rules on the checker itself and its exceptions."""
