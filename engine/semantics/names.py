"""Looking names up: in the place, the table worked through, the policy's values, the register."""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.nodes import Node, Path
from ...grammar.source import Source
from ...grammar.suggest import nearest
from ...grammar.vocabulary import ATTRIBUTES, LOCALS, find
from ..data.contract import TableSpec
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
        """A row's own columns come before the register's; values and indicators count too."""
        found: list[Reference] = []
        column = self.column_in_scope(name, scope)
        if column is not None:
            found.append(column)
        if name in self.symbols.values:
            found.append(ValueReference(self.symbols.values[name]))
        if name in self.symbols.indicators:
            found.append(IndicatorReference(self.symbols.indicators[name]))
        return found

    def column_in_scope(self, name: str, scope: Scope) -> ColumnReference | None:
        places: list[TableSpec | None] = []
        if scope.level.kind == "row":
            places.append(self.symbols.tables.get(scope.level.table))
        places.append(self.symbols.register)
        for table in places:
            if table is not None and any(column.name == name for column in table.columns):
                return ColumnReference(table.name, name)
        return None

    def dotted(self, path: Path, first: str, second: str) -> Reference | Diagnostic:
        table = self.symbols.tables.get(first)
        if table is not None:
            return self.column(path, table, second)
        attribute = find(ATTRIBUTES, second)
        if first in self.symbols.indicators:
            declarations = self.symbols.indicators[first]
        else:
            declarations = tuple(filter(None, (self.symbols.values.get(first),)))
        if declarations and attribute is not None and _has(declarations[0], attribute.id):
            return AttributeReference(declarations, attribute.id)
        if declarations:
            return self.unknown(path, path.text, [])
        return self.unknown(
            path, first, [*self.symbols.tables, *self.symbols.values, *self.symbols.indicators]
        )

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
        places = [self.symbols.register] if self.symbols.register else []
        if scope.level.kind == "row" and scope.level.table in self.symbols.tables:
            places.append(self.symbols.tables[scope.level.table])
        columns = [column.name for table in places for column in table.columns]
        return [*columns, *self.symbols.values, *self.symbols.indicators, *self.symbols.tables]

    def unknown(self, path: Path, name: str, candidates: list[str]) -> Diagnostic:
        near = nearest(name, (other for other in candidates if other != name))
        return Diagnostic(
            codes.UNKNOWN_NAME,
            path.span,
            {"name": name, "suggestion": suggestion(near, name)},
            fixes=replacement(path.parts[0], near),
        )

    def unknown_member(self, path: Path, members: tuple[str, ...]) -> Diagnostic:
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
            case _:
                return Text("指标", "an indicator")


def _has(declaration: Declaration, attribute: str) -> bool:
    """Full marks belong to indicators and stages, what became of a grade to vetoes."""
    kinds = (*INDICATOR_KINDS, "process", "stage") if attribute == "full" else ("veto",)
    return declaration.kind.id in kinds
