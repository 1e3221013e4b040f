"""Rows of an example that belong to no row given: they would be left out without a word."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..data.tables import Gap
from ..evaluate.interpret import Run
from ..explain.numbers import value_text
from . import codes
from .dataset import Rows
from .example import Example


def orphans(run: Run, rows: Rows, example: Example) -> Iterator[Diagnostic]:
    """A finding for each row whose key is given and leads to no row of the table above."""
    hierarchy = run.members.hierarchy
    for name in rows.tables:
        level = hierarchy.level(name)
        above = hierarchy.above(level)
        if name != level.table or above.kind != "row":
            continue
        table = run.dataset.tables[name]
        for index, owner in enumerate(run.members.belongs(level, above)):
            cells = {c: table.columns[c][index] for c in table.spec.owner_columns}
            if owner < 0 and Gap.BAD not in cells.values():
                own = [c for c in cells if c != table.spec.unit_column]
                told = [(c, value_text(cells[c])) for c in own]  # type: ignore[arg-type]
                args: dict[str, Argument] = {
                    "example": example.name,
                    "table": name,
                    "owner": above.table,
                    "cells": Text(
                        "；".join(f"{c}：{v}" for c, v in told),
                        "; ".join(f"{c}: {v}" for c, v in told),
                    ),
                }
                yield Diagnostic(codes.ORPHAN, example.span, args)
