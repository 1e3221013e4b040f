"""Everything an explanation of one unit says: its ledger, its losses, the grades around it, what is
pending and what follows."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ...grammar.diagnostics import Cell
from ..data.contract import Range
from ..evaluate.trace import cells
from ..evaluate.values import Value
from ..levels import UNIT
from ..plan.ops import Classify, OpId
from ..plan.plan import Due, Use, Veto, VetoEvents
from ..result import Listed, Result
from .ledger import Ledger
from .lines import Line
from .numbers import value_text
from .standing import holding


@frozen
class Loss:
    """A line that got less than it could, and by how much of the total; ``rows`` are the lines
    around it that are one of several rows."""

    line: Line
    path: tuple[str, ...]
    lost: Fraction
    rows: tuple[str, ...] = ()


@frozen
class Neighbour:
    """A grade next to the one that the unit's figure falls into: ``gap`` is what the total lacks
    for a better one, or may lose before it comes to a worse one. ``above`` says that the other
    grade has the greater figures."""

    grade: str
    better: bool
    bound: Fraction
    gap: Fraction
    above: bool


@frozen
class Event:
    """One event of a veto of the unit: its cells, and whether it is decided, pending, or closed."""

    veto: str
    state: str
    cells: tuple[Cell, ...]
    words: tuple[str, ...]


@frozen
class Consequence:
    """A use of the result that applies to the unit, with its figures."""

    use: Use
    figures: tuple[tuple[Due, Value], ...]


@frozen
class Account:
    """The whole explanation of one unit. ``acted`` names the vetoes that changed its grade; where
    they made it another, its figure is at no distance to the next one, and ``neighbours`` is ()."""

    unit: str
    scored: bool
    total: Line | None
    rank: str
    group: str
    grade: str
    final: str
    grade_name: str
    final_name: str
    losses: tuple[Loss, ...]
    neighbours: tuple[Neighbour, ...]
    veto: Veto | None
    acted: tuple[str, ...]
    if_lowered: str
    events: tuple[Event, ...]
    consequences: tuple[Consequence, ...]
    listed: tuple[Listed, ...]


def account(result: Result, unit: str) -> Account:
    """The explanation of one unit of a sound result. KeyError if there is no such unit."""
    run, outcome = result.run, result.run.plan.outcome
    index = run.members.unit(unit)
    ledger = Ledger(run)
    total = ledger.of(outcome.total, index) if outcome.total is not None else None
    veto = outcome.veto
    final = veto.final if veto else outcome.grade

    def word(op: int | None) -> str:
        return value_text(run.values[op][index]) if op is not None else ""

    changed = word(outcome.grade) != word(final)

    return Account(
        unit=unit,
        scored=outcome.scored,
        total=total,
        rank=word(outcome.rank),
        group=_group(result, index),
        grade=word(outcome.grade),
        final=word(final),
        grade_name=_name(result, outcome.grade),
        final_name=veto.result if veto else _name(result, outcome.grade),
        losses=losses(total) if total else (),
        neighbours=() if changed else _neighbours(result, index),
        veto=veto,
        acted=acted(result, index),
        if_lowered=word(veto.if_lowered) if veto else "",
        events=_events(result, veto, index) if veto else (),
        consequences=consequences(result, index),
        listed=tuple(item for item in result.listed if item.unit == unit),
    )


def _name(result: Result, op: OpId | None) -> str:
    """What the policy calls an operation."""
    names = result.run.plan.names.get(op, ()) if op is not None else ()
    return names[0].title if names else ""


def _group(result: Result, index: int) -> str:
    level = result.run.plan.outcome.group
    if level is None:
        return ""
    owner = result.run.members.belongs(
        result.run.plan.ops[result.run.plan.outcome.rank or 0].level, level
    )[index]
    return "、".join(result.run.members.group_label(level, owner))


def losses(total: Line) -> tuple[Loss, ...]:
    """The innermost lines with a full mark that got less than it, the greatest loss first."""
    found = [loss for loss in _losses(total, (), ()) if loss.lost > 0]
    return tuple(sorted(found, key=lambda loss: -loss.lost))


def _losses(line: Line, path: tuple[str, ...], rows: tuple[str, ...]) -> list[Loss]:
    if line.kind in ("bonus", "rounding", "cap", "floor"):
        return []
    around = (*rows, line.label) if line.of_rows else rows
    inner = [
        loss for child in line.children for loss in _losses(child, (*path, line.label), around)
    ]
    if not inner and line.kind == "deduction":
        return [Loss(line, path, -line.value, rows)]
    if inner or line.full is None:
        return inner
    return [Loss(line, path, line.full - line.value, rows)]


def _neighbours(result: Result, index: int) -> tuple[Neighbour, ...]:
    run, outcome = result.run, result.run.plan.outcome
    op = run.plan.ops[outcome.bands] if outcome.bands is not None else None
    total = run.values[outcome.total][index] if outcome.total is not None else None
    if not isinstance(op, Classify) or not isinstance(total, (int, Fraction)):
        return ()
    if op.arg != outcome.total:
        return ()  # the grades go by another figure than the total that is explained
    place = next((i for i, (_, band) in enumerate(op.bands) if band.holds(total)), None)
    if place is None:
        return ()
    held, found = op.bands[place][1], []
    for grade, band in op.bands[max(place - 1, 0) : place]:
        up = _lies_above(band, held)
        if (bound := band.low if up else band.high) is not None:
            found.append(Neighbour(grade, True, bound, abs(bound - total), up))
    for grade, band in op.bands[place + 1 : place + 2]:
        up = _lies_above(band, held)
        if (bound := held.high if up else held.low) is not None:
            found.append(Neighbour(grade, False, bound, abs(bound - total), up))
    return tuple(found)


def _lies_above(one: Range, other: Range) -> bool:
    """Whether the figures of one band are greater than those of another."""
    return one.high is None or (other.high is not None and one.high > other.high)


def acted(result: Result, index: int) -> tuple[str, ...]:
    """The vetoes that changed the grade of a unit, in the order they acted. One whose condition
    holds where the grade is as low already changed nothing."""
    veto, values = result.run.plan.outcome.veto, result.run.values
    return tuple(
        one.name
        for one in (veto.events if veto is not None else ())
        if values[one.before][index] != values[one.after][index]
    )


def _events(result: Result, veto: Veto, unit: int) -> tuple[Event, ...]:
    return tuple(event for source in veto.events for event in _events_of(result, source, unit))


def _events_of(result: Result, source: VetoEvents, unit: int) -> list[Event]:
    """The rows of a unit that one veto looks at; for a condition on units, the unit itself where
    the condition holds."""
    run = result.run
    found = []
    for index in run.members.members(UNIT, source.level)[unit]:
        effective = run.values[source.effective][index]
        waiting = source.undecided is not None and run.values[source.undecided][index] is True
        state = "effective" if effective is True else "pending" if waiting else "closed"
        if source.level.kind == "row" or state != "closed":
            words = _words(result, source, index)
            found.append(Event(source.name, state, cells(run, source.effective, index), words))
    return found


def _words(result: Result, source: VetoEvents, index: int) -> tuple[str, ...]:
    """A row's own texts; the veto's name where a condition on the unit made it."""
    if source.level.kind != "row":
        reasons = holding(result.run, source.effective, index)
        return (f"{source.name}——{'，'.join(reasons)}" if reasons else source.name,)
    table = result.run.dataset.tables[source.level.table]
    return tuple(
        value_text(table.columns[c.name][index])  # type: ignore[arg-type]
        for c in table.spec.columns
        if c.name != table.spec.unit_column and isinstance(table.columns[c.name][index], str)
    )


def consequences(result: Result, index: int) -> tuple[Consequence, ...]:
    """The uses of the result that apply to a unit."""
    values = result.run.values
    found = []
    for use in result.run.plan.uses:
        applies = all(op is None or values[op][index] is True for op in (use.applies, use.when))
        if applies and use.blank is None and use.unscored is None:
            figures = tuple((due, values[due.op][index]) for due in use.quotas)
            found.append(Consequence(use, figures))
    return tuple(found)
