"""Conditions that always hold or can never hold, by the ranges of what they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.source import Span
from ...grammar.tokens import OPERATORS
from ..plan.ops import Choose, Compare, Constant, IsBlank, Logic, Op, OpId, arguments
from ..semantics.wording import stretch
from . import codes
from .boxes import decided
from .domain import EITHER, Reach, Truths
from .known import Known
from .worlds import EMPTY

#: How a range begins, and no comparison: with a figure, or with what says on which side of it.
_BOUND = re.compile(rf"\d|(?:{'|'.join(map(re.escape, OPERATORS))})\s*\d")
#: The most boxes that one condition is cut into to see whether it can go both ways.
LIMIT = 300
#: The most combinations inside one another that are looked through; names can stack up more.
DEEPEST = 24


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every comparison the author wrote, and every combination of them, each once; only the
    innermost is named, since what it stands in follows from it."""
    whole = {op.span for op in known.plan.ops if isinstance(op, Logic) and op.span is not None}
    cases, meant = set(_case_conditions(known)), _invariants(known)
    seen: set[Span] = set()
    depths = _depths(known)
    for op_id, op in enumerate(known.plan.ops):
        if not isinstance(op, (Compare, Logic, IsBlank)) or op.span is None or op.span in seen:
            continue
        if not isinstance(op, Logic) and op.span in whole:
            continue  # one bound of a range, or what 有值 denies: the whole is what was written
        truths = _truths(known, op_id, op, depths[op_id])
        if len(truths) != 1:
            continue
        seen.add(op.span)
        holds = True in truths
        # That a case always applies is said of the cases after it; an invariant is meant to hold.
        if holds and (op_id in cases or any(_inside(op.span, span) for span in meant)):
            continue
        args: dict[str, Argument] = {
            "condition": _words(known, op, op.span),
            "because": _because(known, op),
        }
        yield Diagnostic(codes.ALWAYS if holds else codes.NEVER, op.span, args)


def _invariants(known: Known) -> list[Span]:
    """Where the policy says what must hold whatever the data."""
    written = (d.value("must") for d in known.checked.symbols.all_of("invariant"))
    return [formula.span for formula in written if formula is not None]


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _case_conditions(known: Known) -> Iterator[OpId]:
    for op in known.plan.ops:
        if isinstance(op, Choose) and op.span is not None:
            yield from (when for when, _ in op.cases)


def _truths(known: Known, op_id: OpId, op: Op, depth: int) -> Truths:
    """The truth values of a condition; of a combination only where none of its parts is settled."""
    world = known.ranges.joined
    if not isinstance(op, Logic):
        return known.ranges.of(op_id).truths
    if depth > DEEPEST:
        return EITHER
    inner = [arg for arg in arguments(op) if known.plan.ops[arg].span != op.span]
    if any(len(known.ranges.of(arg).truths) == 1 for arg in inner):
        return frozenset()
    found: set[bool] = set()
    for boxes, (holds, _) in enumerate(decided(world, op_id, EMPTY)):
        found.add(holds)
        if len(found) == 2 or boxes > LIMIT:
            return EITHER
    return frozenset(found)


def _depths(known: Known) -> list[int]:
    """For each operation, how many combinations of conditions stand in one another there."""
    found: list[int] = []
    for op_id, op in enumerate(known.plan.ops):
        same = known.ranges.same(op_id)
        if same != op_id:
            found.append(found[same])
        else:
            inner = [found[arg] for arg in arguments(op)] if isinstance(op, Logic) else [-1]
            found.append(1 + max(inner))
    return found


def _words(known: Known, op: Op, span: Span) -> str:
    """A condition as written; a range that something is to lie in, after what that is."""
    words = known.words(span)
    first = known.plan.ops[op.args[0]] if isinstance(op, Logic) else op
    if isinstance(first, Compare) and first.span == span and _BOUND.match(words):
        title = known.title(first.left)
        return f"{title} 属于（{words}）" if title is not None else words
    return words


def _because(known: Known, op: Op) -> Text:
    """What the value compared can be."""
    if isinstance(op, Compare):
        for side, other in ((op.left, op.right), (op.right, op.left)):
            title, reach = known.title(side), known.ranges.of(side)
            fixed = isinstance(known.written(other), Constant)
            if fixed and title and (said := _said(known, other, reach)) is not None:
                return Text(f"：“{title}”只能是{said.zh}", f": “{title}” is {said.en}")
    return Text("", "")


def _said(known: Known, other: OpId, reach: Reach) -> Text | None:
    if reach.numbers is not None and reach.numbers.point is None:
        constant = known.written(other)
        unbounded = reach.numbers.low is None and reach.numbers.high is None
        if unbounded or not isinstance(constant, Constant) or isinstance(constant.value, date):
            return None
        return stretch(reach.numbers, constant.unit)
    if reach.names:
        return Text("、".join(sorted(reach.names)), ", ".join(sorted(reach.names)))
    return None
