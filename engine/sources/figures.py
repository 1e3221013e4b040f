"""The figures that a text states: amounts with a unit, dates, years, in digits or in words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeAlias

from attrs import frozen

from ...grammar import literals
from ...grammar.literals import ENGLISH_DATE
from ...grammar.tokens import MULTIPLES, UNITS_EN, UNITS_ZH
from ...grammar.vocabulary import UNITS
from ..numerals import ARABIC, HAN_DIGITS, HAN_NUMBER, number
from .roundings import roundings


@frozen
class Amount:
    """A number and its kind: point, percent, yuan, count, day, places (of a rounding), …; “” where
    no unit is written."""

    number: Fraction
    kind: str


@frozen
class Day:
    """A day of the year. ``year`` is a calendar year, an offset from the policy's year when
    ``relative``, or None where the text does not say or masks it; ``part`` is early, middle, late,
    or None for a certain day, the last of the month among them (day 0)."""

    year: int | None
    relative: bool
    month: int
    day: int | None
    part: str | None


@frozen
class Year:
    """A calendar year; None for a masked one."""

    year: int | None


Meaning: TypeAlias = Amount | Day | Year


@frozen
class Figure:
    """A figure as a passage states it; ``text`` is its wording. ``derived`` tells one that follows
    from what is stated: the product of so many of so much each, 100％ raised or cut by some."""

    meaning: Meaning
    start: int
    end: int
    text: str
    derived: Literal["", "product", "change"] = ""


#: Counting words of documents beyond those of policies, and the dimension of each.
_MORE_UNITS = {
    "个百分点": "percent",
    "百分点": "percent",
    "自然日": "day",
    "个自然日": "day",
    "工作日": "workday",
    "年度": "year",
    "人次": "count",
    **dict.fromkeys("类种档组批方处册点门款", "count"),
}
_UNITS = {unit: UNITS.get(unit, unit) for unit in UNITS_ZH} | _MORE_UNITS
#: English units stand after a blank: ``60 points``.
_ENGLISH = {f" {english}": _UNITS[chinese] for english, chinese in UNITS_EN.items()}
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
#: 分 of 分之, 分别, 分为 and the like is no point; 十分 is “very”.
_UNIT = _UNIT.replace("|分|", rf"|分(?![别为工类级管解布配]|之[{HAN_DIGITS}十\d])|")
_WORDS = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_NUMBER = rf"(?:{ARABIC}|{HAN_NUMBER})"
_MANY = "|".join(MULTIPLES)
_YEAR_WORDS = {"次": 1, "翌": 1, "下": 1, "下一": 1, "第二": 1, "明": 1, "上": -1, "上一": -1}
_YEAR_WORDS |= {"当": 0, "本": 0, "同": 0}
_RELATIVE = "|".join(sorted(_YEAR_WORDS, key=len, reverse=True))
_PARTS = {"上旬": "early", "中旬": "middle", "下旬": "late", "末": None, "底": None}
_ABSOLUTE = rf"\d{{4}}|\d\d(?:[xX]{{2}}|×{{2}}|〇{{2}}|\*{{2}})|[一二][{HAN_DIGITS}]{{3}}"
_TO = r"[-~至到]|--"
_AND = "[、和及或]"

_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<date>(?:(?P<absolute>{_ABSOLUTE})年|(?P<relative>{_RELATIVE})一?年度?)?"
            rf"(?P<month>{_NUMBER})月份?(?:(?P<day>{_NUMBER})[日号]|(?P<part>{'|'.join(_PARTS)})))",
            rf"(?P<yearend>(?:(?P<endyear>{_RELATIVE})一?年度?)?年[底末])",
            rf"(?P<year>{_ABSOLUTE})年",
            rf"(?P<english>(?<![A-Za-z\d]){ENGLISH_DATE})",
            r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})(?!\d)",
            rf"(?P<outof>百|千|万)分之(?P<share>{_NUMBER})",
            rf"(?P<below>{HAN_NUMBER})分之(?P<above>{HAN_NUMBER})",
            rf"(?P<percent>{_NUMBER})%",
            rf"(?P<permille>{_NUMBER})‰",
            rf"(?P<tenths>{_NUMBER})成(?![立员果为功效绩本熟])",
            r"(?P<over>\d{1,2})/(?P<under>[1-9]\d?)(?![\d/])",
            r"(?P<half>一半|半数)",
            r"(?P<nothing>不得分|不计分|不扣分|不加分)",
            rf"(?P<first>(?<![A-Za-z\d])(?:{ARABIC})|{HAN_NUMBER})(?=(?:{_TO})(?:{_NUMBER})(?P<their>%|(?:{_MANY})?(?:{_UNIT})))",
            rf"(?P<listed>(?<![A-Za-z\d])(?:{ARABIC})|(?<=.){HAN_NUMBER})(?=(?:{_AND}{_NUMBER}){{1,20}}"
            rf"(?P<last>%|(?:{_MANY})?(?![年月日号])(?:{_UNIT})))",
            rf"(?P<plain>(?<![A-Za-z\d])(?:{ARABIC}))(?P<many>{_MANY})?(?P<unit>{_UNIT}|(?:{_WORDS})\b)?",
            rf"(?P<han>{HAN_NUMBER})(?P<hanunit>{_UNIT})",
        )
    )
)


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure that a passage states, in its order. ``3项…（各占1分）`` also states their
    product, ``压减5％`` also 95％; a range gives its unit to both ends, a list to all."""
    rounded = tuple(_rounded(text))
    # The 0.01 of 精确到0.01 is no amount.
    inside = {offset for one in rounded for offset in range(one.start, one.end)}
    found = tuple(one for one in _stated(text) if one.start not in inside)
    more = (*rounded, *_products(text, found), *_changes(text, found))
    return tuple(sorted((*found, *more), key=lambda figure: figure.start))


