"""The groups that columns and groupings make."""

from __future__ import annotations

from collections.abc import Iterable

from ..levels import Level, group
from ..semantics.symbols import Symbols


def grouped(symbols: Symbols, source: Level, names: Iterable[str]) -> Level:
    """The groups that columns, and groupings of units, make among the members of a level. A column
    of a table that these belong to is named after that table."""
    tables = symbols.hierarchy.tables_above(source)
    keys: list[str] = []
    for name in names:
        own = any(column.name == name for table in tables for column in table.columns)
        grouping = None if own else symbols.groupings.get(name)
        for key in [path.text for path in grouping.paths("by")] if grouping else [name]:
            owner = next(t for t in tables if any(column.name == key for column in t.columns))
            keys.append(key if owner is tables[0] else f"{owner.name}.{key}")
    return group(tables[0].name, tuple(keys))
