"""When a figure of a policy is the figure of a text, and how far two are apart."""

from __future__ import annotations

from fractions import Fraction

from .figures import Amount, Day, Meaning, Year


def agrees(mine: Meaning, theirs: Meaning, year: int | None) -> bool:
    """Whether a policy's figure says what a text's figure says. A number without a unit, as in a
    column of a table, may be of any; a date without a year, or with a masked one, of any year.
    ``year`` is the policy's own."""
    match mine, theirs:
        case Amount(), Amount():
            return _same_amount(mine, theirs)
        case Day(), Day():
            same = (mine.month, mine.day, mine.part) == (theirs.month, theirs.day, theirs.part)
            return same and _same_year(mine, theirs, year)
        case Year(), Year():
            return theirs.year is None or mine.year == theirs.year
        case Year(), Amount():
            return theirs.kind == "" and mine.year == theirs.number
        case _:
            return False


def alike(mine: Meaning, theirs: Meaning) -> bool:
    """Whether two figures are of one kind, so that one may be a slip for the other."""
    match mine, theirs:
        case Amount(), Amount():
            return mine.kind == theirs.kind or "" in (mine.kind, theirs.kind)
        case _:
            return type(mine) is type(theirs)


def apart(mine: Meaning, theirs: Meaning) -> Fraction:
    """How far two figures of one kind are apart, for putting the nearest first."""
    match mine, theirs:
        case Amount(), Amount():
            return abs(mine.number - theirs.number)
        case Day(), Day():
            return Fraction(abs(_in_year(mine) - _in_year(theirs)))
        case Year(), Year():
            return Fraction(abs((mine.year or 0) - (theirs.year or 0)))
        case _:
            return Fraction(10**9)


def _same_amount(mine: Amount, theirs: Amount) -> bool:
    if mine.kind == theirs.kind:
        return mine.number == theirs.number
    if "" not in (mine.kind, theirs.kind):
        return False
    if mine.number == theirs.number:
        return True
    # 1.2 and 120％ are one number.
    return mine.number / _whole(mine) == theirs.number / _whole(theirs)


def _whole(amount: Amount) -> int:
    return 100 if amount.kind == "percent" else 1


def _same_year(mine: Day, theirs: Day, year: int | None) -> bool:
    if theirs.year is None:
        return True
    return _calendar(mine, year) == _calendar(theirs, year)


def _calendar(day: Day, year: int | None) -> int:
    """The calendar year; where the policy's is open, its own year counts as 0."""
    return (day.year or 0) + ((year or 0) if day.relative else 0)


def _in_year(day: Day) -> int:
    last = {"early": 10, "middle": 20, "late": 28}.get(day.part or "", 31)
    return day.month * 31 + (day.day or last)
