"""Rules on counts and ordinals."""
