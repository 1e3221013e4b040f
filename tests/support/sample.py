"""The shipped sample year: its files as a dataset, and its published result."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from pathlib import Path

from guiju.cli.inputs import read_folder
from guiju.engine.data.admit import admit
from guiju.engine.data.tables import Dataset
from guiju.engine.plan.plan import Plan

from .policy import founding_plan

FOLDER = Path(str(resources.files("guiju.policies"))) / "songyuan"


@cache
def sample() -> Dataset:
    """The tables of the sample year."""
    return read(FOLDER / "data-2009", founding_plan())


def read(folder: Path, plan: Plan) -> Dataset:
    """The tables of a folder whose files are in order."""
    raw, findings = read_folder(folder, plan.tables)
    dataset, more = admit(plan.tables, raw)
    errors = [f for f in (*findings, *more) if f.severity.value == "error"]
    assert not errors, [finding.message("en") for finding in errors]
    return dataset


def expected_rows() -> list[dict[str, str]]:
    """The published result, a dictionary a unit."""
    with (FOLDER / "expected-2009.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
