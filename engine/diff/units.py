"""Units from year to year: those renamed, and those that became one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from attrs import frozen

from ..result import Result

_T = TypeVar("_T")


@frozen
class Merged:
    """A unit that took several over; it has no single counterpart to be compared with."""

    unit: str
    former: tuple[str, ...]


@frozen
class Naming:
    """Old units under their new names; those that became one are not compared."""

    names: Mapping[str, str]
    merged: tuple[Merged, ...]

    @classmethod
    def of(cls, old: Result, new: Result, given: Mapping[str, str]) -> Naming:
        """What the new register says of former names, and what is given besides."""
        return cls.between(old.units, new.units, {**former_units(new), **given})

    @classmethod
    def between(
        cls, old: Collection[str], new: Collection[str], known: Mapping[str, str]
    ) -> Naming:
        """Of two lists of units, by what is known of their names."""
        here = {unit: known[unit] for unit in old if unit in known and unit not in new}
        several: dict[str, list[str]] = {}
        for name, unit in here.items():
            several.setdefault(unit, []).append(name)
        merged = tuple(
            Merged(unit, tuple(names))
            for unit, names in several.items()
            if len(names) > 1 or unit in old
        )
        taken = {name for one in merged for name in one.former}
        return cls({n: u for n, u in here.items() if n not in taken}, merged)

    def apply(self, by_unit: Mapping[str, _T]) -> dict[str, _T]:
        """Figures of old units by their new names."""
        return {self.names.get(unit, unit): value for unit, value in by_unit.items()}

    def is_merged(self, unit: str) -> bool:
        """Whether a new unit took several over."""
        return any(unit == one.unit for one in self.merged)


def former_units(result: Result) -> dict[str, str]:
    """Earlier names of units and the units that have them now, as the register gives them."""
    spec = result.run.plan.register
    table = result.run.dataset.tables[spec.name]
    found: dict[str, str] = {}
    for column in spec.columns:
        if column.former and spec.unit_column:
            for unit, names in zip(
                table.columns[spec.unit_column], table.columns[column.name], strict=True
            ):
                listed = (names,) if isinstance(names, str) else names
                if isinstance(unit, str) and isinstance(listed, tuple):
                    found |= dict.fromkeys(listed, unit)
    return found
