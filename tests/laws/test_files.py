"""A year written in the declared files and read back is the same year, cell for cell."""

from __future__ import annotations

from pathlib import Path

from support.files import write
from support.policy import founding_plan
from support.sample import read
from support.year import generate


def test_a_written_year_is_read_back_unchanged(tmp_path: Path) -> None:
    dataset = generate(25, 4)
    write(dataset, tmp_path)
    again = read(tmp_path, founding_plan())
    for name, table in dataset.tables.items():
        for column in table.columns:
            assert list(again.tables[name].columns[column]) == table.columns[column], (name, column)
            places = [table.cell(column, row) for row in range(table.size)]
            assert [again.tables[name].cell(column, row) for row in range(table.size)] == places
