"""The lines of two ledgers of one unit, pair by pair: what stands for what, and what differs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve, frozen

from ..diff.changes import Difference
from ..explain.lines import Line

#: How deep lines are compared: down to the parts of the stages and the items of the systems.
_DEEPEST = 8
#: Rows of tables differ by the dozen; their sum says enough.
_PASSED_OVER = ("row", "uncounted")


@frozen
class Names:
    """What lines are called now that were called otherwise, and which became which: the titles of
    what was split or merged, on both sides."""

    renames: Mapping[str, str]
    regrouped: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @classmethod
    def of(cls, difference: Difference) -> Names:
        """What a difference tells of names."""
        sides = (
            (tuple(d.title for d in found.old), tuple(d.title for d in found.new))
            for found in difference.pairing.regroupings
        )
        return cls(difference.renames, tuple(sides))


@frozen
class Pair:
    """A line under both policies, and the pairs below that differ."""

    old: Line | None
    new: Line | None
    parts: tuple[Pair, ...]

    @property
    def difference(self) -> Fraction:
        """By how much the line differs."""
        return value_of(self.new) - value_of(self.old)

    @property
    def greatest(self) -> Fraction:
        """The greatest difference of it and everything below."""
        return max((abs(self.difference), *(part.greatest for part in self.parts)))


def paired(old: Line | None, new: Line | None, names: Names, depth: int) -> Pair | None:
    """The pair with what differs below it; None where nothing differs."""
    if depth > _DEEPEST or not _differs(old, new, names):
        return None
    below = (paired(*sides, names, depth + 1) for sides in _within(old, new, names))
    return Pair(old, new, tuple(part for part in below if part is not None))


def _within(
    old: Line | None, new: Line | None, names: Names
) -> list[tuple[Line | None, Line | None]]:
    """The parts of a pair; a single part that says the same figures again is passed over."""
    pairs = _pairs(old, new, names)
    while len(pairs) == 1 and _figures(*pairs[0]) == _figures(old, new):
        pairs = _pairs(*pairs[0], names)
    return pairs


def _figures(old: Line | None, new: Line | None) -> tuple[Fraction | None, Fraction | None]:
    return old.value if old else None, new.value if new else None


def _differs(old: Line | None, new: Line | None, names: Names) -> bool:
    if old is None or new is None or old.value != new.value:
        return True
    return any(_differs(*pair, names) for pair in _pairs(old, new, names))


def _pairs(
    old: Line | None, new: Line | None, names: Names
) -> list[tuple[Line | None, Line | None]]:
    """The parts of both by their labels, old ones under their new names; what was split or merged
    is one pair."""
    before = {names.renames.get(one.label, one.label): one for one in _parts(old)}
    after = {one.label: one for one in _parts(new)}
    for wholes, parts in names.regrouped:
        if set(wholes) & before.keys() and set(parts) & after.keys():
            label = _regrouped(wholes, parts)
            before, after = _joined(before, wholes, label), _joined(after, parts, label)
    return [(before.get(label), after.get(label)) for label in _merged(list(before), list(after))]


def _regrouped(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    return f"{'＋'.join(new)}（{'＋'.join(old)}）"


def _joined(lines: Mapping[str, Line], labels: tuple[str, ...], label: str) -> dict[str, Line]:
    """The lines with those of some labels put together, where the first of them stood."""
    found: dict[str, Line] = {}
    for name, line in lines.items():
        if name in labels:
            sum_of = line.value + (found[label].value if label in found else 0)
            found[label] = evolve(line, label=label, value=sum_of, children=())
        else:
            found[name] = line
    return found


def _merged(before: list[str], after: list[str]) -> list[str]:
    """The labels as the new side has them, each old one after what it came after."""
    order, place = list(after), 0
    for label in before:
        if label in after:
            place = order.index(label) + 1
        else:
            order.insert(place, label)
            place += 1
    return order


def _parts(line: Line | None) -> list[Line]:
    return [c for c in line.children if c.kind not in _PASSED_OVER] if line is not None else []


def value_of(line: Line | None) -> Fraction:
    """What a line adds; nothing where there is none."""
    return line.value if line is not None else Fraction(0)
