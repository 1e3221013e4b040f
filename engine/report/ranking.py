"""The ranking of each group: one table a group, ordered by rank."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import evolve, frozen

from ...grammar.diagnostics import Language
from ..evaluate.values import Nothing
from ..evaluate.values import Value as Found
from ..explain.account import acted
from ..levels import UNIT
from ..plan.ops import Choose, Input, OpId, Round
from ..plan.plan import Export, Plan, Veto
from ..result import Result
from .model import Column, Grid, Section, Tone, Value
from .words import Wording, figure


@frozen
class _Shown:
    """A column of a ranking, the operations it shows, and what it shows of a unit."""

    ops: tuple[OpId, ...]
    column: Column
    value: Callable[[int], Value]


def groups_of(result: Result) -> list[tuple[str, list[int]]]:
    """Each ranking group with its units, best first; one nameless group where nothing is ranked."""
    outcome, run = result.run.plan.outcome, result.run
    units = list(range(len(result.units)))
    if outcome.rank is None or outcome.group is None:
        return [("", units)]
    owners = run.members.belongs(run.plan.ops[outcome.rank].level, outcome.group)
    found: list[tuple[str, list[int]]] = []
    for group in range(run.members.size(outcome.group)):
        members = [unit for unit in units if owners[unit] == group]
        members.sort(key=lambda unit: (_place(result, unit), unit))
        label = "、".join(run.members.group_label(outcome.group, group))
        found.append((label, members))
    return found


def _place(result: Result, unit: int) -> tuple[bool, Fraction]:
    """Units without a rank come last."""
    rank = result.run.plan.outcome.rank
    value = result.run.values[rank][unit] if rank is not None else 0
    ranked = isinstance(value, (int, Fraction))
    return not ranked, Fraction(value) if isinstance(value, (int, Fraction)) else Fraction(0)


def places_of(result: Result, op: OpId) -> int | None:
    """The decimals that the policy itself rounds a value to, past the kinds it applies to."""
    operation = result.run.plan.ops[op]
    while isinstance(operation, Choose) and len(operation.cases) == 1:
        operation = result.run.plan.ops[operation.cases[0][1]]
    return operation.places if isinstance(operation, Round) else None


def ranking_sections(result: Result, language: Language, detailed: bool) -> tuple[Section, ...]:
    """A section for each group; ``detailed`` adds a column for each stage and bonus."""
    word = Wording(language)
    groups = groups_of(result)
    shown = [
        one for one in _columns(result, word, detailed) if detailed or not _repeats(one, groups)
    ]
    beyond = word(
        "其余{count}列见工作簿（--output 结果.xlsx）或 --format csv",
        "{count} more columns in a workbook (--output result.xlsx) or with --format csv",
    )
    sections = []
    for label, units in groups:
        heading = label or word("结果", "Result")
        rows = tuple(tuple(one.value(unit) for one in shown) for unit in units)
        grid = Grid(tuple(one.column for one in shown), rows, beyond=beyond)
        title = word(f"{heading}（{len(units)}个单位）", f"{heading} ({len(units)} units)")
        sections.append(Section(title, (grid,), sheet=heading))
    return tuple(sections)


def _repeats(shown: _Shown, groups: list[tuple[str, list[int]]]) -> bool:
    """Whether a column only says again what the headings of the groups say."""
    texts = [(f"、{label}、", shown.value(unit).text) for label, units in groups for unit in units]
    repeated = all(not text or f"、{text}、" in label for label, text in texts)
    return shown.column.optional and repeated and any(text for _, text in texts)


def named_for_units(plan: Plan, kind: str) -> dict[str, tuple[OpId, ...]]:
    """The unit's values of a kind by name, in plan order; several where they are defined once for
    each kind of unit."""
    found: dict[str, tuple[OpId, ...]] = {}
    for op in plan.named(kind):
        if plan.ops[op].level == UNIT:
            name = plan.names[op][0].name
            found[name] = (*found.get(name, ()), op)
    return found


def own_value(result: Result, ops: tuple[OpId, ...], unit: int) -> Found:
    """The value that is defined for the unit's kind: the first that there is."""
    values = [result.run.values[op][unit] for op in ops]
    return next((value for value in values if not isinstance(value, Nothing)), values[0])


def _parts(result: Result) -> list[_Shown]:
    """The innermost stages, then the bonuses, in plan order."""
    plan = result.run.plan
    stages = {
        name: ops
        for name, ops in named_for_units(plan, "stage").items()
        if not all(_sums(result, op) for op in ops)
    }
    bonuses = named_for_units(plan, "bonus")
    return [
        *(_part(result, name, ops, 6) for name, ops in stages.items()),
        *(_part(result, name, ops, None) for name, ops in bonuses.items()),
    ]


def _part(result: Result, name: str, ops: tuple[OpId, ...], places: int | None) -> _Shown:
    return _Shown(
        ops, Column(name, "right", True), lambda u: figure(own_value(result, ops, u), places)
    )


def _sums(result: Result, op_id: OpId) -> bool:
    """Whether a stage is only the sum of other stages."""
    plan = result.run.plan
    op = plan.ops[op_id]
    if isinstance(op, Choose) and len(op.cases) == 1:
        op = plan.ops[op.cases[0][1]]
    args = getattr(op, "args", ())
    return bool(args) and all(
        arg in plan.names and plan.names[arg][0].kind == "stage" for arg in args
    )


