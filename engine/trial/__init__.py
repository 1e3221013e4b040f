"""Worked examples of a policy: run, compared with what they say, and what they leave untried."""
