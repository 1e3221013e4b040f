"""Last year's figures left in: a title or a file of another year than the policy's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ...grammar.diagnostics import Argument, Diagnostic, Label, Severity, Text
from ...grammar.nodes import DateLiteral, Property, String, YearLiteral
from ...grammar.source import Span
from ..semantics.checked import Checked
from ..semantics.codes.frames import WHOLE
from ..semantics.codes.make import code

_REGISTER = (
    "\n名册 单位名册 {\n  出处：“二”\n  文件：“单位名册.csv”\n"
    "  主键：单位\n  列 { 单位：单位 }\n}\n"
    "结果表 { 单位：单位 }"
)
OTHER_YEAR = code(
    "G328",
    (
        "{what}写的是{found}年，“年度”是{year}年",
        "{what} says {found}; the policy is of {year}",
    ),
    severity=Severity.WARNING,
    what=(
        "标题、文件名或截止日期里的年份和“年度”不同。",
        "The year in a title, a file name or a due day is not that of the policy.",
    ),
    why=(
        "多半是从上一年的办法改来时漏改了一处，会读错数据或算错期限。",
        "Most likely a year was left over, so that old data or days would count.",
    ),
    mend=("改成本年的年份，或改“年度”。", "Write this year's, or change “year”."),
    bad="政策 示范评估 “2010年度评估办法” { 年度：2009年 }\n" + _REGISTER,
    good="政策 示范评估 “2009年度评估办法” { 年度：2009年 }\n" + _REGISTER,
    hint=("核对是不是上一年留下的", "see whether it is left over from another year"),
    frame=WHOLE,
)
CODES = (OTHER_YEAR,)

_TITLE = Text("标题", "the title")
#: So many other places are pointed at.
_SHOWN = 3
#: What a year stands in, where, which it is, and how far it may be from the policy's.
_Place: TypeAlias = tuple[Text, Span, int, tuple[int, ...]]
_YEAR_OF_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_YEAR_OF_FILE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """The policy's title, the names of its files, and the due days."""
    policy = checked.policy
    stated = policy.properties.get("year") if policy else None
    year = stated.clauses[0].items[0] if stated else None
    if policy is None or stated is None or not isinstance(year, YearLiteral) or not year.year:
        return
    places = list(_places(checked))
    for what, span, found, allowed in places:
        if found - year.year not in allowed:
            label = Label(stated.span, Text("年度写在这里", "the year is written here"))
            args: dict[str, Argument] = {"what": what, "found": found, "year": year.year}
            # The title names the year that is meant, if it is the other one that is left over.
            others = _left_over(places, found) if what == _TITLE else ()
            yield Diagnostic(OTHER_YEAR, span, args, (label, *others))


def _left_over(places: Sequence[_Place], meant: int) -> tuple[Label, ...]:
    """What else would be of another year if one year is meant; the first few."""
    text = Text(f"如果是{meant}年的办法，这里也要改", f"if {meant} is meant, this is wrong as well")
    spans = [span for what, span, found, allowed in places if found - meant not in allowed]
    return tuple(Label(span, text) for span in spans[:_SHOWN])


def _places(checked: Checked) -> Iterator[_Place]:
    """Where a year is written, and how far from the policy's it may be."""
    title = checked.policy.block.title if checked.policy else None
    if title is not None:
        years = {int(found) for found in _YEAR_OF_TITLE.findall(title.text)}
        if len(years) == 1:
            yield _TITLE, title.span, years.pop(), (0,)
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            file = _single(declaration.properties.get("file"))
            if isinstance(file, String) and (years_in := _YEAR_OF_FILE.findall(file.text)):
                yield Text("文件名", "the file name"), file.span, int(years_in[-1]), (0, -1, 1)
            due = _single(declaration.properties.get("due"))
            if isinstance(due, DateLiteral) and not due.relative:
                yield Text("截止日期", "the due day"), due.span, due.year, (0, 1)


def _single(prop: Property | None) -> object:
    return prop.clauses[0].items[0] if prop is not None else None
