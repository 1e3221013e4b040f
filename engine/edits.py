"""Edits carried out on a text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ..grammar.diagnostics import Edit


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    parts, end = [], 0
    for edit in sorted(edits, key=_place):
        parts += [text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*parts, text[end:]])


def original(edits: Iterable[Edit], offset: int) -> int:
    """Where an offset into the text after edits lay before them; what an edit wrote lay where the
    edit began."""
    shift = 0
    for edit in sorted(edits, key=_place):
        start = edit.span.start + shift
        if offset < start + len(edit.text):
            return min(offset - shift, edit.span.start)
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset - shift


def overlapping(edits: Iterable[Edit]) -> bool:
    """Whether two edits want to change the same text, or to insert at the same place."""
    spans = sorted((edit.span.start, edit.span.end) for edit in edits)
    return any(after[0] < before[1] or after == before for before, after in pairwise(spans))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end
