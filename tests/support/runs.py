"""Runs of the founding policy on generated years, and results in a form that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve
from guiju.engine.data.tables import Dataset, Table
from guiju.engine.plan.plan import Plan
from guiju.engine.result import Result, evaluate

from .policy import founding_plan

STAGES = (
    "基础工作评估", "定期调度", "实地踏查", "自我评估", "共性工作目标评估", "民主评估",
    "重点工作目标评估", "市长", "副市长等", "副秘书长",
)  # fmt: skip


def run(dataset: Dataset, plan: Plan | None = None, trace: bool = True) -> Result:
    """The founding policy, or another, on a dataset."""
    return evaluate(plan or founding_plan(), dataset, trace)


def exported(result: Result) -> dict[str, dict[str, Any]]:
    """The exported columns of every unit, by unit and title."""
    assert result.sound, [finding.message("en") for finding in result.findings]
    values, exports = result.run.values, result.run.plan.exports
    return {
        unit: {export.title: values[export.op][index] for export in exports}
        for index, unit in enumerate(result.units)
    }


def replaced(dataset: Dataset, table: str, column: str, row: int, value: Any) -> Dataset:
    """The dataset with another value in one cell."""
    old = dataset.tables[table]
    cells = list(old.columns[column])
    cells[row] = value
    return with_table(dataset, evolve(old, columns={**old.columns, column: cells}))


def with_table(dataset: Dataset, table: Table) -> Dataset:
    """The dataset with one table exchanged."""
    return Dataset({**dataset.tables, table.spec.name: table})


def reordered(table: Table, order: Sequence[int]) -> Table:
    """The rows of a table, and where they stand, in another order."""
    columns = {name: [cells[i] for i in order] for name, cells in table.columns.items()}
    origins: Mapping[str, Any] = {
        name: evolve(origin, rows=[origin.rows[i] for i in order])
        for name, origin in table.origins.items()
    }
    return evolve(table, columns=columns, origins=origins)


def rows_of(dataset: Dataset, table: str, **wanted: Any) -> list[int]:
    """The rows of a table that hold the wanted values."""
    columns = dataset.tables[table].columns
    rows = range(dataset.tables[table].size)
    return [r for r in rows if all(columns[name][r] == value for name, value in wanted.items())]


def is_number(value: Any) -> bool:
    """Whether a value is an exact number."""
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)
