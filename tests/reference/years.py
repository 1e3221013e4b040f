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
SIZES = (1, 2, 2, 3, 3, 4)


def year(checked: Checked, hints: Hints, seed: object) -> Dataset:
    """A year of a seed for a policy."""
    return _Year(checked, hints, Random(f"year {seed}")).dataset()


class _Year:
    def __init__(self, checked: Checked, hints: Hints, random: Random) -> None:
        self.specs = checked.symbols.tables
        self.hints, self.random = hints, random
        self.tables: dict[str, Table] = {}
        self.blanks = random.choice((0, 0, 0.1, 0.4))  # of cells that may be blank
        self.bad = random.choice((0, 0, 0, 0, 0, 0, 0, 0.02))  # of all cells
        self.stray = random.choice((0,) * 12 + (0.05,))  # of rows that are nobody's
        self.spread = random.choice(
            (2, 5, 12)
        )  # how many different values a column has: few make ties
        self.loose = random.random() < 0.1  # lists need not add up

    def dataset(self) -> Dataset:
        while len(self.tables) < len(self.specs):  # owners first
            for spec in self.specs.values():
                if spec.name not in self.tables and spec.owner in (None, *self.tables):
                    self.tables[spec.name] = self.table(spec)
        return Dataset({name: self.tables[name] for name in self.specs})

    def keys(self, spec: TableSpec) -> list[tuple[Any, ...]]:
        """The key of each row: a table on its own has some rows, one that belongs to another none,
        one or several for each row there, not always side by side."""
        if spec.owner is None:
            return self.own_keys(spec)
        owner = self.tables[spec.owner]
        above = owner.keys(owner.spec.key)
        if spec.aligned:
            return above
        if spec.register:
            return [(*key, self.random.choice(above)[0]) for key in self.own_keys(spec)]
        least = 1 if spec.name in self.hints.full else 0
        most = 3 if owner.size < 3 else 2
        found = [
            (*self.strayed(key), number)
            for key in above
            for number in self.numbered(spec, spec.key[-1], self.random.randint(least, most))
        ]
        if self.random.random() < 0.3:
            self.random.shuffle(found)
        return list(dict.fromkeys(found))

    def own_keys(self, spec: TableSpec) -> list[tuple[Any, ...]]:
        if spec.register:
            units = [f"单位{n}" for n in range(1, self.random.choice(SIZES) + 1)]
            if len(spec.key) == 1:
                return [(unit,) for unit in units]
            return [
                (unit, period)
                for unit in units[:3]
                for period in self.numbered(spec, spec.key[1], self.random.randint(1, 3))
            ]
        if spec.column(spec.key[0]).type is ColumnType.DATE:
            first = date(2022, 1, 1) if self.random.random() < 0.8 else date(2023, 2, 1)
            days = [first + timedelta(self.random.randint(0, 1100)) for _ in range(12)]
            return [(day,) for day in dict.fromkeys(days)]
        return [(f"片区{n}",) for n in range(1, self.random.randint(1, 3) + 1)]

    def numbered(self, spec: TableSpec, column: str, count: int) -> list[Any]:
        """Different numbers or periods, mostly one after the other."""
        names = list(spec.column(column).choices) or list(range(1, 5))
        if self.random.random() < 0.7:
            return names[:count]
        return self.random.sample(names, count)

    def strayed(self, key: tuple[Any, ...]) -> tuple[Any, ...]:
        return ("无此单位", *key[1:]) if self.random.random() < self.stray else key

    def table(self, spec: TableSpec) -> Table:
        keys = self.keys(spec)
        named = (*spec.key, *spec.owner_columns) if spec.register else spec.key
        columns: dict[str, list[Any]] = {}
        for column in spec.columns:
            pool = self.pool(column)
            columns[column.name] = [self.cell(column, pool) for _ in keys]
            if (spec.name, column.name) in self.hints.lists and not self.loose:
                count = len(spec.owner_columns)
                owners = [key[-count:] if spec.register else key[:count] for key in keys]
                columns[column.name] = self.listed(spec, column, owners)
        if spec.partial:
            for row in range(len(keys)):
                if self.random.random() < 0.3:
                    for cells in columns.values():
                        cells[row] = Gap.BLANK
        columns |= {name: [key[i] for key in keys] for i, name in enumerate(named)}
        places = range(2, len(keys) + 2)
        origins = {name: ColumnOrigin(spec.file, None, name, places) for name in columns}
        return Table(spec, len(keys), columns, origins)

    def kind(self, owner: tuple[Any, ...]) -> str:
        """The kind of a unit, by its key or by that of something that belongs to it."""
        register = next((t for t in self.tables.values() if t.spec.register), None)
        if register is None:
            return ""  # something above units
        kinds = register.columns.get("类型", [""] * register.size)
        found = dict(zip(register.keys(register.spec.key), kinds, strict=True))
        return str(found.get(owner[: len(register.spec.key)], ""))

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

    def listed(self, spec: TableSpec, column: ColumnSpec, owners: Sequence[Any]) -> list[Any]:
        """Points that add up for every unit to what the list must have."""
        wanted = self.hints.lists[spec.name, column.name]
        found: list[Any] = [0] * len(owners)
        for unit in dict.fromkeys(owners):
            rows = [row for row, owner in enumerate(owners) if owner == unit]
            total = wanted.get(self.kind(unit), wanted.get("", 0))
            shares = split(self.random, 2 * total, min(len(rows), 2 * total)) if total else []
            for row, share in zip(rows, shares, strict=False):
                found[row] = share // 2 if share % 2 == 0 else Fraction(share, 2)
        return found
