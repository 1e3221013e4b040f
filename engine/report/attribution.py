"""The report of an attribution: what each change does to all units; the largest movers split."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from ..diff.attribution import Attribution, Step
from ..diff.changes import Change
from ..diff.grouping import Changes
from ..diff.impact import Impact
from ..diff.movement import Movement
from ..explain.numbers import number_text, signed_text
from .amounts import change_text
from .difference_words import aspect_word, headline
from .model import Branch, Column, Grid, Item, Lines, Tone, Value
from .totals import in_units, named
from .words import Wording

#: How many movers are split into the effects of the changes.
MOST_SPLIT = 5
#: How many units that a step takes to another grade are named: all are, above.
_MOST_NAMED = 6
#: Clauses of a step that are named; more are counted.
_MOST_CLAUSES = 3
#: Both sides of a change are shown with its name where neither is longer, in characters.
_SHORT = 12
#: Changes of a step that are named one by one; more are counted.
_MOST_JOINED = 4


def attribution_items(impact: Impact, word: Wording) -> tuple[Item, ...]:
    """Each step with how many it moves, then the largest movers, split."""
    found = impact.attribution
    if found is None:
        said = word(
            "原政策不能用新数据核算，总分的变化分不出哪些来自政策、哪些来自数据",
            "the old policy cannot run on the new data, so what the policy did and what the data "
            "did cannot be told apart",
        )
        return (Lines(((said, "warn"),), bullets=False),)
    steps = [step for step in found.steps if step.matters]
    if not steps and not any(found.whole.values()) and impact.bridge is None:
        return ()
    rows = [_row(step_name(step, word), step.forward.values(), step, word) for step in steps]
    if impact.bridge is not None:
        rows.insert(0, _row(_data(word), impact.bridge.shift.values(), None, word))
    if any(found.remainder.values()):
        rows.append(_row(_rest(word), found.remainder.values(), None, word))
    split = tuple(
        _split(movement, steps, impact, found, word) for movement in impact.movers[:MOST_SPLIT]
    )
    shown = 7 if impact.grades else 6
    grid = Grid(_columns(impact, word)[:shown], tuple(row[:shown] for row in rows))
    return (*_assumed(impact, word), grid, *_asides(found, word), *_orders(steps, word), *split)


def _columns(impact: Impact, word: Wording) -> tuple[Column, ...]:
    names = word("改动 条文 增加 减少 最多增 最多减", "Change Clauses Up Down Most+ Most-").split()
    change, clauses, up, down, *most = names
    extremes = (Column(in_units(name, impact, word), "right") for name in most)
    counts = (Column(name, "right") for name in (up, down))
    grades = Column(word("等次变化", "Grades"))
    return (Column(change), Column(clauses), *counts, *extremes, grades)


def step_name(step: Step, word: Wording) -> str:
    """The changes of a step, with both sides where these are short; what could only be applied
    together is joined."""
    if len(step.changes) > _MOST_JOINED:
        return changes_name(step.changes, word)
    return word("＋", " + ").join(_name(change, word) for change in step.changes)


def _name(change: Change, word: Wording) -> str:
    """``加分“奖项加分”的封顶 5分 → 4分``."""
    name, sides = headline(change, word, whole=True), (change.old, change.new)
    shown = [side.words for side in sides if side is not None and change.aspect is not None]
    short = len(shown) == len(sides) and all(len(words) <= _SHORT for words in shown)
    return f"{name} {' → '.join(shown)}" if short else name


def _clauses(step: Step, word: Wording) -> str:
    """The clauses of a step's changes, as the new policy numbers them where it has them."""
    found = [clause for change in step.changes for clause in change.place.clauses]
    listed = list(dict.fromkeys(found))
    shown = word("、", ", ").join(listed[:_MOST_CLAUSES])
    more = len(listed) - _MOST_CLAUSES
    return shown + word(f"等{len(listed)}条", f" and {more} more") if more > 0 else shown


def changes_name(changes: Changes, word: Wording) -> str:
    """Changes made together, in short."""
    if len(changes) <= _MOST_JOINED:
        names = [headline(change, word, whole=True) for change in changes]
        return word("＋", " + ").join(names)
    counts: dict[tuple[str, str], int] = {}
    for change in changes:
        what = aspect_word(change, word) if not change.own else ""
        said = what or word("处改动", "change")
        counts[change.heading, said] = counts.get((change.heading, said), 0) + 1
    return word("＋", " + ").join(
        word(f"“{heading}”的{n}项{what}", f"{n} × {what} of “{heading}”").replace("项处", "处")
        for (heading, what), n in counts.items()
    )


