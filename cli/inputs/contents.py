"""What a file is by its content; names and extensions may be wrong."""

from __future__ import annotations

from enum import Enum

from ...grammar.diagnostics import Text

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_SUFFIXES = (".csv", ".txt", ".tsv")


class Content(Enum):
    """The kinds of content that are told apart."""

    EMPTY = "empty"
    ZIP = "zip"  # .xlsx and its like
    OLE = "ole"  # .xls, .et
    ENCRYPTED = "encrypted"
    HTML = "html"  # what many systems export under the name .xls
    OTHER = "other"


#: How a kind of content is called when it is not the one that was wanted.
NAMES = {
    Content.ZIP: Text("工作簿（.xlsx）", "a workbook (.xlsx)"),
    Content.OLE: Text("旧格式的工作簿（.xls、.et）", "a workbook of the old kind (.xls, .et)"),
    Content.ENCRYPTED: Text("加了密码的工作簿", "a workbook under a password"),
    Content.HTML: Text("网页（系统导出的表格常这样）", "a web page, as many systems export"),
    Content.OTHER: Text("文本或别的内容", "text or something else"),
}


def content_of(data: bytes) -> Content:
    """The kind of content of a file."""
    if not data:
        return Content.EMPTY
    if data.startswith(b"PK"):
        return Content.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Content.ENCRYPTED if _ENCRYPTED in data else Content.OLE
    start = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return (
        Content.HTML
        if start.startswith((b"<html", b"<!doctype html", b"<table"))
        else Content.OTHER
    )


def is_text_name(name: str) -> bool:
    """Whether a file name promises a text table rather than a workbook."""
    return name.lower().endswith(_TEXT_SUFFIXES)
