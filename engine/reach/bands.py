"""Bands and step tables, on the step and the range that the policy's own text leaves the number."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..checks.bands import bands_of, grade_findings, step_findings
from ..extent import ZERO, Extent, hull
from ..plan.ops import Classify
from .known import Known


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
    for declaration in known.checked.symbols.all_of("steps"):
        bands = tuple((band.name, band.range) for band in bands_of(declaration))
        reach = looked_up.get(bands)
        step = reach.step if reach is not None else ZERO
        yield from step_findings(known.checked, declaration, step, reach)
