"""The exported result table: one row a unit, the columns that the policy declares."""

from __future__ import annotations

from ..result import Result
from .model import Column, Grid
from .words import figure


def export_grid(result: Result) -> Grid:
    """The rows in the register's order. Conditions read 是, or nothing."""
    exports = result.run.plan.exports
    rows = tuple(
        tuple(figure(result.run.values[export.op][unit], export.places) for export in exports)
        for unit in range(len(result.units))
    )
    return Grid(tuple(Column(export.title) for export in exports), rows)
