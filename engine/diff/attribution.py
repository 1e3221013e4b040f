"""Which change moved whom: the changes made one at a time, forward and in reverse.

The effect of a step is what it adds to each unit's total, and to which grade it takes the unit.
Taken in another order a step may have another effect, so both orders are kept. In either order the
steps and the remainder add up exactly to the whole: the remainder is what could not be applied.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from ..plan.plan import Plan
from ..result import Result
from .carry import Start
from .grouping import Changes, flat, groups
from .replay import Replay

Totals: TypeAlias = Mapping[str, Fraction]
Grades: TypeAlias = Mapping[str, str]
#: Runs a plan over the data in question; None where these do not meet what it demands of them.
Runner: TypeAlias = Callable[[Plan], Result | None]

_NONE = Fraction(0)


@frozen
class State:
    """What a policy makes of the units: their totals and final grades."""

    totals: Totals
    grades: Grades


@frozen
class Step:
    """Changes applied together, the difference of each unit's total in either order, and the
    grades that it takes units from and to, in the order of the document."""

    changes: Changes
    forward: Totals
    reverse: Totals
    grades: Mapping[str, tuple[str, str]]

    @property
    def matters(self) -> bool:
        """Whether it moves any unit."""
        return any(self.forward.values()) or any(self.reverse.values()) or bool(self.grades)


@frozen
class Attribution:
    """The whole difference of each unit, its steps, and the remainder. ``left`` are changes that
    could not be applied; they are part of the remainder."""

    whole: Totals
    steps: tuple[Step, ...]
    remainder: Totals
    left: Changes

    @property
    def share(self) -> Fraction:
        """How much of all movement the steps account for; 1 where nothing moves."""
        parts = sum((abs(s.forward[u]) for s in self.steps for u in self.whole), Fraction(0))
        rest = sum(map(abs, self.remainder.values()), Fraction(0))
        return parts / (parts + rest) if parts + rest else Fraction(1)


def state(result: Result) -> State:
    """What a result comes to."""
    run, outcome = result.run, result.run.plan.outcome
    final = outcome.veto.final if outcome.veto else outcome.grade
    grades = run.values[final] if final is not None else ()
    named = {u: g for u, g in zip(result.units, grades, strict=False) if isinstance(g, str)}
    return State(totals(result), named)


def totals(result: Result) -> dict[str, Fraction]:
    """Each unit's total; none where the policy has no total."""
    op = result.run.plan.outcome.total
    values = result.run.values[op] if op is not None else ()
    return {
        unit: value if value.__class__ is Fraction else Fraction(value)
        for unit, value in zip(result.units, values, strict=False)
        if value.__class__ is Fraction or isinstance(value, int)
    }


def attribute(start: Start, before: State, after: State, run: Runner) -> Attribution:
    """The changes between two states, split over the changes of the policy."""
    units = [unit for unit in before.totals if unit in after.totals]
    whole = {unit: after.totals[unit] - before.totals[unit] for unit in units}
    states = _States(start.replay, run, State({u: before.totals[u] for u in units}, before.grades))
    found, left = groups(start.replay.computing(), states.valid)
    steps, dropped = _steps(found, states)
    parts = {unit: sum(filter(None, (s.forward[unit] for s in steps)), _NONE) for unit in units}
    remainder = {unit: whole[unit] - parts[unit] for unit in units}
    return Attribution(whole, steps, remainder, (*left, *dropped))


class _States:
    """The states between two policies, each worked out once."""

    def __init__(self, replay: Replay, run: Runner, before: State) -> None:
        self.replay = replay
        self.run = run
        self.before = before
        self._plans: dict[frozenset[int], Plan | None] = {}
        self._states: dict[frozenset[int], State | None] = {frozenset(): before}

    def valid(self, changes: Changes) -> bool:
        """Whether the old policy with some changes made is a policy without errors."""
        return self.plan(changes) is not None

    def plan(self, changes: Changes) -> Plan | None:
        key = frozenset(map(id, changes))
        if key not in self._plans:
            self._plans[key] = self.replay.plan(changes)
        return self._plans[key]

    def at(self, changes: Changes) -> State | None:
        """What such a state makes of the units in question; None where it has no sound result."""
        key = frozenset(map(id, changes))
        if key not in self._states:
            self._states[key] = self._worked_out(changes)
        return self._states[key]

    def _worked_out(self, changes: Changes) -> State | None:
        plan = self.plan(changes)
        result = self.run(plan) if plan is not None else None
        if result is None or not result.sound:
            return None
        found = state(result)
        return found if found.totals.keys() >= self.before.totals.keys() else None


def _steps(found: Sequence[Changes], states: _States) -> tuple[tuple[Step, ...], Changes]:
    """The effects of groups in both orders. Where a state in between has no sound result in either
    order, the groups around it are one step; what has none even at the end is dropped."""
    forward = [states.at(flat(found[:i])) for i in range(len(found) + 1)]
    last = max(i for i, at in enumerate(forward) if at is not None)
    kept = found[:last]
    reverse = [states.at(flat(kept[i:])) for i in range(last + 1)]
    steps = []
    bounds = [i for i in range(last + 1) if forward[i] is not None and reverse[i] is not None]
    for start, end in pairwise(bounds):
        onward = _gain(forward[start], forward[end], states.before.totals)
        back = _gain(reverse[end], reverse[start], states.before.totals)
        moved = _moved(forward[start], forward[end], states.before.totals)
        steps.append(Step(flat(kept[start:end]), onward, back, moved))
    return tuple(steps), flat(found[last:])


def _gain(before: State | None, after: State | None, units: Totals) -> Totals:
    assert before is not None and after is not None, "only states with a sound result are compared"
    first, last = before.totals, after.totals
    # Most steps leave most totals what they are.
    return {u: last[u] - first[u] if last[u] != first[u] else _NONE for u in units}


def _moved(before: State | None, after: State | None, units: Totals) -> dict[str, tuple[str, str]]:
    assert before is not None and after is not None, "only states with a sound result are compared"
    pairs = {unit: (before.grades.get(unit, ""), after.grades.get(unit, "")) for unit in units}
    return {unit: pair for unit, pair in pairs.items() if pair[0] != pair[1]}
