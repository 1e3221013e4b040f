"""Numbers at random from names, other numbers and conditions, of one member each."""

from __future__ import annotations

from collections.abc import Callable
from re import sub

from .many import Many
from .writing import PARENT


class Numbers(Many):
    """Writes numbers."""

    def number(self, kind: str, level: str, depth: int = 2) -> str:
        """A number of a kind."""
        if depth <= 0 or self.chance(0.15):
            name = self.pick(kind, level)
            return self.shown(name, level) if name and self.chance(0.8) else self.literal(kind)
        forms: list[tuple[int, Callable[[str, str, int], str | None]]] = [
            (12, self.named), (10, self.sum), (8, self.product), (8, self.quotient), (6, self.pair),
            (4, self.rounding), (3, self.single), (4, self.stride), (4, self.looked_up),
            (12, self.aggregate), (2, self.irrational), (2, self.power), (4, self.completion),
            (3, self.marginal), (5, self.place), (3, self.share), (4, self.series), (6, self.days),
            (3, self.held), (4, self.several), (3, self.fallback),
        ]  # fmt: skip
        weights = [weight for weight, _ in forms]
        for _ in range(6):
            form = self.random.choices(forms, weights)[0][1]
            if (text := form(kind, level, depth - 1)) is not None:
                return text
        return self.literal(kind)

    def varying(self, kind: str, level: str, depth: int = 2) -> str:
        """A number that data bear on: where one is always the same, a range can be proved empty."""
        known = [n.column or n.text for n in self.names if not n.text.endswith(".满分")]
        texts = [self.number(kind, level, depth) for _ in range(4)]
        bare = (sub(r"[^（ ]*\.满分", "", text) for text in texts)
        named = (any(name in text for name in known) for text in bare)
        return next((text for text, names in zip(texts, named, strict=True) if names), texts[0])

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
        counted = kind == "num" and self.chance(0.1)
        return f"计数（{several}）" if counted else self.random.choice(forms)

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

    def held(self, kind: str, level: str, depth: int) -> str | None:
        """How many of some conditions hold."""
        if kind != "num":
            return None
        some = [self.condition(level, 0) for _ in range(self.random.choice((2, 2, 3)))]
        return f"符合数（{'，'.join(some)}）"

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
            f"{name}（{self.varying(of, level, depth - 1)}）"
            for name, of, value in self.steps
            if value == kind
        ]
        found += [
            f"{name}（{self.condition(level, 0)}）" for name, of in self.answers if of == kind
        ]
        if kind == "pt":
            found += [f"票均（{scale}，{table}）" for scale, table in self.ballots]
        return self.random.choice(found) if found else None
