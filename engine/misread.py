"""Where a text could not be read, and what of the other findings follows from that alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ..grammar import bracket_codes, syntax_codes
from ..grammar.diagnostics import Code, Diagnostic, Severity, Text
from ..grammar.nodes import Block, File
from ..grammar.source import Source, Span
from ..grammar.vocabulary import BLOCKS, PROPERTIES, find_block
from .semantics import codes

#: After these it is not known what a statement says, whatever may be done about it.
_UNREAD = frozenset(
    code.id
    for module in (syntax_codes, bracket_codes)
    for code in vars(module).values()
    if isinstance(code, Code)
)
#: Something stands for nothing, is not among what there is, or has nothing that stands for it.
_NAMES = (
    codes.UNKNOWN_NAME,
    codes.UNKNOWN_MEMBER,
    codes.UNKNOWN_FUNCTION,
    codes.NO_COLUMN,
    codes.SCALE_MISSING,
    codes.SCALE_EXTRA,
)
#: What is said of a table's rows and columns where one of its lines was not read.
_TABLES = (
    *_NAMES,
    codes.WRONG_LEVEL,
    codes.OTHER_TABLE,
    codes.ALL_UNITS,
    codes.NO_OWNER_COLUMN,
    codes.NO_OWNER_KEY,
    codes.NO_UNIT_COLUMN,
    codes.NO_PERIOD,
    codes.ROW_UNCLEAR,
    codes.OF_A_ROW,
    codes.DUPLICATE_PROPERTY,
)
_BOUNDS = ";；{}\n\r"
_NAMED = re.compile(r"[：:（(“\"]")
_WORD = re.compile(r"[^\W\d]\w*")
#: As many unknown names may be the one that was lost, and what hangs on it.
_LOST = 2
_OF_TABLES = ("columns", "sheet", "table", "register")
_BESIDE = ("suggestion", "help", "kind", "table")
_KINDS = {text for word in BLOCKS.values() for text in (word.zh, word.en)}
_OURS = _KINDS | {text for word in PROPERTIES.values() for text in (word.zh, word.en)}


@frozen
class Misread:
    """The statements of a text that could not be read whole, and the words in them."""

    statements: tuple[Span, ...]
    #: The heads of the blocks around them.
    heads: tuple[Span, ...]
    #: The author's words in them, and the names of what they declare or stand in.
    words: frozenset[str]
    declared: frozenset[str]
    #: Whether one of them lost its name, and whether one stands in a table.
    nameless: bool
    of_a_table: bool

    def explains(self, finding: Diagnostic) -> bool:
        """Whether a finding may be nothing but a consequence: of what a statement says that was
        not read whole, of what a block lacks that it stands in, of a name that it declares."""
        place = finding.place
        if not isinstance(place, Span):
            return False
        if any(_touch(place, one) for one in (*self.statements, *self.heads)):
            return True
        names = _names(finding)
        if finding.code in _NAMES:
            # What was glued to a name, or lost its colon, begins with it.
            return any(word.startswith(name) for word in self.words for name in names)
        return not self.declared.isdisjoint(names)


def misread(source: Source, file: File, syntax: Iterable[Diagnostic]) -> Misread:
    """What could not be read of a text."""
    places = [one.place for one in syntax if isinstance(one.place, Span) and _unread(one)]
    statements = tuple(dict.fromkeys(_statement(source.text, place) for place in places))
    texts = [source.slice(span) for span in statements]
    around = [tuple(_around(file.items, span)) for span in statements]
    keys = [_NAMED.split(text, maxsplit=1)[0] for text in texts]
    inner = [source.slice(blocks[-1].head) for blocks in around if blocks]
    bodies = [_body(source.text, span.end) for span in statements]
    return Misread(
        statements,
        tuple(dict.fromkeys(block.head for blocks in around for block in blocks)),
        _words((*texts, *bodies)),
        _words((*keys, *(_NAMED.split(head, maxsplit=1)[0] for head in inner))),
        any(set(_WORD.findall(key)) <= _KINDS for key in keys),
        any(_kind(blocks[-1]) in _OF_TABLES for blocks in around if blocks),
    )


def without_consequences(found: Sequence[Diagnostic], of: Misread) -> tuple[Diagnostic, ...]:
    """The findings that what could not be read does not explain. Where it lost a name, the one that
    stands for nothing, wherever it is used, is the lost one."""
    if not of.statements:
        return tuple(found)
    rest = [one for one in found if not of.explains(one)]
    if of.of_a_table:
        rest = [one for one in rest if one.code not in _TABLES]
    unknown = {_names(one) for one in rest if one.code in _NAMES}
    if of.nameless and len(unknown) <= _LOST:
        rest = [one for one in rest if one.code not in _NAMES]
    return tuple(rest)


def _unread(finding: Diagnostic) -> bool:
    """Whether an error leaves open what was meant. What a look-alike or a stray mark stands for is
    known, and its edit is safe."""
    sure = any(fix.safe for fix in finding.fixes)
    return finding.severity is Severity.ERROR and (finding.code.id in _UNREAD or not sure)


def _statement(text: str, place: Span) -> Span:
    """From the last bound before a place to the next one after it."""
    start = max(text.rfind(mark, 0, place.start) for mark in _BOUNDS) + 1
    ends = (text.find(mark, max(place.end - 1, start)) for mark in _BOUNDS)
    return Span(start, min((end for end in ends if end >= 0), default=len(text)))


def _body(text: str, start: int) -> str:
    """What stands between the brace at a place and its partner, if there is a brace."""
    depth = 0
    for place in range(start, len(text) if text[start : start + 1] == "{" else start):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place]
    return ""


def _around(items: Iterable[object], span: Span) -> Iterator[Block]:
    """The blocks that a statement stands in, the outermost first."""
    for item in items:
        if isinstance(item, Block) and item.span.start <= span.end and span.start <= item.span.end:
            yield item
            yield from _around(item.items, span)


def _kind(block: Block) -> str:
    """The kind of a block, as the vocabulary calls it; “” of an unknown one."""
    word = find_block(block.kind.text)
    return word.id if word is not None else ""


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text)) - _OURS


def _names(finding: Diagnostic) -> frozenset[str]:
    """The words that a finding is about, apart from where it is and what might be meant."""
    values = (value for key, value in finding.args.items() if key not in _BESIDE)
    return _words(value.zh if isinstance(value, Text) else str(value) for value in values)
