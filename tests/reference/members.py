"""Members: what a value is a value of.

Everything that values are worked out for is a row of a table, or the policy itself. A unit is a
row of the register. A row of another table belongs to the unit that its unit column names; every
unit belongs to the policy. So the levels form a chain, and the *owner* of a member on a coarser
level is found by climbing it. A table with exactly one row for each unit has no members of its
own: its cells are the units' cells.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from guiju.engine.data.contract import TableSpec
from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.types import Type

from .values import BLANK, Value, fault

#: The table of the policy's own single member.
POLICY = ""


class Member(NamedTuple):
    """A row of a table, by its position."""

    table: str
    row: int


class Members:
    """Who there is in a year, and who belongs to whom."""

    def __init__(self, checked: Checked, dataset: Dataset) -> None:
        register = checked.symbols.register
        assert register is not None, "checking lets no policy without a register through"
        self.specs, self.tables = checked.symbols.tables, dataset.tables
        self.register: TableSpec = register
        names = self.tables[register.name].columns[register.unit_column or ""]
        self._units = {name: Member(register.name, row) for row, name in enumerate(names)}
        self.all, self.parent = cache(self._all), cache(self._parent)

    def level(self, kind: Type) -> str:
        """The table whose rows a formula of this type has a value for."""
        return {"policy": POLICY, "unit": self.register.name, "row": kind.level.table}[
            kind.level.kind
        ]

    def _all(self, table: str) -> list[Member]:
        """Every member of a level."""
        size = 1 if table == POLICY else self.tables[table].size
        return [Member(table, row) for row in range(size)]

    def _parent(self, member: Member) -> Member | None:
        """What a member belongs to directly; None for a row that is nobody's."""
        if member.table == self.register.name:
            return Member(POLICY, 0)
        column = self.specs[member.table].unit_column
        return (
            self._units.get(self.tables[member.table].columns[column][member.row])
            if column
            else None
        )

    def owner(self, member: Member | None, table: str) -> Member | None:
        """The member of a coarser level that a member belongs to."""
        if table == POLICY:
            return Member(POLICY, 0)
        while member is not None and member.table != table:
            assert member.table != POLICY, f"the policy is no row of {table}"
            member = self.parent(member)
        return member

    def rows(self, table: str, unit: Member) -> list[Member]:
        """The rows of a table that belong to a unit."""
        return [row for row in self.all(table) if self.parent(row) == unit]

    def cell(self, table: str, column: str, member: Member) -> Value:
        """The value of a cell of a member, or of its owner."""
        owner = self.owner(member, self.register.name if self.specs[table].per_unit else table)
        value = fault("bad") if owner is None else self.tables[table].columns[column][owner.row]
        if isinstance(value, Gap):
            return BLANK if value is Gap.BLANK else fault("bad")
        return Fraction(value) if type(value) is int else value

    def name(self, member: Member) -> str:
        """The unit that a member is or belongs to, in words; nothing for nobody's."""
        column = self.specs[member.table].unit_column if member.table != POLICY else None
        found = self.tables[member.table].columns[column][member.row] if column else ""
        return "" if isinstance(found, Gap) else str(found)
