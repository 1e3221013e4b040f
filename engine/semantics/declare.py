"""Nodes to declarations: every block kind and property name is looked up in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Code, Diagnostic, Edit, Fix, Label, Text, decimal_text
from ...grammar.looks import mistaken
from ...grammar.nodes import Block, File, Node, Path, Property, Quantity
from ...grammar.source import Span
from ...grammar.suggest import nearest
from ...grammar.vocabulary import BLOCKS, PROPERTIES, find_block, find_property
from ...grammar.words import BlockWord, PropertyWord
from . import codes
from .advice import about_block, about_property, about_remark
from .declarations import Declaration
from .walk import expressions


def suggestion(names: tuple[str, ...], typed: str = "") -> Text:
    """“是不是……？” over the nearest names, or advice to declare one. Where the eye hardly tells the
    name typed from the one meant, the character that differs is named."""
    if not names:
        return Text("核对名称，或先声明它", "check the name, or declare it first")
    if pair := mistaken(typed, names[0]):
        return Text(
            f"是不是“{names[0]}”？（是“{pair[1]}”，不是“{pair[0]}”）",
            f"did you mean “{names[0]}”, with “{pair[1]}” and not “{pair[0]}”?",
        )
    return Text(f"是不是“{'”“'.join(names)}”？", f"did you mean “{'”, “'.join(names)}”?")


def replacement(node: Node, names: tuple[str, ...], *, safe: bool = False) -> tuple[Fix, ...]:
    """An edit that writes the single nearest name, where there is just one. It is safe for a word
    of the language, which is read as that word; a name of the author's may well be another."""
    if len(names) != 1:
        return ()
    title = Text(f"改成“{names[0]}”", f"write “{names[0]}”")
    return (Fix(title, (Edit(node.span, names[0]),), safe),)


def declare(file: File) -> tuple[tuple[Declaration, ...], tuple[Diagnostic, ...]]:
    """The declarations of a file; blocks with unknown words are left out, with a finding."""
    declarer = _Declarer()
    found = tuple(
        declaration for item in file.items if (declaration := declarer.top(item)) is not None
    )
    return found, tuple(declarer.findings)


def _lost(block: Block, word: PropertyWord) -> bool:
    """Whether a property stands in a block without its colon, and so looks like a block."""
    return any(
        isinstance(item, Block) and item.kind.text in (word.zh, word.en) for item in block.items
    )


