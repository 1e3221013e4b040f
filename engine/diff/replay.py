"""Applying changes to the old text: the words under an old span replaced by those under the new.

Only replacements are applied. What adds, removes, moves or regroups blocks has no single place in
the old text, and is never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.source import Source
from ..examine import examine
from ..plan.lower import lower
from ..plan.plan import Plan
from .changes import Change, Difference


def replaceable(difference: Difference) -> tuple[Change, ...]:
    """The changes that can be applied, in the order of the document."""
    return tuple(change for change in difference.changes if change.replaceable)


def applied(difference: Difference, changes: Iterable[Change]) -> Source:
    """The old policy with some changes made."""
    text = difference.old.text
    edits = [(c.old.span, difference.new.slice(c.new.span)) for c in changes if c.old and c.new]
    for span, words in sorted(edits, key=lambda edit: -edit[0].start):
        text = text[: span.start] + words + text[span.end :]
    return Source(difference.old.name, text)


def plan_with(difference: Difference, changes: Iterable[Change]) -> Plan | None:
    """The plan of the old policy with some changes made; None where that has errors."""
    found = examine(applied(difference, changes))
    return lower(found.checked) if found.sound else None
