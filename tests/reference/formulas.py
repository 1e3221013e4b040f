"""The value of a formula for a member.

A formula is worked out for one member; a part of it that has a value on a coarser level is worked out
for the member's owner there. The *place* of a formula is the declaration it stands in: it tells what 得分,
满分 and 权重 mean. ``and`` and ``or`` go from left to right: the first operand that settles the matter, or
has no answer, is the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from guiju.engine import functions as known
from guiju.engine.semantics import forms
from guiju.engine.semantics.bounds import dashed
from guiju.engine.semantics.calendars import (
    COUNTING,
    MONTH,
    WORKDAY,
    YEAR,
    calendar_of,
    holidays_of,
)
from guiju.engine.semantics.dates import date_of
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.selections import (
    listed_of,
    place_of,
    selection_of,
    then_by_of,
)
from guiju.grammar import nodes

from .functions import FUNCTIONS, places, standing, worked_days
from .members import POLICY, Member
from .sums import Place, Rows, Sums, counting, selected
from .values import (
    ONE,
    ZERO,
    Fault,
    Missing,
    Value,
    calculate,
    chosen,
    fault,
    needed,
    once,
    plain,
    strictly,
)

TIMES = partial(calculate, "*")
#: The names in a scale that a condition has.
ANSWERS = {True: ("是", "yes"), False: ("否", "no")}


class Formulas(Sums):
    """Works formulas out; what a ``name`` stands for is said in ``declarations``."""

    def value(self, e: nodes.Expression, m: Member, place: Place = None) -> Value:
        """The value of an expression for a member, or for its owner on the expression's level. What is
        the same for all may be worked out for anyone."""
        level = self.level_of(e)
        member = self.members.owner(m, level) if level != POLICY else m
        if member is None:
            return fault("bad")
        match e:
            case nodes.Path():
                return self.name(e, member, place)
            case nodes.Quantity():
                return number(e)
            case nodes.Call():
                return self.call(e, member, place)
            case nodes.DateLiteral():
                return date_of(e, self.year) or fault("day")
            case nodes.String(text=text):
                return text
            case nodes.Unary(op, operand):
                found = self.value(operand, member, place)
                if op in ("missing", "present") and not isinstance(found, Fault):
                    return isinstance(found, Missing) == (op == "missing")
                return strictly(lambda v: not v if op == "not" else -v, found)
            case nodes.Binary("and" | "or" as op, left, right):
                return either(op == "or", (self.value(e, member, place) for e in (left, right)))
            case nodes.Binary(op, left, right):
                first, second = self.value(left, member, place), self.value(right, member, place)
                if op in ("+", "-") and self.checked.types[left].base == "date":
                    return self.apart(op, first, second, self.checked.types[right])
                return calculate(op, first, second)
            case nodes.Member(item, among):
                found = self.value(item, member, place)
                return either(True, (self.belongs(found, one, member, place) for one in among))

    def belongs(self, item: Value, one: nodes.Expression, member: Member, place: Place) -> Value:
        """Whether an item is one thing, lies in a range, or stands in a list of names."""
        if (interval := interval_of(one)) is not None:
            return inside(item, interval)
        sign = "in" if self.checked.types[one].base == "names" else "="
        return calculate(sign, item, self.value(one, member, place))

    # ── dates ──

    @property
    def year(self) -> int:
        """The year of dates that are written without one."""
        written = self.checked.policy.value("year") if self.checked.policy else None
        return (written.year if isinstance(written, nodes.YearLiteral) else None) or 2000

    def apart(self, op: str, first: Value, second: Value, kind: Any) -> Value:
        """Days between two dates, or a date so many days, months or working days on or back."""
        if kind.base == "date":
            return strictly(FUNCTIONS["between"], first, second)
        days = calculate("*", second, ONE if op == "+" else -ONE)
        ways = {MONTH: "months", YEAR: "years", WORKDAY: "workday_after"}
        return self.function(ways.get(kind.dimension, "shift"), None, [first, days], [])

    @once
    def worked(self, calendar: Declaration | None) -> Mapping[date, bool]:
        """The days that a calendar knows, and whether they are worked."""
        found = holidays_of(self.symbols, calendar)
        columns = self.members.tables[found.table].columns
        pairs = zip(columns[found.day], columns[found.kind], strict=True)
        said = {day: word in found.work for day, word in pairs if isinstance(day, date)}
        return worked_days(said)

    # ── calls ──

    def call(self, call: nodes.Call, member: Member, place: Place) -> Value:
        """A scale, a step table, or a function."""
        name, written = call.callee.text, [argument.value for argument in call.arguments]
        if (table := self.symbols.scales.get(name) or self.symbols.steps.get(name)) is not None:
            found = self.value(written[0], member, place)
            key = banded(found, table) if name in self.symbols.steps else found
            return key if forms.names_only(table) else self.entry(table, key, member, found)
        function = known.find_function(name)
        if values := [self.value(one, member, place) for one in listed_of(call, function)]:
            rows = dict(enumerate((value, True) for value in values))
            made = selected(function.id, selection_of(call, function), rows)
            # Of what is listed none may be missing, but for a count of what there is.
            return made if function.id == "count" else strictly(lambda *_: made, *values)
        together = partial(self.together, call, member, place)
        match function.family:
            case "fallback":
                first, other = (self.value(one, member, place) for one in written)
                return chosen(isinstance(first, Missing), other, first)
            case "aggregate" | "selection":
                summing = partial(selected, function.id, selection_of(call, function))
                return together(written[0], summing)
            case "place":
                return together(written[0], partial(self.places, call, place))[member]
            case "share":
                return together(written[1], partial(self.shares, call))[member]
            case "series":
                return self.series(function.id, call, member, place)
            case "ballot":
                return self.ballot(*(path.text for path in written), member)
            case "marginal":
                steps = self.symbols.steps[written[1].text]
                return self.marginal(self.value(written[0], member, place), steps, member)
        words = [e for e in written if isinstance(e, nodes.Path) and e not in self.checked.refs]
        given = [self.value(one, member, place) for one in written if one not in words]
        return self.function(function.id, call, given, [known.option(word.text) for word in words])

    def places(self, call: nodes.Call, place: Place, rows: Rows) -> Any:
        """The place of each among all; of equal ones 同分依据 puts one before the other."""
        falling, ties = place_of(call)
        further = {m: [self.value(key, m, place) for key in then_by_of(call)] for m in rows}
        standings = {m: standing(value, *further[m]) for m, value in counting(rows).items()}
        return places(standings, not falling, ties)

    def function(self, id: str, call: Any, given: list[Value], words: list[Any]) -> Value:
        """A function of given values, as certain words say."""
        if id == "ratio":
            over, under = reversed(given) if words else given
            safe = strictly(lambda n: n if n > 0 else fault("not_positive"), under)
            return calculate("/", over, safe)
        if id in COUNTING:
            id = "workday_counting" if "inclusive" in words else id
            words = [self.worked(calendar_of(self.symbols, call))]
        return strictly(lambda *plain: FUNCTIONS[id](*plain, *words), *given)

    def entry(self, table: Declaration, key: Value, member: Member, at: Value = ZERO) -> Value:
        """The value that a scale or a step table has for a name; where it runs evenly from one end of
        a range to the other, at a number inside it."""
        if not plain(key):
            return needed(key)
        names = ANSWERS.get(key, (key,))
        found = next((entry for entry in table.entries if entry.key.text in names), None)
        value = found.clauses[-1].items[0] if found else None
        if isinstance(value, nodes.Interval):
            (low, high), (first, last) = ends(interval_of(found.clauses[0].items[0])), ends(value)
            return strictly(lambda n: first + (n - low) * (last - first) / (high - low), at)
        return self.value(value, member) if found else fault("unmatched")

    def marginal(self, found: Value, steps: Declaration, member: Member) -> Value:
        """The parts of a number in the ranges of a step table, from 0 on, each times its rate."""
        rates = [self.entry(steps, name, member) for name, _ in bands(steps)]
        ranges = [ends(interval) for _, interval in bands(steps)]
        lows = [max(low or ZERO, ZERO) for low, _ in ranges]

        def rated(n: Fraction) -> Value:
            tops = [n if high is None else high for _, high in ranges]
            parts = [max(min(n, top) - low, ZERO) for low, top in zip(lows, tops, strict=True)]
            earned = calculate("+", *map(TIMES, parts, rates))
            return earned if min(lows) <= n <= max(tops) else fault("unmatched")

        return strictly(rated, found)

    def ballot(self, scale: str, table: str, member: Member) -> Value:
        """Points times votes, over the votes that count."""
        names = [entry.key.text for entry in self.symbols.scales[scale].entries]
        votes = [self.members.cell(table, name, member) for name in names]
        points = [self.entry(self.symbols.scales[scale], name, member) for name in names]
        return calculate("/", calculate("+", *map(TIMES, points, votes)), calculate("+", *votes))


def number(quantity: nodes.Quantity) -> Fraction:
    """A written number; 3％ is 3/100."""
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def interval_of(item: nodes.Expression) -> nodes.Interval | None:
    """A range, also one written with a dash."""
    return item if isinstance(item, nodes.Interval) else dashed(item)


def ends(interval: nodes.Interval) -> tuple[Fraction | None, ...]:
    return tuple(end and number(end) for end in (interval.low, interval.high))


def inside(item: Value, interval: nodes.Interval) -> Value:
    """Whether a number lies in a range."""
    signs = (">=" if interval.low_closed else ">", "<=" if interval.high_closed else "<")
    both = zip(signs, ends(interval), strict=True)
    return either(False, (calculate(sign, item, end) for sign, end in both if end is not None))


def bands(d: Declaration) -> list[tuple[str, nodes.Interval]]:
    """The ranges of grades or of a step table, by name."""
    written = ((entry.key.text, interval_of(entry.clauses[0].items[0])) for entry in d.entries)
    return [(name, interval) for name, interval in written if interval is not None]


def banded(found: Value, d: Declaration) -> Value:
    """The name of the first range that holds a number."""
    names = (name for name, interval in bands(d) if inside(found, interval) is True)
    return next(names, fault("unmatched")) if plain(found) else needed(found)


def either(decisive: bool, operands: Iterable[Value]) -> Value:
    """``or`` (decisive is True) and ``and`` (decisive is False), from left to right."""
    for value in operands:
        if value is decisive or not plain(value):
            return value
    return not decisive