def _assumed(impact: Impact, word: Wording) -> tuple[Lines, ...]:
    """On what terms the old policy was run on the new data."""
    bridge = impact.bridge
    if bridge is None:
        return ()
    said = [
        word(
            "先用原政策核算新数据，与原结果之差是数据的变化；再把改动逐项改到原政策上",
            "the old policy is run on the new data first, which tells what the data did; then one "
            "change after another is made to it",
        )
    ]
    if bridge.dated:
        said.append(word("原政策的年度改按新年度", "the old policy was moved to the new year"))
    if bridge.carried:
        listed = word("、", ", ").join(bridge.carried)
        said.append(
            word(
                f"分值改过的细项，新数据里的得分按新旧分值之比折合：{listed}",
                f"marks out of other points were carried over in proportion: {listed}",
            )
        )
    lines: tuple[tuple[str, Tone], ...] = tuple((line, "muted") for line in said)
    return (Lines(lines),)


def _asides(found: Attribution, word: Wording) -> tuple[Lines, ...]:
    """Steps that move nobody, changes that could not be applied, and the share accounted for."""
    quiet = sum(not step.matters for step in found.steps)
    left = word("；", "; ").join(headline(change, word, whole=True) for change in found.left)
    share = number_text(found.share * 100, 1)
    said = (
        word(
            f"另有{quiet}步改动不改变任何单位的总分和等次",
            f"{quiet} further {'step changes' if quiet == 1 else 'steps change'} no unit’s total "
            "or grade",
        ),
        word(f"不能单独改、计入其余的：{left}", f"counted in the remainder: {left}"),
        word(f"以上各步说明了变化的{share}％", f"the steps account for {share}% of all movement"),
    )
    shown: list[tuple[str, Tone]] = [
        (line, "muted") for line, given in zip(said, (quiet, left, True), strict=True) if given
    ]
    return (Lines(tuple(shown), bullets=False),) if shown else ()


def _orders(steps: list[Step], word: Wording) -> tuple[Lines, ...]:
    """What the second figure of a step means, where any unit has one."""
    if all(step.forward == step.reverse for step in steps):
        return ()
    said = word(
        "下面括号里是从最后一项倒着改起时的影响；两个数不同，说明几项改动互相牵连",
        "in brackets: the effect when the changes are applied from the last to the first; it is "
        "another where changes bear on one another",
    )
    return (Lines(((said, "muted"),), bullets=False),)


def _data(word: Wording) -> str:
    return word("数据的变化（用原政策核算）", "the data (under the old policy)")


def _rest(word: Wording) -> str:
    return word("其余改动合计", "remainder")


def _row(
    name: str, effects: Collection[Fraction], step: Step | None, word: Wording
) -> tuple[Value, ...]:
    up, down = sum(n > 0 for n in effects), sum(n < 0 for n in effects)
    most = max(effects) if up else None, min(effects) if down else None
    grades = _grades(step, word) if step is not None else ""
    clauses = Value(_clauses(step, word) if step is not None else "", tone="muted")
    return (
        Value(name), clauses, Value(str(up or "·")), Value(str(down or "·")), *map(_extreme, most),
        Value(grades, tone="strong" if grades else "plain"),
    )  # fmt: skip


def _grades(step: Step, word: Wording) -> str:
    """Whom a step takes from which grade to which."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for unit, pair in step.grades.items():
        pairs.setdefault(pair, []).append(unit)
    listed = []
    for (old, new), units in pairs.items():
        listed.append(
            f"{old or '—'} → {new or '—'}{word('：', ': ')}{named(units, word, _MOST_NAMED)}"
        )
    return word("；", "; ").join(listed)


def _extreme(number: Fraction | None) -> Value:
    return Value("") if number is None else Value(signed_text(number), number)


def _split(
    movement: Movement, steps: list[Step], impact: Impact, found: Attribution, word: Wording
) -> Branch:
    """One unit's difference as a sum. Where the order matters, both figures are shown."""
    unit = movement.unit
    shift = impact.bridge.shift.get(unit, Fraction(0)) if impact.bridge is not None else Fraction(0)

    def by(number: Fraction) -> str:
        return change_text(number, impact.unit, word)

    children = [Branch(_data(word), by(shift))] if shift else []
    children += [
        Branch(
            changes_name(step.changes, word),
            by(step.forward[unit]),
            _reverse(step, unit, impact, word),
        )
        for step in steps
        if step.forward.get(unit) or step.reverse.get(unit)
    ]
    if found.remainder.get(unit):
        children.append(Branch(_rest(word), by(found.remainder[unit])))
    return Branch(unit, by(movement.difference), children=tuple(children))


def _reverse(step: Step, unit: str, impact: Impact, word: Wording) -> str:
    """The effect when the changes are applied from the last to the first, where it is another."""
    if step.forward[unit] == step.reverse[unit]:
        return ""
    figure = change_text(step.reverse[unit], impact.unit, word)
    return word(f"（倒着：{figure}）", f"(in reverse: {figure})")
