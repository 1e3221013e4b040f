"""Which change moved whom: the typed changes applied one at a time, forward and in reverse.

The effect of a step is what it adds to each unit's total. Taken in another order a step may have
another effect, so both orders are kept. In either order the steps and the remainder add up exactly
to the whole: the remainder is what no replacement of words can do, and what comes of both together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TypeAlias

from attrs import frozen

from ..plan.plan import Plan
from ..result import Result
from .changes import Change, Difference
from .replay import plan_with, replaceable

Changes: TypeAlias = tuple[Change, ...]
Totals: TypeAlias = Mapping[str, Fraction]
#: Runs a plan over the data in question; None where these do not meet what it demands of them.
Runner: TypeAlias = Callable[[Plan], Result | None]


@frozen
class Step:
    """Changes applied together, and the difference of each unit's total, in either order."""

    changes: Changes
    forward: Totals
    reverse: Totals

    @property
    def matters(self) -> bool:
        """Whether it moves any unit."""
        return any(self.forward.values()) or any(self.reverse.values())


@frozen
class Attribution:
    """The whole difference of each unit, its steps, and the remainder. ``left`` are changes of
    words that could not be applied without others; they are part of the remainder."""

    whole: Totals
    steps: tuple[Step, ...]
    remainder: Totals
    left: Changes


def totals(result: Result) -> dict[str, Fraction]:
    """Each unit's total; none where the policy has no total."""
    op = result.run.plan.outcome.total
    values = result.run.values[op] if op is not None else ()
    return {
        unit: Fraction(value)
        for unit, value in zip(result.units, values, strict=False)
        if isinstance(value, (int, Fraction))
    }


def attribute(difference: Difference, old: Result, new: Result, run: Runner) -> Attribution:
    """The changes of totals between two sound results, split over the changes of the policy."""
    before, after = totals(old), totals(new)
    whole = {unit: after[unit] - before[unit] for unit in before if unit in after}
    replay = _Replay(difference, run, {unit: before[unit] for unit in whole})
    groups, left = _groups(replaceable(difference), replay)
    steps, dropped = _steps(groups, replay)
    parts = {unit: sum((s.forward[unit] for s in steps), Fraction(0)) for unit in whole}
    remainder = {unit: whole[unit] - parts[unit] for unit in whole}
    return Attribution(whole, steps, remainder, (*left, *dropped))


class _Replay:
    """Totals of the old policy with some changes made, each worked out once."""

    def __init__(self, difference: Difference, run: Runner, before: Totals) -> None:
        self.difference = difference
        self.run = run
        self.before = before
        self._plans: dict[Changes, Plan | None] = {}
        self._totals: dict[Changes, Totals | None] = {(): before}

    def plan(self, changes: Changes) -> Plan | None:
        if changes not in self._plans:
            self._plans[changes] = plan_with(self.difference, changes)
        return self._plans[changes]

    def totals(self, changes: Changes) -> Totals | None:
        """The totals of the units in question; None where there is no sound result."""
        if changes not in self._totals:
            self._totals[changes] = self._worked_out(changes)
        return self._totals[changes]

    def _worked_out(self, changes: Changes) -> Totals | None:
        plan = self.plan(changes)
        result = self.run(plan) if plan is not None else None
        if result is None or not result.sound:
            return None
        found = totals(result)
        return found if found.keys() >= self.before.keys() else None


def _groups(changes: Sequence[Change], replay: _Replay) -> tuple[list[Changes], Changes]:
    """The changes in the smallest groups that leave a policy without errors, and those that never
    do. A weight that was moved, say, can be applied only with the one it went to."""
    groups: list[Changes] = []
    done: Changes = ()
    pending: Changes = ()
    for change in changes:
        tries = [(change,), *((p, change) for p in reversed(pending)), (*pending, change)]
        group = next((g for g in tries if replay.plan((*done, *g)) is not None), None)
        if group is None:
            pending = (*pending, change)
            continue
        groups.append(group)
        done = (*done, *group)
        pending = tuple(p for p in pending if p not in group)
    rescued = _rescued(done, pending, replay)
    left = tuple(change for change in pending if change not in rescued)
    return ([*groups, rescued] if rescued else groups), left


def _rescued(done: Changes, pending: Changes, replay: _Replay) -> Changes:
    """The most of what is pending that can be applied together, when one or two are left out: one
    weight that needs a new block must not keep back all the others."""
    for omitted in (1, 2):
        for group in (
            combinations(pending, len(pending) - omitted) if omitted < len(pending) else ()
        ):
            if replay.plan((*done, *group)) is not None:
                return group
    return ()


def _steps(groups: Sequence[Changes], replay: _Replay) -> tuple[tuple[Step, ...], Changes]:
    """The effects of groups in both orders. Where a state in between has no sound result in either
    order, the groups around it are one step; what has none even at the end is dropped."""
    forward = [replay.totals(_flat(groups[:i])) for i in range(len(groups) + 1)]
    last = max(i for i, found in enumerate(forward) if found is not None)
    kept = groups[:last]
    reverse = [replay.totals(_flat(kept[i:])) for i in range(last + 1)]
    steps = []
    bounds = [i for i in range(last + 1) if forward[i] is not None and reverse[i] is not None]
    for start, end in pairwise(bounds):
        onward = _gain(forward[start], forward[end], replay.before)
        back = _gain(reverse[end], reverse[start], replay.before)
        steps.append(Step(_flat(kept[start:end]), onward, back))
    return tuple(steps), _flat(groups[last:])


def _flat(groups: Sequence[Changes]) -> Changes:
    return tuple(change for group in groups for change in group)


def _gain(before: Totals | None, after: Totals | None, units: Totals) -> Totals:
    assert before is not None and after is not None, "only states with a sound result are compared"
    return {unit: after[unit] - before[unit] for unit in units}
