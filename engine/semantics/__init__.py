"""Meaning of the text: declarations, names, types. Stages return values and findings."""
