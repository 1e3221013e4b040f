"""The founding case worked out a second time, from the authority's decisions alone.

Nothing here knows of plans or operations: it reads the tables of a year and does, unit by unit and
in the words of ``decisions.md``, what the clauses say. It is slow, plain, and exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from guiju.engine.data.tables import Dataset, Gap, Table

Row = dict[str, Any]

COUNTY = "县区政府"
GRADES = ("优秀", "良好", "一般", "较差")
QUOTA = dict(zip(GRADES, (20, 18, 16, 14), strict=True))
LEVELS = {"国家级": 3, "省级": 2, "市级": 1}
TIERS = {"上等": 95, "中等": 85, "下等": 75}
BALLOTS = {"满意": 100, "基本满意": 80, "一般": 60, "不满意": 0}
POOLS = {
    "市长": ({"市长"}, 15),
    "副市长等": ({"副市长", "市政府秘书长", "市长助理"}, 10),
    "副秘书长": ({"市政府副秘书长"}, 5),
}
COMMON = (
    "遵纪守法",
    "专项资金使用",
    "会风文风",
    "能力建设",
    "信访",
    "议案提案",
    "依法行政",
    "普法",
)
COUNTY_ONLY = ("市长公开电话办理", "安全生产")
DEPARTMENT_ONLY = ("市长公开电话办理和应急值守",)
LAST_ADJUSTMENT = date(2009, 10, 30)


@dataclass
class Answer:
    """Everything the founding policy says of one unit."""

    stages: dict[str, Fraction]
    bonus: int
    unrounded: Fraction
    total: Fraction
    grade: str
    lowered: bool
    pending: bool
    final: str
    civil: int | None
    staff: int | None
    rank: int = 0


def answers(dataset: Dataset) -> dict[str, Answer]:
    """The answer for every unit, by name."""
    units = records(dataset.tables["单位名册"])
    year = {name: by_unit(records(table)) for name, table in dataset.tables.items()}
    ranked = ranked_by(records(dataset.tables["领导评价"]))
    found = {unit["单位"]: answer(unit, year, ranked) for unit in units}
    for group in groups(units).values():
        ordered = sorted((found[name].total for name in group), reverse=True)
        for name in group:  # A33: equal totals share the better rank, the next is skipped
            found[name].rank = 1 + ordered.index(found[name].total)
    return found


def records(table: Table) -> list[Row]:
    """The rows of a table; a blank is None."""
    names = list(table.columns)
    rows = zip(*table.columns.values(), strict=True)
    return [dict(zip(names, map(known, row), strict=True)) for row in rows]


def known(value: Any) -> Any:
    """A value, or None for a blank."""
    return None if value is Gap.BLANK else value


def by_unit(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """Each unit's own rows."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["单位"]].append(row)
    return found


def ranked_by(rows: Iterable[Row]) -> Mapping[str, int]:
    """How many departments each leader ranks."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["评价人"]] += row["名次"] is not None
    return counts


def groups(units: Iterable[Row]) -> Mapping[tuple[str, str | None], list[str]]:
    """A25: counties among themselves, departments inside their class."""
    found: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for unit in units:
        found[unit["类型"], unit["类别"]].append(unit["单位"])
    return found


def answer(
    unit: Row, year: Mapping[str, Mapping[str, list[Row]]], ranked: Mapping[str, int]
) -> Answer:
    """One unit's answer, its rank left open."""
    name = unit["单位"]
    stages = stages_of(unit, {table: rows.get(name, []) for table, rows in year.items()}, ranked)
    bonus = bonus_of(year["加分申报"].get(name, []))
    unrounded = sum(stages.values(), Fraction(bonus))
    total = Fraction(floor(unrounded * 100 + Fraction(1, 2)), 100)  # A32
    grade = grade_of(total)
    decisions = [event["委员会决定"] for event in year["否决情形"].get(name, [])]
    lowered = "降低" in decisions  # A26, A27
    final = GRADES[min(GRADES.index(grade) + lowered, 3)]
    civil, staff = (quota(unit, column, final) for column in ("公务员人数", "事业人员人数"))
    pending = None in decisions
    return Answer(stages, bonus, unrounded, total, grade, lowered, pending, final, civil, staff)


