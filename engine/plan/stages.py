"""Stages: marks converted to points of the total, by weights that nest."""

from __future__ import annotations

from fractions import Fraction

from ..levels import POLICY
from ..semantics.bounds import quantity_value
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, branches, conversion, full_mark, source_of
from ..semantics.references import AttributeReference, IndicatorReference
from .indicators import leaf
from .lowering import Lowering
from .ops import OpId


def stage(lowering: Lowering, declaration: Declaration) -> OpId:
    weight = weight_of(lowering, declaration)
    lowering.full_marks[declaration] = weight
    inner = declaration.of_kind("stage")
    if inner:
        op = lowering.builder.arithmetic(
            "+", *(lowering.declaration(part) for part in inner), span=declaration.span
        )
        return _labelled(lowering, declaration, op, weight)
    level = lowering.symbols.level_of(declaration)
    full = full_of(lowering, declaration)
    mark = lowering.builder.at(mark_of(lowering, declaration, full), level)
    formula = conversion(declaration, lowering.symbols)
    if formula is None:
        raise KeyError(f"{declaration.name}: no conversion; checking lets none through")
    op = lowering.formulas.lower(formula, level, {"score": mark, "full": full, "weight": weight})
    return _labelled(lowering, declaration, op, weight)


def _labelled(lowering: Lowering, declaration: Declaration, op: OpId, weight: OpId) -> OpId:
    """A stage by its name; nothing for the kinds of units that it is not for."""
    limited = lowering.limited(declaration, lowering.own(declaration, op))
    return lowering.label(declaration, limited, weight)


def mark_of(lowering: Lowering, declaration: Declaration, full: OpId) -> OpId:
    panels = declaration.of_kind("panel")
    if panels:
        shares = [amount(panel) for panel in panels]
        weighted = [
            lowering.builder.arithmetic(
                "*",
                lowering.declaration(panel),
                lowering.builder.constant(quantity_value(share) if share else 0, panel.span, "%"),
                span=panel.span,
            )
            for panel, share in zip(panels, shares, strict=True)
        ]
        return lowering.builder.arithmetic("+", *weighted, span=declaration.span)
    source = source_of(declaration, lowering.symbols)
    if not branches(declaration) and isinstance(source, IndicatorReference):
        return lowering.value(source)
    return leaf(lowering, declaration, full)


def full_of(lowering: Lowering, declaration: Declaration) -> OpId:
    """The full mark of a stage: that of the indicator it takes, else the one written around it."""
    source = source_of(declaration, lowering.symbols)
    if isinstance(source, IndicatorReference):
        return lowering.value(AttributeReference(source.declarations, "full"))
    written = full_mark(declaration, lowering.symbols)
    return (
        lowering.formulas.lower(written, POLICY)
        if written is not None
        else process_points(lowering, declaration)
    )


def process_points(lowering: Lowering, declaration: Declaration) -> OpId:
    """The points of the whole evaluation."""
    process = list(lowering.symbols.ancestors(declaration))[-1]
    points = amount(process)
    return lowering.builder.constant(
        quantity_value(points) if points else Fraction(0), process.span, "分"
    )


def weight_of(lowering: Lowering, declaration: Declaration) -> OpId:
    """What a stage is worth in points of the total."""
    process = list(lowering.symbols.ancestors(declaration))[-1]
    total, share = amount(process), amount(declaration)
    if declaration is process:
        return process_points(lowering, declaration)
    value = quantity_value(total) * quantity_value(share) if total and share else Fraction(0)
    return lowering.builder.constant(value, declaration.span, "分")
