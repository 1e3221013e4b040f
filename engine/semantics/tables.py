"""Declared data tables to the contract that the year's files are held against."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.nodes import Binary, Expression, Interval, Path, Property, Quantity
from ...grammar.suggest import nearest
from ...grammar.vocabulary import COLUMN_FLAGS, FLAGS, TYPES, UNITS, find
from ..data.contract import ColumnSpec, ColumnType, Range, TableSpec
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion

_SIMPLE = {
    "text": ColumnType.TEXT,
    "number": ColumnType.NUMBER,
    "integer": ColumnType.INTEGER,
    "date": ColumnType.DATE,
    "unit": ColumnType.UNIT,
    "names": ColumnType.NAMES,
}


def quantity_value(quantity: Quantity) -> Fraction:
    """The exact value of a literal: ``3％`` is 3/100."""
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def range_of(interval: Interval) -> Range:
    """The bounds of an interval as exact numbers."""
    return Range(
        quantity_value(interval.low) if interval.low else None,
        interval.low_closed,
        quantity_value(interval.high) if interval.high else None,
        interval.high_closed,
    )


def dashed(item: Expression) -> Interval | None:
    """``60－79分`` where a range is asked for; None for anything else."""
    match item:
        case Binary(op="-", left=Quantity() as low, right=Quantity() as high):
            unit = low.unit or high.unit
            return Interval(
                evolve(low, unit=unit),
                True,
                evolve(high, unit=high.unit or unit),
                True,
                span=item.span,
            )
    return None


class TableBuilder:
    """Builds the specs of all tables of a policy and collects what is wrong with them."""

    def __init__(self, lists: dict[str, tuple[str, ...]]) -> None:
        """``lists`` are the named lists a column may choose from: rosters, subjects, classes."""
        self.lists = lists
        self.findings: list[Diagnostic] = []

    def table(self, declaration: Declaration) -> TableSpec:
        """The contract of one table."""
        columns: dict[str, ColumnSpec] = {}
        parts = declaration.of_kind("sheet", "columns")
        for part in parts:
            sheet = part.name if part.kind.id == "sheet" and part.name else None
            for entry in part.entries:
                column = self.column(entry, sheet)
                if column.type is not ColumnType.UNIT or column.name not in columns:
                    columns[column.name] = column
        unit = next((c.name for c in columns.values() if c.type is ColumnType.UNIT), None)
        optional = declaration.value("optional")
        spec = TableSpec(
            name=declaration.name,
            file=declaration.text("file") or "",
            columns=tuple(columns.values()),
            key=self.names(declaration, "key", columns),
            span=declaration.span,
            unit_column=unit,
            unique=tuple(filter(None, (self.names(declaration, "unique", columns),))),
            register=declaration.kind.id == "register",
            optional=is_yes(optional),
            encoding=declaration.text("encoding"),
            sheets=tuple(part.name for part in parts if part.kind.id == "sheet"),
        )
        if spec.register and unit is None:
            self.findings.append(Diagnostic(codes.NO_UNIT_COLUMN, spec.span, {"table": spec.name}))
        return spec

    def names(
        self, declaration: Declaration, key: str, columns: dict[str, ColumnSpec]
    ) -> tuple[str, ...]:
        found = []
        for path in declaration.paths(key):
            if path.text in columns:
                found.append(path.text)
            else:
                near = nearest(path.text, columns)
                args = {
                    "table": declaration.name,
                    "name": path.text,
                    "suggestion": suggestion(near),
                }
                self.findings.append(
                    Diagnostic(codes.NO_COLUMN, path.span, args, fixes=replacement(path, near))
                )
        return tuple(found)

    def column(self, entry: Property, sheet: str | None) -> ColumnSpec:
        """One column from its entry: a type, then unit, range and flags in any order."""
        first = entry.clauses[0].items
        column = ColumnSpec(entry.key.text, ColumnType.TEXT, entry.key.span, sheet=sheet)
        if len(first) > 1:
            column = self.choices(column, first)
        elif isinstance(first[0], Path):
            column = self.typed(column, first[0])
        else:
            self.problem(entry, Text("冒号后面先写类型", "write the type first"))
        for clause in entry.clauses[1:]:
            for item in clause.items:
                column = self.qualified(column, item, entry)
        return column

    def choices(self, column: ColumnSpec, items: tuple[Expression, ...]) -> ColumnSpec:
        names = tuple(item.text for item in items if isinstance(item, Path))
        return evolve(column, type=ColumnType.CHOICE, choices=names)

    def typed(self, column: ColumnSpec, path: Path) -> ColumnSpec:
        word = find(TYPES, path.text)
        if word is not None and word.id in _SIMPLE:
            return evolve(column, type=_SIMPLE[word.id])
        if word is not None:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[word.id])
        if path.text in UNITS:
            return evolve(column, type=ColumnType.NUMBER, unit=path.text)
        if path.text in self.lists:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[path.text])
        near = nearest(
            path.text, [*(w.zh for w in TYPES), *(w.en for w in TYPES), *UNITS, *self.lists]
        )
        args = {"name": path.text, "suggestion": suggestion(near)}
        self.findings.append(
            Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
        )
        return column

    def qualified(self, column: ColumnSpec, item: Expression, entry: Property) -> ColumnSpec:
        interval = item if isinstance(item, Interval) else dashed(item)
        if interval is not None:
            return evolve(column, range=range_of(interval))
        if isinstance(item, Path):
            flag = find(COLUMN_FLAGS, item.text)
            if flag is not None:
                return evolve(column, **{flag.id: True})
            if item.text in UNITS:
                return evolve(column, unit=item.text)
        shown = item.text if isinstance(item, Path) else "…"
        self.problem(entry, Text(f"看不懂“{shown}”", f"“{shown}” is not understood"))
        return column

    def problem(self, entry: Property, problem: Text) -> None:
        args = {"name": entry.key.text, "problem": problem}
        self.findings.append(Diagnostic(codes.BAD_COLUMN, entry.span, args))


def is_yes(item: Expression | None) -> bool:
    """Whether a flag is written as 是 / yes."""
    word = find(FLAGS, item.text) if isinstance(item, Path) else None
    return word is not None and word.id == "yes"
