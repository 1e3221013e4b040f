"""Two ledgers of one unit side by side: the lines that make its difference, small ones as a sum."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..diff.changes import Difference
from ..diff.impact import Impact
from ..diff.movement import Movement
from ..explain.account import account
from ..explain.lines import Line
from ..explain.numbers import number_text, signed_text
from .ledger_pairs import Names, Pair, paired, value_of
from .model import Column, Grid, Value
from .totals import in_units
from .words import Wording

_INDENT = "　"
#: Lines that differ by less than this part of the whole difference stand together as one.
_SMALL = Fraction(1, 10)
#: Decimals shown: enough to add up by eye.
_PLACES = 3


def ledgers(movement: Movement, impact: Impact, difference: Difference, word: Wording) -> Grid:
    """The table of one unit, in the order of the new policy; what is gone stands after what it
    came after. It adds up: what is too small for a line of its own is summed."""
    old, new = impact.results
    before = account(old, impact.former.get(movement.unit, movement.unit)).total
    after = account(new, movement.unit).total
    whole = paired(before, after, Names.of(difference), 0)
    rows = _rows(whole, abs(movement.difference) * _SMALL, 0, word) if whole is not None else ()
    names = word("项目 原 新 差", "Line Old New Difference").split()
    heads = (Column(in_units(name, impact, word), "right") for name in names[1:])
    return Grid((Column(names[0]), *heads), tuple(rows), movement.unit)


def _rows(pair: Pair, least: Fraction, depth: int, word: Wording) -> Iterator[tuple[Value, ...]]:
    yield _row(_INDENT * depth + _label(pair, word), pair.old, pair.new, pair.difference)
    small = [part for part in pair.parts if part.greatest < least]
    folded = small if len(small) > 1 else []
    if folded and len(folded) == len(pair.parts):
        return  # the sum of all would say the same again
    for part in pair.parts:
        if not folded or part.greatest >= least:
            yield from _rows(part, least, depth + 1, word)
    if folded:
        label = word(f"其余{len(folded)}项", f"{len(folded)} others")
        yield _summed(_INDENT * (depth + 1) + label, folded)


def _row(label: str, old: Line | None, new: Line | None, difference: Fraction) -> tuple[Value, ...]:
    return (
        Value(label),
        _figure(old.value if old else None),
        _figure(new.value if new else None),
        _change(difference),
    )


def _summed(label: str, pairs: list[Pair]) -> tuple[Value, ...]:
    old = sum((value_of(pair.old) for pair in pairs), Fraction(0))
    new = sum((value_of(pair.new) for pair in pairs), Fraction(0))
    return Value(label, tone="muted"), _figure(old), _figure(new), _change(new - old)


def _label(pair: Pair, word: Wording) -> str:
    words = {"rounding": word("四舍五入", "rounding"), "cap": word("封顶", "cap")}
    line = pair.new or pair.old
    return words.get(line.kind, line.label) if line is not None else ""


def _figure(number: Fraction | None) -> Value:
    return Value("—") if number is None else Value(number_text(number, _PLACES), number)


def _change(difference: Fraction) -> Value:
    return Value(signed_text(difference, _PLACES) if difference else "", difference)
