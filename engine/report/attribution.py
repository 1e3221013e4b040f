"""The report of an attribution: what each change does to all units; the largest movers split."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from ..diff.attribution import Attribution, Step
from ..diff.impact import Impact, Movement
from ..explain.numbers import signed_text
from .difference_words import headline
from .model import Branch, Column, Grid, Item, Lines, Tone, Value
from .words import Wording

#: How many movers are split into the effects of the changes.
MOST_SPLIT = 5


def attribution_items(impact: Impact, word: Wording) -> tuple[Item, ...]:
    """Each step with how many it moves, then the largest movers, split."""
    found = impact.attribution
    if not any(found.whole.values()):
        return ()
    steps = [step for step in found.steps if step.matters]
    rows = [_row(step_name(step, word), step.forward.values()) for step in steps]
    if any(found.remainder.values()):
        rows.append(_row(_rest(word), found.remainder.values()))
    titles = word("改动 增加 减少 最多增 最多减", "Change Up Down Most+ Most-").split()
    columns = tuple(Column(t, "right" if place else "left") for place, t in enumerate(titles))
    split = tuple(_split(movement, steps, impact, word) for movement in impact.movers[:MOST_SPLIT])
    return (Grid(columns, tuple(rows)), *_asides(found, word), *split)


def step_name(step: Step, word: Wording) -> str:
    """The changes of a step; what could only be applied together is joined."""
    names = [headline(change, word, whole=True) for change in step.changes]
    return word("＋", " + ").join(names)


def _asides(found: Attribution, word: Wording) -> tuple[Lines, ...]:
    """Steps that move nobody, and changes that could not be applied without others."""
    quiet = sum(not step.matters for step in found.steps)
    left = word("；", "; ").join(headline(change, word, whole=True) for change in found.left)
    said = (
        word(f"另有{quiet}步改动没有改变任何总分", f"{quiet} further steps move no total"),
        word(f"离开结构改动就不成立、计入其余的：{left}", f"counted in the remainder: {left}"),
    )
    shown: list[tuple[str, Tone]] = [
        (line, "muted") for line, given in zip(said, (quiet, left), strict=True) if given
    ]
    return (Lines(tuple(shown), bullets=False),) if shown else ()


def _rest(word: Wording) -> str:
    return word("其余改动合计（结构改动和相互作用）", "remainder (structure and interaction)")


def _row(name: str, effects: Collection[Fraction]) -> tuple[Value, ...]:
    up, down = sum(n > 0 for n in effects), sum(n < 0 for n in effects)
    most = max(effects) if up else None, min(effects) if down else None
    return Value(name), Value(str(up)), Value(str(down)), *map(_extreme, most)


def _extreme(number: Fraction | None) -> Value:
    return Value("") if number is None else Value(signed_text(number), number)


def _split(movement: Movement, steps: list[Step], impact: Impact, word: Wording) -> Branch:
    """One unit's difference as a sum. Where the order matters, both figures are shown."""
    unit, found = movement.unit, impact.attribution
    children = [
        Branch(step_name(step, word), _gain(step.forward[unit]), _reverse(step, unit, word))
        for step in steps
        if step.forward[unit] or step.reverse[unit]
    ]
    if found.remainder[unit]:
        children.append(Branch(_rest(word), signed_text(found.remainder[unit])))
    return Branch(unit, signed_text(found.whole[unit]), children=tuple(children))


def _gain(number: Fraction) -> str:
    return signed_text(number) if number else "0"


def _reverse(step: Step, unit: str, word: Wording) -> str:
    """The effect when the changes are applied from the last to the first, where it is another."""
    if step.forward[unit] == step.reverse[unit]:
        return ""
    figure = _gain(step.reverse[unit])
    return word(f"（倒着逐项改：{figure}）", f"(applied in reverse: {figure})")
