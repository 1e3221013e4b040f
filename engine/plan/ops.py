"""The closed set of plan operations.

A plan is data: it can be printed, hashed and sent elsewhere; it holds no Python callables and knows
nothing of who runs it. Operations refer to one another by position (``OpId``), always backwards.
Every operation yields one value for each member of its ``level``; arguments stand on the same
level, except where an operation's own meaning crosses levels (``Aggregate`` up, ``Spread`` down,
``Rank``). Numbers are exact rationals. A value may be blank (nothing there, or not applicable); an
operation on a blank yields a fault, which is a finding if and only if something asked for depends
on it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import field, frozen

from ...grammar.source import Span
from ..data.contract import Holidays, Range
from ..levels import Level

OpId: TypeAlias = int
Ties: TypeAlias = Literal["share", "dense", "worse", "mean", "none"]
Scalar: TypeAlias = "int | Fraction | str | bool | date"


@frozen
class Operation:
    """What all operations have: a level, and the policy text they come from."""

    level: Level = field(kw_only=True)
    span: Span | None = field(kw_only=True, default=None, repr=False)


@frozen
class Constant(Operation):
    """A value written in the policy; None is the blank."""

    value: Scalar | None
    unit: str | None = None  # the unit word as written, for showing


@frozen
class Input(Operation):
    """A column of a table. On the unit level the table has one row for each unit."""

    table: str
    column: str


@frozen
class Arithmetic(Operation):
    """``+ - * /`` and ``min``, ``max``; ``+``, ``min`` and ``max`` take any number of arguments."""

    op: Literal["+", "-", "*", "/", "min", "max"]
    args: tuple[OpId, ...]


@frozen
class Compare(Operation):
    """A comparison; numbers and dates are ordered, names and texts only equal or not."""

    op: Literal["=", "!=", "<", "<=", ">", ">="]
    left: OpId
    right: OpId


@frozen
class Logic(Operation):
    """``and``, ``or``, ``not``."""

    op: Literal["and", "or", "not"]
    args: tuple[OpId, ...]


@frozen
class IsBlank(Operation):
    """Whether there is no value."""

    arg: OpId


@frozen
class Contains(Operation):
    """Whether a list of names holds a name."""

    names: OpId
    item: OpId


@frozen
class Choose(Operation):
    """The value of the first case whose condition holds, else ``otherwise``."""

    cases: tuple[tuple[OpId, OpId], ...]
    otherwise: OpId


@frozen
class Lookup(Operation):
    """The value written for a name."""

    key: OpId
    entries: tuple[tuple[str, OpId], ...]


@frozen
class Round(Operation):
    """A written rounding: ``half_up`` (ties away from zero), ``half_even`` (to the even
    digit), ``down`` and ``up`` by magnitude."""

    arg: OpId
    places: int
    mode: Literal["half_up", "half_even", "down", "up"]


@frozen
class Irrational(Operation):
    """A natural logarithm or the root of a degree, to 30 significant digits, halves to even: the
    same number on every machine. Of what has none (a logarithm of 0, a root of less) a fault."""

    function: Literal["ln", "root"]
    arg: OpId
    degree: int


@frozen
class Power(Operation):
    """A number to a power: exact where the exponent is whole, else to 30 significant digits. What
    has no value (0 to a negative power, the root of a negative number) is a fault."""

    arg: OpId
    exponent: OpId


@frozen
class Dated(Operation):
    """Work on dates. ``between``: days from the second to the first; ``shift``: so many days later;
    ``months``: so many months later, the same day of that month or its last; ``day``: of a year, a
    month and a day; ``year``, ``month``, ``day_of``; ``workdays``: from one day, not counted, to
    another, counted; ``workday_after``: the so-many-th after a day, ``workday_counting`` with that
    day counted; ``workday_from``: the day itself, or the next working day. A day that does not
    exist, a part of a day, or a year without holidays is a fault."""

    function: Literal[
        "between",
        "shift",
        "months",
        "day",
        "year",
        "month",
        "day_of",
        "workdays",
        "workday_after",
        "workday_counting",
        "workday_from",
    ]
    args: tuple[OpId, ...]
    holidays: Holidays | None = None


@frozen
class Aggregate(Operation):
    """Sums up the values of a finer level that belong to each member of this one; blanks are left
    out of ``count`` and are faults elsewhere. ``where`` says which count. ``only`` is the value of
    the single one that counts, which may be nothing; no such one or several are a fault. Of members
    that have no value none is the highest: a fault, or with ``may_lack`` no value either."""

    function: Literal["sum", "mean", "median", "highest", "lowest", "only", "count", "any"]
    arg: OpId
    where: OpId | None = None
    may_lack: bool = False


@frozen
class Pick(Operation):
    """Which values count for the member of ``owner`` they belong to, by size among those where
    ``where`` holds: the ``highest`` or ``lowest`` few, or ``inner``, all but as many at each end.
    ``amount`` stands on the owner's level. Of equal values the first in the data come first."""

    arg: OpId
    where: OpId | None
    amount: OpId
    owner: Level
    keep: Literal["highest", "lowest", "inner"]


