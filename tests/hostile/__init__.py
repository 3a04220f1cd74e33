"""What strangers and hurried writers may hand in, laid over a small repository with the real configuration."""
