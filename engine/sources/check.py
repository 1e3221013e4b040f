"""A checked policy and the text of its document to findings and coverage: the one way in."""

from __future__ import annotations

from attrs import frozen

from ...grammar.diagnostics import Cell, Diagnostic, Text, decimal_text
from ...grammar.source import Source
from ..semantics.checked import Checked
from . import codes
from .coverage import Coverage, Status, cover
from .held import figure_findings
from .proof import Proof, citation_findings, gap_findings
from .split import split

_LISTED = 8


@frozen
class Held:
    """A policy held against its document."""

    findings: tuple[Diagnostic, ...]
    coverage: Coverage


def hold(checked: Checked, text: Source, least: int | None = None) -> Held:
    """Everything in which a policy departs from its document, and what it covers of it. ``least``
    is the percentage of clauses that must be covered."""
    document = split(text)
    proof = Proof(checked, document)
    coverage = cover(proof)
    if not document.clauses:
        name = text.name
        return Held((Diagnostic(codes.NO_CLAUSES, Cell(name), {"file": name}),), coverage)
    findings = (
        *citation_findings(proof),
        *figure_findings(proof),
        *gap_findings(proof),
        *(() if least is None or coverage.share >= least else (_too_little(coverage, least),)),
    )
    return Held(findings, coverage)


def _too_little(coverage: Coverage, least: int) -> Diagnostic:
    left = [row.path for row in coverage.rows if row.status is Status.OPEN]
    more = len(left) > _LISTED
    listed = Text(
        "、".join(left[:_LISTED]) + ("等" if more else ""),
        ", ".join(left[:_LISTED]) + (" and more" if more else ""),
    )
    return Diagnostic(
        codes.COVERAGE,
        None,
        {
            "all": coverage.all,
            "done": coverage.done,
            "share": f"{decimal_text(coverage.share.__floor__())}％",
            "least": f"{least}％",
            "open": listed,
        },
    )
