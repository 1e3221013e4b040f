"""Which declaration of the old policy is which of the new: the result of matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import define, field, frozen

from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.symbols import INDICATOR_KINDS
from .spoken import Spoken, spoken

#: Kinds that may turn into each other without becoming something else.
_FAMILIES = (INDICATOR_KINDS[1:], ("stage", "panel"))
#: Kinds of which a place holds one at most: they are each other, whatever they are called.
SINGLE = ("policy", "register", "export", "otherwise")


def family(declaration: Declaration) -> str:
    """The kind, or the kinds it may turn into."""
    id = declaration.kind.id
    return next(("/".join(kinds) for kinds in _FAMILIES if id in kinds), id)


@frozen
class Regrouping:
    """One declaration taken over by several, or several by one. A declaration that goes on under
    its own name with part of its points stands on both sides."""

    kind: Literal["split", "merged"]
    old: tuple[Declaration, ...]
    new: tuple[Declaration, ...]


@define
class Pairing:
    """The pairs, both ways, and the regroupings. What is in none was removed or added."""

    old: Checked
    new: Checked
    #: Old and new names that neither policy tells: of files, tables, columns, values.
    hints: Mapping[str, str] = field(factory=dict)
    forward: dict[Declaration, Declaration] = field(factory=dict)
    back: dict[Declaration, Declaration] = field(factory=dict)
    regroupings: list[Regrouping] = field(factory=list)
    spoken: tuple[Spoken, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.spoken = spoken(self.old, self.new)

    def link(self, old: Declaration, new: Declaration) -> None:
        """These two are the same."""
        self.forward[old] = new
        self.back[new] = old

    def open_old(self) -> list[Declaration]:
        """Old declarations that have no match yet."""
        taken = {d for r in self.regroupings for d in r.old}
        return [d for d in _everything(self.old) if d not in self.forward and d not in taken]

    def open_new(self) -> list[Declaration]:
        """New declarations that have no match yet."""
        taken = {d for r in self.regroupings for d in r.new}
        return [d for d in _everything(self.new) if d not in self.back and d not in taken]

    def same_place(self, old: Declaration, new: Declaration) -> bool:
        """Whether two declarations stand in one place, or in parts of one whole."""
        above, below = self.old.symbols.parents[old], self.new.symbols.parents[new]
        if above is None or below is None:
            return above is below
        return self.forward.get(above) is below or any(
            above in r.old and below in r.new for r in self.regroupings
        )

    def renames(self) -> dict[str, str]:
        """Old names that are no longer in use, and the new ones. Entries are renamed one by one
        when their declarations are compared."""
        in_use = {d.name for d in _everything(self.new)}
        pairs = [
            (o.name, n.name)
            for o, n in self.forward.items()
            if o.name != n.name and o.kind.id != "sheet"  # nothing refers to a sheet
        ]
        pairs += list(_results(self.forward.items()))
        found = {old: new for old, new in pairs if old and new and old not in in_use}
        given = {old: new for old, new in self.hints.items() if old not in in_use}
        return {**self.spoken_names(), **found, **given}

    def spoken_names(self) -> dict[str, str]:
        """Old and new names of what one side only speaks of; known before anything is matched."""
        return dict(
            (s.other, s.block.name) if s.in_new else (s.block.name, s.other) for s in self.spoken
        )


def _everything(checked: Checked) -> Iterator[Declaration]:
    for top in checked.symbols.declarations:
        yield from top.walk()


def _results(pairs: Iterable[tuple[Declaration, Declaration]]) -> Iterator[tuple[str, str]]:
    """A veto also names the grade that comes after it."""
    for old, new in pairs:
        for before, after in zip(old.paths("result"), new.paths("result"), strict=False):
            if before.text != after.text:
                yield before.text, after.text
