"""Bands and step tables, on the step and the range that the policy's own text leaves the number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...grammar.diagnostics import Diagnostic
from ..checks.bands import bands_of, grade_findings, step_findings
from ..data.contract import MONTHS, Derivation
from ..extent import ZERO, Extent, hull, of_range
from ..plan.ops import Classify
from .domain import of_column
from .known import Known


def _derived(known: Known) -> Iterator[tuple[object, Extent | None]]:
    """The bands that columns are derived by, and the numbers that these are derived from."""
    for table in known.plan.tables:
        for how in (c.derived for c in table.columns if c.derived and c.derived.bands):
            given = table.column(how.column)
            yield how.bands, _part_of_date(how) or of_column(given, table.sparse).numbers


def _part_of_date(how: Derivation) -> Extent | None:
    """The numbers that months or years can be; None where a number itself is looked up."""
    if how.part is None:
        return None
    return of_range(MONTHS, Fraction(1)) if how.part == "month" else Extent(step=Fraction(1))


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every grades block with bands, and every step table that is looked up."""
    for op_id, declaration in known.named("grades"):
        op = known.plan.ops[op_id]
        if isinstance(op, Classify):
            reach = known.ranges.of(op.arg).numbers
            step = reach.step if reach is not None else ZERO
            yield from grade_findings(known.checked, declaration, step, reach)
    looked_up: dict[object, Extent | None] = {}
    for op in known.plan.ops:
        if isinstance(op, Classify):
            numbers = known.ranges.of(op.arg).numbers
            looked_up[op.bands] = hull(looked_up.get(op.bands), numbers)
    for bands, source in _derived(known):
        looked_up[bands] = hull(looked_up.get(bands), source)
    for declaration in known.checked.symbols.all_of("steps"):
        bands = tuple((band.name, band.range) for band in bands_of(declaration))
        reach = looked_up.get(bands)
        step = reach.step if reach is not None else ZERO
        yield from step_findings(known.checked, declaration, step, reach)
