"""The words and patterns of each language, and nothing else."""
