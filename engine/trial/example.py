"""Worked examples as data: what is given, in which rows, and what must come out."""

from __future__ import annotations

from attrs import field, frozen

from ...grammar.source import Span
from ..evaluate.values import Value
from ..plan.ops import OpId
from ..plan.plan import Plan
from .points import Point


@frozen
class Fixed:
    """A value given by name. An indicator has several operations, one for each kind of unit."""

    name: str
    ops: tuple[OpId, ...]
    value: Value
    span: Span = field(repr=False)


@frozen
class Row:
    """One row of a table: cells by column, and values of the row that are given as they are."""

    table: str
    cells: tuple[tuple[str, Value], ...]
    fixed: tuple[Fixed, ...] = ()


@frozen
class Formula:
    """A written formula and the operations of the names and calls in it, where each stands."""

    span: Span
    marks: tuple[tuple[Span, OpId], ...]


@frozen
class Definition:
    """Where the policy says how a value comes about. ``cases`` are the formulas of each case of a
    choice, condition first; ``always`` those that count whatever the case. ``kinds`` are the
    operations and definitions of an indicator that has one for each kind of unit."""

    span: Span
    choice: OpId | None = None
    cases: tuple[tuple[Formula, ...], ...] = ()
    always: tuple[Formula, ...] = ()
    kinds: tuple[tuple[OpId, Definition], ...] = ()


@frozen
class Expected:
    """A value that must come out; with ``places`` it is compared after rounding to them. ``row``
    says of which of the rows that its unit gives, counted from 0; None speaks of the unit."""

    name: str
    op: OpId
    value: Value
    places: int | None
    written: str
    span: Span = field(repr=False)
    definition: Definition | None = field(repr=False, default=None)
    row: int | None = None


@frozen
class Asked:
    """A condition that must hold for a unit."""

    text: str
    op: OpId
    span: Span = field(repr=False)
    formula: Formula = field(repr=False)


@frozen
class Specimen:
    """One unit of an example."""

    name: str
    fixed: tuple[Fixed, ...]
    cells: tuple[tuple[str, str, Value], ...]  # table, column, value; of tables with a row a unit
    rows: tuple[Row, ...]
    expected: tuple[Expected, ...]
    asked: tuple[Asked, ...]


@frozen
class Example:
    """One worked example. ``keeps`` and ``breaks`` name requirements, with where they stand."""

    name: str
    title: str
    span: Span = field(repr=False)
    units: tuple[Specimen, ...]
    keeps: tuple[tuple[str, Span], ...] = ()
    breaks: tuple[tuple[str, Span], ...] = ()


@frozen
class Trials:
    """All examples of a policy. ``plan`` is the policy's plan with the conditions that examples
    ask added after its own operations; ``names`` are the requirements by the names they go by in
    examples, in the plan's order; ``points`` are what examples can show of the policy."""

    plan: Plan
    examples: tuple[Example, ...]
    requirements: tuple[str, ...]
    points: tuple[Point, ...] = field(repr=False)
