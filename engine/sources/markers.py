"""The numbers that open a clause, such as 一、 （一） 1． （1） ① 第…条, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from ..numerals import HAN_DIGITS, han, number

_HAN = rf"[{HAN_DIGITS}十百]{{1,5}}"
_NUM = rf"(?:{_HAN}|\d{{1,3}})"
#: What follows a number that is mentioned, not opened: 第八条的规定, （一）、（二）项.
_MENTIONED = r"(?![的、,和与至到或第所中规款项之及])"


@frozen
class Style:
    """One style of numbering. ``outer`` places a style that always stands above those without."""

    id: str
    pattern: re.Pattern[str]
    inline: bool = False  # whether items in running text are numbered so
    outer: int = 99


def _style(id: str, pattern: str, *, inline: bool = False, outer: int = 99) -> Style:
    return Style(id, re.compile(pattern, re.IGNORECASE), inline, outer)


STYLES: tuple[Style, ...] = (
    _style("appendix", rf"附\s*[件录表]\s*(?P<n>{_NUM})?(?=\s*(?::|：|$)|\s+\S)", outer=0),
    _style("book", rf"第\s*(?P<n>{_NUM})\s*编{_MENTIONED}|Part\s+(?P<e>\d+)\b\.?", outer=1),
    _style("chapter", rf"第\s*(?P<n>{_NUM})\s*章{_MENTIONED}|Chapter\s+(?P<e>\d+)\b\.?", outer=2),
    _style("section", rf"第\s*(?P<n>{_NUM})\s*节{_MENTIONED}", outer=3),
    _style(
        "article",
        rf"第\s*(?P<n>{_NUM})\s*条(?:之(?P<sub>{_NUM}))?{_MENTIONED}|(?:Article|Section)\s+(?P<e>\d+)\b\.?",
        outer=4,
    ),
    _style(
        "part", rf"(?P<n>{_HAN})[、.．](?!\d|{_HAN}[、.])|第\s*(?P<m>{_HAN})\s*部分{_MENTIONED}"
    ),
    _style("bracket_han", rf"\(\s*(?P<n>{_HAN})\s*\){_MENTIONED}", inline=True),
    _style("decimal", r"(?P<d>\d{1,2}(?:\.\d{1,2})+)(?=[、\s])"),
    _style("arabic", r"(?P<n>\d{1,3})(?:[.](?![\d.])|、(?!\d))", inline=True),
    _style("bracket_arabic", rf"\(\s*(?P<n>\d{{1,3}})\s*\){_MENTIONED}", inline=True),
    _style("half_arabic", r"(?P<n>\d{1,2})\)", inline=True),
    _style("circled", r"(?P<c>[①-⑳])", inline=True),
    _style("letter", r"(?P<l>[a-z])[.)](?=\s)|\((?P<k>[a-z])\)(?=\s)"),
)
#: In headings a number may stand without a mark: ``## 1 总则``.
_PLAIN = _style("arabic", r"(?P<n>\d{1,2})\s+(?=\S)")
#: One character for a whole number: ⑴ ⒈ ㈠.
_SINGLE = {
    **{chr(0x2474 + i): f"({i + 1})" for i in range(20)},
    **{chr(0x2488 + i): f"{i + 1}." for i in range(20)},
    **{chr(0x3220 + i): f"({han(i + 1)})" for i in range(10)},
}
_LEAD = re.compile(r"[\s>*_]*(?:#{1,6}\s+)?[\s*_]*")
_LONGEST_HEADING = 300
_HEADING = re.compile(r"\s*(#{1,6})\s+(.+?)[\s#*]*$")


@frozen
class Marker:
    """A number that opens a clause, at offsets of the document; ``label`` names the clause below
    its parent; an own title stands in place of a number in an unnumbered heading."""

    style: str
    number: int
    label: str
    start: int
    end: int
    inline: bool = False
    outer: int = 99
    depth: int = 0  # of a Markdown heading
    sub: int = 0  # 第三条之一

    @property
    def level(self) -> tuple[str, int]:
        """What the numbers of one list have in common."""
        return self.style, self.depth


def opening(narrowed: str, start: int, end: int) -> Marker | None:
    """The number at the start of a line, or the Markdown heading that the line is."""
    line = narrowed[start:end]
    lead = _LEAD.match(line)
    place = lead.end() if lead else 0
    heading = _HEADING.match(line) if len(line) <= _LONGEST_HEADING else None
    depth = len(heading[1]) if heading else 0
    for style in (*STYLES, _PLAIN) if heading else STYLES:
        found = _at(style, line, place)
        if found is not None:
            return evolve(_marker(style, found, start, inline=False), depth=depth)
    if heading is None:
        return None
    title = " ".join(heading[2].replace("*", "").split())
    return Marker("title", 0, title, start, start + heading.end(1), depth=depth)


def _at(style: Style, line: str, place: int) -> re.Match[str] | None:
    single = _SINGLE.get(line[place : place + 1])
    if single is None:
        return style.pattern.match(line, place)
    # The character stands for two or three: match its spelling, keep its place.
    return style.pattern.match(" " * place + single, place)


def inside(narrowed: str, start: int, end: int, taken: frozenset[str]) -> Iterator[Marker]:
    """Numbered items in running text: of one style, from 1 upwards, at least two, each after a
    mark of punctuation and followed by words of its own."""
    line = narrowed[start:end]
    for style in STYLES:
        if style.inline and style.id not in taken:
            found = [m for m in style.pattern.finditer(line) if _may_open(style, line, m)]
            run = _run([_marker(style, m, start, inline=True) for m in found])
            if len(run) > 1 and not _touching(run):
                yield from run


def _may_open(style: Style, line: str, match: re.Match[str]) -> bool:
    before = line[: match.start()].rstrip()[-1:]
    return style.id == "circled" or (before in tuple("：:;；。，,、)") and before != "")


def _run(markers: list[Marker]) -> list[Marker]:
    run: list[Marker] = []
    for marker in markers:
        last = run[-1].number if run else 0
        if last < marker.number <= last + (2 if run else 1):
            run.append(marker)
    return run


def _touching(run: list[Marker]) -> bool:
    """``1、2、3项``: numbers with nothing of their own between them."""
    return any(b.start - a.end < 2 for a, b in pairwise(run))


def _marker(style: Style, match: re.Match[str], base: int, *, inline: bool) -> Marker:
    found = match.groupdict()
    written = next((v for k in "nemdclk" if (v := found.get(k)) is not None), "")
    count = _count(style.id, written)
    sub = number(found["sub"]) if found.get("sub") else None
    english = found.get("e") is not None
    label = label_of(style.id, count, written) + (f"之{han(int(sub))}" if sub else "")
    if english:
        label = f"{match[0].split()[0].title()} {count}"
    place = base + match.start(), base + match.end()
    return Marker(style.id, count, label, *place, inline, style.outer, sub=int(sub or 0))


def _count(style: str, written: str) -> int:
    if style == "circled":
        return ord(written) - ord("①") + 1
    if style == "letter":
        return ord(written.lower()) - ord("a") + 1
    if style == "decimal":
        return int(written.rpartition(".")[2])
    value = number(written) if written else None
    return int(value) if value is not None else 0


_LABELS = {
    "book": "第{h}编",
    "chapter": "第{h}章",
    "section": "第{h}节",
    "article": "第{h}条",
    "part": "{h}",
    "bracket_han": "（{h}）",
    "arabic": "{n}",
    "bracket_arabic": "（{n}）",
    "half_arabic": "{n}）",
}


def label_of(style: str, count: int, written: str = "") -> str:
    """How a number of a style is cited: （三）, 1, 第八条, ①."""
    match style:
        case "appendix":
            return f"附件{count}" if count else "附件"
        case "circled":
            return chr(ord("①") + count - 1)
        case "letter":
            return f"({chr(ord('a') + count - 1)})"
        case "decimal":
            return written
        case _:
            return _LABELS[style].format(h=han(count), n=count)
