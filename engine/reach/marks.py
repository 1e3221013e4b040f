"""Marks that can leave the range from 0 to their full mark, as the policy's own text implies."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..extent import Extent, point
from ..plan.ops import Within
from ..semantics.declarations import Declaration
from ..semantics.symbols import INDICATOR_KINDS
from ..semantics.wording import figure, stretch
from . import codes
from .attained import Attained
from .known import Known


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every mark of an indicator, a stage or a panel whose bounds are known and lie outside."""
    places = {d.span: d for d in known.checked.symbols.all_of(*INDICATOR_KINDS, "stage", "panel")}
    found: dict[Declaration, Diagnostic] = {}
    for name, world in known.ranges.worlds:
        attained = Attained(known, world)
        for op in known.plan.ops:
            declaration = places.get(op.span) if isinstance(op, Within) and op.span else None
            if not isinstance(op, Within) or declaration is None or declaration in found:
                continue
            if name and name not in known.checked.symbols.subjects_of(declaration):
                continue
            full = attained.numbers(op.high)
            marks = _outside(attained, op, full) if full is not None else None
            if marks is not None and full is not None:
                found[declaration] = _finding(declaration, marks, full)
    yield from found.values()


def _outside(attained: Attained, op: Within, full: Extent) -> Extent | None:
    """The range of a mark that some data takes to a bound outside, or a figure outside that a case
    gives it; a bound that may only be a wide guess proves nothing."""
    marks = attained.numbers(op.arg)
    if marks is None:
        return None
    if _over(marks, full) and attained.holds(op.arg, high=True):
        return marks
    if marks.low is not None and marks.low < 0 and attained.holds(op.arg, high=False):
        return marks
    stated = [one for one in map(point, attained.written(op.arg)) if _over(one, full)]
    return stated[0] if stated else None


def _over(marks: Extent, full: Extent) -> bool:
    return marks.high is not None and full.high is not None and marks.high > full.high


def _finding(declaration: Declaration, marks: Extent, full: Extent) -> Diagnostic:
    most = figure(full.high, "分") if full.high is not None else Text("", "")
    args: dict[str, Argument] = {
        "name": declaration.title,
        "reach": stretch(marks, "分"),
        "full": most,
        "advice": _advice(declaration, marks, full, most),
    }
    return Diagnostic(codes.OUTSIDE_FULL, declaration.span, args)


def _advice(declaration: Declaration, marks: Extent, full: Extent, most: Text) -> Text:
    """The ways out: a greater full mark and a conversion by the old one, or a limit."""
    if not _over(marks, full):
        return Text(
            "扣完为止的，写：取大（……，0分）", "where nothing is lost below 0: max(…, 0pts)"
        )
    limit = Text(f"写：取小（……，{most.zh}）", f"min(…, {most.en})")
    if marks.high is None or declaration.kind.id != "stage":
        return Text(
            f"最多得满分的，{limit.zh}；列的范围写宽了的，改列的范围",
            f"where the full mark is the most: {limit.en}; else narrow the range of the column",
        )
    high = figure(marks.high, "分")
    return Text(
        f"可以超过{most.zh}的，写：满分：{high.zh}；折算：得分 ÷ {most.zh} × 权重；"
        f"最多计{most.zh}的，{limit.zh}",
        f"where it may be more: full: {high.en} and conversion: score ÷ {most.en} × weight; "
        f"where {most.en} is the most: {limit.en}",
    )
