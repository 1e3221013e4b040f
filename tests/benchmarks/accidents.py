"""Every single-token accident on every shipped policy: how well it is located, and what is lost.

``python tests/benchmarks/accidents.py [SIZE [CHECKED]]``: SIZE accidents of each kind and policy,
else all; of the first CHECKED of them, else of all, also everything that the checks say is counted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))

from guiju.grammar.read import read
from guiju.grammar.source import Source
from support.accidents import (
    KINDS,
    POLICIES,
    Accident,
    Kind,
    Outcome,
    accidents,
    outcome,
    policy_text,
)

Case: TypeAlias = "tuple[Accident, Outcome]"


def share(part: int, whole: int) -> str:
    """A percentage, or a dash of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "—"


def row(name: str, results: Sequence[Case]) -> str:
    """One line of the table."""
    all_of = [outcome for _, outcome in results]
    broken = [one for one in all_of if one.broken]
    legal = [one for one in all_of if not one.broken]
    counted = [one.said for one in broken if one.said is not None]
    cells = (
        name,
        str(len(all_of)),
        share(len(legal), len(all_of)),
        share(sum(one.findings == 1 for one in broken), len(broken)),
        share(sum(one.findings <= 2 for one in broken), len(broken)),
        share(sum(one.distance == 0 for one in broken), len(broken)),
        share(sum((one.distance or 0) <= 1 for one in broken), len(broken)),
        f"{sum(one.lost for one in broken) / max(len(broken), 1):.2f}",
        share(sum(said <= 2 for said in counted), len(counted)),
        share(sum(one.caught for one in legal), len(legal)),
    )
    return "| " + " | ".join(cells) + " |"


def run(policy: str, kind: Kind, size: int | None, checked: int | None) -> list[Case]:
    """What comes of accidents of one kind."""
    text = policy_text(policy)
    intact, _ = read(Source("", text))
    results: list[Case] = []
    for number, accident in enumerate(accidents(text, kind, size)):
        every = checked is None or number < checked
        results.append((accident, outcome(accident, intact, checks="all" if every else "legal")))
    return results


def main(size: int | None, checked: int | None, verbose: bool) -> None:
    """The table, a line for each policy and kind of accident."""
    print(
        "| accident | number | still well-formed | 1 finding | ≤ 2 | on the line | ± 1 line |"
        " declarations lost | ≤ 2 with the checks | of the well-formed caught |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    totals: dict[Kind, list[Case]] = {kind: [] for kind in KINDS}
    for policy in POLICIES:
        for kind in KINDS:
            found = run(policy, kind, size, checked)
            totals[kind] += found
            print(row(f"{policy} {kind}", found), flush=True)
            for accident, one in found if verbose else ():
                if not one.caught or (one.broken and one.lost > 1) or one.findings > 2:
                    line = Source("", accident.text)
                    number = line.position(accident.offset)[0]
                    print(
                        f"    {one}\n      {accident.token.text!r} {accident.stray!r} {number}: {line.line(number)}"
                    )
    for kind, results in totals.items():
        print(row(f"all {kind}", results))


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    given = [*numbers, None, None]
    main(given[0], given[1], "-v" in sys.argv)
