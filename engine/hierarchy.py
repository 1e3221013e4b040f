"""Which table belongs to which, and so which level lies above which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from .data.contract import TableSpec
from .levels import POLICY, UNIT, Level, rows


@frozen
class Hierarchy:
    """The levels that the tables of a policy make. Owners must not form a circle."""

    tables: Mapping[str, TableSpec] = field(repr=False)
    register: TableSpec | None = field(init=False)
    _above_units: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        register = next((table for table in self.tables.values() if table.register), None)
        object.__setattr__(self, "register", register)
        above = tuple(self._owners(register.name)) if register else ()
        object.__setattr__(self, "_above_units", above)

    def home(self, table: str) -> str:
        """The table whose rows a table shares: itself, unless it only adds columns to another."""
        spec = self.tables[table]
        return self.home(spec.owner) if spec.aligned and spec.owner else table

    def _owners(self, table: str) -> Iterator[str]:
        """The tables that one belongs to, one after the other, each by its own rows."""
        owner = self.tables[self.home(table)].owner
        while owner is not None:
            owner = self.home(owner)
            yield owner
            owner = self.tables[owner].owner

    def level(self, table: str) -> Level:
        """The level of a table's columns."""
        home = self.home(table)
        if self.tables[home].register:
            return UNIT
        if home in self._above_units:
            return rows(home, -1 - self._above_units.index(home))
        owner = next(self._owners(home), None)
        return rows(home, 1 + (self.level(owner).depth if owner else 0))

    def table_of(self, level: Level) -> TableSpec | None:
        """The table whose rows are the members of a level."""
        return self.register if level.kind == "unit" else self.tables.get(level.table)

    def above(self, level: Level) -> Level:
        """The next coarser level."""
        spec = self.table_of(level) if level.kind in ("unit", "row") else None
        owner = next(self._owners(spec.name), None) if spec else None
        return self.level(owner) if owner else POLICY

    def chain(self, level: Level) -> tuple[Level, ...]:
        """A level and all that lie above it, up to the policy."""
        found = [level]
        while found[-1] != POLICY:
            found.append(self.above(found[-1]))
        return tuple(found)

    def under(self, fine: Level, coarse: Level) -> bool:
        """Whether each member of one level belongs to one of another, or is one."""
        return coarse in self.chain(fine)

    def common(self, one: Level, other: Level) -> Level:
        """The finest level that both belong to."""
        above = self.chain(other)
        return next(level for level in self.chain(one) if level in above)

    def tables_above(self, level: Level) -> tuple[TableSpec, ...]:
        """The tables of a level and of those above it, finest first."""
        found = (self.table_of(place) for place in self.chain(level))
        return tuple(table for table in found if table is not None)
