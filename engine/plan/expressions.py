"""Formulas to operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, assert_never

from ...grammar.nodes import (
    Binary,
    Call,
    DateLiteral,
    Document,
    Each,
    Expression,
    Filtered,
    Hole,
    Interval,
    Member,
    Path,
    Quantity,
    String,
    Unary,
    YearLiteral,
)
from ..functions import Function, find_function
from ..levels import UNIT, Level, group
from ..semantics.arguments import degree_of, part_of_step, places_of
from ..semantics.bounds import dashed, quantity_value, range_of
from ..semantics.calls import answers, row_level, summed_to
from ..semantics.checked import Checked
from ..semantics.dates import date_of
from ..semantics.declarations import Declaration
from ..semantics.forms import written_step
from ..semantics.names import Names
from ..semantics.references import (
    AttributeReference,
    ColumnReference,
    IndicatorReference,
    LocalReference,
    MemberReference,
    NothingReference,
    Reference,
    Scope,
    ValueReference,
)
from ..semantics.selections import filtered_of, listed_of
from ..semantics.series import series_of
from ..semantics.symbols import Symbols
from ..semantics.types import UNKNOWN
from .build import Builder
from .calls_dates import dates_apart, on_dates
from .calls_lists import of_list
from .calls_numbers import conditions, fallback, marginal, power, ratio, sloping
from .calls_rows import placed, selected, shared
from .ops import Aggregate, Classify, Contains, Irrational, IsBlank, Lookup, OpId, Round, Series


def grouped(symbols: Symbols, source: Level, names: Iterable[str]) -> Level:
    """The groups that columns, and groupings of units, make among the members of a level. A column
    of a table that these belong to is named after that table."""
    tables = symbols.hierarchy.tables_above(source)
    keys: list[str] = []
    for name in names:
        own = any(column.name == name for table in tables for column in table.columns)
        grouping = None if own else symbols.groupings.get(name)
        for key in [path.text for path in grouping.paths("by")] if grouping else [name]:
            owner = next(t for t in tables if any(column.name == key for column in t.columns))
            keys.append(key if owner is tables[0] else f"{owner.name}.{key}")
    return group(tables[0].name, tuple(keys))


class Values(Protocol):
    """Where the operations of declared values come from."""

    def value(
        self, reference: ValueReference | IndicatorReference | AttributeReference
    ) -> OpId: ...


class Formulas:
    """Lowers expressions of one checked policy into a builder."""

    def __init__(self, checked: Checked, builder: Builder, values: Values, year: int) -> None:
        self.checked = checked
        self.builder = builder
        self.values = values
        self.year = year
        self.names = Names(checked.symbols, checked.source)

    def lower(
        self, expr: Expression, level: Level, local: Mapping[str, OpId] | None = None
    ) -> OpId:
        """An expression on a level; ``local`` gives the operations of names only known there."""
        return self.builder.at(self.expression(expr, level, local or {}), level)

    def expression(self, expr: Expression, level: Level, local: Mapping[str, OpId]) -> OpId:
        """An expression on the coarsest level it has."""
        build = self.builder
        match expr:
            case Quantity():
                return build.constant(quantity_value(expr), expr.span, expr.unit)
            case DateLiteral():
                return build.constant(self.date(expr), expr.span)
            case String(text=text):
                return build.constant(text, expr.span)
            case Path():
                return self.reference(self.checked.refs[expr], local)
            case Call():
                return self.call(expr, level, local)
            case Unary():
                return self.unary(expr, level, local)
            case Binary(op="and" | "or" as op):
                return build.logic(
                    op,
                    *(self.expression(e, level, local) for e in (expr.left, expr.right)),
                    span=expr.span,
                )
            case Binary(op="=" | "!=" | "<" | "<=" | ">" | ">=" as op):
                left, right = (self.expression(e, level, local) for e in (expr.left, expr.right))
                return build.compare(op, left, right, expr.span)
            case Binary() if self.checked.types.get(expr.left, UNKNOWN).base == "date":
                return dates_apart(self, expr, level, local)
            case Binary(op=op):
                left, right = (self.expression(e, level, local) for e in (expr.left, expr.right))
                return build.arithmetic(op, left, right, span=expr.span)
            case Member():
                return self.member(expr, level, local)
            case Interval() | Each() | YearLiteral() | Document() | Filtered() | Hole():
                raise TypeError(f"{type(expr).__name__} has no value; checking lets none through")
            case _:
                assert_never(expr)

    def date(self, literal: DateLiteral) -> date:
        """A written date of the policy's year."""
        found = date_of(literal, self.year)
        if found is None:
            raise ValueError("a date that does not exist; checking lets none through")
        return found

    def reference(self, found: Reference, local: Mapping[str, OpId]) -> OpId:
        match found:
            case ColumnReference(table=table, column=column):
                return self.column(table, column)
            case MemberReference(text=text):
                return self.builder.constant(text)
            case LocalReference(id=id):
                return local[id]
            case NothingReference():
                return self.builder.constant(None)
            case ValueReference() | IndicatorReference() | AttributeReference():
                return self.values.value(found)

    def column(self, table: str, column: str) -> OpId:
        """A column's values, on the level of its table's rows."""
        level = self.checked.symbols.hierarchy.level(table)
        return self.builder.input(table, column, level)

    def rows_of(
        self, expr: Expression, level: Level, local: Mapping[str, OpId] | None = None
    ) -> Level:
        """The members that a call works through."""
        known = local or {}

        def level_of(found: Reference) -> Level:
            return self.builder.level(self.reference(found, known))

        scope = Scope(level, dict.fromkeys(known, UNKNOWN))
        return row_level(self.names, expr, scope, level_of)

    def unary(self, expr: Unary, level: Level, local: Mapping[str, OpId]) -> OpId:
        build, inner = self.builder, self.expression(expr.operand, level, local)
        match expr.op:
            case "missing":
                return build.add(IsBlank(inner, level=build.level(inner), span=expr.span))
            case "present":
                blank = build.add(IsBlank(inner, level=build.level(inner), span=expr.span))
                return build.logic("not", blank, span=expr.span)
            case "not":
                return build.logic("not", inner, span=expr.span)
            case "-":
                return build.arithmetic("-", build.constant(0), inner, span=expr.span)

    def member(self, expr: Member, level: Level, local: Mapping[str, OpId]) -> OpId:
        item = self.expression(expr.item, level, local)
        tests = [test for one in expr.among for test in (self.belongs(item, one, level, local),)]
        return self.builder.logic("or", *tests, span=expr.span)

    def belongs(self, item: OpId, one: Expression, level: Level, local: Mapping[str, OpId]) -> OpId:
        """Whether an item is one thing, lies in an interval, or stands in a list of names."""
        interval = one if isinstance(one, Interval) else dashed(one)
        if interval is not None:
            return self.inside(item, interval)
        other = self.expression(one, level, local)
        if self.checked.types[one].base == "names":
            found, (names, name) = self.builder.same(other, item)
            return self.builder.add(Contains(names, name, level=found, span=one.span))
        return self.builder.compare("=", item, other, one.span)

    def inside(self, item: OpId, interval: Interval) -> OpId:
        tests = []
        if interval.low is not None:
            low = self.builder.constant(
                quantity_value(interval.low), interval.low.span, interval.low.unit
            )
            tests.append(
                self.builder.compare(">=" if interval.low_closed else ">", item, low, interval.span)
            )
        if interval.high is not None:
            high = self.builder.constant(
                quantity_value(interval.high), interval.high.span, interval.high.unit
            )
            tests.append(
                self.builder.compare(
                    "<=" if interval.high_closed else "<", item, high, interval.span
                )
            )
        return self.builder.logic("and", *tests, span=interval.span)

    def call(self, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
        scale = self.checked.symbols.scales.get(call.callee.text)
        if scale is not None:
            key = self.expression(call.arguments[0].value, level, local)
            if self.checked.types[call.arguments[0].value].base == "condition":
                return self.answered(key, scale, call)
            return self.lookup(key, self.scale(call.callee.text), call)
        steps = self.checked.symbols.steps.get(call.callee.text)
        if steps is not None:
            return self.step(steps, call, level, local)
        function = find_function(call.callee.text)
        if function is None:
            raise KeyError(call.callee.text)
        return self.function(function, call, level, local)

    def answered(self, condition: OpId, scale: Declaration, call: Call) -> OpId:
        """The value that a scale of 是 and 否 has for a condition."""
        values = dict(self.scale(scale.name))
        yes, no = (values[word] for word in answers(scale))
        level, (when, take, otherwise) = self.builder.same(condition, yes, no)
        return self.builder.choose([(when, take)], otherwise, level, call.span)

    def step(self, steps: Declaration, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
        """The value of the range that a number lies in: first the range's name, then its value."""
        build = self.builder
        number = self.expression(call.arguments[0].value, level, local)
        found = build.level(number)
        written = [
            (e.key.text, step) for e in steps.entries if (step := written_step(e)) is not None
        ]
        bands = tuple((name, range_of(interval)) for name, (interval, _) in written)
        key = build.add(Classify(number, bands, level=found, span=call.span))
        entries = [
            (
                name,
                sloping(build, number, range_of(interval), value)
                if isinstance(value, Interval)
                else self.expression(value, UNIT, {}),
            )
            for name, (interval, value) in written
        ]
        return self.lookup(key, entries, call)

    def lookup(self, key: OpId, entries: list[tuple[str, OpId]], call: Call) -> OpId:
        """The entry of a name; it may be a formula on units where the name is the same for all."""
        level, (key, *values) = self.builder.same(key, *(value for _, value in entries))
        named = tuple((name, value) for (name, _), value in zip(entries, values, strict=True))
        return self.builder.add(Lookup(key, named, level=level, span=call.span))

    def scale(self, name: str) -> list[tuple[str, OpId]]:
        """The entries of a scale as constants or formulas."""
        entries = self.checked.symbols.scales[name].entries
        return [(e.key.text, self.expression(e.clauses[0].items[0], UNIT, {})) for e in entries]

    def function(
        self, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
    ) -> OpId:
        first = call.arguments[0].value
        if values := listed_of(call, function):
            return of_list(self, function, call, values, level, local)
        match function.family:
            case "aggregate":
                return self.aggregate(function, first, level, local)
            case "selection":
                return selected(self, function, call, level, local)
            case "place":
                return placed(self, call, level, local)
            case "share":
                return shared(self, call, level, local)
            case "ratio":
                return ratio(self, call, level, local)
            case "power":
                return power(self, call, level, local)
            case "marginal":
                return marginal(self, call, level, local)
            case "date":
                return on_dates(self, function, call, level, local)
            case "pair":
                args = [
                    self.expression(argument.value, level, local) for argument in call.arguments
                ]
                return self.builder.arithmetic(function.id, *args, span=call.span)
            case "fallback":
                return fallback(self, call, level, local)
            case "conditions":
                return conditions(self, call, level, local)
            case "single":
                arg = self.expression(first, level, local)
                negative = self.builder.arithmetic("-", self.builder.constant(0), arg)
                return self.builder.arithmetic("max", arg, negative, span=call.span)
            case "stride":
                return self.stride(call, level, local)
            case "irrational":
                return self.irrational(function, call, level, local)
            case "round":
                arg = self.expression(first, level, local)
                level = self.builder.level(arg)
                rounded = Round(arg, places_of(call) or 0, function.id, level=level, span=call.span)  # type: ignore[arg-type]
                return self.builder.add(rounded)
            case "series":
                return self.series(function, call, level, local)
            case "ballot":
                return self.ballot(call)

    def irrational(
        self, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
    ) -> OpId:
        """A logarithm or a root, to the digits that the language fixes."""
        arg = self.expression(call.arguments[0].value, level, local)
        degree = degree_of(call) or 1
        found = self.builder.level(arg)
        return self.builder.add(Irrational(function.id, arg, degree, level=found, span=call.span))  # type: ignore[arg-type]

    def stride(self, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
        """How many steps an excess makes, parts of a step as written; 0 where there is none."""
        build = self.builder
        excess, step = (self.expression(a.value, level, local) for a in call.arguments[:2])
        steps = build.arithmetic("/", excess, step, span=call.span)
        steps = build.arithmetic("max", steps, build.constant(0), span=call.span)
        mode = part_of_step(call)
        if not mode:
            return steps
        return build.add(Round(steps, 0, mode, level=build.level(steps), span=call.span))  # type: ignore[arg-type]

    def aggregate(
        self, function: Function, argument: Expression, level: Level, local: Mapping[str, OpId]
    ) -> OpId:
        """Rows to units; with 按, rows to groups and back to the rows. Names that only the place
        knows keep their meaning where the rows are of its level."""
        filtered = filtered_of(argument)
        source = self.rows_of(filtered.value, level, local)
        build, local = self.builder, local if source == level else {}
        value = self.lower(filtered.value, source, local)
        where = self.lower(filtered.where, source, local) if filtered.where is not None else None
        target = self.target(filtered, source, level)
        done = build.add(Aggregate(function.id, value, where, level=target, span=argument.span))  # type: ignore[arg-type]
        return build.at(done, source) if filtered.by else done

    def target(self, filtered: Filtered, source: Level, level: Level) -> Level:
        """The level that an aggregate sums up to."""
        symbols = self.checked.symbols
        if not filtered.by:
            return summed_to(symbols, source, level)
        return grouped(symbols, source, (path.text for path in filtered.by))

    def series(
        self, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
    ) -> OpId:
        """A value along the periods of its series."""
        value, build = call.arguments[0].value, self.builder
        source = self.rows_of(value, level, local)
        name, keys = series_of(self.checked.symbols, source)
        table = self.checked.symbols.tables[name]
        period = table.column(table.period or "")
        done = Series(
            function.id,  # type: ignore[arg-type]
            self.lower(value, source, local),
            self.column(name, period.name),
            group(name, keys),
            period.choices,
            level=source,
            span=call.span,
        )
        return build.add(done)

    def ballot(self, call: Call) -> OpId:
        """The mean mark of counted votes: points times votes, over the votes that count."""
        scale, table = (a.value.text for a in call.arguments if isinstance(a.value, Path))
        build = self.builder
        entries = [(self.column(table, name), points) for name, points in self.scale(scale)]
        marks = [build.arithmetic("*", points, votes, span=call.span) for votes, points in entries]
        total = build.arithmetic("+", *marks, span=call.span)
        counted = build.arithmetic("+", *(votes for votes, _ in entries), span=call.span)
        return build.arithmetic("/", total, counted, span=call.span)
