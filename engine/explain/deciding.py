"""Where a figure came from that the policy itself wrote, and what a unit without one lacks."""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Cell
from ..evaluate.interpret import Run
from ..evaluate.trace import cells, chosen, is_part
from ..evaluate.values import Blank
from ..plan.ops import Aggregate, Choose, Constant, Input, Op, OpId, Spread, arguments
from .cases import case


def read(run: Run, op_id: OpId, index: int) -> tuple[Cell, ...]:
    """The cells a value was read from; where the policy wrote it, those that made it apply, the
    nearest to the figure first. Of which kind a unit is tells only where nothing else does."""
    found = cells(run, op_id, index)
    if found:
        return found
    asked = _asked(run, op_id, index)
    kind = cells(run, run.plan.kind, _unit(run, op_id, index)) if run.plan.kind is not None else ()
    return tuple(cell for cell in asked if cell not in kind) or asked


def _unit(run: Run, op_id: OpId, index: int) -> int:
    """The unit that a member belongs to."""
    level, unit = run.plan.ops[op_id].level, run.plan.ops[run.plan.kind or 0].level
    under = run.members.hierarchy.under(level, unit)
    return run.members.belongs(level, unit)[index] if under else 0


def _asked(run: Run, op_id: OpId, index: int) -> tuple[Cell, ...]:
    """The cells of the conditions that led to a written figure."""
    op = run.plan.ops[op_id]
    match op:
        case Spread(arg=arg):
            owner = run.members.belongs(op.level, run.plan.ops[arg].level)[index]
            return _asked(run, arg, owner) if owner >= 0 else ()
        case Choose(cases=cases):
            number, take = chosen(run, op, index)
            found = [*_asked(run, take, index)]
            for when, _ in reversed(cases[: number + 1]):
                found += cells(run, when, index) or _asked(run, when, index)
            return tuple(dict.fromkeys(found))
        case Aggregate():
            return ()
        case _:
            own = [arg for arg in arguments(op) if not is_part(run.plan, arg)]
            return tuple(dict.fromkeys(c for arg in own for c in _asked(run, arg, index)))


@frozen
class Lack:
    """What a value lacks: the first one on the way to it that has none, the case that left it
    without, and the cells that this hung on."""

    name: str
    case: str | None
    cells: tuple[Cell, ...]


def lacking(run: Run, op_id: OpId, index: int, name: str = "") -> Lack:
    """Why a member has no value, from the value down to where that began."""
    op = run.plan.ops[op_id]
    named = run.plan.names.get(op_id, ())
    name = named[0].title if named else name
    if isinstance(op, Input):
        return Lack(op.column, None, cells(run, op_id, index))
    found = _without(run, op, index)
    if found is not None:
        return lacking(run, found[0], found[1], name)
    return Lack(name, case(run, op_id, index), _cells(run, op_id, op, index))


def _cells(run: Run, op_id: OpId, op: Op, index: int) -> tuple[Cell, ...]:
    return read(run, op_id, index) if isinstance(op, Choose) else cells(run, op_id, index)


def _without(run: Run, op: Op, index: int) -> tuple[OpId, int] | None:
    """The first argument that has no value either, and its member; None where it began here."""
    if isinstance(op, Spread):
        owner = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
        return (op.arg, owner) if owner >= 0 else None
    if isinstance(op, Choose):
        number, take = chosen(run, op, index)
        args = (*(when for when, _ in op.cases[: number + 1]), take)
    else:
        args = () if isinstance(op, Aggregate) else arguments(op)
    for arg in args:
        inner = run.plan.ops[arg]
        # The 空 of a case is written there: it began with the choice of that case.
        spread = run.plan.ops[inner.arg] if isinstance(inner, Spread) else inner
        written = isinstance(spread, Constant) or inner.level != op.level
        if not written and isinstance(run.values[arg][index], Blank):
            return arg, index
    return None
