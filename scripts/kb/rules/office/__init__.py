"""Rules on posts and who holds them."""
