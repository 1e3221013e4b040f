"""Explanations: a unit's figure taken apart into lines that add up to it exactly."""
