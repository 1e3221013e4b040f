"""A plausible year of data for the founding policy, of any size, the same for the same seed.

It goes out of its way to be hard: totals sit on and beside the bounds of grades, units tie, visits
are missing, decisions are pending, adjustments come late, matters are claimed twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from guiju.engine.data.contract import TableSpec
from guiju.engine.data.tables import ColumnOrigin, Dataset, Gap, Table
from guiju.engine.data.text import column_letter
from hypothesis import strategies as st

from .independent import COMMON, COUNTY, COUNTY_ONLY, DEPARTMENT_ONLY
from .policy import founding_plan
from .steer import steer

Row = dict[str, Any]

DEPARTMENT = "市政府工作部门"
CLASSES = ("经济调节和经济管理", "社会管理和政务管理", "市场监管和执法监管")
POSTS = ("副市长", "市政府秘书长", "市长助理")
POINTS = {COUNTY: 90, DEPARTMENT: 80}
#: What an indicator item is worth for a county and for a department.
ITEM = dict.fromkeys((*COMMON, *COUNTY_ONLY, *DEPARTMENT_ONLY), (1, 2))
ITEM["能力建设"] = ITEM["依法行政"] = (1, 3)
#: Most leaders who place one county in a tier, of either pool.
TIER_GIVERS = (7, 5)


def generate(units: int, seed: int, goals: tuple[int, int] = (18, 30)) -> Dataset:
    """A year for at least four units, each with a number of goals in ``goals``."""
    random = Random(f"{units}/{seed}")
    register = register_of(units, random)
    rows = {
        "单位名册": register,
        "日常评估": [daily(unit, random) for unit in register],
        "共性工作目标评分": [common(unit, random) for unit in register],
        "机关测评票": [ballots(unit, random, 120) for unit in register],
        "社会测评票": [ballots(unit, random, 400) for unit in register],
        "重点工作目标表": [g for unit in register for g in goals_of(unit, random, goals)],
        "领导评价": leaders(register, random),
        "加分申报": [claim for unit in register for claim in claims(unit, random)],
        "否决情形": [event for unit in register for event in events(unit, random)],
        "报送登记": [report for unit in register for report in reports(unit, random)],
    }
    dataset = tables(rows)
    steer(dataset, random)
    return dataset


def small_years(low: int = 6, high: int = 20) -> st.SearchStrategy[Dataset]:
    """Years of a few units with few goals, for properties."""
    return st.builds(
        lambda units, seed: generate(units, seed, goals=(1, 4)),
        st.integers(low, high),
        st.integers(0, 10**6),
    )


def tables(rows: dict[str, list[Row]]) -> Dataset:
    """The rows as tables of the founding policy, standing where ``write`` puts them."""
    return Dataset({spec.name: table_of(spec, rows[spec.name]) for spec in founding_plan().tables})


def table_of(spec: TableSpec, rows: Sequence[Row]) -> Table:
    """One table; a column that a row does not name is blank."""
    names = [column.name for column in spec.columns]
    columns = {name: [row.get(name, Gap.BLANK) for row in rows] for name in names}
    places = range(2, len(rows) + 2)
    origins = {
        column: ColumnOrigin(spec.file, sheet, letter, places)
        for sheet, column, letter in layout(spec)
    }
    return Table(spec, len(rows), columns, origins)


def layout(spec: TableSpec) -> Iterable[tuple[str | None, str, str]]:
    """Where each column stands: sheet, name, and letter (in a CSV file its header)."""
    if not spec.file.endswith(".xlsx"):
        return [(None, column.name, column.name) for column in spec.columns]
    found = []
    for sheet in reversed(spec.sheets):  # the unit column, in every sheet, stands in the first
        for number, name in enumerate(sheet_columns(spec, sheet), start=1):
            found.append((sheet, name, column_letter(number)))
    return found


def sheet_columns(spec: TableSpec, sheet: str) -> list[str]:
    """The columns of one worksheet, the unit first."""
    return [c.name for c in spec.columns if c.sheet == sheet or c.name == spec.unit_column]


# ── the units and what their days were like ──


def register_of(units: int, random: Random) -> list[Row]:
    """The register: a tenth counties, the rest departments in three classes. ``quality`` is how
    good a unit is, and no column."""
    counties = max(1, units // 10)
    found = []
    for index in range(units):
        quality = min(1.0, max(0.3, random.gauss(0.84, 0.12)))
        unit: Row = {"单位": f"单位{index + 1}", "quality": quality}
        if index < counties:
            found.append(unit | {"类型": COUNTY})
            continue
        heads = {"公务员人数": random.randint(0, 90), "事业人员人数": random.randint(0, 60)}
        place = {"类型": DEPARTMENT, "类别": CLASSES[index % 3]}
        found.append(unit | place | heads)
    return found


def share(unit: Row, random: Random) -> float:
    """How much of something a unit reaches this time."""
    return min(1.0, max(0.0, random.gauss(unit["quality"], 0.08)))


def stepped(value: float, step: Fraction, most: int | Fraction) -> int | Fraction:
    """The nearest multiple of a step from 0 to the most, whole numbers as integers."""
    found = min(Fraction(most), max(Fraction(0), round(value / float(step)) * step))
    return found.numerator if found.denominator == 1 else found


def mark(unit: Row, random: Random) -> int | Fraction:
    """A mark out of 100 in halves."""
    return stepped(100 * share(unit, random), Fraction(1, 2), 100)


def daily(unit: Row, random: Random) -> Row:
    """Basic work, reporting, visit (one in six units has none) and self-evaluation."""
    found = {
        "单位": unit["单位"],
        "基础工作评估": mark(unit, random),
        "定期调度": mark(unit, random),
    }
    if random.random() > 1 / 6:
        found["实地踏查"] = mark(unit, random)
    return found | {"自我评估": stepped(random.uniform(95, 100), Fraction(1, 10), 100)}


def common(unit: Row, random: Random) -> Row:
    """The items of the common goals that concern the unit."""
    county = unit["类型"] == COUNTY
    found = {"单位": unit["单位"]}
    for name in (*COMMON, *(COUNTY_ONLY if county else DEPARTMENT_ONLY)):
        most = ITEM[name][0 if county else 1]
        found[name] = stepped(most * share(unit, random), Fraction(1, 20), most)
    return found


def ballots(unit: Row, random: Random, voters: int) -> Row:
    """The votes of one panel; half the panels have a round number of votes that count."""
    counting = voters if random.random() < 0.5 else voters - random.randint(1, voters // 3)
    pleased = round(counting * share(unit, random))
    rather = (counting - pleased) // 2
    neutral = (counting - pleased - rather) // 2
    names = ("满意", "基本满意", "一般", "不满意", "不了解")
    votes = (pleased, rather, neutral, counting - pleased - rather - neutral, random.randint(0, 30))
    return {"单位": unit["单位"], **dict(zip(names, votes, strict=True))}


# ── goals ──


def goals_of(unit: Row, random: Random, goals: tuple[int, int]) -> list[Row]:
    """A unit's goals, in half points that add up exactly."""
    halves = 2 * POINTS[unit["类型"]]
    count = random.randint(*goals)
    cuts = sorted(random.sample(range(1, halves), count - 1))
    sizes = [b - a for a, b in zip([0, *cuts], [*cuts, halves], strict=True)]
    return [goal(unit, number, size, random) for number, size in enumerate(sizes, start=1)]


