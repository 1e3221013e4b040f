"""The value of a formula for a member.

A formula is worked out for one member; a name in it that stands for a value of a coarser level
stands for the value of the member's owner there. ``and`` and ``or`` go from left to right: the first
operand that settles the matter, or has no answer, is the answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from guiju.engine.functions import FUNCTIONS, PARTS_OF_STEPS
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.dates import date_of
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.forms import written_step
from guiju.engine.semantics.tables import dashed
from guiju.grammar import nodes

from . import values as on
from .members import Member, Members
from .sums import Sums
from .values import NOTHING, Fault, Missing, Value, fault, needed, plain, strictly

Locals = Mapping[str, Value]


class Formulas(Sums, ABC):
    """Works formulas out; what a declared name comes to is said in ``declarations``."""

    def __init__(self, checked: Checked, members: Members) -> None:
        super().__init__(checked, members)
        written = checked.policy.value("year") if checked.policy else None
        self.year = (written.year if isinstance(written, nodes.YearLiteral) else None) or 2000

    @abstractmethod
    def declared(self, declaration: Declaration, member: Member | None) -> Value: ...

    @abstractmethod
    def indicator(self, declarations: tuple[Declaration, ...], member: Member | None) -> Value: ...

    @abstractmethod
    def attribute(self, found: refer.AttributeReference, member: Member | None) -> Value: ...

    def value(self, expr: nodes.Expression, member: Member, local: Locals | None = None) -> Value:
        """The value of an expression for a member."""
        match expr:
            case nodes.Quantity():
                return number(expr)
            case nodes.DateLiteral():
                return date_of(expr, self.year) or fault("bad")
            case nodes.String(text=text):
                return text
            case nodes.Path():
                return self.name(expr, member, local or {})
            case nodes.Unary(op=op, operand=operand):
                return _unary(op, self.value(operand, member, local))
            case nodes.Binary(op="and" | "or" as op, left=left, right=right):
                return _either(op == "or", (self.value(e, member, local) for e in (left, right)))
            case nodes.Binary(op=op, left=left, right=right):
                return _binary(
                    op, self.value(left, member, local), self.value(right, member, local)
                )
            case nodes.Member(item=item, among=among):
                found = self.value(item, member, local)
                return _either(True, (self.belongs(found, one, member, local) for one in among))
            case nodes.Call():
                return self.call(expr, member, local)
            case _:
                raise TypeError(f"{type(expr).__name__} has no value")

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
                return local[id]
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

    def call(self, call: nodes.Call, member: Member, local: Locals | None) -> Value:
        """A scale, a step table, or a function."""
        name, written = call.callee.text, [argument.value for argument in call.arguments]
        if name in self.symbols.scales:
            entries = {e.key.text: e.clauses[0].items[0] for e in self.symbols.scales[name].entries}
            return self.entry(self.value(written[0], member, local), entries, member)
        if name in self.symbols.steps:
            steps = {e.key.text: written_step(e) for e in self.symbols.steps[name].entries}
            ranges = {key: step[0] for key, step in steps.items() if step}
            found = banded(self.value(written[0], member, local), ranges)
            return self.entry(found, {key: step[1] for key, step in steps.items() if step}, member)
        function = next(f for f in FUNCTIONS if name in (f.zh, f.en))
        if function.family == "aggregate":
            return self.aggregate(function.id, written[0], member)
        if function.family == "ballot":
            return self.ballot([p.text for p in written if isinstance(p, nodes.Path)], member)
        return self.function(function.id, written, member, local)

    def entry(self, key: Value, entries: Mapping[str, nodes.Expression], member: Member) -> Value:
        """The value written for a name."""
        if not plain(key):
            return needed(key)
        return self.value(entries[str(key)], member) if key in entries else fault("unmatched")

    def function(self, id: str, written: list[Any], member: Member, local: Locals | None) -> Value:
        """A function of given values."""
        if id in ("min", "max"):
            pick: Any = min if id == "min" else max
            return strictly(pick, *(self.value(each, member, local) for each in written))
        first = self.value(written[0], member, local)
        match id:
            case "abs":
                return strictly(abs, first)
            case "ln":
                return on.logarithm(first)
            case "root":
                return on.root(first, int(written[1].number))
            case "stride":
                steps = on.divide(first, self.value(written[1], member, local))
                steps = strictly(lambda n: max(n, Fraction(0)), steps)
                mode = PARTS_OF_STEPS[written[2].text]
                return on.rounded(steps, 0, mode) if mode else steps
            case _:
                return on.rounded(first, int(written[1].number), id)

    def ballot(self, names: list[str], member: Member) -> Value:
        """Points times votes, over the votes that count."""
        entries = self.symbols.scales[names[0]].entries
        votes = [self.members.cell(names[1], entry.key.text, member) for entry in entries]
        points = [self.value(entry.clauses[0].items[0], member) for entry in entries]
        return on.divide(on.add(*map(on.multiply, points, votes)), on.add(*votes))


def number(quantity: nodes.Quantity) -> Fraction:
    """The number that a quantity writes: ``3％`` is three hundredths."""
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def inside(item: Value, interval: nodes.Interval) -> Value:
    """Whether a number lies in a range."""
    low, high = interval.low, interval.high
    above = low and on.compare(">=" if interval.low_closed else ">", item, number(low))
    below = high and on.compare("<=" if interval.high_closed else "<", item, number(high))
    return _either(False, (test for test in (above, below) if test is not None))


def banded(item: Value, bands: Mapping[str, nodes.Interval]) -> Value:
    """The name of the first range that a number lies in."""

    def find(number: Fraction) -> Value:
        names = (name for name, band in bands.items() if inside(number, band) is True)
        return next(names, fault("unmatched"))

    return strictly(find, item)


def _unary(op: str, value: Value) -> Value:
    if op in ("missing", "present"):
        return (
            value if isinstance(value, Fault) else isinstance(value, Missing) == (op == "missing")
        )
    if op == "not":
        return (not value) if plain(value) else value
    return strictly(lambda n: -n, value)


def _binary(op: str, left: Value, right: Value) -> Value:
    match op:
        case "+":
            return on.add(left, right)
        case "-":
            return strictly(lambda a, b: a - b, left, right)
        case "*":
            return on.multiply(left, right)
        case "/":
            return on.divide(left, right)
        case _:
            return on.compare(op, left, right)


def _either(decisive: bool, operands: Iterable[Value]) -> Value:
    """``or`` (decisive is True) and ``and`` (decisive is False), from left to right."""
    for value in operands:
        if value is decisive or not plain(value):
            return value
    return not decisive
