"""Safe edits of findings, carried out and held against their promise.

An edit is kept only if the policy, examined anew, has its finding no more and no finding that it
did not have before; and if a sound policy still has the plan it had. What is proved from a plan
counts where there was one before: a policy that only now is sound had nothing proved of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import define, field, frozen

from ..grammar.diagnostics import Diagnostic, Edit, Fix
from ..grammar.source import Source, Span
from .edits import applied, original, overlapping
from .pipeline import Checkup, check
from .plan.text import digest

#: A finding by its code and where it began in the text as the author wrote it. Its wording will not
#: do: it quotes the text, which edits change.
_Key: TypeAlias = "tuple[str, int]"


@frozen
class Repair:
    """A finding and its edit that was carried out."""

    finding: Diagnostic
    fix: Fix


@frozen
class Fixed:
    """A policy after its safe edits, what they were, and what is still found."""

    source: Source
    repairs: tuple[Repair, ...]
    left: tuple[Diagnostic, ...]


def fix(source: Source) -> Fixed:
    """A policy with every safe edit that keeps its promise."""
    fixer = _Fixer(source, check(source))
    fixer.keep(_safe(fixer.state.diagnostics))
    return Fixed(Source(source.name, fixer.text), tuple(fixer.kept), fixer.state.diagnostics)


def _safe(found: Iterable[Diagnostic]) -> list[Repair]:
    """The first safe edit of each finding, in the order of the text, each place edited once."""
    repairs: list[Repair] = []
    for finding in found:
        repair = next((Repair(finding, fix) for fix in finding.fixes if fix.safe), None)
        if repair and not overlapping(_edits([*repairs, repair])):
            repairs.append(repair)
    return sorted(repairs, key=lambda repair: repair.fix.edits[0].span.start)


def _edits(repairs: Iterable[Repair]) -> list[Edit]:
    return [edit for repair in repairs for edit in repair.fix.edits]


@define
class _Fixer:
    """What has been kept so far, and how the text stands with it."""

    source: Source
    state: Checkup
    text: str = field(init=False)
    kept: list[Repair] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.text = self.source.text

    def keep(self, repairs: Sequence[Repair]) -> None:
        """Keep all of them if they may stand together, else look for those that may in halves."""
        if not repairs or self._kept(repairs) or len(repairs) == 1:
            return
        middle = len(repairs) // 2
        self.keep(repairs[:middle])
        self.keep(repairs[middle:])

    def _kept(self, repairs: Sequence[Repair]) -> bool:
        edits = _edits([*self.kept, *repairs])
        text = applied(self.source.text, edits)
        after = check(Source(self.source.name, text))
        known = (*self.state.diagnostics, *self.state.withheld)
        expected = _keys(known, _edits(self.kept))
        expected.subtract(_keys((repair.finding for repair in repairs), ()))
        found = after.found if self.state.proved is None else after.diagnostics
        added = _keys(found, edits) - expected
        if added or not _same_plan(self.state, after):
            return False
        self.text, self.state = text, after
        self.kept.extend(repairs)
        return True


def _same_plan(before: Checkup, after: Checkup) -> bool:
    """Whether a policy that had a plan still has the same."""
    if before.plan is None:
        return True
    return after.plan is not None and digest(after.plan) == digest(before.plan)


def _keys(found: Iterable[Diagnostic], edits: Sequence[Edit]) -> Counter[_Key]:
    return Counter(
        (finding.code.id, original(edits, finding.place.start))
        for finding in found
        if isinstance(finding.place, Span)
    )
