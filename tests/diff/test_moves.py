"""Who moves, as it is reported: by name where it matters, with units, and not for ever."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from guiju.engine.diff.movement import Movement, Moves, Picked, Quota, Standing
from guiju.engine.report.model import Grid, Lines, Section
from guiju.engine.report.moves import moves_in_short, moves_sections
from guiju.engine.report.totals import MOST_NAMED
from guiju.engine.report.words import Wording

ZH, EN = Wording("zh"), Wording("en")


def standing(total: int, grade: str | None, rank: int, group: str = "一组") -> Standing:
    return Standing(group, Fraction(total), Fraction(rank), grade)


def moves(*movements: Movement, **more: Any) -> Moves:
    """Some movements, and whatever else is asked for."""
    empty = Moves(
        movements=movements, only_old=(), only_new=(), merged=(), grades=("优秀", "良好", "较差"),
        quotas=(), picked=(), former={}, scored=True,
    )  # fmt: skip
    return evolve(empty, **more)


UP = Movement("甲", standing(80, "良好", 2), standing(91, "优秀", 1))
DOWN = Movement("乙", standing(90, "优秀", 1), standing(60, "较差", 3))
STILL = Movement("丙", standing(70, "良好", 3), standing(70, "良好", 2, "二组"))
LOST = Movement("丁", standing(70, "良好", 4), standing(70, None, 4))


def section(found: Moves, heading: str, word: Wording = ZH) -> Section:
    (one,) = [s for s in moves_sections(found, word) if s.heading.startswith(heading)]
    return one


def lines(one: Section) -> list[str]:
    return [text for item in one.items if isinstance(item, Lines) for text, _ in item.lines]


def test_who_changes_grade_is_named_before_the_table_of_counts() -> None:
    one = section(moves(UP, DOWN, STILL, LOST), "等次变化")
    assert lines(one) == [
        "优秀 → 较差（1个）：乙", "良好 → 优秀（1个）：甲", "良好 → —（1个）：丁"
    ]  # fmt: skip
    assert [type(item) for item in one.items] == [Lines, Grid]


def test_that_nobody_changes_grade_is_said() -> None:
    assert lines(section(moves(STILL), "等次变化")) == ["没有单位的等次改变"]
    assert lines(section(moves(STILL), "Grades", EN)) == ["no unit has another grade"]


@pytest.mark.parametrize("count", [MOST_NAMED, MOST_NAMED + 5])
def test_so_many_are_named_and_the_rest_counted(count: int) -> None:
    many = [evolve(UP, unit=f"单位{n}") for n in range(count)]
    for heading in ("等次变化", "名次变化"):
        (said,) = lines(section(moves(*many), heading))
        assert said.count("单位") == MOST_NAMED
        assert (f"等{count}个" in said) == (count > MOST_NAMED)
    (said,) = lines(section(moves(*many), "Grades", EN))
    assert ("and 5 more" in said) == (count > MOST_NAMED)


def test_the_gist_counts_up_and_down() -> None:
    found = moves(UP, DOWN, STILL, LOST)
    assert moves_in_short(found, ZH) == (
        "4个单位两边都有结果：等次升1个、降1个；总分增加1个、减少1个"
    )
    assert moves_in_short(found, EN) == (
        "4 units have both results: 1 up and 1 down in grade; 1 gain and 1 lose in total"
    )


def test_nothing_is_said_of_grades_where_there_are_none() -> None:
    """Countries have an index and a rank."""
    up, down = (
        evolve(one, old=evolve(one.old, grade=None), new=evolve(one.new, grade=None))
        for one in (UP, DOWN)
    )
    found = moves(up, down, grades=(), scored=False)
    assert moves_in_short(found, ZH) == "2个单位两边都有结果：总分增加1个、减少1个"
    assert not [one for one in moves_sections(found, ZH) if one.heading == "等次变化"]
    (grid,) = [item for item in section(found, "总分变化").items if isinstance(item, Grid)]
    assert [column.title for column in grid.columns] == ["单位", "原总分", "新总分", "差"]
    assert {len(row) for row in grid.rows} == {4}


def test_ranks_are_a_line_a_group_by_the_new_rank() -> None:
    one = section(moves(DOWN, UP, STILL), "名次变化")
    assert lines(one) == ["一组：甲 2 → 1、乙 1 → 3", "二组：丙 3 → 2（原在一组）"]


@pytest.mark.parametrize(("scored", "head"), [(True, "差（分）"), (False, "差")])
def test_totals_have_their_unit_where_they_are_points(scored: bool, head: str) -> None:
    (grid,) = [
        item
        for item in section(moves(UP, DOWN, scored=scored), "总分变化").items
        if isinstance(item, Grid)
    ]
    assert [column.title for column in grid.columns][3] == head
    assert [row[0].text for row in grid.rows] == ["乙", "甲"], "the largest difference first"


def test_figures_of_uses_have_their_unit() -> None:
    quotas = (
        Quota("奖励", "奖金", Fraction(290000), Fraction(280000), "元"),
        Quota("奖励", "名额", Fraction(12), Fraction(11)),
        Quota("奖励", "工时", None, Fraction(30), "天"),
        Quota("奖励", "津贴", Fraction(500), None, "元"),
    )
    assert lines(section(moves(UP, quotas=quotas), "结果运用")) == [
        "奖励·奖金：29万元 → 28万元（-1万元）",
        "奖励·名额：12 → 11（-1）",
        "奖励·工时：新增，合计30天",
        "奖励·津贴：不再有，原合计500元",
    ]
    assert lines(section(moves(UP, quotas=quotas), "Uses", EN))[0] == (
        "奖励·奖金: 290000 yuan → 280000 yuan (-10000 yuan)"
    )


def test_units_that_a_use_now_concerns_and_no_longer() -> None:
    found = moves(UP, picked=(Picked("约谈", ("乙",), ("甲", "丙")),))
    assert lines(section(found, "结果运用")) == ["约谈新列入：乙", "约谈不再列入：甲、丙"]


def test_units_of_one_side_are_named_and_the_way_to_join_them_told() -> None:
    told = lines(section(moves(UP, only_old=("经委",), only_new=("工信局",)), "总分变化"))
    assert told[1:] == [
        "只在原结果里：经委",
        "只在新结果里：工信局",
        "其中只是改了名的，用 --map 给出原名和新名就能比较",
    ]
    alone = lines(section(moves(UP, only_new=("工信局",)), "总分变化"))
    assert alone[1:] == ["只在新结果里：工信局"]
