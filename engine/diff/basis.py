"""What a declaration rests on, compared: provenance, renumbering, and the wording of reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from ...grammar.nodes import String
from ...grammar.source import Span
from ...grammar.vocabulary import LOCALS, PROPERTIES, find, find_property
from ..semantics.declarations import Declaration, provenance
from .canonical import plain_text
from .changes import Act, Change, ChangeClass, Place
from .sides import Side

_REASONS = ("inferred", "reading", "delegated")
_REMARKS = ("alternatives", "note")


@frozen
class _Statement:
    """One statement, of a kind, about a property or the whole; ``said`` is how it is compared."""

    kind: str
    target: str
    said: str
    span: Span

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kind, self.target, self.said


def basis_changes(
    old_side: Side, new_side: Side, old: Declaration, new: Declaration
) -> Iterator[Change]:
    """What is otherwise stated, inferred, chosen or delegated; then clauses; then wording."""
    before, after = _statements(old), _statements(new)

    def change(kind: ChangeClass, aspect: str, keys: Collection[str]) -> Change:
        """Only statements that the other side does not have."""
        named = kind is ChangeClass.PROVENANCE
        one = _written(old_side, old, _shown(before, after, keys), named)
        other = _written(new_side, new, _shown(after, before, keys), named)
        act = Act.CHANGED if one and other else Act.REMOVED if one else Act.ADDED
        return Change(kind, act, new.kind.id, aspect, one, other, subject=new)

    renumbered = all(any(s.kind == "source" for s in side) for side in (before, after))
    rests = _kinds(before) != _kinds(after)
    if rests:
        keys = ("source", *_REASONS, "alternatives")  # where the clause is another, it is shown
        yield change(ChangeClass.PROVENANCE, "provenance", keys)
    wordings = ("note",) if rests else (*_REASONS, *_REMARKS)
    for kind in (*(("source",) if renumbered and not rests else ()), *wordings):
        if _beyond(before, after, (kind,)) or _beyond(after, before, (kind,)):
            about = ChangeClass.RENUMBERED if kind == "source" else ChangeClass.WORDING
            yield change(about, kind, (kind,))


def _statements(declaration: Declaration) -> tuple[_Statement, ...]:
    stated = tuple(
        _Statement(p.kind, _target(p.target), plain_text(p.text), p.span)
        for p in provenance(declaration)
    )
    remarks = tuple(
        _Statement(key, "", plain_text(item.text), item.span)
        for key in _REMARKS
        for item in declaration.items(key)
        if isinstance(item, String)
    )
    return stated + remarks


def _kinds(stated: tuple[_Statement, ...]) -> list[tuple[str, str]]:
    """Of which kinds the statements are, and of what they speak; of clauses, whether there are."""
    reasons = [(s.kind, s.target) for s in stated if s.kind in _REASONS]
    sources = {(s.kind, "") for s in stated if s.kind == "source"}
    return sorted([*reasons, *sources])


def _target(name: str | None) -> str:
    word = find_property(name, PROPERTIES) or find(LOCALS, name) if name else None
    return word.id if word else name or ""


def _beyond(
    ours: tuple[_Statement, ...], theirs: tuple[_Statement, ...], kinds: Collection[str]
) -> list[_Statement]:
    known = {s.key for s in theirs}
    return [s for s in ours if s.kind in kinds and s.key not in known]


def _shown(
    ours: tuple[_Statement, ...], theirs: tuple[_Statement, ...], kinds: Collection[str]
) -> list[_Statement]:
    """What only this side states; where that is nothing, the clause on which it rests now."""
    beyond = _beyond(ours, theirs, kinds)
    return beyond or [s for s in ours if s.kind == "source" and len(kinds) > 1]


def _written(
    side: Side, declaration: Declaration, stated: list[_Statement], named: bool
) -> Place | None:
    """Statements as they are written, each kind after its word where they may be of several."""
    if not stated:
        return None
    words = []
    for kind in dict.fromkeys(s.kind for s in stated):
        said = "、".join(dict.fromkeys(side.words(s.span) for s in stated if s.kind == kind))
        word = declaration.properties[kind].key.text
        words.append(f"{word}：{said}" if named else said)
    return side.place(declaration, stated[0].span, "；".join(words))
