"""What something belongs to: things, intervals, lists of names."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.nodes import Expression, Interval, Member
from ..levels import Level
from ..semantics.bounds import dashed, quantity_value
from .calls_rows import Lowers
from .ops import Contains, OpId


def among(lowers: Lowers, expr: Member, level: Level, local: Mapping[str, OpId]) -> OpId:
    """Whether an item belongs to at least one of the things listed."""
    item = lowers.expression(expr.item, level, local)
    tests = [_belongs(lowers, item, one, level, local) for one in expr.among]
    return lowers.builder.logic("or", *tests, span=expr.span)


def _belongs(
    lowers: Lowers, item: OpId, one: Expression, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """Whether an item is one thing, lies in an interval, or stands in a list of names."""
    interval = one if isinstance(one, Interval) else dashed(one)
    if interval is not None:
        return _inside(lowers, item, interval)
    other = lowers.expression(one, level, local)
    if lowers.checked.types[one].base == "names":
        found, (names, name) = lowers.builder.same(other, item)
        return lowers.builder.add(Contains(names, name, level=found, span=one.span))
    return lowers.builder.compare("=", item, other, one.span)


def _inside(lowers: Lowers, item: OpId, interval: Interval) -> OpId:
    """Whether a number lies between the ends that an interval has."""
    build, tests = lowers.builder, []
    low, high = (">=" if interval.low_closed else ">"), ("<=" if interval.high_closed else "<")
    for sign, end in ((low, interval.low), (high, interval.high)):
        if end is not None:
            bound = build.constant(quantity_value(end), end.span, end.unit)
            tests.append(build.compare(sign, item, bound, interval.span))
    return build.logic("and", *tests, span=interval.span)
