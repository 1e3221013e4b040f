"""What is taken as a score must be in points."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Label, Text
from ...grammar.nodes import Expression, Path
from ...grammar.source import Span
from ..levels import UNIT
from . import codes
from .inferring import Inferring
from .references import LocalReference
from .types import Dimension, Type
from .walk import expressions

POINTS: Dimension = (("point", 1),)
POINT = Type("number", UNIT, POINTS)
#: Points times points, as where a weight is not divided by the full mark.
_SQUARE: Dimension = (("point", 2),)


def must_be_points(inference: Inferring, formula: Expression, kind: Type) -> None:
    """A finding where a formula of some other unit is taken as a score."""
    if kind.base != "number" or kind.dimension in (None, POINTS):
        return
    shown, unit = inference.names.slice(formula), kind.words()
    args: dict[str, Argument] = {
        "verb": Text("当作得分", "taken as a score"),
        "left": Text(f"“{shown}”（{unit.zh}）", f"“{shown}” ({unit.en})"),
        "right": Text("分", "points"),
    }
    weights = list(_weights(inference, formula)) if kind.dimension == _SQUARE else []
    labels = tuple(Label(weight.span, _WEIGHT) for weight in weights[:1])
    fixes = (_by_full(formula, english=weights[0].text.isascii()),) if weights else ()
    finding = Diagnostic(codes.UNIT_MISMATCH, formula.span, args, labels, fixes)
    inference.findings.append(finding)


_WEIGHT = Text(
    "折算里的“权重”也是分：总分100分的40％，权重是40分",
    "a weight is in points here too: 40% of 100 points are 40 points",
)


def _weights(inference: Inferring, formula: Expression) -> Iterator[Path]:
    for part in expressions(formula):
        found = inference.refs.get(part) if isinstance(part, Path) else None
        if isinstance(part, Path) and isinstance(found, LocalReference) and found.id == "weight":
            yield part


def _by_full(formula: Expression, *, english: bool) -> Fix:
    """Dividing by the full mark: the share of the marks that were got, times the weight."""
    end = Span(formula.span.end, formula.span.end)
    title = Text("除以满分：得分 ÷ 满分 × 权重", "divide by the full mark: score ÷ full × weight")
    return Fix(title, (Edit(end, " ÷ full" if english else " ÷ 满分"),))
