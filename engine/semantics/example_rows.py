"""Which row an ``应得 表名 { … }`` speaks of: the given one that has the cells it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from ...grammar.diagnostics import Text
from ...grammar.nodes import DateLiteral, Expression, Path, Property, String, YearLiteral
from ..data.contract import TableSpec
from ..levels import UNIT, Level
from . import codes
from .dates import date_of
from .declarations import Declaration
from .example_values import figure_of
from .inferring import Inferring
from .names import Names

#: A cell as it is written, so that two of them can be held side by side.
Cell: TypeAlias = "Fraction | str | date | None"


def row_table(declaration: Declaration, names: Names) -> TableSpec | None:
    """The table whose row a ``给定 表名 { … }`` or an ``应得 表名 { … }`` speaks of."""
    return names.symbols.tables.get(declaration.name)


def level_of_entries(declaration: Declaration, names: Names) -> Level:
    """The level of the names in a block of given or expected values."""
    table = row_table(declaration, names)
    return UNIT if table is None else names.symbols.hierarchy.level(table.name)


def of_rows(declaration: Declaration, names: Names) -> bool:
    """Whether a block speaks of a row of which a unit may have several, or several units one."""
    return level_of_entries(declaration, names).kind == "row"


def picks(entry: Property, declaration: Declaration, names: Names) -> bool:
    """Whether an entry of an expected row says which row is meant: the name of a column does."""
    table = row_table(declaration, names) if of_rows(declaration, names) else None
    return table is not None and any(column.name == entry.key.text for column in table.columns)


def rows_meant(
    names: Names, places: Sequence[Declaration], expected: Declaration
) -> list[Declaration]:
    """The given rows that an expected one may mean, in the order written. ``places`` are what may
    give rows of its unit: the example, and the unit's own block."""
    keys = {e.key.text: _cells(e, names) for e in expected.entries if picks(e, expected, names)}
    given = (block for place in places for block in place.of_kind("given"))
    return [
        block
        for block in given
        if block.name == expected.name
        and all(_has(block, names, key, cells) for key, cells in keys.items())
    ]


def has_rows(inference: Inferring, expected: Declaration) -> bool:
    """A finding where a table is named that has no rows of its own: one with a row a unit, or one
    that only adds columns to another."""
    table = row_table(expected, inference.names)
    if table is None or expected.block.name is None:
        return True
    home = inference.names.symbols.hierarchy.home(table.name)
    if not of_rows(expected, inference.names):
        why = Text(
            "每个单位只有一行，写在不带表名的“应得”里",
            "it has one row a unit; write “expected” without a table",
        )
    elif home != table.name:
        why = Text(f"它的行就是“{home}”的行，写“应得 {home}”", f"its rows are those of “{home}”")
    else:
        return True
    inference.report(codes.ROW_UNCLEAR, expected.block.name, table=table.name, problem=why)
    return False


def infer_rows(inference: Inferring, places: Sequence[Declaration], expected: Declaration) -> bool:
    """A finding where an expected row is none of the given ones, or might be several; whether it
    is clear which is meant."""
    found = len(rows_meant(inference.names, places, expected))
    if found == 1:
        return True
    entries = [e for e in expected.entries if picks(e, expected, inference.names)]
    said = "；".join(inference.names.slice(entry) for entry in entries)
    place = expected.block.name or expected.block.kind
    problem = _problem(found, said)
    inference.report(codes.ROW_UNCLEAR, place, table=expected.name, problem=problem)
    return False


def _problem(found: int, said: str) -> Text:
    if not found and not said:
        return Text("没有给定这张表的行", "no row of that table is given")
    if not said:
        return Text(f"给定了{found}行，没有写是哪一行", f"{found} rows are given")
    if not found:
        return Text(f"给定的行里没有写着 {said} 的", f"none of the rows given has {said}")
    return Text(f"给定的行里有{found}行写着 {said}", f"{found} of the rows given have {said}")


def _has(block: Declaration, names: Names, key: str, cells: tuple[Cell, ...]) -> bool:
    return any(e.key.text == key and _cells(e, names) == cells for e in block.entries)


def _cells(entry: Property, names: Names) -> tuple[Cell, ...]:
    return tuple(_cell(item, _year(names)) for item in entry.clauses[0].items)


def _cell(item: Expression, year: int) -> Cell:
    match item:
        case String(text=text) | Path(text=text):
            return text
        case DateLiteral():
            return date_of(item, year)
        case _:
            return figure_of(item)


def _year(names: Names) -> int:
    """The policy's year, which a date without one is of."""
    heads = names.symbols.all_of("policy")
    written = heads[0].value("year") if heads else None
    return written.year or 1 if isinstance(written, YearLiteral) else 1
