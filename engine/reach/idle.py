"""Parts of the total that can change no grade and no rank.

A part is idle when nothing that is decided (a grade, a rank, a veto, what follows from them) can
come out differently for another value of it: no operation on the way there reads it, or each that
does has one value only, or sets it aside whatever it is. That is sound: a part that is not reported
may still matter little, but one that is reported cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..plan.ops import Arithmetic, Choose, Op, OpId, arguments
from ..semantics.declarations import Declaration
from . import codes
from .known import Known
from .limits import swallowed

_PARTS = ("system", "goal", "indicator", "item", "process", "stage", "panel", "bonus", "deduction")


def prove(known: Known) -> Iterator[Diagnostic]:
    """The outermost idle parts of a policy that grades or ranks."""
    if not any(known.named("grades", "ranking")):
        return
    live, said = _live(known, _roots(known)), swallowed(known)
    idle = {
        declaration: known.ranges.same(op) not in live or known.ranges.of(op).fixed
        for op, declaration in known.named(*_PARTS)
        if declaration not in said
    }
    for declaration in idle:
        parent = known.checked.symbols.parents[declaration]
        if _all_idle(declaration, idle) and not (parent in idle and _all_idle(parent, idle)):
            yield Diagnostic(codes.IDLE_PART, declaration.span, {"name": declaration.title})


def _all_idle(declaration: Declaration | None, idle: dict[Declaration, bool]) -> bool:
    """Whether a part and all parts of it are idle. Stages may take a goal apart from its system."""
    return declaration is not None and all(idle.get(part, True) for part in declaration.walk())


def _roots(known: Known) -> Iterator[OpId]:
    """What is decided."""
    yield from (op for op, _ in known.named("grades", "ranking", "veto", "quota"))
    outcome = known.plan.outcome
    yield from (use.when for use in known.plan.uses if use.when is not None)
    if outcome.total is not None:
        yield outcome.total


def _live(known: Known, roots: Iterator[OpId]) -> set[OpId]:
    """All operations that something decided may hang on, by their representatives."""
    same, waiting = known.ranges.same, list(roots)
    live: set[OpId] = set()
    while waiting:
        op_id = same(waiting.pop())
        if op_id in live:
            continue
        live.add(op_id)
        if not known.ranges.of(op_id).fixed:
            waiting.extend(_heard(known, known.plan.ops[op_id]))
    return live


def _heard(known: Known, op: Op) -> Iterator[OpId]:
    """The arguments that have a say in what an operation comes to."""
    match op:
        case Choose(cases=cases, otherwise=otherwise):
            for when, take in cases:
                truths = known.ranges.of(when).truths
                yield when
                if True in truths:
                    yield take
                if False not in truths:
                    return
            yield otherwise
        case Arithmetic(op="min" | "max"):
            yield from (arg for arg in op.args if not _set_aside(known, op, arg))
        case _:
            yield from arguments(op)


def _set_aside(known: Known, op: Arithmetic, arg: OpId) -> bool:
    """Whether another argument always decides instead."""
    own = known.ranges.of(arg)
    for other in op.args:
        beside = known.ranges.of(other)
        if other == arg or own.numbers is None or beside.numbers is None or own.blank:
            continue
        below, above = (
            (beside.numbers, own.numbers) if op.op == "min" else (own.numbers, beside.numbers)
        )
        if below.high is not None and above.low is not None and below.high < above.low:
            return True
    return False