def _rounded(text: str) -> Iterator[Figure]:
    """The places of roundings: ``保留两位小数``, ``取整``."""
    for start, end, places in roundings(text):
        yield Figure(Amount(places, "places"), start, end, text[start:end])


def _stated(text: str) -> Iterator[Figure]:
    for match in _PATTERN.finditer(text):
        # 第八条, 第二款 are mentions of clauses.
        mention = text[: match.start()].endswith("第") and match[0][-1] in "条款项点"
        meaning = None if mention else _meaning(match)
        if meaning is not None:
            yield Figure(meaning, match.start(), match.end(), _wording(match))


def _wording(match: re.Match[str]) -> str:
    return match[0] + (match["their"] or match["last"] or "")


def _meaning(match: re.Match[str]) -> Meaning | None:
    """What a match says; None where the characters make no number (亿万)."""
    found = match.groupdict()
    if match["date"]:
        return _day(found)
    if match["english"]:
        return _english(match["english"])
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return last_day(Day(year, False, month, day, None)) if 1 <= month <= 12 else None
    if match["yearend"]:
        return Day(*_written_year(None, found["endyear"]), 12, 0, None)
    if match["year"]:
        return Year(_calendar(match["year"]))
    if match["half"]:
        return Amount(Fraction(50), "percent")
    if match["nothing"]:
        return Amount(Fraction(0), "point")
    if match["below"]:
        below, above = number(match["below"]), number(match["above"])
        return Amount(above / below * 100, "percent") if above is not None and below else None
    if match["over"]:
        return Amount(Fraction(100 * int(match["over"]), int(match["under"])), "percent")
    scales = {
        "share": Fraction(100, {"百": 100, "千": 1000, "万": 10_000}.get(match["outof"] or "", 1)),
        "percent": Fraction(1),
        "permille": Fraction(1, 10),
        "tenths": Fraction(10),
    }
    for name, scale in scales.items():
        if found[name]:
            value = number(found[name])
            return Amount(value * scale, "percent") if value is not None else None
    return _counted(found)


