"""The rules there are, what they ask for, and what may be excused."""
