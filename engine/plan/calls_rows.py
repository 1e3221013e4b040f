"""Calls that order rows: the few that count, places, and shares that add up."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol

from ...grammar.nodes import Call, Expression, Filtered
from ..functions import Function
from ..levels import Level
from ..semantics.checked import Checked
from ..semantics.rows import summed_to
from ..semantics.selections import (
    Selection,
    division_of,
    filtered_of,
    place_of,
    selection_of,
    then_by_of,
)
from .build import Builder
from .ops import Aggregate, Apportion, Guard, OpId, Pick, Rank, Round


class Lowers(Protocol):
    """What lowering a call asks of ``Formulas``; see there."""

    checked: Checked
    builder: Builder

    def lower(
        self, expr: Expression, level: Level, local: Mapping[str, OpId] | None = None
    ) -> OpId: ...
    def expression(self, expr: Expression, level: Level, local: Mapping[str, OpId]) -> OpId: ...
    def rows_of(
        self, expr: Expression, level: Level, local: Mapping[str, OpId] | None = None
    ) -> Level: ...
    def target(self, filtered: Filtered, source: Level, level: Level) -> Level: ...
    def column(self, table: str, column: str) -> OpId: ...


def selected(
    lowers: Lowers, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """The sum or mean of the rows that a call picks."""
    filtered, selection = filtered_of(call.arguments[0].value), selection_of(call, function)
    if selection is None:
        raise KeyError(f"{call.callee.text}; checking lets none through")
    build = lowers.builder
    source = lowers.rows_of(filtered.value, level, local)
    owner = lowers.target(filtered, source, level)
    known = local if source == level else {}
    value = lowers.lower(filtered.value, source, known)
    where = lowers.lower(filtered.where, source, known) if filtered.where is not None else None
    counted = build.add(Aggregate("count", value, where, level=owner))
    amount = _amount(lowers, selection, counted, owner)
    picked = build.add(Pick(value, where, amount, owner, selection.keep, level=source))
    function_id = "sum" if function.id == "best_sum" else "mean"
    done = build.add(Aggregate(function_id, value, picked, level=owner, span=call.span))  # type: ignore[arg-type]
    if selection.enough:
        needed = build.constant(Fraction(1 if selection.keep == "inner" else 0))
        least = build.arithmetic("+", needed, *([amount] * (2 if selection.keep == "inner" else 1)))
        must = build.compare(">=", counted, least)
        done = build.add(Guard(done, build.at(must, owner), "few", level=owner, span=call.span))
    return build.at(done, source) if filtered.by else done


def _amount(lowers: Lowers, selection: Selection, counted: OpId, owner: Level) -> OpId:
    """How many rows at one end: as written, or a rounded share of those there are."""
    build = lowers.builder
    amount = build.constant(selection.amount, unit="%" if selection.rounding else None)
    if not selection.rounding:
        return build.at(amount, owner)
    share = build.arithmetic("*", counted, amount)
    return build.add(Round(share, 0, selection.rounding, level=owner))  # type: ignore[arg-type]


def placed(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """Each one's place among those that meet the condition; the others have none."""
    filtered, written = filtered_of(call.arguments[0].value), place_of(call)
    if written is None:
        raise KeyError(f"{call.callee.text}; checking lets none through")
    source = lowers.rows_of(filtered.value, level, local)
    known = local if source == level else {}
    value = _counting(lowers, filtered, source, known)
    group = _group(lowers, filtered, source)
    then_by = tuple(lowers.lower(key, source, known) for key in then_by_of(call))
    rank = Rank(value, group, *written, then_by, level=source, span=call.span)  # type: ignore[arg-type]
    return lowers.builder.add(rank)


def shared(lowers: Lowers, call: Call, level: Level, local: Mapping[str, OpId]) -> OpId:
    """Each one's part of a total."""
    filtered = filtered_of(call.arguments[1].value)
    source = lowers.rows_of(filtered.value, level, local)
    pool = lowers.builder.at(lowers.expression(call.arguments[0].value, level, local), source)
    weight = _counting(lowers, filtered, source, local if source == level else {})
    group, written = _group(lowers, filtered, source), division_of(call)
    if written is None:
        raise KeyError(f"{call.callee.text}; checking lets none through")
    parts = Apportion(pool, weight, group, *written, level=source, span=call.span)  # type: ignore[arg-type]
    return lowers.builder.add(parts)


def _group(lowers: Lowers, filtered: Filtered, source: Level) -> Level:
    """Among whom: the groups of 按, a unit's own rows, or all units."""
    if filtered.by:
        return lowers.target(filtered, source, source)
    return summed_to(lowers.checked.symbols, source, source)


def _counting(lowers: Lowers, filtered: Filtered, source: Level, local: Mapping[str, OpId]) -> OpId:
    """A value for those that meet the condition, and nothing for the others."""
    value = lowers.lower(filtered.value, source, local)
    if filtered.where is None:
        return value
    build = lowers.builder
    return build.choose(
        [(lowers.lower(filtered.where, source, local), value)],
        build.constant(None),
        source,
        filtered.span,
    )
