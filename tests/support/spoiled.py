"""Copies of the sample year with one thing wrong (or merely odd) in them, as offices send them."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parents[2]
POLICY = ROOT / "policies" / "songyuan" / "2009.guiju"
DATA = ROOT / "policies" / "songyuan" / "data-2009"
EXPECTED = ROOT / "policies" / "songyuan" / "expected-2009.csv"

Rows = list[list[str]]


def copy(folder: Path) -> Path:
    """A copy of the sample data."""
    target = folder / "data"
    shutil.copytree(DATA, target)
    return target


def encoding_of(path: Path) -> str:
    """The encoding of one of the sample's CSV files."""
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig" if path.read_bytes().startswith(b"\xef\xbb\xbf") else "utf-8"


def edit_csv(data: Path, name: str, edit: Callable[[Rows], None]) -> None:
    """Edit the rows of a CSV file in place; the first is the header."""
    path = data / name
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.reader(file))
    edit(rows)
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    path.write_text(buffer.getvalue(), encoding=encoding, newline="")


def edit_sheet(data: Path, name: str, sheet: str, edit: Callable[[Worksheet], None]) -> None:
    """Edit one sheet of a workbook in place."""
    book = openpyxl.load_workbook(data / name)
    edit(book[sheet])
    book.save(data / name)


def find(rows: Rows, *values: str) -> int:
    """The one row that holds all of these cells."""
    found = [i for i, row in enumerate(rows) if all(value in row for value in values)]
    assert len(found) == 1, (values, found)
    return found[0]


def set_csv(data: Path, name: str, row: tuple[str, ...], column: str, value: str) -> None:
    """Set one cell of a CSV file: the row that holds ``row``'s cells, the named column."""

    def edit(rows: Rows) -> None:
        rows[find(rows, *row)][rows[0].index(column)] = value

    edit_csv(data, name, edit)
