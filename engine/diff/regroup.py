"""Splits and merges: points and items of one declaration taken over by several, or the reverse.

A split read backwards is a merge, so one search serves both, with the two policies exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from attrs import define, field

from ..semantics.declarations import Declaration
from ..semantics.forms import amount
from .aspects import former_names
from .pairing import Pairing, Regrouping, family
from .similarity import Likeness, name_likeness

_LEAST_NAME = Fraction(3, 10)
_LEAST_QUALITY = Fraction(1, 2)
#: More candidates than this are not searched for a part that adds up: it would prove nothing.
_MOST = 8

Group: TypeAlias = tuple[Declaration, ...]


def regroup(pairing: Pairing, likeness: Likeness) -> Iterator[tuple[Group, Group]]:
    """Finds splits and merges, records them, and yields the items on both sides to be paired."""
    for backwards in (False, True):
        search = _Search(pairing, likeness, backwards)
        for whole in search.wholes():
            parts = search.parts(whole)
            if parts:
                pairing.regroupings.append(search.regrouping(whole, parts))
                children = tuple(c for part in parts for c in part.children)
                own = whole.children
                yield (children, own) if backwards else (own, children)


def declared(one: Declaration, other: Declaration) -> bool:
    """Whether either says that it once had the other's name."""
    return one.name in former_names(other) or other.name in former_names(one)


@define
class _Search:
    """The search for splits, or with the sides exchanged, for merges."""

    pairing: Pairing
    likeness: Likeness
    backwards: bool
    fresh: list[Declaration] = field(init=False)

    def __attrs_post_init__(self) -> None:
        pairing = self.pairing
        self.fresh = pairing.open_old() if self.backwards else pairing.open_new()

    def regrouping(self, whole: Declaration, parts: Group) -> Regrouping:
        if self.backwards:
            return Regrouping("merged", parts, (whole,))
        return Regrouping("split", (whole,), parts)

    def wholes(self) -> list[Declaration]:
        """What is gone, and what goes on with less."""
        links = self.pairing.back if self.backwards else self.pairing.forward
        gone = self.pairing.open_new() if self.backwards else self.pairing.open_old()
        less = [d for d, other in links.items() if _number(other) < _number(d)]
        return [*gone, *less] if self.fresh else []

    def parts(self, whole: Declaration) -> Group:
        """What took a whole over: what says so, or has signs of it and the points; else ()."""
        links = self.pairing.back if self.backwards else self.pairing.forward
        kept = tuple(filter(None, (links.get(whole),)))
        candidates = self.candidates(whole)
        chosen = tuple(c for c in candidates if declared(whole, c))
        if len(chosen) + len(kept) < 2:
            found = [c for c in candidates if amount(c) and self.signs(whole, c, bool(kept))]
            chosen = _adding_up(whole, found, kept)
        return tuple(sorted((*chosen, *kept), key=_start)) if chosen else ()

    def candidates(self, whole: Declaration) -> list[Declaration]:
        """What is new in the place of a whole."""
        taken = {d for r in self.pairing.regroupings for d in (*r.old, *r.new)}
        if whole in taken:
            return []
        return [
            one
            for one in self.fresh
            if family(one) == family(whole)
            and one not in taken
            and self.pairing.same_place(*((one, whole) if self.backwards else (whole, one)))
        ]

    def signs(self, whole: Declaration, part: Declaration, goes_on: bool) -> bool:
        """Whether a part looks like one of a whole: by its items, its name, or what it says.
        Where the whole goes on, a name or a scorer in common alone proves nothing."""
        items = {child.name for child in whole.children if child.name}
        if part.name in items or any(child.name in items for child in part.children):
            return True
        pair = (part, whole) if self.backwards else (whole, part)
        alike = self.likeness.qualities(*pair) >= _LEAST_QUALITY
        named = name_likeness(whole.name, part.name)
        if goes_on:
            return alike and named >= _LEAST_QUALITY
        inside = part.name in whole.name or whole.name in part.name
        return alike or inside or named >= _LEAST_NAME


def _start(declaration: Declaration) -> int:
    return declaration.span.start


def _number(declaration: Declaration) -> Fraction:
    quantity = amount(declaration)
    return quantity.number if quantity is not None else Fraction(0)


def _adding_up(whole: Declaration, found: Sequence[Declaration], kept: Group) -> Group:
    """The largest set of candidates that has the whole's points with what is kept."""
    wanted = _number(whole) - sum(map(_number, kept))
    sizes = range(len(found), 0, -1) if len(found) <= _MOST else (len(found),)
    for size in sizes if wanted > 0 else ():
        for chosen in combinations(found, size):
            if sum(map(_number, chosen)) == wanted and len(chosen) + len(kept) > 1:
                return chosen
    return ()