def _counted(found: dict[str, str | None]) -> Amount | None:
    value = number(found["first"] or found["listed"] or found["plain"] or found["han"] or "")
    unit = found["their"] or found["last"] or found["unit"] or found["hanunit"] or ""
    many = found["many"] or (unit[:1] if unit[:1] in MULTIPLES else "")
    if value is None:
        return None
    if unit == "%":
        return Amount(value, "percent")
    unit = unit[1:] if unit[:1] in MULTIPLES else unit
    return Amount(value * MULTIPLES.get(many, 1), (_UNITS | _ENGLISH).get(unit, ""))


def _day(found: dict[str, str | None]) -> Day | None:
    month, day = number(found["month"] or ""), number(found["day"] or "")
    if month is None or not 1 <= month <= 12 or (found["day"] and day is None):
        return None
    year, relative = _written_year(found["absolute"], found["relative"])
    part = _PARTS[found["part"]] if found["part"] else None
    when = int(day) if day is not None else (0 if part is None else None)
    return last_day(Day(year, relative, int(month), when, part))


def _english(text: str) -> Day | None:
    """``30 October 2009``, ``the end of March next year``."""
    found = literals.date(text)
    if not literals.date_exists(found):
        return None
    said = not found.relative or "year" in text.lower()
    day = 0 if found.part == "end" else found.day
    part = None if found.part == "end" else found.part
    year = found.year if said else None
    return last_day(Day(year, said and found.relative, found.month, day, part))


def _written_year(absolute: str | None, relative: str | None) -> tuple[int | None, bool]:
    if relative:
        return _YEAR_WORDS[relative], True
    return (_calendar(absolute) if absolute else None), False


def _calendar(text: str) -> int | None:
    value = number(text) if text.isdigit() or text[0] in HAN_DIGITS else None
    return int(value) if value is not None else None


def last_day(day: Day) -> Day:
    """``3月31日`` is ``3月末``: the last day of a month is day 0. February may end on either."""
    ends = {29} if day.month == 2 else {monthrange(2000, day.month)[1]}
    return Day(day.year, day.relative, day.month, 0, None) if day.day in ends else day


_EACH = re.compile(r"(?:各占|各为|各|每[项个类种]|均为|均占)$")


def _products(text: str, found: tuple[Figure, ...]) -> Iterator[Figure]:
    """``3项内容（各占2分）``: also 6分."""
    for before, each in pairwise(found):
        between = text[before.end : each.start]
        if (
            isinstance(before.meaning, Amount)
            and isinstance(each.meaning, Amount)
            and before.meaning.kind == "count"
            and each.meaning.kind in ("point", "percent", "yuan")
            and _EACH.search(between)
            and not re.search("[。;\n]", between)
        ):
            product = Amount(before.meaning.number * each.meaning.number, each.meaning.kind)
            said = f"{before.text}×{each.text}"
            yield Figure(product, before.start, each.end, said, "product")


_RAISED = re.compile(r"(?:上浮|上调|提高|增加|增长|加计)$")
_CUT = re.compile(r"(?:下浮|下调|压减|核减|扣减|调减|减少|降低)$")


def _changes(text: str, found: tuple[Figure, ...]) -> Iterator[Figure]:
    """``上浮10％``: also 110％; ``压减5％``: also 95％."""
    for figure in found:
        if not isinstance(figure.meaning, Amount) or figure.meaning.kind != "percent":
            continue
        before = text[: figure.start]
        sign = 1 if _RAISED.search(before) else -1 if _CUT.search(before) else 0
        if sign:
            whole = Amount(100 + sign * figure.meaning.number, "percent")
            said = f"100％{'＋' if sign > 0 else '－'}{figure.text}"
            yield Figure(whole, figure.start, figure.end, said, "change")
