"""The data folder: each declared file read once, its sheets given to the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import define, field

from ...engine.data import codes
from ...engine.data.contract import TableSpec
from ...engine.data.tables import RawSheet
from ...grammar.diagnostics import Code, Diagnostic
from ..reasons import reason, refusal
from .contents import is_text_name
from .delimited import read_delimited
from .listing import Listing
from .outcome import FileRead, failed
from .sheets import choose_sheets, hidden_parts
from .workbook import read_workbook


def read_folder(
    folder: Path, specs: Sequence[TableSpec]
) -> tuple[Mapping[str, tuple[RawSheet, ...]], tuple[Diagnostic, ...]]:
    """The raw sheets of each table by its name, and all that is wrong with folder and files.

    A table whose file could not be read is left out; that was then reported, unless the table
    is optional and its file simply is not there.
    """
    try:
        listing = Listing.of(folder)
    except OSError as error:
        return {}, (_no_folder(folder, error),)
    if not listing.paths:
        return {}, (Diagnostic(codes.FOLDER_EMPTY, None, {"folder": str(folder)}),)
    reading = _Reading(listing)
    found = {spec.name: reading.table(spec) for spec in specs}
    raw = {name: sheets for name, sheets in found.items() if sheets is not None}
    return raw, (*reading.findings, *listing.leftovers(specs))


def _no_folder(folder: Path, error: OSError) -> Diagnostic:
    match error:
        case FileNotFoundError():
            code: Code = codes.FOLDER_MISSING
        case NotADirectoryError():
            code = codes.NOT_A_FOLDER
        case _:
            code = codes.FOLDER_UNREADABLE
    return Diagnostic(code, None, {"folder": str(folder), "reason": reason(error)})


@define
class _Reading:
    """One run over the declared files. Several tables may stand in one workbook."""

    listing: Listing
    findings: list[Diagnostic] = field(factory=list)
    _files: dict[tuple[str, str | None], FileRead] = field(factory=dict)
    _told: set[tuple[str, str | None]] = field(factory=set)

    def table(self, spec: TableSpec) -> tuple[RawSheet, ...] | None:
        """The sheets of one table; None when there are none to be had."""
        path = self.listing.find(spec.file)
        if path is None:
            if not spec.optional:
                self.findings.append(self.listing.missing(spec))
            return None
        sheets = self._file(path, spec).sheets
        if not sheets:
            return None
        chosen, findings = choose_sheets(spec, sheets)
        self.findings.extend(findings)
        self.findings.extend(self._hidden(chosen))
        return chosen or None

    def _file(self, path: Path, spec: TableSpec) -> FileRead:
        key = (spec.file, spec.encoding if is_text_name(spec.file) else None)
        if key not in self._files:
            self._files[key] = _read(path, spec)
            self.findings.extend(self._files[key].findings)
        return self._files[key]

    def _hidden(self, sheets: Sequence[RawSheet]) -> Iterator[Diagnostic]:
        """What is hidden in the sheets that are read, each sheet once."""
        for sheet in sheets:
            if (sheet.file, sheet.name) not in self._told:
                self._told.add((sheet.file, sheet.name))
                yield from hidden_parts(sheet)


def _read(path: Path, spec: TableSpec) -> FileRead:
    try:
        data = path.read_bytes()
    except OSError as error:
        return failed(codes.FILE_UNREADABLE, spec.file, **refusal(error))
    if is_text_name(spec.file):
        return read_delimited(spec.file, data, spec.encoding)
    return read_workbook(spec.file, data)
