"""The ranking of each group: one table a group, ordered by rank."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import Language
from ..evaluate.values import Nothing
from ..evaluate.values import Value as Found
from ..levels import UNIT
from ..plan.ops import Choose, OpId, Round
from ..plan.plan import Plan, Veto
from ..result import Result
from .model import Column, Grid, Section, Tone, Value
from .words import Wording, figure


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
    """A section for each group; ``detailed`` adds a column for each stage."""
    word = Wording(language)
    sections = []
    for label, units in groups_of(result):
        heading = label or word("结果", "Result")
        rows = tuple(_row(result, unit, detailed, word) for unit in units)
        grid = Grid(_columns(result, word, detailed), rows)
        title = word(f"{heading}（{len(units)}个单位）", f"{heading} ({len(units)} units)")
        sections.append(Section(title, (grid,), sheet=heading))
    return tuple(sections)


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


def _stages(result: Result, detailed: bool) -> list[tuple[str, tuple[OpId, ...]]]:
    """The innermost stages, in plan order."""
    if not detailed:
        return []
    found = named_for_units(result.run.plan, "stage").items()
    return [(name, ops) for name, ops in found if not all(_sums(result, op) for op in ops)]


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


def _columns(result: Result, word: Wording, detailed: bool) -> tuple[Column, ...]:
    outcome, plan = result.run.plan.outcome, result.run.plan
    titles: list[tuple[str, bool]] = []
    if outcome.rank is not None:
        titles.append((word("名次", "Rank"), True))
    titles.append((plan.register.unit_column or "", False))
    titles += [(name, True) for name, _ in _stages(result, detailed)]
    titles += [(name, True) for name in named_for_units(plan, "bonus")]
    if outcome.total is not None:
        titles.append((_name(result, outcome.total, word("总分", "Total")), True))
    if outcome.grade is not None:
        titles.append((_name(result, outcome.grade, word("等次", "Grade")), False))
    if outcome.veto is not None:
        titles += [(outcome.veto.result, False), (outcome.veto.name, False)]
    return tuple(Column(title, "right" if right else "left") for title, right in titles)


def _name(result: Result, op: OpId, otherwise: str) -> str:
    names = result.run.plan.names.get(op, ())
    return names[0].name if names else otherwise


def _row(result: Result, unit: int, detailed: bool, word: Wording) -> tuple[Value, ...]:
    run, plan, outcome = result.run, result.run.plan, result.run.plan.outcome
    row: list[Value] = []
    if outcome.rank is not None:
        row.append(figure(run.values[outcome.rank][unit]))
    row.append(Value(result.units[unit], tone="strong"))
    row += [figure(own_value(result, ops, unit), 6) for _, ops in _stages(result, detailed)]
    row += [figure(run.values[op][unit]) for (op,) in named_for_units(plan, "bonus").values()]
    if outcome.total is not None:
        row.append(
            figure(run.values[outcome.total][unit], places_of(result, outcome.total), "strong")
        )
    if outcome.grade is not None:
        row.append(figure(run.values[outcome.grade][unit]))
    if outcome.veto is not None:
        row += [_final(result, unit), _veto(result, unit, word)]
    return tuple(row)


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
    words, lowered = [], _changed(result, veto, unit)
    waiting = run.values[veto.pending][unit] is True
    if lowered:
        words.append(word("降等", "lowered"))
    elif run.values[veto.lowered][unit] is True:
        # It has come about; the grade was no better than it allows.
        words.append(word("有，等次不变", "applies, grade unchanged"))
    if waiting:
        words.append(word("待定", "pending"))
    return Value("、".join(words), tone="warn" if lowered or waiting else "plain")
