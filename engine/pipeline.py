"""Text to plan: the order of the stages, and nothing else."""

from __future__ import annotations

from attrs import frozen

from ..grammar.diagnostics import Diagnostic, Severity
from ..grammar.nodes import Block
from ..grammar.source import Source, Span
from .checks import UNPROVED
from .examine import Examined, examine
from .plan.lower import lower
from .plan.plan import Plan
from .reach.prove import prove
from .semantics.checked import Checked


@frozen
class Checkup:
    """A policy read and checked. ``plan`` is None where an error stands in the way.

    ``found`` is what reading and checking found, ``proved`` what follows from the plan; that is
    None where there was no plan to prove anything from. ``withheld`` is not said: it may follow
    from nothing but a place that could not be read.
    """

    checked: Checked
    plan: Plan | None
    found: tuple[Diagnostic, ...]
    proved: tuple[Diagnostic, ...] | None
    withheld: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings."""
        return (*self.found, *(self.proved or ()))


def check(source: Source) -> Checkup:
    """Text to plan, with all findings of all stages. A sound policy has a plan, and what can be
    proved from it is found last; it may be that the policy is not sound after all."""
    found = examine(source)
    if not found.sound:
        rest = tuple(f for inspect in UNPROVED for f in inspect(found.checked) if _seen(found, f))
        said = (*found.diagnostics, *rest)
        return Checkup(found.checked, None, said, None, found.withheld)
    plan = lower(found.checked)
    proved = prove(found.checked, plan)
    sound = all(finding.severity is not Severity.ERROR for finding in proved)
    return Checkup(found.checked, plan if sound else None, found.diagnostics, proved)


def _seen(found: Examined, finding: Diagnostic) -> bool:
    """Whether a finding about a whole block has seen all of it: a line that could not be read is
    missing, and what seems to lack may be what it says."""
    blocks = [item.span for item in found.checked.file.items if isinstance(item, Block)]
    whole = next((span for span in blocks if _within(finding, span)), None)
    return whole is None or not any(_within(one, whole) for one in found.misread)


def _within(finding: Diagnostic, span: Span) -> bool:
    place = finding.place
    return isinstance(place, Span) and span.start <= place.start <= span.end
