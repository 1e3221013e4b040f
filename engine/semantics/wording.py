"""Figures and ranges in words, as an author would write them, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ...grammar.diagnostics import Text, decimal_text
from ...grammar.tokens import UNITS_EN
from ..extent import Extent

_ENGLISH: dict[str, str] = {}
for _english, _chinese in UNITS_EN.items():
    _ENGLISH.setdefault(_chinese, _english)


def figure(value: Fraction | int, unit: str | None) -> Text:
    """A number with its unit: ``79.01分``, ``79.01pts``; ``0.95`` of percent is ``95％``."""
    if unit == "%":
        number = decimal_text(value * 100)
        return Text(f"{number}％", f"{number}%")
    number = decimal_text(value)
    return Text(f"{number}{unit or ''}", f"{number}{_ENGLISH.get(unit or '', unit or '')}")


def stretch(numbers: Extent, unit: str | None) -> Text:
    """A range of numbers as bounds are written: ``60分以上不足80分``; a single number alone."""
    if numbers.point is not None:
        return figure(numbers.point, unit)
    return Text(
        _written(numbers, lambda n: figure(n, unit).zh, _CHINESE_WORDS),
        _written(numbers, lambda n: figure(n, unit).en, _ENGLISH_WORDS),
    )


#: From a bound on, over a bound, up to a bound, below a bound, between two, and no bound at all.
_CHINESE_WORDS = ("{}以上", "超过{}", "{}以下", "不足{}", "{}至{}", "任何数")
_ENGLISH_WORDS = ("{} or more", "over {}", "{} or less", "below {}", "{} to {}", "any number")


def _written(numbers: Extent, show: Callable[[Fraction], str], words: tuple[str, ...]) -> str:
    low, high = numbers.low, numbers.high
    if low is not None and high is not None and numbers.low_closed and numbers.high_closed:
        return words[4].format(show(low), show(high))
    if low is None and high is None:
        return words[5]
    first = words[0 if numbers.low_closed else 1].format(show(low)) if low is not None else ""
    second = words[2 if numbers.high_closed else 3].format(show(high)) if high is not None else ""
    between = " " if first and second and words is _ENGLISH_WORDS else ""
    return first + between + second
