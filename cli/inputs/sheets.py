"""Which worksheets of a file belong to a table, and what is hidden in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...engine.data import codes
from ...engine.data.contract import TableSpec
from ...engine.data.tables import RawSheet
from ...engine.data.text import fold
from ...engine.data.wording import suggestion
from ...grammar.diagnostics import Cell, Diagnostic, Text
from ...grammar.suggest import nearest
from .outcome import finding

_MOST_ROWS_NAMED = 10


def choose_sheets(
    spec: TableSpec, sheets: Sequence[RawSheet]
) -> tuple[tuple[RawSheet, ...], tuple[Diagnostic, ...]]:
    """The sheets a table declares, in its order, and the findings about those that fail."""
    if sheets[0].name is None:  # a text file is its own only sheet
        return tuple(sheets[:1]), ()
    if not spec.sheets:
        return _only_sheet(spec, sheets)
    named = {fold(sheet.name or ""): sheet for sheet in sheets}
    chosen = [(name, named.get(fold(name))) for name in spec.sheets]
    findings = []
    for name, sheet in chosen:
        if sheet is None:
            findings.append(_missing(spec, name, sheets))
        elif not sheet.rows:
            findings.append(_empty(sheet))
    return tuple(sheet for _, sheet in chosen if sheet is not None and sheet.rows), tuple(findings)


def _only_sheet(
    spec: TableSpec, sheets: Sequence[RawSheet]
) -> tuple[tuple[RawSheet, ...], tuple[Diagnostic, ...]]:
    """The one sheet that holds anything, where none is declared."""
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if len(filled) == 1:
        return filled, ()
    if not filled:
        return (), (finding(codes.FILE_EMPTY, spec.file, part=""),)
    names = "、".join(f"“{sheet.name}”" for sheet in filled)
    hint = Text(f"在政策里写明是哪一张：{names}", f"declare which one: {names}")
    return (), (finding(codes.SHEETS_UNDECIDED, spec.file, n=len(filled), suggestion=hint),)


def _missing(spec: TableSpec, name: str, sheets: Sequence[RawSheet]) -> Diagnostic:
    known = [sheet.name or "" for sheet in sheets]
    all_names = "、".join(f"“{known_name}”" for known_name in known)
    others = Text(f"文件里有：{all_names}", f"the file has: {all_names}")
    hint = suggestion(nearest(name, known), others)
    return finding(codes.SHEET_MISSING, spec.file, sheet=name, suggestion=hint)


def _empty(sheet: RawSheet) -> Diagnostic:
    part = Text(f"的工作表“{sheet.name}”", f" on sheet “{sheet.name}”")
    place = Cell(sheet.file, sheet.name)
    return Diagnostic(codes.FILE_EMPTY, place, {"file": sheet.file, "part": part})


def hidden_parts(sheet: RawSheet) -> Iterator[Diagnostic]:
    """Notes on a hidden sheet and on hidden rows, which are read like any other."""
    place = Cell(sheet.file, sheet.name)
    if sheet.hidden:
        what = Text(f"工作表“{sheet.name}”", f"sheet “{sheet.name}”")
        yield Diagnostic(codes.HIDDEN, place, {"file": sheet.file, "what": what})
    if sheet.hidden_rows:
        rows = "、".join(map(str, sheet.hidden_rows[:_MOST_ROWS_NAMED]))
        more = len(sheet.hidden_rows) > _MOST_ROWS_NAMED
        what = Text(
            f"工作表“{sheet.name}”第{rows}行{'等' if more else ''}",
            f"rows {rows}{' and more' if more else ''} of sheet “{sheet.name}”",
        )
        yield Diagnostic(codes.HIDDEN, place, {"file": sheet.file, "what": what})
