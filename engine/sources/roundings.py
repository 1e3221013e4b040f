"""How a document says to how many places it rounds: one table of wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ..numerals import ARABIC, HAN_NUMBER, number

_NUMBER = rf"(?:{ARABIC}|{HAN_NUMBER})"
_TO = r"精确[到至]|准确到|(?<!统)计[到至]|算[到至]|入[到至]|保留[到至]"
_NAMED = {"个": 0, "十分": 1, "百分": 2, "千分": 3, "万分": 4}
#: Wordings with their places: a number where they are always the same; “places” where the number
#: in them counts the places, “next” where it is the first place left out, “step” where it is the
#: last one kept (0.01), “named” where that has a name (百分位). The first that fits is right.
_TABLE: tuple[tuple[str, int | str], ...] = (
    (rf"小数点?后面?第(?P<n>{_NUMBER})位(?:起|以后|后)?(?:的数)?(?:四舍五入|舍去)", "next"),
    (rf"小数点?后面?第?(?P<n>{_NUMBER})位(?:小数|数)?", "places"),
    (rf"(?P<n>{_NUMBER})位小数", "places"),
    (rf"(?:{_TO})(?P<n>0\.0*1|1)(?![\d.%‰月日])", "step"),
    (rf"(?:{_TO})(?:小数点?后)?(?P<n>[个十百千万]分?)位", "named"),
    (rf"(?:{_TO})元|取整数?|整数(?!倍|次)|不(?:计|留|保留)小数|小数(?:部分)?(?:均|一律)?舍去", 0),
    # “不足1天按1天计” rounds up to whole ones; its two figures are read beside it.
    (
        r"不[足满到](?=(?P<one>[1一])(?P<unit>\w{1,4}?)的?[,，]?(?:均|一律|也)?[按以作](?P=one)(?P=unit))",
        0,
    ),
)
#: These say which way, and the place only where nothing else says it: whole numbers.
_WAYS = re.compile(r"(?:舍去|舍弃|舍掉|去掉|抹去)(?:尾数|零头|零数)|去尾法?|进一法|进位(?!取整)")
_ROWS = tuple((re.compile(pattern), places) for pattern, places in _TABLE)


def roundings(text: str) -> Iterator[tuple[int, int, Fraction]]:
    """Each place that a passage rounds to: where its wording stands, and the number of places."""
    found: dict[int, tuple[int, int, Fraction]] = {}
    for pattern, row in _ROWS:
        for match in pattern.finditer(text):
            places = _places(match, row)
            if places is not None:
                found.setdefault(match.start(), (*match.span(), places))
    if not found:
        return ((*match.span(), Fraction(0)) for match in _WAYS.finditer(text))
    return iter(found.values())


def _places(match: re.Match[str], row: int | str) -> Fraction | None:
    if isinstance(row, int):
        return Fraction(row)
    if row == "named":
        places = _NAMED.get(match["n"])
        return Fraction(places) if places is not None else None
    if row == "next":
        first = number(match["n"])
        return first - 1 if first else None
    if row == "step":
        return Fraction(len(match["n"].partition(".")[2]))
    return number(match["n"])
