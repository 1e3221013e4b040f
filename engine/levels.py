"""Levels: what a value is one of. Every value of a policy lives on exactly one level."""

from __future__ import annotations

from attrs import frozen


@frozen
class Level:
    """``policy`` (one value for all), ``unit`` (one for each unit of the register), ``row`` (one
    for each row of a table) or ``group`` (one for each combination of ``keys`` among its rows)."""

    kind: str
    table: str = ""
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        inside = self.table + (f" by {', '.join(self.keys)}" if self.keys else "")
        return f"{self.kind}({inside})" if inside else self.kind


POLICY = Level("policy")
UNIT = Level("unit")


def rows(table: str) -> Level:
    """The level of a table's rows."""
    return Level("row", table)


def group(table: str, keys: tuple[str, ...]) -> Level:
    """The level of the groups that equal ``keys`` make among the rows of a table."""
    return Level("group", table, keys)