class _Declarer:
    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []

    def report(self, code: Code, node: Node, fixes: tuple[Fix, ...] = (), **args: Argument) -> None:
        self.findings.append(Diagnostic(code, node.span, args, fixes=fixes))

    def twice(self, first: Property, again: Property) -> None:
        """The finding that a property stands in a block a second time."""
        label = Label(first.key.span, Text("先写在这里", "first written here"))
        args = {"word": again.key.text}
        self.findings.append(Diagnostic(codes.DUPLICATE_PROPERTY, again.key.span, args, (label,)))

    def top(self, item: Block | Property) -> Declaration | None:
        if isinstance(item, Block):
            return self.block(item, "file")
        self.report(
            codes.UNKNOWN_PROPERTY,
            item.key,
            kind=Text("文件最外层", "the top of the file"),
            word=item.key.text,
            suggestion=about_remark(item.key.text)
            or Text(
                "属性要写在某个块的花括号里", "a property belongs inside the braces of a block"
            ),
        )
        return None

    def block(self, block: Block, parent: str) -> Declaration | None:
        kind = find_block(block.kind.text) or self.unknown_block(block, parent)
        if kind is None:
            return None
        if parent not in kind.parents:
            self.wrong_place(block, kind, parent)
        if kind.named and block.name is None and kind.id != "columns":
            self.report(codes.MISSING_NAME, block.kind, kind=block.kind.text)
        properties, entries = self.properties(block, kind)
        children = tuple(
            child
            for item in block.items
            if isinstance(item, Block) and (child := self.block(item, kind.id)) is not None
        )
        name = block.name.text if block.name else ""
        for key in kind.required:
            word = PROPERTIES[key]
            # A case of grades is named after its grade, and takes nothing else.
            stated = key in properties or (key, parent) == ("take", "grades")
            if not stated and not _lost(block, word):
                self.report(
                    codes.MISSING_PROPERTY,
                    block.name or block.kind,
                    kind=block.kind.text,
                    name=name,
                    word=Text(word.zh, word.en),
                    help=word.help,
                    value=_value(block, key),
                )
        return Declaration(kind, name, block, properties, entries, children)

    def unknown_block(self, block: Block, parent: str) -> BlockWord | None:
        """The finding of an unknown kind. Where only one kind can be meant the block is read as
        that, so that what it declares is not reported missing as well."""
        if not block.kind.text:
            return None  # its head was lost, and has a finding
        around = BLOCKS.get(parent)
        if around is not None and find_property(block.kind.text, around.properties):
            self.lost_colon(block)
            return None
        kinds = [kind for kind in BLOCKS.values() if parent in kind.parents]
        names = nearest(block.kind.text, [word for kind in kinds for word in (kind.zh, kind.en)])
        self.report(
            codes.UNKNOWN_BLOCK,
            block.kind,
            replacement(block.kind, names, safe=True),
            word=block.kind.text,
            suggestion=suggestion(names, block.kind.text) if names else about_block(kinds, around),
        )
        return find_block(names[0]) if len(names) == 1 else None

    def lost_colon(self, block: Block) -> None:
        """``设在 市人事局``: a property name where a kind of block should stand. One with braces
        wants no colon alone but a value, for which its cases can be written elsewhere."""
        kind, name = block.kind, block.name
        what = Text("后面缺冒号", "needs a colon after it")
        value = Text("……", "…")
        fixes: tuple[Fix, ...] = ()
        if block.items:
            what = Text("后面写一个值，不能写花括号", "takes a value, and no braces")
            value = Text(
                "值；分情形的，另写“取值 名称 { 情形 … { 当：…；取：… } }”，这里写它的名称",
                "a value; for cases write “value NAME { case … { when: …; take: … } }” apart, "
                "and its NAME here",
            )
        else:
            place = Span(kind.span.end, name.span.start if name else kind.span.end)
            fixes = (Fix(Text("补上冒号", "add the colon"), (Edit(place, "："),), safe=True),)
        self.report(codes.LOST_COLON, kind, fixes, word=kind.text, what=what, value=value)

    def wrong_place(self, block: Block, kind: BlockWord, parent: str) -> None:
        top = Text("文件最外层", "the top of the file")
        places = [BLOCKS[p] for p in kind.parents if p in BLOCKS]
        here = BLOCKS.get(parent)
        self.report(
            codes.WRONG_PLACE,
            block.kind,
            kind=block.kind.text,
            parent=Text(here.zh, here.en) if here else top,
            parents=Text(
                "、".join([p.zh for p in places] or [top.zh]),
                ", ".join([p.en for p in places] or [top.en]),
            ),
        )

    def properties(
        self, block: Block, kind: BlockWord
    ) -> tuple[dict[str, Property], tuple[Property, ...]]:
        properties: dict[str, Property] = {}
        entries: list[Property] = []
        for item in block.items:
            if not isinstance(item, Property):
                continue
            word = find_property(item.key.text, kind.properties)
            if word is None and kind.entries is not None:
                entries.append(item)
            elif word is None:
                meant = self.unknown_property(item, block, kind, _lacking(block, kind))
                if meant is not None:
                    properties.setdefault(meant.id, item)
            elif word.id in properties and word.id not in (
                "source",
                "inferred",
                "reading",
                "delegated",
                "alternatives",
            ):
                self.twice(properties[word.id], item)
            elif word.id in properties:
                first = properties[word.id]
                merged = Property(
                    first.key, first.clauses + item.clauses, span=first.span.to(item.span)
                )
                properties[word.id] = merged
            else:
                properties[word.id] = item
        return properties, self.distinct(entries)

    def distinct(self, entries: list[Property]) -> tuple[Property, ...]:
        seen: dict[str, Property] = {}
        for entry in entries:
            if entry.key.text in seen:
                self.twice(seen[entry.key.text], entry)
            seen.setdefault(entry.key.text, entry)
        return tuple(seen.values())

    def unknown_property(
        self, item: Property, block: Block, kind: BlockWord, lacking: PropertyWord | None
    ) -> PropertyWord | None:
        """The finding of an unknown property, and the one it is read as if only one is near, or
        if the block lacks just one that is written alike."""
        allowed, typed = kind.properties, item.key.text
        words = [word for key in allowed for word in (PROPERTIES[key].zh, PROPERTIES[key].en)]
        near = names = nearest(item.key.text, words)
        if not names and lacking is not None and _names_table(item):
            names = (lacking.en if typed.isascii() else lacking.zh,)
        self.report(
            codes.UNKNOWN_PROPERTY,
            item.key,
            replacement(item.key, names, safe=bool(near)),
            kind=block.kind.text,
            word=item.key.text,
            suggestion=suggestion(names, typed)
            if names
            else about_property(typed, allowed, kind, _head(item, block)),
        )
        return find_property(names[0], allowed) if len(names) == 1 else None


def _lacking(block: Block, kind: BlockWord) -> PropertyWord | None:
    """The table that a block must name row by row and does not."""
    written = {item.key.text for item in block.items if isinstance(item, Property)}
    each = PROPERTIES["each"]
    return each if "each" in kind.required and not written & {each.zh, each.en} else None


def _names_table(item: Property) -> bool:
    """Whether a property has one plain name for its value, as 逐行 has."""
    items = [value for clause in item.clauses for value in clause.items]
    return len(items) == 1 and isinstance(items[0], Path) and len(items[0].parts) == 1


def _head(item: Property, block: Block) -> str:
    """``财政收入（40％）``: a block's name with the one quantity that a property states."""
    items = [value for clause in item.clauses for value in clause.items]
    found = items[0] if len(items) == 1 else None
    if block.name is None or not isinstance(found, Quantity):
        return ""
    unit = "％" if found.unit == "%" else found.unit or ""
    return f"{block.name.text}（{decimal_text(found.number)}{unit}）"


def _value(block: Block, key: str) -> Text:
    """What most likely stands in a line that is missing: the table whose columns are named."""
    paths = (
        part
        for item in _items_of(block)
        for clause in item.clauses
        for value in clause.items
        for part in expressions(value)
        if isinstance(part, Path) and len(part.parts) == 2
    )
    table = next((path.parts[0].text for path in paths), None) if key == "each" else None
    return Text("……", "…") if table is None else Text(table, table)


def _items_of(block: Block) -> Iterator[Property]:
    """The properties of a block and of the blocks in it."""
    for item in block.items:
        if isinstance(item, Property):
            yield item
        else:
            yield from _items_of(item)
