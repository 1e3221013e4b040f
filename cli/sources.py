"""Reading a policy file: its text, or the finding that says why there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from ..grammar.diagnostics import Argument, Cell, Code, Diagnostic, Text
from ..grammar.source import Source
from ..grammar.suggest import nearest
from . import codes
from .exits import Exit
from .reasons import reason

#: No policy comes near this; a data file given by mistake easily does.
LIMIT_MB = 5
_MEGABYTE = 1024 * 1024
#: What a policy read from standard input is called; typed as ``-``.
STANDARD_INPUT = Path("<stdin>")
_SIGNATURES: tuple[tuple[bytes, Text], ...] = (
    (
        b"PK\x03\x04",
        Text("Word、Excel、WPS 文档或压缩包", "a Word or Excel document or an archive"),
    ),
    (b"\xd0\xcf\x11\xe0", Text("旧版 Word、Excel 或 WPS 文档", "an old Word or Excel document")),
    (b"%PDF", Text("PDF 文件", "a PDF file")),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_Decoder: TypeAlias = Callable[[Path, bytes], Source | Diagnostic]


def load_source(path: Path) -> Source | Diagnostic:
    """The text of a policy file, or a finding. A byte order mark is taken off; nothing else is
    changed, so that positions point into the text as it was written."""
    return _load(path, _decoded)


def load_document(path: Path) -> Source | Diagnostic:
    """The text of the document that a policy encodes: as offices save it, UTF-8, GB18030, or
    UTF-16 with its mark."""
    return _load(path, _decoded_document)


def _load(path: Path, decode: _Decoder) -> Source | Diagnostic:
    if path == STANDARD_INPUT:
        return _standard_input(decode)
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _finding(codes.FOLDER, path)
        if size > LIMIT_MB * _MEGABYTE:
            return _finding(codes.LARGE, path, size=size // _MEGABYTE, limit=LIMIT_MB)
        content = path.read_bytes()
    except FileNotFoundError:
        return _finding(codes.MISSING, path, near=_near(path))
    except (OSError, ValueError) as error:
        return _finding(codes.REFUSED, path, reason=reason(error))
    return decode(path, content)


def _standard_input(decode: _Decoder) -> Source | Diagnostic:
    content = sys.stdin.buffer.read(LIMIT_MB * _MEGABYTE + 1)
    if len(content) > LIMIT_MB * _MEGABYTE:
        return _finding(codes.LARGE, STANDARD_INPUT, size=LIMIT_MB, limit=LIMIT_MB)
    return decode(STANDARD_INPUT, content)


def exit_for(finding: Diagnostic) -> Exit:
    """An empty file is an invalid policy; every other finding here is a file that was not read."""
    return Exit.INVALID if finding.code is codes.EMPTY else Exit.USAGE


def _decoded_document(path: Path, content: bytes) -> Source | Diagnostic:
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return _finding(codes.NOT_TEXT, path, kind=kind)
    names = ("utf-16",) if content.startswith(_UTF16) else ("utf-8", "gb18030")
    for name in names:
        with suppress(UnicodeDecodeError):
            # In UTF-8 from here on: whatever else there is to find, is found as in a policy.
            return _decoded(path, content.decode(name).encode())
    return _decoded(path, content)


def _decoded(path: Path, content: bytes) -> Source | Diagnostic:
    if not content:
        return _finding(codes.EMPTY, path)
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return _finding(codes.BINARY, path, kind=kind)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _finding(codes.ENCODING, path, seems=_encoding(content), line=line)
    if "\0" in text:
        return _finding(codes.BINARY, path, kind=Text("二进制文件", "a binary file"))
    return Source(str(path), text) if text else _finding(codes.EMPTY, path)


def _encoding(content: bytes) -> Text:
    """The encoding that the bytes make sense in, if it is one that offices use."""
    name = "UTF-16" if content.startswith(_UTF16) else "GB18030"
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return Text("", "")
    return Text(f"（看来是 {name} 编码）", f" (it seems to be {name})")


def _near(path: Path) -> Text:
    """Files beside the missing one whose names resemble it."""
    try:
        beside = [other.name for other in path.parent.iterdir() if other.is_file()]
    except OSError:
        return Text("", "")
    names = nearest(path.name, beside)
    chinese, english = "、".join(names), ", ".join(names)
    return Text(f"；相近的有：{chinese}", f"; close to it: {english}") if names else Text("", "")


def _finding(code: Code, path: Path, **args: Argument) -> Diagnostic:
    return Diagnostic(code, Cell(str(path)), {"file": path.name or str(path), **args})
