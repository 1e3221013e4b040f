"""What a change comes to in the tree of the old policy: nodes exchanged, taken out, put in.

Nothing is guessed at: every node put in is one of the new policy's own, at the place where the new
policy has it between what both have. Changes of wording, provenance, actors and clause numbers
have no effect on a result and no edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import field, frozen

from ...grammar.nodes import Block, Item
from ..semantics.declarations import Declaration
from .changes import Act, Change, ChangeClass, Place
from .pairing import Pairing, Regrouping

_COMPUTING = (ChangeClass.STRUCTURE, ChangeClass.RULE, ChangeClass.PARAMETER)
_ASIDE = ("title", "provenance", "source", "note", "formerly")


@frozen
class Swap:
    """A property or block replaced by one of the new policy."""

    old: Item
    new: Item


@frozen
class Drop:
    """A property or block taken out."""

    old: Item


@frozen
class Insert:
    """A property or block of the new policy put into an old block (None: the file), after what
    stands before it there (None: at the beginning)."""

    into: Block | None
    after: Item | None
    new: Item


@frozen
class Head:
    """A block that takes a part of its head from the new policy: its amount, kind or name."""

    old: Block
    new: Block
    part: str = field()


Edit: TypeAlias = Swap | Drop | Insert | Head


def edits(change: Change, pairing: Pairing) -> tuple[Edit, ...]:
    """The edits of a change; none where it has no effect on results, or no place in the old."""
    if change.kind not in _COMPUTING or change.aspect in _ASIDE or change.subject is None:
        return ()
    if change.act in (Act.SPLIT, Act.MERGED):
        return tuple(_regrouped(change.subject, pairing))
    whole = change.aspect is None or change.aspect == "kind"
    # The order of blocks, which is not 次序 of a ranking.
    if whole or change.act is Act.REORDERED:
        return tuple(_blocks(change, change.subject, pairing))
    return tuple(_aspect(change, change.subject, pairing))


def _blocks(change: Change, subject: Declaration, pairing: Pairing) -> Iterator[Edit]:
    old = pairing.back.get(subject)
    match change.act:
        case Act.ADDED:
            yield from _inserted(subject, pairing)
        case Act.REMOVED if subject in pairing.old.symbols.parents:
            yield Drop(subject.block)
        case Act.MOVED if old is not None:
            yield Drop(old.block)
            yield from _inserted(subject, pairing)
        case Act.REORDERED if old is not None:
            yield Swap(old.block, subject.block)
        case Act.RENAMED if old is not None:
            yield Head(old.block, subject.block, "name")
        case Act.CHANGED if old is not None:
            yield Head(old.block, subject.block, "kind")
        case _:
            return


def _inserted(subject: Declaration, pairing: Pairing) -> Iterator[Edit]:
    """A block put where the new policy has it, if what holds it goes on."""
    parent = pairing.new.symbols.parents[subject]
    home = pairing.back.get(parent) if parent is not None else None
    if parent is not None and home is None:
        return
    row = parent.children if parent is not None else pairing.new.symbols.declarations
    before = [pairing.back.get(d) for d in row[: row.index(subject)]]
    beside = (d for d in reversed(before) if d is not None and _parent(d, pairing) is home)
    after = next(beside, None)
    into = home.block if home is not None else None
    yield Insert(into, after.block if after is not None else None, subject.block)


def _parent(old: Declaration, pairing: Pairing) -> Declaration | None:
    return pairing.old.symbols.parents[old]


def _regrouped(subject: Declaration, pairing: Pairing) -> Iterator[Edit]:
    """What was divided goes, its parts come; what goes on takes its new points."""
    found: Regrouping = next(r for r in pairing.regroupings if subject in r.new)
    home = pairing.old.symbols.parents[found.old[0]]
    for old in found.old:
        new = pairing.forward.get(old)
        if new in found.new and new is not None:
            yield Head(old.block, new.block, "amount")
        else:
            yield Drop(old.block)
    for new in found.new:
        if pairing.back.get(new) not in found.old:
            into = home.block if home is not None else None
            yield Insert(into, found.old[0].block, new.block)


def _aspect(change: Change, subject: Declaration, pairing: Pairing) -> Iterator[Edit]:
    old = pairing.back.get(subject)
    if old is None:
        return
    if change.aspect == "amount" and not change.own:
        yield Head(old.block, subject.block, "amount")
        return
    before = _under(old, change.old) if change.old is not None else None
    after = _under(subject, change.new) if change.new is not None else None
    if before is not None and after is not None:
        yield Swap(before, after)
    elif before is not None:
        yield Drop(before)
    elif after is not None:
        yield Insert(old.block, _before(old, subject, after), after)


def _under(declaration: Declaration, place: Place) -> Item | None:
    """The property or entry that a place lies in."""
    return next(
        (
            item
            for item in (*declaration.properties.values(), *declaration.entries)
            if item.span.start <= place.span.start and place.span.end <= item.span.end
        ),
        None,
    )


def _before(old: Declaration, new: Declaration, item: Item) -> Item | None:
    """The old entry after which a new one comes: the order of grades has a meaning."""
    names = {entry.key.text: entry for entry in old.entries}
    found = None
    for entry in new.entries:
        if entry is item:
            return found
        found = names.get(entry.key.text, found)
    return None
