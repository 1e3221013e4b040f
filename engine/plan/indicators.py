"""Indicators: trees of points whose leaves are marks from data, formulas or lists."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.nodes import Path
from ...grammar.source import Span
from ..data.contract import TableSpec
from ..semantics.bounds import quantity_value
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, branches, inside, parts, source_of
from ..semantics.references import ColumnReference, ValueReference
from .lowering import Lowering
from .ops import Aggregate, OpId, Within
from .plan import Named


def indicator(lowering: Lowering, declaration: Declaration) -> OpId:
    points = amount(declaration)
    full = lowering.builder.constant(
        quantity_value(points) if points else Fraction(0), declaration.span, "分"
    )
    lowering.full_marks[declaration] = full
    inner = parts(declaration)
    if inner:
        op = lowering.builder.arithmetic(
            "+", *(lowering.declaration(part) for part in inner), span=declaration.span
        )
        return lowering.label(declaration, rescaled(lowering, declaration, op, full), full)
    if declaration.paths("list"):
        return lowering.label(declaration, listed(lowering, declaration), full)
    mark = leaf(lowering, declaration, full)
    # What an absent item could have brought is no loss.
    return lowering.label(declaration, mark, available(lowering, declaration) or full)


def leaf(lowering: Lowering, declaration: Declaration, full: OpId) -> OpId:
    """A mark held between 0 and the full mark, or what counts where the item is absent."""
    held = held_mark(lowering, declaration, full)
    missing = absence(lowering, declaration)
    if missing is None:
        return held
    instead = substitute(lowering, declaration, held, missing, full)
    level = lowering.symbols.level_of(declaration)
    return lowering.builder.choose([(missing, instead)], held, level, declaration.span)


def held_mark(lowering: Lowering, declaration: Declaration, full: OpId) -> OpId:
    """A mark from its own formula or its source, held between 0 and the full mark."""
    source = source_of(declaration, lowering.symbols)
    level = lowering.symbols.level_of(declaration)
    if branches(declaration):
        mark = lowering.cases(declaration, level, {"full": full})
    elif isinstance(source, ColumnReference):
        mark = lowering.builder.at(lowering.formulas.column(source.table, source.column), level)
    else:
        raise KeyError(f"{declaration.name}: no mark; checking lets none through")
    return within(lowering, mark, full, declaration.span)


def absence(lowering: Lowering, declaration: Declaration) -> OpId | None:
    """Whether an item is absent; None where it always counts."""
    absent = declaration.value("absent")
    if absent is None:
        return None
    missing = lowering.formulas.lower(absent, lowering.symbols.level_of(declaration))
    lowering.attributes[declaration, "absent"] = missing
    return missing


def substitute(
    lowering: Lowering, declaration: Declaration, held: OpId, missing: OpId, full: OpId
) -> OpId:
    """What a unit gets for an item it lacks: 0 where the rest makes up for it, else as written,
    which may go by the marks of those that have the item."""
    build, written = lowering.builder, declaration.value("absent_score")
    if written is None:
        return build.constant(0)
    level = build.level(missing)
    others = build.choose([(missing, build.constant(None))], held, level, written.span)
    score = lowering.formulas.lower(written, level, {"full": full, "score": others})
    return within(lowering, score, full, written.span)


def available(lowering: Lowering, declaration: Declaration) -> OpId | None:
    """The points that a unit can have below a node: without those of absent items. None where no
    item below can be absent."""
    build, full = lowering.builder, lowering.full_marks[declaration]
    missing = lowering.attributes.get((declaration, "absent"))
    if "absent_score" in declaration.properties:
        return None  # the item counts, with the mark written for it
    if missing is not None:
        level = build.level(missing)
        return build.choose([(missing, build.constant(0))], full, level, declaration.span)
    if "absent_rule" in declaration.properties:
        return None  # its own parts have made up for it
    if all(available(lowering, part) is None for part in inside(declaration)):
        return None
    return _available_parts(lowering, declaration)


def _available_parts(lowering: Lowering, declaration: Declaration) -> OpId:
    """The points that a unit can have in all parts of a node."""
    points = [
        lowering.full_marks[part] if (op := available(lowering, part)) is None else op
        for part in inside(declaration)
    ]
    return lowering.builder.arithmetic("+", *points, span=declaration.span)


def rescaled(lowering: Lowering, declaration: Declaration, earned: OpId, full: OpId) -> OpId:
    """Earned points blown up to the full mark where items are absent: earned × full ÷ available."""
    if "absent_rule" not in declaration.properties:
        return earned
    build = lowering.builder
    total = _available_parts(lowering, declaration)
    blown = build.arithmetic("*", earned, full, span=declaration.span)
    return build.arithmetic("/", blown, total, span=declaration.span)


def within(lowering: Lowering, mark: OpId, full: OpId, span: Span) -> OpId:
    level, (arg, low, high) = lowering.builder.same(mark, lowering.builder.constant(0), full)
    return lowering.builder.add(Within(arg, low, high, level=level, span=span))


def listed(lowering: Lowering, declaration: Declaration) -> OpId:
    """A goal whose items are the rows of a table, each with its own points. Goals of several kinds
    of units that read the same list in the same way share its operations."""
    build = lowering.builder
    table = lowering.symbols.tables[declaration.paths("list")[0].text]
    level = lowering.symbols.hierarchy.level(table.name)
    points = lowering.formulas.lower(lowering.written(declaration, "item_points"), level)
    score = lowering.formulas.lower(lowering.written(declaration, "item_score"), level)
    zero = build.at(build.zero(), level)
    item = build.share(Within(score, zero, points, level=level))
    if item not in build.names:
        build.name(item, _row_name(lowering, declaration, table, points))
    lowering.attributes[declaration, "item_points"] = points
    home = lowering.symbols.level_of(declaration)
    return lowering.own(declaration, build.share(Aggregate("sum", item, level=home)))


def _row_name(
    lowering: Lowering, declaration: Declaration, table: TableSpec, points: OpId
) -> Named:
    """What the items of a list go by: the first text of a row, and the clause of its score."""
    name = lowering.row_text(table)
    score = lowering.written(declaration, "item_score")
    found = lowering.checked.refs.get(score) if isinstance(score, Path) else None
    place = found.declaration if isinstance(found, ValueReference) else declaration
    clauses = lowering.clauses(place)
    return Named(table.name, table.name, "row", declaration.span, clauses, points, name)
