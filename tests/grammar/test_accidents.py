"""The mutation table: four single-token accidents on every shipped policy, a sample of each.

The whole table is worked out by ``tests/benchmarks/accidents.py``.
"""

from __future__ import annotations

import pytest
from guiju.grammar.read import read
from guiju.grammar.source import Source
from support.accidents import KINDS, POLICIES, Kind, Outcome, accidents, outcome, policy_text

SIZE = 20
#: Of the accidents that break the syntax: the least share with at most two findings, and the most
#: declarations lost that the accident did not touch, on average.
LEAST: dict[Kind, float] = {"delete": 0.99, "insert": 0.97, "replace": 0.95, "truncate": 1.0}
MOST_LOST: dict[Kind, float] = {"delete": 0.01, "insert": 0.02, "replace": 0.1, "truncate": 0.1}


def broken_by(kind: Kind) -> list[Outcome]:
    """What came of the accidents of one kind that break the syntax, of all policies together."""
    results: list[Outcome] = []
    for policy in POLICIES:
        text = policy_text(policy)
        intact, _ = read(Source("", text))
        results += [outcome(one, intact) for one in accidents(text, kind, SIZE)]
    return [one for one in results if one.broken]


@pytest.mark.parametrize("kind", KINDS)
def test_accidents_are_found_where_they_are_and_leave_the_rest(kind: Kind) -> None:
    """A finding on the line or next to it, no more than two, and what was intact stays."""
    broken = broken_by(kind)
    near = [one for one in broken if one.distance is not None and one.distance <= 1]
    assert len(near) >= 0.99 * len(broken)
    assert sum(one.findings <= 2 for one in broken) >= LEAST[kind] * len(broken)
    assert sum(one.lost for one in broken) <= MOST_LOST[kind] * len(broken)
