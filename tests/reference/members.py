"""Members: what a value is a value of.

Everything that values are worked out for is a row of a table, or the policy itself. A unit is a
row of the register. A table may belong to another: each of its rows to the row there whose key it
names; the rows of a table that belongs to none belong to the policy. So the levels form chains, and
the *owner* of a member on a coarser level is found by climbing one. A table that has, by its key, one row
for each of its owner's has no members of its own: its cells are the owner's cells.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.levels import Level
from guiju.engine.semantics.checked import Checked

from .values import BLANK, Value, fault, grouped, once

#: The table of the policy's own single member. A level is known by the table whose rows are its members.
POLICY = ""


class Member(NamedTuple):
    """A row of a table, by its position."""

    table: str
    row: int


#: Columns that make groups, each with the table that has it.
Columns = tuple[tuple[str, str], ...]


class Members:
    """Who there is in a year, and who belongs to whom."""

    def __init__(self, checked: Checked, dataset: Dataset) -> None:
        self.specs, self.tables = checked.symbols.tables, dataset.tables
        self.units = checked.symbols.register.name

    # ── levels ──

    def level(self, level: Level) -> str:
        return {"policy": POLICY, "unit": self.units}.get(level.kind, level.table)

    @once
    def home(self, table: str) -> str:
        """The level of a table's cells."""
        spec = self.specs[table]
        return self.home(spec.owner) if spec.owner and spec.aligned else table

    @once
    def chain(self, level: str) -> tuple[str, ...]:
        """A level and those above it, up to the policy."""
        owner = self.specs[level].owner if level != POLICY else None
        above = self.chain(self.home(owner)) if owner else (POLICY,)
        return (level, *above) if level != POLICY else above

    # ── members ──

    @once
    def all(self, level: str) -> list[Member]:
        """Every member of a level."""
        size = 1 if level == POLICY else self.tables[level].size
        return [Member(level, row) for row in range(size)]

    def owner(self, member: Member | None, level: str) -> Member | None:
        """The member of a coarser level that a member is or belongs to; None where it is nobody's."""
        if level == POLICY:
            return Member(POLICY, 0)
        while member is not None and member.table != level:
            key = self._cells(member, self.specs[member.table].owner_columns)
            member = self._by_key(self.chain(member.table)[1]).get(key)
        return member

    def _cells(self, member: Member, columns: Iterable[str]) -> tuple[object, ...]:
        return tuple(self.tables[member.table].columns[c][member.row] for c in columns)

    @once
    def _by_key(self, table: str) -> dict[tuple[object, ...], Member]:
        return {self._cells(m, self.specs[table].key): m for m in self.all(table)}

    def rows(self, level: str, owner: Member) -> list[Member]:
        """The members of a level that belong to one of a coarser level."""
        return self.owned(level, owner.table).get(owner, [])

    @once
    def owned(self, level: str, above: str) -> dict[Member | None, list[Member]]:
        """The members of a level by whom they belong to on a coarser one; under None nobody's."""
        return grouped((self.owner(member, above), member) for member in self.all(level))

    def before(self, member: Member) -> Member | None:
        """The member of the same series one period earlier: the key is the same but for the period,
        a whole number or one of the names in their order."""
        spec = self.specs[member.table]
        names, key = spec.column(spec.period or "").choices, [*self._cells(member, spec.key)]
        place = spec.key.index(spec.period or "")
        earlier = (names.index(key[place]) if names else key[place]) - 1
        key[place] = names[earlier] if names else earlier
        return self._by_key(member.table).get((*key,)) if earlier >= 0 or not names else None

    # ── cells and groups ──

    def cell(self, table: str, column: str, member: Member | None) -> Value:
        """The value of a cell of a member, or of its owner."""
        owner = self.owner(member, self.home(table))
        value = Gap.BAD if owner is None else self.tables[table].columns[column][owner.row]
        if isinstance(value, Gap):
            return BLANK if value is Gap.BLANK else fault("bad")
        return Fraction(value) if type(value) is int else value

    def key(self, member: Member, columns: Columns) -> tuple[Value, ...]:
        """What a member or its owners have in the columns that make groups. Blanks are alike here."""
        return tuple(self.cell(table, column, member) for table, column in columns)

    @once
    def groups(self, level: str, columns: Columns) -> dict[tuple[Value, ...], list[Member]]:
        """The members of a level by what they have in certain columns."""
        return grouped((self.key(member, columns), member) for member in self.all(level))
