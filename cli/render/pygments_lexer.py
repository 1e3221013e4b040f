"""The language for Pygments, and so for everything that colours source text with it.

It reads the language's own tokens, and the vocabulary for what is a word of the language. Every
character comes back, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pygments.lexer import Lexer
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
    _TokenType,
)

from ...grammar.read import tokenize
from ...grammar.source import Source
from ...grammar.tokens import FUNCTION_WORDS, Token, kinds
from ...grammar.vocabulary import PROPERTIES, find_block

_PLAIN: dict[str, _TokenType] = {
    "COMMENT": Comment.Single,
    "STRING": String,
    "DOCUMENT": String.Other,
    "QUANTITY": Number,
    "DATE": Literal.Date,
    "YEAR": Literal.Date,
    "HOLE": Error,
    "EQUAL": Operator,
    "COMPARE": Operator,
    "TO": Operator,
    "PLUS": Operator,
    "MINUS": Operator,
    "TIMES": Operator,
}
_BOUNDS = kinds("_SEP _LBRACE _RBRACE")
_WORDS = frozenset(word for prop in PROPERTIES.values() for word in (prop.zh, prop.en))


class GuijuLexer(Lexer):
    """Policies written in the Guiju language."""

    name = "Guiju"
    aliases = ["guiju", "规矩"]  # noqa: RUF012 - Pygments reads a list of the class
    filenames = ["*.guiju"]  # noqa: RUF012

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Every piece of the text with its place and its class."""
        end = 0
        before: Token | None = None
        for token in tokenize(Source("", text))[0]:
            yield from _between(text, end, token.start)
            yield token.start, _class(token, before), text[token.start : token.end]
            end = token.end
            before = before if token.kind == "COMMENT" else token
        yield from _between(text, end, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, _TokenType, str]]:
    """What lies between two tokens: blanks, or characters without a meaning."""
    if start < end:
        gap = text[start:end]
        yield start, Error if gap.strip() else Whitespace, gap


def _class(token: Token, before: Token | None) -> _TokenType:
    begins = token.first or before is None or before.kind in _BOUNDS
    if token.kind == "KEY":
        return Name.Attribute if token.text in _WORDS else Name.Label
    if token.kind != "WORD":
        return _PLAIN.get(token.kind, Punctuation)
    if begins and find_block(token.text):
        return Keyword
    if token.text in FUNCTION_WORDS:
        return Operator.Word
    if before is not None and not token.first and find_block(before.text):
        return Name.Class
    return Name
