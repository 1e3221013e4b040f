"""Written figures and ranges as exact numbers."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from ...grammar.nodes import Binary, Expression, Interval, Quantity
from ...grammar.tokens import MULTIPLES, UNITS_EN
from ...grammar.vocabulary import UNITS
from ..data.contract import Range


def quantity_value(quantity: Quantity) -> Fraction:
    """The exact value of a literal: ``3％`` is 3/100."""
    return quantity.number / 100 if quantity.unit == "%" else quantity.number


def measure_of(word: str) -> tuple[str, str] | None:
    """A unit of measure with the multiple it is counted by: ``万元`` is 万 and 元, ``分`` is “” and
    分; None for any other word."""
    if word in UNITS:
        return "", UNITS_EN.get(word, word)
    multiple, unit = word[:1], word[1:]
    return (multiple, unit) if multiple in MULTIPLES and UNITS.get(unit) else None


def range_of(interval: Interval) -> Range:
    """The bounds of an interval as exact numbers."""
    return Range(
        quantity_value(interval.low) if interval.low else None,
        interval.low_closed,
        quantity_value(interval.high) if interval.high else None,
        interval.high_closed,
    )


def dashed(item: Expression) -> Interval | None:
    """``60－79分`` where a range is asked for; None for anything else."""
    match item:
        case Binary(op="-", left=Quantity() as low, right=Quantity() as high):
            unit = low.unit or high.unit
            return Interval(
                evolve(low, unit=unit),
                True,
                evolve(high, unit=high.unit or unit),
                True,
                span=item.span,
            )
    return None
