"""Measuring: medians of several runs, each figure from a fresh process where that matters."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
POLICY = TESTS.parent / "policies" / "songyuan" / "2009.guiju"
RUNS = 5

# Run by hand as scripts: the shared modules stand beside this folder.
sys.path.insert(0, str(TESTS))


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds that a piece of work takes, the median of several runs."""
    found = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return statistics.median(found)


def process(*arguments: str, runs: int = RUNS) -> float:
    """Seconds that a whole Python process takes, its start included."""
    command = [sys.executable, *arguments]
    return median(lambda: subprocess.run(command, capture_output=True, check=True), runs)


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(what: str, figure: float, unit: str) -> None:
    """One line of a report."""
    print(f"{what:<52} {figure:>12,.3f} {unit}")
