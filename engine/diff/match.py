"""Matching: by identity, by declared former name, as split or merged, as moved, by structure.

Surer evidence goes first. Every match makes its parts candidates of the same place, so the passes
are repeated until one finds nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from .pairing import SINGLE, Pairing, family
from .regroup import declared, regroup
from .similarity import MARGIN, THRESHOLD, Likeness


def match(old: Checked, new: Checked, hints: Mapping[str, str] | None = None) -> Pairing:
    """The pairing of two policies. ``hints`` are old and new names given from outside."""
    pairing = Pairing(old, new, hints or {})
    likeness = Likeness(pairing)
    _identical(pairing, old.symbols.declarations, new.symbols.declarations)
    _hinted(pairing)
    found = True
    while found:
        before = len(pairing.forward), len(pairing.regroupings)
        _renamed_by_author(pairing)
        for whole, parts in regroup(pairing, likeness):
            _identical(pairing, whole, parts)
        _moved(pairing)
        _alike(pairing, likeness)
        found = before != (len(pairing.forward), len(pairing.regroupings))
    return pairing


def _hinted(pairing: Pairing) -> None:
    """What is known from outside to be the same: by its name, or a table by its file."""
    for new in pairing.open_new() if pairing.hints else ():
        for old in pairing.open_old():
            files = old.text("file"), new.text("file")
            named = pairing.hints.get(old.name) == new.name
            filed = files[0] is not None and pairing.hints.get(files[0]) == files[1]
            if family(old) == family(new) and (named or filed) and new not in pairing.back:
                _link(pairing, old, new)


def _label(declaration: Declaration) -> tuple[str, str]:
    kind = declaration.kind.id
    return (kind, "") if kind in SINGLE else (kind, declaration.name)


def _identical(pairing: Pairing, olds: Sequence[Declaration], news: Sequence[Declaration]) -> None:
    """Pairs what has one kind and name in one place, and then its parts."""
    waiting: dict[tuple[str, str], list[Declaration]] = defaultdict(list)
    for new in news:
        if new not in pairing.back:
            waiting[_label(new)].append(new)
    for old in olds:
        same = waiting[_label(old)] if old not in pairing.forward else []
        if same:
            _link(pairing, old, same.pop(0))


def _link(pairing: Pairing, old: Declaration, new: Declaration) -> None:
    pairing.link(old, new)
    _identical(pairing, old.children, new.children)


def _renamed_by_author(pairing: Pairing) -> None:
    """Former names that a policy declares; a place in common decides between two."""
    for new in pairing.open_new():
        found = _claims(pairing, new)
        if len(found) == 1 and len(_claims(pairing, found[0], backwards=True)) == 1:
            _link(pairing, found[0], new)


def _claims(pairing: Pairing, one: Declaration, *, backwards: bool = False) -> list[Declaration]:
    """What has no match yet and had, or has, the name that the other has or had."""
    others = pairing.open_new() if backwards else pairing.open_old()
    found = [o for o in others if family(o) == family(one) and declared(one, o)]
    near = [o for o in found if pairing.same_place(*((one, o) if backwards else (o, one)))]
    return near or found


def _moved(pairing: Pairing) -> None:
    """What went to another place under its own name, where only one can be meant."""
    places: dict[tuple[str, str], tuple[list[Declaration], list[Declaration]]] = {}
    for side, declarations in enumerate((pairing.open_old(), pairing.open_new())):
        for one in declarations:
            if one.name and one.kind.id not in ("case", "otherwise"):
                places.setdefault((family(one), one.name), ([], []))[side].append(one)
    for olds, news in places.values():
        if len(olds) == len(news) == 1 and olds[0] not in pairing.forward:
            _link(pairing, olds[0], news[0])


def _alike(pairing: Pairing, likeness: Likeness) -> None:
    """The clear best match among what has one kind and one place, the best of all first."""
    scored = _scores(pairing, likeness)
    rivals: dict[Declaration, list[tuple[Fraction, Declaration]]] = defaultdict(list)
    for score, old, new in scored:
        rivals[old].append((score, new))
        rivals[new].append((score, old))
    for score, old, new in sorted(scored, key=lambda s: -s[0]):
        if score < THRESHOLD:
            break
        free = old not in pairing.forward and new not in pairing.back
        if free and all(_clear(pairing, score, o, rivals[s]) for s, o in ((old, new), (new, old))):
            _link(pairing, old, new)


def _scores(
    pairing: Pairing, likeness: Likeness
) -> list[tuple[Fraction, Declaration, Declaration]]:
    found: dict[str, list[Declaration]] = defaultdict(list)
    for new in pairing.open_new():
        found[family(new)].append(new)
    return [
        (likeness.score(old, new), old, new)
        for old in pairing.open_old()
        for new in found[family(old)]
        if pairing.same_place(old, new)
    ]


def _clear(
    pairing: Pairing,
    score: Fraction,
    other: Declaration,
    rivals: list[tuple[Fraction, Declaration]],
) -> bool:
    """Whether no other match that is still possible comes close."""
    return all(
        s + MARGIN <= score or one is other or one in pairing.forward or one in pairing.back
        for s, one in rivals
    )
