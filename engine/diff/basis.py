"""What a declaration rests on, compared: provenance, renumbering, and the wording of reasons."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.vocabulary import LOCALS, PROPERTIES, find, find_property
from ..semantics.declarations import Declaration, Provenance, provenance
from .aspects import value_span
from .canonical import plain_text
from .changes import Act, Change, ChangeClass, Place
from .sides import Side

_REASONS = ("inferred", "reading", "delegated")
_REMARKS = ("alternatives", "note")


def basis_changes(
    old_side: Side, new_side: Side, old: Declaration, new: Declaration
) -> Iterator[Change]:
    """What is otherwise stated, inferred, chosen or delegated; then clauses; then wording."""
    before, after = provenance(old), provenance(new)

    def change(kind: ChangeClass, aspect: str, keys: tuple[str, ...] = ()) -> Change:
        one, other = (
            _written(s, d, keys or (aspect,)) for s, d in ((old_side, old), (new_side, new))
        )
        act = _act(one.words, other.words)
        return Change(kind, act, new.kind.id, aspect, *_present(one, other), subject=new)

    rests = _kinds(before) != _kinds(after)
    if rests:
        yield change(ChangeClass.PROVENANCE, "basis", ("source", *_REASONS, "alternatives"))
    sources = _texts(before, "source"), _texts(after, "source")
    if all(sources) and sources[0] != sources[1]:
        yield change(ChangeClass.RENUMBERED, "source")
    for kind in () if rests else _REASONS:
        if _texts(before, kind) != _texts(after, kind):
            yield change(ChangeClass.WORDING, kind)
    for key in ("note",) if rests else _REMARKS:
        if plain_text(old.text(key) or "") != plain_text(new.text(key) or ""):
            yield change(ChangeClass.WORDING, key)


def _kinds(stated: tuple[Provenance, ...]) -> list[tuple[str, str]]:
    """Of which kinds the statements are, and of what they speak, words of both languages alike."""
    return sorted({(p.kind, _target(p.target)) for p in stated})


def _target(name: str | None) -> str:
    word = find_property(name, PROPERTIES) or find(LOCALS, name) if name else None
    return word.id if word else name or ""


def _texts(stated: tuple[Provenance, ...], kind: str) -> list[str]:
    return sorted(plain_text(p.text) for p in stated if p.kind == kind)


def _written(side: Side, declaration: Declaration, keys: tuple[str, ...]) -> Place:
    """The statements of certain kinds as they are written, each after its word where several kinds
    are meant; the head of the block stands for their place where there are none."""
    found = [prop for key, prop in declaration.properties.items() if key in keys]
    words = []
    for prop in found:
        said = "，".join(side.words(clause.span) for clause in prop.clauses)
        words.append(f"{prop.key.text}：{said}" if len(keys) > 1 else said)
    span = value_span(found[0]) if found else declaration.block.head
    return side.place(declaration, span, "；".join(words))


def _act(old: str, new: str) -> Act:
    if not old:
        return Act.ADDED
    return Act.CHANGED if new else Act.REMOVED


def _present(old: Place, new: Place) -> tuple[Place | None, Place | None]:
    return (old if old.words else None), (new if new.words else None)
