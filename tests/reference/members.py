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
from functools import cache
from typing import NamedTuple

from guiju.engine.data.contract import TableSpec
from guiju.engine.data.tables import Dataset, Gap, raw_text
from guiju.engine.levels import Level
from guiju.engine.semantics.checked import Checked

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
        self.units, self.register = register.name, register
        for name in ("all", "home", "above", "chain", "parent", "rows", "_by_key", "_by_owner"):
            setattr(self, name, cache(getattr(self, name)))

    # ── levels, each known by the table whose rows are its members ──

    def level(self, level: Level) -> str:
        return {"policy": POLICY, "unit": self.units}.get(level.kind, level.table)

    def home(self, table: str) -> str:
        """The table whose rows a table's cells are of."""
        spec = self.specs[table]
        return self.home(spec.owner) if spec.owner and spec.aligned else table

    def above(self, table: str) -> str:
        """What the rows of a table belong to."""
        owner = self.specs[table].owner
        return self.home(owner) if owner else POLICY

    def chain(self, table: str) -> tuple[str, ...]:
        """A level and those above it, up to the policy."""
        return (table, *self.chain(self.above(table))) if table != POLICY else (POLICY,)

    # ── members ──

    def all(self, table: str) -> list[Member]:
        """Every member of a level."""
        size = 1 if table == POLICY else self.tables[table].size
        return [Member(table, row) for row in range(size)]

    def parent(self, member: Member) -> Member | None:
        """What a member belongs to directly; None for a row that is nobody's."""
        above = self.above(member.table)
        if above == POLICY:
            return Member(POLICY, 0)
        key = self._cells(member, self.specs[member.table].owner_columns)
        return self._by_key(above).get(key)

    def _by_key(self, table: str) -> dict[tuple[object, ...], Member]:
        return {self._cells(m, self.specs[table].key): m for m in self.all(table)}

    def _cells(self, member: Member, columns: Iterable[str]) -> tuple[object, ...]:
        return tuple(self.tables[member.table].columns[c][member.row] for c in columns)

    def owner(self, member: Member | None, table: str) -> Member | None:
        """The member of a coarser level that a member belongs to."""
        while member is not None and member.table != table:
            if table == POLICY:
                return Member(POLICY, 0)
            assert member.table != POLICY, f"the policy is no row of {table}"
            member = self.parent(member)
        return member

    def rows(self, table: str, owner: Member | None, level: str) -> list[Member]:
        """The members of a level that belong to one of a coarser level."""
        return self._by_owner(table, level).get(owner, [])

    def _by_owner(self, table: str, level: str) -> dict[Member | None, list[Member]]:
        found: dict[Member | None, list[Member]] = {}
        for member in self.all(table):
            found.setdefault(self.owner(member, level), []).append(member)
        return found

    def before(self, member: Member) -> Member | None:
        """The member of the same series one period earlier: the key is the same but for the period,
        a whole number or one of the names in their order."""
        spec = self.specs[member.table]
        names = spec.column(spec.period or "").choices
        own = self._cells(member, (spec.period or "",))[0]
        number = names.index(str(own)) - 1 if names else int(str(own)) - 1
        if names and number < 0:
            return None
        earlier = names[number] if names else number
        columns = self.tables[member.table].columns
        key = tuple(earlier if c == spec.period else columns[c][member.row] for c in spec.key)
        return self._by_key(member.table).get(key)

    # ── cells ──

    def cell(self, table: str, column: str, member: Member | None) -> Value:
        """The value of a cell of a member, or of its owner."""
        owner = self.owner(member, self.home(table))
        value = Gap.BAD if owner is None else self.tables[table].columns[column][owner.row]
        if isinstance(value, Gap):
            return BLANK if value is Gap.BLANK else fault("bad")
        return Fraction(value) if type(value) is int else value

    def holding(self, column: str, table: str) -> TableSpec:
        """The table that has a column: the one of a level, or the next above it that has it."""
        tables = (self.specs[name] for name in self.chain(table)[:-1])
        return next(t for t in tables if any(c.name == column for c in t.columns))

    def name(self, member: Member) -> str:
        """The unit that a member is or belongs to, by its key; its own key where it is above units."""
        unit = self.units in self.chain(member.table)
        named = self.owner(member, self.units) if unit else member
        if named is None or named.table == POLICY:
            return ""
        spec = self.specs[named.table]
        return " ".join(
            raw_text(v) for v in self._cells(named, spec.key or (spec.unit_column or "",))
        )  # type: ignore[arg-type]
