"""A dataset as the files that the policy declares, standing where the dataset says it stands."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from guiju.engine.data.tables import Dataset, Gap, Table, raw_text
from openpyxl import Workbook


def write(dataset: Dataset, folder: Path) -> None:
    """Write every table: CSV in UTF-8, workbooks with a header in the first line of each sheet."""
    books: dict[str, list[Table]] = defaultdict(list)
    for table in dataset.tables.values():
        if table.spec.file.endswith(".xlsx"):
            books[table.spec.file].append(table)
        else:
            write_csv(table, folder / table.spec.file)
    for file, tables in books.items():
        write_book(tables, folder / file)


def write_csv(table: Table, path: Path) -> None:
    """One table, a line a row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows(zip(*(map(raw_text, c) for c in table.columns.values()), strict=True))


def write_book(tables: list[Table], path: Path) -> None:
    """The sheets of one or more tables; a big workbook is streamed, not held."""
    book = Workbook(write_only=True)
    for table in tables:
        for name in table.spec.sheets:
            chosen = [
                c.name
                for c in table.spec.columns
                if name == c.sheet or c.name == table.spec.unit_column
            ]
            sheet = book.create_sheet(name)
            sheet.append(chosen)
            for row in zip(*(table.columns[column] for column in chosen), strict=True):
                sheet.append([cell(value) for value in row])
    book.save(path)


def cell(value: Any) -> Any:
    """A value as a workbook cell: numbers as the decimals that were typed."""
    if isinstance(value, Gap):
        return None
    return Decimal(raw_text(value)) if isinstance(value, (int, Fraction)) else raw_text(value)
