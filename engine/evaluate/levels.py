"""Membership: how many members each level has in a dataset, and who belongs to whom."""

from __future__ import annotations

from attrs import define, field

from ..data.contract import TableSpec
from ..data.tables import Dataset, Gap, Value
from ..levels import POLICY, UNIT, Level


@define
class Membership:
    """The members of each level. Rows whose unit is unknown belong to no unit (index -1)."""

    dataset: Dataset
    register: TableSpec
    _units: dict[Value, int] = field(init=False, factory=dict)
    _groups: dict[Level, tuple[list[int], list[tuple[Value, ...]]]] = field(
        init=False, factory=dict
    )
    _maps: dict[tuple[Level, Level], list[int]] = field(init=False, factory=dict)
    _members: dict[tuple[Level, Level], list[list[int]]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        table = self.dataset.tables[self.register.name]
        names = table.columns[self.register.unit_column or ""]
        self._units.update({name: index for index, name in enumerate(names)})

    def size(self, level: Level) -> int:
        """How many members a level has."""
        match level.kind:
            case "policy":
                return 1
            case "unit":
                return self.dataset.tables[self.register.name].size
            case "row":
                return self.dataset.tables[level.table].size
            case _:
                return len(self._grouped(level)[1])

    def keys(self, level: Level) -> list[tuple[Value, ...]]:
        """The key of each group, in the order the groups first appear."""
        return self._grouped(level)[1]

    def _grouped(self, level: Level) -> tuple[list[int], list[tuple[Value, ...]]]:
        if level not in self._groups:
            table = self.dataset.tables[level.table]
            columns = [table.columns[key] for key in level.keys]
            known: dict[tuple[Value, ...], int] = {}
            # Without keys all rows are one group.
            rows = zip(*columns, strict=True) if columns else [()] * table.size
            members = [known.setdefault(key, len(known)) for key in rows]
            self._groups[level] = (members, list(known))
        return self._groups[level]

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
        if coarse == UNIT:
            return self._units_of(fine)
        return self._grouped(coarse)[0]

    def _units_of(self, fine: Level) -> list[int]:
        column = self.dataset.tables[fine.table].spec.unit_column or ""
        if fine.kind == "group":
            position = fine.keys.index(column)
            return [self._units.get(key[position], -1) for key in self.keys(fine)]
        if column not in self.dataset.tables[fine.table].columns:
            return [-1] * self.size(fine)
        return [
            self._units.get(name, -1) for name in self.dataset.tables[fine.table].columns[column]
        ]

    def members(self, coarse: Level, fine: Level) -> list[list[int]]:
        """For each member of a coarse level, the members of the fine level that belong to it."""
        if (coarse, fine) not in self._members:
            found: list[list[int]] = [[] for _ in range(self.size(coarse))]
            for index, owner in enumerate(self.belongs(fine, coarse)):
                if owner >= 0:
                    found[owner].append(index)
            self._members[coarse, fine] = found
        return self._members[coarse, fine]

    def unit(self, name: Value) -> int:
        """The place of a unit in the register; KeyError if there is no such unit."""
        return self._units[name]

    def group_label(self, level: Level, index: int) -> tuple[str, ...]:
        """The key of a group in words; blanks are left out."""
        return tuple(str(part) for part in self.keys(level)[index] if not isinstance(part, Gap))
