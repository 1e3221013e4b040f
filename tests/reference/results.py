"""The blocks that follow from points: bonuses, steps, ranks, grades, vetoes, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from re import findall

from .points import SOURCE, Points
from .writing import PARENT, UNIT, Name, block

GRADES = ("优", "良", "中", "差")


class Results(Points):
    """Writes everything that stands on the points of a policy."""

    # ── bonus and steps ──

    def bonuses(self) -> None:
        for _ in range(self.random.randint(0, 2)):
            kind = self.random.choice(("加分", "加分", "扣分"))
            table, name = self.random.choice(self.tables), self.fresh(kind)
            lines, _ = self.ways("pt", table)
            columns = [
                n.column for n in self.names if n.level == table and n.column and n.kind != "names"
            ]
            same = ""
            if self.chance(0.5):
                some = self.random.sample(columns, min(len(columns), self.random.choice((1, 1, 2))))
                same = f"同一：{'、'.join(some)}，{self.random.choice(('取最高', '取最低'))}"
            cap = f"封顶：{self.random.choice((1, 5))}分" if self.chance(0.6) else ""
            self.add(block(f"{kind} {name}", SOURCE, f"逐行：{table}", lines, same, cap))
            self.names.append(Name(name, "pt", self.chains[table][1]))
            if self.chains[table][1] == UNIT:
                (self.totals if kind == "加分" else self.taken).append(name)

    def tally(self) -> None:
        """Steps from the parts to the total."""
        first, last = self.fresh("步骤"), self.fresh("步骤")
        between = self.fresh("步骤")
        parts = " ＋ ".join(self.totals) + "".join(f" － {name}" for name in self.taken)
        steps = [block(f"步骤 {first}", f"取：{parts}")]
        self.names.append(Name(first, "pt", UNIT))
        factor = self.random.choice(("", " × 90％", f" ＋ {self.number('pt', UNIT, 1)}"))
        if factor:
            lines, sure = (
                self.ways("pt", UNIT) if self.chance(0.3) else ([f"取：{first}{factor}"], True)
            )
            steps.append(block(f"步骤 {between}", lines))
            self.names.append(Name(between, "pt", UNIT, sure))
        mode, places = (
            self.random.choice(("四舍五入", "舍去", "进一")),
            self.random.choice((0, 1, 2)),
        )
        of = between if factor and self.chance(0.7) else first
        self.total = last
        rounded = f"{mode}（{of}，{places}位）" if self.chance(0.8) else of
        self.add(
            block(
                f"核算 {self.fresh('核算')}", SOURCE, steps, block(f"步骤 {last}", f"取：{rounded}")
            )
        )
        self.names.append(Name(last, "pt", UNIT))
        if self.chance(0.2):
            self.tally_of(self.level(0.3))

    def tally_of(self, level: str) -> None:
        """Steps on another level."""
        first, last = self.fresh("步骤"), self.fresh("步骤")
        steps = [block(f"步骤 {first}", f"取：{self.number('pt', level)}"),
                 block(f"步骤 {last}", f"取：修约（{first}，1位）")]  # fmt: skip
        self.add(block(f"核算 {self.fresh('核算')}", SOURCE, self.each(level), steps))
        self.names.append(Name(last, "pt", level))

    # ── ranks, grades, vetoes ──

    def outcome(self) -> None:
        for official in self.random.choice(((), (True,), (True, False), (False, True))):
            self.ranking(UNIT, official)
        several = ((True, False), (False, True))
        for official in self.random.choice(((), (True,), (True,), (True,), *several)):
            self.grades(UNIT, official)
        if self.chance(0.3):
            self.ranking(self.level(0.3))
        if self.chance(0.25):
            self.grades(self.level(0.3))

    def placing(self, level: str) -> tuple[str, str]:
        """What ranks and grades of a level go by, and the line that says the level, where the
        figure does not."""
        if level == UNIT:
            on = self.total if self.chance(0.7) else self.varying("pt", UNIT)
            own = {text for n in self.names if n.level == UNIT for text in (n.column, n.text)}
            if not own & {*findall(r"[^（）、，＋－×÷ ]+", on)}:
                on = self.total  # else what the units belong to would be ranked
            return (on if "（" in on or on == self.total else f"{on} ＋ 0分"), ""
        named = (n for n in self.names if n.level == level and n.kind == "pt" and n.sure)
        own = [n.text for n in named if n.column or not {*".（"} & {*n.text}]
        if own and self.chance(0.5):
            return self.random.choice(own), ""
        return self.varying("pt", level), self.each(level)

    def ranking(self, level: str, official: bool = False) -> None:
        name = self.fresh("名次")
        on, each = self.placing(level)
        ties = self.random.choice(("同名次", "同名次不空位", "同末位", "取平均"))
        keys = [
            self.number(self.random.choice(("pt", "num")), level, 1)
            for _ in range(self.random.randint(0, 2))
        ]
        groups = self.random.choice(("全体", "同组"))
        if level != UNIT and self.chance(0.7):
            groups = self.by(level, level)[3:].split("、")[0] or "全体"
        if level == PARENT and groups in ("全体", "同组"):
            return
        lines = (
            f"依据：{on}",
            f"分组：{groups}",
            f"次序：{self.random.choice(('由高到低', '由低到高'))}",
            f"并列：{'不许' if self.chance(0.08) else ties}",
            f"同分依据：{'，'.join(keys)}" if keys else "",
            f"当：{self.condition(level, 1)}" if self.chance(0.2) else "",
            "作为结果：是" if official else "",
        )
        self.add(block(f"排名 {name}", SOURCE, each, *lines), fixed=True)
        self.names.append(Name(name, "num", level))

    def grades(self, level: str, official: bool = False) -> None:
        name, number = self.fresh("等次"), self.random.choice((2, 3, 4))
        names = tuple(f"{grade}{name[2:]}" for grade in GRADES[:number])
        if self.chance(0.3):
            cases = [
                block(f"情形 {n}", f"当：{self.condition(level)}", self.remark())
                for n in names[:-1]
            ]
            lines = [self.each(level), *cases, block(f"其余 {names[-1]}", self.remark())]
        else:
            lines = self.bands(level, names)
        counts = "作为结果：是" if official else ""
        self.add(block(f"等次 {name}", SOURCE, counts, *lines), fixed=True)
        self.names.append(Name(name, names, level))
        if level == UNIT and self.chance(0.5):
            scale = self.fresh("对照")
            self.add(
                block(f"对照 {scale}", SOURCE, *(f"{n}：{self.literal('num')}" for n in names))
            )
            self.scales.append((scale, names, "num"))
        grade = name
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            grade = self.veto(grade, names, level)

    def remark(self) -> str:
        return "提示：“请留意”" if self.chance(0.3) else ""

    def bands(self, level: str, names: Sequence[str]) -> list[str]:
        """Ranges of points without a gap, or of a rank."""
        low, high = sorted(self.random.sample((5, 10, 20, 30, 40, 45), 2))
        on, each = self.placing(level)
        rank = [n.text for n in self.names if n.level == UNIT and n.text.startswith("名次")]
        if level == UNIT and rank and self.chance(0.2):
            ends = ["不超过1", "超过1不超过2", "超过2不超过3", "超过3"]
            bands = [*ends[: len(names) - 1], f"超过{len(names) - 1}"]
            return [f"依据：{rank[0]}", *(f"{n}：{b}" for n, b in zip(names, bands, strict=True))]
        bands = [f"{high}分以上", f"{low}分以上不足{high}分", f"1分以上不足{low}分", "不足1分"]
        if len(names) < 4:
            bands = [*bands[: len(names) - 1], f"不足{(high, low)[len(names) - 2]}分"]
        return [each, f"依据：{on}", *(f"{n}：{b}" for n, b in zip(names, bands, strict=True))]

    def veto(self, grade: str, names: Sequence[str], home: str) -> str:
        """A veto on a grade, and what the grade after it is called."""
        name, result = self.fresh("否决"), self.fresh("最终")
        level = self.random.choice([home, *(t for t in self.tables if home in self.chains[t][1:])])
        when = "当" if level == home else "生效"
        effect = self.random.choice((
            [f"降低：{self.random.randint(1, len(names) - 1)}级",
             f"最低：{self.random.choice(names)}",
             f"累计：{self.random.choice(('至多', ''))}{self.random.randint(1, 3)}级" if self.chance(0.4) else ""],
            [f"定为：{self.random.choice(names)}"],
            [f"最高为：{self.random.choice(names)}"],
        ))  # fmt: skip
        each = "" if level == home else f"逐行：{level}"
        pending = f"待定：{self.condition(level, 1)}" if self.chance(0.5) else ""
        self.add(
            block(
                f"否决 {name}",
                SOURCE,
                f"等次：{grade}",
                f"结果：{result}",
                each,
                f"{when}：{self.condition(level, 1)}",
                pending,
                effect,
            ),
            fixed=True,
        )
        self.names += [Name(result, tuple(names), home), Name(f"{name}.若降", tuple(names), home)]
        self.names += [Name(f"{name}.降等", "cond", home), Name(f"{name}.待定", "cond", home)]
        return result

    # ── what follows ──

    def follows(self) -> None:
        """Requirements, notices, deadlines, uses."""
        for word, key in (("校验", "要求"), ("底线", "要求"), ("提示", "当")):
            for _ in range(self.random.randint(0, 1 if word == "底线" else 2)):
                level = self.level()
                each = self.each(level)
                condition = self.condition(level)
                if word != "提示" and self.chance(0.9):
                    condition = f"（{condition} 或 （0 ＜ 1））"
                when = (
                    f"当：{self.condition(level, 1)}" if word != "提示" and self.chance(0.4) else ""
                )
                text = "内容：“列出”" if word == "提示" else ""
                self.add(
                    block(
                        f"{word} {self.fresh(word)}",
                        "" if word == "底线" else SOURCE,
                        each,
                        when,
                        f"{key}：{condition}",
                        text,
                    )
                )
        self.deadline()
        for _ in range(self.random.randint(0, 2)):
            self.use()

    def deadline(self) -> None:
        dates = [n for n in self.names if n.kind == "date" and n.column and n.level in self.tables]
        name = self.fresh("期限")
        compare, due = "", "6月30日"
        if dates and self.chance(0.6):
            column = self.random.choice(dates)
            where = f" 当 {self.condition(column.level, 1)}" if self.chance(0.6) else ""
            if not column.sure and where == "":
                where = f" 当 {column.column} 有值"
            compare = f"核对：{column.text}{where}"
            due = self.date(column.level) if self.chance(0.5) else due
        self.add(block(f"期限 {name}", SOURCE, f"截止：{due}", compare))
        if due == "6月30日":
            self.names.append(Name(name, "date", UNIT))

    def use(self) -> None:
        applies = (
            f"适用：{self.random.choice(self.kinds)}" if self.kinds and self.chance(0.5) else ""
        )
        when = f"当：{self.condition(UNIT)}" if self.chance(0.6) else ""
        quota = ""
        if self.chance(0.6):
            name = self.fresh("名额")
            lines, sure = [f"取：舍去（{self.number('num', UNIT)}，0位）"], True
            if self.chance(0.2):
                lines, sure = self.ways("num", UNIT)
            quota = block(f"名额 {name}", lines)
            self.names.append(Name(name, "num", UNIT, sure and not applies))
        self.add(block(f"运用 {self.fresh('运用')}", SOURCE, applies, when, "则：“通报”", quota))

    def export(self) -> None:
        for level in self.tables:
            if self.chance(0.2):
                formulas = [self.number("pt", level, 3), self.number("num", level, 3)]
                columns = [f"{self.fresh('列')}：{formula}" for formula in formulas]
                self.add(block(f"结果表 {level}", columns))
        if self.chance(0.1):
            return
        lines = ["单位：单位", f"总分：{self.total}，2位"]
        shown = [n for n in self.names if n.level == UNIT and n.kind != "names"]
        for name in self.random.sample(shown, min(len(shown), self.random.randint(2, 8))):
            if name.text not in ("单位", self.total):
                lines.append(f"{self.fresh('列')}：{name.text}")
        for _ in range(self.random.randint(0, 2)):
            kind = self.random.choice(("pt", "num"))
            lines.append(f"{self.fresh('列')}：{self.number(kind, UNIT, 4)}")
        self.add(block("结果表", lines))
