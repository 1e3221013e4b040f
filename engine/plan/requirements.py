"""What the data must satisfy, and what is to be listed."""

from __future__ import annotations

from typing import Literal

from ...grammar.nodes import Expression, Filtered, Path, Quantity
from ..levels import UNIT, Level
from ..semantics.declarations import Declaration
from .lowering import Lowering
from .ops import Aggregate, IsBlank
from .plan import HeadCount, Notice, Requirement
from .results import grouping


def requirements_of(values: Lowering) -> tuple[Requirement, ...]:
    """Written requirements, and the points of every list that must add up."""
    written = [_written(values, d) for d in values.symbols.all_of("requirement", "invariant")]
    lists = [_list(values, d) for d in values.symbols.all_of("goal") if d.paths("list")]
    return (*written, *lists)


def _written(values: Lowering, declaration: Declaration) -> Requirement:
    level = values.symbols.level_of(declaration)
    must = values.formulas.lower(values.written(declaration, "must"), level)
    if declaration.value("when") is not None:
        applies = values.formulas.lower(values.written(declaration, "when"), level)
        must = values.builder.choose([(applies, must)], values.builder.constant(True), level)
    kind: Literal["written", "invariant"] = (
        "invariant" if declaration.kind.id == "invariant" else "written"
    )
    return Requirement(declaration.title, kind, values.builder.at(must, level), declaration.span)


def _list(values: Lowering, goal: Declaration) -> Requirement:
    """The points of a unit's items add up to the goal's, for the units it applies to."""
    build = values.builder
    points = values.attributes[goal, "item_points"]
    level = values.symbols.level_of(goal)
    actual = build.add(Aggregate("sum", points, level=level, span=goal.span))
    expected = build.at(values.full_marks[goal], level)
    holds = build.compare("=", actual, expected)
    applies = values.applies(values.symbols.subjects_of(goal))
    if applies is not None:
        holds = build.choose([(applies, holds)], build.constant(True), level)
    return Requirement(goal.name, "list", holds, goal.span, actual, expected)


def notices_of(values: Lowering) -> tuple[Notice, ...]:
    """Notices of cases, of 提示 blocks, and of dates after their deadline."""
    blocks = [_notice(values, d) for d in values.symbols.all_of("notice")]
    late = [n for d in values.symbols.all_of("deadline") if (n := _late(values, d)) is not None]
    return (*values.notices, *blocks, *late)


def _notice(values: Lowering, declaration: Declaration) -> Notice:
    level = values.symbols.level_of(declaration)
    op = values.formulas.lower(values.written(declaration, "when"), level)
    text = declaration.text("content") or declaration.title
    return Notice(declaration.title, text, op, None, declaration.span, values.clauses(declaration))


def _late(values: Lowering, declaration: Declaration) -> Notice | None:
    """Rows whose date lies after a deadline."""
    written = declaration.value("compare")
    path: Expression | None = written.value if isinstance(written, Filtered) else written
    if not isinstance(path, Path):
        return None
    level = values.formulas.rows_of(path, UNIT)
    build = values.builder
    day = values.formulas.lower(path, level)
    late = build.compare(">", day, values.declaration(declaration), declaration.span)
    # A date that may be blank and is says that nothing has happened yet: neither late nor in time.
    none = build.add(IsBlank(day, level=build.level(day)))
    late = build.choose([(none, build.constant(False))], late, level)
    if isinstance(written, Filtered) and written.where is not None:
        late = build.choose(
            [(values.formulas.lower(written.where, level), late)], build.constant(False), level
        )
    text = f"迟于“{declaration.title}”的截止日期"
    return Notice(
        declaration.title, text, late, None, declaration.span, values.clauses(declaration)
    )


def group_sizes(values: Lowering) -> tuple[tuple[str, Level, int | None], ...]:
    """Every declared grouping of units, and how many groups it must have."""
    found = []
    for name, declaration in values.symbols.groupings.items():
        count = declaration.value("count")
        size = int(count.number) if isinstance(count, Quantity) else None
        found.append((name, grouping(values, name), size))
    return tuple(found)


def head_counts(values: Lowering) -> tuple[HeadCount, ...]:
    """Every kind of units with a stated number, where the register tells kinds apart."""
    if values.kind_column is None:
        return ()
    stated = ((d, d.value("count")) for d in values.symbols.subjects.values())
    return tuple(
        HeadCount(d.name, int(count.number), count.span)
        for d, count in stated
        if isinstance(count, Quantity)
    )
