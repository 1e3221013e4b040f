"""The exact value of a literal's text: numbers, dates and years."""

from __future__ import annotations

import re
from calendar import monthrange
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from .characters import UNSEEN
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
    """The parts of ``2009年10月30日``, ``2009-10-30``, ``10月30日``, ``次年3月末``, ``4月中旬``."""
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