def stages_of(
    unit: Row, own: Mapping[str, list[Row]], ranked: Mapping[str, int]
) -> dict[str, Fraction]:
    """A3: each stage's earned mark ÷ its full mark × its weight."""
    county = unit["类型"] == COUNTY
    daily, common = own["日常评估"][0], own["共性工作目标评分"][0]
    visit = daily["定期调度"] if daily["实地踏查"] is None else daily["实地踏查"]  # A17
    items = COMMON + (COUNTY_ONLY if county else DEPARTMENT_ONLY)
    goals = sum((goal_points(goal) for goal in own["重点工作目标表"]), Fraction(0))
    panels = Fraction(2, 5) * ballot(own["机关测评票"][0]) + Fraction(3, 5) * ballot(
        own["社会测评票"][0]
    )
    found = {
        "基础工作评估": Fraction(daily["基础工作评估"]) / 100 * 3,
        "定期调度": Fraction(daily["定期调度"]) / 100 * 3,
        "实地踏查": Fraction(visit) / 100 * 3,
        "自我评估": Fraction(daily["自我评估"]) / 100,
        "共性工作目标评估": Fraction(sum(common[i] for i in items)) / (10 if county else 20) * 9,
        "民主评估": panels / 100 * 15,
        "重点工作目标评估": goals / (90 if county else 80) * 36,
    }
    for pool, (posts, weight) in POOLS.items():
        marks = [leader_mark(r, county, ranked) for r in own["领导评价"] if r["职务"] in posts]
        found[pool] = sum(marks, Fraction(0)) / len(marks) / 100 * weight  # A10, A12
    return found


def goal_points(goal: Row) -> Fraction:
    """A20, A22: what a goal earned of its points."""
    if goal["评估方式"] == "定性":
        return Fraction(goal["评估组评分"])
    approved = goal["调整批准日期"]
    in_time = approved is not None and approved <= LAST_ADJUSTMENT
    target = goal["调整后目标值"] if in_time else goal["目标值"]
    return goal["分值"] * min(Fraction(1), Fraction(goal["完成值"]) / target)


def ballot(votes: Row) -> Fraction:
    """G2: a panel's mark over the ballots other than 不了解."""
    return Fraction(sum(votes[c] * p for c, p in BALLOTS.items()), sum(votes[c] for c in BALLOTS))


def leader_mark(row: Row, county: bool, ranked: Mapping[str, int]) -> Fraction:
    """A8, A9, A11: what one leader gives."""
    if county:
        return Fraction(TIERS[row["档次"]])
    if row["职务"] == "市长":
        return Fraction(row["评分"])
    size = ranked[row["评价人"]]
    return Fraction(95) - (Fraction(20 * (row["名次"] - 1), size - 1) if size > 1 else 0)


def bonus_of(rows: Iterable[Row]) -> int:
    """A5, A6: the highest level of each matter that passed and was made public, at most 5."""
    best: dict[str, int] = {}
    for row in rows:
        counts = row["评审结果"] == "通过" and row["公示结束日期"] is not None
        points = LEVELS[row["级别"]] if counts else 0
        best[row["事项"]] = max(points, best.get(row["事项"], 0))
    return min(5, sum(best.values()))


def grade_of(total: Fraction) -> str:
    """A2: 79 up to 80 is 一般."""
    if total >= 90:
        return "优秀"
    if total >= 80:
        return "良好"
    return "一般" if total >= 60 else "较差"


def quota(unit: Row, column: str, final: str) -> int | None:
    """A35–A37: departments only, after veto, each kind of staff apart, rounded down."""
    return None if unit["类型"] == COUNTY else unit[column] * QUOTA[final] // 100
