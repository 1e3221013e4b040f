"""What a plan comes to, output by output: what follows from a policy, and what is told beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Literal, TypeAlias

import attrs
from attrs import frozen

from ..data.contract import TableSpec
from ..plan.ops import Choose, OpId
from ..plan.plan import Notice, Plan, Use
from .normal import Normal

Kind: TypeAlias = Literal[
    "total", "rank", "proposed", "grade", "veto", "use", "column", "listing", "notice",
    "requirement", "remark", "event", "groups",
]  # fmt: skip

#: What a unit gets; the rest only says or asks something about it.
RESULTS = ("total", "rank", "proposed", "grade", "veto", "use")


@frozen
class Output:
    """One thing that a plan gives: what it is, by what name, and what it comes from."""

    kind: Kind
    name: str
    said: Hashable


def outputs(found: Normal) -> dict[tuple[str, str], Output]:
    """All outputs of a plan by kind and name."""
    gathered: dict[tuple[Kind, str], list[Hashable]] = defaultdict(list)
    for one in (*_results(found), *_beside(found)):
        gathered[one.kind, one.name].append(one.said)
    return {(k, name): Output(k, name, tuple(said)) for (k, name), said in gathered.items()}


def differing(old: Normal, new: Normal) -> tuple[Output, ...]:
    """The outputs that are not proved to be the same, results first."""
    before, after = outputs(old), outputs(new)
    names = dict.fromkeys((*before, *after))
    pairs = ((before.get(name), after.get(name)) for name in names)
    found = [
        after or before
        for before, after in pairs
        if before is None or after is None or before.said != after.said
    ]
    return tuple(sorted((one for one in found if one), key=lambda o: o.kind not in RESULTS))


def comparable(old: Plan, new: Plan) -> bool:
    """Whether the tables that both plans read are tables of the same kind: whose rows they are and
    where they stand. Columns are compared where they are read; those derived from others also say
    which rows go together, so they must be derived alike."""
    before, after = ({table.name: _frame(table) for table in p.tables} for p in (old, new))
    return all(before[name] == after[name] for name in before.keys() & after.keys())


def _frame(table: TableSpec) -> Hashable:
    derived = tuple((c.name, c.derived) for c in table.columns if c.derived is not None)
    return derived, tuple(
        getattr(table, each.name)
        for each in attrs.fields(TableSpec)
        if each.name not in ("columns", "span", "sheets", "encoding")
    )


def _results(found: Normal) -> Iterator[Output]:
    outcome = found.plan.outcome
    group = outcome.group if outcome.rank is not None else None
    yield Output("total", "", found.of(outcome.total))
    yield Output("rank", "", (found.of(outcome.rank), group))
    yield Output("proposed", "", found.of(outcome.grade))
    veto = outcome.veto
    yield Output("grade", "", found.of(veto.final if veto else outcome.grade))
    if veto is not None:
        ops = (veto.lowered, veto.pending, veto.if_lowered)
        yield Output("veto", "", tuple(map(found.of, ops)))
    for use in found.plan.uses:
        yield Output("use", use.name, _use(found, use))


def _use(found: Normal, use: Use) -> Hashable:
    figures = tuple((due.name, found.of(due.op)) for due in use.quotas)
    whom = (found.of(use.applies), found.of(use.when))
    return (*whom, use.actions, figures)


def _beside(found: Normal) -> Iterator[Output]:
    plan = found.plan
    for export in plan.exports:
        yield Output("column", export.title, (found.of(export.op), export.places))
    for listing in plan.listings:
        columns = tuple((e.title, found.of(e.op), e.places) for e in listing.exports)
        yield Output("listing", listing.name, (listing.level, columns))
    for notice in plan.notices:
        yield Output("notice", notice.name, (_notice(found, notice), notice.text))
    for requirement in plan.requirements:
        yield Output("requirement", requirement.name, (requirement.kind, found.of(requirement.op)))
    for use in plan.uses:
        yield Output("remark", use.name, (use.blank, use.unscored))
    for event in plan.outcome.veto.events if plan.outcome.veto else ():
        said = (event.level, found.of(event.effective), found.of(event.undecided))
        yield Output("event", event.name, said)
    yield Output("groups", "", plan.groups)


def _notice(found: Normal, notice: Notice) -> Hashable:
    op = found.plan.ops[notice.op]
    asked: list[OpId] = [notice.op]
    if notice.case is not None and isinstance(op, Choose):
        asked = [when for when, _ in op.cases[: notice.case + 1]]
    return (op.level, notice.case, *map(found.of, asked))
