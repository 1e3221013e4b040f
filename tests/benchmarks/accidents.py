"""Every single-token accident on every shipped policy: how well it is located, and what is lost.

``python tests/benchmarks/accidents.py [SIZE]``: SIZE accidents of each kind and policy, else all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from guiju.grammar.read import read
from guiju.grammar.source import Source
from support.accidents import (
    KINDS,
    POLICIES,
    Accident,
    Outcome,
    accidents,
    outcome,
    policy_text,
)


def share(part: int, whole: int) -> str:
    """A percentage, or a dash of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "—"


def row(name: str, results: Sequence[tuple[Accident, Outcome]]) -> str:
    """One line of the table."""
    all_of = [outcome for _, outcome in results]
    broken = [one for one in all_of if one.broken]
    legal = [one for one in all_of if not one.broken]
    cells = (
        name,
        str(len(all_of)),
        share(len(legal), len(all_of)),
        share(sum(one.findings == 1 for one in broken), len(broken)),
        share(sum(one.findings <= 2 for one in broken), len(broken)),
        share(sum(one.distance == 0 for one in broken), len(broken)),
        share(sum((one.distance or 0) <= 1 for one in broken), len(broken)),
        f"{sum(one.lost for one in broken) / max(len(broken), 1):.2f}",
        share(sum(one.caught for one in legal), len(legal)),
    )
    return "| " + " | ".join(cells) + " |"


def main(size: int | None, verbose: bool) -> None:
    """The table, a line for each policy and kind of accident."""
    print(
        "| accident | number | still well-formed | 1 finding | ≤ 2 | on the line | ± 1 line |"
        " declarations lost | of the well-formed caught |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for policy in POLICIES:
        text = policy_text(policy)
        intact, _ = read(Source("", text))
        for kind in KINDS:
            found = [(a, outcome(a, intact, checks=True)) for a in accidents(text, kind, size)]
            print(row(f"{policy} {kind}", found), flush=True)
            for accident, one in found if verbose else ():
                if not one.caught or (one.broken and one.lost > 1) or one.findings > 2:
                    line = Source("", accident.text)
                    number = line.position(accident.offset)[0]
                    print(
                        f"    {one}\n      {accident.token.text!r} {accident.stray!r} {number}: {line.line(number)}"
                    )


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(numbers[0] if numbers else None, "-v" in sys.argv)
