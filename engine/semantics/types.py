"""Types of expressions: a base, a dimension for numbers, the members of a choice, and a level."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import evolve, frozen

from ...grammar.diagnostics import Text
from ..levels import POLICY, Level

Base: TypeAlias = Literal[
    "number", "text", "condition", "date", "choice", "names", "unit", "nothing", "unknown"
]

#: A dimension is a product of base dimensions with exponents, sorted; () is a plain number.
Dimension: TypeAlias = tuple[tuple[str, int], ...]

BASE_WORDS: dict[str, Text] = {
    "number": Text("数", "a number"),
    "text": Text("文字", "text"),
    "condition": Text("条件", "a condition"),
    "date": Text("日期", "a date"),
    "choice": Text("名称", "a name"),
    "names": Text("名单", "a list of names"),
    "unit": Text("单位名称", "a unit"),
    "nothing": Text("空", "nothing"),
    "unknown": Text("未知", "unknown"),
}
DIMENSION_WORDS: dict[str, Text] = {
    "point": Text("分", "points"),
    "yuan": Text("元", "yuan"),
    "day": Text("天", "days"),
    "hour": Text("小时", "hours"),
    "minute": Text("分钟", "minutes"),
    "week": Text("周", "weeks"),
    "workday": Text("工作日", "working days"),
    "month": Text("月", "months"),
    "year": Text("年", "years"),
}


#: A product of more units than these says nothing to a reader.
_MOST_FACTORS = 4


@frozen
class Type:
    """``dimension`` None marks a bare literal number, which takes any dimension."""

    base: Base
    level: Level = POLICY
    dimension: Dimension | None = ()
    members: tuple[str, ...] = ()

    def at(self, level: Level) -> Type:
        """The same type on another level."""
        return evolve(self, level=level)

    def words(self) -> Text:
        """The type in the author's words."""
        if self.base != "number":
            return BASE_WORDS[self.base]
        return dimension_words(self.dimension)


UNKNOWN = Type("unknown")
CONDITION = Type("condition")


def comparable(left: Type, right: Type) -> bool:
    """Whether two things that are not both numbers may be held to be the same or not."""
    if left.base != right.base:
        return {left.base, right.base} == {"text", "unit"}
    alike = not left.members or not right.members or bool({*left.members} & {*right.members})
    return left.base != "choice" or alike


def dimension_words(dimension: Dimension | None) -> Text:
    """A dimension in words: 分, a plain number, or what is multiplied and divided: 分×分, 元÷天."""
    if not dimension:
        return Text("不带单位的数", "a plain number")
    above = [DIMENSION_WORDS[name] for name, power in dimension for _ in range(power)]
    below = [DIMENSION_WORDS[name] for name, power in dimension for _ in range(-power)]
    if len(above) + len(below) > _MOST_FACTORS:
        return Text("多种单位之积", "a product of many units")
    zh = "×".join(word.zh for word in above) or "1"
    en = "×".join(word.en for word in above) or "1"
    return Text("÷".join((zh, *(w.zh for w in below))), "÷".join((en, *(w.en for w in below))))


def dimension_of(word: str) -> Dimension:
    """The dimension of a unit word of the vocabulary. Percent, 倍 and all counts are plain numbers:
    a mean is a sum divided by a count, and still points."""
    return ((word, 1),) if word not in ("", "count") else ()


def multiply(left: Dimension | None, right: Dimension | None, sign: int) -> Dimension | None:
    """The dimension of a product (sign 1) or a quotient (sign -1)."""
    if left is None and right is None:
        return None
    powers = dict(left or ())
    for name, power in right or ():
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))
