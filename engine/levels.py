"""Levels: what a value is one of. Every value of a policy lives on exactly one level.

Tables belong to tables: marks to a district's year, that year to the district, the district to a
city. So levels form chains, from the policy down to the rows of the finest table, and ``depth``
says how far down a level stands: 0 for units, less above them, more below.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Level:
    """``policy`` (one value for all), ``unit`` (one for each unit of the register), ``row`` (one
    for each row of a table) or ``group`` (one for each combination of ``keys``, which are columns
    of a table or, with that table's name before a dot, of one that it belongs to)."""

    kind: str
    table: str = ""
    keys: tuple[str, ...] = ()
    depth: int = 0

    def __str__(self) -> str:
        inside = self.table + (f" by {', '.join(self.keys)}" if self.keys else "")
        return f"{self.kind}({inside})" if inside else self.kind


POLICY = Level("policy", depth=-100)
UNIT = Level("unit")


def rows(table: str, depth: int) -> Level:
    """The level of a table's rows."""
    return Level("row", table, depth=depth)


def group(table: str, keys: tuple[str, ...]) -> Level:
    """The level of the groups that equal ``keys`` make among the rows of a table."""
    return Level("group", table, keys, depth=-50)


def finer(left: Level, right: Level) -> Level:
    """The finer of two levels of one chain."""
    return left if left.depth >= right.depth else right
