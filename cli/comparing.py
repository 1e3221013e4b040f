"""What comparing needs of the outside: both policies, their data, and names that changed."""

from __future__ import annotations

from pathlib import Path

from attrs import define, evolve, field, frozen

from ..engine.data.codes import FILE_UNREADABLE
from ..engine.data.contract import TableSpec
from ..engine.data.tables import Dataset
from ..engine.diff.carry import Start, start
from ..engine.diff.changes import Difference
from ..engine.diff.compare import difference
from ..engine.diff.impact import Impact, Runs, impact
from ..engine.diff.maps import Names, read_names, unknown_units
from ..engine.diff.needs import contract
from ..engine.evaluate.known import Known
from ..engine.pipeline import Checkup, check
from ..engine.plan.lower import lower
from ..engine.plan.plan import Plan
from ..engine.result import Result, evaluate
from ..grammar.diagnostics import Diagnostic, Severity
from ..grammar.source import Source
from .exits import Exit
from .inputs import load_data
from .inputs.single import read_single
from .running import UNREADABLE
from .sources import exit_for, load_source


@frozen
class Trouble:
    """Errors of one policy, of the data under it in a ``folder``, or of the names given; and the
    exit code. ``adapted`` says that it was also tried on the terms of the other policy's data;
    ``exchanged``, that each policy runs on the data given for the other."""

    source: Source | None
    findings: tuple[Diagnostic, ...]
    exit: Exit
    folder: Path | None = None
    adapted: bool = False
    exchanged: bool = False


def policy(path: Path) -> Checkup | Trouble:
    """A checked policy, or what is wrong with it."""
    source = load_source(path)
    if isinstance(source, Diagnostic):
        return Trouble(None, (source,), exit_for(source))
    checkup = check(source)
    if checkup.plan is None:
        return Trouble(source, errors_of(checkup.diagnostics), Exit.INVALID)
    return checkup


def errors_of(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The errors among findings."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def names_in(path: Path | None) -> Names:
    """The table of names, with what is wrong with it by itself."""
    if path is None:
        return Names()
    sheet, findings = read_single(path)
    if sheet is None:
        return Names((), findings)
    return read_names(sheet)


def trouble_with(findings: tuple[Diagnostic, ...]) -> Trouble:
    """Errors of the names given, or of data that could not be read."""
    unreadable = all(error.code.id.startswith(UNREADABLE) for error in findings)
    unreadable |= any(error.code is FILE_UNREADABLE for error in findings)
    return Trouble(None, findings, Exit.USAGE if unreadable else Exit.INVALID)


@define
class Folder:
    """One data folder under the contracts of several plans; read once for each contract."""

    path: Path
    _read: dict[tuple[TableSpec, ...], tuple[Dataset, tuple[Diagnostic, ...]]] = field(factory=dict)
    #: One change apart, most of what two policies work out is the same.
    _known: Known = field(factory=Known)

    def load(self, plan: Plan) -> tuple[Dataset, tuple[Diagnostic, ...]]:
        demands = contract(plan)
        if demands not in self._read:
            self._read[demands] = load_data(self.path, plan.tables)
        return self._read[demands]

    def run(self, plan: Plan) -> Result | None:
        """The result of a plan, if the data are what it demands."""
        first = contract(plan) not in self._read
        dataset, about_data = self.load(plan)
        return None if errors_of(about_data) else evaluate(plan, dataset, first, self._known)

    def result(self, checkup: Checkup) -> Result | Trouble:
        """The sound result of a policy with everything kept, or what keeps it from one."""
        plan, source = checkup.plan, checkup.checked.source
        assert plan is not None, "only policies without errors get here"
        dataset, about_data = self.load(plan)
        errors = errors_of(about_data)
        # Without units there is nothing to run the policy over.
        if dataset.tables[plan.register.name].size or not errors:
            result = evaluate(plan, dataset, known=self._known)
            errors = (*errors, *errors_of(result.findings))
            if not errors:
                return result
        found = trouble_with(errors)
        return Trouble(source, errors, found.exit, self.path)


def compared(
    found: Difference, checkups: list[Checkup], folders: list[Path], names: Names
) -> Impact | list[Trouble]:
    """The impact on one folder, or on two, the old policy's first; or what stands in the way."""
    sides = [Folder(path) for path in folders]
    if len(sides) == 1:
        return _on_one(found, checkups, sides[0], names)
    results = [
        side.result(checkup) for side, checkup in zip((sides[0], sides[-1]), checkups, strict=True)
    ]
    troubles = [result for result in results if isinstance(result, Trouble)]
    sound = [result for result in results if isinstance(result, Result)]
    if len(troubles) == len(checkups) and _exchanged(checkups, sides):
        return [evolve(trouble, exchanged=True) for trouble in troubles]
    if troubles:
        return troubles
    old, new = sound
    unknown = tuple(unknown_units(names, old.units, new.units))
    if unknown:
        return [trouble_with(unknown)]
    return impact(found, Runs(old, new, sides[-1].run, own_data=True, units=names.units))


def _exchanged(checkups: list[Checkup], sides: list[Folder]) -> bool:
    """Whether each policy runs on the data that were given for the other."""
    pairs = zip(reversed(sides), checkups, strict=True)
    return all(isinstance(side.result(checkup), Result) for side, checkup in pairs)


def _on_one(
    found: Difference, checkups: list[Checkup], folder: Folder, names: Names
) -> Impact | list[Trouble]:
    """The impact on one folder. Where it is only one policy's, the other is run on its terms."""
    results = [folder.result(checkup) for checkup in checkups]
    old, new = results
    if isinstance(old, Result) and isinstance(new, Result):
        return impact(found, Runs(old, new, folder.run, units=names.units))
    if isinstance(new, Result):
        begin = start(found, carry=True)
        terms = _on_terms(begin, folder)
        if terms is not None:
            runs = Runs(terms[1], new, folder.run, begin=begin)
            return evolve(impact(found, runs), adapted="old")
    if isinstance(old, Result):
        back = difference(checkups[1].checked, checkups[0].checked)
        terms = _on_terms(start(back, carry=True), folder)
        if terms is not None:
            again = difference(checkups[0].checked, terms[0].checked, names.hints)
            return evolve(impact(again, Runs(old, terms[1], folder.run)), adapted="new")
    troubles = [result for result in results if isinstance(result, Trouble)]
    return [evolve(trouble, adapted=len(troubles) < len(results)) for trouble in troubles]


def _on_terms(begin: Start, folder: Folder) -> tuple[Checkup, Result] | None:
    """A policy on the terms of another's data, and its result on them."""
    examined = begin.replay.examined((), whole=True)
    if not examined.sound:
        return None
    checkup = Checkup(examined.checked, lower(examined.checked), examined.diagnostics, None)
    result = folder.result(checkup)
    return (checkup, result) if isinstance(result, Result) else None
