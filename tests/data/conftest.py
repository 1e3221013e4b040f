"""A bench for data: declare tables, lay files into a folder, load them, look at what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import define, field
from guiju.cli.inputs import load_data
from guiju.engine.data.contract import ColumnSpec, ColumnType, Range, TableSpec
from guiju.engine.data.tables import Dataset, Table
from guiju.grammar.diagnostics import Code, Diagnostic, Severity
from guiju.grammar.source import Span

NOWHERE = Span(0, 0)
UNITS = ("市财政局", "市教育局", "市政府（办公室）")


@define
class Bench:
    """One data folder and the tables that are to be read from it."""

    folder: Path
    specs: list[TableSpec] = field(factory=list)
    dataset: Dataset | None = None
    found: tuple[Diagnostic, ...] = ()

    @staticmethod
    def column(name: str, type: str = "number", **more: Any) -> ColumnSpec:
        """A column; ``range=(0, 100)`` is closed on both sides."""
        if isinstance(bounds := more.get("range"), tuple):
            low, high = (None if b is None else Fraction(b) for b in bounds)
            more["range"] = Range(low, True, high, True)
        return ColumnSpec(name, ColumnType(type), NOWHERE, **more)

    def table(
        self, name: str, file: str, columns: Sequence[ColumnSpec], key: str = "单位", **more: Any
    ) -> TableSpec:
        """Declares a table."""
        unit = next((c.name for c in columns if c.type is ColumnType.UNIT), None)
        keys = tuple(key.split("、")) if key else ()
        register = next((spec for spec in self.specs if spec.register), None)
        if register is not None and unit is not None and "owner" not in more:
            more |= {"owner": register.name, "owner_columns": (unit,)}
        spec = TableSpec(name, file, tuple(columns), keys, NOWHERE, unit, **more)
        self.specs.append(spec)
        return spec

    def scores(self, *more: ColumnSpec, file: str = "评分.csv", **flags: Any) -> TableSpec:
        """Declares the table 评分: a unit column and the columns given, or a plain 得分."""
        columns = more or (self.column("得分"),)
        return self.table("评分", file, (self.column("单位", "unit"), *columns), **flags)

    def register(self, units: Sequence[str] = UNITS) -> None:
        """Declares the register and lays its file."""
        self.table("名册", "名册.csv", (self.column("单位", "unit"),), register=True)
        self.lay("名册.csv", "\n".join(("单位", *units)))

    def lay(self, name: str, content: str | bytes) -> None:
        """Writes a file into the folder."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)

    def book(self, name: str, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> openpyxl.Workbook:
        """Writes a workbook into the folder; edit what is returned and ``save`` it again."""
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.worksheets[0])
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        workbook.save(self.folder / name)
        return workbook

    def load(self) -> Bench:
        """Reads the folder."""
        self.dataset, self.found = load_data(self.folder, self.specs)
        return self

    def __getitem__(self, table: str) -> Table:
        assert self.dataset is not None
        return self.dataset.tables[table]

    def of(self, code: Code) -> list[Diagnostic]:
        """The findings of one code."""
        return [item for item in self.found if item.code is code]

    def one(self, code: Code) -> Diagnostic:
        """The only finding of one code."""
        (item,) = self.of(code)
        return item

    def errors(self) -> list[str]:
        """The ids of all errors, in order."""
        return [item.code.id for item in self.found if item.severity is Severity.ERROR]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """An empty folder and no tables."""
    return Bench(tmp_path)
