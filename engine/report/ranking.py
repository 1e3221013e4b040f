"""The ranking of each group: one table a group, ordered by rank."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from ...grammar.diagnostics import Language
from ...grammar.vocabulary import MATTER_KINDS
from ..evaluate.values import Nothing
from ..evaluate.values import Value as Found
from ..explain.account import acted
from ..levels import UNIT
from ..plan.ops import Choose, Input, OpId, Round, arguments
from ..plan.plan import Export, Plan, Veto
from ..result import Result
from .model import Column, Grid, Section, Tone, Value
from .words import Wording, figure

#: What can be spared of a table, and lies next to the total.
_NEAR = 1


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
    return shown.column.spare > 0 and repeated and any(text for _, text in texts)


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
    """The innermost stages, then the bonuses and deductions, in plan order."""
    plan = result.run.plan
    stages = {
        name: ops
        for name, ops in named_for_units(plan, "stage").items()
        if not all(_sums(result, op) for op in ops)
    }
    matters = {n: o for kind in MATTER_KINDS for n, o in named_for_units(plan, kind).items()}
    return [
        *(_part(result, name, ops, 6) for name, ops in stages.items()),
        *(_part(result, name, ops, None) for name, ops in matters.items()),
    ]


def _part(result: Result, name: str, ops: tuple[OpId, ...], places: int | None) -> _Shown:
    return _Shown(
        ops, Column(name, "right", _NEAR), lambda u: figure(own_value(result, ops, u), places)
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
    """The place and the unit; the columns of the policy's own table of results, without such a
    table the stages and bonuses, in detail both; the outcome; what changed a grade. Where there is
    no room for all of the table, what lies nearest to the total stays."""
    head, outcome, parts = _head(result, word), _outcome(result, word), _parts(result)
    fixed = {shown.ops for shown in (*head, *outcome)}
    near = _nearness(result)
    table = [
        _exported(result, export, near.get(export.op, max(near.values(), default=0) + _NEAR))
        for export in result.run.plan.exports
        if (export.op,) not in fixed
    ]
    there, titles = {shown.ops for shown in table}, {shown.column.title for shown in table}
    more = [p for p in parts if p.ops not in there and p.column.title not in titles]
    if table and not detailed:
        more = []
    return [*head, *table, *more, *outcome, *_marks(result, word)]


def _nearness(result: Result) -> dict[OpId, int]:
    """How many names lie between the total and each value that it is worked out from, and one."""
    plan = result.run.plan
    if plan.outcome.total is None:
        return {}
    found, waiting = {plan.outcome.total: 0}, [plan.outcome.total]
    while waiting:
        op = min(waiting, key=found.__getitem__)
        waiting.remove(op)
        for arg in arguments(plan.ops[op]):
            steps = found[op] + (arg in plan.names)
            if steps < found.get(arg, steps + 1):
                found[arg] = steps
                waiting.append(arg)
    return {op: steps + _NEAR for op, steps in found.items()}


def _exported(result: Result, export: Export, spare: int) -> _Shown:
    """A column of the policy's table of results."""
    values = result.run.values[export.op]
    right = any(isinstance(v, (int, Fraction)) and not isinstance(v, bool) for v in values)
    column = Column(export.title, "right" if right else "left", spare)
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
