"""Results: bonus, ranks, grades and vetoes."""

from __future__ import annotations

from ...grammar.nodes import Expression, Interval, Path
from ...grammar.vocabulary import PROPERTIES, find
from ..data.contract import Range
from ..levels import POLICY, UNIT, Level, group
from ..semantics.declarations import Declaration
from ..semantics.forms import branches, level_of
from ..semantics.tables import dashed, range_of
from .lowering import Lowering
from .ops import Aggregate, Classify, OpId, Rank
from .plan import Named


def bonus(lowering: Lowering, declaration: Declaration) -> OpId:
    level = level_of(declaration)
    item = lowering.cases(declaration, level)
    table = lowering.symbols.tables[level.table]
    name = lowering.row_text(table)
    lowering.builder.name(
        item,
        Named(
            table.name,
            table.name,
            "row",
            declaration.span,
            lowering.clauses(declaration),
            None,
            name,
            branches=tuple(
                b.declaration.title
                for b in branches(declaration)
                if b.declaration is not declaration
            ),
        ),
    )
    summed = lowering.builder.add(
        Aggregate(
            "sum", once(lowering, declaration, item, level), level=UNIT, span=declaration.span
        )
    )
    cap = declaration.value("cap")
    full = None
    if cap is not None:
        full = lowering.formulas.lower(cap, POLICY)
        summed = lowering.builder.arithmetic("min", summed, full, span=declaration.span)
    return lowering.label(declaration, summed, full)


def once(lowering: Lowering, declaration: Declaration, item: OpId, level: Level) -> OpId:
    """Rows that concern one matter of a unit count once."""
    same = declaration.properties.get("same")
    if same is None:
        return item
    names = [i.text for clause in same.clauses for i in clause.items if isinstance(i, Path)]
    word = next((w for n in names if (w := find(PROPERTIES["same"].choices, n))), None)
    unit = lowering.symbols.tables[level.table].unit_column or ""
    columns = tuple(n for n in names if find(PROPERTIES["same"].choices, n) is None)
    function = "lowest" if word is not None and word.id == "lowest" else "highest"
    return lowering.builder.add(
        Aggregate(function, item, level=group(level.table, (unit, *columns)), span=same.span)  # type: ignore[arg-type]
    )


def grouping(lowering: Lowering, name: str) -> Level:
    """The level of a declared grouping of units."""
    keys = tuple(path.text for path in lowering.symbols.groupings[name].paths("by"))
    return group(lowering.symbols.register.name if lowering.symbols.register else "", keys)


def choice(declaration: Declaration, key: str) -> str:
    path = declaration.paths(key)
    word = find(PROPERTIES[key].choices, path[0].text) if path else None
    return word.id if word else ""


def ranking(lowering: Lowering, declaration: Declaration) -> OpId:
    on = lowering.formulas.lower(lowering.written(declaration, "on"), UNIT)
    rank = Rank(
        on,
        grouping(lowering, declaration.paths("groups")[0].text),
        choice(declaration, "order") != "ascending",
        choice(declaration, "ties") == "dense",
        tuple(lowering.formulas.lower(key, UNIT) for key in declaration.items("then_by")),
        level=UNIT,
        span=declaration.span,
    )
    return lowering.label(declaration, lowering.builder.add(rank))


def grades(lowering: Lowering, declaration: Declaration) -> OpId:
    on = lowering.formulas.lower(lowering.written(declaration, "on"), UNIT)
    bands = tuple(
        (entry.key.text, interval)
        for entry in declaration.entries
        if (interval := band_of(entry.clauses[0].items[0])) is not None
    )
    return lowering.label(
        declaration, lowering.builder.add(Classify(on, bands, level=UNIT, span=declaration.span))
    )


def band_of(item: Expression) -> Range | None:
    """The range of points of one grade."""
    interval = item if isinstance(item, Interval) else dashed(item)
    return range_of(interval) if interval is not None else None
