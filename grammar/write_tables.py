"""Writes ``policy.tables`` after a change of the grammar: ``python -m guiju.grammar.write_tables``.

A module of its own, because what it pickles must come from ``tables`` and not from ``__main__``.
"""

from __future__ import annotations

from pathlib import Path

from .tables import FILE, write

if __name__ == "__main__":
    write(Path(__file__).with_name(FILE))
