"""The second year worked out apart from the engine, from the list of its changes alone.

What both years do alike is taken from ``independent``; what the 2010 document changed is written
out here, in its own words and order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from guiju.engine.data.tables import Dataset

from .independent import COUNTY, GRADES, POOLS, Row, ballot, by_unit, groups, ranked_by, records

QUOTA = dict(zip(GRADES, (20, 18, 16, 12), strict=True))
LEVELS = {"国家级": Fraction(3), "省级": Fraction(2), "市级": Fraction(1, 2)}
TIERS = {"上等": 100, "中等": 90, "下等": 80}
WEIGHTS = {"市长": 12, "副市长等": 8, "副秘书长": 5}
PANELS = {"机关测评票": 30, "服务对象测评票": 30, "社会测评票": 40}
REWARDS = dict(zip(GRADES, (100_000, 50_000, 0, 0), strict=True))
BOTH = ("遵纪守法", "专项资金使用", "文风会风", "信访", "议案提案", "依法行政", "普法")
COUNTY_ONLY = ("能力建设", "市长公开电话办理")
DEPARTMENT_ONLY = ("干部能力建设", "机关效能建设", "市长公开电话办理和应急值守")
LAST_ADJUSTMENT = date(2010, 9, 30)


@dataclass
class Answer:
    """Everything the 2010 policy says of one unit."""

    stages: dict[str, Fraction]
    bonus: Fraction
    total: Fraction
    grade: str
    controlled: str = ""
    lowered: bool = False
    pending: bool = False
    final: str = ""
    civil: int | None = None
    staff: int | None = None
    rank: int = 0
    twice: bool = False


def answers(dataset: Dataset) -> dict[str, Answer]:
    """The answer for every unit, by name."""
    units = records(dataset.tables["单位名册"])
    year = {name: by_unit(records(table)) for name, table in dataset.tables.items()}
    ranked = ranked_by(records(dataset.tables["领导评价"]))
    found = {unit["单位"]: scored(unit, year, ranked) for unit in units}
    for group in groups(units).values():
        places(group, found)
    for unit in units:
        decided(unit, found[unit["单位"]], year)
    return found


def places(group: list[str], found: Mapping[str, Answer]) -> None:
    """Equal totals are told apart by the democratic evaluation; at most 40 % may be 优秀."""

    def key(name: str) -> tuple[Fraction, Fraction]:
        return found[name].total, found[name].stages["民主评估"]

    ordered = sorted(map(key, group), reverse=True)
    most = len(group) * 40 // 100
    for name in group:
        answer = found[name]
        answer.rank = 1 + ordered.index(key(name))
        over = answer.grade == "优秀" and answer.rank > most
        answer.controlled = "良好" if over else answer.grade


def scored(
    unit: Row, year: Mapping[str, Mapping[str, list[Row]]], ranked: Mapping[str, int]
) -> Answer:
    """One unit's stages, bonus, total and first grade."""
    own = {table: rows.get(unit["单位"], []) for table, rows in year.items()}
    stages = stages_of(unit, own, ranked)
    bonus = bonus_of(own["加分申报"])
    total = Fraction(floor(sum(stages.values(), bonus) * 10 + Fraction(1, 2)), 10)
    bounds = ((90, "优秀"), (80, "良好"), (65, "一般"))
    grade = next((name for low, name in bounds if total >= low), "较差")
    return Answer(stages, bonus, total, grade)


def decided(unit: Row, answer: Answer, year: Mapping[str, Mapping[str, list[Row]]]) -> None:
    """A grave failure lowers by itself, all else by decision; quotas and last year come after."""
    events = year["否决情形"].get(unit["单位"], [])
    answer.lowered = any(e["情形"] == "重大失误" or e["委员会决定"] == "降低" for e in events)
    answer.pending = any(e["情形"] != "重大失误" and e["委员会决定"] is None for e in events)
    answer.final = GRADES[min(GRADES.index(answer.controlled) + answer.lowered, 3)]
    if unit["类型"] != COUNTY:
        answer.civil = unit["公务员人数"] * QUOTA[answer.final] // 100
        answer.staff = unit["事业人员人数"] * QUOTA[answer.final] // 100
    before = [row["最终等次"] for row in year["上年结果"].get(unit["单位"], [])]
    answer.twice = answer.final == "较差" and "较差" in before


