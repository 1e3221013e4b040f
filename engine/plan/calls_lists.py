"""Calls that sum up several values of one member: 平均（甲、乙、丙）."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...grammar.nodes import Call, Expression
from ..functions import Function
from ..levels import Level
from ..semantics.selections import picked_of, selection_of
from .build import Builder
from .calls_rows import Lowers
from .ops import IsBlank, OpId, Ordered


def of_list(  # noqa: PLR0913, PLR0917
    lowers: Lowers,
    function: Function,
    call: Call,
    values: Sequence[Expression],
    level: Level,
    local: Mapping[str, OpId],
) -> OpId:
    """The sum, mean, greatest and so on of values that a call lists."""
    build, span = lowers.builder, call.span
    args = [lowers.expression(value, level, local) for value in values]
    match function.id:
        case "sum":
            return build.arithmetic("+", *args, span=span)
        case "mean":
            total = build.arithmetic("+", *args)
            return build.arithmetic("/", total, build.constant(len(args)), span=span)
        case "highest" | "lowest":
            return build.arithmetic("max" if function.id == "highest" else "min", *args, span=span)
        case "count":
            return _filled(build, call, args)
    middle = (len(args) - 1) // 2, len(args) // 2 + 1
    selection = selection_of(call, function)
    start, stop = (selection and picked_of(selection, len(args))) or middle
    found, fitted = build.same(*args)
    done = "sum" if function.id == "best_sum" else "mean"
    return build.add(Ordered(done, fitted, start, stop, level=found, span=span))  # type: ignore[arg-type]


def _filled(build: Builder, call: Call, args: Sequence[OpId]) -> OpId:
    """How many of several have a value: one for each."""
    ones = []
    for arg in args:
        blank = build.add(IsBlank(arg, level=build.level(arg), span=call.span))
        ones.append(
            build.choose(
                [(blank, build.constant(0))], build.constant(1), build.level(arg), call.span
            )
        )
    return build.arithmetic("+", *ones, span=call.span)
