"""Figures with their units, as both languages write them: ``5分``, ``+2个百分点``, ``235万元``."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ...grammar.tokens import MULTIPLES, UNITS_EN
from ..explain.numbers import number_text, signed_text
from .words import Wording

_ONE_AND_MANY = {"分": ("point", "points"), "元": ("yuan", "yuan"), "day": ("day", "days")}
_POINTS_OF_PERCENT = ("percentage point", "percentage points")
#: So many digits of a multiple are still read at a glance: 1.25万元, but 12345元.
_FINEST = 100


@frozen
class Unit:
    """A unit of measure: its word in Chinese, and in English of one and of many."""

    zh: str
    one: str
    many: str

    def of(self, number: Fraction, word: Wording) -> str:
        """The word behind a number, with the blank that English puts before it."""
        english = self.one if abs(number) == 1 else self.many
        return word(self.zh, f" {english}" if english else "")


def unit_of(name: str | None, *, change: bool = False) -> Unit:
    """The unit of a figure by the word that the policy has it in; the difference of two per cents
    is in percentage points."""
    if not name:
        return Unit("", "", "")
    if name == "%":
        return Unit("个百分点", *_POINTS_OF_PERCENT) if change else Unit("％", "%", "%")
    if name in _ONE_AND_MANY:
        return Unit("天" if name == "day" else name, *_ONE_AND_MANY[name])
    english = [word for word, chinese in UNITS_EN.items() if chinese == name][:2] or [name]
    return Unit(name, english[-1], english[0])


def amount_text(number: Fraction, unit: str | None, word: Wording) -> str:
    """``20分``, ``3％``, ``235万元``; in English ``20 points``, ``3%``, ``2350000 yuan``."""
    if unit == "%":
        return number_text(number) + word("％", "%")
    shown, multiple = _counted(number, unit, word)
    return number_text(shown) + multiple + unit_of(unit).of(shown, word)


def change_text(number: Fraction, unit: str | None, word: Wording) -> str:
    """By how much: ``+1分``, ``-2个百分点``, ``+2万元``."""
    shown, multiple = _counted(number, unit, word)
    figure = signed_text(shown) if shown else "0"
    return figure + multiple + unit_of(unit, change=True).of(shown, word)


def _counted(number: Fraction, unit: str | None, word: Wording) -> tuple[Fraction, str]:
    """Money in Chinese is counted in 万 or 亿 where that is shorter; beside it, which."""
    if unit == "元" and word.language == "zh":
        for multiple, value in sorted(MULTIPLES.items(), key=lambda pair: -pair[1]):
            if abs(number) >= value and number % (value // _FINEST) == 0:
                return number / value, multiple
    return number, ""
