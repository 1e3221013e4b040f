"""Written dates to calendar days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ...grammar.nodes import DateLiteral

#: The last day that a part of a month covers; ``end`` is the month's last day.
_LAST = {"early": 10, "middle": 20}


def date_of(literal: DateLiteral, year: int) -> date | None:
    """The day a written date means in a policy of a year: the last day where it names a stretch
    (``4月中旬`` is 20 April, ``3月末`` the 31st); None when there is no such day."""
    written = literal.year + year if literal.relative else literal.year
    if not 1 <= literal.month <= 12 or not 1 <= written <= 9999:
        return None
    last = monthrange(written, literal.month)[1]
    day = literal.day if literal.part is None else _LAST.get(literal.part, last)
    return date(written, literal.month, day) if day is not None and 1 <= day <= last else None
