"""Formulas at random, well-formed and mostly sound: what the generator of policies writes with.

``kind`` says what a formula is: ``pt`` (points), ``num`` (a plain number), ``cond``, ``date``,
``names``, ``text``, or a tuple of the names that a choice may be. ``level`` is where it stands: ``unit``
or the name of a table whose rows it is worked out for; ``chains`` says what each level belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

Kind: TypeAlias = "str | tuple[str, ...]"
UNIT = "unit"
#: The table that units belong to, where a policy has one.
PARENT = "片区"
REGISTER = "名册甲"
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Name:
    """Something a formula may name. ``column`` is its table's, ``sure`` says that it is never blank."""

    text: str
    kind: Kind
    level: str
    sure: bool = True
    column: str = ""  # the bare name, where it is a column of the rows of ``level``


@dataclass
class Writer:
    """Names that are known so far, and formulas made of them."""

    random: Random
    names: list[Name] = field(default_factory=list)
    full_tables: set[str] = field(default_factory=set)  # tables with a row for every unit
    groupings: list[str] = field(default_factory=list)
    scales: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    sloped: set[str] = field(default_factory=set)
    ballots: list[tuple[str, str]] = field(default_factory=list)
    chains: dict[str, tuple[str, ...]] = field(default_factory=lambda: {UNIT: (UNIT,)})
    periods: set[str] = field(default_factory=set)  # levels whose members are of series
    calendars: list[str] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0

    def fresh(self, word: str) -> str:
        """A name that nothing has yet."""
        self.count += 1
        return word + "".join(_DIGITS[int(d)] for d in str(self.count))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    @property
    def tables(self) -> list[str]:
        """The levels below units."""
        return sorted(level for level, chain in self.chains.items() if UNIT in chain[1:])

    def level(self, parent: float = 0.1) -> str:
        """A level that something may stand on."""
        if PARENT in self.chains and self.chance(parent):
            return PARENT
        return self.random.choice([UNIT, *self.tables])

    def pick(self, kind: Kind, level: str) -> Name | None:
        """A name of a kind that may stand on a level; one that may be blank only now and then."""
        found = [n for n in self.names if n.kind == kind and n.level in self.chains[level]]
        sure = [n for n in found if n.sure]
        found = sure if sure and not self.chance(0.03) else found
        own = [n for n in found if n.level == level]
        return self.random.choice(own if own and self.chance(0.7) else found) if found else None

    def shown(self, name: Name, level: str) -> str:
        """A name as written on a level: a row's own columns may do without their table."""
        near = name.column and name.level in self.chains[level]
        return name.column if near and self.chance(0.7) else name.text

    # ── numbers ──

    def literal(self, kind: str) -> str:
        if kind == "pt":
            return self.random.choice(("0分", "1分", "2.5分", "3分", "5分", "10分", "60分"))
        return self.random.choice(("0", "1", "2", "3", "0.5", "30％", "110％", "7.25"))

    def number(self, kind: str, level: str, depth: int = 2) -> str:
        """A number of a kind."""
        if depth <= 0 or self.chance(0.15):
            name = self.pick(kind, level)
            return self.shown(name, level) if name and self.chance(0.8) else self.literal(kind)
        forms: list[tuple[int, Callable[[str, str, int], str | None]]] = [
            (12, self.named), (10, self.sum), (8, self.product), (8, self.quotient), (6, self.pair),
            (4, self.rounding), (3, self.single), (4, self.stride), (4, self.looked_up),
            (12, self.aggregate), (4, self.several), (3, self.fallback), (2, self.irrational), (2, self.power), (4, self.completion),
            (3, self.marginal), (5, self.place), (3, self.share), (4, self.series), (6, self.days),
        ]  # fmt: skip
        weights = [weight for weight, _ in forms]
        for _ in range(6):
            form = self.random.choices(forms, weights)[0][1]
            if (text := form(kind, level, depth - 1)) is not None:
                return text
        return self.literal(kind)

    def named(self, kind: str, level: str, depth: int) -> str | None:
        name = self.pick(kind, level)
        return self.shown(name, level) if name else None

    def sum(self, kind: str, level: str, depth: int) -> str:
        sign = self.random.choice("＋－＋")
        return f"（{self.number(kind, level, depth)} {sign} {self.number(kind, level, depth)}）"

    def product(self, kind: str, level: str, depth: int) -> str:
        first, second = self.number(kind, level, depth), self.number("num", level, depth - 1)
        return f"（{first} × {second}）" if self.chance(0.5) else f"（{second} × {first}）"

    def quotient(self, kind: str, level: str, depth: int) -> str:
        """Mostly by something that cannot be 0."""
        both = "pt" if kind == "num" and self.chance(0.5) else "num"
        top = self.number("pt" if both == "pt" else kind, level, depth)
        bottom = self.number(both, level, depth - 1)
        if not self.chance(0.02):
            bottom = f"取大（{bottom}，{'1分' if both == 'pt' else '1'}）"
        return f"（{top} ÷ {bottom}）"

    def pair(self, kind: str, level: str, depth: int) -> str:
        terms = [self.number(kind, level, depth) for _ in range(self.random.choice((2, 2, 3)))]
        return f"{self.random.choice(('取小', '取大'))}（{'，'.join(terms)}）"

    def several(self, kind: str, level: str, depth: int) -> str:
        """Several values of one member."""
        size = self.random.choice((2, 3, 3, 4))
        terms = [f"绝对值（{self.number(kind, level, depth - 1)}）" for _ in range(size)]
        several = "、".join(terms)
        few = self.random.randint(1, size)
        forms = [f"{name}（{several}）" for name in ("合计", "平均", "最高", "最低", "中位数")]
        forms += [f"前几合计（{several}，{few}个）", f"前几平均（{several}，{few}个，由低到高）"]
        forms += [f"去端平均（{several}，1个）"] if size > 2 else []
        forms += [f"去端平均（{several}，30％，舍去）"]
        return (
            self.random.choice(forms) if kind == "pt" or self.chance(0.9) else f"计数（{several}）"
        )

    def fallback(self, kind: str, level: str, depth: int) -> str:
        """A value, most likely one that may be blank, or another."""
        unsure = [n for n in self.names if n.kind == kind and n.level == level and not n.sure]
        name = self.random.choice(unsure) if unsure else self.pick(kind, level)
        value = self.shown(name, level) if name else self.number(kind, level, depth - 1)
        return f"空则（{value}，{self.number(kind, level, depth - 1)}）"

    def rounding(self, kind: str, level: str, depth: int) -> str:
        mode = self.random.choice(("四舍五入", "舍去", "进一", "修约"))
        return f"{mode}（{self.number(kind, level, depth)}，{self.random.choice((0, 1, 2, 4))}位）"

    def single(self, kind: str, level: str, depth: int) -> str:
        inner = self.number(kind, level, depth)
        return f"绝对值（{inner}）" if self.chance(0.5) else f"（－{inner}）"

    def stride(self, kind: str, level: str, depth: int) -> str | None:
        if kind != "num":
            return None
        of = self.random.choice(("pt", "num"))
        step = self.random.choice(("1分", "2.5分") if of == "pt" else ("1", "1％", "0.3"))
        part = self.random.choice(("不计", "进一", "按比例"))
        return f"步数（{self.number(of, level, depth)}，{step}，{part}）"

    def irrational(self, kind: str, level: str, depth: int) -> str | None:
        if kind != "num":
            return None
        inner = self.number("num", level, min(depth, 1))
        least = "" if self.chance(0.3) else "取大"
        if self.chance(0.5):
            inner = f"{least}（{inner}，0.01）" if least else inner
            return f"对数（{inner}）"
        inner = f"{least}（{inner}，0）" if least else inner
        return f"开方（{inner}，{self.random.choice((2, 3))}）"

    def power(self, kind: str, level: str, depth: int) -> str | None:
        if kind != "num":
            return None
        exponent = self.random.choice(("2", "3", "0.5", "1.5", "（－1）"))
        base = self.number("num", level, min(depth, 1))
        if not exponent.isdigit() and not self.chance(0.25):
            base = f"取大（{base}，0.1）"
        return f"乘方（{base}，{exponent}）"

    def completion(self, kind: str, level: str, depth: int) -> str | None:
        if kind != "num":
            return None
        of = self.random.choice(("pt", "num"))
        both = [self.number(of, level, depth - 1) for _ in range(2)]
        less = self.chance(0.4)
        if not self.chance(0.12):
            guarded = 0 if less else 1
            both[guarded] = f"取大（{both[guarded]}，{'1分' if of == 'pt' else '1'}）"
        return f"完成率（{both[0]}，{both[1]}{'，越小越好' if less else ''}）"

    def marginal(self, kind: str, level: str, depth: int) -> str | None:
        """The steps of one kind with rates of another make what is asked for."""
        if level == PARENT:
            return None
        makes = {("pt", "num"): "pt", ("num", "pt"): "pt", ("num", "num"): "num"}
        steps = [step for step in self.steps if step[0] not in self.sloped]
        found = [(name, of) for name, of, rate in steps if makes.get((of, rate)) == kind]
        if not found:
            return None
        name, of = self.random.choice(found)
        inner = self.number(of, level, depth - 1)
        zero = "0分" if of == "pt" else "0"
        return f"累进（{inner if self.chance(0.05) else f'绝对值（取大（{inner}，{zero}））'}，{name}）"

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
        return f"分摊（{pool}，{weight}{where}{by}，{self.random.choice((0, 0, 2))}位）"

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

    def days(self, kind: str, level: str, depth: int) -> str | None:
        """A number that comes of dates."""
        if kind != "num" or (one := self.pick("date", level)) is None:
            return None
        day, other = self.shown(one, level), self.date(level)
        forms = [
            f"年份（{day}） － 2023",
            f"月份（{day}）",
            f"日（{day}）",
            f"（{other} － {day}） ÷ 1天",
        ]
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

    def looked_up(self, kind: str, level: str, depth: int) -> str | None:
        """A scale, a step table, or a mean of ballots."""
        found: list[str] = []
        if level == PARENT:  # their entries may be formulas of units
            return None
        for name, members, value in self.scales:
            key = self.pick(members, level)
            if key is not None and value == kind:
                found.append(f"{name}（{self.shown(key, level)}）")
        found += [
            f"{name}（{self.number(of, level, depth - 1)}）"
            for name, of, value in self.steps
            if value == kind
        ]
        found += [
            f"{name}（{self.condition(level, 0)}）" for name, of in self.answers if of == kind
        ]
        if kind == "pt":
            found += [f"票均（{scale}，{table}）" for scale, table in self.ballots]
        return self.random.choice(found) if found else None

    # ── sums over rows ──

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
        if some or self.chance(0.05):
            ids += ["平均", "最高", "最低", "中位数"]
        if self.chance(0.2):
            few = self.random.randint(1, 2)
            calls = [
                f"前几合计（{value}{where}{by}，{few}个{self.random.choice(('', '，由低到高'))}）"
            ]
            if some or self.chance(0.05):
                share = f"{self.random.choice((10, 20, 30))}％，{self.random.choice(('舍去', '四舍五入'))}"
                calls += [f"前几平均（{value}{where}{by}，{1 if self.chance(0.8) else few}个）",
                          f"去端平均（{value}{where}{by}，{share}）"]  # fmt: skip
            if self.chance(0.3):
                calls = [f"去端平均（{value}{where}{by}，1个）", f"唯一（{value}{where}{by}）",
                         f"去端平均（{value}{where}{by}，20％，进一）"]  # fmt: skip
            return self.random.choice(calls)
        return f"{self.random.choice(ids)}（{value}{where}{by}）"

    def by(self, over: str, level: str) -> str:
        """Groups among the members of a level that this one is on or below: by columns of theirs or
        of what they belong to, or by groupings of units."""
        if over not in self.chains[level]:
            return ""
        columns = [
            n.column for n in self.names
            if n.level in self.chains[over] and n.column and n.kind != "names"
        ]  # fmt: skip
        if over == UNIT:
            columns = [*self.groupings, *self.random.sample(columns, min(len(columns), 1))]
        elif UNIT in self.chains[over] and self.chance(0.3):
            columns = [*columns, *self.groupings]
        chosen = self.random.sample(columns, min(len(columns), self.random.choice((1, 1, 2))))
        return f" 按 {'、'.join(chosen)}" if chosen else ""

    def dotted(self, kind: Kind, table: str) -> str | None:
        """A value of the rows of a table that says whose it is: a column with its table, or a named
        value, perhaps with something around it."""
        found = [n for n in self.names if n.level == table and n.kind == kind]
        sure = [n for n in found if n.sure]
        found = sure if sure and not self.chance(0.05) else found
        if not found:
            return None
        text = self.random.choice(found).text
        if kind in ("pt", "num") and self.chance(0.3):
            return f"{text} {self.random.choice('＋－')} {self.number(str(kind), table, 1)}"
        return text

    # ── conditions ──

    def condition(self, level: str, depth: int = 2) -> str:
        """A condition, in brackets where it has parts."""
        if depth > 0 and self.chance(0.35):
            first, second = self.condition(level, depth - 1), self.condition(level, depth - 1)
            form = self.random.choice(("（{} 且 {}）", "（{} 或 {}）", "（非 {}）"))
            return form.format(first, second)
        forms = (self.compared, self.compared, self.named_choice, self.named_choice, self.ranged,
                 self.blank, self.dated, self.listed, self.some, self.known)  # fmt: skip
        for _ in range(8):
            if (text := self.random.choice(forms)(level, depth)) is not None:
                return f"（{text}）"
        return "（1 ＜ 2）"

    def compared(self, level: str, depth: int) -> str:
        kind = self.random.choice(("pt", "num"))
        sign = self.random.choice("＝≠＜≤＞≥")
        return f"{self.number(kind, level, depth)} {sign} {self.number(kind, level, depth - 1)}"

    def choice(self, level: str) -> Name | None:
        """A name that is one of several."""
        kinds = sorted({n.kind for n in self.names if isinstance(n.kind, tuple)})
        return self.pick(self.random.choice(kinds), level) if kinds else None

    def named_choice(self, level: str, depth: int) -> str | None:
        name = self.choice(level)
        if name is None:
            return None
        shown = self.shown(name, level)
        if self.chance(0.5):
            return f"{shown} {self.random.choice('＝≠')} {self.random.choice(name.kind)}"
        some = self.random.sample(name.kind, self.random.randint(1, len(name.kind)))
        return f"{shown} 属于（{'、'.join(some)}）"

    def ranged(self, level: str, depth: int) -> str:
        kind = self.random.choice(("pt", "num"))
        unit = "分" if kind == "pt" else ""
        low, high = sorted(self.random.sample(range(12), 2))
        form = self.random.choice(
            ("{0}以上", "不足{1}", "{0}至{1}", "{0}以上不足{1}", "超过{0}不超过{1}")
        )
        written = form.format(f"{low}{unit}", f"{high}{unit}")
        return f"{self.number(kind, level, depth)} 属于（{written}）"

    def blank(self, level: str, depth: int) -> str | None:
        found = [n for n in self.names if not n.sure and n.level in self.chains[level]]
        if not found:
            return None
        shown = self.shown(self.random.choice(found), level)
        return f"{shown} {self.random.choice(('为空', '有值'))}"

    def dated(self, level: str, depth: int) -> str | None:
        name = self.pick("date", level)
        if name is None:
            return None
        sign = self.random.choice(("早于", "晚于", "不早于", "不晚于"))
        return f"{self.shown(name, level)} {sign} {self.date(level)}"

    def listed(self, level: str, depth: int) -> str | None:
        names, item = self.pick("names", level), self.pick("text", level)
        return (
            f"{self.shown(item, level)} 属于（{self.shown(names, level)}）"
            if names and item
            else None
        )

    def some(self, level: str, depth: int) -> str | None:
        """Whether something holds of some row."""
        if not self.tables:
            return None
        over = self.random.choice(self.tables)
        kind = self.random.choice(("pt", "num"))
        value = self.dotted(kind, over)
        return f"存在（{value} ＞ {self.literal(kind)}）" if value else None

    def known(self, level: str, depth: int) -> str | None:
        """A condition by its name, or whether a text is one."""
        name, text = self.pick("cond", level), self.pick("text", level)
        if text is not None and (name is None or self.chance(0.3)):
            return f"{self.shown(text, level)} {self.random.choice('＝≠')} “{self.random.choice('甲乙')}”"
        return self.shown(name, level) if name else None


def split(random: Random, total: int, parts: int) -> list[int]:
    """A whole number as a sum of so many whole numbers above 0."""
    cuts = sorted(random.sample(range(1, total), parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


def block(head: str, *lines: str | Sequence[str]) -> str:
    """A block with its lines."""
    inside = [line for group in lines for line in ([group] if isinstance(group, str) else group)]
    body = "\n".join(f"  {line}" for text in inside if text for line in text.split("\n"))
    return f"{head} {{\n{body}\n}}"
