"""Vetoes that cannot change any grade."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..checks.bands import bands_of, in_order
from ..levels import UNIT
from ..plan.ops import Choose, Lower, OpId
from . import codes
from .assume import assume
from .domain import FALSE, NO_NAMES
from .known import Known
from .worlds import EMPTY, Env, World


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every veto that can take effect at all; that one cannot is said of its condition."""
    if not all(in_order(bands_of(d)) for d in known.checked.symbols.all_of("grades")):
        return  # which grade is the better one is said in the wrong order
    veto = known.plan.outcome.veto
    effective = {events.name: events.effective for events in veto.events} if veto else {}
    for op_id, declaration in known.named("veto"):
        condition = effective.get(declaration.name)
        if condition is None or known.ranges.of(condition).truths == FALSE:
            continue
        world, env = known.ranges.joined, EMPTY
        if known.plan.ops[condition].level == UNIT:
            inside = assume(world, condition, True, EMPTY)
            if inside is None:
                continue
            env = inside
        if not _matters(world, op_id, env):
            yield Diagnostic(codes.IDLE_VETO, declaration.span, {"name": declaration.title})


def _matters(world: World, op_id: OpId, env: Env) -> bool:
    """Whether a unit that a veto concerns can have a grade that it changes."""
    op = world.plan.ops[op_id]
    match op:
        case Lower(grade=grade, grades=grades, floor=floor):
            names = world.under(grade, env).names
            above = frozenset(grades[: grades.index(floor)])
            return names is None or bool(names & above)
        case Choose(cases=((when, take), *_), otherwise=grade):
            inside = assume(world, when, True, env)
            if inside is None:
                return False
            names, set_to = world.under(grade, inside).names, world.under(take, inside).names
            return names is None or bool(names - (set_to or NO_NAMES))
    return True