def goal(unit: Row, number: int, halves: int, random: Random) -> Row:
    """One goal: by its figures, or marked by the evaluation group."""
    points = stepped(halves / 2, Fraction(1, 2), 100)
    found = {
        "单位": unit["单位"],
        "序号": number,
        "目标": f"第{number}项目标",
        "来源": random.choice(("承接", "职责", "创新")),
        "承担方式": random.choice(("独立承担", "协调服务")),
        "分值": points,
    }
    if random.random() < 0.4:
        graded = stepped(float(points) * share(unit, random), Fraction(1, 4), points)
        return found | {"评估方式": "定性", "评估组评分": graded}
    return found | {"评估方式": "定量"} | figures(unit, random)


def figures(unit: Row, random: Random) -> Row:
    """Target and completion; targets divide decimals, or not; some are adjusted, some too late."""
    target = random.choice((20, 40, 50, 80, 100, 200, 300, 7, 12, 35))
    reached = 1.2 * share(unit, random)
    found: Row = {
        "目标值": target,
        "完成值": stepped(target * reached, Fraction(1, 10), 2 * target),
    }
    if random.random() < 0.08:
        approved = date(2009, 10, 30) + timedelta(days=random.choice((-60, -1, 0, 1, 20)))
        found |= {"调整后目标值": max(1, target * 4 // 5), "调整批准日期": approved}
    return found


# ── leaders ──


def leaders(register: Sequence[Row], random: Random) -> list[Row]:
    """The mayor's marks, the ranks and tiers of both pools; it fills in the units' portfolios."""
    departments = [unit for unit in register if unit["类型"] == DEPARTMENT]
    counties = [unit for unit in register if unit["类型"] == COUNTY]
    found = [rating("市长", "市长", unit, 评分=mark(unit, random)) for unit in departments]
    found += [rating("市长", "市长", unit, 档次=tier(unit, random)) for unit in counties]
    pools = (
        ("分管市领导", POSTS, TIER_GIVERS[0]),
        ("联系副秘书长", ("市政府副秘书长",), TIER_GIVERS[1]),
    )
    for column, posts, most in pools:
        givers = []
        for number, group in enumerate(portfolios(departments, random), start=1):
            leader, post = f"{column}{number}", posts[number % len(posts)]
            givers.append((leader, post))
            found += ranks(leader, post, column, group, random)
        found += [
            rating(leader, post, unit, 档次=tier(unit, random))
            for unit in counties
            for leader, post in givers[:most]
        ]
    return found


def rating(leader: str, post: str, unit: Row, **given: Any) -> Row:
    """What one leader gives one unit."""
    return {"评价人": leader, "职务": post, "单位": unit["单位"], **given}


def tier(unit: Row, random: Random) -> str:
    """The tier a leader places a county in."""
    reached = share(unit, random)
    return "上等" if reached > 0.85 else "中等" if reached > 0.7 else "下等"


def portfolios(departments: Sequence[Row], random: Random) -> Iterable[list[Row]]:
    """The departments dealt out in portfolios of 1 to 20, most of sizes that divide evenly."""
    left = random.sample(departments, len(departments))
    while left:
        size = random.choice((1, 2, 3, 5, 6, 9, 11, 11, 17, 20))
        yield left[:size]
        left = left[size:]


def ranks(leader: str, post: str, column: str, group: Sequence[Row], random: Random) -> list[Row]:
    """One leader's ranks of a portfolio, without ties, the good mostly first."""
    ordered = sorted(group, key=lambda unit: -share(unit, random))
    for unit in ordered:
        unit[column] = (leader,)
    return [rating(leader, post, unit, 名次=place) for place, unit in enumerate(ordered, start=1)]


# ── bonus, vetoes, reports ──


def claims(unit: Row, random: Random) -> list[Row]:
    """Claims for bonus: some for one matter twice, some refused, some with the notice running."""
    found = []
    for _ in range(random.choice((0, 0, 0, 1, 2, 4))):
        claim = {
            "单位": unit["单位"],
            "事项": f"事项{random.randint(1, 4)}",
            "加分项": random.choice(("命名表彰", "工作评比排名靠前")),
            "级别": random.choice(("国家级", "省级", "市级")),
            "评审结果": random.choice(("通过", "通过", "不通过")),
        }
        if random.random() < 0.75:
            claim["公示结束日期"] = date(2010, 4, 20)
        found.append(claim)
    return found


def events(unit: Row, random: Random) -> list[Row]:
    """Veto events: mostly none, at times several; decided, closed or waiting."""
    found = []
    for _ in range(random.choice((0,) * 12 + (1, 1, 2, 3))):
        event = {
            "单位": unit["单位"],
            "情形": random.choice(("违法犯罪或严重违纪", "重大失误", "其他一票否决")),
            "查处日期": date(2009, 1, 1) + timedelta(days=random.randint(0, 364)),
        }
        decision = random.choice(("降低", "不降低", None))
        if decision is not None:
            event |= {"委员会决定": decision, "决定日期": date(2010, 5, 10)}
        found.append(event)
    return found


def reports(unit: Row, random: Random) -> list[Row]:
    """When the self-evaluation came in, for some units; at times a day late."""
    if random.random() > 0.3:
        return []
    day = date(2010, 3, 31) + timedelta(days=random.choice((-10, 0, 1)))
    return [{"单位": unit["单位"], "事项": "自我评估报告", "报送日期": day}]
