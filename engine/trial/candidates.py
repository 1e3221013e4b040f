"""Values worth trying for a name: those on either side of what the rules compare with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import prod

from ..data.contract import ColumnType
from ..evaluate.values import BLANK, Value
from .cone import Cone
from .nameable import Nameable

#: The most values for one name, and the most combinations of all.
MOST_VALUES = 18
MOST_CASES = 2400
#: What stands for a person, a matter or any other text.
TEXTS = ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")


def candidates(leaf: Nameable, cone: Cone, year: int) -> tuple[Value, ...]:
    """Values of one name, the most telling first."""
    found: list[Value] = []
    match leaf.type.base:
        case "number":
            found += list(dict.fromkeys(_numbers(leaf, cone)))[:MOST_VALUES]
            found += [-1] if admitted(leaf, Fraction(-1)) and -1 not in found else []
        case "choice":
            found += leaf.type.members
        case "condition":
            found += [True, False]
        case "date":
            days = [day for day in cone.constants if isinstance(day, date)]
            near = [d + timedelta(n) for d in days for n in (0, -1, 1)]
            found += dict.fromkeys([*near, date(year, 6, 30), date(year - 1, 12, 31)])
        case "names":
            found += [(TEXTS[0],), (TEXTS[1],)]
        case "text":
            found += [*cone.texts.get(leaf.op, ()), TEXTS[0], TEXTS[1]]
        case _:
            pass
    if leaf.spec is not None and leaf.spec.nullable:
        found.append(BLANK)
    return tuple(found)


def _numbers(leaf: Nameable, cone: Cone) -> Iterator[Value]:
    """The rules' own figures, then a step to either side, then as percentages, then 1 and 0."""
    figures = [
        Fraction(c)
        for c in cone.constants
        if isinstance(c, (int, Fraction)) and not isinstance(c, bool)
    ]
    figures += [leaf.most] if leaf.most is not None else []
    shares = [100 * f for f in figures if f.denominator != 1 and abs(f) <= 2]
    whole = leaf.spec is not None and leaf.spec.type is ColumnType.INTEGER
    steps = [n for f in figures for n in (f - step_at(f, whole), f + step_at(f, whole))]
    spread = [n for f in shares for n in (f - step_at(f, whole), f + step_at(f, whole))]
    few = (10, 1) if leaf.spec is not None else (1, 10)
    for number in (*figures, *shares, *steps, *spread, *map(Fraction, (*few, 2, 0))):
        if admitted(leaf, number):
            yield number.numerator if number.denominator == 1 else number


def step_at(figure: Fraction, whole: bool = False) -> Fraction:
    """The least difference that matters at a figure: one, a hundredth, or a tenth of a percent."""
    if whole:
        return Fraction(1)
    return Fraction(1, 1000) if abs(figure) <= 2 and figure.denominator != 1 else Fraction(1, 100)


def admitted(leaf: Nameable, number: Fraction) -> bool:
    """Whether a name could have a number: within its column's range, or its points."""
    if leaf.spec is None:
        return leaf.most is None or 0 <= number <= leaf.most
    whole = leaf.spec.type is not ColumnType.INTEGER or number.denominator == 1
    return whole and (leaf.spec.range is None or leaf.spec.range.holds(number))


def combinations(
    leaves: Sequence[Nameable], values: Sequence[tuple[Value, ...]]
) -> list[tuple[Value, ...]]:
    """Every combination of values. Where there are too many, all of the most telling, and others
    picked evenly by a fixed rule."""
    lists = [list(one) for one in values]
    if prod(map(len, lists)) <= MOST_CASES:
        return list(product(*lists))
    places = range(len(lists))
    while prod(map(len, lists)) > MOST_CASES // 2:
        numbers = [i for i in places if leaves[i].type.base == "number" and len(lists[i]) > 2]
        max((lists[i] for i in numbers or places), key=len).pop(-1)
    return [*product(*lists), *_picked(values, MOST_CASES // 2)]


def _picked(values: Sequence[tuple[Value, ...]], count: int) -> Iterator[tuple[Value, ...]]:
    """So many combinations, the same on every machine."""
    state = 1
    for _ in range(count):
        picked = []
        for one in values:
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            picked.append(one[(state >> 33) % len(one)])
        yield tuple(picked)
