"""The report of totals: how many gain and lose, whom nothing compares with, the largest movers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..diff.movement import Movement, Moves
from ..explain.numbers import signed_text
from .amounts import unit_of
from .model import Column, Grid, Item, Lines, Tone, Value
from .words import Wording, figure

#: How many of the largest movers are shown in the text; JSON has all of them.
MOST_MOVERS = 10
#: How many units a line names before it counts the rest; JSON has all of them.
MOST_NAMED = 20


def totals(moves: Moves, word: Wording, adapted: str | None) -> tuple[Item, ...]:
    """How many gain and lose, on what terms, and the largest movers."""
    lines: list[tuple[str, Tone]] = [(_gains(moves, word), "plain")]
    lines += [(line, "warn") for line in _alone(moves, word)]
    lines += [(line, "warn") for line in _renamed(moves, word)]
    if moves.only_old and moves.only_new:
        lines.append((_by_map(word), "muted"))
    if adapted is not None:
        lines.append((_adapted(adapted, word), "warn"))
    movers = moves.movers
    if not movers:
        return (Lines(tuple(lines)),)
    shown = 5 if moves.grades else 4
    rows = tuple(_mover(movement)[:shown] for movement in movers[:MOST_MOVERS])
    caption = word(f"变化最大的{MOST_MOVERS}个单位", f"the {MOST_MOVERS} largest movers")
    columns = _columns(moves, word)[:shown]
    return Lines(tuple(lines)), Grid(columns, rows, caption if len(movers) > MOST_MOVERS else None)


def in_units(title: str, moves: Moves, word: Wording) -> str:
    """The head of a column of totals, or of their differences, with their unit."""
    unit = unit_of(moves.unit)
    return title + (word(f"（{unit.zh}）", f" ({unit.many})") if unit.zh else "")


def _columns(moves: Moves, word: Wording) -> tuple[Column, ...]:
    unit, *figures, grade = word(
        "单位 原总分 新总分 差 等次", "Unit Old New Difference Grade"
    ).split()
    heads = (Column(in_units(title, moves, word), "right") for title in figures)
    return (Column(unit), *heads, Column(grade))


def _gains(moves: Moves, word: Wording) -> str:
    movers = moves.movers
    gained = sum(m.difference > 0 for m in movers)
    lost, still = len(movers) - gained, len(moves.movements) - len(movers)
    return word(
        f"{gained}个单位增加，{lost}个减少，{still}个不变",
        f"{gained} units gain, {lost} lose, {still} keep their total",
    )


def _alone(moves: Moves, word: Wording) -> Iterator[str]:
    """Units that only one side has."""
    sides = (
        (moves.only_old, word("只在原结果里：", "only in the old result: ")),
        (moves.only_new, word("只在新结果里：", "only in the new result: ")),
    )
    for units, label in sides:
        if units:
            yield label + named(units, word)


def named(units: Sequence[str], word: Wording, most: int = MOST_NAMED) -> str:
    """Units by name; the rest counted where they are too many."""
    shown = word("、", ", ").join(units[:most])
    more = len(units) - most
    return shown + word(f"等{len(units)}个", f" and {more} more") if more > 0 else shown


def _renamed(moves: Moves, word: Wording) -> Iterator[str]:
    """Units that took others over, and those compared under another name."""
    for one in moves.merged:
        listed = word("、", ", ").join(one.former)
        yield word(
            f"{one.unit}由{listed}合并而成，不与其中任何一个比较",
            f"{one.unit} took over {listed} and is compared with none of them",
        )
    for unit, name in moves.former.items():
        yield word(f"{unit}原为{name}", f"{unit} was {name}")


def _by_map(word: Wording) -> str:
    return word(
        "其中只是改了名的，用 --map 给出原名和新名就能比较",
        "those of them that only have another name can be compared by --map, which gives both",
    )


def _adapted(side: str, word: Wording) -> str:
    """That one policy was run on the terms of the other's data."""
    if side == "old":
        return word(
            "这份数据是新政策的；原政策改按新年度和新的数据表核算",
            "the data are the new policy’s; the old one was run for their year and on their tables",
        )
    return word(
        "这份数据是原政策的；新政策改按原年度和原来的数据表核算",
        "the data are the old policy’s; the new one was run for their year and on their tables",
    )


def _mover(movement: Movement) -> tuple[Value, ...]:
    old, new = movement.old, movement.new
    before, after = old.grade or "—", new.grade or "—"
    changed = Value(f"{before} → {after}", tone="strong")
    return (
        Value(movement.unit, tone="strong"),
        figure(old.total or Fraction(0)),
        figure(new.total or Fraction(0)),
        Value(signed_text(movement.difference), movement.difference),
        Value(after) if before == after else changed,
    )
