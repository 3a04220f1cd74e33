"""Planted errors: deliberate mistakes in copies of the real content, to see whether the rules notice."""
