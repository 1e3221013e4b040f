"""One table that stands by itself: a CSV file named on the command line."""

from __future__ import annotations

from pathlib import Path

from ...engine.data import codes
from ...engine.data.tables import RawSheet
from ...grammar.diagnostics import Diagnostic
from ..reasons import reason
from .delimited import read_delimited
from .outcome import FileRead, failed


def read_single(path: Path) -> tuple[RawSheet | None, tuple[Diagnostic, ...]]:
    """The sheet of a file, None where it could not be read, and what was found."""
    read = _read(path)
    return (read.sheets[0] if read.sheets else None), read.findings


def _read(path: Path) -> FileRead:
    try:
        return read_delimited(path.name, path.read_bytes(), None)
    except OSError as error:
        return failed(codes.FILE_UNREADABLE, path.name, reason=reason(error))
