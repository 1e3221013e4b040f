"""Formulas to operations."""

from __future__ import annotations

from collections.abc import Mapping
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
from ..levels import Level, group
from ..semantics.bounds import quantity_value
from ..semantics.checked import Checked
from ..semantics.dates import date_of
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
from ..semantics.rows import row_level, summed_to
from ..semantics.selections import filtered_of, listed_of
from ..semantics.series import series_of
from ..semantics.types import UNKNOWN
from .build import Builder
from .calls_dates import dates_apart, on_dates
from .calls_lists import of_list
from .calls_numbers import (
    conditions,
    fallback,
    irrational,
    magnitude,
    marginal,
    pair,
    power,
    ratio,
    rounded,
    stride,
)
from .calls_rows import placed, selected, shared
from .calls_scales import ballot, in_scale, in_steps
from .groups import grouped
from .membership import among
from .ops import Aggregate, IsBlank, OpId, Series


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
                return among(self, expr, level, local)
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

    def call(self, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
        """A call of a scale or a step table of the policy, or of a built-in function."""
        symbols, name = self.checked.symbols, call.callee.text
        if name in symbols.scales:
            return in_scale(self, symbols.scales[name], call, level, local)
        if name in symbols.steps:
            return in_steps(self, symbols.steps[name], call, level, local)
        function = find_function(name)
        if function is None:
            raise KeyError(name)
        return self.function(function, call, level, local)

    def function(
        self, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
    ) -> OpId:
        """A call of a built-in function, by its family."""
        if values := listed_of(call, function):
            return of_list(self, function, call, values, level, local)
        match function.family:
            case "aggregate":
                return self.aggregate(function, call.arguments[0].value, level, local)
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
                return pair(self, function, call, level, local)
            case "fallback":
                return fallback(self, call, level, local)
            case "conditions":
                return conditions(self, call, level, local)
            case "single":
                return magnitude(self, call, level, local)
            case "stride":
                return stride(self, call, level, local)
            case "irrational":
                return irrational(self, function, call, level, local)
            case "round":
                return rounded(self, function, call, level, local)
            case "series":
                return self.series(function, call, level, local)
            case "ballot":
                return ballot(self, call)

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
