"""Normal forms of values: equal numbers for values that are equal on all data.

A form says what a value is worked out from, down to the columns of the data, and nothing of where
its operation stands. Forms of two plans are comparable when both are numbered by one ``Forms``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from attrs import define, field

from ..data.contract import Range
from ..extent import Extent, beneath, beyond, extent, lower, meet, of_range, upper
from ..reach.domain import Reach

Form: TypeAlias = int
Key: TypeAlias = "tuple[Hashable, ...]"


@define
class Forms:
    """Numbers for forms, the same for the same form."""

    keys: list[Key] = field(factory=list)
    _numbers: dict[Key, Form] = field(factory=dict, repr=False)

    def of(self, *key: Hashable) -> Form:
        """The form of something said about other forms."""
        if key not in self._numbers:
            self._numbers[key] = len(self.keys)
            self.keys.append(key)
        return self._numbers[key]

    def constant(self, value: Fraction | int | str | bool | None) -> Form:
        """A value; days are numbers."""
        if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
            return self.of("constant", "number", Fraction(value))
        return self.of("constant", type(value).__name__, value)

    def number(self, form: Form) -> Fraction | None:
        """The number that a form always is, if it is one."""
        key = self.keys[form]
        found = key[2] if key[:2] == ("constant", "number") else None
        return found if isinstance(found, Fraction) else None

    def needed(self, form: Form) -> Form:
        """A value that must be there: what is blank has no answer."""
        return self.of("needed", form)

    def bare(self, form: Form) -> Form:
        """A value as it is given to an operation that needs it anyway."""
        kind, *inner = self.keys[form]
        return inner[0] if kind == "needed" and isinstance(inner[0], int) else form


def only_value(reach: Reach) -> Fraction | str | bool | None:
    """The one value that something can be; None where it can be several or blank."""
    if reach.blank or not reach.fixed:
        return None
    if reach.numbers is not None:
        return reach.numbers.point
    return next(iter((*(reach.names or ()), *reach.truths)), None)


Piece: TypeAlias = "tuple[str, Extent]"


def pieces(bands: Iterable[tuple[str, Range]], whole: Extent | None) -> tuple[list[Piece], bool]:
    """The parts of an extent by the band that they fall into, from the lowest up, and whether
    nothing is left over. A number in two bands falls into the first."""
    left = [whole] if whole is not None else []
    found: list[Piece] = []
    for name, band in bands:
        rest: list[Extent] = []
        for part in left:
            wanted = of_range(band, part.step)
            inside = meet(part, wanted)
            if wanted is None or inside is None:
                rest.append(part)
                continue
            found.append((name, inside))
            rest += _around(part, wanted)
        left = rest
    return sorted(found, key=_lowest), not left


def _around(part: Extent, taken: Extent) -> Iterator[Extent]:
    """What is left of an extent below and above what is taken out of it."""
    if taken.low is not None:
        below = meet(part, extent((None, False), beneath(lower(taken)), part.step))
        yield from [below] if below is not None else []
    if taken.high is not None:
        above = meet(part, extent(beyond(upper(taken)), (None, False), part.step))
        yield from [above] if above is not None else []


def _lowest(piece: Piece) -> tuple[bool, Fraction, bool]:
    low = piece[1].low
    return low is not None, low or Fraction(0), not piece[1].low_closed
