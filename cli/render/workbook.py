"""A report as a workbook: one worksheet per ``Section.sheet``, numbers as numbers, trees outlined.

The same report gives the same bytes: XlsxWriter stamps its archive with a fixed date, and the
document's own date is fixed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from ...engine.report.model import Report, Section
from .files import write_atomically
from .worksheet import Sheet, Styles

_CREATED = datetime(2000, 1, 1)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31


def write_workbook(report: Report, path: Path) -> None:
    """Writes a report as ``.xlsx``, whole or not at all."""
    write_atomically(path, workbook_bytes(report))


def workbook_bytes(report: Report) -> bytes:
    """The workbook of a report."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": report.title, "created": _CREATED})
    styles = Styles(book)
    sheets = _by_sheet(report)
    for name, sections in zip(sheet_names(sheets), sheets.values(), strict=True):
        sheet = Sheet(book.add_worksheet(name), styles)
        for section in sections:
            sheet.add(section)
        sheet.finish()
    book.close()
    return buffer.getvalue()


def _by_sheet(report: Report) -> dict[str, list[Section]]:
    """Sections by worksheet, in the order the sheets first appear. A report without sections still
    makes a workbook that opens."""
    sheets: dict[str, list[Section]] = {}
    for section in report.sections:
        sheets.setdefault(section.sheet or report.title, []).append(section)
    return sheets or {report.title: []}


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that Excel takes: no forbidden signs, at most 31 characters, each once."""
    names: list[str] = []
    taken = {"history", "历史记录"}  # Excel keeps this name for itself
    for name in wanted:
        base = _FORBIDDEN.sub("_", name).strip().strip("'") or "Sheet"
        unique, count = _shortened(base, ""), 2
        while unique.casefold() in taken:
            unique, count = _shortened(base, f"({count})"), count + 1
        taken.add(unique.casefold())
        names.append(unique)
    return names


def _shortened(base: str, suffix: str) -> str:
    """Excel counts UTF-16 units: a rare Han character counts two."""
    while len((base + suffix).encode("utf-16-le")) // 2 > _LONGEST:
        base = base[:-1]
    return base.rstrip(" '") + suffix
