"""Examples for what no example shows."""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Language
from ...grammar.source import Source
from .points import Point
from .suite import Suite


@frozen
class Proposals:
    """Blocks to be pasted, and the points for which no example was found."""

    text: str
    unfound: tuple[Point, ...]


def propose(suite: Suite, source: Source, language: Language) -> Proposals:
    """Examples of the points that are missing."""
    return Proposals("", suite.coverage.missing)
