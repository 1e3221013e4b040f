"""The report of who moves between two results, in grade, total and rank, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..diff.movement import Movement, Moves, Quota
from ..explain.numbers import value_text
from .amounts import amount_text, move_text
from .model import Column, Grid, Item, Lines, Section, Tone, Value
from .totals import named, totals
from .words import Wording


def moves_sections(moves: Moves, word: Wording, adapted: str | None = None) -> tuple[Section, ...]:
    """Grades, totals, ranks and uses. ``adapted`` names a policy run on the other's terms."""
    ranks = word("名次变化（原名次 → 新名次）", "Ranks (old → new)")
    sections = (
        section_of(
            word("等次变化", "Grades"), listed(_regraded(moves, word)), _matrix(moves, word)
        ),
        section_of(word("总分变化", "Totals"), *totals(moves, word, adapted)),
        section_of(ranks, listed(_ranks(moves, word))),
        section_of(word("结果运用的变化", "Uses of the result"), listed(_uses(moves, word))),
    )
    return tuple(section for section in sections if section is not None)


def moves_in_short(moves: Moves, word: Wording) -> str:
    """One line for the top of a report: how many move, in grade and in total."""
    place = {grade: number for number, grade in enumerate(moves.grades)}
    pairs = [(old, new, len(units)) for (old, new), units in moves.regraded.items()]
    known = [(place[old] - place[new], n) for old, new, n in pairs if old in place and new in place]
    up, down = (sum(n for rise, n in known if rise * way > 0) for way in (1, -1))
    gained = sum(m.difference > 0 for m in moves.movers)
    lost, count = len(moves.movers) - gained, len(moves.movements)
    head = word(f"{count}个单位两边都有结果：", f"{count} units have both results: ")
    grades = word(f"等次升{up}个、降{down}个；", f"{up} up and {down} down in grade; ")
    sums = word(f"总分增加{gained}个、减少{lost}个", f"{gained} gain and {lost} lose in total")
    return head + (grades if moves.grades else "") + sums


def section_of(heading: str, *items: Item | None) -> Section | None:
    """A section of the items there are; None where there is none."""
    shown = tuple(item for item in items if item is not None)
    return Section(heading, shown) if shown else None


def listed(lines: Iterator[str]) -> Lines | None:
    """A list of lines; None where there is none."""
    plain: tuple[tuple[str, Tone], ...] = tuple((line, "plain") for line in lines)
    return Lines(plain) if plain else None


# ── grades and ranks ──


def _regraded(moves: Moves, word: Wording) -> Iterator[str]:
    """Who changed grade, by old and new grade."""
    if moves.grades and not moves.regraded:
        yield word("没有单位的等次改变", "no unit has another grade")
    for (old, new), units in moves.regraded.items():
        count = word(f"（{len(units)}个）：", f" ({len(units)}): ")
        yield f"{old or '—'} → {new or '—'}{count}{named(units, word)}"


def _matrix(moves: Moves, word: Wording) -> Grid | None:
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


def _ranks(moves: Moves, word: Wording) -> Iterator[str]:
    """The units of each group whose rank differs, by their new rank, a line a group."""
    moved = [m for m in moves.movements if m.old.rank != m.new.rank or m.old.group != m.new.group]
    groups: dict[str, list[Movement]] = {}
    for movement in moved:
        groups.setdefault(movement.new.group, []).append(movement)
    for group, members in groups.items():
        ordered = sorted(members, key=lambda m: m.new.rank or 0)
        head = group + word("：", ": ") if group else ""
        yield head + named([_rank(m, word) for m in ordered], word)


def _rank(movement: Movement, word: Wording) -> str:
    """``市财政局 3 → 2``; the old group too, where it was another."""
    old, new = (
        "—" if rank is None else value_text(rank) for rank in (movement.old.rank, movement.new.rank)
    )
    from_group = movement.old.group if movement.old.group != movement.new.group else ""
    other = word(f"（原在{from_group}）", f" (was in {from_group})") if from_group else ""
    return f"{movement.unit} {old} → {new}{other}"


# ── what follows ──


def _uses(moves: Moves, word: Wording) -> Iterator[str]:
    """Sums of figures that differ, and units that a use now concerns, or no longer."""
    for quota in moves.quotas:
        yield f"{quota.use}·{quota.name}{word('：', ': ')}{_summed(quota, word)}"
    for use in moves.picked:
        sides = (
            (use.entered, word("新列入", " now concerns")),
            (use.left, word("不再列入", " no longer concerns")),
        )
        for units, label in sides:
            if units:
                yield f"{use.use}{label}{word('：', ': ')}{named(units, word)}"


def _summed(quota: Quota, word: Wording) -> str:
    """Both sums and their difference; of a figure that only one side has, its sum."""
    if quota.old is not None and quota.new is not None:
        return move_text(quota.old, quota.new, quota.unit, word)
    total = amount_text(quota.old or quota.new or Fraction(0), quota.unit, word)
    if quota.old is None:
        return word(f"新增，合计{total}", f"new, {total} in all")
    return word(f"不再有，原合计{total}", f"no longer, {total} before")
