"""Blocks with their words resolved through the vocabulary: what every later stage reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from ...grammar.nodes import Block, Call, Expression, Path, Property, String
from ...grammar.source import Span
from ...grammar.vocabulary import PROVENANCE
from ...grammar.words import BlockWord


@frozen(eq=False)
class Declaration:
    """One block of the policy. Compared by identity.

    ``properties`` are keyed by canonical id; ``entries`` are the author's own property names, in
    the order written (columns, grades, lookup entries, export columns).
    """

    kind: BlockWord
    name: str
    block: Block = field(repr=False)
    properties: Mapping[str, Property] = field(repr=False)
    entries: tuple[Property, ...] = field(repr=False)
    children: tuple[Declaration, ...]

    @property
    def title(self) -> str:
        """The quoted title, or the name where none is given."""
        return self.block.title.text if self.block.title else self.name

    @property
    def span(self) -> Span:
        """The name in the text, or the head of the block."""
        return self.block.name.span if self.block.name else self.block.head

    def walk(self) -> Iterator[Declaration]:
        """This declaration and everything in it, in the order written."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of_kind(self, *kinds: str) -> tuple[Declaration, ...]:
        """The direct children of certain kinds."""
        return tuple(child for child in self.children if child.kind.id in kinds)

    def value(self, key: str) -> Expression | None:
        """The first item of a property's value."""
        found = self.properties.get(key)
        return found.clauses[0].items[0] if found else None

    def items(self, key: str) -> tuple[Expression, ...]:
        """All items of a property's value, over its clauses."""
        found = self.properties.get(key)
        return tuple(item for clause in found.clauses for item in clause.items) if found else ()

    def paths(self, key: str) -> tuple[Path, ...]:
        """The names among a property's items."""
        return tuple(item for item in self.items(key) if isinstance(item, Path))

    def text(self, key: str) -> str | None:
        """A property's quoted text, its items joined by 、."""
        texts = [item.text for item in self.items(key) if isinstance(item, String)]
        return "、".join(texts) if texts else None


@frozen
class Provenance:
    """One statement of where a rule comes from. ``kind`` is source, inferred, reading or delegated;
    ``target`` is the property it speaks of, or None for the whole declaration.

    A source may quote words of its clause after a colon: ``四（四）：可直接降低一个评估等次``.
    """

    kind: str
    text: str
    span: Span
    target: str | None = None

    @property
    def clause(self) -> str:
        """The clause of a source, without the words quoted from it. A source that begins with the
        title of another document is taken whole."""
        return self._parts()[0]

    @property
    def quote(self) -> str | None:
        """The words quoted from the clause."""
        return self._parts()[1]

    @property
    def outside(self) -> bool:
        """Whether a source names another document than the one that the policy encodes."""
        return self.text.lstrip().startswith("《")

    def _parts(self) -> tuple[str, str | None]:
        head, colon, quote = self.text.replace("：", ":", 1).partition(":")
        if self.outside or not colon:
            return self.text.strip(), None
        return head.strip(), quote.strip() or None


#: What a mark calls the amount in the head of a block: 分值（“……”）, 权重（“……”）.
HEAD_WORDS: tuple[tuple[str, str], ...] = (("分值", "points"), ("权重", "weight"))


def provenance(declaration: Declaration) -> tuple[Provenance, ...]:
    """All provenance written in a declaration itself, in the vocabulary's order."""
    return tuple(
        found
        for kind in (*PROVENANCE[:3], "delegated")
        for item in declaration.items(kind)
        for found in _statements(kind, item)
    )


def _statements(kind: str, item: Expression) -> Iterator[Provenance]:
    if isinstance(item, String):
        yield Provenance(kind, item.text, item.span)
    elif isinstance(item, Call):
        for argument in item.arguments:
            if isinstance(argument.value, String):
                yield Provenance(kind, argument.value.text, item.span, item.callee.text)
