"""What looks at many members at once: sums, the few that count, places, shares, periods.

``值 当 条件 按 列`` is worked out for every member of the level that 值 has a value on (units, where that
is the same for all). Without 按 a sum puts those together that have the same owner on the level of the
sum itself, the finest that they and the place of the call both belong to: a unit's rows, or all units;
places and shares are among the rows of one owner, or all units. With 按, those go together that agree in
certain columns, wherever they belong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.selections import Selection, division_of, filtered_of
from guiju.engine.semantics.types import UNKNOWN
from guiju.grammar.nodes import Call, Expression

from .functions import rounded, shares, summed
from .members import POLICY, Columns, Member, Members
from .values import NOTHING, ONE, ZERO, Value, calculate, chosen, fault, needed, plain

#: The declaration that a formula stands in, which tells what 得分, 满分 and 权重 mean.
Place = Declaration | None
#: The members put together, each with its value and whether it counts.
Rows = dict[Member, tuple[Value, Value]]
Make = Callable[[Rows], Any]


class Sums:
    """Works out what needs the values of many members; ``value`` is the one of ``formulas``."""

    def __init__(self, checked: Checked, members: Members) -> None:
        self.checked, self.symbols, self.members = checked, checked.symbols, members
        self._made: dict[object, Any] = {}

    def level_of(self, e: Expression | None) -> str:
        """The level that an expression has a value on; the policy's, where it is the same for all."""
        return self.members.level(self.checked.types.get(e, UNKNOWN).level)

    def grouping(self, names: Iterable[str], level: str) -> Columns:
        """The columns that make groups, of a level or the next above it that has them; a grouping of
        units stands for its columns."""
        chain, specs = self.members.chain(level)[:-1], self.members.specs
        holding = {c.name: table for table in reversed(chain) for c in specs[table].columns}
        groupings = self.symbols.groupings
        by = {n: [p.text for p in d.paths("by")] for n, d in groupings.items() if n not in holding}
        return tuple((holding[column], column) for name in names for column in by.get(name, [name]))

    def together(self, call: Call, member: Member, place: Place, of: Expression, make: Make) -> Any:
        """What is made, once, of the members that are put together for one of them, or for what they
        belong to: of an argument of a call."""
        written, above = filtered_of(of), self.level_of(call)
        what, where = written.value, written.where
        level = self.level_of(what) or self.members.units
        if above == level:  # each of them has a value of its own
            above = POLICY if level == self.members.units else self.members.chain(level)[1]
        own, groups = self.members.owner(member, above), self.members.owned(level, above)
        if written.by:
            columns = self.grouping((path.text for path in written.by), level)
            own, groups = self.members.key(member, columns), self.members.groups(level, columns)
        if (call, own, place) not in self._made:
            counts = lambda m: where is None or self.value(where, m, place)  # noqa: E731
            rows = {m: (self.value(what, m, place), counts(m)) for m in groups.get(own, ())}
            self._made[call, own, place] = make(rows)
        return self._made[call, own, place]

    def shares(self, call: Call, rows: Rows) -> dict[Member, Value]:
        """Each one's part of a total, in proportion to its weight; who weighs nothing has none."""
        total, how = call.arguments[0].value, division_of(call)
        weights = {m: v for m, v in counting(rows).items() if v is not NOTHING}
        parts = shares([self.value(total, m) for m in weights], [*weights.values()], how)
        return dict.fromkeys(rows, NOTHING) | dict(zip(weights, parts, strict=True))

    def series(self, id: str, call: Call, member: Member, place: Place) -> Value:
        """The value one period earlier; or in how many periods in a row, up to this one, a condition
        has held."""
        period, written = self.members.specs[member.table].period, call.arguments[0].value
        own = self.members.cell(member.table, period, member)
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


def selected(id: str, few: Selection | None, rows: Rows) -> Value:
    """A sum of all; or the sum or mean of the highest or lowest few, or without so many at each end."""
    if few is None:
        return summed(id, rows.values())
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
        return counted
    return summed("sum" if id == "best_sum" else "mean", rows.values())
