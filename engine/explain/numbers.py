"""Numbers in explanations: exact where decimals end, otherwise shortened and marked as such."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import decimal_text
from ..data.tables import raw_text
from ..evaluate.rationals import rounded
from ..evaluate.values import Blank, Value, is_fault

PLACES = 6


def number_text(number: Fraction | int, places: int = PLACES) -> str:
    """At most ``places`` decimals; ``≈`` marks a number that has more."""
    number = Fraction(number)
    short = rounded(number, places, "half_up")
    text = decimal_text(short)
    return text if short == number else f"≈{text}"


def fixed_text(number: Fraction | int, places: int) -> str:
    """Exactly ``places`` decimals, rounded half up for display only."""
    text = decimal_text(rounded(number, places, "half_up"))
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}" if places else whole


def signed_text(number: Fraction | int, places: int = PLACES) -> str:
    """A number with its sign."""
    text = number_text(number, places)
    return text if number < 0 else text.replace("≈", "≈+") if "≈" in text else f"+{text}"


def value_text(value: Value) -> str:
    """Any value in words."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, Fraction)):
        return number_text(value)
    if isinstance(value, Blank) or is_fault(value):
        return "—"
    return raw_text(value)  # type: ignore[arg-type]
