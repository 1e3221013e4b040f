"""Tokens by the lines that they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import Token


def lines(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each line, without empty ones."""
    found: list[list[Token]] = []
    for token in tokens:
        if token.first or not found:
            found.append([])
        found[-1].append(token)
    return found
