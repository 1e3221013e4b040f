"""Data that only one of two policies needs: files, tables and columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import evolve, frozen

from ...grammar.source import Span
from ..data.contract import TableSpec
from ..plan.plan import Plan

_NOWHERE = Span(0, 0)


@frozen
class Need:
    """A table, or a column of one, that only one policy needs."""

    side: Literal["old", "new"]
    file: str
    table: str
    column: str | None


def needs(old: Plan, new: Plan, renames: Mapping[str, str]) -> tuple[Need, ...]:
    """What only one policy needs, the old policy's first, whatever it calls them."""
    before = {renames.get(table.name, table.name): table for table in old.tables}
    after = {table.name: table for table in new.tables}
    return (*_beyond(before, after, "old", renames), *_beyond(after, before, "new", renames))


def _beyond(
    ours: Mapping[str, TableSpec],
    theirs: Mapping[str, TableSpec],
    side: Literal["old", "new"],
    renames: Mapping[str, str],
) -> list[Need]:
    found = []
    for name, table in ours.items():
        other = theirs.get(name)
        if other is None or other.file != table.file:
            found.append(Need(side, table.file, table.name, None))
            continue
        columns = {renames.get(column.name, column.name) for column in other.columns}
        found += [
            Need(side, table.file, table.name, column.name)
            for column in table.columns
            if renames.get(column.name, column.name) not in columns
        ]
    return found


def contract(plan: Plan) -> tuple[TableSpec, ...]:
    """What a plan demands of its data, wherever the policy says it: equal for equal demands."""
    return tuple(
        evolve(
            table,
            span=_NOWHERE,
            columns=tuple(evolve(column, span=_NOWHERE) for column in table.columns),
        )
        for table in plan.tables
    )
