"""Looking for a made-up unit that gets something else because of a change.

What is given are values near to the change that the change itself does not touch: marks and cells,
and totals of what goes on as it was. Each value is one that the policy's ranges allow. A unit that
was found among thousands is run again by itself under both policies before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from attrs import evolve, frozen

from ..evaluate.interpret import Run
from ..evaluate.values import Value
from ..trial.candidates import candidates, combinations
from ..trial.cases import Case, run_cases, split
from ..trial.cone import Cone
from ..trial.nameable import Nameable
from ..trial.slice import Place, missing
from .outcomes import Output
from .states import Name, State
from .targets import Target, all_targets, same, targets

#: How many units that seem to show a difference are run by themselves.
_TRIES = 12
#: How often names that hang together are taken apart.
_ROUNDS = 6


@frozen
class Got:
    """What a unit gets under both policies; None where one does not speak of it."""

    kind: str
    name: str
    old: Value | None
    new: Value | None


@frozen
class Witness:
    """A made-up unit: what is given of it, by name, under each policy, and what it gets."""

    given: Mapping[Name, Value]
    cases: tuple[Case, Case]
    got: tuple[Got, ...]


def find_witness(old: State, new: State, differing: tuple[Output, ...]) -> Witness | None:
    """A unit that shows a difference of the results, or None where none was found."""
    before, after = targets(old.plan, differing), targets(new.plan, differing)
    for key in dict.fromkeys((*after, *before)):
        found = _Search(old, new, before.get(key), after.get(key)).find()
        if found is not None:
            return found
    return None


class _Search:
    """The search for one target."""

    def __init__(
        self, old: State, new: State, before: Target | None, after: Target | None
    ) -> None:
        self.states = (old, new)
        self.targets = (before, after)
        forms = (new.forms(), old.forms())
        self.through = [
            set(state.changed(other)) for state, other in zip(self.states, forms, strict=True)
        ]

    def find(self) -> Witness | None:
        cones = self.cones()
        names = list(dict.fromkeys(_key(leaf) for cone in cones for leaf in cone.leaves))
        values = [self.values(name, cones) for name in names]
        leaves = [self.leaf(name) for name in names]
        picked = dict.fromkeys([*combinations(leaves, values), *_one_by_one(values)])
        cases = [dict(zip(names, one, strict=True)) for one in picked]
        runs = self.run(cases)
        differ = (i for i in range(len(cases)) if self.differs(runs, i))
        for index in islice(differ, _TRIES):
            if self.shows(cases[index]):
                return self.told(self.smallest(cases[index]))
        return None

    # ── what is given ──

    def cones(self) -> list[Cone]:
        """What the target comes from under each policy. A value is only given where nothing else
        that is given has a part in it, so that both policies are told of one and the same unit."""
        for _ in range(_ROUNDS):
            cones = [
                state.graph.cone(target.ops if target else (), through)
                for state, target, through in zip(
                    self.states, self.targets, self.through, strict=True
                )
            ]
            leaves = {_key(leaf): leaf for cone in cones for leaf in cone.leaves}
            mixed = [name for name in leaves if self.hangs_on_others(name, leaves)]
            if not mixed:
                break
            for state, through in zip(self.states, self.through, strict=True):
                for name in mixed:
                    through.update(state.named[name].ops if name in state.named else ())
        return cones

    def hangs_on_others(self, name: Name, names: Mapping[Name, Nameable]) -> bool:
        for state in self.states:
            own = state.named.get(name)
            others = [state.named[other] for other in names if other != name and other in state.named]
            ops = [op for other in others for op in other.ops]
            if own is not None and any(
                op not in own.ops and state.graph.depends(root, (op,)) for root in own.ops for op in ops
            ):
                return True
        return False

    def leaf(self, name: Name) -> Nameable:
        return next(state.named[name] for state in self.states if name in state.named)

    def values(self, name: Name, cones: list[Cone]) -> tuple[Value, ...]:
        """Values of a name that both policies allow, near to what either compares with."""
        constants = tuple(dict.fromkeys(c for cone in cones for c in cone.constants))
        allowed: list[Value] | None = None
        for state, cone in zip(self.states, cones, strict=True):
            leaf = state.named.get(name)
            if leaf is None:
                continue
            found = candidates(leaf, evolve(cone, constants=constants), state.year)
            found = tuple(dict.fromkeys((*found, *state.between(leaf))))
            kept = [value for value in found if state.attainable(leaf, value)]
            allowed = kept if allowed is None else [v for v in allowed if v in kept]
        return tuple(allowed or ())

    # ── running ──

    def case(self, given: Mapping[Name, Value], state: State) -> Case:
        named = state.named
        return split({named[name]: value for name, value in given.items() if name in named})

    def run(self, cases: list[dict[Name, Value]]) -> tuple[Run, Run]:
        """All units under both policies."""
        old, new = (
            run_cases(state.whole, [self.case(given, state) for given in cases])
            for state in self.states
        )
        return old, new

    def differs(self, runs: tuple[Run, Run], index: int) -> bool:
        """Whether both policies have an answer, and not the same."""
        answers = []
        for target, run in zip(self.targets, runs, strict=True):
            answers.append(() if target is None else target.value(run, index))
            if answers[-1] is None:
                return False
        return not same(*answers)

    def shows(self, given: Mapping[Name, Value]) -> bool:
        """Whether a unit by itself gets something else, from nothing but what is given."""
        runs = self.run([dict(given)])
        if not self.differs(runs, 0):
            return False
        for state, target, run in zip(self.states, self.targets, runs, strict=True):
            places = _places(self.case(given, state))
            if any(missing(run, op, 0, places) for op in (target.ops if target else ())):
                return False
        return True

    def smallest(self, given: Mapping[Name, Value]) -> Mapping[Name, Value]:
        """The same without what is not needed."""
        for name in reversed(list(given)):
            less = {key: value for key, value in given.items() if key != name}
            if self.shows(less):
                return self.smallest(less)
        return given

    def told(self, given: Mapping[Name, Value]) -> Witness:
        """What differs, and the total and grade as far as what is given decides them."""
        runs = self.run([dict(given)])
        sides = [
            {(t.kind, t.name): t for t in (target, *all_targets(state.plan)) if t is not None}
            for state, target in zip(self.states, self.targets, strict=True)
        ]
        got = []
        for kind, name in dict.fromkeys((*sides[1], *sides[0])):
            pair = [
                side[kind, name].value(run, 0) if (kind, name) in side else None
                for side, run in zip(sides, runs, strict=True)
            ]
            if pair != [None, None]:
                got.append(Got(kind, name, *pair))
        old, new = (self.case(given, state) for state in self.states)
        return Witness(given, (old, new), tuple(got))


def _key(leaf: Nameable) -> Name:
    return leaf.table, leaf.name


def _one_by_one(values: list[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    """Every value of every name beside few others of the rest."""
    if not all(values):
        return
    for base in (0, 1, -1, -2):
        rest = [one[base % len(one)] for one in values]
        for place, own in enumerate(values):
            for value in own:
                yield (*rest[:place], value, *rest[place + 1 :])


def _places(case: Case) -> set[Place]:
    """The operations and members whose values are given."""
    found: set[Place] = {(op, 0) for leaf in case.unit if leaf.spec is None for op in leaf.ops}
    for _, row in case.rows:
        found |= {(op, 0) for leaf in row if leaf.spec is None for op in leaf.ops}
    return found


