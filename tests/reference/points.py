"""The blocks that make points: indicators and stages, and the ways to say a number."""

from __future__ import annotations

from random import Random
from typing import Any

from .conditions import Writer
from .writing import PARENT, REGISTER, UNIT, Name, block, split

SOURCE = "出处：“一”"


class Points(Writer):
    """Writes blocks, and knows what they have defined."""

    kinds: tuple[str, ...] = ()
    hints: Any
    marks: str
    here: str = UNIT  # the level of the system or the evaluation that is being written
    shared: str = ""  # the name of its first stage, if there are others of that name
    leaves: list[Name]

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.blocks: list[str] = []
        self.fixed: set[int] = set()  # blocks that stand in the order they were made
        self.totals: list[str] = []
        self.taken: list[str] = []
        self.limited: list[str] = []  # of one kind of units only

    def add(self, text: str, fixed: bool = False) -> None:
        if fixed:
            self.fixed.add(len(self.blocks))
        self.blocks.append(text)

    # ── ways to say a number ──

    def ways(self, kind: str, level: str, full: int | None = None) -> tuple[list[str], bool]:
        """取 or cases, and whether there is a value in every case."""
        one = lambda: self.mark(full, level) if full else self.number(kind, level)  # noqa: E731
        if self.chance(0.6):
            return [f"取：{one()}"], True
        lines, sure = [], True
        for _ in range(self.random.randint(0 if self.chance(0.1) else 1, 2)):
            nothing = self.chance(0.08)
            sure = sure and not nothing
            take = "空" if nothing else one()
            lines.append(
                self.case(f"情形 {self.fresh('情形')}", take, f"当：{self.condition(level)}")
            )
        last = self.case(f"其余 {self.fresh('其余')}", one(), "")
        lines.insert(len(lines) if self.chance(0.85) else 0, last)
        return lines, sure

    def case(self, head: str, take: str, when: str) -> str:
        remark = "提示：“请留意”" if self.chance(0.3) else ""
        return block(head, when, f"取：{take}", remark)

    def mark(self, full: int, level: str = UNIT) -> str:
        """A number of points that is nearly always between 0 and the full mark."""
        form = self.random.random()
        if form < 0.01:
            return self.number("pt", level)
        if form < 0.4:
            return f"取小（取大（{self.number('pt', level)}，0分），{full}分）"
        if form < 0.7:
            return f"{full}分 × 取大（取小（{self.number('num', level)}，1），0）"
        if form < 0.85:
            return (
                f"取大（{full}分 － 0.5分 × 步数（{self.number('num', level)}，0.5，不计），0分）"
            )
        return f"{self.random.randint(0, full)}分"

    # ── indicators ──

    def indicators(self) -> None:
        if self.kinds and self.chance(0.6):
            shared = self.fresh("目标")
            for kind in self.kinds:
                self.system(f"适用：{kind}", kind, shared, UNIT)
            self.names.append(Name(shared, "pt", UNIT, False))
            self.limited.append(shared)
        else:
            self.system("", "", self.fresh("目标"), UNIT)
        if self.chance(0.4):
            self.system("", "", self.fresh("目标"), self.level(0.3))

    def each(self, level: str) -> str:
        """The line that says which rows a rule is about."""
        return "" if level == UNIT else f"逐行：{level}"

    def system(self, applies: str, kind: str, shared: str, level: str) -> None:
        """A system of one goal of a known name and perhaps more."""
        name, total = self.fresh("体系"), self.random.choice((10, 20, 100))
        shares = split(self.random, total, self.random.randint(1, 3))
        made_up = self.chance(0.3)
        self.here, self.leaves = level, []
        goals = [
            self.node("目标", shared if i == 0 else self.fresh("目标"), points, kind, made_up, 2)
            for i, points in enumerate(shares)
        ]
        rule = "缺项处理：换算" if made_up else ""
        self.add(block(f"体系 {name}（{total}分）", SOURCE, applies, self.each(level), rule, goals))
        if not kind:
            self.names += [Name(name, "pt", level), Name(shared, "pt", level)]
            if level == UNIT:
                self.names.append(Name(f"{shared}.满分", "pt", UNIT))
            self.names += self.leaves
        else:
            self.names.append(Name(name, "pt", UNIT, False))
            self.limited.append(name)

    def node(self, word: str, name: str, points: int, kind: str, made_up: bool, depth: int) -> str:
        """An indicator: parts, a list, or a leaf."""
        head = f"{word} {name}（{points}分）"
        if depth and points >= 3 and self.chance(0.5):
            rule = self.chance(0.3)
            inner = "指标" if word == "目标" and self.chance(0.5) else "细项"
            parts = [
                self.node(inner, self.fresh(inner), share, kind, made_up or rule, depth - 1)
                for share in split(self.random, points, self.random.randint(1, 3))
            ]
            return block(head, "缺项处理：换算" if rule else "", parts)
        if word == "目标" and self.chance(0.4) and (table := self.list_table(kind)):
            points_column, score = table
            self.hints.lists.setdefault(points_column, {})[kind] = points
            table_name = points_column[0]
            return block(
                head, f"清单：{table_name}", f"条目分值：{points_column[1]}", f"条目得分：{score}"
            )
        absence = self.absence(made_up)
        if absence:
            self.leaves.append(Name(name, "pt", self.here, len(absence) > 1))
        return block(head, self.leaf(points, self.here), absence)

    def absence(self, made_up: bool, often: float = 0.35) -> list[str]:
        """That a leaf may be absent: the rest makes up for it, or a mark stands for it."""
        if not self.chance(often):
            return []
        absent = f"缺项：{self.condition(self.here, 1)}"
        if made_up and self.chance(0.5):
            return [absent]
        mean = (
            "满分 × 30％" if self.here == PARENT else f"平均（得分{self.by(self.here, self.here)}）"
        )
        some = ("满分", "0分", "满分 × 0.5", "满分 × 80％", "取小（1分，满分）")
        instead = f"取小（{mean}，满分）" if self.chance(0.15) else self.random.choice(some)
        return [absent, f"缺项得分：{instead}"]

    def list_table(self, kind: str) -> tuple[tuple[str, str], str] | None:
        """A column of points for a list, not yet one for these units, and a score up to them."""
        lists = self.hints.lists
        table = lambda n: REGISTER if n.level == UNIT else n.level  # noqa: E731
        found = [
            n
            for n in self.names
            if self.here in self.chains[n.level][1:2] and n.kind == "pt" and n.sure and n.column
            if not {"", kind} & {*lists.get((table(n), n.column), ())}
            if kind or (table(n), n.column) not in lists
        ]
        if not found:
            return None
        one = self.random.choice(found)
        share = f"取大（取小（{self.number('num', one.level, 2)}，1），0）"
        score = (
            f"{one.column} × {share}" if not self.chance(0.03) else self.number("pt", one.level, 1)
        )
        self.full_tables.add(one.level)
        return (table(one), one.column), score

    def leaf(self, points: int, level: str = UNIT) -> list[str]:
        """A mark from a column, by a formula, or by cases."""
        if self.chance(0.1):
            lines, sure = self.ways("pt", level, points)
            if sure and len(lines) > 1:
                return lines
        column = next(
            (
                n
                for n in self.names
                if n.level == UNIT
                and n.kind == "pt"
                and n.sure
                and n.text.startswith(self.marks + ".")
            ),
            None,
        )
        if column is not None and points >= 10 and level != PARENT and self.chance(0.4):
            return [f"取自：{column.text}"]
        if self.chance(0.15):
            return [f"得分：满分 × 取大（取小（{self.number('num', level)}，1），0）"]
        return [f"得分：{self.mark(points, level)}"]

    # ── stages ──

    def processes(self) -> None:
        self.process("", UNIT, self.fresh("环节"))
        if self.kinds and self.chance(0.3):
            shared = self.fresh("环节")
            for kind in self.kinds:
                self.process(f"适用：{kind}", UNIT, shared)
            self.names.append(Name(shared, "pt", UNIT, False))
        if self.chance(0.25):
            self.process("", self.level(0.3), self.fresh("环节"))

    def process(self, applies: str, level: str, first: str) -> None:
        name, total = self.fresh("评估"), self.random.choice((100, 100, 50))
        full = "满分：100分" if self.chance(0.5) else ""
        forms = ["得分 ÷ 满分 × 权重", "取小（得分 ÷ 满分，1） × 权重"]
        if level != PARENT and self.chance(0.2):
            forms = [f"得分 ÷ 取大（最高（得分{self.by(level, level)}），1分） × 权重"]
        conversion = self.random.choice(forms)
        shares = split(self.random, 100, self.random.randint(1, 3))
        most, known = 100 if full else total, len(self.names)
        self.here, self.shared, made_up = level, first if applies else "", self.chance(0.3)
        stages = [
            self.stage(first if i == 0 else self.fresh("环节"), share, most, made_up, 2)
            for i, share in enumerate(shares)
        ]
        head, rule = f"评估 {name}（{total}分）", "缺项处理：换算" if made_up else ""
        lines = (SOURCE, applies, self.each(level), full, rule, f"折算：{conversion}")
        self.add(block(head, *lines, stages))
        if applies:
            del self.names[known:]  # of one kind of units only
            self.names.append(Name(name, "pt", UNIT, False))
            return
        self.names.append(Name(name, "pt", level))
        if level == UNIT:
            self.names.append(Name(f"{name}.满分", "pt", UNIT))
            self.totals.append(name)

    def stage(self, name: str, share: int, full: int, made_up: bool, depth: int) -> str:
        head, sure = f"环节 {name}（{share}％）", True
        rule = "缺项处理：换算" if (again := self.chance(0.2)) else ""
        if depth and share >= 4 and self.chance(0.25):
            shares = split(self.random, share, self.random.randint(1, 3))
            inner = [
                self.stage(self.fresh("环节"), each, full, made_up or again, depth - 1)
                for each in shares
            ]
            text = block(head, rule, inner)
        elif self.chance(0.25):
            shares = split(self.random, 100, self.random.randint(1, 3))
            own = self.random.choice((0, 0, 10))
            panels = [self.panel(each, own or full, made_up or again) for each in shares]
            text = block(head, f"满分：{own}分" if own else "", rule, panels)
        else:
            converted = "折算：得分 × 权重 ÷ 满分" if self.chance(0.1) else ""
            marked, absence = self.stage_mark(full), self.absence(made_up, 0.2)
            text, sure = block(head, marked, converted, absence), len(absence) != 1
        if name == self.shared:  # it would be that of all kinds, this one among them
            return text
        self.names.append(Name(name, "pt", self.here, sure))
        if self.here == UNIT and self.chance(0.3):
            self.names.append(Name(f"{name}.满分", "pt", UNIT))
        return text

    def stage_mark(self, full: int) -> list[str]:
        known = (n for n in self.names if n.level in self.chains[self.here])
        indicators = [n.text for n in known if n.text.startswith("目标") and "." not in n.text]
        if indicators and self.chance(0.35):
            return [f"取自：{self.random.choice(indicators)}"]
        if self.chance(0.3):
            lines, _ = self.ways("pt", self.here, full)
            return (
                ["得分" + lines[0][1:]]
                if len(lines) == 1 and lines[0].startswith("取：")
                else lines
            )
        return self.leaf(full, self.here)

    def panel(self, share: int, full: int, made_up: bool) -> str:
        head = f"评议组 {self.fresh('评议')}（{share}％）"
        return block(head, self.leaf(full, self.here), self.absence(made_up, 0.2))
