"""The two sides of a change as a reader sees them: words, names, and what a block holds."""

from __future__ import annotations

from ..diff.changes import Act, Change, ChangeClass, Difference, Place
from .words import Wording

#: The content of a block that was added or removed is shown up to here, in characters.
_LONGEST = 300


def shown(change: Change, difference: Difference) -> tuple[str, str]:
    """The words on both sides; for a rename or move the names or the places themselves, for what
    only one side has what the headline does not say of it."""
    old, new = change.old, change.new
    if change.act is Act.RENAMED and not change.own and old and new:
        return _called(old, new), _called(new, old)
    if change.aspect is None and change.act in (Act.ADDED, Act.REMOVED):
        head = _head(change, difference)
        return (head if old else ""), (head if new else "")
    if change.act is Act.MOVED and old and new:
        return " › ".join(old.path[:-1]), " › ".join(new.path[:-1])
    if change.lost or change.gained:
        return "、".join(change.lost), "、".join(change.gained)
    if change.kind is ChangeClass.RENUMBERED:
        return "", ""  # just the clauses, which stand beside every change
    return (old.words if old else ""), (new.words if new else "")


def _called(place: Place, other: Place) -> str:
    """The name, and the title where it is another than the name and the other side's title."""
    title = place.path[-1]
    if place.name and title in (place.name, other.path[-1]):
        return place.name
    return f"{place.name} “{title}”".strip()


def _head(change: Change, difference: Difference) -> str:
    """The name and the amount of a block, as far as its title does not say them."""
    place, source = change.place, difference.old if change.old else difference.new
    amount = change.subject.block.amount if change.subject is not None else None
    name = "" if place.name == place.path[-1] else place.name
    return "　".join(filter(None, (name, source.slice(amount.span) if amount else "")))


def content(place: Place | None, word: Wording) -> str:
    """What stands in a block that only this side has, cut where it goes on for long."""
    inside = place.content if place is not None else ""
    if len(inside) <= _LONGEST:
        return inside
    return inside[:_LONGEST] + word("……（下略）", " … (cut)")


def marks(change: Change, word: Wording) -> tuple[str, str]:
    """What stands before the two sides: of a list only what went and what came."""
    if change.lost or change.gained:
        return word("去掉：", "without "), word("加上：", "with ")
    return word("原：", "old: "), word("新：", "new: ")


def between(change: Change, old: str, new: str, word: Wording) -> str:
    """Both sides on one line."""
    if change.lost or change.gained:
        pairs = zip(marks(change, word), (old, new), strict=True)
        return word("；", ", ").join(mark + text for mark, text in pairs if text)
    return _arrow(old, new)


def _arrow(old: str, new: str) -> str:
    return f"{old} → {new}" if old and new else old or new
