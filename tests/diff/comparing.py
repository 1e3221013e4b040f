"""Comparing texts, and reading a difference in short."""

from __future__ import annotations

from collections import Counter
from functools import cache

from guiju.engine.diff.changes import Act, Change, ChangeClass, Difference
from guiju.engine.diff.compare import difference
from guiju.engine.examine import examine
from guiju.engine.semantics.checked import Checked
from guiju.grammar.source import Source
from support.policy import founding_text

#: What is done, read backwards.
OPPOSITE = {
    Act.ADDED: Act.REMOVED,
    Act.REMOVED: Act.ADDED,
    Act.SPLIT: Act.MERGED,
    Act.MERGED: Act.SPLIT,
}


@cache
def parsed(text: str) -> Checked:
    """A policy, whether or not its checks find anything."""
    return examine(Source("政策.guiju", text)).checked


def compared(new: str, old: str | None = None) -> Difference:
    """The difference from the founding policy, or from another, to a text."""
    return difference(parsed(founding_text() if old is None else old), parsed(new))


def kinds(found: Difference) -> list[tuple[str, str]]:
    """Class and act of every change, in order."""
    return [(change.kind.value, change.act.value) for change in found.changes]


def only(found: Difference) -> Change:
    """The one change there is."""
    assert len(found.changes) == 1, [in_short(change) for change in found.changes]
    return found.changes[0]


def in_short(change: Change) -> str:
    """A change in one line."""
    old, new = (side.words if side else "" for side in (change.old, change.new))
    return f"{change.kind.value} {change.act.value} {change.block} {change.aspect}: {old} → {new}"


def signature(found: Difference, *, backwards: bool = False) -> Counter[object]:
    """Everything a difference says, with the sides exchanged where it is read backwards."""
    return Counter(_signature(change, backwards) for change in found.changes)


def _signature(change: Change, backwards: bool) -> tuple[object, ...]:
    sides = [(s.words, s.clauses, s.path, s.span) if s else None for s in (change.old, change.new)]
    act = OPPOSITE.get(change.act, change.act) if backwards else change.act
    differences = tuple(s.difference * (-1 if backwards else 1) for s in change.shifts)
    return (change.kind, act, change.block, *(sides[::-1] if backwards else sides), differences)


def of_class(found: Difference, kind: ChangeClass) -> list[Change]:
    """The changes of one class."""
    return [change for change in found.changes if change.kind is kind]
