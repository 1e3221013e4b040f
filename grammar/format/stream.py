"""The tokens of a text as the formatter needs them: as the parser reads them, and the comments."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from ..characters import UNSEEN
from ..layout import lay_out
from ..lexer import scan
from ..source import Source
from ..tokens import Token

_NO_BLANKS = dict.fromkeys(map(ord, f" \t{UNSEEN}"))


@frozen
class Stream:
    """``tokens`` have their statement ends and function words; idle separators are gone."""

    tokens: tuple[Token, ...]
    comments: tuple[Token, ...]


def stream(source: Source) -> Stream:
    """The stream of a text without syntax errors."""
    scanned, _ = scan(source)
    laid, _ = lay_out([token for token in scanned if token.kind != "COMMENT"])
    comments = tuple(token for token in scanned if token.kind == "COMMENT")
    return Stream(tuple(laid), comments)


def signature(text: Stream) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What formatting must not change: comments, and tokens but for their blanks and quotes."""
    comments = tuple(comment.text.rstrip() for comment in text.comments)
    return comments, tuple((token.kind, _content(token)) for token in text.tokens)


def _content(token: Token) -> str:
    match token.kind:
        case "STRING":
            return token.text[1:-1]
        case "QUANTITY" | "DATE":
            return squeezed(token.text)
        case "_SEP":
            return ""
        case _:
            return token.text


def squeezed(text: str) -> str:
    """A literal without the blanks inside it."""
    return text.translate(_NO_BLANKS)


@lru_cache(maxsize=10_000)
def reads_as(text: str) -> tuple[tuple[str, str], ...]:
    """The kinds and texts of the tokens that a piece of text is read as."""
    return tuple((token.kind, _content(token)) for token in scan(Source("", text))[0])
