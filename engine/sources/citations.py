"""What a policy cites, found in the document: a clause by its number, and a few of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from ..numerals import HAN_DIGITS, number
from .document import Clause, Document, Gap, Paragraph
from .text import Passage, narrow, plain

_HAN = rf"[{HAN_DIGITS}十百]+"
_NUM = rf"(?:{_HAN}|\d+)"
_PIECE = re.compile(
    rf"附[件录表](?P<appendix>{_NUM})?|第(?P<n>{_NUM})(?P<unit>部分|[编章节条款项目])(?:之(?P<sub>{_NUM}))?"
    rf"|\((?P<bracket>{_NUM})\)|第\((?P<item>{_NUM})\)项|(?P<circled>[①-⑳])"
    rf"|(?P<decimal>\d+(?:\.\d+)+)|(?P<half>\d+)\)|(?P<arabic>\d+)[.、]?|(?P<part>{_HAN})[、.]?"
    rf"|(?:(?P<word>Article|Section|Chapter|Part)(?P<en>\d+))|\(?(?P<letter>[a-z])\)?",
    re.IGNORECASE,
)
_UNITS = {
    "编": "book",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "部分": "part",
    "款": "paragraph",
    "项": "item",
    "目": "item",
}
_ENGLISH = {"article": "article", "section": "article", "chapter": "chapter", "part": "book"}
_PREAMBLE = ("题头", "前言", "引言", "序言", "首部", "preamble")
_DOTS = re.compile(r"…+|\.{3,}")
#: How wide a stretch around some words is: to the next 、, comma or cell, semicolon, full stop,
#: paragraph end; beyond, the whole passage.
STOPS = ("、，,。；;|\n", "，,。；;|\n", "。；;\n", "。\n", "\n")
CLAUSE, SENTENCE, ROW = 2, 3, 4


@frozen
class Found:
    """What a citation leads to. ``clauses`` has more than one where numbers repeat; ``gap`` is the
    place of a number that the text leaves out; ``paragraphs`` are the words meant."""

    clauses: tuple[Clause, ...] = ()
    gap: Gap | None = None
    paragraphs: tuple[Paragraph, ...] = ()


def find(document: Document, cited: str) -> Found:
    """The clause of a citation; an empty answer where the document has none such."""
    if cited in _PREAMBLE and document.preamble:
        return Found(paragraphs=document.preamble)
    parsed = _pieces(narrow(cited))
    if parsed is None:
        return _titled(document, cited)
    key = tuple(piece for piece in parsed if piece[0] != "paragraph")
    for same in (_exactly, _alike):
        clauses = tuple(c for c in document.clauses if same(c.key, key))
        if clauses:
            return Found(clauses, None, _paragraphs(document, clauses, parsed))
        gap = next((g for g in document.gaps if any(same(k, key) for k in g.keys)), None)
        if gap is not None:
            return Found(gap=gap)
    return _titled(document, cited)


def _titled(document: Document, cited: str) -> Found:
    """A clause by its heading."""
    wanted = plain(cited)
    clauses = tuple(
        c
        for c in document.clauses
        if (c.style == "title" and plain(c.path) == wanted)
        or document.read(c.paragraphs[:1]).text.strip("\n") == wanted
    )
    return Found(clauses, None, _paragraphs(document, clauses, ()))


def _paragraphs(
    document: Document, clauses: tuple[Clause, ...], parsed: tuple[tuple[str, int], ...]
) -> tuple[Paragraph, ...]:
    wanted = next((n for style, n in parsed if style == "paragraph"), None)
    if wanted is None or len(clauses) != 1:
        return tuple(p for clause in clauses for p in document.own(clause))
    return clauses[0].paragraphs[wanted - 1 : wanted]


def _pieces(text: str) -> tuple[tuple[str, int], ...] | None:
    """``四(三)1`` as numbers and their styles; None when it is no clause number."""
    compact = "".join(text.split())
    found: list[tuple[str, int]] = []
    place = 0
    while place < len(compact):
        match = _PIECE.match(compact, place)
        if match is None:
            return None
        found.extend(_piece(match))
        place = match.end()
    return tuple(found) or None


def _piece(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    found = match.groupdict()
    if found["n"]:
        yield _UNITS[found["unit"]], _int(found["n"])
        if found["sub"]:
            yield "sub", _int(found["sub"])
    elif found["bracket"]:
        style = "bracket_arabic" if found["bracket"].isdigit() else "bracket_han"
        yield style, _int(found["bracket"])
    elif found["item"]:
        yield "item", _int(found["item"])
    elif found["circled"]:
        yield "circled", ord(found["circled"]) - ord("①") + 1
    elif found["decimal"]:
        first, *rest = found["decimal"].split(".")
        yield "arabic", int(first)
        yield from (("decimal", int(part)) for part in rest)
    elif found["half"] or found["arabic"]:
        yield ("half_arabic" if found["half"] else "arabic"), int(found["half"] or found["arabic"])
    elif found["en"]:
        yield _ENGLISH[found["word"].lower()], int(found["en"])
    elif found["part"]:
        yield "part", _int(found["part"])
    elif found["letter"]:
        yield "letter", ord(found["letter"].lower()) - ord("a") + 1
    else:
        yield "appendix", _int(found["appendix"] or "")


def _int(text: str) -> int:
    value = number(text) if text else None
    return int(value) if value is not None else 0


def _exactly(key: tuple[tuple[str, int], ...], wanted: tuple[tuple[str, int], ...]) -> bool:
    return key == wanted


def _alike(key: tuple[tuple[str, int], ...], wanted: tuple[tuple[str, int], ...]) -> bool:
    """The same numbers, whatever the brackets: 第三条第二项 is 第三条（二）."""
    return len(key) == len(wanted) and all(
        mine == theirs or (mine[1] == theirs[1] and _loose(mine[0]) == _loose(theirs[0]))
        for mine, theirs in zip(key, wanted, strict=True)
    )


def _loose(style: str) -> str:
    items = ("item", "bracket_han", "bracket_arabic", "half_arabic", "arabic", "circled", "decimal")
    return "item" if style in items else style


def places_of(said: Passage, words: str) -> list[tuple[int, int]]:
    """Every place where some words stand; ``……`` in them stands for words left out."""
    parts = [plain(part) for part in _DOTS.split(words)]
    parts = [part for part in parts if part]
    if not parts:
        return []
    pattern = r"[^。\n]*?".join(map(re.escape, parts))
    return [match.span() for match in re.finditer(pattern, said.text)]


def around(text: str, start: int, end: int, level: int) -> tuple[int, int]:
    """The stretch of a level around a range; see ``STOPS``. A row of a table has no sentences."""
    if level >= len(STOPS):
        return 0, len(text)
    marks = STOPS[level]
    after = re.compile(f"[{marks}]").search(text, end)
    first = max(text.rfind(mark, 0, start) for mark in marks) + 1
    return first, after.start() if after else len(text)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a range, or the row of a table."""
    row = around(text, start, end, ROW)
    if text[row[0] : row[0] + 1] == "|":
        return row
    return around(text, start, end, SENTENCE)


def nearest_sentence(said: Passage, words: str) -> tuple[int, int] | None:
    """The sentence that shares most with some words; None where none shares anything."""
    wanted = _pairs(plain(words))
    best, place = 0.0, None
    for match in re.finditer(r"[^。\n]+", said.text):
        pairs = _pairs(match[0])
        score = len(wanted & pairs) / (len(wanted) or 1)
        if score > best:
            best, place = score, match.span()
    return place if best >= 0.2 else None


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
