"""What looks at many members at once: sums, the few that count, places, shares, periods.

``值 当 条件 按 列`` is worked out for every member of the level that 值 has a value on (units, where that
is the same for all). Without 按 a sum puts those together that have the same owner on the level of the
sum itself, the finest that they and the place of the call both belong to: a unit's rows, or all units;
places and shares are among the rows of one owner, or all units. With 按, those go together that agree in
certain columns, wherever they belong.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.selections import Selection, filtered_of
from guiju.engine.semantics.types import UNKNOWN
from guiju.grammar import nodes

from .functions import rounded, shares, summed
from .members import POLICY, Columns, Member, Members
from .values import NOTHING, ONE, ZERO, Value, calculate, chosen, fault, needed, plain

#: The members put together, each with its value and whether it counts.
Rows = dict[Member, tuple[Value, Value]]


class Sums(ABC):
    """Works out what needs the values of many members."""

    def __init__(self, checked: Checked, members: Members) -> None:
        self.checked, self.symbols, self.members = checked, checked.symbols, members
        self._made: dict[object, Any] = {}

    @abstractmethod
    def value(self, e: nodes.Expression, m: Member, place: Declaration | None = None) -> Value: ...

    def level_of(self, e: nodes.Expression | None) -> str:
        """The level that an expression has a value on; the policy's, where it is the same for all."""
        return self.members.level(self.checked.types.get(e, UNKNOWN).level)  # type: ignore[arg-type]

    def grouping(self, names: Iterable[str], level: str) -> Columns:
        """The columns that make groups; a grouping of units stands for its columns."""
        found: list[tuple[str, str]] = []
        for name in names:
            table = self.members.holding(name, level)
            by = (
                (path.text for path in self.symbols.groupings[name].paths("by"))
                if not table
                else ()
            )
            found += [(table, name)] if table else self.grouping(by, level)
        return tuple(found)

    def together(
        self,
        call: nodes.Call,
        written: nodes.Expression,
        member: Member,
        place: Declaration | None,
        make: Callable[[Rows], Any],
        each: bool = False,
    ) -> Any:
        """What is made, once, of the members that are put together for one of them or for what they
        belong to; ``each`` says that each of them has a value of its own."""
        filtered, above = filtered_of(written), self.level_of(call)
        level = self.level_of(filtered.value) or self.members.units
        if each:
            above = POLICY if level == self.members.units else self.members.chain(level)[1]
        columns = self.grouping([path.text for path in filtered.by], level)
        by = bool(filtered.by)
        own: Any = self.members.key(member, columns) if by else self.members.owner(member, above)
        if (call, own, place) not in self._made:
            groups = self.members.groups(level, columns) if by else self.members.owned(level, above)
            rows = {m: self.counted(filtered, m, place) for m in groups.get(own, ())}
            self._made[call, own, place] = make(rows)
        return self._made[call, own, place]

    def counted(
        self, call: nodes.Filtered, member: Member, place: Declaration | None
    ) -> tuple[Value, Value]:
        holds = True if call.where is None else self.value(call.where, member, place)
        return self.value(call.value, member, place), holds

    def shares(self, total: nodes.Expression, rows: Rows, unit: int) -> dict[Member, Value]:
        """Each one's part of a total, in proportion to its weight; who weighs nothing has none."""
        weights = {m: v for m, v in counting(rows).items() if v is not NOTHING}
        parts = shares([self.value(total, m) for m in weights], [*weights.values()], unit)
        return dict.fromkeys(rows, NOTHING) | dict(zip(weights, parts, strict=True))

    def series(self, id: str, call: nodes.Call, member: Member, place: Declaration | None) -> Value:
        """The value one period earlier; or in how many periods in a row, up to this one, a condition
        has held."""
        period = self.members.specs[member.table].period or ""
        written, own = call.arguments[0].value, self.members.cell(member.table, period, member)
        if not plain(own):
            return needed(own)
        before = self.members.before(member)
        if id == "previous":
            return self.value(written, before, place) if before else NOTHING
        run = self.value(call, before, place) if before else NOTHING
        longer = calculate("+", ONE, ZERO if run is NOTHING else run)
        return chosen(self.value(written, member, place), longer, ZERO)


def counting(rows: Rows) -> dict[Member, Value]:
    """The values of those that the condition holds of; the others have nothing."""
    return {m: chosen(counts, value, NOTHING) for m, (value, counts) in rows.items()}


def selected(id: str, few: Selection, rows: Rows) -> Value:
    """The sum or mean of the highest or lowest few, or without so many at each end."""
    counted: Any = summed("count", rows.values())
    if plain(counted):
        amount = rounded(counted * few.amount, ZERO, few.rounding) if few.rounding else few.amount
        count, inner = int(amount), few.keep == "inner"
        if few.enough and counted < (2 * count + 1 if inner else count):
            return fault("few")
        taken: list[Any] = [m for m, (v, counts) in rows.items() if counts is True and plain(v)]
        taken.sort(key=lambda m: rows[m][0], reverse=few.keep != "lowest")
        kept = {*(taken[count : len(taken) - count] if inner else taken[:count])}
        rows = {m: row for m, row in rows.items() if m in kept or m not in taken}
    elif few.enough:
        return counted  # type: ignore[no-any-return]
    return summed("sum" if id == "best_sum" else "mean", rows.values())