def stages_of(
    unit: Row, own: Mapping[str, list[Row]], ranked: Mapping[str, int]
) -> dict[str, Fraction]:
    """Each stage's earned mark ÷ its full mark × its weight."""
    county = unit["类型"] == COUNTY
    daily, common = own["日常评估"][0], own["共性工作目标评分"][0]
    visit = daily["定期调度"] if daily["实地踏查"] is None else daily["实地踏查"]
    items = BOTH + (COUNTY_ONLY if county else DEPARTMENT_ONLY)
    goals = sum((goal_points(goal) for goal in own["重点工作目标表"]), Fraction(0))
    panels = sum(ballot(own[table][0]) * share / 100 for table, share in PANELS.items())
    found = {
        "基础工作评估": Fraction(daily["基础工作评估"]) / 100 * 2,
        "定期调度": Fraction(daily["定期调度"]) / 100 * 5,
        "实地踏查": Fraction(visit) / 100 * 3,
        "自我评估": Fraction(daily["自我评估"]) / 100,
        "共性工作目标评估": Fraction(sum(common[i] for i in items)) / (10 if county else 20) * 9,
        "民主评估": panels / 100 * 20,
        "重点工作目标评估": goals / (90 if county else 80) * 35,
    }
    for pool, weight in WEIGHTS.items():
        posts, _ = POOLS[pool]
        marks = [leader_mark(r, county, ranked) for r in own["领导评价"] if r["职务"] in posts]
        found[pool] = sum(marks, Fraction(0)) / len(marks) / 100 * weight
    return found


def goal_points(goal: Row) -> Fraction:
    """What a goal earned of its points; a target adjusted after 30 September does not count."""
    if goal["评估方式"] == "定性":
        return Fraction(goal["评估组评分"])
    approved = goal["调整批准日期"]
    in_time = approved is not None and approved <= LAST_ADJUSTMENT
    target = goal["调整后目标值"] if in_time else goal["目标值"]
    return Fraction(goal["分值"] * min(Fraction(1), Fraction(goal["完成值"]) / target))


def leader_mark(row: Row, county: bool, ranked: Mapping[str, int]) -> Fraction:
    """What one leader gives: the last of several ranks 80 now."""
    if county:
        return Fraction(TIERS[row["档次"]])
    if row["职务"] == "市长":
        return Fraction(row["评分"])
    size = ranked[row["评价人"]]
    return Fraction(95) - (Fraction(15 * (row["名次"] - 1), size - 1) if size > 1 else 0)


def bonus_of(rows: Iterable[Row]) -> Fraction:
    """The highest level of each matter that passed and was made public, at most 4."""
    best: dict[str, Fraction] = defaultdict(Fraction)
    for row in rows:
        counts = row["评审结果"] == "通过" and row["公示结束日期"] is not None
        best[row["事项"]] = max(best[row["事项"]], LEVELS[row["级别"]] if counts else Fraction(0))
    return min(Fraction(4), sum(best.values(), Fraction(0)))


def as_row(unit: Row, answer: Answer) -> dict[str, Any]:
    """An answer as a line of the published result."""
    stages = {name: f"{round_six(value)}" for name, value in answer.stages.items()}
    return {
        "单位": unit["单位"], "类型": unit["类型"], "类别": unit["类别"] or "", **stages,
        "加分": plain(answer.bonus), "总分": f"{float(answer.total):.1f}",
        "组内名次": str(answer.rank), "拟定等次": answer.grade, "控制后等次": answer.controlled,
        "降等": "是" if answer.lowered else "", "待委员会决定": "是" if answer.pending else "",
        "最终等次": answer.final, "公务员优秀名额": shown(answer.civil),
        "事业人员优秀名额": shown(answer.staff), "奖励资金": str(REWARDS[answer.final]),
    }  # fmt: skip


def round_six(value: Fraction) -> str:
    """Six decimals, half up."""
    whole, rest = divmod(floor(value * 10**6 + Fraction(1, 2)), 10**6)
    return f"{whole}.{rest:06d}"


def plain(value: Fraction) -> str:
    """A number without needless decimals."""
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def shown(value: int | None) -> str:
    """A head-count, or nothing."""
    return "" if value is None else str(value)
