"""Vetoes: events that lower a grade."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.nodes import Call, Interval, Quantity
from ..levels import UNIT, Level
from ..semantics.declarations import Declaration
from ..semantics.forms import level_of
from .lowering import Lowering
from .ops import Aggregate, Lower, OpId


def veto(lowering: Lowering, declaration: Declaration) -> OpId:
    level = level_of(declaration)
    build = lowering.builder
    grade = lowering.formulas.lower(declaration.paths("grade")[0], UNIT)
    effective = lowering.formulas.lower(lowering.written(declaration, "effective"), level)
    pending = declaration.value("pending")
    undecided = lowering.formulas.lower(pending, level) if pending is not None else None
    decided = events_of(lowering, effective, level)
    waiting = events_of(lowering, undecided, level) if undecided is not None else build.constant(0)
    steps = steps_of(lowering, declaration, decided)
    final = lowered(lowering, declaration, grade, steps)
    more = steps_of(lowering, declaration, build.arithmetic("+", decided, waiting))
    lowering.attributes[declaration, "if_lowered"] = lowered(lowering, declaration, grade, more)
    lowering.attributes[declaration, "lowered"] = build.compare(">", steps, build.constant(0))
    lowering.attributes[declaration, "pending"] = build.at(
        build.compare(">", waiting, build.constant(0)), UNIT
    )
    lowering.attributes[declaration, "effective"] = effective
    if undecided is not None:
        lowering.attributes[declaration, "undecided"] = undecided
    lowering.attributes[declaration, "grade"] = grade
    return lowering.label(declaration, final)


def events_of(lowering: Lowering, condition: OpId, level: Level) -> OpId:
    one = lowering.builder.at(lowering.builder.constant(1), level)
    return lowering.builder.add(Aggregate("count", one, condition, level=UNIT))


def steps_of(lowering: Lowering, declaration: Declaration, events: OpId) -> OpId:
    """How many grades down: each event's steps, at most the total allowed."""
    build, each = lowering.builder, declaration.value("lower")
    steps = build.arithmetic(
        "*", events, build.constant(each.number if isinstance(each, Quantity) else 1)
    )
    most = at_most(declaration)
    return steps if most is None else build.arithmetic("min", steps, build.constant(most))


def lowered(lowering: Lowering, declaration: Declaration, grade: OpId, steps: OpId) -> OpId:
    path = declaration.paths("grade")[0]
    members = lowering.checked.types[path].members
    floor = declaration.paths("floor")
    last = floor[0].text if floor else members[-1]
    lowered = Lower(
        grade, lowering.builder.at(steps, UNIT), members, last, level=UNIT, span=declaration.span
    )
    return lowering.builder.add(lowered)


def at_most(declaration: Declaration) -> Fraction | None:
    """The most steps that all events of a veto lower together: the upper end of ``至多1级``."""
    for item in declaration.items("at_most"):
        if isinstance(item, Interval) and item.high is not None:
            return item.high.number
        if isinstance(item, Quantity):
            return item.number
        if isinstance(item, Call):
            return None
    return None
