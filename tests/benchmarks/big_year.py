"""Units a second on a generated year: without traces, with them, and explaining each unit.

``python big_year.py [units] [quiet|traced|explained]`` measures one way in this process, so that
the peak of memory is its own; without a way it starts a fresh process for each.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from guiju.engine.data.tables import Dataset
from guiju.engine.explain.account import account
from guiju.engine.result import evaluate
from measure import median, peak_megabytes, show
from support.policy import founding_plan
from support.year import generate

WAYS = ("quiet", "traced", "explained")
UNITS = 10_000


def rate(dataset: Dataset, trace: bool) -> float:
    """Units a second."""
    plan = founding_plan()
    seconds = median(lambda: evaluate(plan, dataset, trace))
    return dataset.tables[plan.register.name].size / seconds


def explaining(dataset: Dataset) -> tuple[float, float]:
    """Milliseconds a unit: the median over all units, and the whole run over their number."""
    result = evaluate(founding_plan(), dataset)
    found = []
    for unit in result.units:
        started = time.perf_counter()
        account(result, unit)
        found.append(1000 * (time.perf_counter() - started))
    return statistics.median(found), statistics.fmean(found)


def one(units: int, way: str) -> None:
    """One way, in this process."""
    dataset = generate(units, 1)
    show(f"{way}: memory with the data", peak_megabytes(), "MB")
    if way == "explained":
        middle, mean = explaining(dataset)
        show("explained: median a unit", middle, "ms")
        show("explained: mean a unit", mean, "ms")
    else:
        show(f"{way}: units a second", rate(dataset, way == "traced"), "")
    show(f"{way}: peak memory", peak_megabytes(), "MB")


def main() -> None:
    """The way asked for, or all."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    if len(sys.argv) > 2:
        one(units, sys.argv[2])
        return
    for way in WAYS:
        subprocess.run([sys.executable, __file__, str(units), way], check=True)


if __name__ == "__main__":
    main()
