"""The result of a run: the values asked for, what is to be listed, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from ..grammar.diagnostics import Cell, Diagnostic, Severity
from .data.tables import Dataset
from .evaluate.findings import asked_for, faults_in, findings_of
from .evaluate.interpret import Run, interpret
from .evaluate.known import Known
from .evaluate.trace import cells, member_name, unit_names
from .plan.ops import Choose, OpId
from .plan.plan import Notice, Plan


@frozen
class Listed:
    """One member that a notice lists: the unit it concerns and the cells it came from."""

    notice: Notice
    unit: str
    cells: tuple[Cell, ...]


@frozen
class Result:
    """A run with its findings. Values mean something only where ``sound``."""

    run: Run = field(repr=False)
    findings: tuple[Diagnostic, ...]
    listed: tuple[Listed, ...]
    broken: bool

    @property
    def sound(self) -> bool:
        """Whether nothing stops the result: no error here, no bad cell that reading has named."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return not (self.broken or errors)

    @property
    def units(self) -> list[str]:
        """The units, in the register's order."""
        return unit_names(self.run)


def evaluate(
    plan: Plan, dataset: Dataset, trace: bool = True, known: Known | None = None
) -> Result:
    """Run a plan over a dataset. Without a trace only the values asked for are kept; runs with one
    add to what is ``known``, and all draw on it."""
    keep = None if trace else _kept(plan)
    run = interpret(plan, dataset, keep, known)
    findings = findings_of(run)
    return Result(run, findings, _listed(run) if trace else (), bool(faults_in(run)))


def _kept(plan: Plan) -> frozenset[OpId]:
    """What must outlive a run without a trace."""
    requirements = {
        op for r in plan.requirements for op in (r.op, r.actual, r.expected) if op is not None
    }
    return frozenset({*asked_for(plan), *requirements})


def _listed(run: Run) -> tuple[Listed, ...]:
    return tuple(listed for notice in run.plan.notices for listed in _members(run, notice))


def _members(run: Run, notice: Notice) -> list[Listed]:
    level = run.plan.ops[notice.op].level
    return [
        Listed(notice, member_name(run, level, index), _places(run, notice, index))
        for index in _applies(run, notice)
    ]


def _applies(run: Run, notice: Notice) -> list[int]:
    """The members a notice lists. Of cases none applies after a condition without an answer."""
    op = run.plan.ops[notice.op]
    if notice.case is None:
        return [index for index, value in enumerate(run.values[notice.op]) if value is True]
    if not isinstance(op, Choose):
        return []
    found: Iterable[int] = range(len(run.values[notice.op]))
    for number, (when, _) in enumerate(op.cases[: notice.case + 1]):
        wanted, values = number == notice.case, run.values[when]
        found = [index for index in found if values[index] is wanted]
    return list(found)


def _places(run: Run, notice: Notice, index: int) -> tuple[Cell, ...]:
    """The cells that made a notice apply: those of the conditions asked, not of what was taken."""
    op = run.plan.ops[notice.op]
    asked = (
        [when for when, _ in op.cases[: (notice.case or 0) + 1]] if isinstance(op, Choose) else []
    )
    if notice.case is None:
        asked = [notice.op] if op.level.kind == "row" else []
    return tuple(dict.fromkeys(cell for when in asked for cell in cells(run, when, index)))
