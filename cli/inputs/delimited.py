"""Text tables: encoding, delimiter, rows with the line each begins on."""

from __future__ import annotations

import csv
import io

from ...engine.data import codes
from ...engine.data.tables import BLANK_CELL, RawCell, RawSheet
from ...grammar.diagnostics import Diagnostic
from .contents import NAMES, Content, content_of
from .outcome import FileRead, failed, finding

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: GB18030 holds all of GB2312 and GBK, and the rare characters of names that these lack.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}
_OTHER_DELIMITERS = "\t;；，"
_LINES_LOOKED_AT = 10


def read_delimited(file: str, data: bytes, encoding: str | None) -> FileRead:
    """One text table. The encoding is the declared one, or found by strict trial."""
    content = content_of(data)
    if content is Content.EMPTY:
        return failed(codes.FILE_EMPTY, file, part="")
    if content is not Content.OTHER:
        return failed(codes.NOT_TEXT, file, found=NAMES[content])
    text = _decode(file, data, encoding)
    return text if isinstance(text, FileRead) else _table(file, text)


def _decode(file: str, data: bytes, encoding: str | None) -> str | FileRead:
    tries = _encodings(data, encoding)
    problem = 0
    for name in tries:
        try:
            text = data.decode(name)
        except LookupError:
            return failed(codes.UNKNOWN_ENCODING, file, encoding=name)
        except UnicodeError as error:
            problem = error.start if isinstance(error, UnicodeDecodeError) else 0
        else:
            # UTF-16 without its mark is valid UTF-8, full of zeros that no text has.
            if "\0" not in text:
                return text
            problem = data.index(b"\0")
    line = data.count(b"\n", 0, problem) + 1
    return failed(codes.UNDECODABLE, file, line=line, tried="、".join(tries))


def _encodings(data: bytes, declared: str | None) -> tuple[str, ...]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return (name,)
    if declared:
        name = declared.strip().lower()
        return (_WIDER.get(name, name),)
    return ("utf-8", "gb18030")


def _table(file: str, text: str) -> FileRead:
    delimiter = _delimiter(text)
    cells = _Cells()
    rows: list[list[RawCell]] = []
    lines: list[int] = []
    # Strict: a quote that is never closed would otherwise swallow the rest of the file.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for fields in reader:
            rows.append(list(map(cells.__getitem__, fields)))
            lines.append(start)
            start = reader.line_num + 1
    except csv.Error:
        return failed(codes.BROKEN_CSV, file, line=start)
    _pad(rows)
    if not any(cell is not BLANK_CELL for cell in cells.values()):
        return failed(codes.FILE_EMPTY, file, part="")
    return FileRead((RawSheet(file, None, rows, lines),), _noted(file, delimiter))


class _Cells(dict[str, RawCell]):
    """One cell for each distinct text: a year's file repeats the same few over and over."""

    def __missing__(self, text: str) -> RawCell:
        cell = RawCell("text", text) if text.strip() else BLANK_CELL
        self[text] = cell
        return cell


def _pad(rows: list[list[RawCell]]) -> None:
    width = max(map(len, rows), default=0)
    for row in rows:
        if len(row) < width:
            row.extend([BLANK_CELL] * (width - len(row)))


def _delimiter(text: str) -> str:
    """The comma, unless the first lines hold none and another delimiter clearly instead."""
    head = [line for line in text[:4096].splitlines() if line.strip()][:_LINES_LOOKED_AT]
    if any("," in line for line in head):
        return ","
    counts = {mark: sum(mark in line for line in head) for mark in _OTHER_DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] * 2 > len(head) else ","


def _noted(file: str, delimiter: str) -> tuple[Diagnostic, ...]:
    if delimiter == ",":
        return ()
    shown = "Tab" if delimiter == "\t" else delimiter
    return (finding(codes.ODD_DELIMITER, file, delimiter=shown),)
