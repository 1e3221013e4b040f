"""Declared data tables to the contract that the year's files are held against."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from attrs import evolve

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Label, Text
from ...grammar.nodes import Binary, Expression, Hole, Interval, Path, Property, Quantity, String
from ...grammar.source import Span
from ...grammar.suggest import nearest
from ...grammar.tokens import UNITS_EN
from ...grammar.vocabulary import COLUMN_FLAGS, FLAGS, TYPES, UNITS, find
from ..data.contract import ColumnSpec, ColumnType, Range, TableSpec
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion
from .symbols import duplicate

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


def _parted_by_commas(entry: Property) -> tuple[str, ...]:
    """The names that a column may hold, where some ， stand for 、; () where none does."""
    items = [item for clause in entry.clauses for item in clause.items]
    names = tuple(item.text for item in items if isinstance(item, Path))
    known = any(find(TYPES, n) or find(COLUMN_FLAGS, n) or n in UNITS for n in names)
    several = len(entry.clauses) > 1 and any(len(clause.items) > 1 for clause in entry.clauses)
    return names if several and not known and len(set(names)) == len(items) else ()


class TableBuilder:
    """Builds the specs of all tables of a policy and collects what is wrong with them."""

    def __init__(self, lists: dict[str, tuple[str, ...]]) -> None:
        """``lists`` are the named lists a column may choose from: rosters, subjects, classes."""
        self.lists = lists
        self.findings: list[Diagnostic] = []

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
                column = self.column(entry, sheet)
                first = columns.setdefault(column.name, column)
                if first is not column and column.type is not ColumnType.UNIT:
                    self.twice(first, column)
        return columns

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
            args: dict[str, Argument] = {"name": column.name, "problem": problem}
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

    def column(self, entry: Property, sheet: str | None) -> ColumnSpec:
        """One column from its entry: a type, then unit, range and flags in any order."""
        first = entry.clauses[0].items
        column = ColumnSpec(entry.key.text, ColumnType.TEXT, entry.key.span, sheet=sheet)
        if choices := _parted_by_commas(entry):
            # ``国家级，省级、市级``: one mark was typed for the other.
            said = Text("几个可取的名称之间用“、”隔开", "put “、” between the names it may hold")
            gaps = [Span(a.span.end, b.span.start) for a, b in pairwise(entry.clauses)]
            title = Text("把“，”改成“、”", "write “、” for “，”")
            self.problem(entry, said, (Fix(title, tuple(Edit(gap, "、") for gap in gaps)),))
            return evolve(column, type=ColumnType.CHOICE, choices=choices)
        if len(first) > 1:
            column = self.choices(column, entry)
        elif isinstance(first[0], Path):
            column = self.typed(column, first[0])
        elif not isinstance(first[0], Hole):
            self.problem(entry, Text("冒号后面先写类型", "write the type first"))
        for clause in entry.clauses[1:]:
            for item in clause.items:
                column = self.qualified(column, item, entry)
        self.measured(column, entry)
        return column

    def measured(self, column: ColumnSpec, entry: Property) -> None:
        """Units and ranges belong to numbers, and a range has the unit of its column."""
        if column.type not in (ColumnType.NUMBER, ColumnType.INTEGER):
            if column.unit is not None or column.range is not None:
                self.problem(
                    entry, Text("只有数可以有单位和范围", "only numbers have a unit or a range")
                )
            return
        intervals = [
            interval
            for clause in entry.clauses[1:]
            for item in clause.items
            if (interval := item if isinstance(item, Interval) else dashed(item)) is not None
        ]
        ends = [end for i in intervals for end in (i.low, i.high) if end and end.unit]
        own = UNITS.get(column.unit or "", "")
        bare = [end for i in intervals for end in (i.low, i.high) if end and end.unit != "%"]
        if column.unit == "%" and any(end.number for end in bare):
            # ``％，0至100`` would be up to 10000％: only 0 is the same in per cent.
            said = (
                "百分数列的范围也写％：0％至100％",
                "the range of a percentage is in % too: 0% to 100%",
            )
            self.problem(entry, Text(*said))
        elif any(UNITS.get(end.unit or "", "") != own for end in ends):
            self.problem(
                entry, Text("范围和列的单位不同", "the range differs from the column in unit")
            )

    def choices(self, column: ColumnSpec, entry: Property) -> ColumnSpec:
        items = entry.clauses[0].items
        names = tuple(item.text for item in items if isinstance(item, Path))
        if len(names) != len(items) or len(set(names)) != len(names):
            self.problem(entry, Text("应是几个不同的名称", "these must be different names"))
        return evolve(column, type=ColumnType.CHOICE, choices=names)

    def typed(self, column: ColumnSpec, path: Path) -> ColumnSpec:
        word = find(TYPES, path.text)
        if word is not None and word.id in _SIMPLE:
            return evolve(column, type=_SIMPLE[word.id])
        if word is not None:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[word.id])
        if path.text in UNITS:
            unit = UNITS_EN.get(path.text, path.text)
            return evolve(column, type=ColumnType.NUMBER, unit=unit)
        if path.text in self.lists:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[path.text])
        near = nearest(
            path.text, [*(w.zh for w in TYPES), *(w.en for w in TYPES), *UNITS, *self.lists]
        )
        args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near, path.text)}
        self.findings.append(
            Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
        )
        return column

    def qualified(self, column: ColumnSpec, item: Expression, entry: Property) -> ColumnSpec:
        interval = item if isinstance(item, Interval) else dashed(item)
        if interval is not None:
            # Who writes the range in per cent counts in per cent: 95 and 95% are both 95 %.
            written = {end.unit for end in (interval.low, interval.high) if end is not None}
            unit = "%" if column.unit is None and written == {"%"} else column.unit
            return evolve(column, range=range_of(interval), unit=unit)
        if isinstance(item, String):
            return evolve(column, header=item.text)
        if isinstance(item, Path):
            flag = find(COLUMN_FLAGS, item.text)
            if flag is not None:
                return _flagged(column, flag.id)
            if item.text in UNITS:
                return evolve(column, unit=UNITS_EN.get(item.text, item.text))
        if not isinstance(item, Hole):
            shown = item.text if isinstance(item, Path) else "…"
            self.problem(entry, Text(f"看不懂“{shown}”", f"“{shown}” is not understood"))
        return column

    def problem(self, entry: Property, problem: Text, fixes: tuple[Fix, ...] = ()) -> None:
        args: dict[str, Argument] = {"name": entry.key.text, "problem": problem}
        self.findings.append(Diagnostic(codes.BAD_COLUMN, entry.span, args, fixes=fixes))


def _flagged(column: ColumnSpec, flag: str) -> ColumnSpec:
    match flag:
        case "nullable":
            return evolve(column, nullable=True)
        case "former":
            return evolve(column, former=True)
        case _:
            return evolve(column, reference=True)


def is_yes(item: Expression | None) -> bool:
    """Whether a flag is written as 是 / yes."""
    word = find(FLAGS, item.text) if isinstance(item, Path) else None
    return word is not None and word.id == "yes"
