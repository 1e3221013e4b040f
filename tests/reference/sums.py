"""Sums over rows, and what makes a group of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from guiju.engine.semantics.checked import Checked
from guiju.grammar import nodes

from .members import POLICY, Member, Members
from .values import NOTHING, Missing, Value, fault, plain, strictly


class Sums(ABC):
    """Sums up what formulas come to."""

    def __init__(self, checked: Checked, members: Members) -> None:
        self.checked, self.symbols, self.members = checked, checked.symbols, members
        self._summed: dict[object, Value] = {}

    @abstractmethod
    def value(self, expr: nodes.Expression, member: Member) -> Value: ...

    def aggregate(self, id: str, written: Any, member: Member) -> Value:
        """Rows summed up for their unit, units for the policy; with 按, those that agree with the
        member's own in certain columns."""
        value, where, by = written, None, ()
        if isinstance(written, nodes.Filtered):
            value, where, by = written.value, written.where, written.by
        unit = self.members.register.name
        level = self.members.level(self.checked.types[value]) or unit
        if by:
            columns = self.grouping([path.text for path in by], level)
            whose: Any = lambda m: m and self.key(m, columns)  # noqa: E731
            own = whose(self.members.owner(member, level))
        else:
            whose = lambda m: self.members.owner(m, POLICY if level == unit else unit)  # noqa: E731
            own = whose(member)
        if own is None:
            return fault("bad")
        if (written, own) not in self._summed:
            rows = [m for m in self.members.all(level) if whose(m) == own]
            counted = [
                (self.value(value, m), self.value(where, m) if where else True) for m in rows
            ]
            self._summed[written, own] = summed(id, counted)
        return self._summed[written, own]

    def grouping(self, names: Iterable[str], level: str) -> list[str]:
        """The columns that make groups; a grouping of units stands for its columns."""
        known = self.symbols.groupings if level == self.members.register.name else {}
        found = [[p.text for p in known[n].paths("by")] if n in known else [n] for n in names]
        return [column for columns in found for column in columns]

    def key(self, member: Member, columns: Iterable[str]) -> tuple[Value, ...]:
        """What a member has in the columns that make groups. Blanks are alike here."""
        return tuple(self.members.cell(member.table, column, member) for column in columns)


def summed(id: str, rows: list[tuple[Value, Value]]) -> Value:
    """Values summed up, each with whether it counts. What is nothing, or counts nothing, is passed
    over; what cannot be known spoils the whole."""
    rows = [row for row in rows if row[1] is not False and NOTHING not in row]
    spare = id in ("count", "any")  # a blank there is not counted, elsewhere it is needed
    troubles = [counts if not plain(counts) else value for value, counts in rows if not (
        plain(counts) and (plain(value) or (spare and value is Missing.BLANK)))]  # fmt: skip
    if troubles:
        return strictly(None, *troubles)
    taken: list[Any] = [value for value, _ in rows if plain(value)]
    match id:
        case "count":
            return Fraction(len(taken))
        case "any":
            return any(taken)
        case "sum":
            return sum(taken, Fraction(0))
    if not taken:
        return fault("none")
    if id == "mean":
        return sum(taken, Fraction(0)) / len(taken)
    return max(taken) if id == "highest" else min(taken)