@frozen
class Apportion(Operation):
    """``total`` divided among the members of each group in proportion to ``weight``, in units of
    ``places`` decimals: truncated first, and the rest to the largest remainders, of equal ones to
    the greater weight, then in the order of the data. With a ``mode`` of rounding all are rounded
    but one, who gets what is left: the one of the ``greatest`` weight (of equal ones the first),
    the ``first`` or the ``last`` in the data. The parts add up to the total, which is one for the
    whole group; a total that is not, a weight or part below 0 or weights of 0 alone are faults."""

    total: OpId
    weight: OpId
    group: Level
    places: int
    mode: Literal["", "half_up", "down", "up"] = ""
    rest: Literal["", "greatest", "first", "last"] = ""


@frozen
class Ordered(Operation):
    """Several values of one member in order, the highest first: the ``sum`` or ``mean`` of those
    from place ``start`` up to ``stop``, the first being 0. A blank among them is a fault."""

    function: Literal["sum", "mean"]
    args: tuple[OpId, ...]
    start: int
    stop: int


@frozen
class Spread(Operation):
    """Gives every member of this level the value of the coarser one it belongs to."""

    arg: OpId


@frozen
class Rank(Operation):
    """The place of a value inside its group, from 1. Equal values are told apart by ``then_by``,
    one after the other, which equal ones must have; what is equal in all gets by ``ties`` the
    better place (``share``; after it places stay empty, with ``dense`` none does), the ``worse``
    one, the ``mean`` of the two, or a fault (``none``). What has no value has no place."""

    arg: OpId
    group: Level
    descending: bool
    ties: Ties
    then_by: tuple[OpId, ...] = ()


@frozen
class Series(Operation):
    """Along the periods of one series: the value one period before (nothing where that is not
    there), or in how many periods in a row, up to this one, a condition has held. ``group`` is the
    series, ``period`` the period of each member: a whole number, or a name of ``periods``."""

    function: Literal["previous", "streak"]
    arg: OpId
    period: OpId
    group: Level
    periods: tuple[str, ...] = ()


@frozen
class Classify(Operation):
    """The name of the band that holds a number; a number in no band is a fault."""

    arg: OpId
    bands: tuple[tuple[str, Range], ...]


@frozen
class Lower(Operation):
    """A grade moved down by a number of steps along ``grades`` (best first), but not past
    ``floor``; a grade already below the floor stays where it is."""

    grade: OpId
    steps: OpId
    grades: tuple[str, ...]
    floor: str


@frozen
class Within(Operation):
    """A number that must lie between two others; outside it is a fault."""

    arg: OpId
    low: OpId
    high: OpId


@frozen
class Guard(Operation):
    """A value that counts only where ``must`` holds; elsewhere it is a fault for a
    ``reason``: ``not_positive`` (a target not above 0), ``few`` (fewer values than asked for),
    ``unmatched`` (beyond all ranges)."""

    arg: OpId
    must: OpId
    reason: Literal["not_positive", "few", "unmatched"]


Op: TypeAlias = (
    Constant
    | Input
    | Arithmetic
    | Compare
    | Logic
    | IsBlank
    | Contains
    | Choose
    | Lookup
    | Round
    | Irrational
    | Power
    | Dated
    | Aggregate
    | Pick
    | Ordered
    | Apportion
    | Spread
    | Rank
    | Series
    | Classify
    | Lower
    | Within
    | Guard
)


def arguments(op: Op) -> tuple[OpId, ...]:
    """The operations that an operation reads, in order."""
    match op:
        case Constant() | Input():
            return ()
        case Arithmetic(args=args) | Logic(args=args) | Dated(args=args) | Ordered(args=args):
            return args
        case Compare(left=left, right=right):
            return (left, right)
        case IsBlank(arg=arg) | Round(arg=arg) | Irrational(arg=arg):
            return (arg,)
        case Spread(arg=arg) | Classify(arg=arg):
            return (arg,)
        case Rank(arg=arg, then_by=then_by):
            return (arg, *then_by)
        case Series(arg=arg, period=period):
            return (arg, period)
        case Contains(names=names, item=item):
            return (names, item)
        case Choose(cases=cases, otherwise=otherwise):
            return (*(i for case in cases for i in case), otherwise)
        case Lookup(key=key, entries=entries):
            return (key, *(value for _, value in entries))
        case Aggregate(arg=arg, where=where):
            return (arg,) if where is None else (arg, where)
        case Lower(grade=grade, steps=steps):
            return (grade, steps)
        case Within(arg=arg, low=low, high=high):
            return (arg, low, high)
        case Power(arg=arg, exponent=exponent):
            return (arg, exponent)
        case Pick(arg=arg, where=where, amount=amount):
            return (arg, amount) if where is None else (arg, where, amount)
        case Apportion(total=total, weight=weight):
            return (total, weight)
        case Guard(arg=arg, must=must):
            return (must, arg)
