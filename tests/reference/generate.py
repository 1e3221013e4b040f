"""Policies at random: well-formed texts that use every construct that computes.

The same seed gives the same policy. Blocks come in random order, since their order means nothing
(but for grades, rankings and vetoes, of which the first or the last is the outcome).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from .points import SOURCE
from .results import Results
from .writing import UNIT, Name, block

KINDS = ("县区", "部门")
CLASSES = ("甲类", "乙类", "丙类")
LEVELS = ("国家级", "省级", "市级")
DECISIONS = ("降低", "不降低")
VOTES = ("满意", "基本满意", "不满意")


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

    def written(self) -> Generated:
        head = block("政策 试行办法", "年度：2023年")
        self.kinds = KINDS if self.chance(0.6) else ()
        self.data()
        for _ in range(self.random.randint(1, 4)):
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
        self.register()
        self.per_unit()
        if self.chance(0.5):
            self.voted()
        for _ in range(self.random.randint(1, 2)):
            self.rows()
        self.lookups()

    def columns(self, table: str, level: str, number: int) -> list[str]:
        """Columns at random, and their names as formulas know them."""
        lines = []
        for _ in range(number):
            name, blank = self.fresh("列"), self.chance(0.25)
            kind, written = self.random.choice((
                ("pt", "分，0分至10分"), ("pt", "分，0分至10分"), ("pt", "分"), ("num", "数，0以上"), ("num", "数"),
                ("num", "整数，0以上"), (CLASSES, "、".join(CLASSES)), (LEVELS, "、".join(LEVELS)), ("date", "日期"),
                ("text", "文字"), ("names", "名单"), ("num", "数，0至2"),
            ))  # fmt: skip
            lines.append(f"{name}：{written}{'，可空' if blank else ''}")
            bare = table == "名册甲"
            shown = name if bare else f"{table}.{name}"
            column = name if bare or level != UNIT else ""
            self.names.append(Name(shown, kind, level, not blank, column))
        return lines

    def register(self) -> None:
        lines = ["单位：单位", "组别：甲类、乙类、丙类"]
        self.names += [Name("组别", CLASSES, UNIT), Name("单位", "text", UNIT)]
        if self.kinds:
            lines.append("类型：对象")
            self.names.append(Name("类型", self.kinds, UNIT))
        lines += self.columns("名册甲", UNIT, self.random.randint(2, 5))
        self.add(
            block("名册 名册甲", SOURCE, "文件：“名册.csv”", "主键：单位", block("列", *lines))
        )
        self.add(block("分组 全体", SOURCE, "个数：1个" if self.chance(0.1) else ""))
        self.add(
            block(
                "分组 同组",
                SOURCE,
                "按：组别" + ("、类型" if self.kinds and self.chance(0.5) else ""),
            )
        )
        self.groupings = ["全体", "同组", "组别", *(["类型"] if self.kinds else [])]

    def table(self, name: str, key: str, *lines: str) -> None:
        where = f"文件：“{name}.csv”"
        self.add(block(f"数据表 {name}", SOURCE, where, key, block("列", "单位：单位", *lines)))

    def per_unit(self) -> None:
        name = self.fresh("评分")
        self.marks = name
        self.table(name, "主键：单位", *self.columns(name, UNIT, self.random.randint(2, 5)))

    def voted(self) -> None:
        table, scale = self.fresh("票数"), self.fresh("折分")
        self.table(table, "主键：单位", *(f"{vote}：整数，票，0票以上" for vote in VOTES))
        points = ("100分", "60分", "0分") if self.chance(0.7) else ("10分", "6分", "1分")
        self.add(
            block(
                f"对照 {scale}", SOURCE, *(f"{v}：{p}" for v, p in zip(VOTES, points, strict=True))
            )
        )
        self.ballots.append((scale, table))

    def rows(self) -> None:
        name = self.fresh("明细")
        if self.chance(0.6):
            self.full_tables.add(name)
        key = "主键：单位、序号" if self.chance(0.5) else ""
        lines = ["序号：整数，1以上", *self.columns(name, name, self.random.randint(3, 6))]
        self.table(name, key, *lines)
        self.names.append(Name(f"{name}.序号", "num", name, True, "序号"))

    def lookups(self) -> None:
        """Scales and step tables, some of whose entries are formulas on the unit."""
        for members in (CLASSES, LEVELS, self.kinds):
            if members and self.chance(0.5):
                name, kind = self.fresh("对照"), self.random.choice(("pt", "num"))
                self.add(
                    block(f"对照 {name}", SOURCE, *(f"{m}：{self.entry(kind)}" for m in members))
                )
                self.scales.append((name, members, kind))
        for _ in range(self.random.randint(0, 2)):
            name, kind, of = (
                self.fresh("分段"),
                self.random.choice(("pt", "num")),
                self.random.choice(("pt", "num")),
            )
            self.add(block(f"分段 {name}", SOURCE, *self.ranges(of, kind)))
            self.steps.append((name, of, kind))

    def entry(self, kind: str) -> str:
        return self.literal(kind) if self.chance(0.85) else self.number(kind, UNIT, 1)

    def ranges(self, of: str, kind: str) -> list[str]:
        """Ranges without a gap; now and then the last is left out, and a number may lie in none."""
        unit = "分" if of == "pt" else ""
        low, high = sorted(self.random.sample(range(1, 12), 2))
        above = f"{high}{unit}以上" if self.chance(0.5) else f"超过{high}{unit}"
        below = f"不足{high}{unit}" if "以上" in above else f"不超过{high}{unit}"
        ranges = [above, f"{low}{unit}以上{below}", f"不足{low}{unit}"]
        if self.chance(0.25):
            ranges.pop()
        return [f"{'高中低'[i]}档：{r}，{self.entry(kind)}" for i, r in enumerate(ranges)]

    # ── values ──

    def value(self) -> None:
        """A derived value of units or of rows; a number mostly, and now and then something else."""
        tables = sorted({n.level for n in self.names if n.level != UNIT})
        level = self.random.choice([UNIT, *tables])
        name, kind = (
            self.fresh("取值"),
            self.random.choice(("pt", "pt", "num", "num", "cond", CLASSES)),
        )
        each = "" if level == UNIT else f"逐行：{level}"
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
