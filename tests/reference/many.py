"""Formulas at random that look at many members, or at days: sums, places, shares, series, dates."""

from __future__ import annotations

from abc import ABC, abstractmethod

from .writing import PARENT, UNIT, Kind, Names


class Many(Names, ABC):
    """Writes numbers that come of many members, and dates."""

    @abstractmethod
    def number(self, kind: str, level: str, depth: int = 2) -> str: ...

    @abstractmethod
    def condition(self, level: str, depth: int = 2) -> str: ...

    def dotted(self, kind: Kind, table: str) -> str | None:
        """A value of the rows of a table that says whose it is: a column with its table, or a named
        value, perhaps with something around it."""
        found = [n for n in self.names if n.level == table and n.kind == kind]
        sure = [n for n in found if n.sure]
        found = sure if sure and not self.chance(0.02) else found
        if not found:
            return None
        text = self.random.choice(found).text
        if kind in ("pt", "num") and self.chance(0.3):
            return f"{text} {self.random.choice('＋－')} {self.number(str(kind), table, 1)}"
        return text

    def place(self, kind: str, level: str, depth: int) -> str | None:
        """A place among the members of a level at or above this one."""
        over = self.random.choice(self.chains[level])
        value = self.dotted(self.random.choice(("pt", "num")), over) if kind == "num" else None
        if value is None:
            return None
        by = self.by(over, level) if over == PARENT or self.chance(0.4) else ""
        if over == PARENT and not by:
            return None
        where = f" 当 {self.condition(over, 0)}" if self.chance(0.2) else ""
        order = self.random.choice(("", "", "，由低到高", "，由高到低"))
        ties = self.random.choice(("", "", "，同名次不空位", "，同末位", "，取平均"))
        ties = "，不许" if self.chance(0.03) else ties
        further = self.dotted(self.random.choice(("pt", "num")), over) if self.chance(0.3) else None
        apart = f"，同分依据：{further}" if further else ""
        return f"名次（{value}{where}{by}{order}{ties}{apart}）"

    def share(self, kind: str, level: str, depth: int) -> str | None:
        """A part of a total that is the same for all."""
        over = self.random.choice(self.chains[level])
        of = self.random.choice(("pt", "num"))
        value = self.dotted(of, over)
        by = self.by(over, level) if over == PARENT or self.chance(0.4) else ""
        if value is None or (over == PARENT and not by):
            return None
        unit = "分" if kind == "pt" else ""
        pool = self.random.choice((f"100{unit}", f"7{unit}", f"0{unit}", f"33{unit}"))
        if self.chance(0.2):
            mode = self.random.choice(("四舍五入", "舍去"))
            pool = (
                f"{mode}（绝对值（{self.aggregate(kind, UNIT, 0) or pool}），0位）"
                if level == over == UNIT
                else pool
            )
        least = "0.5分" if of == "pt" else "0.5"
        weight = value if self.chance(0.05) else f"取大（{value}，{least}）"
        where = f" 当 {self.condition(over, 0)}" if self.chance(0.2) else ""
        rest = self.random.choice(("归最大", "归首个", "归末个"))
        one = (
            f"，{self.random.choice(('四舍五入', '舍去', '进一'))}，尾差{rest}"
            if self.chance(0.3)
            else ""
        )
        return f"分摊（{pool}，{weight}{where}{by}，{self.random.choice((0, 0, 2))}位{one}）"

    def series(self, kind: str, level: str, depth: int) -> str | None:
        """The value one period before, or how long something has held."""
        found = [over for over in self.chains[level] if over in self.periods]
        if not found:
            return None
        over = self.random.choice(found)
        if kind == "num" and self.chance(0.5):
            of = self.random.choice(("pt", "num"))
            value = self.dotted(of, over)
            return f"连续（{value} ≥ {self.literal(of)}）" if value else None
        value = self.dotted(kind, over)
        return f"上期（{value}）" if value else None

    def aggregate(self, kind: str, level: str, depth: int) -> str | None:
        """Members of one level for those of another, or by groups."""
        by = ""
        if self.chance(0.3):
            over = self.random.choice(self.chains[level])
            by = self.by(over, level)
        if not by:
            over = self.random.choice([UNIT, *self.tables])
        if kind == "num" and over != UNIT and self.chance(0.15):
            counted = self.random.choice([n.text for n in self.names if n.level == over])
            return f"计数（{counted}{by}）"  # of any kind, blank or not
        if over == UNIT and not by and UNIT in self.chains[level]:
            by = self.by(UNIT, level)  # all units together are a group too, and named
        value = self.dotted(kind, over) or (
            self.number(kind, UNIT, depth) if over == UNIT and PARENT not in self.chains else None
        )
        if value is None:
            return None
        where = f" 当 {self.condition(over, min(depth, 1))}" if self.chance(0.35) else ""
        some = over in self.full_tables or over == UNIT or by
        return self.summing(kind, value, where, by, bool(some and not where))

    def summing(self, kind: str, value: str, where: str, by: str, some: bool) -> str:
        """A sum of a kind; ``some`` says that there is something to sum up."""
        ids = ["合计", "合计", "计数"] if kind == "num" else ["合计"]
        if some or self.chance(0.02):
            ids += ["平均", "最高", "最低", "中位数"]
        if self.chance(0.2):
            few = self.random.randint(1, 2)
            calls = [
                f"前几合计（{value}{where}{by}，{few}个{self.random.choice(('', '，由低到高'))}）"
            ]
            if some or self.chance(0.02):
                share = f"{self.random.choice((10, 20, 30))}％，{self.random.choice(('舍去', '四舍五入'))}"
                calls += [f"前几平均（{value}{where}{by}，{1 if self.chance(0.8) else few}个）",
                          f"去端平均（{value}{where}{by}，{share}）"]  # fmt: skip
            if self.chance(0.15):
                calls = [f"去端平均（{value}{where}{by}，1个）", f"唯一（{value}{where}{by}）",
                         f"去端平均（{value}{where}{by}，20％，进一）"]  # fmt: skip
            return self.random.choice(calls)
        return f"{self.random.choice(ids)}（{value}{where}{by}）"

    def days(self, kind: str, level: str, depth: int) -> str | None:
        """A number that comes of dates."""
        if kind != "num" or (one := self.pick("date", level)) is None:
            return None
        day, other = self.shown(one, level), self.date(level)
        forms = [f"年份（{day}） － 2023", f"月份（{day}）", f"日（{day}）"]
        forms.append(f"（{other} － {day}） ÷ 1天")
        if self.calendars and self.chance(0.5):
            forms = [f"工作日数（{day}，{other}{self.calendar()}） ÷ 1个工作日"]
        return f"（{self.random.choice(forms)}）"

    def calendar(self) -> str:
        one = self.random.choice(self.calendars)
        return "" if len(self.calendars) == 1 and self.chance(0.5) else f"，{one}"

    def date(self, level: str) -> str:
        """A date: written, of a column, or worked out."""
        name = self.pick("date", level)
        day = self.random.choice(("6月30日", "4月中旬", "次年3月末", "2023年12月31日"))
        day = self.shown(name, level) if name and self.chance(0.5) else day
        series = [over for over in self.chains[level] if over in self.periods]
        if series and self.chance(0.2) and (before := self.dotted("date", series[0])):
            day = f"上期（{before}）"
        forms = [day, day, f"（{day} ＋ {self.random.choice((0, 1, 45))}天）", f"（{day} － 30天）"]
        if self.calendars:
            counted = self.random.choice((1, 5, "－2"))
            forms += [
                f"顺延（{day}{self.calendar()}）",
                f"工作日后（{day}，{counted}个工作日{self.calendar()}，含当日）",
                f"工作日后（{day}，{self.random.choice((0, 1, 7))}个工作日{self.calendar()}）",
                *([f"（{day} － 2个工作日）"] if len(self.calendars) == 1 else []),
            ]
        sign, unit = self.random.choice("＋－"), self.random.choice(("个月", "年"))
        forms.append(f"（{day} {sign} {self.random.choice((0, 1, 1, 7))}{unit}）")
        forms.append(f"日期（2023，{self.random.randint(1, 12)}，{self.random.randint(1, 28)}）")
        if self.chance(0.05):
            return f"日期（2023，2，{self.number('num', level, 0)}）"
        return self.random.choice(forms)
