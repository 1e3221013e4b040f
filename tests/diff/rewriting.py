"""The same policy written otherwise: English words, half-width characters, another layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from diff.comparing import parsed
from guiju.engine.functions import FUNCTIONS, Function
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.references import LocalReference
from guiju.engine.semantics.walk import expressions
from guiju.grammar.nodes import Call, Expression, Path, Property
from guiju.grammar.read import tokenize
from guiju.grammar.source import Source, Span
from guiju.grammar.vocabulary import (
    COLUMN_FLAGS,
    FLAGS,
    LOCALS,
    PROPERTIES,
    TYPES,
    find,
    find_property,
)
from guiju.grammar.words import PropertyWord, ValueKind
from guiju.grammar.words import Word as VocabularyWord

Word: TypeAlias = VocabularyWord | Function

_NARROW = str.maketrans("（）：；，％＋－×÷＝＜＞．", "():;,%+-*/=<>.")


def narrow(text: str) -> str:
    """Half-width punctuation, but for quoted text and documents."""
    kept = [t for t in tokenize(Source("", text))[0] if t.kind in ("STRING", "DOCUMENT")]
    narrowed = text.translate(_NARROW)
    for token in kept:
        narrowed = narrowed[: token.start] + text[token.start : token.end] + narrowed[token.end :]
    return narrowed


def respaced(text: str) -> str:
    """Other indentation, blank lines, comments, and line ends of another system."""
    lines = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    return "\r\n\r\n".join(f"\t{line}  # 注" if line.endswith("{") else line for line in lines)


def english(text: str) -> str:
    """The words of the language in English; names and texts stay."""
    edits = dict(_edits(text))
    for span in sorted(edits, key=lambda s: -s.start):
        text = text[: span.start] + edits[span] + text[span.end :]
    return text


def _edits(text: str) -> Iterator[tuple[Span, str]]:
    checked = parsed(text)
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            yield declaration.block.kind.span, declaration.kind.en
            yield from _properties(declaration)
    for path, reference in checked.refs.items():
        local = find(LOCALS, path.text) if isinstance(reference, LocalReference) else None
        if local is not None:
            yield path.span, local.en
    for token in tokenize(Source("", text))[0]:
        if token.kind == "QUANTITY" and token.text.endswith("分"):
            yield Span(token.end - 1, token.end), " pts"


def _properties(declaration: Declaration) -> Iterator[tuple[Span, str]]:
    for item in declaration.block.items:
        if isinstance(item, Property):
            word = find_property(item.key.text, declaration.kind.properties)
            if word is not None:
                yield item.key.span, word.en
            words = _words(word, declaration.kind.entries)
            for clause in item.clauses:
                for value in clause.items:
                    yield from _values(value, words)


def _words(word: PropertyWord | None, entries: ValueKind | None) -> tuple[Word, ...]:
    """The words of the language that a value may hold."""
    if word is None:
        return (*TYPES, *COLUMN_FLAGS) if entries is ValueKind.COLUMN_TYPE else FUNCTIONS
    if word.value is ValueKind.PROVENANCE:
        return tuple(PROPERTIES.values())
    return (*word.choices, *FLAGS, *FUNCTIONS)


def _values(value: Expression, words: tuple[Word, ...]) -> Iterator[tuple[Span, str]]:
    for one in expressions(value):
        called = isinstance(one, Call)
        named = one.callee if isinstance(one, Call) else one
        found = find(words, named.text) if isinstance(named, Path) else None
        if isinstance(found, Function) and not called:
            continue  # a name of the policy's own that is also a function's
        if found is not None:
            yield named.span, found.en
