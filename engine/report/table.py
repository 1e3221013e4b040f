"""The exported result tables: one row a unit, or a row for each member of another level."""

from __future__ import annotations

from collections.abc import Sequence

from ..data.tables import Value as Cell
from ..data.tables import raw_text
from ..plan.ops import Input
from ..plan.plan import Export, Listing
from ..result import Result
from .model import Column, Grid, Value
from .words import figure


def export_grid(result: Result) -> Grid:
    """The units' rows, in the register's order. Conditions read 是, or nothing. The register's key
    comes first where the policy's own table leaves it out."""
    grid = _grid(result, result.run.plan.exports, len(result.units))
    keys = left_out_keys(result)
    told = [
        tuple(Value(raw_text(column[row])) for _, column in keys) for row in range(len(grid.rows))
    ]
    rows = tuple((*key, *row) for key, row in zip(told, grid.rows, strict=True))
    return Grid((*(Column(title) for title, _ in keys), *grid.columns), rows)


def left_out_keys(result: Result) -> list[tuple[str, Sequence[Cell]]]:
    """The columns of the register's key, without which a row of the units' results would not say
    whose it is, that the declared table leaves out: their titles and cells."""
    plan, register = result.run.plan, result.run.members.register
    ops = [plan.ops[export.op] for export in plan.exports]
    there = {op.column for op in ops if isinstance(op, Input) and op.table == register.name}
    titles = {export.title for export in plan.exports}
    cells = result.run.dataset.tables[register.name].columns
    return [
        (f"{register.name}.{key}" if key in titles else key, cells[key])
        for key in register.key
        if key not in there
    ]


def listing_grid(result: Result, listing: Listing) -> Grid:
    """The rows of another table of results, in the order of its data."""
    return _grid(result, listing.exports, result.run.members.size(listing.level))


def _grid(result: Result, exports: Sequence[Export], size: int) -> Grid:
    values = result.run.values
    rows = tuple(
        tuple(figure(values[export.op][member], export.places) for export in exports)
        for member in range(size)
    )
    return Grid(tuple(Column(export.title) for export in exports), rows)
