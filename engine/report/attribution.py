"""The report of an attribution: what each change does to all units; the largest movers split."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from ..diff.attribution import Attribution, Step
from ..diff.grouping import Changes
from ..diff.impact import Impact
from ..diff.movement import Movement
from ..explain.numbers import number_text, signed_text
from .difference_words import aspect_word, headline
from .model import Branch, Column, Grid, Item, Lines, Tone, Value
from .words import Wording

#: How many movers are split into the effects of the changes.
MOST_SPLIT = 5
#: How many units that a change takes to another grade are named.
_MOST_NAMED = 6
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
    titles = word(
        "改动 增加 减少 最多增 最多减 等次变化", "Change Up Down Most+ Most- Grades"
    ).split()
    columns = tuple(Column(t, "right" if 0 < n < 5 else "left") for n, t in enumerate(titles))
    split = tuple(
        _split(movement, steps, impact, found, word) for movement in impact.movers[:MOST_SPLIT]
    )
    return (*_assumed(impact, word), Grid(columns, tuple(rows)), *_asides(found, word), *split)


def step_name(step: Step, word: Wording) -> str:
    """The changes of a step; what could only be applied together is joined."""
    return changes_name(step.changes, word)


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
        word(f"另有{quiet}步改动没有影响任何单位", f"{quiet} further steps move nobody"),
        word(f"不能单独改、计入其余的：{left}", f"counted in the remainder: {left}"),
        word(f"以上各步说明了变化的{share}％", f"the steps account for {share}% of all movement"),
    )
    shown: list[tuple[str, Tone]] = [
        (line, "muted") for line, given in zip(said, (quiet, left, True), strict=True) if given
    ]
    return (Lines(tuple(shown), bullets=False),) if shown else ()


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
    return (
        Value(name), Value(str(up or "·")), Value(str(down or "·")), *map(_extreme, most),
        Value(grades, tone="strong" if grades else "plain"),
    )  # fmt: skip


def _grades(step: Step, word: Wording) -> str:
    """Whom a step takes from which grade to which."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for unit, pair in step.grades.items():
        pairs.setdefault(pair, []).append(unit)
    listed = []
    for (old, new), units in pairs.items():
        named = word("、", ", ").join(units[:_MOST_NAMED])
        more = word(f"等{len(units)}个", f" and {len(units) - _MOST_NAMED} more")
        names = named + (more if len(units) > _MOST_NAMED else "")
        listed.append(f"{old or '—'} → {new or '—'}{word('：', ': ')}{names}")
    return word("；", "; ").join(listed)


def _extreme(number: Fraction | None) -> Value:
    return Value("") if number is None else Value(signed_text(number), number)


def _split(
    movement: Movement, steps: list[Step], impact: Impact, found: Attribution, word: Wording
) -> Branch:
    """One unit's difference as a sum. Where the order matters, both figures are shown."""
    unit = movement.unit
    shift = impact.bridge.shift.get(unit, Fraction(0)) if impact.bridge is not None else Fraction(0)
    children = [Branch(_data(word), signed_text(shift))] if shift else []
    children += [
        Branch(step_name(step, word), _gain(step.forward[unit]), _reverse(step, unit, word))
        for step in steps
        if step.forward.get(unit) or step.reverse.get(unit)
    ]
    if found.remainder.get(unit):
        children.append(Branch(_rest(word), signed_text(found.remainder[unit])))
    return Branch(unit, signed_text(movement.difference), children=tuple(children))


def _gain(number: Fraction) -> str:
    return signed_text(number) if number else "0"


def _reverse(step: Step, unit: str, word: Wording) -> str:
    """The effect when the changes are applied from the last to the first, where it is another."""
    if step.forward[unit] == step.reverse[unit]:
        return ""
    figure = _gain(step.reverse[unit])
    return word(f"（倒着逐项改：{figure}）", f"(applied in reverse: {figure})")
