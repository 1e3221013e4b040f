"""The range of the total that the policy's own text implies."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..plan.ops import OpId
from ..semantics.wording import stretch
from . import codes
from .known import Known


def prove(known: Known) -> Iterator[Diagnostic]:
    """What the figure that decides can be, for each kind of unit."""
    total = known.plan.outcome.total
    if total is None:
        return
    alias = next(
        (op for op in known.plan.names if known.ranges.same(op) == known.ranges.same(total)), None
    )
    found = shown_range(known, total)
    if alias is None or found is None:
        return
    named = known.plan.names[alias][0]
    args: dict[str, Argument] = {"name": named.title, "reach": found}
    yield Diagnostic(codes.TOTAL_RANGE, named.span, args)


def shown_range(known: Known, op: OpId, kinds: tuple[str, ...] = ()) -> Text | None:
    """A range in words, one for each kind of unit where these differ; ``kinds`` are those that it
    is about, all where none is given. None where it is no number."""
    unit = known.points(op)
    found = [
        (kind, stretch(reach.numbers, unit))
        for kind, reach in known.ranges.by_kind(op)
        if reach.numbers is not None and not (kind and kinds and kind not in kinds)
    ]
    if not found:
        return None
    if len({words for _, words in found}) == 1:
        return found[0][1]
    return Text(
        "，".join(f"{kind}{words.zh}" for kind, words in found),
        ", ".join(f"{kind} {words.en}" for kind, words in found),
    )
