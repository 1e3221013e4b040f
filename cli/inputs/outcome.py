"""What became of reading one file."""

from __future__ import annotations

from attrs import field, frozen

from ...engine.data.tables import RawSheet
from ...grammar.diagnostics import Argument, Cell, Code, Diagnostic


@frozen
class FileRead:
    """The sheets of a file, and what was found while reading it; no sheets if it failed."""

    sheets: tuple[RawSheet, ...] = ()
    findings: tuple[Diagnostic, ...] = field(default=())


def finding(code: Code, file: str, **args: Argument) -> Diagnostic:
    """A finding about a file as a whole; its name is an argument of every such message."""
    return Diagnostic(code, Cell(file), {"file": file, **args})


def failed(code: Code, file: str, **args: Argument) -> FileRead:
    """A file that could not be read, and why."""
    return FileRead((), (finding(code, file, **args),))
