"""One side of a comparison: the author's own words, titles, clauses and places."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from ...grammar.source import Span
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, provenance
from .aspects import Aspect, aspects
from .canonical import Canon
from .changes import Place


@define
class Side:
    """One policy with its terms. Names are those of the new policy on both sides."""

    checked: Checked
    renames: dict[str, str]
    columns: Mapping[str, str] = field(factory=dict)
    canon: Canon = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.canon = Canon(self.checked, self.renames, self.columns)

    def aspects(self, declaration: Declaration, new: Declaration) -> dict[tuple[str, bool], Aspect]:
        """What a declaration says, by the names that its new version has."""
        return aspects(declaration, self.canon, {entry.key.text for entry in new.entries})

    def words(self, span: Span) -> str:
        """The author's own words, on one line."""
        return " ".join(self.checked.source.slice(span).split())

    def place(self, declaration: Declaration, span: Span, words: str | None = None) -> Place:
        """A place in a declaration."""
        shown = self.words(span) if words is None else words
        return Place(self.path(declaration), shown, self.clauses(declaration), span)

    def whole(self, declaration: Declaration) -> Place:
        """A declaration as a whole; its head stands for it."""
        return self.place(declaration, declaration.block.head)

    def path(self, declaration: Declaration) -> tuple[str, ...]:
        """The titles from the outermost block inwards."""
        chain = tuple(self.checked.symbols.ancestors(declaration))
        return tuple(d.title or d.block.kind.text for d in reversed(chain))

    def clauses(self, declaration: Declaration) -> tuple[str, ...]:
        """The clauses a declaration encodes: its own, or those of what it stands in."""
        for place in self.checked.symbols.ancestors(declaration):
            found = tuple(p.clause for p in provenance(place) if p.kind == "source")
            if found:
                return found
        return ()
