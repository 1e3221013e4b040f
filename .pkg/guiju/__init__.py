"""Guiju 规矩: write an annual evaluation policy as text, check it, run it, explain it."""

__version__ = "0.1.0"
