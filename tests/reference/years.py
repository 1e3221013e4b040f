"""Data at random for a policy: ties, zeros, blanks, values on bounds, units without rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from guiju.engine.data.contract import ColumnSpec, ColumnType, TableSpec
from guiju.engine.data.tables import ColumnOrigin, Dataset, Gap, Table
from guiju.engine.semantics.checked import Checked

from .generate import Hints
from .writing import split

PEOPLE = ("甲", "乙", "丙", "丁")
SIZES = (1, 2, 3, 4, 5, 6, 7)


def year(checked: Checked, hints: Hints, seed: object) -> Dataset:
    """A year of a seed for a policy."""
    return _Year(checked, hints, Random(f"year {seed}")).dataset()


class _Year:
    def __init__(self, checked: Checked, hints: Hints, random: Random) -> None:
        self.specs = checked.symbols.tables
        self.hints, self.random = hints, random
        self.units = [f"单位{n}" for n in range(1, random.choice(SIZES) + 1)]
        self.kinds: dict[str, str] = {}
        self.blanks = random.choice((0, 0, 0.1, 0.4))  # of cells that may be blank
        self.bad = random.choice((0, 0, 0, 0, 0, 0, 0, 0.02))  # of all cells
        self.spread = random.choice(
            (2, 5, 12)
        )  # how many different values a column has: few make ties
        self.loose = random.random() < 0.1  # lists need not add up

    def dataset(self) -> Dataset:
        register = next(spec for spec in self.specs.values() if spec.register)
        tables = {register.name: self.table(register, self.units)}
        kind = next((c.name for c in register.columns if c.name == "类型"), None)
        if kind:
            columns = tables[register.name].columns
            self.kinds = dict(zip(self.units, map(str, columns[kind]), strict=True))
        for spec in self.specs.values():
            if not spec.register:
                tables[spec.name] = self.table(
                    spec, self.units if spec.per_unit else self.owners(spec)
                )
        return Dataset({name: tables[name] for name in self.specs})

    def owners(self, spec: TableSpec) -> list[str]:
        """Whose the rows are: none, one or several for a unit, not always side by side."""
        least = 1 if spec.name in self.hints.full else 0
        owners = [unit for unit in self.units for _ in range(self.random.randint(least, 3))]
        if self.random.random() < 0.3:
            self.random.shuffle(owners)
        return owners

    def table(self, spec: TableSpec, owners: Sequence[str]) -> Table:
        columns: dict[str, list[Any]] = {}
        for column in spec.columns:
            pool = self.pool(column)
            columns[column.name] = [self.cell(column, pool) for _ in owners]
            if (spec.name, column.name) in self.hints.lists and not self.loose:
                columns[column.name] = self.listed(spec, column, owners)
        columns[spec.unit_column or ""] = list(owners)
        if "序号" in columns:
            columns["序号"] = [
                1 + list(owners[:row]).count(unit) for row, unit in enumerate(owners)
            ]
        places = range(2, len(owners) + 2)
        origins = {name: ColumnOrigin(spec.file, None, name, places) for name in columns}
        return Table(spec, len(owners), columns, origins)

    def cell(self, column: ColumnSpec, pool: Sequence[Any]) -> Any:
        if column.nullable and self.random.random() < self.blanks:
            return Gap.BLANK
        if (
            column.type is not ColumnType.UNIT
            and not column.choices
            and self.random.random() < self.bad
        ):
            return Gap.BAD
        return self.random.choice(pool)

    def pool(self, column: ColumnSpec) -> Sequence[Any]:
        """The values that a column may have this year."""
        match column.type:
            case ColumnType.NUMBER | ColumnType.INTEGER:
                return self.numbers(column)
            case ColumnType.CHOICE:
                return column.choices
            case ColumnType.DATE:
                return [date(2023, 6, 30) + timedelta(days=d) for d in (-300, -1, 0, 1, 300)]
            case ColumnType.NAMES:
                return [(), ("甲",), ("甲", "乙"), ("丙", "丁", "单位1")]
            case _:
                return PEOPLE

    def numbers(self, column: ColumnSpec) -> list[Any]:
        """Numbers of a range: its ends, whole ones and others."""
        low = column.range.low if column.range and column.range.low is not None else Fraction(-3)
        high = column.range.high if column.range and column.range.high is not None else low + 20
        some = [low, high, (low + high) / 2, (low + high) / 3]
        some += [low + (high - low) * Fraction(self.random.randint(0, 40), 40) for _ in range(8)]
        self.random.shuffle(some)
        if column.type is ColumnType.INTEGER:
            return [int(number) for number in some[: self.spread]]
        return [n.numerator if n.denominator == 1 else n for n in some[: self.spread]]

    def listed(self, spec: TableSpec, column: ColumnSpec, owners: Sequence[str]) -> list[Any]:
        """Points that add up for every unit to what the list must have."""
        wanted = self.hints.lists[spec.name, column.name]
        found: list[Any] = [0] * len(owners)
        for unit in set(owners):
            rows = [row for row, owner in enumerate(owners) if owner == unit]
            total = wanted.get(self.kinds.get(unit, ""), wanted.get("", 0))
            shares = split(self.random, 2 * total, min(len(rows), 2 * total)) if total else []
            for row, share in zip(rows, shares, strict=False):
                found[row] = share // 2 if share % 2 == 0 else Fraction(share, 2)
        return found
