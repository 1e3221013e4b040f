"""The classes of a policy's characters, for findings shown in colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType
from pygments.token import Literal as LiteralToken

from ...grammar.source import Source
from .pygments_lexer import GuijuLexer

#: The classes of the characters of a line counted from 1.
Class: TypeAlias = Literal["plain", "keyword", "property", "text", "number", "comment"]
Highlight: TypeAlias = Callable[[int], Sequence[Class]]

#: The first that holds a token's type decides.
_CLASSES: tuple[tuple[_TokenType, Class], ...] = (
    (Comment, "comment"),
    (Keyword, "keyword"),
    (Operator.Word, "keyword"),
    (Name.Attribute, "property"),
    (Name.Label, "property"),
    (String, "text"),
    (Number, "number"),
    (LiteralToken, "number"),
)


def _holds(family: _TokenType, kind: _TokenType) -> bool:
    return kind is family or family in kind.split()


def highlight(source: Source) -> Highlight:
    """Reads a source once; lines are then looked up."""
    classes: list[Class] = ["plain"] * len(source.text)
    for start, kind, text in GuijuLexer().get_tokens_unprocessed(source.text):
        found = next((name for family, name in _CLASSES if _holds(family, kind)), None)
        if found is not None:
            classes[start : start + len(text)] = [found] * len(text)

    def of_line(number: int) -> Sequence[Class]:
        start = source.line_starts[number - 1]
        return classes[start : start + len(source.line(number))]

    return of_line
