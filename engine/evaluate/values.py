"""Run-time values: exact numbers, names, conditions, dates, the blank, and faults."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias, TypeGuard

from attrs import frozen

from ..plan.ops import OpId


class Blank:
    """Nothing there: an empty cell. An operation that needs it yields a fault."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "BLANK"


BLANK = Blank()


class Nothing(Blank):
    """No value by the policy's own word: it does not apply to this unit, or ``取：空``. Whatever is
    worked out from it is nothing too; sums and means pass over it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = Nothing()


@frozen
class Fault:
    """A value that could not be worked out, and where that began.

    ``reason`` is one of ``blank`` (a blank was needed), ``bad`` (the cell broke its contract),
    ``zero`` (division by zero), ``none`` (nothing to take a mean of), ``outside`` (beyond its
    bounds), ``unmatched`` (in no band or lookup), ``lost`` (no such row), ``untold``
    (equal, and what tells equals apart is blank). ``op`` and ``index`` say where it began.
    """

    reason: str
    op: OpId
    index: int


@frozen
class Faults:
    """Several faults at once, so that one run names them all."""

    faults: tuple[Fault, ...]


#: The classes of values that an operation cannot simply work with.
UNPLAIN = frozenset({Blank, Nothing, Fault, Faults})

Value: TypeAlias = "int | Fraction | str | bool | date | tuple[str, ...] | Blank | Fault | Faults"
Column: TypeAlias = Sequence[Value]


def merged(first: Value, second: Value) -> Fault | Faults | Nothing:
    """What comes of two values of which one is a fault or nothing: faults go before nothing."""
    if not is_fault(first) and not is_fault(second):
        return NOTHING
    if is_fault(first) and not is_fault(second):
        return first
    if is_fault(second) and not is_fault(first):
        return second
    return Faults((*faults_of(first), *faults_of(second)))


def faults_of(value: Value) -> tuple[Fault, ...]:
    """The faults inside a value."""
    if isinstance(value, Fault):
        return (value,)
    return value.faults if isinstance(value, Faults) else ()


def is_fault(value: Value) -> TypeGuard[Fault | Faults]:
    """Whether a value could not be worked out."""
    return value.__class__ is Fault or value.__class__ is Faults
