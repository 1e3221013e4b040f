"""Moving totals onto and beside the bounds of grades, without leaving the marks' own steps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Any

from guiju.engine.data.tables import Dataset

from .independent import answers

BOUNDS = (60, 79, 80, 90)
#: Distances from a bound, some of which rounding to two decimals carries over it.
BESIDE = tuple(Fraction(n, 10000) for n in (0, 0, -50, -50, -51, -49, -100, 100, 50, 4999, -5000))
CENT = Fraction(1, 100)


def steer(dataset: Dataset, random: Random, chance: float = 0.4) -> None:
    """Put some units' totals on or next to a bound, by the marks for basic work and for itself,
    and the mayor's mark where he gives one. Changes the columns in place."""
    daily = dataset.tables["日常评估"].columns
    basic, own = (list_of(daily[name]) for name in ("基础工作评估", "自我评估"))
    leaders = dataset.tables["领导评价"].columns
    mayor = list_of(leaders["评分"])
    rows = {unit: row for row, unit in enumerate(leaders["单位"]) if leaders["职务"][row] == "市长"}
    for index, (unit, answer) in enumerate(answers(dataset).items()):
        if random.random() > chance:
            continue
        bound = min(BOUNDS, key=lambda bound: abs(bound - answer.unrounded))
        gap = bound + random.choice(BESIDE) - answer.unrounded
        if isinstance(mayor[rows[unit]], (int, Fraction)):
            gap = nudge(mayor, rows[unit], gap, Fraction(15, 100))
        gap = nudge(basic, index, gap, Fraction(3, 100))
        nudge(own, index, gap, Fraction(1, 100))


def list_of(column: Sequence[Any]) -> list[Any]:
    """The column itself, which generated tables keep as a list."""
    assert isinstance(column, list)
    return column


def nudge(column: list[Any], index: int, gap: Fraction, weight: Fraction) -> Fraction:
    """Change one mark by hundredths to close a gap of the total; what is left of the gap."""
    before = Fraction(column[index])
    wanted = before + gap / weight
    after = min(Fraction(100), max(Fraction(0), round(wanted / CENT) * CENT))
    column[index] = after.numerator if after.denominator == 1 else after
    return gap - (after - before) * weight
