"""The engine and the reference on one policy and one year: where they first disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from guiju.engine.data.tables import Dataset, raw_text
from guiju.engine.evaluate.values import Blank, Nothing, faults_of, is_fault
from guiju.engine.plan.ops import OpId
from guiju.engine.plan.plan import Named, Plan
from guiju.engine.result import Result, evaluate
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration

from .members import POLICY, Member
from .outcome import Column, Outcome
from .values import BLANK, NOTHING, Fault, Value

#: What evaluates a plan; another one is given to see that the comparison can fail.
Engine = Callable[[Plan, Dataset], Result]


@dataclass(frozen=True)
class Divergence:
    """One thing that the two do not agree on."""

    what: str
    member: int | None
    engine: Any
    reference: Any

    def __str__(self) -> str:
        where = "" if self.member is None else f" of member {self.member}"
        return f"{self.what}{where}: engine {self.engine!r}, reference {self.reference!r}"


@dataclass(frozen=True)
class Compared:
    """What a comparison found, and what kind of year it was."""

    divergence: Divergence | None
    reasons: frozenset[str]
    failing: int
    values: int


def compare(checked: Checked, plan: Plan, dataset: Dataset, engine: Engine = evaluate) -> Compared:
    """Everything that both say of a year, held against each other."""
    result, reference = engine(plan, dataset), Outcome(checked, dataset)
    first = next(_differences(result, reference), None)
    values = sum(len(column.values) for _, _, column in reference.named)
    return Compared(first, reference.reasons(), len(reference.failing()), values)


def plain(value: Any) -> Value:
    """A value of the engine as the reference would write it."""
    if is_fault(value):
        return Fault(frozenset(fault.reason for fault in faults_of(value)))
    if isinstance(value, Blank):
        return NOTHING if isinstance(value, Nothing) else BLANK
    return Fraction(value) if type(value) is int else value


def _same(ours: Any, theirs: Value) -> bool:
    if type(ours) is int or type(ours) is Fraction:
        return type(theirs) is Fraction and ours == theirs
    if type(ours) is str or type(ours) is bool:
        return type(theirs) is type(ours) and ours == theirs
    found = plain(ours)
    return found == theirs and type(found) is type(theirs)


def _differences(result: Result, reference: Outcome) -> Iterator[Divergence]:
    yield from _named(result, reference)
    plan = result.run.plan
    ops: dict[str, list[OpId]] = {
        "exports": _exports(plan, reference),
        "results": _outcome(plan),
        "uses": _uses(plan),
        "notices": [notice.op for notice in plan.notices if notice.case is None],
        "requirements": [requirement.op for requirement in plan.requirements],
    }
    for kind, asked in ops.items():
        columns = reference.asked[kind]
        if len(columns) != len(asked):
            yield Divergence(f"number of {kind}", None, len(asked), len(columns))
        for column, op in zip(columns, asked, strict=False):
            yield from _column(f"{kind} {column.name}", result, op, column)
    yield from _verdict(result, reference)


def _named(result: Result, reference: Outcome) -> Iterator[Divergence]:
    """Every name of the plan against the declaration that stands at its place."""
    known = {_key(kind, d): column for kind, d, column in reference.named}
    seen = set()
    for op, names in result.run.plan.names.items():
        for named in names:
            key = _key(named.kind, named)
            seen.add(key)
            if key not in known:
                yield Divergence(f"{named.kind} {named.name}", None, "a value", "none")
            elif (
                named.kind != "quota"
            ):  # named before it is limited to its kinds of units; see uses
                yield from _column(f"{named.kind} {named.name}", result, op, known[key])
    for kind, name, place in known.keys() - seen:
        if kind not in ("deadline", "row"):  # the one without a name, the other named once a list
            yield Divergence(f"{kind} {name}", place, "none", "a value")


def _key(kind: str, named: Named | Declaration) -> tuple[str, str, int]:
    """What tells names apart: a row goes by the name of its table, so its place must do."""
    return kind, "" if kind == "row" else named.name, named.span.start


def _column(what: str, result: Result, op: OpId, column: Column) -> Iterator[Divergence]:
    found, own = result.run.values[op], result.run.plan.ops[op].level
    alike = own.kind == "policy"  # the same for all
    members = column.members
    if not alike and members and len(found) != result.run.dataset.tables[members[0].table].size:
        yield Divergence(f"members of {what}", None, len(found), len(members))
        return
    for member, theirs in zip(members, column.values, strict=True):
        ours = found[0 if alike else member.row]
        if not _same(ours, theirs):
            yield Divergence(what, member.row, plain(ours), theirs)


def _exports(plan: Plan, reference: Outcome) -> list[OpId]:
    """The columns of the declared tables; that of units may be one of the engine's own."""
    declared = [d for d in reference.symbols.all_of("export") if not d.name]
    found = [export.op for export in plan.exports if declared]
    return found + [export.op for listing in plan.listings for export in listing.exports]


def _outcome(plan: Plan) -> list[OpId]:
    outcome, veto = plan.outcome, plan.outcome.veto
    found = [outcome.total, outcome.rank, outcome.grade]
    found += [veto.final, veto.lowered, veto.pending, veto.if_lowered] if veto else []
    return [op for op in found if op is not None]


def _uses(plan: Plan) -> list[OpId]:
    found: list[OpId] = []
    for use in plan.uses:
        found += [use.when] if use.when is not None else []
        found += [due.op for due in use.quotas]
    return found


def _verdict(result: Result, reference: Outcome) -> Iterator[Divergence]:
    """Whether the result stands, why not, and whom it lists."""
    failed = sorted(
        (f"{'list' if r.kind == 'list' else 'written'} {r.name}", row)
        for r in result.run.plan.requirements
        for row, value in enumerate(result.run.values[r.op])
        if value is False
    )
    failing = sorted((name, member.row) for name, member in reference.failing())
    reasons, sizes = reference.reasons(), reference.sizes()
    if failed != failing:
        yield Divergence("failing requirements", None, failed, failing)
    if result.broken != bool(reasons):
        yield Divergence("fault", None, result.broken, sorted(reasons))
    reports = sorted({finding.code.id for finding in result.findings} - {"G901"})
    if not reports and (failing or sizes) and not reasons:
        yield Divergence("findings", None, reports, [*failing, *sizes])
    stands = not (reasons or failing or sizes)
    if result.sound != stands:
        yield Divergence("sound", None, result.sound, stands)
    if stands:
        listed = sorted((item.notice.name, item.unit) for item in result.listed)
        theirs = sorted((name, _unit(reference, member)) for name, member in reference.listed())
        if listed != theirs:
            yield Divergence("listed", None, listed, theirs)


def _unit(reference: Outcome, member: Member) -> str:
    """The unit that a member is or belongs to, by its key; its own key where it is above units."""
    members = reference.members
    below = members.units in members.chain(member.table)
    named = members.owner(member, members.units) if below else member
    if named is None or named.table == POLICY:
        return ""
    spec, columns = members.specs[named.table], members.tables[named.table].columns
    if not (keys := spec.key or tuple(filter(None, (spec.unit_column,)))):
        return next(text for cells in columns.values() if (text := raw_text(cells[named.row])))
    return " ".join(raw_text(columns[key][named.row]) for key in keys)
