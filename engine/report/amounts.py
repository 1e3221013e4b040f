"""Figures with their units, as both languages write them: ``5分``, ``+2个百分点``, ``235万元``."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ...grammar.tokens import MULTIPLES, UNITS_EN
from ..explain.numbers import number_text, signed_text
from .words import Wording

_ONE_AND_MANY = {"分": ("point", "points"), "元": ("yuan", "yuan"), "day": ("day", "days")}
_POINTS_OF_PERCENT = ("percentage point", "percentage points")
#: So many parts of a multiple are still told: 1.2345万元, but 123456789元.
_FINEST = 10_000


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
    return _amount(number, unit, _multiple((number,), unit, word), word)


def change_text(number: Fraction, unit: str | None, word: Wording) -> str:
    """By how much: ``+1分``, ``-2个百分点``, ``+2万元``."""
    return _change(number, unit, _multiple((number,), unit, word), word)


def move_text(old: Fraction, new: Fraction, unit: str | None, word: Wording) -> str:
    """Both figures and their difference, counted alike: ``20分 → 15分（-5分）``."""
    by = new - old
    multiple = _multiple((old, new, by), unit, word)
    before, after = (_amount(number, unit, multiple, word) for number in (old, new))
    change = _change(by, unit, multiple, word)
    return f"{before} → {after}{word(f'（{change}）', f' ({change})')}"


def _amount(number: Fraction, unit: str | None, multiple: str, word: Wording) -> str:
    if unit == "%":
        return number_text(number) + word("％", "%")
    shown = number / MULTIPLES.get(multiple, 1)
    return number_text(shown) + multiple + unit_of(unit).of(shown, word)


def _change(number: Fraction, unit: str | None, multiple: str, word: Wording) -> str:
    shown = number / MULTIPLES.get(multiple, 1)
    figure = signed_text(shown) if shown else "0"
    return figure + multiple + unit_of(unit, change=True).of(shown, word)


def _multiple(numbers: tuple[Fraction, ...], unit: str | None, word: Wording) -> str:
    """Money in Chinese is counted in 万 or 亿 where that leaves few enough decimals of all."""
    if unit == "元" and word.language == "zh":
        for multiple, value in sorted(MULTIPLES.items(), key=lambda pair: -pair[1]):
            large = max(map(abs, numbers)) >= value
            if large and all(number * _FINEST % value == 0 for number in numbers):
                return multiple
    return ""
