"""The exact value of a literal's text: numbers, dates and years."""

from __future__ import annotations

import re
from calendar import monthrange
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from .characters import LETTERS, UNSEEN
from .tokens import MULTIPLES, UNITS_EN

Part: TypeAlias = Literal["early", "middle", "late", "end"]

_PARTS: dict[str, Part] = {
    "上旬": "early",
    "中旬": "middle",
    "下旬": "late",
    "末": "end",
    "底": "end",
}
_YEARS = {"次年": 1, "上年": -1, "当年": 0, "本年": 0}
_BLANKS = rf"[ \t{UNSEEN}]*"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_PARTS_EN: dict[str, Part] = {"early": "early", "mid": "middle", "late": "late", "end of": "end"}
_YEARS_EN = {"next year": 1, "last year": -1, "this year": 0}
_APART = rf"[ \t{UNSEEN}]++"
_MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    f"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![{LETTERS}0-9])"
)
#: ``30 Oct``, ``Oct 30``, ``mid-Oct``, ``end of March next year``; the months in full or shortened.
ENGLISH_DATE = (
    rf"(?:[0-9]{{1,2}}{_APART}{_MONTH}|{_MONTH}{_APART}[0-9]{{1,2}}(?![{LETTERS}0-9.%])"
    rf"|(?:(?:early|late|end{_APART}of){_APART}|mid(?:-|{_APART})){_MONTH})"
    rf"(?:{_APART}(?:[0-9]{{4}}|(?:next|last|this){_APART}year)(?![{LETTERS}0-9.%]))?+"
)
_ENGLISH_PARTS = re.compile(
    r"(?:(?P<part>early|mid|late|end of)[ -]|(?P<day>\d+) )?"
    r"(?P<month>[a-z]{3})[a-z]*(?: (?P<late_day>\d{1,2})(?!\d))?(?: (?P<year>.+))?"
)
_NUMBER = re.compile(rf"([0-9]+(?:\.[0-9]+)?){_BLANKS}(.*)", re.DOTALL)


class Date(NamedTuple):
    """The parts of a written date; see ``nodes.DateLiteral``."""

    year: int
    relative: bool
    month: int
    day: int | None
    part: Part | None


def number_and_unit(text: str) -> tuple[Fraction, str | None]:
    """``20万元`` is 200000 元; ``3％`` is 3 %; ``5 pts`` is 5 分."""
    match = _NUMBER.fullmatch(text)
    assert match is not None, "the lexer lets no other number through"
    number, unit = Fraction(match[1]), match[2]
    if unit[:1] in MULTIPLES:
        number, unit = number * MULTIPLES[unit[0]], unit[1:]
    return number, UNITS_EN.get(unit, unit) or None


def date(text: str) -> Date:
    """The parts of ``2009年10月30日``, ``2009-10-30``, ``10月30日``, ``次年3月末``, ``4月中旬``,
    and of ``30 Oct 2009``, ``30 Oct``, ``end of Mar next year``, ``mid-Apr``."""
    if "月" not in text and not text[:4].isdigit():
        return _english(text)
    if "月" not in text:
        year, month, day = (int(part) for part in text.split("-"))
        return Date(year, False, month, day, None)
    prefix, _, rest = text.rpartition("年")
    month_text, day_text = rest.strip(" \t" + UNSEEN).split("月")
    part = _PARTS.get(day_text)
    number = None if part else int(day_text[:-1])
    absolute = prefix.isdigit()
    offset = int(prefix) if absolute else _YEARS.get(prefix + "年", 0)
    return Date(offset, not absolute, int(month_text), number, part)


def _english(text: str) -> Date:
    plain = " ".join(re.sub(f"[{UNSEEN}]", " ", text).lower().split())
    match = _ENGLISH_PARTS.fullmatch(plain)
    assert match is not None, "the lexer lets no other date through"
    year, day = match["year"] or "", match["day"] or match["late_day"]
    return Date(
        int(year) if year.isdigit() else _YEARS_EN.get(year, 0),
        not year.isdigit(),
        _MONTHS.index(match["month"].capitalize()) + 1,
        int(day) if day else None,
        _PARTS_EN.get(match["part"] or ""),
    )


def in_english(text: str) -> str:
    """A date as English texts write it: ``次年3月末`` is ``end of Mar next year``; a date in
    digits is written alike in both."""
    if "月" not in text:
        return text
    when = date(text)
    prefix = text.rpartition("年")[0]
    part = next((word for word, part in _PARTS_EN.items() if part == when.part), None)
    before = f"{when.day}" if part is None else part
    year = f"{when.year}" if not when.relative else ""
    if when.relative and prefix:
        year = next(word for word, offset in _YEARS_EN.items() if offset == when.year)
    joint = "-" if before == "mid" else " "
    return f"{before}{joint}{_MONTHS[when.month - 1]} {year}".rstrip()


def in_chinese(text: str) -> str:
    """A date as Chinese texts write it; the inverse of ``in_english``."""
    if "月" in text or text[:4].isdigit():
        return text
    when = date(text)
    day = next((word for word, part in _PARTS.items() if part == when.part), f"{when.day}日")
    year = "" if when.relative else f"{when.year}年"
    if when.relative and "year" in text.lower():
        year = next(word for word, offset in _YEARS.items() if offset == when.year)
    return f"{year}{when.month}月{day}"


def date_exists(when: Date) -> bool:
    """Whether the calendar has such a day. 29 February stands while the year is open."""
    if not 1 <= when.month <= 12 or not (when.relative or when.year >= 1):
        return False
    # Any leap year will do for a date without a year of its own.
    days = monthrange(2000 if when.relative else when.year, when.month)[1]
    return when.day is None or 1 <= when.day <= days


def year(text: str) -> int | None:
    """``2009年`` is 2009; the masked ``20xx年`` is None."""
    digits = text[:4]
    return int(digits) if digits.isdigit() else None
