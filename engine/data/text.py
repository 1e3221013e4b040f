"""Spelling of cells: what counts as the same name, as a wide form, and as nothing at all."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ...grammar.characters import NARROW, UNSEEN

_PLAIN: dict[int, str | None] = {**NARROW, **{ord(char): None for char in UNSEEN}}


def plain(text: str) -> str:
    """Full-width forms narrowed, invisible characters and outer spaces removed.

    Not NFKC: that would read 10² as 102 and ① as 1.
    """
    return text.strip() if text.isascii() else text.translate(_PLAIN).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form in which two names are compared: NFKC, plain, without any space."""
    return "".join(plain(unicodedata.normalize("NFKC", text)).split())


def is_missing(text: str) -> bool:
    """Whether a plain text stands for “nothing”: empty, strokes, a slash, 无."""
    return text in {"", "/", "无"} or not text.strip("-")


def nothing(text: str) -> str:
    """The form in which words for “none” are compared: as names are, a run of strokes as one."""
    folded = fold(text)
    return folded if folded.strip("-") else folded[:1]


def has_wide(text: str) -> bool:
    """Whether a number was typed with full-width characters."""
    return not text.isascii() and any("\uff01" <= char <= "\uff5e" for char in text)


def column_letter(number: int) -> str:
    """The workbook letter of a column counted from 1: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
