"""Both evaluators on as many generated policies and years as you like, by hand:

    python tests/reference/long_run.py 100000 [seed]

Counts (policy, year) pairs, ten years a policy. Stops at the first thing the two do not agree on,
with the policy and the year made as small as still shows it.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import count
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from reference.trial import generated, shown, smallest, trials

YEARS = 10


def main(pairs: int, seed: int) -> int:
    """The exit code: 1 where the two disagree."""
    started, seen = perf_counter(), Counter[str]()
    for number in count(seed):
        if generated(number)[1].plan is None:
            print(f"policy {number} does not pass the checks", flush=True)
            seen["refused"] += 1
            continue
        for trial in trials(range(number, number + 1), YEARS):
            found = trial.compared
            seen.update(found.reasons, pairs=1, values=found.values)
            seen["a requirement fails"] += bool(found.failing)
            seen["sound"] += not (found.reasons or found.failing)
            if found.divergence is not None:
                print(f"policy {number} of {seed}:", shown(smallest(trial)), sep="\n")
                return 1
        generated.cache_clear()
        if (number - seed) % 50 == 49 or seen["pairs"] >= pairs:
            speed = seen["pairs"] / (perf_counter() - started)
            print(f"{seen['pairs']} pairs, {speed:.0f} a second:", dict(seen), flush=True)
        if seen["pairs"] >= pairs:
            return 0
    return 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [1000, 0][len(numbers) :])))
