"""What the uses of the result come to: in short, and in one table of every unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..explain.account import consequences
from ..explain.numbers import value_text
from ..plan.ops import OpId
from ..plan.plan import Due, Use
from ..result import Result
from .model import Column, Grid, Item, Lines, Section, Tone, Value
from .ranking import groups_of, places_of
from .words import Wording, figure

#: With more figures than these a line would be no summary any more.
MOST_FIGURES = 12


def uses_in_short(result: Result, word: Wording) -> tuple[Section, ...]:
    """The uses in short: totals of figures, and the units that a condition picks."""
    lines: list[tuple[str, Tone]] = []
    for use in result.run.plan.uses:
        lines.append(
            (_use_line(result, use, word), "muted" if use.blank or use.unscored else "plain")
        )
    if not lines:
        return ()
    return (Section(word("结果运用", "Uses of the result"), (Lines(tuple(lines)),)),)


def _use_line(result: Result, use: Use, word: Wording) -> str:
    head = f"{use.title}（{'、'.join(use.clauses)}）：" if use.clauses else f"{use.title}："
    if use.blank:
        return head + use.blank
    if use.unscored:
        return head + use.unscored
    values, actions = result.run.values, "、".join(use.actions)
    if use.quotas:
        return head + "；".join(_figures(result, due, word) for due in use.quotas)
    if use.when is not None:
        units = [name for u, name in enumerate(result.units) if values[use.when][u] is True]
        return head + f"{actions}　→ " + ("、".join(units) or word("无", "none"))
    return head + actions


def _figures(result: Result, due: Due, word: Wording) -> str:
    """The exact sum of a figure, and what each unit has of it as long as that is a short list."""
    places = places_of(result, due.op)
    numbers = dict(_numbers(result, due.op))
    summed = word.measured(figure(sum(numbers.values()), places).text, due)
    total = f"{due.name}{word('合计', ' total ')}{summed}"
    some = {unit: number for unit, number in numbers.items() if number}
    if len(some) > MOST_FIGURES:
        return total + word(
            "，各单位数额见工作簿或 explain", ", for each unit see the workbook or explain"
        )
    listed = "、".join(
        f"{unit} {word.measured(figure(n, places).text, due)}" for unit, n in some.items()
    )
    return total + (f"　→ {listed}" if listed else "")


def _numbers(result: Result, op: OpId) -> Iterator[tuple[str, int | Fraction]]:
    """The units that have a figure, with it."""
    for unit, value in zip(result.units, result.run.values[op], strict=True):
        if isinstance(value, (int, Fraction)):
            yield unit, value


def _titled(due: Due, word: Wording) -> str:
    """The head of a column of figures, with their unit."""
    unit = due.unit.of(word.language)
    return due.name + (word(f"（{unit}）", f" ({unit})") if unit else "")


def uses_in_full(result: Result, word: Wording) -> tuple[Section, ...]:
    """One table of every unit's consequences and figures."""
    uses = result.run.plan.uses
    quotas = {due.name: _titled(due, word) for use in uses for due in use.quotas}
    columns = [
        word("组", "Group"),
        word("单位", "Unit"),
        word("等次", "Grade"),
        *quotas.values(),
        word("后果", "What follows"),
    ]
    outcome = result.run.plan.outcome
    final = outcome.veto.final if outcome.veto else outcome.grade
    rows = []
    for label, units in groups_of(result):
        for unit in units:
            found = consequences(result, unit)
            figures = {
                due.name: figure(value, places_of(result, due.op))
                for item in found
                for due, value in item.figures
            }
            actions = "；".join(
                f"{i.use.title}：{'、'.join(i.use.actions)}"
                for i in found
                if i.use.when is not None
            )
            grade = value_text(result.run.values[final][unit]) if final is not None else ""
            numbers = [figures.get(name, Value("")) for name in quotas]
            rows.append(
                (Value(label), Value(result.units[unit]), Value(grade), *numbers, Value(actions))
            )
    sheet = word("结果运用", "Uses of the result")
    items: tuple[Item, ...] = (Grid(tuple(Column(c) for c in columns), tuple(rows)),)
    rest = [u for u in uses if u.when is None and not u.quotas]
    lines: list[tuple[str, Tone]] = [(_use_line(result, use, word), "plain") for use in rest]
    return (Section(sheet, (*items, Lines(tuple(lines))), sheet),)
