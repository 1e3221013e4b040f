"""Results and explanations as plain data for JSON: exact numbers as text, the policy's names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from ...grammar.diagnostics import Cell, decimal_text
from ..data.tables import raw_text
from ..evaluate.values import Blank, Value, is_fault
from ..explain.account import Account, Consequence, consequences
from ..explain.ingredients import Ingredient
from ..explain.lines import Line
from ..plan.ops import OpId
from ..plan.plan import Export, Listing
from ..result import Result
from .ranking import groups_of, named_for_units, own_value
from .table import left_out_keys

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def plain(value: Value) -> Json:
    """A value for JSON. Numbers are text, so that no reader turns them into binary floats: decimals
    where they end, otherwise ``numerator/denominator``."""
    if isinstance(value, Blank) or is_fault(value):
        return None
    if isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, Fraction)):
        return decimal_text(Fraction(value))
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else None


def cell_data(cell: Cell) -> Json:
    """A place in a data file."""
    return {
        "file": cell.file,
        "sheet": cell.sheet,
        "row": cell.row,
        "column": cell.column,
        "value": cell.raw,
    }


def result_data(result: Result) -> dict[str, Json]:
    """A whole evaluation."""
    plan = result.run.plan
    return {
        "policy": plan.name,
        "scored": plan.outcome.scored,
        "groups": [
            {"group": label, "units": [_unit(result, unit) for unit in units]}
            for label, units in groups_of(result)
        ],
        "table": _unit_table(result),
        "tables": {listing.name: _rows(result, listing) for listing in plan.listings},
        "notices": [
            {
                "notice": item.notice.name,
                "text": item.notice.text,
                "unit": item.unit,
                "clauses": list(item.notice.clauses),
                "cells": [cell_data(cell) for cell in item.cells],
            }
            for item in result.listed
        ],
        "basis": [
            {
                "kind": b.kind,
                "declaration": b.declaration,
                "name": b.name,
                "reason": b.reason,
                "clauses": list(b.clauses),
                "alternatives": list(b.alternatives),
            }
            for b in plan.basis
        ],
    }


def _rows(result: Result, listing: Listing) -> Json:
    """One table of the results of rows."""
    return list(_table(result, listing.exports, result.run.members.size(listing.level)))


def _unit_table(result: Result) -> Json:
    """The units' results; each says whose it is, also where the policy's table does not."""
    keys = left_out_keys(result)
    return [
        {**{title: raw_text(column[row]) for title, column in keys}, **given}
        for row, given in enumerate(_table(result, result.run.plan.exports, len(result.units)))
    ]


def _table(result: Result, exports: Sequence[Export], size: int) -> Iterator[dict[str, Json]]:
    """A table of results: an object a member, by the titles of its columns, nothing rounded."""
    values = result.run.values
    for row in range(size):
        yield {export.title: plain(values[export.op][row]) for export in exports}


def _unit(result: Result, unit: int) -> Json:
    plan, values = result.run.plan, result.run.values
    outcome, veto = plan.outcome, plan.outcome.veto
    kinds = ("stage", "bonus", "deduction", "step", "ranking", "grades")
    named = {kind: _named(result, kind, unit) for kind in kinds}
    for kind, op in (("ranking", outcome.rank), ("grades", outcome.grade)):
        named[kind] = _leading(result, named[kind], op)
    data: dict[str, Json] = {"unit": result.units[unit], **{k: dict(v) for k, v in named.items()}}
    if outcome.total is not None:
        data["total"] = plain(values[outcome.total][unit])
    if veto is not None:
        data["veto"] = {
            "final": plain(values[veto.final][unit]),
            "lowered": plain(values[veto.lowered][unit]),
            "pending": plain(values[veto.pending][unit]),
            "if_lowered": plain(values[veto.if_lowered][unit]),
        }
    data["uses"] = [_use(c) for c in consequences(result, unit)]
    return data


def _named(result: Result, kind: str, unit: int) -> dict[str, Json]:
    """The values of a kind by name. One that is defined for several kinds of units is the unit's
    own; values of rows have a table of their own."""
    found: dict[str, Json] = {}
    for name, ops in named_for_units(result.run.plan, kind).items():
        found[name] = plain(own_value(result, ops, unit))
    return found


def _leading(result: Result, named: dict[str, Json], op: OpId | None) -> dict[str, Json]:
    """Values by name, the one that the result goes by first: who reads a saved result takes it."""
    names = result.run.plan.names.get(op, ()) if op is not None else ()
    first = {names[0].name: named[names[0].name]} if names and names[0].name in named else {}
    return first | named


def account_data(account: Account) -> dict[str, Json]:
    """A whole explanation."""
    return {
        "unit": account.unit,
        "rank": account.rank,
        "group": account.group,
        "grade": account.grade,
        "final": account.final,
        "changed_by": list(account.acted) if account.grade != account.final else [],
        "if_lowered": account.if_lowered,
        "ledger": line_data(account.total) if account.total else None,
        "losses": [
            {"line": loss.line.label, "within": list(loss.path), "lost": plain(loss.lost)}
            for loss in account.losses
        ],
        "neighbours": [
            {"grade": n.grade, "better": n.better, "bound": plain(n.bound), "gap": plain(n.gap)}
            for n in account.neighbours
        ],
        "events": [
            {
                "veto": e.veto,
                "state": e.state,
                "words": list(e.words),
                "cells": [cell_data(c) for c in e.cells],
            }
            for e in account.events
        ],
        "uses": [_use(c) for c in account.consequences],
        "notices": [item.notice.text for item in account.listed],
    }


def _use(consequence: Consequence) -> dict[str, Json]:
    """A use of the result; ``units`` has the Chinese unit of each figure that is an amount."""
    use, figures = consequence.use, consequence.figures
    return {
        "use": use.name,
        "actions": list(use.actions),
        "figures": {due.name: plain(value) for due, value in figures},
        "units": {due.name: due.unit.zh for due, _ in figures if due.unit.zh},
    }


def line_data(line: Line) -> Json:
    """One line of a ledger with everything under it."""
    return {
        "label": line.label,
        "kind": line.kind,
        "value": plain(line.value),
        "own": plain(line.own),
        "full": plain(line.full) if line.full is not None else None,
        "arithmetic": line.arithmetic,
        "case": line.case,
        "clauses": list(line.clauses),
        "cells": [cell_data(c) for c in line.cells],
        "marks": [{"kind": kind, "reason": reason} for kind, reason in line.marks],
        "parts": [line_data(child) for child in line.children],
        "ingredients": [_ingredient_data(item) for item in line.ingredients],
    }


def _ingredient_data(item: Ingredient) -> Json:
    return {
        "label": item.label,
        "own": plain(item.own),
        "arithmetic": item.arithmetic,
        "case": item.case,
        "clauses": list(item.clauses),
        "cells": [cell_data(cell) for cell in item.cells],
        "ingredients": [_ingredient_data(inner) for inner in item.inside],
    }
