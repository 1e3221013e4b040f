"""The value of a formula for a member.

A formula is worked out for one member; a name in it that stands for a value of a coarser level
stands for the value of the member's owner there. ``and`` and ``or`` go from left to right: the first
operand that settles the matter, or has no answer, is the answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any

from guiju.engine import functions as known
from guiju.engine.semantics import arguments as read
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.calendars import (
    COUNTING,
    DATES,
    MONTH,
    WORKDAY,
    YEAR,
    calendar_of,
    counts_first,
    holidays_of,
)
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.dates import date_of
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.forms import written_step
from guiju.engine.semantics.ratios import less_is_better
from guiju.engine.semantics.selections import listed_of, place_of, selection_of, then_by_of
from guiju.engine.semantics.tables import dashed
from guiju.engine.semantics.types import UNKNOWN
from guiju.grammar import nodes

from . import functions as work
from . import values as on
from .members import Member, Members
from .sums import ZERO, Locals, Sums, listed, places, selected
from .values import NOTHING, Fault, Missing, Value, fault, needed, plain, strictly

FUNCTIONS = {name: f for f in known.FUNCTIONS for name in (f.zh, f.en)}


class Formulas(Sums, ABC):
    """Works formulas out; what a declared name comes to is said in ``declarations``."""

    def __init__(self, checked: Checked, members: Members) -> None:
        super().__init__(checked, members)
        written = checked.policy.value("year") if checked.policy else None
        self.level_of = cache(self._level_of)
        self.year = (written.year if isinstance(written, nodes.YearLiteral) else None) or 2000

    def _level_of(self, e: nodes.Expression) -> str:
        """The level that an expression has a value on."""
        return self.members.level(self.checked.types.get(e, UNKNOWN).level)

    @abstractmethod
    def declared(self, declaration: Declaration, member: Member | None) -> Value: ...

    @abstractmethod
    def indicator(self, declarations: tuple[Declaration, ...], member: Member) -> Value: ...

    @abstractmethod
    def attribute(self, found: refer.AttributeReference, member: Member) -> Value: ...

    def value(self, e: nodes.Expression, member: Member, local: Locals | None = None) -> Value:
        """The value of an expression for a member. What is of units, or of rows, is worked out for
        the unit or the row that a finer member belongs to."""
        level = self.level_of(e)
        if level != member.table and self.members.units in self.members.chain(level):
            owner = self.members.owner(member, level)
            if owner is None:
                return fault("bad")
            member = owner
        match e:
            case nodes.Path():
                return self.name(e, member, local or {})
            case nodes.Quantity():
                return number(e)
            case nodes.Call():
                return self.call(e, member, local)
            case nodes.DateLiteral():
                return date_of(e, self.year) or fault("day")
            case nodes.String(text=text):
                return text
            case nodes.Unary(op=op, operand=operand):
                return _unary(op, self.value(operand, member, local))
            case nodes.Binary(op="and" | "or" as op):
                both = (self.value(side, member, local) for side in (e.left, e.right))
                return _either(op == "or", both)
            case nodes.Binary(op=op, left=left, right=right):
                first, second = self.value(left, member, local), self.value(right, member, local)
                if op in ("+", "-") and self.checked.types[left].base == "date":
                    return self.apart(op, first, second, self.checked.types[right])
                return _binary(op, first, second)
            case nodes.Member(item=item, among=among):
                found = self.value(item, member, local)
                return _either(True, (self.belongs(found, one, member, local) for one in among))
            case _:
                raise TypeError(f"{type(e).__name__} has no value")

    def name(self, path: nodes.Path, member: Member, local: Locals) -> Value:
        """What a name stands for, for a member or its owner."""
        match self.checked.refs[path]:
            case refer.ColumnReference(table=table, column=column):
                return self.members.cell(table, column, member)
            case refer.ValueReference(declaration=declaration):
                return self.declared(declaration, member)
            case refer.IndicatorReference(declarations=declarations):
                return self.indicator(declarations, member)
            case refer.AttributeReference() as found:
                return self.attribute(found, member)
            case refer.MemberReference(text=text):
                return text
            case refer.LocalReference(id=id):
                return local[id](member)
            case refer.NothingReference():
                return NOTHING

    def belongs(self, item: Value, one: Any, member: Member, local: Locals | None) -> Value:
        """Whether an item is one thing, lies in a range, or stands in a list of names."""
        interval = one if isinstance(one, nodes.Interval) else dashed(one)
        if interval is not None:
            return inside(item, interval)
        other = self.value(one, member, local)
        if self.checked.types[one].base != "names":
            return on.compare("=", item, other)
        troubled = [value for value in (other, item) if isinstance(value, Fault)]
        return strictly(None, *troubled) if troubled else isinstance(other, tuple) and item in other

    # ── dates ──

    def apart(self, op: str, first: Value, second: Value, kind: Any) -> Value:
        """Days between two dates, or a date so many days, months or working days on or back."""
        if kind.base == "date":
            return strictly(partial(work.dated, "between", {}), first, second)
        days = on.multiply(second, Fraction(1 if op == "+" else -1))
        if kind.dimension == WORKDAY:
            return strictly(partial(work.dated, "workday_after", self.days(None)), first, days)
        if kind.dimension in (MONTH, YEAR):
            months = on.multiply(days, Fraction(12 if kind.dimension == YEAR else 1))
            return strictly(partial(work.dated, "months", {}), first, months)
        return strictly(partial(work.dated, "shift", {}), first, days)

    def days(self, call: nodes.Call | None) -> Mapping[date, bool]:
        """The days that the calendar of a call, or the only one, says are worked or not."""
        calendar = calendar_of(self.symbols, call)
        found = holidays_of(self.symbols, calendar) if calendar is not None else None
        if found is None:
            return {}
        columns = self.members.tables[found.table].columns
        pairs = zip(columns[found.day], columns[found.kind], strict=True)
        return {day: kind in found.work for day, kind in pairs if isinstance(day, date)}

    # ── calls ──

    def call(self, call: nodes.Call, member: Member, local: Locals | None) -> Value:
        """A scale, a step table, or a function."""
        name, written = call.callee.text, [argument.value for argument in call.arguments]
        if name in self.symbols.scales:
            entries = {e.key.text: e.clauses[0].items[0] for e in self.symbols.scales[name].entries}
            key = self.value(written[0], member, local)
            if isinstance(key, bool):  # a scale of 是 and 否
                key = next(w for w in (("是", "yes") if key else ("否", "no")) if w in entries)
            return self.entry(key, entries, member)
        if name in self.symbols.steps:
            steps = self.steps_of(name)
            found = banded(self.value(written[0], member, local), {k: s[0] for k, s in steps})
            for key, (interval, value) in steps:
                if isinstance(value, nodes.Interval) and found == key:
                    return between(self.value(written[0], member, local), interval, value)
            return self.entry(found, {key: step[1] for key, step in steps}, member)
        function = FUNCTIONS[name]
        if values := listed_of(call, function):
            found = [self.value(one, member, local) for one in values]
            return listed(function.id, selection_of(call, function), found)
        match function.family:
            case "fallback":
                first = self.value(written[0], member, local)
                missing = first in (on.BLANK, NOTHING)
                return self.value(written[1], member, local) if missing else first
            case "aggregate":
                return self.aggregate(written[0], member, local, partial(work.summed, function.id))
            case "selection":
                few: Any = selection_of(call, function)
                return self.aggregate(
                    written[0], member, local, partial(selected, function.id, few)
                )
            case "place":
                return self.place(call, member, local)
            case "share":
                unit = read.places_of(call, 2) or 0
                sharing = lambda weights: self.shares(written[0], weights, unit)  # noqa: E731
                return self.each(written[1], member, local, sharing)
            case "series":
                return self.series(function.id, written[0], member, local)
            case "ballot":
                return self.ballot([p.text for p in written if isinstance(p, nodes.Path)], member)
            case "marginal":
                found = self.value(written[0], member, local)
                return self.marginal(found, self.steps_of(written[1].text), member)  # type: ignore[union-attr]
            case _:
                given = written[: len(DATES.get(function.id, written))]
                given = [one for one in given if one in self.checked.types]
                return self.function(
                    function, call, [self.value(one, member, local) for one in given]
                )

    def place(self, call: nodes.Call, member: Member, local: Locals | None) -> Value:
        """A place among others; of equal ones who has more in 同分依据 comes first, one after the
        other (with 由低到高, who has less)."""
        falling, ties = place_of(call) or (True, "share")

        def placing(values: dict[Member, Value]) -> dict[Member, Value]:
            standing: dict[Member, Any] = {}
            for m, value in values.items():
                figures = [value, *(self.value(key, m, local) for key in then_by_of(call))]
                standing[m] = next((f for f in figures if not plain(f)), tuple(figures))
            return places(standing, not falling, ties)

        return self.each(call.arguments[0].value, member, local, placing)

    def function(self, function: known.Function, call: nodes.Call, given: list[Value]) -> Value:
        """A function of given values."""
        id, places, degree = function.id, read.places_of(call) or 0, read.degree_of(call) or 1
        if function.family == "date":
            days = self.days(call) if id in COUNTING else {}
            id = "workday_counting" if counts_first(call, function) else id
            return strictly(partial(work.dated, id, days), *given)
        if function.family == "conditions":
            return strictly(lambda *holds: ZERO + sum(holds), *given)
        match id:
            case "stride":
                steps = strictly(lambda n: max(n, ZERO), on.divide(*given[:2]))
                mode = read.part_of_step(call)
                return strictly(lambda n: work.rounded(n, 0, mode), steps) if mode else steps
            case "ratio":
                over, under = reversed(given[:2]) if less_is_better(call) else given[:2]
                safe = strictly(lambda n: n if n > 0 else fault("not_positive"), under)
                return on.divide(over, safe)
            case "root":
                return strictly(lambda n: work.root(n, degree), given[0])
            case "half_up" | "half_even" | "down" | "up":
                return strictly(lambda n: work.rounded(n, places, id), given[0])
        plainly: dict[str, Any] = {"min": min, "max": max, "abs": abs, "ln": work.logarithm}
        return strictly(plainly.get(id, work.power), *given)

    def steps_of(self, name: str) -> list[tuple[str, tuple[nodes.Interval, nodes.Expression]]]:
        """The ranges of a step table and their values, by name."""
        entries = self.symbols.steps[name].entries
        return [(e.key.text, step) for e in entries if (step := written_step(e)) is not None]

    def entry(self, key: Value, entries: Mapping[str, nodes.Expression], member: Member) -> Value:
        """The value written for a name."""
        if not plain(key):
            return needed(key)
        found = entries.get(str(key))
        return self.value(found, member) if found is not None else fault("unmatched")

    def marginal(self, found: Value, steps: list[Any], member: Member) -> Value:
        """The part of a number in each range times the rate of the range."""
        ends = [(_end(i.low) or ZERO, _end(i.high), rate) for _, (i, rate) in steps]
        ranges = [
            (max(low, ZERO), high, needed(self.value(rate, member)))
            for low, high, rate in sorted(ends, key=lambda end: end[0])
        ]
        return strictly(lambda n: work.marginal(n, ranges), found)

    def ballot(self, names: list[str], member: Member) -> Value:
        """Points times votes, over the votes that count."""
        entries = self.symbols.scales[names[0]].entries
        votes = [self.members.cell(names[1], entry.key.text, member) for entry in entries]
        points = [self.value(entry.clauses[0].items[0], member) for entry in entries]
        return on.divide(on.add(*map(on.multiply, points, votes)), on.add(*votes))


def number(quantity: nodes.Quantity) -> Fraction:
    """A written number; 3％ is 3/100."""
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def _end(end: nodes.Quantity | None) -> Fraction | None:
    return number(end) if end is not None else None


def inside(item: Value, interval: nodes.Interval) -> Value:
    """Whether a number lies in a range."""
    ends = (
        (">=" if interval.low_closed else ">", interval.low),
        ("<=" if interval.high_closed else "<", interval.high),
    )
    tests = (on.compare(sign, item, number(end)) for sign, end in ends if end is not None)
    return _either(False, tests)


def between(found: Value, interval: nodes.Interval, value: nodes.Interval) -> Value:
    """What runs evenly from the one end of a range to the other, at a number inside it."""
    low, high, first, last = map(_end, (interval.low, interval.high, value.low, value.high))
    assert None not in (low, high, first, last), "checking lets no such range through"
    return strictly(lambda n: first + (n - low) * (last - first) / (high - low), found)  # type: ignore[operator]


def banded(found: Value, bands: Mapping[str, nodes.Interval]) -> Value:
    """The name of the first range that holds a number."""
    if not plain(found):
        return needed(found)
    names = (name for name, interval in bands.items() if inside(found, interval) is True)
    return next(names, fault("unmatched"))


def _unary(op: str, operand: Value) -> Value:
    match op:
        case "missing" | "present":
            empty = isinstance(operand, Missing)
            return operand if isinstance(operand, Fault) else empty == (op == "missing")
        case "not":
            return not operand if plain(operand) else operand
        case _:
            return on.multiply(Fraction(-1), operand)


def _binary(op: str, left: Value, right: Value) -> Value:
    signs = {"+": on.add, "-": on.subtract, "*": on.multiply, "/": on.divide}
    return signs[op](left, right) if op in signs else on.compare(op, left, right)


def _either(decisive: bool, operands: Iterable[Value]) -> Value:
    """``or`` (decisive is True) and ``and`` (decisive is False), from left to right."""
    for value in operands:
        if value is decisive or not plain(value):
            return value
    return not decisive
