"""Values drawn under the line they belong to, each below its own name."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from rich.cells import cell_len

from .carets import View

_BAR = "│"


@frozen
class Mark:
    """A value and the column, from 0, of the name it belongs to."""

    column: int
    text: str


def drawn_rows(shown: View, marks: list[Mark]) -> Iterator[str]:
    """The rows under a shown line: a bar under each name, then the values, as many in a row as
    have room, those on the right first. What was cut off has none."""
    waiting = [mark for mark in marks if shown.start <= mark.column < shown.end]
    if waiting:
        yield _row(shown, [(mark.column, _BAR) for mark in waiting])
    while waiting:
        placed = _fitting(shown, waiting)
        texts = [(m.column, m.text if m in placed else _BAR) for m in waiting]
        yield _row(shown, texts)
        waiting = [mark for mark in waiting if mark not in placed]


def _fitting(shown: View, waiting: list[Mark]) -> list[Mark]:
    """The values that fit beside one another, from the right; each must end before the next."""
    placed: list[Mark] = []
    limit: int | None = None
    for mark in reversed(waiting):
        start = _cells(shown, mark.column)
        if limit is None or start + cell_len(mark.text) < limit:
            placed.append(mark)
        limit = start
    return placed


def _cells(shown: View, column: int) -> int:
    """How far a column stands from the left, in cells."""
    return sum(map(cell_len, shown.units[shown.start : column]))


def _row(shown: View, texts: list[tuple[int, str]]) -> str:
    """Texts under their columns. Between them every character has a blank of its own width, so
    that they stand right even where a font does not keep to the grid."""
    row, place = " " * len(shown.lead), shown.start
    for column, text in texts:
        while place < column:
            row += "　" if cell_len(shown.units[place]) == 2 else " " * cell_len(shown.units[place])
            place += 1
        row += text
        room = cell_len(text)
        while room > 0 and place < shown.end:
            room -= cell_len(shown.units[place])
            place += 1
        row += " " * -room
    return row.rstrip()
