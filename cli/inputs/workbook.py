"""Workbooks: every cell as it was typed, formulas without a result and errors kept as such."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...engine.data import codes
from ...engine.data.tables import RawSheet
from .contents import NAMES, Content, content_of
from .grid import sheet_of
from .outcome import FileRead, failed

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def read_workbook(file: str, data: bytes) -> FileRead:
    """All worksheets of a workbook."""
    match content_of(data):
        case Content.EMPTY:
            return failed(codes.FILE_EMPTY, file, part="")
        case Content.ZIP:
            return _read(file, data)
        case Content.ENCRYPTED:
            return failed(codes.ENCRYPTED, file)
        case Content.OLE:
            return failed(codes.OLD_WORKBOOK, file)
        case other:
            return failed(codes.NOT_A_WORKBOOK, file, found=NAMES[other])


def _read(file: str, data: bytes) -> FileRead:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of features that it drops, none of which holds data.
            warnings.simplefilter("ignore")
            shown = _load(data, values=True)
            formulas = _load(data, values=False) if _has_formulas(data) else None
            return FileRead(tuple(_sheets(file, shown, formulas)))
    except Exception:
        # A broken archive fails in any of a dozen ways inside zipfile, XML and openpyxl.
        return failed(codes.BROKEN_WORKBOOK, file)


def _load(data: bytes, values: bool) -> Workbook:
    # Loading openpyxl takes a quarter of a second: wait until there is a workbook to read.
    from openpyxl import load_workbook  # noqa: PLC0415

    return load_workbook(io.BytesIO(data), data_only=values)


def _sheets(file: str, shown: Workbook, formulas: Workbook | None) -> Iterator[RawSheet]:
    for sheet in shown.worksheets:
        yield sheet_of(file, sheet, formulas[sheet.title] if formulas is not None else None)


def _has_formulas(data: bytes) -> bool:
    """Whether a second load, for the formulas, is worth its time."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if "worksheets/" in name.lower()]
        return any(_FORMULA.search(archive.read(name)) for name in names)
