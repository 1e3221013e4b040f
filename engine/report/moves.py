"""The report of who moves between two results, in grade, rank and total, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..diff.movement import Movement, Moves
from ..explain.numbers import number_text, signed_text, value_text
from .model import Column, Grid, Item, Lines, Section, Tone, Value
from .words import Wording, figure

#: How many of the largest movers are shown in the text; JSON has all of them.
MOST_MOVERS = 10


def moves_sections(moves: Moves, word: Wording, adapted: str | None = None) -> tuple[Section, ...]:
    """Grades, ranks, totals and uses. ``adapted`` names a policy run on the other's terms."""
    sections = (
        section_of(word("等次变化", "Grades"), _transitions(moves, word)),
        *_ranks(moves, word),
        section_of(word("总分变化", "Totals"), *_totals(moves, word, adapted)),
        section_of(word("结果运用的变化", "Uses of the result"), listed(_uses(moves, word))),
    )
    return tuple(section for section in sections if section is not None)


def section_of(heading: str, *items: Item | None) -> Section | None:
    """A section of the items there are; None where there is none."""
    shown = tuple(item for item in items if item is not None)
    return Section(heading, shown) if shown else None


def listed(lines: Iterator[str]) -> Lines | None:
    """A list of lines; None where there is none."""
    plain: tuple[tuple[str, Tone], ...] = tuple((line, "plain") for line in lines)
    return Lines(plain) if plain else None


# ── grades and ranks ──


def _transitions(moves: Moves, word: Wording) -> Grid | None:
    """Old grades down, new grades across."""
    counts = moves.transitions
    grades = [g for g in (*moves.grades, "") if any(g in pair for pair in counts)]
    if not moves.grades:
        return None
    heads = (Column(grade or "—", "right") for grade in grades)
    rows = tuple(
        (Value(old or "—"), *(_count(counts[old, new], old == new) for new in grades))
        for old in grades
    )
    return Grid((Column(word("原等次 ＼ 新等次", "old \\ new")), *heads), rows)


def _count(number: int, same: bool) -> Value:
    tone: Tone = "plain" if same else "strong"
    return Value(str(number) if number else "·", Fraction(number), 0, tone if number else "muted")


def _ranks(moves: Moves, word: Wording) -> Iterator[Section]:
    """The units of each group whose rank differs, by their new rank."""
    titles = word("单位 原名次 新名次 升降", "Unit Old New Change").split()
    columns = tuple(Column(t, "right" if place else "left") for place, t in enumerate(titles))
    moved = [m for m in moves.movements if m.old.rank != m.new.rank or m.old.group != m.new.group]
    for group in dict.fromkeys(m.new.group for m in moved):
        members = sorted((m for m in moved if m.new.group == group), key=lambda m: m.new.rank or 0)
        rows = tuple((Value(m.unit, tone="strong"), *_rank(m)) for m in members)
        heading = word("名次变化", "Ranks") + (word("：", ": ") + group if group else "")
        yield Section(heading, (Grid(columns, rows),))


def _rank(movement: Movement) -> tuple[Value, Value, Value]:
    old, new = movement.old.rank, movement.new.rank
    known = old is not None and new is not None and old != new
    change = f"{'↑' if new < old else '↓'}{value_text(abs(new - old))}" if known else ""  # type: ignore[operator]
    shown = ("—" if rank is None else value_text(rank) for rank in (old, new))
    return (*map(Value, shown), Value(change))  # type: ignore[return-value]


# ── totals ──


def _totals(moves: Moves, word: Wording, adapted: str | None) -> tuple[Item, ...]:
    """How many gain and lose, and the largest movers."""
    movers = moves.movers
    lines: list[tuple[str, Tone]] = [(_gains(moves, word), "plain")]
    sides = (
        (moves.only_old, word("只在原政策：", "only under the old policy: ")),
        (moves.only_new, word("只在新政策：", "only under the new policy: ")),
    )
    lines += [(label + word("、", ", ").join(units), "warn") for units, label in sides if units]
    lines += [(line, "warn") for line in _renamed(moves, word)]
    if adapted is not None:
        lines.append((_adapted(adapted, word), "warn"))
    if not movers:
        return (Lines(tuple(lines)),)
    titles = word("单位 原总分 新总分 差 等次", "Unit Old New Difference Grade").split()
    columns = tuple(Column(t, "right" if 0 < i < 4 else "left") for i, t in enumerate(titles))
    rows = tuple(_mover(movement) for movement in movers[:MOST_MOVERS])
    caption = word(f"变化最大的{MOST_MOVERS}个单位", f"the {MOST_MOVERS} largest movers")
    grid = Grid(columns, rows, caption if len(movers) > MOST_MOVERS else None)
    return Lines(tuple(lines)), grid


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


def _gains(moves: Moves, word: Wording) -> str:
    movers = moves.movers
    gained = sum(m.difference > 0 for m in movers)
    lost, still = len(movers) - gained, len(moves.movements) - len(movers)
    return word(
        f"{gained}个单位增加，{lost}个减少，{still}个不变",
        f"{gained} units gain, {lost} lose, {still} keep their total",
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


# ── what follows, and what it takes ──


def _uses(moves: Moves, word: Wording) -> Iterator[str]:
    """Sums of figures that differ, and units that a use now concerns, or no longer."""
    for quota in moves.quotas:
        old, new = (number_text(n) if n is not None else "—" for n in (quota.old, quota.new))
        both = quota.old is not None and quota.new is not None
        change = signed_text((quota.new or 0) - (quota.old or 0))
        more = word(f"（{change}）", f" ({change})") if both else ""
        yield f"{quota.use}·{quota.name}{word('：', ': ')}{old} → {new}{more}"
    for use in moves.picked:
        sides = (
            (use.entered, word("新列入", " now concerns")),
            (use.left, word("不再列入", " no longer concerns")),
        )
        for units, label in sides:
            if units:
                yield f"{use.use}{label}{word('：', ': ')}{word('、', ', ').join(units)}"
