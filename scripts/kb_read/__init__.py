"""Reading by a second person: what a reader is given, what is planted in it, and what came of it."""
