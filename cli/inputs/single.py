"""One table that stands by itself: a CSV file, or the first sheet of a workbook, named on the
command line."""

from __future__ import annotations

from pathlib import Path

from ...engine.data import codes
from ...engine.data.tables import RawSheet
from ...grammar.diagnostics import Diagnostic
from ..reasons import refusal
from .contents import is_text_name
from .delimited import read_delimited
from .outcome import FileRead, failed
from .workbook import read_workbook


def read_single(path: Path) -> tuple[RawSheet | None, tuple[Diagnostic, ...]]:
    """The sheet of a file, None where it could not be read, and what was found."""
    read = _read(path)
    return (read.sheets[0] if read.sheets else None), read.findings


def _read(path: Path) -> FileRead:
    try:
        data = path.read_bytes()
    except OSError as error:
        return failed(codes.FILE_UNREADABLE, path.name, **refusal(error))
    if is_text_name(path.name):
        return read_delimited(path.name, data, None)
    return read_workbook(path.name, data)
