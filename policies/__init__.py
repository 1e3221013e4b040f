"""Shipped policies, with their notes, sample data and expected results."""
