"""The pieces of a text: every token with its spelling and its role, one for one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ..diagnostics import Language
from ..source import Source
from ..tokens import FUNCTION_WORDS, Token, kinds
from .spacing import APART, Piece, blank_between, role_of
from .spelling import spelled

#: What the next statement of a block follows.
_BEFORE_STATEMENT = kinds("_LBRACE _RBRACE _SEP")


def pieces_of(tokens: Sequence[Token], source: Source, language: Language) -> list[Piece]:
    """How each token will be written."""
    found: list[Piece] = []
    last, run, head = Piece("_SEP", ""), "", False
    for index, token in enumerate(tokens):
        if last.role in _BEFORE_STATEMENT:
            head = token.kind == "WORD"
        piece = Piece(_role(tokens, index, found), spelled(token, source, language))
        piece = evolve(piece, blank=blank_between(run, last, piece, language, head=head))
        found.append(piece)
        run = piece.text if piece.blank or token.first or last.role in APART else run + piece.text
        last = piece
    return found


def _role(tokens: Sequence[Token], index: int, found: Sequence[Piece]) -> str:
    token = tokens[index]
    if token.kind not in ("MINUS", "COMPARE", "AND"):
        return token.kind
    after = tokens[index + 1]
    tight = tokens[index - 1].end == token.start and token.end == after.start
    return role_of(token.kind, _before(found), after.kind, tight=tight)


def _before(found: Sequence[Piece]) -> str:
    """The last role; BOUNDED for a quantity that is one end of a range already: 超过5分."""
    *outer, last = (piece.role for piece in found[-3:])
    if last == "QUANTITY" and (outer[-1:] == ["BOUND"] or outer == ["BOUND", "SIGN"]):
        return "BOUNDED"
    return last


def one_line_blocks(tokens: Sequence[Token], source: Source) -> dict[int, int]:
    """Where each block ends that was written on one line, by where its brace opens."""
    closes: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "_LBRACE":
            opened.append(index)
        elif token.kind == "_RBRACE":
            start = opened.pop()
            lines = {source.position(tokens[place].start)[0] for place in (start, index)}
            if len(lines) == 1:
                closes[start] = index
    return closes


def keeps_separator(tokens: Sequence[Token], index: int) -> bool:
    """Whether a written ``；`` must stay at a line end: the next line begins with a word that
    could go on with the value."""
    token, following = tokens[index], tokens[index + 1]
    written = token.start < token.end
    return written and following.kind == "WORD" and following.text in FUNCTION_WORDS
