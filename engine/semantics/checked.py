"""A policy whose every word has a meaning: declarations and the side tables of names and types."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import Expression, File, Path
from ...grammar.source import Source
from .declarations import Declaration
from .references import Reference
from .symbols import Symbols
from .types import Type


@frozen
class Checked:
    """What the checks and the lowering read. Meaningful only where no error was found."""

    source: Source
    file: File = field(repr=False)
    symbols: Symbols = field(repr=False)
    refs: Mapping[Path, Reference] = field(repr=False)
    types: Mapping[Expression, Type] = field(repr=False)
    sound: bool  # whether every name and type of the rules was understood
    about_examples: tuple[Diagnostic, ...] = field(repr=False, default=())

    @property
    def policy(self) -> Declaration | None:
        """The policy's head."""
        return next(iter(self.symbols.all_of("policy")), None)
