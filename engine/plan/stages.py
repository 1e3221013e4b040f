"""Stages: marks converted to points of the total, by weights that nest."""

from __future__ import annotations

from fractions import Fraction

from ..levels import POLICY
from ..semantics.bounds import quantity_value
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, branches, conversion, full_mark, source_of
from ..semantics.references import AttributeReference, IndicatorReference
from .indicators import absence, available, held_mark, leaf, rescaled, substitute
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
        return _labelled(lowering, declaration, rescaled(lowering, declaration, op, weight), weight)
    level, missing = lowering.symbols.level_of(declaration), absence(lowering, declaration)
    full = full_of(lowering, declaration)
    mark = lowering.builder.at(mark_of(lowering, declaration, full), level)
    mark = _present(lowering, declaration, mark, full)
    formula = conversion(declaration, lowering.symbols)
    if formula is None:
        raise KeyError(f"{declaration.name}: no conversion; checking lets none through")
    op = lowering.formulas.lower(formula, level, {"score": mark, "full": full, "weight": weight})
    if missing is not None and "absent_score" not in declaration.properties:
        zero = lowering.builder.constant(0)
        op = lowering.builder.choose([(missing, zero)], op, level, declaration.span)
    # What an absent item could have brought is no loss.
    reachable = available(lowering, declaration) or weight
    return _labelled(lowering, declaration, op, reachable)


def _present(lowering: Lowering, declaration: Declaration, mark: OpId, full: OpId) -> OpId:
    """The mark of a stage before it is converted: none where it is absent, or what is written."""
    missing = lowering.attributes.get((declaration, "absent"))
    if missing is not None:
        instead = lowering.builder.constant(None)
        if "absent_score" in declaration.properties:
            instead = substitute(lowering, declaration, mark, missing, full)
        level = lowering.symbols.level_of(declaration)
        mark = lowering.builder.choose([(missing, instead)], mark, level, declaration.span)
    lowering.attributes[declaration, "score"] = mark
    return mark


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
        mixed = lowering.builder.arithmetic("+", *weighted, span=declaration.span)
        return rescaled(lowering, declaration, mixed, lowering.full_marks[declaration])
    source = source_of(declaration, lowering.symbols)
    if not branches(declaration) and isinstance(source, IndicatorReference):
        return lowering.value(source)
    return held_mark(lowering, declaration, full)


def panel(lowering: Lowering, declaration: Declaration) -> OpId:
    """The mark of one panel. What it is worth is its share of the points of its stage."""
    points = worth(lowering, declaration)
    lowering.full_marks[declaration] = lowering.builder.constant(points, declaration.span, "分")
    full = full_of(lowering, declaration)
    mark, reachable = leaf(lowering, declaration, full), full
    missing = lowering.attributes.get((declaration, "absent"))
    if missing is not None and "absent_score" not in declaration.properties:
        none = lowering.builder.constant(0)
        level = lowering.builder.level(missing)
        reachable = lowering.builder.choose([(missing, none)], full, level, declaration.span)
    return lowering.label(declaration, mark, reachable)


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
    if lowering.symbols.parents[declaration] is None:
        return process_points(lowering, declaration)
    return lowering.builder.constant(worth(lowering, declaration), declaration.span, "分")


def worth(lowering: Lowering, declaration: Declaration) -> Fraction:
    """The points of the total that a stage, or a panel of one, is worth."""
    process = list(lowering.symbols.ancestors(declaration))[-1]
    total, share = amount(process), amount(declaration)
    if total is None or share is None:
        return Fraction(0)
    whole = lowering.symbols.parents[declaration]
    if declaration.kind.id == "panel" and whole is not None and whole is not process:
        return worth(lowering, whole) * quantity_value(share)
    return quantity_value(total) * quantity_value(share)
