"""Two ledgers of one unit side by side: only the lines that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ..diff.impact import Impact
from ..diff.movement import Movement
from ..explain.account import account
from ..explain.lines import Line
from ..explain.numbers import number_text, signed_text
from .model import Column, Grid, Value
from .words import Wording

#: How deep lines are compared: down to the parts of the stages and the items of the systems.
_DEEPEST = 8
#: Rows of tables differ by the dozen; their sum says enough.
_PASSED_OVER = ("row", "uncounted")
_INDENT = "　"


def ledgers(movement: Movement, impact: Impact, renames: Mapping[str, str], word: Wording) -> Grid:
    """The table of one unit, in the order of the new policy, what is gone last in its place."""
    old, new = impact.results
    before = account(old, impact.former.get(movement.unit, movement.unit)).total
    after = account(new, movement.unit).total
    rows = tuple(_rows(before, after, renames, 0, word))
    titles = (word("项目", "Line"), word("原", "Old"), word("新", "New"), word("差", "Difference"))
    columns = tuple(Column(t, "right" if place else "left") for place, t in enumerate(titles))
    return Grid(columns, rows, movement.unit)


def _rows(
    old: Line | None, new: Line | None, renames: Mapping[str, str], depth: int, word: Wording
) -> Iterator[tuple[Value, ...]]:
    one, other = old.value if old else Fraction(0), new.value if new else Fraction(0)
    shown = new or old
    if shown is None or depth > _DEEPEST or not _differs(old, new, renames):
        return
    yield (
        Value(_INDENT * depth + _label(shown, word)),
        _figure(one if old else None),
        _figure(other if new else None),
        Value(signed_text(other - one) if one != other else "", other - one),
    )
    for pair in _within(old, new, renames):
        yield from _rows(*pair, renames, depth + 1, word)


def _label(line: Line, word: Wording) -> str:
    words = {"rounding": word("四舍五入", "rounding"), "cap": word("封顶", "cap")}
    return words.get(line.kind, line.label)


def _within(
    old: Line | None, new: Line | None, renames: Mapping[str, str]
) -> list[tuple[Line | None, Line | None]]:
    """The parts of a pair; a single part that says the same figures again is passed over."""
    pairs = _pairs(old, new, renames)
    while len(pairs) == 1 and _figures(*pairs[0]) == _figures(old, new):
        pairs = _pairs(*pairs[0], renames)
    return pairs


def _figures(old: Line | None, new: Line | None) -> tuple[Fraction | None, Fraction | None]:
    return old.value if old else None, new.value if new else None


def _differs(old: Line | None, new: Line | None, renames: Mapping[str, str]) -> bool:
    if old is None or new is None or old.value != new.value:
        return True
    return any(_differs(*pair, renames) for pair in _pairs(old, new, renames))


def _pairs(
    old: Line | None, new: Line | None, renames: Mapping[str, str]
) -> list[tuple[Line | None, Line | None]]:
    """The parts of both by their labels, old ones under their new names."""
    before = {renames.get(one.label, one.label): one for one in _parts(old)}
    after = {one.label: one for one in _parts(new)}
    return [(before.get(label), after.get(label)) for label in dict.fromkeys((*after, *before))]


def _parts(line: Line | None) -> list[Line]:
    return [c for c in line.children if c.kind not in _PASSED_OVER] if line is not None else []


def _figure(number: Fraction | None) -> Value:
    return Value("—") if number is None else Value(number_text(number), number)
