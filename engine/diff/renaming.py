"""A policy's tree under other names: of blocks, in values, and of columns, grades and choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve, fields, frozen

from ...grammar.nodes import Block, File, Node, Path, Property, Word
from ...grammar.vocabulary import find_block
from ...grammar.words import ValueKind
from ..examine import judge
from ..semantics.checked import Checked
from ..semantics.references import ColumnReference

_NAMED_ENTRIES = (ValueKind.COLUMN_TYPE, ValueKind.BAND)

_N = TypeVar("_N", bound=Node)


def renamed(checked: Checked, blocks: Mapping[str, str], entries: Mapping[str, str]) -> Checked:
    """The policy under the new names of its blocks and entries, as far as it stays a policy without
    errors: an item that takes the column of its own name cannot be renamed alone."""
    if not (blocks or entries):
        return checked
    found = _judged(checked, blocks, entries)
    if found is not None:
        return found
    kept: dict[str, str] = {}
    for old, new in blocks.items():
        trial = {**kept, old: new}
        kept = trial if _judged(checked, trial, entries) is not None else kept
    return _judged(checked, kept, entries) or _judged(checked, kept, {}) or checked


def _judged(
    checked: Checked, blocks: Mapping[str, str], entries: Mapping[str, str]
) -> Checked | None:
    file = _Renamer(checked, blocks, entries).node(checked.file)
    assert isinstance(file, File), "a renamed tree is a tree"
    found = judge(checked.source, file)
    return found.checked if found.sound else None


@frozen
class _Renamer:
    checked: Checked
    blocks: Mapping[str, str]
    entries: Mapping[str, str]

    def node(self, node: _N) -> Any:
        """Any part of the tree."""
        match node:
            case Path():
                return self.path(node)
            case Property(key=Word(text="原名" | "formerly")):
                return node
            case Block():
                return self.block(node)
            case _:
                return self.inside(node)

    def path(self, path: Path) -> Path:
        """A column may have the name of a block; what a name means decides which it follows."""
        *before, last = path.parts
        column = isinstance(self.checked.refs.get(path), ColumnReference)
        names = self.entries if column else {**self.entries, **self.blocks}
        parts = (*(self.word(part, self.blocks) for part in before), self.word(last, names))
        return evolve(path, parts=parts)

    def block(self, block: Block) -> Block:
        word = find_block(block.kind.text)
        id = word.id if word is not None else ""
        named = id == "scale" or (word is not None and word.entries in _NAMED_ENTRIES)
        own = block.name is not None and id != "sheet"
        return evolve(
            block,
            name=self.word(block.name, self.blocks) if own else block.name,  # type: ignore[arg-type]
            amount=self.node(block.amount) if block.amount is not None else None,
            items=tuple(self.entry(self.node(item), named) for item in block.items),
        )

    def entry(self, item: _N, named: bool) -> _N:
        """An entry under its new name, where the names of entries are names at all."""
        if isinstance(item, Property) and named:
            return evolve(item, key=self.word(item.key, self.entries))
        return item

    def inside(self, node: _N) -> _N:
        """Any other node with the names inside it replaced."""
        changed: dict[str, Any] = {}
        for each in fields(type(node)):
            value = getattr(node, each.name)
            if isinstance(value, tuple):
                changed[each.name] = tuple(
                    self.node(one) if isinstance(one, Node) else one for one in value
                )
            elif isinstance(value, Node) and not isinstance(value, Word):
                changed[each.name] = self.node(value)
        return evolve(node, **changed) if changed else node

    def word(self, word: Word, names: Mapping[str, str]) -> Word:
        return evolve(word, text=names[word.text]) if word.text in names else word
