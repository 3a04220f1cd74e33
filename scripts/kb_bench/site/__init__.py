"""Benchmarks of the site: what it costs to build beside stock Sphinx, after one edit, and as it grows."""
