"""Membership: how many members each level has in a dataset, and who belongs to whom."""

from __future__ import annotations

from attrs import define, field

from ..data.contract import TableSpec
from ..data.tables import Dataset, Gap, Table, Value, raw_text
from ..hierarchy import Hierarchy
from ..levels import POLICY, UNIT, Level

Key = tuple[Value, ...]


@define
class Membership:
    """The members of each level. What belongs to none of a coarser level has index -1 there."""

    dataset: Dataset
    register: TableSpec
    hierarchy: Hierarchy = field(init=False)
    _groups: dict[Level, tuple[list[int], list[Key]]] = field(init=False, factory=dict)
    _maps: dict[tuple[Level, Level], list[int]] = field(init=False, factory=dict)
    _members: dict[tuple[Level, Level], list[list[int]]] = field(init=False, factory=dict)
    _places: dict[str, dict[Key, int]] = field(init=False, factory=dict)
    _names: dict[str, int] = field(init=False, factory=dict)
    _units: list[str] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        specs = {name: table.spec for name, table in self.dataset.tables.items()}
        self.hierarchy = Hierarchy(specs)

    def table(self, level: Level) -> Table:
        """The table whose rows are the members of a level of units or rows."""
        name = self.register.name if level.kind == "unit" else level.table
        return self.dataset.tables[name]

    def size(self, level: Level) -> int:
        """How many members a level has."""
        match level.kind:
            case "policy":
                return 1
            case "group":
                return len(self._grouped(level)[1])
            case _:
                return self.table(level).size

    def keys(self, level: Level) -> list[Key]:
        """The key of each group, in the order the groups first appear."""
        return self._grouped(level)[1]

    def _grouped(self, level: Level) -> tuple[list[int], list[Key]]:
        if level not in self._groups:
            table = self.dataset.tables[level.table]
            columns = [self._column(table, key) for key in level.keys]
            known: dict[Key, int] = {}
            # Without keys all rows are one group.
            rows = zip(*columns, strict=True) if columns else [()] * table.size
            members = [known.setdefault(key, len(known)) for key in rows]
            self._groups[level] = (members, list(known))
        return self._groups[level]

    def _column(self, table: Table, key: str) -> list[Value]:
        """A column of a table, or of one that its rows belong to."""
        if "." not in key:
            return list(table.columns[key])
        name, column = key.split(".")
        values = self.dataset.tables[name].columns[column]
        level = self.hierarchy.level
        owners = self.belongs(level(table.spec.name), level(name))
        return [values[owner] if owner >= 0 else Gap.BAD for owner in owners]

    def belongs(self, fine: Level, coarse: Level) -> list[int]:
        """For each member of a fine level, the member of the coarse level it belongs to."""
        if (fine, coarse) not in self._maps:
            self._maps[fine, coarse] = self._belongs(fine, coarse)
        return self._maps[fine, coarse]

    def _belongs(self, fine: Level, coarse: Level) -> list[int]:
        if fine == coarse:
            return list(range(self.size(fine)))
        if coarse == POLICY:
            return [0] * self.size(fine)
        if coarse.kind == "group":
            rows = self.hierarchy.level(coarse.table)
            groups = self._grouped(coarse)[0]
            if fine == rows:
                return groups
            return [groups[row] if row >= 0 else -1 for row in self.belongs(fine, rows)]
        above, owners = self._owners(fine)
        if above in (coarse, POLICY):
            return owners if above == coarse else [-1] * self.size(fine)
        further = self.belongs(above, coarse)
        return [further[owner] if owner >= 0 else -1 for owner in owners]

    def _owners(self, fine: Level) -> tuple[Level, list[int]]:
        """The level next above, and the member of it that each member belongs to."""
        rows = self.hierarchy.level(fine.table) if fine.kind == "group" else fine
        spec = self.table(rows).spec
        above = self.hierarchy.above(rows)
        if above == POLICY:
            return above, []
        places = self._places_in(self.table(above))
        if fine.kind == "group":
            at = [fine.keys.index(column) for column in spec.owner_columns]
            return above, [places.get(tuple(k[i] for i in at), -1) for k in self.keys(fine)]
        keys = self.dataset.tables[spec.name].keys(spec.owner_columns)
        return above, [places.get(key, -1) for key in keys]

    def _places_in(self, table: Table) -> dict[Key, int]:
        """Where the row of each key stands."""
        if table.spec.name not in self._places:
            keys = table.keys(table.spec.key)
            self._places[table.spec.name] = {key: row for row, key in enumerate(keys)}
        return self._places[table.spec.name]

    def members(self, coarse: Level, fine: Level) -> list[list[int]]:
        """For each member of a coarse level, the members of the fine level that belong to it."""
        if (coarse, fine) not in self._members:
            found: list[list[int]] = [[] for _ in range(self.size(coarse))]
            for index, owner in enumerate(self.belongs(fine, coarse)):
                if owner >= 0:
                    found[owner].append(index)
            self._members[coarse, fine] = found
        return self._members[coarse, fine]

    def label(self, level: Level, index: int) -> str:
        """What a unit or a row is called: its key, whose parts are set apart by a blank; without
        one the unit it names, else its first filled cell, for a table may do without both."""
        table = self.table(level)
        columns = table.spec.key or (table.spec.unit_column,)
        named = " ".join(raw_text(table.columns[name][index]) for name in columns if name)
        if named.strip():
            return named
        filled = (raw_text(column[index]) for column in table.columns.values())
        return next((text for text in filled if text), f"#{index + 1}")

    def units(self) -> list[str]:
        """What the units are called, in the register's order."""
        if not self._units:
            self._units = [self.label(UNIT, index) for index in range(self.size(UNIT))]
        return self._units

    def unit(self, name: str) -> int:
        """The place of a unit in the register; KeyError if there is no such unit."""
        if not self._names:
            units = self.units()
            self._names.update({units[i]: i for i in reversed(range(len(units)))})
        return self._names[name]

    def group_label(self, level: Level, index: int) -> tuple[str, ...]:
        """The key of a group in words; blanks are left out."""
        return tuple(
            raw_text(part) for part in self.keys(level)[index] if not isinstance(part, Gap)
        )
