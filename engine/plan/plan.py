"""A plan: operations, the names they go by, and what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from ...grammar.diagnostics import Text
from ...grammar.source import Span
from ..data.contract import TableSpec
from ..levels import Level
from .ops import Op, OpId

#: Names whose values are parts of a total; other named values are only ingredients of a formula.
PARTS = (
    "system", "goal", "indicator", "item", "row", "process", "stage", "panel", "bonus", "deduction",
    "step",
)  # fmt: skip


@frozen
class Named:
    """A name an operation goes by in the policy, for explanations and reports.

    ``clauses`` are the clauses it encodes; ``full`` is the most it can be, where it has one;
    ``item_name`` gives each row's own name where the operation is one of a list; ``branches`` name
    the cases of a choice. ``marks`` are its inferred, chosen and delegated parts: kind and reason.
    """

    name: str
    title: str
    kind: str
    span: Span = field(repr=False)
    clauses: tuple[str, ...] = ()
    full: OpId | None = None
    item_name: OpId | None = None
    branches: tuple[str, ...] = ()
    branch_clauses: tuple[tuple[str, ...], ...] = ()
    marks: tuple[tuple[str, str], ...] = ()


@frozen
class Basis:
    """Something the result rests on that the text does not plainly say: what kind of statement
    (``inferred``, ``reading``, ``delegated``), of which declaration, and why."""

    kind: str
    declaration: str
    name: str
    reason: str
    clauses: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


@frozen
class Notice:
    """Members of a level to be listed: where ``op`` holds, or where its case ``case`` applied."""

    name: str
    text: str
    op: OpId
    case: int | None
    span: Span = field(repr=False)
    clauses: tuple[str, ...] = ()


@frozen
class Requirement:
    """A condition on the data, or on the policy (``invariant``). ``expected`` and ``actual`` are
    shown where it fails."""

    name: str
    kind: Literal["written", "list", "count", "invariant"]
    op: OpId
    span: Span = field(repr=False)
    actual: OpId | None = None
    expected: OpId | None = None


@frozen
class HeadCount:
    """How many units of a kind the policy says that there are."""

    kind: str
    count: int
    span: Span = field(repr=False)


@frozen
class Due:
    """A figure that follows from the result, with the word of its unit: “” for plain numbers and
    counts."""

    name: str
    op: OpId
    unit: Text


@frozen
class Use:
    """A use of the result: for whom, when, what follows, and the figures that follow."""

    name: str
    title: str
    clauses: tuple[str, ...]
    applies: OpId | None
    when: OpId | None
    actions: tuple[str, ...]
    quotas: tuple[Due, ...]
    blank: str | None = None
    unscored: str | None = None


@frozen
class VetoEvents:
    """What makes one veto take effect: rows of a level, or units where a condition holds;
    ``undecided`` says which await a decision. ``before`` and ``after`` are the grades around it."""

    name: str
    level: Level
    effective: OpId
    undecided: OpId | None
    before: OpId
    after: OpId


@frozen
class Veto:
    """All vetoes together: the grade before and after them, whether any took effect, whether any
    decision is pending, and the grade if all pending decisions were to take effect."""

    name: str
    result: str
    grade: OpId
    final: OpId
    lowered: OpId
    pending: OpId
    if_lowered: OpId
    events: tuple[VetoEvents, ...]


@frozen
class Outcome:
    """What a policy comes to: the ranks, the total they go by, and the grades, whose names stand
    best first in ``grades``. ``scored`` says that the total is in points."""

    total: OpId | None
    rank: OpId | None
    group: Level | None
    grade: OpId | None
    bands: OpId | None
    veto: Veto | None
    grades: tuple[str, ...] = ()
    scored: bool = True


@frozen
class Export:
    """One column of the exported result; ``places`` None shows the exact decimal."""

    title: str
    op: OpId
    places: int | None


@frozen
class Listing:
    """A table of results of the rows of a level other than units, named after their table."""

    name: str
    title: str
    level: Level
    exports: tuple[Export, ...]


@frozen
class Plan:
    """A whole plan."""

    name: str
    tables: tuple[TableSpec, ...] = field(repr=False)
    ops: tuple[Op, ...]
    names: Mapping[OpId, tuple[Named, ...]]
    outcome: Outcome
    notices: tuple[Notice, ...]
    requirements: tuple[Requirement, ...]
    uses: tuple[Use, ...]
    exports: tuple[Export, ...]
    listings: tuple[Listing, ...] = ()
    basis: tuple[Basis, ...] = ()
    kind: OpId | None = None
    groups: tuple[tuple[str, Level, int | None], ...] = ()
    heads: tuple[HeadCount, ...] = ()

    @property
    def register(self) -> TableSpec:
        """The table that says which units exist."""
        return next(table for table in self.tables if table.register)

    def named(self, kind: str) -> tuple[OpId, ...]:
        """The operations whose first name is of a kind, in plan order."""
        return tuple(op for op, names in self.names.items() if names[0].kind == kind)
