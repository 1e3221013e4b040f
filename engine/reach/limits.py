"""Caps and floors that never bite, and what they always swallow."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.source import Span
from ...grammar.vocabulary import MATTER_KINDS
from ..extent import Extent
from ..plan.ops import Arithmetic, Constant, OpId
from ..semantics.declarations import Declaration
from ..semantics.wording import figure, stretch
from . import codes
from .known import Known


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every cap of a bonus or deduction, and every smaller and larger of a figure and a bound."""
    caps = {op: d for op, d in known.named(*MATTER_KINDS) if "cap" in d.properties}
    seen: set[Span] = set()
    for op_id, op in enumerate(known.plan.ops):
        if not isinstance(op, Arithmetic) or op.op not in ("min", "max") or op.span in seen:
            continue
        found = _decided(known, op)
        if found is None or op.span is None:
            continue
        seen.add(op.span)
        limit, other, swallowed = found
        args = _args(known, limit, other)
        if op_id in caps:
            code = codes.SWALLOWED_BONUS if swallowed else codes.IDLE_CAP
            cap = caps[op_id].properties["cap"]
            yield Diagnostic(code, cap.span, {"name": caps[op_id].title, **args})
        else:
            code = codes.SWALLOWED if swallowed else codes.IDLE_LIMIT
            yield Diagnostic(code, op.span, {"formula": known.words(op.span), **args})


def swallowed(known: Known) -> set[Declaration]:
    """The bonuses and deductions that are always their cap."""
    found = set()
    for op_id, declaration in known.named(*MATTER_KINDS):
        op = known.plan.ops[op_id]
        decided = _decided(known, op) if isinstance(op, Arithmetic) and op.op == "min" else None
        if decided is not None and decided[2]:
            found.add(declaration)
    return found


def _decided(known: Known, op: Arithmetic) -> tuple[OpId, OpId, bool] | None:
    """The constant and the figure of which one never has a say, and whether that is the figure."""
    written = [arg for arg in op.args if _written(known, arg)]
    others = [arg for arg in op.args if not _written(known, arg)]
    for limit in written:
        for other in others:
            bound, figures = known.ranges.of(limit).numbers, known.ranges.of(other).numbers
            if bound is None or figures is None or figures.point is not None:
                continue
            below, above = (bound, figures) if op.op == "min" else (figures, bound)
            if _never_over(below, above):
                return limit, other, True
            if len(op.args) == 2 and _never_over(above, below):
                return limit, other, False
    return None


def _written(known: Known, arg: OpId) -> bool:
    """Whether a limit is a figure that stands in the text."""
    op = known.written(arg)
    return isinstance(op, Constant) and op.span is not None


def _never_over(first: Extent, second: Extent) -> bool:
    """Whether no number of one is above any number of the other."""
    return first.high is not None and second.low is not None and first.high <= second.low


def _args(known: Known, limit: OpId, other: OpId) -> dict[str, Argument]:
    constant = known.written(limit)
    bound, figures = known.ranges.of(limit).numbers, known.ranges.of(other).numbers
    if not isinstance(constant, Constant) or bound is None or figures is None:
        raise TypeError("a limit that is no figure")
    value = bound.point if bound.point is not None else figures.low or 0
    return {"limit": figure(value, constant.unit), "reach": stretch(figures, constant.unit)}
