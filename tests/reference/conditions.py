"""Conditions at random: well-formed, and mostly with an answer."""

from __future__ import annotations

from .figures import Numbers


class Writer(Numbers):
    """Writes formulas of every kind."""

    def condition(self, level: str, depth: int = 2) -> str:
        """A condition, in brackets where it has parts."""
        if depth > 0 and self.chance(0.35):
            first, second = self.condition(level, depth - 1), self.condition(level, depth - 1)
            form = self.random.choice(("（{} 且 {}）", "（{} 或 {}）", "（非 {}）"))
            return form.format(first, second)
        forms = (self.compared, self.compared, self.named_choice, self.named_choice, self.ranged,
                 self.blank, self.dated, self.listed, self.some, self.known, self.banded)  # fmt: skip
        for _ in range(8):
            if (text := self.random.choice(forms)(level, depth)) is not None:
                return f"（{text}）"
        return "（1 ＜ 2）"

    def compared(self, level: str, depth: int) -> str:
        kind = self.random.choice(("pt", "num"))
        sign = self.random.choice("＝≠＜≤＞≥")
        return f"{self.number(kind, level, depth)} {sign} {self.number(kind, level, depth - 1)}"

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

    def banded(self, level: str, depth: int) -> str | None:
        """Which range of a table without values a number lies in."""
        if not self.namings:
            return None
        name, of, bands = self.random.choice(self.namings)
        where = f"{name}（{self.varying(of, level, depth - 1)}）"
        return f"{where} {self.random.choice('＝≠')} {self.random.choice(bands)}"

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
