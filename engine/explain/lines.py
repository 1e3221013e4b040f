"""The lines of a ledger, and what tells one row's line from another's."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, field, frozen

from ...grammar.diagnostics import Cell
from ..data.tables import Gap
from ..evaluate.values import Value
from .ingredients import Ingredient
from .numbers import value_text


@frozen
class Line:
    """One line of a ledger. ``value`` is what it adds to the top; ``full`` the most it could add;
    ``own`` its own figure before conversion. ``kind`` is that of its declaration, or ``row``,
    ``rounding``, ``cap``, ``floor``, ``part``, ``yardstick`` for a figure of the whole group,
    ``uncounted`` for a row whose matter counts elsewhere, or ``too_high``, ``too_low``,
    ``unpicked`` for one that was left out. ``again`` says that its parts stand under an earlier
    line of the same name; ``of_rows`` that it is one of several rows of the unit."""

    label: str
    kind: str
    value: Fraction
    own: Value
    full: Fraction | None = None
    arithmetic: str = ""
    clauses: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    case: str | None = None
    marks: tuple[tuple[str, str], ...] = ()
    children: tuple[Line, ...] = field(default=())
    ingredients: tuple[Ingredient, ...] = field(default=())
    again: bool = False
    of_rows: bool = False

    def leaves(self) -> tuple[Line, ...]:
        """The innermost lines, in order."""
        return tuple(leaf for child in self.children for leaf in child.leaves()) or (self,)


def uncounted(line: Line, kind: str) -> Line:
    """A line that is shown and adds nothing; nothing was to be had there either."""
    return evolve(line, value=Fraction(0), kind=kind, full=None, children=())


def told(column: str, value: Value | Gap) -> str:
    """A key in words: a number says of what it is one, a name speaks for itself."""
    if isinstance(value, Gap):
        return column
    return value_text(value) if isinstance(value, str) else f"{column} {value_text(value)}"
