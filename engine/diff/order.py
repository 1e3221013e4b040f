"""Order: where it has a meaning in a policy, and how changes are ordered and headed in a list."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..semantics.declarations import Declaration
from .canonical import Canon
from .changes import Change
from .pairing import Pairing


def reordered(old: Declaration, new: Declaration, pairing: Pairing, canon: Canon) -> bool:
    """Whether cases or grades that both sides have stand in another order."""
    cases = [d for d in old.of_kind("case") if pairing.forward.get(d) in new.of_kind("case")]
    after = [pairing.forward[d] for d in cases]
    if after != sorted(after, key=lambda d: d.span.start):
        return True
    if new.kind.id != "grades":
        return False
    names = [entry.key.text for entry in new.entries]
    kept = [name for e in old.entries if (name := canon.name(e.key.text)) in names]
    return kept != [name for name in names if name in kept]


def order_of(declaration: Declaration) -> tuple[str, ...]:
    """The cases or grades of a block by their titles, as they are written."""
    cases = declaration.of_kind("case")
    return tuple([d.title for d in cases] or [entry.key.text for entry in declaration.entries])


def in_order(changes: list[Change], pairing: Pairing) -> tuple[Change, ...]:
    """The changes as the new document runs, each under the title of its outermost block; what is
    gone, where it stood between the rest."""

    def key(change: Change) -> tuple[int, bool, int]:
        if change.new is not None:
            return (change.new.span.start, False, 0)
        return (_after(change, pairing), True, change.place.span.start)

    return tuple(_placed(change, pairing) for change in sorted(changes, key=key))


def _after(change: Change, pairing: Pairing) -> int:
    """Where in the new policy something that is gone stood: after the last of what was written
    before it in its block and goes on; at the beginning of the block where nothing does."""
    old, new = _around(change, pairing)
    gone = change.place.span.start
    before = [(end, now) for end, now in _kept(old, new, pairing) if end <= gone]
    if before:
        return max(before)[1]
    return new.block.head.end if new is not None else -1


def _around(change: Change, pairing: Pairing) -> tuple[Declaration | None, Declaration | None]:
    """The block in which something that is gone stood, in the old policy and in the new."""
    subject = change.subject
    if subject is None or subject not in pairing.old.symbols.parents:
        return pairing.back.get(subject) if subject is not None else None, subject
    part = _goes_on(subject, pairing)
    if part is not None:
        return None, part  # of what was split, next to its first part
    parent = pairing.old.symbols.parents[subject]
    return parent, _goes_on(parent, pairing) if parent is not None else None


def _goes_on(old: Declaration, pairing: Pairing) -> Declaration | None:
    """What a block became, or the first of its parts."""
    parts = (r.new[0] for r in pairing.regroupings if old in r.old)
    return pairing.forward.get(old) or next(parts, None)


def _kept(
    old: Declaration | None, new: Declaration | None, pairing: Pairing
) -> Iterator[tuple[int, int]]:
    """Where each part of a block that goes on ends, in the old policy and in the new; without any
    block, each outermost one."""
    outermost = pairing.old.symbols.declarations if new is None else ()
    for child in old.children if old is not None else outermost:
        now = pairing.forward.get(child)
        if now is not None:
            yield child.block.span.end, now.block.span.end
    if old is not None and new is not None:
        after = _written(new)
        yield from ((end, after[key]) for key, end in _written(old).items() if key in after)


def _written(declaration: Declaration) -> dict[str, int]:
    """Where each property and entry of a declaration ends, by its id or name."""
    found = {key: prop.span.end for key, prop in declaration.properties.items()}
    return found | {entry.key.text: entry.span.end for entry in declaration.entries}


def _placed(change: Change, pairing: Pairing) -> Change:
    """A change under the outermost title, by which a reader of the new policy finds the place."""
    subject = change.subject
    if subject is None:
        return evolve(change, heading=change.place.path[0])
    is_new = subject in pairing.new.symbols.parents
    symbols = (pairing.new if is_new else pairing.old).symbols
    *_, top = symbols.ancestors(subject)
    here, example = pairing.forward.get(top, top), top.kind.id == "example"
    heading = (here.name if example else here.title) or top.block.kind.text
    return evolve(change, heading=heading, example=example)
