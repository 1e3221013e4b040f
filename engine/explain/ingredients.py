"""Ingredients: the named values that a figure is worked out from, where these are no parts of it.

A rank or an index is no sum: what goes into its formula by a name of its own is shown under it,
with its own arithmetic and cells, but adds nothing to the total.
"""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Cell
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen, earlier, is_part
from ..evaluate.values import Value
from ..plan.ops import Aggregate, Choose, Guard, OpId, Series, Spread, Within, arguments
from .arithmetic import formula
from .cases import case
from .deciding import read


@frozen
class Ingredient:
    """A named value inside a formula, and those inside its own."""

    label: str
    own: Value
    arithmetic: str
    clauses: tuple[str, ...]
    cells: tuple[Cell, ...]
    inside: tuple[Ingredient, ...]
    case: str | None = None


def ingredients(run: Run, op_id: OpId, index: int) -> tuple[Ingredient, ...]:
    """The named values that one member's value is worked out from, in the order of the formula."""
    op = run.plan.ops[op_id]
    if isinstance(op, Spread):
        owner = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
        return _of(run, op.arg, owner) if owner >= 0 else ()
    if isinstance(op, Choose):
        return _of(run, chosen(run, op, index)[1], index)
    if isinstance(op, Series):
        place = earlier(run, op, index)
        return _of(run, op.arg, place) if place is not None else ()
    inside = (
        (op.arg,)
        if isinstance(op, (Within, Guard))
        else ()
        if isinstance(op, Aggregate)
        else arguments(op)
    )
    found = [item for arg in inside for item in _of(run, arg, index)]
    return tuple({item.label: item for item in found}.values())


def _of(run: Run, op_id: OpId, index: int) -> tuple[Ingredient, ...]:
    """An operation itself where it has a name of its own, else what is inside it."""
    names = run.plan.names.get(op_id, ())
    if is_part(run.plan, op_id):
        return ()
    if not names:
        return ingredients(run, op_id, index)
    named = names[0]
    inside = ingredients(run, op_id, index)
    return (
        Ingredient(
            named.title,
            run.values[op_id][index],
            formula(run, op_id, index),
            named.clauses,
            () if inside else read(run, op_id, index),
            inside,
            case(run, op_id, index),
        ),
    )
