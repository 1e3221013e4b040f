"""Closed lists of names: the units of the register, the choices of a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, field

from ...grammar.suggest import nearest
from .text import fold


@define
class Names:
    """Names in their canonical spelling, found by any spelling that folds to the same, or by an
    earlier name that none of them has now."""

    canonical: tuple[str, ...]
    former: Mapping[str, str] = field(factory=dict)
    _folded: dict[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._folded = {fold(earlier): name for earlier, name in self.former.items()}
        self._folded |= {fold(name): name for name in reversed(self.canonical)}

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """The list of some names, each once."""
        return cls(tuple(dict.fromkeys(names)))

    def find(self, text: str) -> str | None:
        """The canonical spelling of a name, or None if the list does not have it."""
        return self._folded.get(fold(text))

    def near(self, text: str) -> tuple[str, ...]:
        """What may have been meant by a name that the list does not have."""
        return nearest(text, self.canonical)
