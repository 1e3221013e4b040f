"""Reads the files of a data folder into sheets of raw cells, and these into typed tables."""

from .folder import read_folder
from .load import load_data

__all__ = ["load_data", "read_folder"]
