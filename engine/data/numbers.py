"""Numbers and dates from the text that was typed, exactly."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

# ASCII digits only: ``\d`` would also take Arabic-Indic digits and the like.
_NUMBER = re.compile(r"([-+]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]*))? *([^-+.,/0-9\s]*)")
_DATE = re.compile(
    r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日?)"
)
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MIDDAY = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$")

_SEPARATOR = re.compile(r"[、,，;；/]")

#: More digits than any score or amount has; longer texts are identifiers, not numbers.
MOST_DIGITS = 40


def number_of(text: str) -> tuple[Fraction, str] | None:
    """A plain text as number and the unit word typed behind it; None if it is no number."""
    found = _NUMBER.fullmatch(text) if len(text) <= 2 * MOST_DIGITS else None
    if found is None:
        return None
    sign, whole, decimals, unit = found[1], found[2].replace(",", ""), found[3] or "", found[4]
    digits = whole + decimals
    # 10² is neither 10 nor 102.
    if not digits or len(digits) > MOST_DIGITS or (unit and _has_digit(unit)):
        return None
    value = Fraction(int(digits), 10 ** len(decimals))
    return (-value if sign == "-" else value), unit.strip()


def date_of(text: str) -> date | tuple[int, int, int] | None:
    """A plain text as date; the three numbers if there is no such day; None if it is no date."""
    text = _MIDDAY.sub("", text)
    found = _DATE.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part and part.isdigit())
    try:
        return date(year, month, day)
    except ValueError:
        return year, month, day


def names_of(text: str) -> tuple[str, ...]:
    """The several names of one cell. A space parts names only where nothing else does, and
    never single characters: 王　伟 is one person."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    if _SEPARATOR.search(text):
        return tuple("".join(part.split()) for part in parts)
    pieces = text.split()
    single = all(len(piece) == 1 for piece in pieces)
    return ("".join(pieces),) if single else tuple(pieces)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
