"""Formulas at random, well-formed and mostly sound: what the generator of policies writes with.

``kind`` says what a formula is: ``pt`` (points), ``num`` (a plain number), ``cond``, ``date``,
``names``, ``text``, or a tuple of the names that a choice may be. ``level`` is where it stands: ``unit``
or the name of a table whose rows it is worked out for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

Kind: TypeAlias = "str | tuple[str, ...]"
UNIT = "unit"
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
    ballots: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0

    def fresh(self, word: str) -> str:
        """A name that nothing has yet."""
        self.count += 1
        return word + "".join(_DIGITS[int(d)] for d in str(self.count))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, kind: Kind, level: str) -> Name | None:
        """A name of a kind that may stand on a level; one that may be blank only now and then."""
        at = (UNIT, level) if level != UNIT else (UNIT,)
        found = [n for n in self.names if n.kind == kind and n.level in at]
        sure = [n for n in found if n.sure]
        found = sure if sure and not self.chance(0.03) else found
        own = [n for n in found if n.level == level]
        return self.random.choice(own if own and self.chance(0.7) else found) if found else None

    def shown(self, name: Name, level: str) -> str:
        """A name as written on a level: a row's own columns may do without their table."""
        return (
            name.column if name.column and level == name.level and self.chance(0.7) else name.text
        )

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
            (6, self.named), (5, self.sum), (4, self.product), (4, self.quotient), (3, self.pair),
            (2, self.rounding), (2, self.single), (3, self.stride), (2, self.looked_up),
            (5, self.aggregate), (1, self.irrational),
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

    def rounding(self, kind: str, level: str, depth: int) -> str:
        mode = self.random.choice(("四舍五入", "舍去", "进一"))
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
        least = "" if self.chance(0.15) else "取大"
        if self.chance(0.5):
            inner = f"{least}（{inner}，0.01）" if least else inner
            return f"对数（{inner}）"
        inner = f"{least}（{inner}，0）" if least else inner
        return f"开方（{inner}，{self.random.choice((2, 3))}）"

    def looked_up(self, kind: str, level: str, depth: int) -> str | None:
        """A scale, a step table, or a mean of ballots."""
        found: list[str] = []
        for name, members, value in self.scales:
            key = self.pick(members, level)
            if key is not None and value == kind:
                found.append(f"{name}（{self.shown(key, level)}）")
        found += [
            f"{name}（{self.number(of, level, depth - 1)}）"
            for name, of, value in self.steps
            if value == kind
        ]
        if kind == "pt":
            found += [f"票均（{scale}，{table}）" for scale, table in self.ballots]
        return self.random.choice(found) if found else None

    # ── sums over rows ──

    def aggregate(self, kind: str, level: str, depth: int) -> str | None:
        """Rows for their unit, units for the policy, or either by groups."""
        tables = sorted({n.level for n in self.names if n.level != UNIT})
        over = self.random.choice([*tables, UNIT]) if tables else UNIT
        by = self.by(over, level) if self.chance(0.3) else ""
        if kind == "num" and over != UNIT and self.chance(0.2):
            counted = self.random.choice([n.text for n in self.names if n.level == over])
            return f"计数（{counted}{by}）"  # of any kind, blank or not
        value = self.dotted(kind, over) or (
            self.number(kind, UNIT, depth) if over == UNIT else None
        )
        if value is None:
            return None
        where = f" 当 {self.condition(over, min(depth, 1))}" if self.chance(0.35) else ""
        ids = ["合计", "合计", "计数"] if kind == "num" else ["合计"]
        some = over in self.full_tables or over == UNIT or by
        if (not where and some) or self.chance(0.05):
            ids += ["平均", "最高", "最低"]
        id = self.random.choice(ids)
        return f"{id}（{value}{where}{by}）"

    def by(self, over: str, level: str) -> str:
        """Groups: of units anywhere, of rows only where the rows themselves are worked through."""
        if over == UNIT:
            return f" 按 {self.random.choice(self.groupings)}"
        if over != level:
            return ""
        columns = [
            n.column for n in self.names if n.level == over and n.column and n.kind != "names"
        ]
        chosen = self.random.sample(columns, min(len(columns), self.random.choice((1, 1, 2))))
        return f" 按 {'、'.join(chosen)}"

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
        found = [n for n in self.names if not n.sure and n.level in (UNIT, level)]
        if not found:
            return None
        shown = self.shown(self.random.choice(found), level)
        return f"{shown} {self.random.choice(('为空', '有值'))}"

    def dated(self, level: str, depth: int) -> str | None:
        name = self.pick("date", level)
        if name is None:
            return None
        other = self.pick("date", level) if self.chance(0.4) else None
        day = self.random.choice(("6月30日", "4月中旬", "次年3月末", "2023年12月31日"))
        sign = self.random.choice(("早于", "晚于", "不早于", "不晚于"))
        return f"{self.shown(name, level)} {sign} {self.shown(other, level) if other else day}"

    def listed(self, level: str, depth: int) -> str | None:
        names, item = self.pick("names", level), self.pick("text", level)
        return (
            f"{self.shown(item, level)} 属于（{self.shown(names, level)}）"
            if names and item
            else None
        )

    def some(self, level: str, depth: int) -> str | None:
        """Whether something holds of some row."""
        tables = sorted({n.level for n in self.names if n.level != UNIT})
        if not tables:
            return None
        over = self.random.choice(tables)
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
