"""Made-up units before they are shown: what is given of each, the same for both policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from attrs import evolve, frozen

from ..evaluate.values import Value
from ..trial.candidates import TEXTS, combinations
from ..trial.cases import Case
from ..trial.nameable import Nameable
from .states import Name, State

#: How many combinations of telling values are tried.
_MOST = 600
#: How many of these with each make of rows.
_MOST_OF_A_MAKE = 150
#: How often a row is repeated.
_REPEATED = (2, 4)

_T = TypeVar("_T")


@frozen
class Draft:
    """What is given of a unit, and in each of its rows by table."""

    unit: Mapping[Name, Value]
    rows: tuple[tuple[str, Mapping[Name, Value]], ...] = ()

    def case(self, state: State) -> Case:
        """As one policy would be told, which may not know all of the names."""
        return Case(
            _known(self.unit, state),
            tuple((table, _known(row, state)) for table, row in self.rows),
        )

    def given(self) -> Iterator[tuple[Name, Value]]:
        """All that is given."""
        for place in (self.unit, *(row for _, row in self.rows)):
            yield from place.items()

    def smaller(self) -> Iterator[Draft]:
        """The same without one of its rows, or one of its values."""
        for index, (table, row) in enumerate(self.rows):
            yield evolve(self, rows=self.rows[:index] + self.rows[index + 1 :])
            for name in row if len(row) > 1 else ():
                less = (table, {key: value for key, value in row.items() if key != name})
                yield evolve(self, rows=(*self.rows[:index], less, *self.rows[index + 1 :]))
        for name in self.unit:
            yield evolve(self, unit={k: v for k, v in self.unit.items() if k != name})

    def without(self, name: Name) -> Draft:
        """The same with nothing given under a name."""
        rows = ((t, {k: v for k, v in row.items() if k != name}) for t, row in self.rows)
        return Draft({k: v for k, v in self.unit.items() if k != name}, tuple(rows))


def _known(values: Mapping[Name, Value], state: State) -> dict[Nameable, Value]:
    return {state.named[name]: value for name, value in values.items() if name in state.named}


def drafts(
    leaves: Mapping[Name, Nameable], values: Sequence[tuple[Value, ...]]
) -> Iterator[list[Draft]]:
    """Units with telling values: first with one row a table, then with rows of several makes."""
    if not all(values):
        return
    plain = list(leaves.values())
    singly: list[tuple[Value, ...]] = _spread(list(_one_by_one(values)), _MOST)
    picked = dict.fromkeys([*singly, *_spread(combinations(plain, values), _MOST)])
    given = [dict(zip(leaves, one, strict=True)) for one in picked]
    yield [with_a_row(one, leaves) for one in given]
    makes = zip(*(list(_with_rows(one, leaves)) for one in given), strict=True)
    yield [draft for make in makes for draft in _spread(list(make), _MOST_OF_A_MAKE)]


def _spread(found: list[_T], most: int) -> list[_T]:
    """Some of many, evenly."""
    return found[:: max(1, -(-len(found) // most))]


def _one_by_one(values: Sequence[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    """Every value of every name beside few others of the rest."""
    numbers = [sorted(v for v in one if is_number(v)) or list(one) for one in values]  # type: ignore[type-var]
    bases = [
        [one[(place + start) % len(one)] for place, one in enumerate(values)] for start in (0, 1)
    ]
    bases += [[one[min(at, len(one) - 1)] for one in numbers] for at in (0, 1, 2)]
    bases += [[one[-1] for one in numbers]]
    for base in bases:
        for place, own in enumerate(values):
            for value in own:
                yield (*base[:place], value, *base[place + 1 :])


def is_number(value: Value) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def with_a_row(given: Mapping[Name, Value], leaves: Mapping[Name, Nameable]) -> Draft:
    """A unit with one row at most in each table."""
    tables = dict.fromkeys(leaf.table for leaf in leaves.values() if leaf.level.kind == "row")
    unit = {name: v for name, v in given.items() if leaves[name].level.kind != "row"}
    rows = {
        table: {n: v for n, v in given.items() if n not in unit and leaves[n].table == table}
        for table in tables
    }
    return Draft(unit, tuple(rows.items()))


def _with_rows(given: Mapping[Name, Value], leaves: Mapping[Name, Nameable]) -> Iterator[Draft]:
    """Units with several rows in one of their tables."""
    single = with_a_row(given, leaves)
    for table, row in single.rows:
        others = [one for one in single.rows if one[0] != table]
        for more in _several(row, leaves):
            yield Draft(single.unit, (*others, *((table, row) for row in more)))


def _several(
    row: Mapping[Name, Value], leaves: Mapping[Name, Nameable]
) -> Iterator[list[Mapping[Name, Value]]]:
    for name in row:
        members = leaves[name].type.members if leaves[name].type.base == "choice" else ()
        if len(members) > 1:
            yield [{**row, name: member} for member in members]
    for count in _REPEATED:
        yield [_told_apart(row, number, leaves) for number in range(count)]


def _told_apart(
    row: Mapping[Name, Value], number: int, leaves: Mapping[Name, Nameable]
) -> dict[Name, Value]:
    """A row whose texts are its own."""
    texts = {name for name in row if leaves[name].type.base == "text"}
    return {n: TEXTS[number % len(TEXTS)] if n in texts else v for n, v in row.items()}
