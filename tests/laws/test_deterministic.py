"""Law 5, deterministic: the same policy and data give byte-equal output whatever the hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
PROGRAM = """
from guiju.engine.explain.account import account
from support.policy import founding_plan
from support.runs import run
from support.sample import sample
from support.year import generate

print(founding_plan())
for dataset in (sample(), generate(12, 5, goals=(2, 5))):
    result = run(dataset)
    print(result.findings, result.listed, result.run.values)
    for unit in result.units:
        print(account(result, unit))
"""


def dumped(seed: int) -> bytes:
    """Everything that a run says, from a fresh process with another hash seed."""
    surroundings = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=surroundings, capture_output=True, check=True)
    return done.stdout


def test_the_hash_seed_changes_nothing() -> None:
    first = dumped(0)
    assert len(first) > 100_000
    assert dumped(1) == first
    assert dumped(2) == first
