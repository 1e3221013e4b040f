"""Which operations always have an answer, on any data that keeps its contract.

Only then may a value be left out of an operation that reads it: a fault would have gone further.
What is not known to have one is taken not to.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Classify,
    Compare,
    Constant,
    Contains,
    Input,
    IsBlank,
    Logic,
    Lookup,
    Lower,
    Op,
    Pick,
    Rank,
    Round,
    Spread,
    arguments,
)
from .forms import pieces
from .sides import Side

#: What gives an answer wherever its arguments are values.
_PLAIN = (Compare, Logic, Contains, Round)


def always_answers(op: Op, side: Side, sides: Sequence[Side]) -> bool:
    """Whether an operation has an answer for every member; ``sides`` are all kinds of units."""
    match op:
        case Constant() | Input():
            return True
        case Spread(arg=arg) | IsBlank(arg=arg):
            return side.sure[arg]
        case Arithmetic(op="/", args=(_, divisor)):
            numbers = side.reach(divisor).numbers
            return _full(op, side) and numbers is not None and not numbers.holds(0)
        case Arithmetic():
            return _full(op, side)
        case Choose(cases=cases, otherwise=otherwise):
            takes = (*(take for _, take in cases), otherwise)
            asked = all(side.full(when) for when, _ in cases)
            return asked and all(side.sure[take] for take in takes)
        case Lookup(key=key, entries=entries):
            names = side.reach(key).names
            listed = names is not None and names <= {name for name, _ in entries}
            return side.full(key) and listed and all(side.sure[value] for _, value in entries)
        case Classify(arg=arg, bands=bands):
            return side.full(arg) and pieces(bands, side.numbers(arg))[1]
        case Lower(grade=grade, grades=grades):
            names = side.reach(grade).names
            return _full(op, side) and names is not None and names <= set(grades)
        case Aggregate(function="sum" | "count" | "any"):
            return all(_full(op, one) for one in sides)
        case Pick():
            return all(_full(op, one) for one in sides)
        case Rank(ties=ties):
            return ties != "none" and all(_full(op, one) for one in sides)
        case _ if isinstance(op, _PLAIN):
            return _full(op, side)
        case _:
            return False


def _full(op: Op, side: Side) -> bool:
    return all(side.full(argument) for argument in arguments(op))
