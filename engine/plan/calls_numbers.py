"""Calls on numbers: guarded ratios, powers, marginal rates, and how many conditions hold."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.nodes import Call, Interval, Path
from ..data.contract import Range
from ..functions import Function
from ..levels import UNIT, Level
from ..semantics.arguments import degree_of, part_of_step, places_of
from ..semantics.bounds import quantity_value, range_of
from ..semantics.forms import written_step
from ..semantics.ratios import less_is_better
from .build import Builder
from .calls_rows import Lowers
from .ops import Guard, Irrational, IsBlank, OpId, Power, Round


def ratio(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """Actual over target, or the other way round; what is divided by must be above 0."""
    build = lowers.builder
    actual, target = (lowers.expression(a.value, level, local) for a in call.arguments[:2])
    over, under = (target, actual) if less_is_better(call) else (actual, target)
    must = build.compare(">", under, build.constant(0))
    safe = build.add(Guard(under, must, "not_positive", level=build.level(must), span=call.span))
    return build.arithmetic("/", over, safe, span=call.span)


def conditions(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """One for each condition that holds, added up."""
    build, ones = lowers.builder, []
    for argument in call.arguments:
        when = lowers.expression(argument.value, level, local)
        one, none = build.constant(1), build.constant(0)
        ones.append(build.choose([(when, one)], none, build.level(when), argument.span))
    return build.arithmetic("+", *ones, span=call.span)


def fallback(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """A value, or another where it is missing."""
    build = lowers.builder
    value, other = (lowers.expression(a.value, level, local) for a in call.arguments)
    found, (value, other) = build.same(value, other)
    blank = build.add(IsBlank(value, level=found, span=call.span))
    return build.choose([(blank, other)], value, found, call.span)


def power(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """A number to a power."""
    base, exponent = (lowers.expression(a.value, level, local) for a in call.arguments)
    found, (base, exponent) = lowers.builder.same(base, exponent)
    return lowers.builder.add(Power(base, exponent, level=found, span=call.span))


def marginal(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """The part of a number in each range times the rate of the range, added up."""
    build, path = lowers.builder, call.arguments[1].value
    if not isinstance(path, Path):
        raise KeyError(call.callee.text)
    number = lowers.expression(call.arguments[0].value, level, local)
    steps = lowers.checked.symbols.steps[path.text]
    written = [step for entry in steps.entries if (step := written_step(entry)) is not None]
    written.sort(key=lambda step: range_of(step[0]).low or 0)
    parts = []
    for interval, rate in written:
        span = range_of(interval)
        part = _part(build, number, max(span.low or 0, 0), span.high)
        parts.append(build.arithmetic("*", part, lowers.expression(rate, UNIT, {})))
    total = build.arithmetic("+", *parts, span=call.span)
    found = build.level(total)
    ends = [range_of(interval) for interval, _ in written]
    tests = [build.compare(">=", number, build.constant(max(ends[0].low or 0, 0)))]
    if ends[-1].high is not None:
        tests.append(build.compare("<=", number, build.constant(ends[-1].high)))
    must = build.at(build.logic("and", *tests), found)
    return build.add(Guard(total, must, "unmatched", level=found, span=call.span))


def sloping(build: Builder, number: OpId, span: Range, value: Interval) -> OpId:
    """A value that runs evenly from one end of a range to the other. It is only asked for inside
    the range; that it says so itself is for the proofs of what it can be."""
    low, high, start, end = span.low, span.high, value.low, value.high
    if low is None or high is None or start is None or end is None:
        raise ValueError("a range without an end; checking lets none through")
    first, last = quantity_value(start), quantity_value(end)
    share = build.arithmetic("-", number, build.constant(low))
    share = build.arithmetic("/", share, build.constant(high - low))
    change = build.arithmetic("*", share, build.constant(abs(last - first), end.span, end.unit))
    begin = build.constant(first, start.span, start.unit)
    found = build.arithmetic("+" if last >= first else "-", begin, change, span=value.span)
    below = build.compare("<=", number, build.constant(low))
    inside = build.compare("<", number, build.constant(high))
    finish = build.constant(last, end.span, end.unit)
    cases = [(below, begin), (inside, found)]
    return build.choose(cases, finish, build.level(found), value.span)


def _part(build: Builder, number: OpId, low: object, high: object) -> OpId:
    """How much of a number, itself not below 0, lies between two bounds."""
    top = number if high is None else build.arithmetic("min", number, build.constant(high))  # type: ignore[arg-type]
    if not low:
        return top
    over = build.arithmetic("-", top, build.constant(low))  # type: ignore[arg-type]
    return build.arithmetic("max", over, build.constant(0))


def irrational(
    lowers: Lowers, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """A logarithm or a root, to the digits that the language fixes."""
    arg = lowers.expression(call.arguments[0].value, level, local)
    degree = degree_of(call) or 1
    found = lowers.builder.level(arg)
    return lowers.builder.add(Irrational(function.id, arg, degree, level=found, span=call.span))  # type: ignore[arg-type]


def stride(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """How many steps an excess makes, parts of a step as written; 0 where there is none."""
    build = lowers.builder
    excess, step = (lowers.expression(a.value, level, local) for a in call.arguments[:2])
    steps = build.arithmetic("/", excess, step, span=call.span)
    steps = build.arithmetic("max", steps, build.constant(0), span=call.span)
    mode = part_of_step(call)
    if not mode:
        return steps
    return build.add(Round(steps, 0, mode, level=build.level(steps), span=call.span))  # type: ignore[arg-type]


def pair(
    lowers: Lowers, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """The greatest or the smallest of several numbers."""
    args = [lowers.expression(argument.value, level, local) for argument in call.arguments]
    return lowers.builder.arithmetic(function.id, *args, span=call.span)


def magnitude(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """A number without its sign: the greater of it and its negative."""
    build, arg = lowers.builder, lowers.expression(call.arguments[0].value, level, local)
    negative = build.arithmetic("-", build.constant(0), arg)
    return build.arithmetic("max", arg, negative, span=call.span)


def rounded(
    lowers: Lowers, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """A number to so many places, as the function rounds."""
    arg = lowers.expression(call.arguments[0].value, level, local)
    found, places = lowers.builder.level(arg), places_of(call) or 0
    return lowers.builder.add(Round(arg, places, function.id, level=found, span=call.span))  # type: ignore[arg-type]
