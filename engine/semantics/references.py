"""What a name in a formula denotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from ..levels import Level
from .declarations import Declaration
from .types import Type


@frozen
class ColumnReference:
    """A column of a data table."""

    table: str
    column: str


@frozen
class ValueReference:
    """A value that a declaration defines."""

    declaration: Declaration


@frozen
class IndicatorReference:
    """An indicator or a stage, defined once for each kind of unit."""

    declarations: tuple[Declaration, ...]


@frozen
class AttributeReference:
    """A further value of a declaration: its full mark, whether a veto lowered the grade…"""

    declarations: tuple[Declaration, ...]
    attribute: str


@frozen
class MemberReference:
    """One of the names that a choice may take."""

    text: str


@frozen
class LocalReference:
    """A name that only the place gives a meaning: 得分, 满分 and 权重 in a conversion."""

    id: str


@frozen
class NothingReference:
    """The word 空: no value, by the policy's own word."""


Reference: TypeAlias = (
    ColumnReference
    | ValueReference
    | IndicatorReference
    | AttributeReference
    | MemberReference
    | LocalReference
    | NothingReference
)


@frozen
class Scope:
    """Where a formula stands: its level, and the names that only this place knows."""

    level: Level
    locals: Mapping[str, Type] = field(factory=dict)
