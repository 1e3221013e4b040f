"""Dates: every written day exists in the policy's year."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import DateLiteral, Expression, YearLiteral
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.dates import date_of
from ..semantics.walk import expressions


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every date literal of the policy."""
    written = checked.policy.value("year") if checked.policy else None
    year = (written.year if isinstance(written, YearLiteral) else None) or 2000
    for literal in _literals(checked):
        if date_of(literal, year) is None:
            yield Diagnostic(
                codes.DATE_INVALID, literal.span, {"date": checked.source.slice(literal.span)}
            )


def _literals(checked: Checked) -> Iterator[DateLiteral]:
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for prop in (*declaration.properties.values(), *declaration.entries):
                items: list[Expression] = [i for clause in prop.clauses for i in clause.items]
                yield from (e for i in items for e in expressions(i) if isinstance(e, DateLiteral))
