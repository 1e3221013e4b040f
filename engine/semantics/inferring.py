"""What the parts of type inference ask of one another, so that none imports the whole."""

from __future__ import annotations

from typing import Protocol

from ...grammar.diagnostics import Argument, Code
from ...grammar.nodes import Expression, Node, Path
from ..levels import Level
from .declarations import Declaration
from .names import Names
from .references import Reference, Scope
from .types import Type


class Inferring(Protocol):
    """The services of ``Inference``; see there."""

    names: Names
    refs: dict[Path, Reference]
    types: dict[Expression, Type]

    def report(self, code: Code, node: Node, **args: Argument) -> Type: ...
    def infer(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type: ...
    def formula(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type: ...
    def number(self, expr: Expression, kind: Type) -> Type: ...
    def condition(self, expr: Expression, kind: Type) -> Type: ...
    def owned(self, node: Node, table: str) -> None: ...
    def declared(self, declaration: Declaration) -> Type: ...
    def level_of(self, found: Reference, scope: Scope) -> Level: ...
