"""Rows against each other: keys and groups that must not repeat."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ...grammar.diagnostics import Argument, Cell, Code, Label, Text
from .contract import TableSpec
from .findings import Findings
from .parts import Part
from .tables import Gap, Value, raw_text
from .text import fold


def repeats(columns: Sequence[Sequence[Value]]) -> list[tuple[int, int]]:
    """The rows that repeat an earlier one, each with that one. A gap repeats nothing."""
    first: dict[tuple[object, ...], int] = {}
    found = []
    for row, values in enumerate(zip(*columns, strict=True)):
        if any(isinstance(value, Gap) for value in values):
            continue
        earlier = first.setdefault(tuple(map(_comparable, values)), row)
        if earlier != row:
            found.append((row, earlier))
    return found


def _comparable(value: Value) -> object:
    return fold(value) if isinstance(value, str) else value


def check_unique(
    spec: TableSpec, part: Part, code: Code, group: Sequence[str], findings: Findings
) -> list[int]:
    """Reports the rows of a part that repeat a group of columns, and returns them."""
    if not group or any(name not in part.header.places for name in group):
        return []
    columns = [part.columns[name] for name in group]
    found = repeats(columns)
    for row, earlier in found:
        first = part.cell(group[-1], earlier)
        values = "、".join(raw_text(column[row]) for column in columns)
        details = partial(_details, spec, group, values, first)
        label = Label(first, Text("先出现在这里", "first here"))
        place = part.cell(group[-1], row)
        findings.cell(code, place, part.order(group[-1], row), details, (label,))
    return [row for row, _ in found]


def _details(
    spec: TableSpec, group: Sequence[str], values: str, first: Cell
) -> dict[str, Argument]:
    columns = "、".join(f"“{name}”" for name in group)
    return {"table": spec.name, "columns": columns, "found": values, "first": first.row}
