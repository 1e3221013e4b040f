"""Ranges whose two words bound the same side: ``80分以上超过90分``; texts that join unawares."""

from __future__ import annotations

from collections.abc import Sequence

from . import syntax_codes as codes
from .diagnostics import Diagnostic, Edit, Fix, Text
from .source import Span
from .tokens import OPERATORS, Token, kinds

_ITEM_STARTS = kinds("_COLON _COMMA _LIST _LPAR")


def check_ranges(tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens as they are, and a finding for each range with two low or two high ends and for
    each text that joins the one before it on its line."""
    found: list[Diagnostic] = []
    for index, token in enumerate(tokens):
        if _joins(tokens, index):
            left = tokens[index - 1]
            title = Text("补上“、”", "put “、” between")
            fix = Fix(title, (Edit(Span(left.end, token.start), "、"),))
            span = left.span.to(token.span)
            found.append(Diagnostic(codes.JOINED, span, fixes=(fix,)))
        first = _first_side(tokens, index) if token.kind in ("COMPARE", "SIDE") else None
        if first and OPERATORS[first.text][0] == OPERATORS[token.text][0]:
            args = {"first": first.text, "second": token.text}
            found.append(Diagnostic(codes.TWO_ENDS, Span(first.start, token.end), args))
    return list(tokens), found


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """A text right after another on its line, inside a value."""
    return (
        index > 1
        and tokens[index].kind == tokens[index - 1].kind == "STRING"
        and not tokens[index].first
        and tokens[index - 2].kind in _ITEM_STARTS
    )


def _first_side(tokens: Sequence[Token], index: int) -> Token | None:
    """The word of the bound before the one that ``tokens[index]`` begins."""
    place = index - 1
    if tokens[index].kind == "SIDE":
        if place < 1 or tokens[place].kind != "QUANTITY":
            return None
        place -= 1
    if tokens[place].kind in ("AND", "TO"):
        place -= 1
    if place > 0 and tokens[place].kind == "SIDE":
        return tokens[place]
    if place < 2 or tokens[place].kind != "QUANTITY":
        return None
    place -= 2 if tokens[place - 1].kind == "MINUS" else 1
    start = place > 0 and tokens[place - 1].kind in _ITEM_STARTS
    return tokens[place] if start and tokens[place].kind == "COMPARE" else None
