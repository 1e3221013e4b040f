"""What formulas at random are written with: names that are known, levels, chance.

``kind`` says what a formula is: ``pt`` (points), ``num`` (a plain number), ``cond``, ``date``,
``names``, ``text``, or a tuple of the names that a choice may be. ``level`` is where it stands: ``unit``
or the name of a table whose rows it is worked out for; ``chains`` says what each level belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
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
class Names:
    """Names that are known so far, and what may be made of them."""

    random: Random
    names: list[Name] = field(default_factory=list)
    full_tables: set[str] = field(default_factory=set)  # tables with a row for every unit
    groupings: list[str] = field(default_factory=list)
    scales: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    namings: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)  # no values
    sloped: set[str] = field(default_factory=set)  # step tables with a range that runs evenly
    ballots: list[tuple[str, str]] = field(default_factory=list)
    chains: dict[str, tuple[str, ...]] = field(default_factory=lambda: {UNIT: (UNIT,)})
    periods: set[str] = field(default_factory=set)  # levels whose members are of series
    calendars: list[str] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)  # scales of 是 and 否
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

    def literal(self, kind: str) -> str:
        if kind == "pt":
            return self.random.choice(("0分", "1分", "2.5分", "3分", "5分", "10分", "60分"))
        return self.random.choice(("0", "1", "2", "3", "0.5", "30％", "110％", "7.25"))

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

    def choice(self, level: str) -> Name | None:
        """A name that is one of several."""
        kinds = sorted({n.kind for n in self.names if isinstance(n.kind, tuple)})
        return self.pick(self.random.choice(kinds), level) if kinds else None


def split(random: Random, total: int, parts: int) -> list[int]:
    """A whole number as a sum of so many whole numbers above 0."""
    cuts = sorted(random.sample(range(1, total), parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


def block(head: str, *lines: str | Sequence[str]) -> str:
    """A block with its lines."""
    inside = [line for group in lines for line in ([group] if isinstance(group, str) else group)]
    body = "\n".join(f"  {line}" for text in inside if text for line in text.split("\n"))
    return f"{head} {{\n{body}\n}}"
