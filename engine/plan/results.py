"""Results: bonus, ranks, grades and vetoes."""

from __future__ import annotations

from ...grammar.nodes import Expression, Interval, Path
from ...grammar.vocabulary import PROPERTIES, find
from ..data.contract import Range, TableSpec
from ..levels import POLICY, UNIT, Level, group
from ..semantics.bounds import dashed, range_of
from ..semantics.declarations import Declaration
from ..semantics.forms import branches
from .groups import grouped
from .lowering import Lowering
from .ops import Aggregate, Classify, OpId, Rank
from .plan import Named


def bonus(lowering: Lowering, declaration: Declaration) -> OpId:
    level = lowering.symbols.level_of(declaration)
    item = lowering.cases(declaration, level)
    table = lowering.symbols.tables[declaration.paths("each")[0].text]
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
            "sum",
            once(lowering, declaration, item, table),
            level=lowering.symbols.hierarchy.above(level),
            span=declaration.span,
        )
    )
    cap = declaration.value("cap")
    full = None
    if cap is not None:
        full = lowering.formulas.lower(cap, POLICY)
        summed = lowering.builder.arithmetic("min", summed, full, span=declaration.span)
    return lowering.label(declaration, summed, full)


def once(lowering: Lowering, declaration: Declaration, item: OpId, table: TableSpec) -> OpId:
    """Rows that concern one matter of a unit count once; a matter whose rows bring nothing (取：空)
    brings nothing, as such rows do without 同一."""
    same = declaration.properties.get("same")
    if same is None:
        return item
    names = [i.text for clause in same.clauses for i in clause.items if isinstance(i, Path)]
    word = next((w for n in names if (w := find(PROPERTIES["same"].choices, n))), None)
    columns = tuple(n for n in names if find(PROPERTIES["same"].choices, n) is None)
    function = "lowest" if word is not None and word.id == "lowest" else "highest"
    matters = group(table.name, (*table.owner_columns, *columns))
    best = Aggregate(function, item, may_lack=True, level=matters, span=same.span)  # type: ignore[arg-type]
    return lowering.builder.add(best)


def grouping(lowering: Lowering, name: str) -> Level:
    """The level of a declared grouping of units."""
    return grouped(lowering.symbols, UNIT, (name,))


def choice(declaration: Declaration, key: str) -> str:
    path = declaration.paths(key)
    word = find(PROPERTIES[key].choices, path[0].text) if path else None
    return word.id if word else ""


def decisive(lowering: Lowering, declaration: Declaration) -> tuple[OpId, Level]:
    """The value that ranks or grades go by, and the level they stand on with it."""
    level = lowering.symbols.level_of(declaration)
    written = lowering.written(declaration, "on")
    on = lowering.formulas.expression(written, level, {})
    found = lowering.builder.level(on)
    if "each" not in declaration.properties and isinstance(written, Path) and found.kind == "row":
        level = found
    return lowering.builder.at(on, level), level


def ranking(lowering: Lowering, declaration: Declaration) -> OpId:
    on, level = decisive(lowering, declaration)
    lowering.attributes[declaration, "on"] = on
    rank = Rank(
        _qualified(lowering, declaration, on, level),
        grouped(lowering.symbols, level, (path.text for path in declaration.paths("groups"))),
        choice(declaration, "order") != "ascending",
        choice(declaration, "ties") or "share",  # type: ignore[arg-type]
        tuple(lowering.formulas.lower(key, level) for key in declaration.items("then_by")),
        level=level,
        span=declaration.span,
    )
    return lowering.label(declaration, lowering.builder.add(rank))


def _qualified(lowering: Lowering, declaration: Declaration, on: OpId, level: Level) -> OpId:
    """What is ranked, for those who qualify; the others have no place and take none."""
    when = declaration.value("when")
    if when is None:
        return on
    build = lowering.builder
    qualifies = lowering.formulas.lower(when, level)
    return build.choose([(qualifies, on)], build.constant(None), level, when.span)


def grades(lowering: Lowering, declaration: Declaration) -> OpId:
    level = lowering.symbols.level_of(declaration)
    if declaration.value("on") is not None:
        lowering.attributes[declaration, "on"], level = decisive(lowering, declaration)
    cases = declaration.of_kind("case", "otherwise")
    if cases:
        return lowering.label(declaration, _by_cases(lowering, declaration, cases, level))
    on = lowering.attributes[declaration, "on"]
    bands = tuple(
        (entry.key.text, interval)
        for entry in declaration.entries
        if (interval := band_of(entry.clauses[0].items[0])) is not None
    )
    return lowering.label(
        declaration, lowering.builder.add(Classify(on, bands, level=level, span=declaration.span))
    )


def _by_cases(
    lowering: Lowering, declaration: Declaration, cases: tuple[Declaration, ...], level: Level
) -> OpId:
    """The name of the first case that holds."""
    build = lowering.builder
    taken = [(case, build.constant(case.name, case.span)) for case in cases]
    tests = [
        (lowering.formulas.lower(when, level), name)
        for case, name in taken
        if (when := case.value("when")) is not None
    ]
    last = (name for case, name in taken if case.kind.id == "otherwise")
    otherwise = next(last, build.constant(None))
    op = build.choose(tests, otherwise, level, declaration.block.head)
    for index, case in enumerate(cases):
        lowering.remark(case, op, index)
    return op


def band_of(item: Expression) -> Range | None:
    """The range of points of one grade."""
    interval = item if isinstance(item, Interval) else dashed(item)
    return range_of(interval) if interval is not None else None
