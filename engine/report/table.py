"""The exported result tables: one row a unit, or a row for each member of another level."""

from __future__ import annotations

from collections.abc import Sequence

from ..plan.plan import Export, Listing
from ..result import Result
from .model import Column, Grid
from .words import figure


def export_grid(result: Result) -> Grid:
    """The units' rows, in the register's order. Conditions read 是, or nothing."""
    return _grid(result, result.run.plan.exports, len(result.units))


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
