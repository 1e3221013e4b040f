"""What a unit gets from a policy, as far as two policies may give it something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

from ...grammar.diagnostics import Text
from ..evaluate.interpret import Run
from ..evaluate.values import Blank, Value, faults_of
from ..plan.ops import OpId
from ..plan.plan import Plan, Use
from .outcomes import Output

Kind: TypeAlias = Literal["grade", "total", "rank", "proposed", "pending", "use", "figure"]


#: The unit of what is no figure, and of plain numbers.
NO_UNIT = Text("", "")


@frozen
class NoAnswer:
    """A figure that falls between what the policy provides for: it is evaluated, and gets nothing.
    Where something is only not given there is no answer to compare at all."""


Answer: TypeAlias = "Value | NoAnswer"


@frozen
class Target:
    """One value that a unit gets. Of a use it is what follows for the unit, or nothing."""

    kind: Kind
    name: str
    ops: tuple[OpId, ...]
    actions: tuple[str, ...] = ()
    unit: Text = NO_UNIT

    def value(self, run: Run, index: int) -> Answer | None:
        """What a unit gets; None where what is given does not decide it."""
        values = [run.values[op][index] for op in self.ops]
        if reasons := {fault.reason for value in values for fault in faults_of(value)}:
            return NoAnswer() if reasons == {"unmatched"} else None
        if self.kind != "use":
            return values[0]
        return self.actions if all(value is True for value in values) else ()


def targets(plan: Plan, differing: tuple[Output, ...]) -> dict[tuple[Kind, str], Target]:
    """What of the outputs that may differ a single unit can show, grades first."""
    kinds = {output.kind for output in differing}
    uses = {output.name for output in differing if output.kind == "use"}
    found = [t for t in _of_outcome(plan) if t.kind in kinds or t.kind == "pending"]
    found += [t for use in plan.uses if use.name in uses for t in _of_use(use)]
    return {(target.kind, target.name): target for target in found}


def group_targets(plan: Plan, differing: tuple[Output, ...]) -> dict[tuple[Kind, str], Target]:
    """What of the outputs that may differ a few units can show: a place among them too, last."""
    kinds = {output.kind for output in differing}
    rank = plan.outcome.rank
    places = [Target("rank", "", (rank,))] if rank is not None and "rank" in kinds else []
    return targets(plan, differing) | {(one.kind, one.name): one for one in places}


def all_targets(plan: Plan) -> tuple[Target, ...]:
    """The total and the grades of a unit, to be told beside what differs."""
    return tuple(t for t in _of_outcome(plan) if t.kind in ("grade", "total"))


def _of_outcome(plan: Plan) -> Iterator[Target]:
    outcome, veto = plan.outcome, plan.outcome.veto
    final = veto.final if veto else outcome.grade
    found: list[tuple[Kind, OpId | None]] = [
        ("grade", final),
        ("total", outcome.total),
        ("proposed", outcome.grade),
        ("pending", veto.pending if veto else None),
    ]
    for kind, op in found:
        if op is not None and plan.ops[op].level.kind == "unit":
            yield Target(kind, "", (op,))


def _of_use(use: Use) -> Iterator[Target]:
    asked = tuple(op for op in (use.applies, use.when) if op is not None)
    yield Target("use", use.name, asked, use.actions or (use.title,))
    for due in use.quotas:
        yield Target("figure", f"{use.name}·{due.name}", (due.op,), unit=due.unit)


def same(one: Answer | None, other: Answer | None) -> bool:
    """Whether two values are the same. True is 1 in Python, and never in a policy."""
    if isinstance(one, Blank) or isinstance(other, Blank):
        return isinstance(one, Blank) and isinstance(other, Blank)
    return one == other and isinstance(one, bool) is isinstance(other, bool)
