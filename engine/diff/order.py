"""Order: where it has a meaning in a policy, and how changes are ordered and headed in a list."""

from __future__ import annotations

from attrs import evolve

from ..semantics.declarations import Declaration
from .canonical import Canon
from .changes import Act, Change
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
    """The changes as the new document runs, each under the title of its outermost block; what was
    removed, where it stood between the rest."""
    anchors = _anchors(pairing)

    def key(change: Change) -> tuple[int, int, int, bool, int]:
        subject, spot = change.subject, (change.new or change.place).span.start
        if change.act is Act.REMOVED and change.aspect is None and subject is not None:
            return (anchors[subject], 1, spot, False, 0)
        start = subject.block.span.start if subject is not None else spot
        if change.new is None:  # its place is one of the old policy, comparable to no new one
            return (start, 0, _after(change, pairing), True, spot)
        return (start, 0, spot, False, spot)

    return tuple(_placed(change, pairing) for change in sorted(changes, key=key))


def _after(change: Change, pairing: Pairing) -> int:
    """Where in the new block something that is gone stood: after what was written before it and
    goes on; at the beginning where nothing does."""
    new, gone = change.subject, change.place.span
    if new is None:
        return gone.start
    old = pairing.back.get(new)
    before = _written(old) if old is not None else {}
    after = _written(new)
    kept = [k for k, end in before.items() if end < gone.start and k in after]
    return after[max(kept, key=before.__getitem__)] if kept else new.block.span.start


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


def _anchors(pairing: Pairing) -> dict[Declaration, int]:
    """For each old declaration, the new place of the last one before it that went on."""
    found: dict[Declaration, int] = {}
    place = -1
    for top in pairing.old.symbols.declarations:
        for declaration in top.walk():
            if declaration in pairing.forward:
                place = pairing.forward[declaration].block.span.start
            found[declaration] = place
    return found
