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
        path, clauses = self.path(declaration), self.clauses(declaration)
        return Place(path, shown, clauses, span, declaration.name)

    def whole(self, declaration: Declaration) -> Place:
        """A declaration as a whole; its head stands for it."""
        return self.place(declaration, declaration.block.head)

    def content(self, declaration: Declaration) -> str:
        """What stands in a block, on one line, but for the clause it rests on and what it was
        called, which are told anyway."""
        told = ("source", "formerly")
        own = [prop for key, prop in declaration.properties.items() if key not in told]
        written = sorted((*own, *declaration.entries), key=lambda prop: prop.span.start)
        said = [self.words(prop.span) for prop in written]
        for child in declaration.children:
            inside = self.content(child)
            said.append(self.words(child.block.head) + (f" {{ {inside} }}" if inside else ""))
        return "；".join(said)

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
