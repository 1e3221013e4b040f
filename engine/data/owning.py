"""Rows that say they belong to a row of another table which has no such row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ...grammar.diagnostics import Argument, Diagnostic
from . import codes
from .contract import TableSpec
from .findings import Findings
from .parts import Part
from .tables import Gap, Table, Value, raw_text

#: What tells one row of a table's owner from the others.
Key = tuple[Value, ...]


def whole(key: Key) -> bool:
    """Whether no part of a key is missing."""
    return not any(isinstance(value, Gap) for value in key)


def stray_rows(table: Table, tables: Mapping[str, Table]) -> tuple[Diagnostic, ...]:
    """A finding at each row whose key the owner lacks, the first few of them."""
    findings = Findings()
    owner = tables.get(table.spec.owner or "")
    if owner is not None and table.present and not table.spec.aligned:
        keys = table.keys(table.spec.owner_columns)
        for row in _strays(table.spec, owner, keys):
            place = table.cell(table.spec.owner_columns[-1], row)
            details = partial(_details, table.spec, owner, keys[row])
            findings.cell(codes.NO_OWNER_ROW, place, (0, row, 0), details)
    return findings.all()


def report_strays(
    spec: TableSpec, part: Part, owner: Table, keys: Sequence[Key], findings: Findings
) -> None:
    """The same for a table that only adds columns to another, before its rows are put in order."""
    column = spec.owner_columns[-1]
    for row in _strays(spec, owner, keys):
        details = partial(_details, spec, owner, keys[row])
        place, order = part.cell(column, row), part.order(column, row)
        findings.cell(codes.NO_OWNER_ROW, place, order, details)


def _strays(spec: TableSpec, owner: Table, keys: Sequence[Key]) -> list[int]:
    """The rows without an owner; a unit that the register lacks was found in its cell already."""
    if spec.owner_columns == (spec.unit_column,) and owner.spec.register:
        return []
    known = set(owner.keys(owner.spec.key))
    return [row for row, key in enumerate(keys) if whole(key) and key not in known]


def _details(spec: TableSpec, owner: Table, key: Key) -> dict[str, Argument]:
    return {
        "table": spec.name,
        "owner": owner.spec.name,
        "found": "、".join(map(raw_text, key)),
        "columns": "、".join(owner.spec.key),
    }
