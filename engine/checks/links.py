"""Links: tables, columns, indicators, groupings and grades that properties point at exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import Path
from ...grammar.suggest import nearest
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.declare import replacement, suggestion
from ..semantics.forms import branches, parts, source_path


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every property that names a table, a column, a grouping or grades."""
    symbols = checked.symbols
    for top in symbols.declarations:
        for declaration in top.walk():
            for key in ("each", "list"):
                yield from _known(declaration, key, symbols.tables)
            yield from _known(declaration, "groups", symbols.groupings)
            yield from _grade_links(checked, declaration)
            yield from _source(checked, declaration)
            yield from _columns(checked, declaration)


def unknown(path: Path, known: Iterable[str]) -> Diagnostic:
    """The finding that a name is none of those known."""
    near = nearest(path.text, known)
    return Diagnostic(
        codes.UNKNOWN_NAME,
        path.span,
        {"name": path.text, "suggestion": suggestion(near)},
        fixes=replacement(path, near),
    )


def _known(declaration: Declaration, key: str, known: Iterable[str]) -> Iterator[Diagnostic]:
    names = list(known)
    yield from (unknown(path, names) for path in declaration.paths(key) if path.text not in names)


def _grade_links(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """A veto acts on grades, and its floor is one of them."""
    if declaration.kind.id != "veto":
        return
    grades = {d.name: d for d in checked.symbols.all_of("grades")}
    yield from _known(declaration, "grade", grades)
    for path in declaration.paths("grade"):
        if path.text in grades:
            yield from _known(
                declaration, "floor", [entry.key.text for entry in grades[path.text].entries]
            )


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
    if not _is_leaf(declaration) or branches(declaration) or declaration.paths("list"):
        return
    found = source_path(declaration, symbols)
    if found is None:
        name = declaration.block.name or declaration.block.kind
        yield Diagnostic(codes.NO_VALUE, name.span, {"name": declaration.name})
        return
    yield from _column(checked, declaration, found[1])


def _is_leaf(declaration: Declaration) -> bool:
    kinds = ("goal", "indicator", "item", "stage", "panel")
    return (
        declaration.kind.id in kinds and not parts(declaration) and not declaration.of_kind("panel")
    )


def _column(checked: Checked, declaration: Declaration, path: Path) -> Iterator[Diagnostic]:
    table = checked.symbols.tables.get(path.parts[0].text)
    if table is None:
        return
    wanted = path.parts[1].text if len(path.parts) > 1 else declaration.name
    columns = [column.name for column in table.columns]
    place = path if len(path.parts) > 1 else (declaration.block.name or path)
    if wanted not in columns:
        near = nearest(wanted, columns)
        args = {"table": table.name, "name": wanted, "suggestion": suggestion(near)}
        yield Diagnostic(codes.NO_COLUMN, place.span, args)
    elif not table.per_unit:
        yield Diagnostic(codes.WRONG_LEVEL, place.span, {"name": wanted, "table": table.name})


def _columns(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    """Groupings go by columns of the register; 同一 by columns of its table."""
    if declaration.kind.id == "grouping" and checked.symbols.register is not None:
        yield from _known(declaration, "by", [c.name for c in checked.symbols.register.columns])
    if declaration.kind.id == "bonus" and declaration.paths("each"):
        table = checked.symbols.tables.get(declaration.paths("each")[0].text)
        same = declaration.properties.get("same")
        if table is not None and same is not None:
            columns = [c.name for c in table.columns]
            first = [i for i in same.clauses[0].items if isinstance(i, Path)]
            yield from (unknown(path, columns) for path in first if path.text not in columns)
