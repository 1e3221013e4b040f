"""All that is proved of a sound policy, in the order its findings read best."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...grammar.diagnostics import Diagnostic
from ..plan.plan import Plan
from ..semantics.checked import Checked
from . import bands, cases, conditions, idle, limits, marks, totals, turns, vetoes
from .known import Known
from .ranges import ranges_of

PROOFS: tuple[Callable[[Known], Iterator[Diagnostic]], ...] = (
    bands.prove,
    cases.prove,
    conditions.prove,
    limits.prove,
    marks.prove,
    vetoes.prove,
    idle.prove,
    turns.prove,
    totals.prove,
)


def known_of(checked: Checked, plan: Plan) -> Known:
    """A sound policy with the range of every operation of its plan."""
    return Known(checked, plan, ranges_of(plan))


def prove(checked: Checked, plan: Plan) -> tuple[Diagnostic, ...]:
    """What follows from the ranges of a policy's values."""
    known = known_of(checked, plan)
    return tuple(finding for proof in PROOFS for finding in proof(known))
