"""The edit that turns swapped bounds round; what was meant is the author's to say."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ...grammar.diagnostics import Edit, Fix, Text, decimal_text
from ...grammar.nodes import Interval, Property, Quantity
from ...grammar.tokens import UNITS_EN
from ..data.contract import Range
from ..semantics.bounds import dashed

_ENGLISH = {chinese: english for english, chinese in reversed(UNITS_EN.items())}


def turned_round(entry: Property, range: Range, *, english: bool) -> tuple[Fix, ...]:
    """Swapped bounds in their order: 80分至60分 is 60分至80分."""
    if range.low is None or range.high is None or range.low <= range.high:
        return ()
    if not (range.low_closed and range.high_closed):
        return ()
    write = _writer(entry, english=english)
    to = " to " if english else "至"
    return _replaced(entry, f"{write(range.high)}{to}{write(range.low)}")


def _writer(entry: Property, *, english: bool) -> Callable[[Fraction], str]:
    unit = _unit(entry)
    shown = _ENGLISH.get(unit, unit) if english else unit.replace("%", "％")
    return lambda number: f"{decimal_text(number)}{shown}"


def _unit(entry: Property) -> str:
    item = entry.clauses[0].items[0]
    interval = item if isinstance(item, Interval) else dashed(item)
    ends = (interval.low, interval.high) if interval else ()
    return next((end.unit for end in ends if isinstance(end, Quantity) and end.unit), "")


def _replaced(entry: Property, text: str) -> tuple[Fix, ...]:
    title = Text(f"改成“{text}”", f"write “{text}”")
    return (Fix(title, (Edit(entry.clauses[0].items[0].span, text),)),)
