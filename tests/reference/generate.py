"""Policies at random: well-formed texts that use every construct that computes.

The same seed gives the same policy. Blocks come in random order, since their order means nothing
(but for grades, rankings and vetoes, of which the first or the last is the outcome).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import replace as evolve
from random import Random

from .points import SOURCE
from .results import Results
from .writing import PARENT, REGISTER, UNIT, Name, block

KINDS = ("县区", "部门")
CLASSES = ("甲类", "乙类", "丙类")
LEVELS = ("国家级", "省级", "市级")
DECISIONS = ("降低", "不降低")
VOTES = ("满意", "基本满意", "不满意")
QUARTERS = ("一季度", "二季度", "三季度", "四季度")


@dataclass
class Hints:
    """What the data must be like for the policy to have a sound result: tables with a row for every
    unit, and the points that the rows of a list add up to, by kind of unit (``""``: any)."""

    full: set[str] = field(default_factory=set)
    lists: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Generated:
    """A policy text, and hints for data that suit it."""

    text: str
    hints: Hints


def policy(seed: object) -> Generated:
    """A policy of a seed."""
    return _Policy(Random(f"policy {seed}")).written()


class _Policy(Results):
    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.hints = Hints()
        self.row_keys: dict[str, str] = {}
        self.kind_of: dict[str, str] = {}

    def written(self) -> Generated:
        head = block("政策 试行办法", "年度：2023年")
        self.kinds = KINDS if self.chance(0.6) else ()
        self.data()
        for _ in range(self.random.randint(1, 3)):
            self.value()
        self.indicators()
        self.processes()
        self.bonuses()
        for _ in range(self.random.randint(0, 2)):
            self.value()
        self.tally()
        self.outcome()
        self.follows()
        self.export()
        self.hints.full = self.full_tables
        ordered = [self.blocks[i] for i in sorted(self.fixed)]
        others = [b for i, b in enumerate(self.blocks) if i not in self.fixed]
        self.random.shuffle(others)
        return Generated("\n\n".join([head, *others, *ordered]) + "\n", self.hints)

    # ── data ──

    def data(self) -> None:
        for kind in self.kinds:
            self.add(block(f"对象 {kind}", SOURCE))
        if self.chance(0.3):
            self.add(block("名录 岗位", SOURCE, "包括：局长、科长、科员"))
        self.periodic = self.chance(0.2)
        if self.chance(0.35):
            self.parents()
        self.register()
        self.per_unit()
        if self.chance(0.5):
            self.holidays()
        if self.chance(0.5):
            self.voted()
        for _ in range(self.random.randint(1, 2)):
            self.rows()
        if self.chance(0.4):
            self.rows(self.random.choice(list(self.row_keys)))
        self.lookups()

    def columns(self, table: str, level: str, number: int) -> list[str]:
        """Columns at random, and their names as formulas know them."""
        lines = []
        for _ in range(number):
            name, blank = self.fresh("列"), self.chance(0.25)
            kind, written = self.random.choice((
                ("pt", "分，0分至10分"), ("pt", "分，0分至10分"), ("pt", "分"), ("num", "数，0以上"), ("num", "数"),
                ("num", "整数，0以上"), (CLASSES, "、".join(CLASSES)), (LEVELS, "、".join(LEVELS)), ("date", "日期"), ("date", "日期"),
                ("text", "文字"), ("names", "名单"), ("num", "数，0至2"),
            ))  # fmt: skip
            lines.append(f"{name}：{written}{'，可空' if blank else ''}")
            bare = table == REGISTER
            shown = name if bare else f"{table}.{name}"
            column = name if bare or level != UNIT else ""  # of the rows' own table
            self.names.append(Name(shown, kind, level, not blank, column))
        return lines

    def parents(self) -> None:
        """A table that units belong to."""
        self.chains |= {PARENT: (PARENT,), UNIT: (UNIT, PARENT)}
        lines = ["片区名：文字", "片区类：甲类、乙类、丙类"]
        self.names += [Name(f"{PARENT}.片区类", CLASSES, PARENT, True, "片区类")]
        lines += self.columns(PARENT, PARENT, 2)
        where = "文件：“片区.csv”"
        self.add(block(f"数据表 {PARENT}", SOURCE, where, "主键：片区名", block("列", *lines)))

    def register(self) -> None:
        lines = ["单位：单位", "组别：甲类、乙类、丙类"]
        self.names += [Name("组别", CLASSES, UNIT, True, "组别"), Name("单位", "text", UNIT)]
        if self.kinds:
            lines.append("类型：对象")
            self.names.append(Name("类型", self.kinds, UNIT, True, "类型"))
        if PARENT in self.chains:
            lines.append("片区名：文字")
        self.period = self.random.choice(("整数", "、".join(QUARTERS)))
        if self.periodic:
            lines.append(f"期别：{self.period}")
            self.periods.add(UNIT)
        self.keys = "单位、期别" if self.periodic else "单位"
        lines += self.columns(REGISTER, UNIT, self.random.randint(2, 5))
        belongs = f"归属：{PARENT}" if PARENT in self.chains else ""
        series = "期次：期别" if self.periodic else ""
        head = ("文件：“名册.csv”", f"主键：{self.keys}", belongs, series)
        self.add(block(f"名册 {REGISTER}", SOURCE, *head, block("列", *lines)))
        self.add(block("分组 全体", SOURCE, "个数：1个" if self.chance(0.1) else ""))
        by = ["组别"]
        by += ["类型"] if self.kinds and self.chance(0.5) else []
        by += ["片区类"] if PARENT in self.chains and self.chance(0.5) else []
        self.add(block("分组 同组", SOURCE, f"按：{'、'.join(by)}"))
        self.groupings = ["全体", "同组"]

    def table(self, name: str, key: str, *lines: str) -> None:
        where = f"文件：“{name}.csv”"
        period = [f"期别：{self.period}"] if self.periodic else []
        columns = block("列", "单位：单位", *period, *lines)
        self.add(block(f"数据表 {name}", SOURCE, where, key, columns))

    def per_unit(self) -> None:
        """Tables of one row for each unit; of one they may be missing."""
        name = self.fresh("评分")
        self.marks = name
        columns = self.columns(name, UNIT, self.random.randint(2, 5))
        self.table(name, f"主键：{self.keys}", *columns)
        if self.chance(0.3):
            name, known = self.fresh("评分"), len(self.names)
            lines = self.columns(name, UNIT, 2)
            self.names[known:] = [evolve(n, sure=False) for n in self.names[known:]]
            self.table(name, f"主键：{self.keys}\n可缺行：是", *lines)

    def holidays(self) -> None:
        for number in range(self.random.choice((1, 1, 2))):
            name = f"假日{'甲乙'[number]}"
            words, told = self.random.choice(
                (
                    ("放假、上班", ()),
                    ("休息、补班", ()),
                    ("轮休、调休", ("放假：轮休", "上班：调休")),
                )
            )
            columns = block("列", "日期：日期", f"安排：{words}")
            where = f"文件：“{name}.csv”"
            self.add(block(f"数据表 {name}", SOURCE, where, "主键：日期", columns))
            self.add(block(f"日历 {name}历", SOURCE, f"假日表：{name}", *told))
            self.calendars.append(f"{name}历")

    def voted(self) -> None:
        """Votes counted for each unit, or on several occasions."""
        table, scale, often = self.fresh("票数"), self.fresh("折分"), self.chance(0.3)
        number = f"序号{table[2:]}"
        lines = [f"{number}：整数，1以上"] if often else []
        lines += [f"{vote}：整数，票，0票以上" for vote in VOTES]
        self.table(table, f"主键：{self.keys}{f'、{number}' if often else ''}", *lines)
        points = ("100分", "60分", "0分") if self.chance(0.7) else ("10分", "6分", "1分")
        entries = [f"{v}：{p}" for v, p in zip(VOTES, points, strict=True)]
        self.add(block(f"对照 {scale}", SOURCE, *entries))
        if often:
            self.chains[table] = (table, *self.chains[UNIT])
            self.names.append(Name(f"票均（{scale}，{table}）", "pt", table))
            self.names.append(Name(f"{table}.{number}", "num", table, True, number))
        else:
            self.ballots.append((scale, table))

    def rows(self, owner: str = UNIT) -> None:
        """A table whose rows belong to units, or to the rows of another."""
        name = self.fresh("明细" if owner == UNIT else "子目")
        if self.chance(0.6):
            self.full_tables.add(name)
        above = self.keys if owner == UNIT else self.row_keys[owner]
        number, count = f"序号{name[2:]}", "整数，1以上"
        key = f"{above}、{number}"
        self.row_keys[name] = key
        belongs = "" if owner == UNIT else f"归属：{owner}"
        series, kind = "", count
        if self.chance(0.3):
            series, kind = f"期次：{number}", self.random.choice((count, "、".join(QUARTERS)))
            self.periods.add(name)
        copied = [f"序号{t[2:]}：{self.kind_of[t]}" for t in self.chains[owner][:1] if t != UNIT]
        self.kind_of[name] = kind
        self.chains[name] = (name, *self.chains[owner])
        lines = [*copied, f"{number}：{kind}", *self.columns(name, name, self.random.randint(3, 6))]
        self.table(name, "\n".join(filter(None, (f"主键：{key}", belongs, series))), *lines)
        if kind == count:
            self.names.append(Name(f"{name}.{number}", "num", name, True, number))

    def lookups(self) -> None:
        """Scales and step tables, some of whose entries are formulas on the unit."""
        for members in (CLASSES, LEVELS, self.kinds):
            if members and self.chance(0.5):
                name, kind = self.fresh("对照"), self.random.choice(("pt", "num"))
                self.add(
                    block(f"对照 {name}", SOURCE, *(f"{m}：{self.entry(kind)}" for m in members))
                )
                self.scales.append((name, members, kind))
        if self.chance(0.3):
            name, kind = self.fresh("对照"), self.random.choice(("pt", "num"))
            lines = (f"{answer}：{self.entry(kind)}" for answer in ("是", "否"))
            self.add(block(f"对照 {name}", SOURCE, *lines))
            self.answers.append((name, kind))
        for _ in range(self.random.randint(0, 2)):
            name, kind, of = (
                self.fresh("分段"),
                self.random.choice(("pt", "num")),
                self.random.choice(("pt", "num")),
            )
            ranges = self.ranges(of, kind)
            if self.chance(0.3):
                # The range in the middle runs from one value to another.
                ranges[1] = f"{ranges[1].partition('，')[0]}，{self.run(kind)}"
                self.sloped.add(name)
            self.add(block(f"分段 {name}", SOURCE, *ranges))
            self.steps.append((name, of, kind))
        if self.chance(0.3):
            name, of = self.fresh("分段"), self.random.choice(("pt", "num"))
            ranges = [one.partition("，")[0] for one in self.ranges(of, of, lacking=0.05)]
            self.add(block(f"分段 {name}", SOURCE, *ranges))
            bands = tuple(one.partition("：")[0] for one in ranges)
            self.namings.append((name, of, bands))

    def run(self, kind: str) -> str:
        unit = "分" if kind == "pt" else ""
        return f"{self.random.randint(0, 9)}{unit}至{self.random.randint(0, 9)}{unit}"

    def entry(self, kind: str) -> str:
        return self.literal(kind) if self.chance(0.85) else self.number(kind, UNIT, 1)

    def ranges(self, of: str, kind: str, lacking: float = 0.25) -> list[str]:
        """Ranges without a gap; now and then the last is left out, and a number may lie in none."""
        unit = "分" if of == "pt" else ""
        low, high = sorted(self.random.sample(range(1, 12), 2))
        above = f"{high}{unit}以上" if self.chance(0.5) else f"超过{high}{unit}"
        below = f"不足{high}{unit}" if "以上" in above else f"不超过{high}{unit}"
        ranges = [above, f"{low}{unit}以上{below}", f"不足{low}{unit}"]
        if self.chance(lacking):
            ranges.pop()
        return [f"{'高中低'[i]}档：{r}，{self.entry(kind)}" for i, r in enumerate(ranges)]

    # ── values ──

    def value(self) -> None:
        """A derived value of units or of rows; a number mostly, and now and then something else."""
        level = self.level()
        name, kind = (
            self.fresh("取值"),
            self.random.choice(("pt", "pt", "num", "num", "cond", CLASSES)),
        )
        each = self.each(level)
        if kind == "cond":
            lines = [f"取：{self.condition(level)}"]
        elif isinstance(kind, tuple):
            source = self.pick(kind, level)
            if source is None:
                return
            lines = [f"取：{self.shown(source, level)}"]
        else:
            lines, sure = self.ways(kind, level)
            if not sure:
                self.add(block(f"取值 {name}", SOURCE, each, lines))
                self.names.append(Name(name, kind, level, False))
                return
        self.add(block(f"取值 {name}", SOURCE, each, lines))
        self.names.append(Name(name, kind, level))
