"""Two ledgers side by side: they add up, small lines stand as one, a split is one line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from attrs import evolve
from diff.comparing import compared
from diff.next_year import next_year
from diff.test_attribution import impact_of
from guiju.engine.diff.impact import Impact
from guiju.engine.diff.movement import Movement
from guiju.engine.explain.lines import Line
from guiju.engine.report.ledger_pairs import Names, paired
from guiju.engine.report.ledgers import ledgers
from guiju.engine.report.model import Grid
from guiju.engine.report.words import Wording

ZH = Wording("zh")


@cache
def impact() -> Impact:
    return impact_of(next_year())


def grids() -> Iterator[Grid]:
    for movement in impact().movers:
        yield ledgers(movement, impact(), compared(next_year()), ZH)


def depth(label: str) -> int:
    return len(label) - len(label.lstrip("　"))


def below(grid: Grid, place: int) -> list[Fraction]:
    """The differences of the lines right under one."""
    own = depth(grid.rows[place][0].text)
    found = []
    for row in grid.rows[place + 1 :]:
        here = depth(row[0].text)
        if here <= own:
            break
        if here == own + 1:
            found.append(row[3].number or Fraction(0))
    return found


def test_every_line_is_the_sum_of_those_under_it() -> None:
    several = 0
    for grid in grids():
        for place, row in enumerate(grid.rows):
            parts = below(grid, place)
            if parts:
                several += len(parts) > 1
                assert sum(parts) == row[3].number, (grid.caption, row[0].text)
    assert several > 100


def test_the_first_line_is_the_whole_difference() -> None:
    for movement, grid in zip(impact().movers, grids(), strict=True):
        assert grid.rows[0][3].number == movement.difference


def with_difference(movement: Movement, difference: Fraction) -> Movement:
    """The same unit as if it had moved by so much."""
    assert movement.old.total is not None
    return evolve(movement, new=evolve(movement.new, total=movement.old.total + difference))


def labels(movement: Movement) -> list[str]:
    grid = ledgers(movement, impact(), compared(next_year()), ZH)
    return [row[0].text.strip("　") for row in grid.rows]


def test_small_lines_stand_together_as_far_as_they_are_small() -> None:
    """Small is measured by the unit’s whole difference."""
    (movement,) = (one for one in impact().movements if one.unit == "市政府办公室")
    whole = labels(with_difference(movement, Fraction(0)))
    some = labels(with_difference(movement, Fraction(7)))
    assert not any(label.startswith("其余") for label in whole)
    assert some.count("其余2项") == 1
    assert len(whole) > len(some)


def tree(*labels: str) -> Line:
    """A line of lines that add 1, 2, 3…"""
    parts = tuple(Line(name, "item", Fraction(n), Fraction(n)) for n, name in enumerate(labels, 1))
    total = sum((part.value for part in parts), Fraction(0))
    return Line("总分", "step", total, total, children=parts)


def test_what_was_split_or_merged_is_one_line() -> None:
    """Apart they would look like a loss and two gains."""
    names = Names({}, ((("能力",), ("干部", "机关")), (("信访", "提案"), ("群众工作",))))
    whole = paired(tree("能力", "信访", "提案"), tree("干部", "机关", "群众工作"), names, 0)
    assert whole is not None
    sides = [(pair.old, pair.new) for pair in whole.parts]
    assert [(new.label, old.value, new.value) for old, new in sides if old and new] == [
        ("干部＋机关（能力）", 1, 3), ("群众工作（信访＋提案）", 5, 3)
    ]  # fmt: skip


def test_the_parts_of_one_line_are_in_the_order_of_the_new_policy() -> None:
    """What is gone stands after what it came after."""
    names = Names({"乙": "乙乙"}, ())
    whole = paired(tree("甲", "乙", "丙", "丁"), tree("新", "丁", "乙乙"), names, 0)
    assert whole is not None
    found = [(pair.new or pair.old) for pair in whole.parts]
    assert [line.label for line in found if line] == ["甲", "新", "丁", "乙乙", "丙"]
