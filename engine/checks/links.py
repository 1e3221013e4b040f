"""Links: tables, columns, indicators, groupings and grades that properties point at exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.nodes import Node, Path, Property, Word
from ...grammar.source import Span
from ...grammar.suggest import nearest
from ...grammar.vocabulary import MATTER_KINDS, PROPERTIES, UNITS, find
from ...grammar.words import PropertyWord
from ..data.contract import ColumnSpec, ColumnType, TableSpec
from ..levels import UNIT
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.declare import replacement, suggestion
from ..semantics.forms import branches, grades_of, parts, source_path
from ..semantics.symbols import Symbols
from ..semantics.types import dimension_of, dimension_words


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every property that names a table, a column, a grouping or grades."""
    symbols = checked.symbols
    for top in symbols.declarations:
        for declaration in top.walk():
            for key in ("each", "list", "holidays"):
                yield from _known(declaration, key, symbols.tables)
            yield from _groups(checked, declaration)
            if declaration.kind.id == "export" and declaration.block.name is not None:
                yield from _listed(checked, declaration, declaration.block.name)
            yield from _grade_links(checked, declaration)
            yield from _source(checked, declaration)
            yield from _columns(checked, declaration)


def _groups(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """Ranks are within a grouping of units, or within equal columns of what is ranked."""
    symbols, on = checked.symbols, declaration.value("on")
    kind = checked.types.get(on) if on is not None else None
    level = kind.level if kind is not None and kind.level.kind == "row" else UNIT
    if declaration.paths("each"):
        level = symbols.level_of(declaration)
    tables = symbols.hierarchy.tables_above(level)
    columns = [column.name for table in tables for column in table.columns]
    for path in declaration.paths("groups"):
        by = [p.text for g in _called(symbols, path.text) for p in g.paths("by")]
        # Without a register nothing can be told of its columns; one finding says enough.
        lacking = [name for name in by if symbols.register and name not in columns]
        if lacking and path.text not in columns:
            yield _of_others(path, tables[0], lacking[0])
        elif path.text not in symbols.groupings:
            yield from _known(declaration, "groups", [*symbols.groupings, *columns])


def _called(symbols: Symbols, name: str) -> list[Declaration]:
    return [symbols.groupings[name]] if name in symbols.groupings else []


def _of_others(path: Path, table: TableSpec, column: str) -> Diagnostic:
    """The finding that a grouping goes by a column that what is ranked does not have."""
    hint = Text(
        f"这里排的是“{table.name}”，分组“{path.text}”按“{column}”分；"
        f"写“{table.name}”自己的列，或另立一个分组",
        f"“{table.name}” is ranked here, and the grouping “{path.text}” goes by “{column}”; write "
        f"a column of “{table.name}”, or another grouping",
    )
    args: dict[str, Argument] = {"table": table.name, "name": column, "suggestion": hint}
    return Diagnostic(codes.NO_COLUMN, path.span, args)


_NO_TABLE = Text(
    "“结果表”后面写数据表的名称，逐行列出那个表；列出各单位的，不写名称",
    "after export stands the name of a data table, whose rows it lists; without one it lists the "
    "units",
)


def _listed(checked: Checked, declaration: Declaration, name: Word) -> Iterator[Diagnostic]:
    """A named table of results lists the rows of the table of that name."""
    tables = checked.symbols.tables
    if declaration.name not in tables:
        near = nearest(declaration.name, tables)
        hint = suggestion(near, declaration.name) if near else _NO_TABLE
        args: dict[str, Argument] = {"name": declaration.name, "suggestion": hint}
        fixes = replacement(name, near)
        yield Diagnostic(codes.UNKNOWN_NAME, name.span, args, fixes=fixes)


def unknown(path: Path, known: Iterable[str]) -> Diagnostic:
    """The finding that a name is none of those known."""
    near = nearest(path.text, known)
    return Diagnostic(
        codes.UNKNOWN_NAME,
        path.span,
        {"name": path.text, "suggestion": suggestion(near, path.text)},
        fixes=replacement(path, near),
    )


def _known(declaration: Declaration, key: str, known: Iterable[str]) -> Iterator[Diagnostic]:
    names = list(known)
    yield from (unknown(path, names) for path in declaration.paths(key) if path.text not in names)


def _grade_links(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """A veto acts on grades or on the result of a veto before it; it names grades of theirs."""
    if declaration.kind.id != "veto":
        return
    grades = [d.name for d in checked.symbols.all_of("grades")]
    results = [p.text for d in checked.symbols.all_of("veto") for p in d.paths("result")]
    yield from _known(declaration, "grade", [*grades, *results])
    names = grade_names(checked, declaration)
    for key in ("floor", "set_to", "at_best") if names else ():
        yield from _known(declaration, key, names)


def grade_names(checked: Checked, declaration: Declaration) -> list[str]:
    """The names of the grades that a veto acts on, best first; [] where there are none."""
    grades = {d.name: d for d in checked.symbols.all_of("grades")}
    vetoes = {p.text: d for d in checked.symbols.all_of("veto") for p in d.paths("result")}
    seen: list[Declaration] = []
    while declaration not in seen:
        seen.append(declaration)
        path = declaration.paths("grade")
        if path and path[0].text in grades:
            return list(grades_of(grades[path[0].text]))
        if not path or path[0].text not in vetoes:
            return []
        declaration = vetoes[path[0].text]
    return []


def _source(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """取自 names a table or an indicator; the leaf's own column must be there."""
    symbols = checked.symbols
    own = declaration.paths("taken_from")
    first = own[0].parts[0] if own else None
    if (
        first is not None
        and first.text not in symbols.tables
        and first.text not in symbols.indicators
    ):
        yield unknown(Path((first,), span=first.span), [*symbols.tables, *symbols.indicators])
    elif first is not None and len(own[0].parts) > (2 if first.text in symbols.tables else 1):
        yield unknown(own[0], [])
    if declaration.kind.id in ("system", "process") and not parts(declaration):
        yield Diagnostic(codes.NO_VALUE, declaration.span, {"name": declaration.name})
    if not _is_leaf(declaration) or branches(declaration) or declaration.paths("list"):
        return
    found = source_path(declaration, symbols)
    if found is None:
        name = declaration.block.name or declaration.block.kind
        yield Diagnostic(codes.NO_VALUE, name.span, {"name": declaration.name})
        return
    table = _meant(checked, found[1].parts[0].text)
    if table is not None:
        yield from _column(checked, declaration, found[1], table)
    elif found[1].text in symbols.indicators and declaration.kind.id != "stage":
        yield _only_stages(checked, found[1])


def _meant(checked: Checked, name: str) -> TableSpec | None:
    """The table of that name, or the one that a misspelt name must mean, so that a column misspelt
    in it is found as well."""
    tables, indicators = checked.symbols.tables, checked.symbols.indicators
    if name in tables or name in indicators:
        return tables.get(name)
    near = nearest(name, [*tables, *indicators])
    return tables.get(near[0]) if len(near) == 1 else None


def _only_stages(checked: Checked, path: Path) -> Diagnostic:
    """Stages take over an indicator's mark; indicators and panels take theirs from tables."""
    name = checked.source.slice(path.span)
    args: dict[str, Argument] = {
        "key": Text("取自", "taken_from"),
        "expected": Text("数据表的名称", "the name of a table"),
        "found": f"“{name}”",
        "example": Text(
            f"“{name}”是指标体系里算出的分，写成 得分：{name}",
            f"“{name}” is worked out by indicators: write score: {name}",
        ),
    }
    return Diagnostic(codes.WRONG_VALUE, path.span, args)


def _is_leaf(declaration: Declaration) -> bool:
    kinds = ("goal", "indicator", "item", "stage", "panel")
    return (
        declaration.kind.id in kinds and not parts(declaration) and not declaration.of_kind("panel")
    )


def _column(
    checked: Checked, declaration: Declaration, path: Path, table: TableSpec
) -> Iterator[Diagnostic]:
    """The column that a leaf's mark comes from: points, one for each that is marked."""
    hierarchy = checked.symbols.hierarchy
    wanted = path.parts[1].text if len(path.parts) > 1 else declaration.name
    columns = [column.name for column in table.columns]
    place = path if len(path.parts) > 1 else (declaration.block.name or path)
    if wanted not in columns:
        near = nearest(wanted, columns)
        args: dict[str, Argument] = {
            "table": table.name,
            "name": wanted,
            "suggestion": suggestion(near, wanted),
        }
        yield Diagnostic(codes.NO_COLUMN, place.span, args)
    elif hierarchy.register is not None and not hierarchy.under(
        checked.symbols.level_of(declaration), hierarchy.level(table.name)
    ):
        yield Diagnostic(codes.WRONG_LEVEL, place.span, {"name": wanted, "table": table.name})
    else:
        yield from _points(table.column(wanted), place.span)


def _points(column: ColumnSpec, place: Span) -> Iterator[Diagnostic]:
    if column.type not in (ColumnType.NUMBER, ColumnType.INTEGER):
        found = Text("别的类型", "of another type")
        yield Diagnostic(codes.NOT_A_NUMBER, place, {"what": column.name, "found": found})
    elif UNITS.get(column.unit or "", "") != "point":
        unit = dimension_words(dimension_of(UNITS.get(column.unit or "", "")))
        args: dict[str, Argument] = {
            "left": Text(f"“{column.name}”（{unit.zh}）", f"“{column.name}” ({unit.en})"),
            "right": Text("分", "points"),
            "verb": Text("当作得分", "taken as a score"),
        }
        yield Diagnostic(codes.UNIT_MISMATCH, place, args)


def _columns(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """Groupings go by columns of the register and of what it belongs to; 同一 by columns of its
    table."""
    if declaration.kind.id == "grouping" and checked.symbols.register is not None:
        tables = checked.symbols.hierarchy.tables_above(UNIT)
        yield from _known(declaration, "by", [c.name for t in tables for c in t.columns])
    if declaration.kind.id in MATTER_KINDS and declaration.paths("each"):
        table = checked.symbols.tables.get(declaration.paths("each")[0].text)
        same = declaration.properties.get("same")
        if table is not None and same is not None:
            yield from _pick(checked, same, table)


def _pick(checked: Checked, same: Property, table: TableSpec) -> Iterator[Diagnostic]:
    """同一: columns that make rows one matter, then which of its rows counts."""
    word = PROPERTIES["same"]
    columns = [column.name for column in table.columns]
    for item in same.clauses[0].items:
        if not isinstance(item, Path):
            yield _which(checked, same, item, word)
        elif item.text not in columns and find(word.choices, item.text) is None:
            yield unknown(item, columns)
    which = [item for clause in same.clauses[1:] for item in clause.items]
    known = [i for i in which if isinstance(i, Path) and find(word.choices, i.text)]
    if len(which) != 1 or len(known) != 1:
        yield _which(checked, same, which[0] if which else same.key, word)


def _which(checked: Checked, same: Property, item: Node, word: PropertyWord) -> Diagnostic:
    expected = Text("列名，再写取哪一行", "a column, then which row counts")
    args: dict[str, Argument] = {
        "key": same.key.text,
        "expected": expected,
        "found": f"“{checked.source.slice(same.span)}”",
        "example": Text(
            f"例如：{word.zh}：事项，{word.choices[0].zh}",
            f"for example: {word.en}: matter, {word.choices[0].en}",
        ),
    }
    return Diagnostic(codes.WRONG_VALUE, item.span, args)
