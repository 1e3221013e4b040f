"""What a policy proves by its text alone: the range of every value, and what follows from it."""
