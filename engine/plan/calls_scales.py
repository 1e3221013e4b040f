"""Calls that look a value up in a scale, or in the ranges of a step table."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.nodes import Call, Interval, Path
from ..levels import UNIT, Level
from ..semantics.bounds import range_of
from ..semantics.declarations import Declaration
from ..semantics.forms import names_only, stretches, written_step
from ..semantics.lookups import answers
from .calls_numbers import sloping
from .calls_rows import Lowers
from .ops import Classify, Lookup, OpId


def in_scale(
    lowers: Lowers, scale: Declaration, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """The value that a scale has for a name, or for a condition."""
    argument = call.arguments[0].value
    key = lowers.expression(argument, level, local)
    if lowers.checked.types[argument].base == "condition":
        return _answered(lowers, key, scale, call)
    return _lookup(lowers, key, entries_of(lowers, scale.name), call)


def _answered(lowers: Lowers, condition: OpId, scale: Declaration, call: Call) -> OpId:
    """The value that a scale of 是 and 否 has for a condition."""
    values = dict(entries_of(lowers, scale.name))
    yes, no = (values[word] for word in answers(scale))
    level, (when, take, otherwise) = lowers.builder.same(condition, yes, no)
    return lowers.builder.choose([(when, take)], otherwise, level, call.span)


def in_steps(
    lowers: Lowers, steps: Declaration, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """The value of the range that a number lies in: first the range's name, then its value, if the
    ranges have any."""
    build = lowers.builder
    number = lowers.expression(call.arguments[0].value, level, local)
    found = build.level(number)
    bands = tuple((name, range_of(interval)) for name, interval in stretches(steps))
    key = build.add(Classify(number, bands, level=found, span=call.span))
    if names_only(steps):
        return key
    written = [(e.key.text, step) for e in steps.entries if (step := written_step(e)) is not None]
    entries = [
        (
            name,
            sloping(build, number, range_of(interval), value)
            if isinstance(value, Interval)
            else lowers.expression(value, UNIT, {}),
        )
        for name, (interval, value) in written
    ]
    return _lookup(lowers, key, entries, call)


def _lookup(lowers: Lowers, key: OpId, entries: list[tuple[str, OpId]], call: Call) -> OpId:
    """The entry of a name; it may be a formula on units where the name is the same for all."""
    level, (key, *values) = lowers.builder.same(key, *(value for _, value in entries))
    named = tuple((name, value) for (name, _), value in zip(entries, values, strict=True))
    return lowers.builder.add(Lookup(key, named, level=level, span=call.span))


def entries_of(lowers: Lowers, name: str) -> list[tuple[str, OpId]]:
    """The entries of a scale as constants or formulas."""
    entries = lowers.checked.symbols.scales[name].entries
    return [(e.key.text, lowers.expression(e.clauses[0].items[0], UNIT, {})) for e in entries]


def ballot(lowers: Lowers, call: Call) -> OpId:
    """The mean mark of counted votes: points times votes, over the votes that count."""
    scale, table = (a.value.text for a in call.arguments if isinstance(a.value, Path))
    build = lowers.builder
    entries = [(lowers.column(table, name), points) for name, points in entries_of(lowers, scale)]
    marks = [build.arithmetic("*", points, votes, span=call.span) for votes, points in entries]
    total = build.arithmetic("+", *marks, span=call.span)
    counted = build.arithmetic("+", *(votes for votes, _ in entries), span=call.span)
    return build.arithmetic("/", total, counted, span=call.span)
