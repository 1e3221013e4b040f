"""Looking names up: in the place, the table worked through, the policy's values, the register."""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Text
from ...grammar.nodes import Node, Path, String
from ...grammar.source import Source
from ...grammar.suggest import nearest
from ...grammar.vocabulary import ATTRIBUTES, LOCALS, find
from ..data.contract import TableSpec
from ..levels import UNIT
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion
from .references import (
    AttributeReference,
    ColumnReference,
    IndicatorReference,
    LocalReference,
    Reference,
    Scope,
    ValueReference,
)
from .symbols import INDICATOR_KINDS, Symbols


@frozen
class Names:
    """Resolves paths of one policy."""

    symbols: Symbols
    source: Source

    def slice(self, node: Node) -> str:
        """The author's own text of a node."""
        return self.source.slice(node.span)

    def known(self, path: Path, scope: Scope) -> bool:
        """Whether a path resolves at all; members of a choice do not."""
        return not isinstance(self.resolve(path, scope), Diagnostic)

    def resolve(self, path: Path, scope: Scope) -> Reference | Diagnostic:
        """What a path denotes, or the finding that it denotes nothing."""
        if len(path.parts) == 1:
            return self.simple(path, path.parts[0].text, scope)
        if len(path.parts) == 2:
            return self.dotted(path, path.parts[0].text, path.parts[1].text)
        return self.unknown(path, path.text, self.candidates(scope))

    def simple(self, path: Path, name: str, scope: Scope) -> Reference | Diagnostic:
        local = find(LOCALS, name)
        if local is not None and local.id in scope.locals:
            return LocalReference(local.id)
        meanings = self.meanings(name, scope)
        if len(meanings) > 1:
            shown = [self.describe(meaning) for meaning in meanings]
            args: dict[str, Argument] = {
                "name": name,
                "n": len(meanings),
                "meanings": Text("；".join(t.zh for t in shown), "; ".join(t.en for t in shown)),
            }
            return Diagnostic(codes.STRAY_NAME, path.span, args)
        if meanings:
            return meanings[0]
        return self.unknown(path, name, self.candidates(scope))

    def meanings(self, name: str, scope: Scope) -> list[Reference]:
        """A row's own columns come before those of what it belongs to; values count too."""
        found: list[Reference] = []
        column = self.column_in_scope(name, scope)
        if column is not None:
            found.append(column)
        if name in self.symbols.values:
            found.append(ValueReference(self.symbols.values[name]))
        for tree in (self.symbols.indicators, self.symbols.stages):
            if name in tree:
                found.append(IndicatorReference(tree[name]))
        return found

    def column_in_scope(self, name: str, scope: Scope) -> ColumnReference | None:
        for table in self.places(scope):
            if any(column.name == name for column in table.columns):
                return ColumnReference(table.name, name)
        return None

    def places(self, scope: Scope) -> tuple[TableSpec, ...]:
        """The tables whose columns need no table's name here: those of the level and of what it
        belongs to, finest first, then the register and what that belongs to."""
        hierarchy = self.symbols.hierarchy
        own, units = hierarchy.tables_above(scope.level), hierarchy.tables_above(UNIT)
        return (*own, *(table for table in units if table not in own))

    def dotted(self, path: Path, first: str, second: str) -> Reference | Diagnostic:
        table = self.symbols.tables.get(first)
        if table is not None:
            return self.column(path, table, second)
        attribute = find(ATTRIBUTES, second)
        declarations = self.named(first)
        if declarations and attribute and all(_has(d, attribute.id) for d in declarations):
            return AttributeReference(declarations, attribute.id)
        if declarations and attribute is not None and attribute.id == "score":
            return _is_its_mark(path, first)
        if declarations:
            return self.unknown(path, path.text, [])
        return self.unknown(path, first, [*self.symbols.tables, *self.values()])

    def named(self, name: str) -> tuple[Declaration, ...]:
        """What defines a value of that name."""
        value = self.symbols.values.get(name)
        trees = (self.symbols.indicators, self.symbols.stages)
        found = next((tree[name] for tree in trees if name in tree), ())
        return found or ((value,) if value is not None else ())

    def values(self) -> tuple[str, ...]:
        """The names of all values."""
        symbols = self.symbols
        return (*symbols.values, *symbols.indicators, *symbols.stages)

    def column(self, path: Path, table: TableSpec, name: str) -> ColumnReference | Diagnostic:
        """A named column of a table, or the finding that it has none."""
        columns = [column.name for column in table.columns]
        if name in columns:
            return ColumnReference(table.name, name)
        near = nearest(name, columns)
        args: dict[str, Argument] = {
            "table": table.name,
            "name": name,
            "suggestion": suggestion(near, name),
        }
        return Diagnostic(codes.NO_COLUMN, path.span, args, fixes=replacement(path.parts[-1], near))

    def candidates(self, scope: Scope) -> list[str]:
        """Every name that could stand in a formula here."""
        columns = [column.name for table in self.places(scope) for column in table.columns]
        own = [text for word in LOCALS if word.id in scope.locals for text in (word.zh, word.en)]
        return [*own, *columns, *self.values(), *self.symbols.tables]

    def unknown(self, path: Path, name: str, candidates: list[str]) -> Diagnostic:
        elsewhere = self.elsewhere(name) if len(path.parts) == 1 else ()
        near = elsewhere or nearest(name, (other for other in candidates if other != name))
        return Diagnostic(
            codes.UNKNOWN_NAME,
            path.span,
            {"name": name, "suggestion": suggestion(near, name)},
            fixes=replacement(path.parts[0], near),
        )

    def elsewhere(self, name: str) -> tuple[str, ...]:
        """Columns of that very name, each with the table that it must be written with here."""
        tables = self.symbols.tables.values()
        return tuple(
            f"{table.name}.{name}"
            for table in tables
            if any(column.name == name for column in table.columns)
        )

    def quoted(self, string: String, members: tuple[str, ...]) -> Diagnostic:
        """The finding that text stands where one of some names is asked for."""
        if string.text not in members:
            return self.unknown_member(string, members)
        title, edit = Text("去掉引号", "take the quotes off"), Edit(string.span, string.text)
        fixes = (Fix(title, (edit,), safe=True),)
        return Diagnostic(codes.QUOTED_NAME, string.span, {"name": string.text}, fixes=fixes)

    def unknown_member(self, path: Path | String, members: tuple[str, ...]) -> Diagnostic:
        """The finding that a name is none of the choices of what it is compared with."""
        near = nearest(path.text, members)
        what = Text("、".join(members), ", ".join(members))
        args: dict[str, Argument] = {
            "name": path.text,
            "what": what,
            "suggestion": suggestion(near, path.text),
        }
        return Diagnostic(codes.UNKNOWN_MEMBER, path.span, args, fixes=replacement(path, near))

    def describe(self, meaning: Reference) -> Text:
        match meaning:
            case ColumnReference(table=table, column=column):
                return Text(f"{table}的列“{column}”", f"the column “{column}” of {table}")
            case ValueReference(declaration=declaration):
                kind = declaration.kind
                return Text(f"{kind.zh}“{declaration.name}”", f"the {kind.en} “{declaration.name}”")
            case IndicatorReference(declarations=(declaration, *_)):
                kind = declaration.kind
                return Text(f"{kind.zh}“{declaration.name}”", f"the {kind.en} “{declaration.name}”")
            case _:
                return Text("别的值", "another value")


def _has(declaration: Declaration, attribute: str) -> bool:
    """Full marks belong to indicators and stages, a mark before it is converted to a stage that is
    not put together from others, what became of a grade to vetoes."""
    kind = declaration.kind.id
    if attribute == "score":
        return kind == "stage" and not declaration.of_kind("stage")
    kinds = (*INDICATOR_KINDS, "process", "stage") if attribute == "full" else ("veto",)
    return kind in kinds


def _is_its_mark(path: Path, name: str) -> Diagnostic:
    """The finding that only a stage has a mark of its own beside its value."""
    hint = Text(
        f"“{name}”本身就是得分，写“{name}”；“.得分”是环节折算以前的得分",
        f"“{name}” is its score already; “.score” is a stage's mark before it is converted",
    )
    args: dict[str, Argument] = {"name": path.text, "suggestion": hint}
    return Diagnostic(codes.UNKNOWN_NAME, path.span, args)
