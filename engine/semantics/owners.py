"""Which table belongs to which: written (归属), or by the column that names a unit."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.source import Span
from ...grammar.suggest import nearest
from ..data.contract import ColumnSpec, ColumnType, TableSpec
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion


class Owners:
    """Links the tables of a policy and collects what is wrong with the links."""

    def __init__(self, tables: Mapping[str, TableSpec]) -> None:
        self.tables = dict(tables)
        self.register = next((table for table in tables.values() if table.register), None)
        self.findings: list[Diagnostic] = []

    def link(self, declarations: Mapping[str, Declaration]) -> dict[str, TableSpec]:
        """The tables with their owners. A table in a circle of owners keeps none."""
        for name, declaration in declarations.items():
            owner, place = self._owner(self.tables[name], declaration)
            if owner is not None:
                self._link(self.tables[name], owner, place)
        for name, declaration in declarations.items():
            self._circle(name, declaration)
        return self.tables

    def _owner(self, table: TableSpec, declaration: Declaration) -> tuple[TableSpec | None, Span]:
        """The table that one belongs to, and where that is said."""
        for path in declaration.paths("belongs_to"):
            if path.text in self.tables:
                return self.tables[path.text], path.span
            near = nearest(path.text, self.tables)
            args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near)}
            fixes = replacement(path, near)
            self.findings.append(Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=fixes))
            return None, path.span
        if table.register or table.unit_column is None:
            return None, table.span
        return self.register, table.span

    def _link(self, table: TableSpec, owner: TableSpec, place: Span) -> None:
        """Finds the columns that hold the owner's key; a finding names the first it lacks."""
        found = [_holder(table, owner.column(key)) for key in owner.key]
        lacking = [key for key, column in zip(owner.key, found, strict=True) if column is None]
        if lacking or not owner.key:
            args: dict[str, Argument] = {
                "table": table.name,
                "owner": owner.name,
                "column": lacking[0] if lacking else "",
            }
            code = codes.NO_OWNER_COLUMN if lacking else codes.NO_OWNER_KEY
            self.findings.append(Diagnostic(code, place, args))
            return
        columns = tuple(column.name for column in found if column is not None)
        self.tables[table.name] = evolve(table, owner=owner.name, owner_columns=columns)

    def _circle(self, name: str, declaration: Declaration) -> None:
        seen = [name]
        while (owner := self.tables[seen[-1]].owner) is not None:
            if owner == name:
                args: dict[str, Argument] = {"table": name, "cycle": " → ".join([*seen, name])}
                paths = declaration.paths("belongs_to")
                place = paths[0].span if paths else declaration.span
                self.findings.append(Diagnostic(codes.OWNER_CIRCLE, place, args))
                self.tables[name] = evolve(self.tables[name], owner=None, owner_columns=())
                return
            if owner in seen:
                return
            seen.append(owner)


def _holder(table: TableSpec, key: ColumnSpec) -> ColumnSpec | None:
    """The column of a table that holds one column of its owner's key: the one that names a unit,
    or the one of the same name."""
    if key.type is ColumnType.UNIT:
        return table.column(table.unit_column) if table.unit_column else None
    return next((column for column in table.columns if column.name == key.name), None)