def _columns(result: Result, word: Wording, detailed: bool) -> list[_Shown]:
    """The columns of the policy's own table of results, with the place and the unit where it leaves
    them out, and as far as there is room the outcome; without such a table, stages and bonuses
    before the outcome. In detail both."""
    head, outcome, parts = _head(result, word), _outcome(result, word), _parts(result)
    needed = {shown.ops for shown in (*head, *outcome)}
    table = [_exported(result, export, needed) for export in result.run.plan.exports]
    if not any(shown.column.optional for shown in table):
        return [*head, *parts, *outcome, *_marks(result, word)]
    there, titles = {shown.ops for shown in table}, {shown.column.title for shown in table}
    more = [p for p in parts if detailed and p.ops not in there and p.column.title not in titles]
    first = [shown for shown in head if shown.ops not in there]
    rest = [_optional(shown) for shown in outcome if shown.ops not in there]
    # The grade before the vetoes stands before the grade after them.
    ends = [place for place, shown in enumerate(table) if shown.ops in _grades(result)]
    place = ends[0] if ends else len(table)
    return [*first, *table[:place], *rest, *table[place:], *more, *_marks(result, word)]


def _grades(result: Result) -> set[tuple[OpId | None, ...]]:
    outcome = result.run.plan.outcome
    return {(outcome.grade,), (outcome.veto.final if outcome.veto else None,)}


def _optional(shown: _Shown) -> _Shown:
    return evolve(shown, column=evolve(shown.column, optional=True))


def _exported(result: Result, export: Export, needed: set[tuple[OpId, ...]]) -> _Shown:
    """A column of the policy's table of results; the grade is toned where a veto changed it."""
    veto, values = result.run.plan.outcome.veto, result.run.values[export.op]
    right = any(isinstance(v, (int, Fraction)) and not isinstance(v, bool) for v in values)
    column = Column(export.title, "right" if right else "left", optional=(export.op,) not in needed)
    if veto is not None and export.op == veto.final:
        return _Shown((export.op,), column, lambda unit: _final(result, unit))
    return _Shown((export.op,), column, lambda unit: figure(values[unit], export.places))


def _head(result: Result, word: Wording) -> list[_Shown]:
    """The place and the unit."""
    plan, rank = result.run.plan, result.run.plan.outcome.rank
    found = []
    if rank is not None:
        places = result.run.values[rank]
        column = Column(word("名次", "Rank"), "right")
        found.append(_Shown((rank,), column, lambda unit: figure(places[unit])))
    name = plan.register.unit_column or ""
    read = tuple(
        place
        for place, op in enumerate(plan.ops)
        if isinstance(op, Input) and (op.table, op.column) == (plan.register.name, name)
    )
    found.append(_Shown(read, Column(name), lambda unit: Value(result.units[unit], tone="strong")))
    return found


def _outcome(result: Result, word: Wording) -> list[_Shown]:
    """The total, the grade, and the grade after all vetoes."""
    outcome, values = result.run.plan.outcome, result.run.values
    found = []
    if (total := outcome.total) is not None:
        column = Column(_name(result, total, word("总分", "Total")), "right")
        places = places_of(result, total)
        found.append(
            _Shown((total,), column, lambda unit: figure(values[total][unit], places, "strong"))
        )
    if (grade := outcome.grade) is not None:
        column = Column(_name(result, grade, word("等次", "Grade")))
        found.append(_Shown((grade,), column, lambda unit: figure(values[grade][unit])))
    if (veto := outcome.veto) is not None:
        found.append(_Shown((veto.final,), Column(veto.result), lambda unit: _final(result, unit)))
    return found


def _marks(result: Result, word: Wording) -> list[_Shown]:
    """What changed a unit's grade, or may yet do so."""
    if result.run.plan.outcome.veto is None:
        return []
    column = Column(word("等次变动", "Changed by"))
    return [_Shown((), column, lambda unit: _veto(result, unit, word))]


def _name(result: Result, op: OpId, otherwise: str) -> str:
    names = result.run.plan.names.get(op, ())
    return names[0].name if names else otherwise


def _final(result: Result, unit: int) -> Value:
    veto, run = result.run.plan.outcome.veto, result.run
    if veto is None:
        return Value("")
    tone: Tone = "bad" if _changed(result, veto, unit) else "plain"
    return figure(run.values[veto.final][unit], tone=tone)


def _changed(result: Result, veto: Veto, unit: int) -> bool:
    """Whether the vetoes made the grade of a unit another."""
    values = result.run.values
    return values[veto.final][unit] != values[veto.grade][unit]


def _veto(result: Result, unit: int, word: Wording) -> Value:
    veto, run = result.run.plan.outcome.veto, result.run
    if veto is None:
        return Value("")
    words, waiting = list(acted(result, unit)), run.values[veto.pending][unit] is True
    telling = bool(words) or waiting
    if not words and run.values[veto.lowered][unit] is True:
        # It has come about; the grade was no better than it allows.
        words.append(word("有，等次不变", "applies, grade unchanged"))
    if waiting:
        words.append(word("待定", "pending"))
    return Value("、".join(words), tone="warn" if telling else "plain")
