"""The normal forms of all operations of a plan, side by side for each kind of unit.

Two plans whose results have equal forms give equal results, faults and all, on any data that both
accept. The reverse is not so: what is equal for a reason that is not looked for has other forms.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeAlias

import attrs
from attrs import define, field, frozen

from ..levels import UNIT
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Classify,
    Compare,
    Constant,
    Guard,
    Input,
    Logic,
    Lookup,
    Lower,
    Op,
    OpId,
    Round,
    Spread,
    Within,
    arguments,
)
from ..plan.plan import Plan
from ..plan.text import REFERENCES
from ..reach.ranges import ranges_of
from ..reach.same import OF_OTHERS
from . import calculations, selections
from .forms import Form, Forms, only_value
from .sides import Side
from .sure import always_answers

#: The forms of one operation, one for each kind of unit.
Whole: TypeAlias = "tuple[Form, ...]"


@frozen
class Normal:
    """A plan with the forms of its operations, by the kinds of units in ``kinds``."""

    plan: Plan
    kinds: tuple[str, ...]
    sides: tuple[Side, ...] = field(repr=False)

    def of(self, op_id: OpId | None) -> Whole | None:
        """The forms of an operation."""
        return None if op_id is None else tuple(side.form[op_id] for side in self.sides)


def normal(plan: Plan, forms: Forms) -> Normal:
    """The normal forms of a plan."""
    ranges = ranges_of(plan)
    sides = tuple(Side(plan, world, forms) for _, world in ranges.worlds)
    walk = _Walk(plan, forms, sides)
    for op_id, op in enumerate(plan.ops):
        found = [(walk.sure(op, side), walk.form(op_id, op, side)) for side in sides]
        for side, (sure, form) in zip(sides, found, strict=True):
            side.sure.append(sure)
            side.form.append(form)
    return Normal(plan, tuple(name for name, _ in ranges.worlds), sides)


@define
class _Walk:
    plan: Plan
    forms: Forms
    sides: tuple[Side, ...]

    def sure(self, op: Op, side: Side) -> bool:
        return always_answers(op, side, self.sides)

    def form(self, op_id: OpId, op: Op, side: Side) -> Form:
        """The form of the next operation."""
        value = only_value(side.reach(op_id)) if self.sure(op, side) else None
        if value is not None:
            return self.forms.constant(value)
        match op:
            case Constant():
                return self.forms.constant(None)
            case Input():
                return self.read(op)
            case Spread(arg=arg):
                return side.form[arg]
            case Choose():
                return selections.chosen(op, side)
            case Aggregate():
                return self.summed(op, side)
            case Arithmetic():
                return calculations.calculated(op, side)
            case _:
                return self.other(op, side)

    def other(self, op: Op, side: Side) -> Form:
        match op:
            case Compare():
                return calculations.compared(op, side)
            case Logic():
                return calculations.decided(op, side)
            case Round():
                return calculations.rounded(op, side)
            case Lookup():
                return selections.looked_up(op, side)
            case Classify():
                return selections.classified(op, side)
            case Lower():
                return selections.lowered(op, side)
            case Within():
                return selections.within(op, side)
            case Guard():
                return selections.guarded(op, side)
            case _:
                return self.as_said(op, side)

    def read(self, op: Input) -> Form:
        """A column, with all that is demanded of it."""
        table = next(table for table in self.plan.tables if table.name == op.table)
        column = table.column(op.column)
        said = tuple(
            getattr(column, each.name)
            for each in attrs.fields(type(column))
            if each.name not in ("span", "reference")
        )
        return self.forms.of("column", op.table, said, table.sparse)

    def summed(self, op: Aggregate, side: Side) -> Form:
        """Many values made one: of a unit’s own rows, or of members of all kinds."""
        own = op.level == UNIT and self.plan.ops[op.arg].level.kind == "row"
        sides = (side,) if own else self.sides
        if all(selections.never_counted(op, one) for one in sides):
            empty = {"sum": 0, "count": 0, "any": False}
            if op.function in empty:
                return self.forms.constant(empty[op.function])
        all_count = all(selections.counted(op, one) for one in sides)
        where = None if all_count or op.where is None else self.read_by(op.where, sides)
        levels = (self.plan.ops[op.arg].level, op.level)
        return self.forms.of(op.function, levels, self.read_by(op.arg, sides), where)

    def read_by(self, op_id: OpId, sides: tuple[Side, ...]) -> Whole:
        return tuple(side.form[op_id] for side in sides)

    def as_said(self, op: Op, side: Side) -> Form:
        """What an operation says, and the forms of what it reads."""
        sides = self.sides if isinstance(op, OF_OTHERS) else (side,)
        said = tuple(
            (each.name, _said(op, each.name))
            for each in attrs.fields(type(op))
            if each.name != "span" and (each.name != "level" or isinstance(op, OF_OTHERS))
        )
        read = tuple(self.read_by(argument, sides) for argument in arguments(op))
        return self.forms.of(type(op).__name__, said, read)


def _said(op: Op, name: str) -> Hashable:
    """A field of an operation; of one of references only how many there are."""
    value: Hashable = getattr(op, name)
    if name not in REFERENCES:
        return value
    return len(value) if isinstance(value, tuple) else value is None
