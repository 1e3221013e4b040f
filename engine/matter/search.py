"""Looking for a made-up unit that gets something else because of a change.

What is given are values near to the change that the change itself does not touch: marks and cells,
and totals of what goes on as it was. Each value is one that the policy's ranges allow. A unit that
was found among thousands is run again by itself under both policies before it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from attrs import evolve, frozen

from ...grammar.diagnostics import Text
from ..evaluate.interpret import Run
from ..evaluate.values import Value
from ..trial.candidates import candidates
from ..trial.cases import Case, run_cases
from ..trial.cone import Cone
from ..trial.nameable import Nameable
from ..trial.slice import Place, missing
from .drafts import Draft, drafts
from .outcomes import Output
from .states import Name, State
from .targets import NO_UNIT, Answer, Target, all_targets, same, targets

#: How many units that seem to show a difference are run by themselves.
_TRIES = 12
#: How often names that hang together are taken apart.
_ROUNDS = 6


@frozen
class Got:
    """What a unit gets under both policies; None where one does not speak of it."""

    kind: str
    name: str
    old: Answer | None
    new: Answer | None
    unit: Text = NO_UNIT


@frozen
class Witness:
    """A made-up unit: what is given of it, by name, under each policy, and what it gets."""

    cases: tuple[Case, Case]
    got: tuple[Got, ...]


def find_witness(old: State, new: State, differing: tuple[Output, ...]) -> Witness | None:
    """A unit that shows a difference of the results, or None where none was found."""
    before, after = targets(old.plan, differing), targets(new.plan, differing)
    keys = dict.fromkeys((*after, *before))
    first = [key for key in keys if key[0] in ("grade", "total")]
    for key in first or keys:
        found = Search(old, new, before.get(key), after.get(key)).find()
        if found is not None:
            return found
    return None


class Search:
    """The search for one target."""

    def __init__(self, old: State, new: State, before: Target | None, after: Target | None) -> None:
        self.states = (old, new)
        self.targets = (before, after)
        forms = (new.forms(), old.forms())
        self.through = [
            set(state.changed(other)) for state, other in zip(self.states, forms, strict=True)
        ]

    def find(self) -> Witness | None:
        cones = self.cones()
        names = dict.fromkeys(_key(leaf) for cone in cones for leaf in cone.leaves)
        leaves = {name: self.leaf(name) for name in names}
        values = [self.values(name, cones) for name in names]
        for some in drafts(leaves, values):
            found = self.among([one for one in some if self.possible(one)])
            if found is not None:
                least = self.smallest(found)
                return self.told(least, self.run([least]), 0)
        return None

    def among(self, found: list[Draft]) -> Draft | None:
        """The first of many units that shows a difference, by itself too."""
        runs = self.run(found)
        differ = (i for i in range(len(found)) if self.differs(runs, i))
        return next((found[i] for i in islice(differ, _TRIES) if self.shows(found[i])), None)

    def possible(self, draft: Draft) -> bool:
        """Whether a unit of its kind can have all that is given."""
        return all(
            state.attainable(state.named[name], value, draft.unit)
            for state in self.states
            for name, value in draft.given()
            if name in state.named
        )

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
            others = [other for other in names if other not in (name, state.kind)]
            given = {op for n in others if n in state.named for op in state.named[n].ops}
            roots = own.ops if own is not None else ()
            if any(state.graph.depends(root, given.difference(roots)) for root in roots):
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

    def run(self, found: list[Draft]) -> tuple[Run, Run]:
        """All units under both policies."""
        old, new = (
            run_cases(state.whole, [draft.case(state) for draft in found]) for state in self.states
        )
        return old, new

    def differs(self, runs: tuple[Run, Run], index: int) -> bool:
        """Whether both policies have an answer, and not the same."""
        answers: list[Answer | None] = []
        for target, run in zip(self.targets, runs, strict=True):
            answers.append(() if target is None else target.value(run, index))
            if answers[-1] is None:
                return False
        return not same(*answers)

    def shows(self, draft: Draft) -> bool:
        """Whether a unit by itself gets something else, from nothing but what is given."""
        runs = self.run([draft])
        if not self.differs(runs, 0):
            return False
        for state, target, run in zip(self.states, self.targets, runs, strict=True):
            places = places_of([draft.case(state)])
            if any(missing(run, op, 0, places) for op in (target.ops if target else ())):
                return False
        return True

    def smallest(self, draft: Draft) -> Draft:
        """The same without what is not needed."""
        less = next((less for less in draft.smaller() if self.shows(less)), None)
        return draft if less is None else self.smallest(less)

    def told(self, draft: Draft, runs: tuple[Run, Run], index: int) -> Witness:
        """What differs, and the total and grade as far as what is given decides them."""
        sides = [
            {(t.kind, t.name): t for t in (target, *all_targets(state.plan)) if t is not None}
            for state, target in zip(self.states, self.targets, strict=True)
        ]
        got = []
        for kind, name in dict.fromkeys((*sides[1], *sides[0])):
            pair = [
                side[kind, name].value(run, index) if (kind, name) in side else None
                for side, run in zip(sides, runs, strict=True)
            ]
            if pair != [None, None]:
                unit = next(side[kind, name].unit for side in sides if (kind, name) in side)
                got.append(Got(kind, name, pair[0], pair[1], unit))
        old, new = (draft.case(state) for state in self.states)
        return Witness((old, new), tuple(got))


def _key(leaf: Nameable) -> Name:
    return leaf.table, leaf.name


def places_of(cases: Sequence[Case]) -> set[Place]:
    """The operations and members whose values are given, of all units of a run."""
    found: set[Place] = set()
    rows: Counter[str] = Counter()
    for unit, case in enumerate(cases):
        found |= {(op, unit) for leaf in case.unit if leaf.spec is None for op in leaf.ops}
        for table, row in case.rows:
            found |= {(op, rows[table]) for leaf in row if leaf.spec is None for op in leaf.ops}
            rows[table] += 1
    return found
