"""Faults of functions as located findings: how many there are, who ties, what cannot be divided."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ...grammar.diagnostics import Argument, Diagnostic, Place
from ..data.tables import raw_text
from ..plan.ops import Aggregate, Apportion, Compare, Dated, Guard, Input, Op, OpId, Rank, Spread
from . import function_codes as codes
from .calendars import missing_year
from .interpret import Run
from .trace import cells, member_name, reader_title
from .values import UNPLAIN, Blank, Fault, Nothing, Value, is_fault


def shown(value: Value) -> str:
    """A value in words; a fault or a blank is a dash."""
    return "—" if isinstance(value, Blank) or is_fault(value) else raw_text(value)  # type: ignore[arg-type]


def function_finding(
    run: Run, fault: Fault, op: Op, place: Place | None, args: dict[str, Argument]
) -> Diagnostic | None:
    """The finding of a fault that a function made; None where none did."""
    match op:
        case Guard(reason="not_positive"):
            value = shown(run.values[op.arg][fault.index])
            return Diagnostic(codes.NOT_POSITIVE, place, {**args, "value": value})
        case Guard(reason="few", must=must):
            compared = run.plan.ops[must]
            if isinstance(compared, Compare):
                actual, needed = (
                    shown(run.values[side][fault.index]) for side in (compared.left, compared.right)
                )
                args = {**args, "actual": actual, "needed": needed}
            return Diagnostic(codes.FEW, place, args)
        case Aggregate(function="only") if fault.reason == "many":
            return _many(run, op, fault.index, args)
        case Rank() if fault.reason == "untold":
            return _untold(run, fault, op, args)
        case Rank():
            return _tied(run, fault.op, op, fault.index, args)
        case Dated():
            return _undated(run, op, fault, place, args)
        case Apportion():
            return _indivisible(run, op, fault.index, args)
        case _:
            return None


def _many(run: Run, op: Aggregate, index: int, args: dict[str, Argument]) -> Diagnostic:
    where = None if op.where is None else run.values[op.where]
    rows = [
        row
        for row in run.members.members(op.level, run.plan.ops[op.arg].level)[index]
        if (where is None or where[row] is True)
        and run.values[op.arg][row].__class__ not in UNPLAIN - {Nothing}
    ]
    found = cells(run, op.arg, rows[1]) if len(rows) > 1 else ()
    place = found[0] if found else op.span
    return Diagnostic(codes.MANY, place, {**args, "actual": len(rows)})


def _undated(
    run: Run, op: Dated, fault: Fault, place: Place | None, args: dict[str, Argument]
) -> Diagnostic:
    values = [run.values[arg][fault.index] for arg in op.args]
    if fault.reason == "year" and op.holidays is not None:
        year = missing_year(op, values, run.dataset)
        table = op.holidays.table
        return Diagnostic(codes.NO_YEAR, place, {**args, "year": str(year), "table": table})
    return Diagnostic(codes.NO_DAY, place, {**args, "values": "、".join(map(shown, values))})


def _same_group(run: Run, op: Rank | Apportion, index: int) -> list[int]:
    groups: Sequence[int] = run.members.belongs(op.level, op.group)
    return [member for member, group in enumerate(groups) if group == groups[index]]


def _tied(run: Run, op_id: OpId, op: Rank, index: int, args: dict[str, Argument]) -> Diagnostic:
    """All that are equal in everything that is compared."""
    fault = run.values[op_id][index]
    tied = [m for m in _same_group(run, op, index) if run.values[op_id][m] == fault]
    found = cells(run, op.arg, index)
    value = shown(run.values[op.arg][index])
    place = found[0] if found else op.span
    return Diagnostic(codes.TIED, place, {**args, "units": _named(run, op, tied), "value": value})


def _untold(run: Run, fault: Fault, op: Rank, args: dict[str, Argument]) -> Diagnostic:
    """All that are equal as far as they can be compared, and whose tie-breaker is not there."""
    index = fault.index
    own = [run.values[key][index] for key in (op.arg, *op.then_by)]
    lacking = next(n for n, value in enumerate(own) if isinstance(value, Blank))
    keys = (op.arg, *op.then_by)[:lacking]
    tied = [
        member
        for member in _same_group(run, op, index)
        if [run.values[key][member] for key in keys] == own[:lacking]
    ]
    key = op.then_by[lacking - 1]
    found = cells(run, key, index)
    place = found[0] if found else run.plan.ops[key].span or op.span
    args = {**args, "units": _named(run, op, tied), "value": shown(own[0])}
    return Diagnostic(codes.UNTOLD, place, {**args, "column": _called(run, key)})


def _called(run: Run, op_id: OpId) -> str:
    """What a value is called: by its own name, or the column's; else after what is made of it."""
    op = run.plan.ops[op_id]
    while isinstance(op, Spread):
        op_id, op = op.arg, run.plan.ops[op.arg]
    named = run.plan.names.get(op_id, ())
    column = op.column if isinstance(op, Input) else reader_title(run.plan, op_id)
    return named[0].name if named else column


def _named(run: Run, op: Rank, members: Sequence[int]) -> str:
    """Members by name, each once."""
    return "、".join(dict.fromkeys(member_name(run, op.level, member) for member in members))


def _indivisible(run: Run, op: Apportion, index: int, args: dict[str, Argument]) -> Diagnostic:
    weights = [run.values[op.weight][member] for member in _same_group(run, op, index)]
    whole = sum(Fraction(w) for w in weights if isinstance(w, (int, Fraction)))
    found = cells(run, op.weight, index)
    place = found[0] if found else op.span
    value = shown(run.values[op.total][index])
    numbers = {"value": value, "weight": raw_text(whole)}
    return Diagnostic(codes.INDIVISIBLE, place, {**args, **numbers})
