"""What the parts of type inference ask of one another, so that none imports the whole."""

from __future__ import annotations

from typing import Protocol

from ...grammar.diagnostics import Argument, Code, Diagnostic, Text
from ...grammar.nodes import Expression, Node, Path
from ..levels import Level
from .declarations import Declaration
from .names import Names
from .references import Reference, Scope
from .types import Dimension, Type


class Inferring(Protocol):
    """The services of ``Inference``; see there."""

    names: Names
    refs: dict[Path, Reference]
    types: dict[Expression, Type]
    findings: list[Diagnostic]

    def report(self, code: Code, node: Node, **args: Argument) -> Type: ...
    def infer(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type: ...
    def formula(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type: ...
    def number(self, expr: Expression, kind: Type) -> Type: ...
    def condition(self, expr: Expression, kind: Type) -> Type: ...
    def owned(self, node: Node, table: str) -> None: ...
    def declared(self, declaration: Declaration) -> Type: ...
    def level_of(self, found: Reference, scope: Scope) -> Level: ...
    def same_dimension(  # noqa: PLR0913, PLR0917
        self,
        first: Expression,
        second: Expression,
        left: Type,
        right: Type,
        verb: Text,
        place: Node,
    ) -> Dimension | None: ...
