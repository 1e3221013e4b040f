"""The text of a document as it is searched: one spelling of every mark, lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from ...grammar.characters import NARROW, UNSEEN
from ...grammar.source import Span

#: As in policies, but the Chinese comma stays itself: ``1，000`` is two numbers, ``1,000`` is one.
_NARROW = {point: mark for point, mark in NARROW.items() if mark != ","}
_DROPPED = re.compile(rf"[\s{UNSEEN}“”\"‘’「」『』]")
#: Signs of Markdown that only dress the text; ``20**年`` is a masked year and no emphasis.
_DRESS = re.compile(r"(?<![\d*])\*+|\*+(?![*年])|`")


def narrow(text: str) -> str:
    """Full-width digits, letters and marks as half-width ones, one character for one."""
    return text.translate(_NARROW)


@frozen
class Passage:
    """Words of the document without blanks, line ends, quotation marks; ``\\n`` ends a paragraph.

    ``places`` holds the offset of every character in the document.
    """

    text: str
    places: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Where a range of this text stands in the document."""
        return Span(self.places[start], self.places[max(end - 1, start)] + 1)


def passage(narrowed: str, paragraphs: Iterable[Iterable[Span]]) -> Passage:
    """The paragraphs, each made of pieces of the narrowed document, as one passage."""
    chars: list[str] = []
    places: list[int] = []
    for pieces in paragraphs:
        for piece in pieces:
            _append(narrowed, piece, chars, places)
        if chars:
            chars.append("\n")
            places.append(places[-1])
    return Passage("".join(chars), tuple(places))


def plain(text: str) -> str:
    """Any text in the same form, for looking it up in a passage."""
    chars: list[str] = []
    narrowed = narrow(text)
    _append(narrowed, Span(0, len(narrowed)), chars, [])
    return "".join(chars)


def _append(narrowed: str, piece: Span, chars: list[str], places: list[int]) -> None:
    """Blanks are dropped, except one between two Latin letters or digits."""
    text = narrowed[piece.start : piece.end]
    dressed = {i for found in _DRESS.finditer(text) for i in range(*found.span())}
    gap = False
    for offset, char in enumerate(text):
        if offset in dressed:
            continue
        if _DROPPED.match(char):
            gap = char.isspace() or gap
            continue
        if gap and chars and _latin(chars[-1]) and _latin(char):
            chars.append(" ")
            places.append(piece.start + offset - 1)
        gap = False
        chars.append(char)
        places.append(piece.start + offset)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
