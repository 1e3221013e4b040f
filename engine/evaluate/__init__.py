"""Running a plan: exact values for every operation, and what went wrong on the way."""
