"""Declared data tables to the contract that the year's files are held against."""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.diagnostics import Argument, Diagnostic, Label, Text
from ...grammar.nodes import Call, Expression, Path, Property
from ...grammar.suggest import nearest
from ...grammar.vocabulary import FLAGS, find
from ..data.contract import ColumnSpec, ColumnType, TableSpec
from . import codes
from .columns import ColumnBuilder
from .declarations import Declaration
from .declare import replacement, suggestion
from .derived import SHAPE, derive, derived_from
from .symbols import duplicate


class TableBuilder:
    """Builds the specs of all tables of a policy and collects what is wrong with them."""

    def __init__(
        self, lists: dict[str, tuple[str, ...]], steps: Mapping[str, Declaration], text: str
    ) -> None:
        """``lists`` are the named lists a column may choose from: rosters, subjects, classes;
        by ``steps`` one column may be derived from another; ``text`` is the policy's."""
        self.findings: list[Diagnostic] = []
        self.steps = steps
        self.builder = ColumnBuilder(lists, self.findings, text)

    def table(self, declaration: Declaration) -> TableSpec:
        """The contract of one table."""
        parts = declaration.of_kind("sheet", "columns")
        columns = self.columns(parts)
        unit = self.unit_of(columns)
        period = self.names(declaration, "period", columns)
        spec = TableSpec(
            name=declaration.name,
            file=declaration.text("file") or "",
            columns=tuple(columns.values()),
            key=self.names(declaration, "key", columns),
            span=declaration.span,
            unit_column=unit,
            unique=tuple(filter(None, (self.names(declaration, "unique", columns),))),
            register=declaration.kind.id == "register",
            optional=is_yes(declaration.value("optional")),
            partial=is_yes(declaration.value("partial")),
            period=period[0] if period else None,
            encoding=declaration.text("encoding"),
            sheets=tuple(part.name for part in parts if part.kind.id == "sheet"),
        )
        if spec.register and spec.columns:
            self.registered(spec, declaration)
            outsiders = {column.name for column in spec.columns if column.outsiders}
            for entry in (entry for part in parts for entry in part.entries):
                if entry.key.text in outsiders & {unit}:
                    self.builder.no_outsiders(entry)
        return spec

    def columns(self, parts: tuple[Declaration, ...]) -> dict[str, ColumnSpec]:
        """The columns of all sheets; only the unit column may stand in several."""
        columns: dict[str, ColumnSpec] = {}
        named: dict[str, Declaration] = {}
        for part in parts:
            if part.name and named.setdefault(part.name, part) is not part:
                self.findings.append(duplicate(named[part.name], part))
            sheet = part.name if part.kind.id == "sheet" and part.name else None
            for entry in part.entries:
                column = self.builder.column(entry, sheet)
                first = columns.setdefault(column.name, column)
                if first is not column and column.type is not ColumnType.UNIT:
                    self.twice(first, column)
        for part in parts:
            for entry in part.entries:
                if (call := derived_from(entry)) is not None:
                    self.derive(columns, entry, call)
        return columns

    def derive(self, columns: dict[str, ColumnSpec], entry: Property, call: Call) -> None:
        """A column that comes of another one of the same sheet; nothing more is said of it."""
        column = columns[entry.key.text]
        beside = {c.name: c for c in columns.values() if c.sheet == column.sheet}
        found = derive(column, call, self.steps, beside)
        if len(entry.clauses) > 1:
            found = Text(
                "由另一列得出的列，后面不再写别的",
                "nothing follows where a column comes of another",
            )
        if isinstance(found, Text):
            self.builder.problem(entry, found, SHAPE)
        else:
            columns[column.name] = found

    def twice(self, first: ColumnSpec, second: ColumnSpec) -> None:
        """One name for columns of two sheets: a name must mean one column."""
        label = Label(first.span, Text("先在这里声明", "first declared here"))
        args = {"name": second.name}
        self.findings.append(Diagnostic(codes.DUPLICATE_NAME, second.span, args, (label,)))

    def unit_of(self, columns: dict[str, ColumnSpec]) -> str | None:
        """The column that says whose a row is; there may be only one."""
        found = [column for column in columns.values() if column.type is ColumnType.UNIT]
        for column in found[1:]:
            problem = Text(
                f"“{found[0].name}”已是单位列，一行只能属于一个单位",
                f"“{found[0].name}” already names the unit that a row belongs to",
            )
            hint = Text("去掉一个，或改成“文字”", "leave one out, or make it text")
            args: dict[str, Argument] = {"name": column.name, "problem": problem, "hint": hint}
            self.findings.append(Diagnostic(codes.BAD_COLUMN, column.span, args))
        return found[0].name if found else None

    def registered(self, spec: TableSpec, declaration: Declaration) -> None:
        """The register has one row for each unit, or for each unit and what else its key names."""
        if spec.unit_column is None:
            self.findings.append(Diagnostic(codes.NO_UNIT_COLUMN, spec.span, {"table": spec.name}))
        elif "key" in declaration.properties and spec.unit_column not in spec.key:
            prop = declaration.properties["key"]
            args: dict[str, Argument] = {
                "key": prop.key.text,
                "expected": Text("单位那一列的名称", "the name of the unit column"),
                "found": Text("别的列", "something else"),
                "example": Text(
                    f"写成：主键：{spec.unit_column}", f"write: key: {spec.unit_column}"
                ),
            }
            self.findings.append(Diagnostic(codes.WRONG_VALUE, prop.span, args))

    def names(
        self, declaration: Declaration, key: str, columns: dict[str, ColumnSpec]
    ) -> tuple[str, ...]:
        found = []
        for path in declaration.paths(key):
            if path.text in columns:
                found.append(path.text)
            else:
                near = nearest(path.text, columns)
                args: dict[str, Argument] = {
                    "table": declaration.name,
                    "name": path.text,
                    "suggestion": suggestion(near, path.text),
                }
                self.findings.append(
                    Diagnostic(codes.NO_COLUMN, path.span, args, fixes=replacement(path, near))
                )
        return tuple(found)


def is_yes(item: Expression | None) -> bool:
    """Whether a flag is written as 是 / yes."""
    word = find(FLAGS, item.text) if isinstance(item, Path) else None
    return word is not None and word.id == "yes"
