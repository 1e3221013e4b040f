"""Law 8, monotone: a better datum never lowers total or grade, unless the policy says so.

The policy says so in two places. A leader's ranks are a contest: whoever climbs pushes another
down (四（三）5). And a visit replaces the reporting mark that stands in for it (A17), so that a
unit can lose by a poor one.
"""

from __future__ import annotations

from typing import Any

from guiju.engine.data.tables import Dataset, Gap
from hypothesis import given
from hypothesis import strategies as st
from support.independent import COMMON, COUNTY, COUNTY_ONLY, DEPARTMENT_ONLY, GRADES
from support.runs import exported, is_number, replaced, rows_of, run
from support.year import ITEM, generate, small_years

#: More of these is better.
BETTER = (
    *(("日常评估", name) for name in ("基础工作评估", "定期调度", "实地踏查", "自我评估")),
    *(("共性工作目标评分", name) for name in (*COMMON, *COUNTY_ONLY, *DEPARTMENT_ONLY)),
    *((panel, "满意") for panel in ("机关测评票", "社会测评票")),
    *(("重点工作目标表", name) for name in ("完成值", "评估组评分")),
    ("领导评价", "评分"),
)
LADDERS = (
    ("领导评价", "档次", ("下等", "中等", "上等")),
    ("加分申报", "级别", ("市级", "省级", "国家级")),
    ("加分申报", "评审结果", ("不通过", "通过")),
    ("否决情形", "委员会决定", ("降低", "不降低")),
)


def no_worse(before: Dataset, after: Dataset, table: str, row: int) -> None:
    """The row's unit has not lost, and no other unit's total has changed."""
    unit = before.tables[table].columns["单位"][row]
    old, new = exported(run(before)), exported(run(after))
    for name in old:
        if name == unit:
            assert new[name]["总分"] >= old[name]["总分"]
            for grade in ("拟定等次", "最终等次"):
                assert GRADES.index(new[name][grade]) <= GRADES.index(old[name][grade])
            assert new[name]["组内名次"] <= old[name]["组内名次"]
        else:
            assert new[name]["总分"] == old[name]["总分"]


def most(dataset: Dataset, table: str, column: str, row: int) -> Any:
    """The most a cell may hold; None where there is no end."""
    if table == "共性工作目标评分":
        return ITEM[column][dataset.tables["单位名册"].columns["类型"][row] != COUNTY]
    if column == "评估组评分":
        return dataset.tables[table].columns["分值"][row]
    return None if column in ("满意", "完成值") else 100


@given(small_years(6, 12), st.sampled_from(BETTER), st.integers(0, 10**6))
def test_more_of_a_good_thing_never_harms(
    dataset: Dataset, better: tuple[str, str], pick: int
) -> None:
    table, column = better
    cells = dataset.tables[table].columns[column]
    rows = [row for row, cell in enumerate(cells) if is_number(cell)]
    if not rows:
        return
    row = rows[pick % len(rows)]
    end = most(dataset, table, column, row)
    more = cells[row] + 1  # type: ignore[operator]
    better_year = replaced(dataset, table, column, row, more if end is None else min(more, end))
    no_worse(dataset, better_year, table, row)


@given(small_years(6, 12), st.sampled_from(LADDERS), st.integers(0, 10**6))
def test_a_rung_up_never_harms(
    dataset: Dataset, ladder: tuple[str, str, tuple[str, ...]], pick: int
) -> None:
    table, column, rungs = ladder
    cells = dataset.tables[table].columns[column]
    rows = [r for r, cell in enumerate(cells) if cell in rungs[:-1]]
    if not rows:
        return
    row = rows[pick % len(rows)]
    higher = rungs[rungs.index(str(cells[row])) + 1]
    no_worse(dataset, replaced(dataset, table, column, row, higher), table, row)


def test_exception_a_better_rank_pushes_another_down() -> None:
    dataset = generate(30, 1, goals=(1, 3))
    table = dataset.tables["领导评价"]
    second = rows_of(dataset, "领导评价", 名次=2)[0]
    leader = table.columns["评价人"][second]
    first = rows_of(dataset, "领导评价", 评价人=leader, 名次=1)[0]
    swapped = replaced(
        replaced(dataset, "领导评价", "名次", second, 1), "领导评价", "名次", first, 2
    )
    old, new = exported(run(dataset)), exported(run(swapped))
    risen, fallen = (str(table.columns["单位"][row]) for row in (second, first))
    assert new[risen]["总分"] > old[risen]["总分"]
    assert new[fallen]["总分"] < old[fallen]["总分"]


def test_exception_a_poor_visit_counts_for_less_than_none() -> None:
    dataset = generate(30, 1, goals=(1, 3))
    row = rows_of(dataset, "日常评估", 实地踏查=Gap.BLANK)[0]
    unit = str(dataset.tables["日常评估"].columns["单位"][row])
    visited = exported(run(replaced(dataset, "日常评估", "实地踏查", row, 0)))
    assert visited[unit]["总分"] < exported(run(dataset))[unit]["总分"]
