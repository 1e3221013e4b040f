"""The clauses that can be read in several ways, each reading chosen by editing the policy alone.

Department D and county C are the worked examples of the founding case: 89.55 and 89.30, a hair
below 优秀; other readings of rounding and of conversion (A2, A3, A32) carry them over it.
"""

from __future__ import annotations

from typing import Any

import pytest
from guiju.engine.data.tables import Dataset
from support.independent import COMMON, COUNTY, COUNTY_ONLY, DEPARTMENT_ONLY
from support.policy import edited, plan_of
from support.runs import exported, run
from support.year import CLASSES, DEPARTMENT, ITEM, POINTS, Row, rating, tables

WHOLE_NUMBERS = ("四舍五入（加分后得分，2位）", "四舍五入（加分后得分，0位）")
FLAT = (
    ("      取自：共性工作目标\n", "      取自：共性工作目标\n      折算：得分 × 45％\n"),
    ("      取自：重点工作目标\n", "      取自：重点工作目标\n      折算：得分 × 45％\n"),
)
#: C's marks by leaders, 92, 88 and 96, as tiers.
TIERS = (
    ("  上等：95分\n", "  上等：96分\n"),
    ("  中等：85分\n", "  中等：92分\n"),
    ("  下等：75分\n", "  下等：88分\n"),
)
DEPARTMENTS = ("部门甲", "部门乙", "部门丙")


def year(mayor: int = 90) -> Dataset:
    """Department D (部门甲), county C (县丙), and two more departments to rank D against."""
    units: list[Row] = [{"单位": "县丙", "类型": COUNTY}]
    units += [
        {"单位": name, "类型": DEPARTMENT, "类别": kind, "公务员人数": 100, "事业人员人数": 50,
         "分管市领导": ("副市长",), "联系副秘书长": ("副秘书长",)}
        for name, kind in zip(DEPARTMENTS, CLASSES, strict=True)
    ]  # fmt: skip
    rows: dict[str, list[Row]] = {
        "单位名册": units,
        "日常评估": [
            each(u, 基础工作评估=90, 定期调度=100, 实地踏查=80, 自我评估=100) for u in units
        ],
        "共性工作目标评分": [each(u, **items(u)) for u in units],
        "机关测评票": [each(u, **VOTES) for u in units],
        "社会测评票": [each(u, **VOTES) for u in units],
        "重点工作目标表": [goal(u) for u in units],
        "领导评价": leaders(units, mayor),
    }
    return tables(rows | {name: [] for name in ("加分申报", "否决情形", "报送登记")})


VOTES = {"满意": 40, "基本满意": 60, "一般": 0, "不满意": 0, "不了解": 7}


def each(unit: Row, **cells: Any) -> Row:
    """A row of a unit."""
    return {"单位": unit["单位"], **cells}


def items(unit: Row) -> Row:
    """Two points short of the common goals: 8 of 10, 18 of 20."""
    county = unit["类型"] == COUNTY
    names = (*COMMON, *(COUNTY_ONLY if county else DEPARTMENT_ONLY))
    full = {name: ITEM[name][0 if county else 1] for name in names}
    return full | ({"信访": 0, "普法": 0} if county else {"信访": 0})


def goal(unit: Row) -> Row:
    """One goal for all points, marked 81 of 90 or 72 of 80."""
    points = POINTS[unit["类型"]]
    fixed = {"序号": 1, "目标": "目标", "来源": "职责", "承担方式": "独立承担", "评估方式": "定性"}
    return each(unit, **fixed, 分值=points, 评估组评分=points * 9 // 10)


def leaders(units: list[Row], mayor: int) -> list[Row]:
    """D: the mayor's mark, second of three in one pool (85), first of three in the other (95)."""
    county, *departments = units
    found = [rating("市长", "市长", unit, 评分=mayor) for unit in departments]
    tiers = (
        ("市长", "市长", "中等"),
        ("副市长", "副市长", "下等"),
        ("副秘书长", "市政府副秘书长", "上等"),
    )
    found += [rating(name, post, county, 档次=tier) for name, post, tier in tiers]
    for name, post, places in (
        ("副市长", "副市长", (2, 1, 3)),
        ("副秘书长", "市政府副秘书长", (1, 2, 3)),
    ):
        found += [
            rating(name, post, unit, 名次=place)
            for unit, place in zip(departments, places, strict=True)
        ]
    return found


@pytest.mark.parametrize(
    ("edits", "unit", "total", "grade"),
    [
        ((), "部门甲", "89.55", "良好"),
        ((WHOLE_NUMBERS,), "部门甲", "90", "优秀"),
        (FLAT, "部门甲", "89.55", "良好"),
        (TIERS, "县丙", "89.3", "良好"),
        ((*TIERS, *FLAT), "县丙", "89.75", "良好"),
        ((*TIERS, WHOLE_NUMBERS), "县丙", "89", "良好"),
        ((*TIERS, *FLAT, WHOLE_NUMBERS), "县丙", "90", "优秀"),
    ],
)
def test_a_reading_is_an_edit(
    edits: tuple[tuple[str, str], ...], unit: str, total: str, grade: str
) -> None:
    row = exported(run(year(), plan_of(edited(*edits))))[unit]
    assert (f"{float(row['总分']):g}", row["最终等次"]) == (total, grade)


@pytest.mark.parametrize(
    ("edits", "grade", "quota"), [((), "一般", 16), ((WHOLE_NUMBERS,), "良好", 18)]
)
def test_seventy_nine_and_a_half(
    edits: tuple[tuple[str, str], ...], grade: str, quota: int
) -> None:
    row = exported(run(year(mayor=23), plan_of(edited(*edits))))["部门甲"]
    assert (row["最终等次"], row["公务员优秀名额"]) == (grade, quota)
