"""A mention, its sentence and the candidates to a verdict."""
