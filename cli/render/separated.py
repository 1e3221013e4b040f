"""A grid as comma-separated text."""

from __future__ import annotations

import csv
from io import StringIO

from ...engine.report.model import Grid


def grid_csv(grid: Grid) -> str:
    """A header line and a line for each row, quoted only where a cell needs it."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.title for column in grid.columns)
    writer.writerows([value.text for value in row] for row in grid.rows)
    return buffer.getvalue()
