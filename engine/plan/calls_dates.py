"""Calls and sums on dates."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.nodes import Binary, Call
from ..data.contract import Holidays
from ..functions import Function
from ..levels import Level
from ..semantics.calendars import (
    COUNTING,
    DATES,
    MONTH,
    WORKDAY,
    YEAR,
    calendar_of,
    counts_first,
    holidays_of,
)
from .calls_rows import Lowers
from .ops import Dated, OpId


def on_dates(
    lowers: Lowers, function: Function, call: Call, level: Level, local: Mapping[str, OpId]
) -> OpId:
    """A function of dates and numbers; the calendar is no argument of the operation."""
    counting = function.id in COUNTING
    values = call.arguments[: len(DATES[function.id])]
    args = [lowers.expression(argument.value, level, local) for argument in values]
    found, fitted = lowers.builder.same(*args)
    days = _holidays(lowers, call) if counting else None
    done = "workday_counting" if counts_first(call, function) else function.id
    return lowers.builder.add(Dated(done, fitted, days, level=found, span=call.span))  # type: ignore[arg-type]


def dates_apart(lowers: Lowers, expr: Binary, level: Level, local: Mapping[str, OpId]) -> OpId:
    """Days between two dates, or a date so many days, or working days, on or back."""
    build = lowers.builder
    left, right = (lowers.expression(e, level, local) for e in (expr.left, expr.right))
    kind, days = lowers.checked.types[expr.right], None
    if kind.base == "date":
        function = "between"
    else:
        function, days = "shift", None
        if kind.dimension == WORKDAY:
            function, days = "workday_after", _holidays(lowers, None)
        elif kind.dimension in (MONTH, YEAR):
            function = "months"
            if kind.dimension == YEAR:
                right = build.arithmetic("*", right, build.constant(12))
        right = build.arithmetic("-", build.constant(0), right) if expr.op == "-" else right
    found, fitted = build.same(left, right)
    return build.add(Dated(function, fitted, days, level=found, span=expr.span))  # type: ignore[arg-type]


def _holidays(lowers: Lowers, call: Call | None) -> Holidays | None:
    symbols = lowers.checked.symbols
    calendar = calendar_of(symbols, call)
    return holidays_of(symbols, calendar) if calendar is not None else None
