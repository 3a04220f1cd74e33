"""Benchmarks: made-up content of any size, and what reading it and judging it costs."""
