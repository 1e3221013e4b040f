"""How many columns a text takes: characters of East Asian width take two."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

#: A block that was written on one line is opened when that line would be wider.
WIDEST = 100


def width(text: str) -> int:
    """The columns of one line of text."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
