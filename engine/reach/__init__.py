"""What can be proved of a policy from its text alone: the range of every value, and what follows."""
