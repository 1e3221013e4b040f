"""Columns that no file has, worked out from another column of their table: the month of a date, the
quarter of a month."""

from __future__ import annotations

from datetime import date

from .contract import Derivation
from .tables import Gap, Value


def derived(how: Derivation, value: Value) -> Value:
    """What comes of a value; of a gap a gap. A number that lies in no band is bad."""
    if isinstance(value, date) and how.part is not None:
        value = value.year if how.part == "year" else value.month
    if isinstance(value, Gap) or not how.bands:
        return value
    return next((name for name, band in how.bands if band.holds(value)), Gap.BAD)  # type: ignore[arg-type]
