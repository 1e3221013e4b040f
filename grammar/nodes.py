"""Surface nodes: what the text says, before any word of it has a meaning.

Three shapes only: a block, a property, and value expressions. Nodes compare by identity, so that
side tables can be keyed by them; compare trees through ``dump``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import field, frozen

from .source import Span


@frozen(eq=False)
class Node:
    """Anything with a place in the text."""

    span: Span = field(kw_only=True, repr=False)


@frozen(eq=False)
class Word(Node):
    """A name or a word of the language. ``text`` is the comparison key: NFKC of what is written."""

    text: str


@frozen(eq=False)
class Quantity(Node):
    """A number with its unit: ``90分``, ``3％``, ``20万元``, ``2位``, or a bare ``12.5``.

    ``number`` is the exact value as written (``3％`` is 3, ``20万元`` is 200000 with unit 元); the
    unit is None for a bare number, ``%`` for percent, otherwise the Chinese unit word.
    """

    number: Fraction
    unit: str | None


@frozen(eq=False)
class Each(Node):
    """``各占1分``, ``each 1pt``: the same quantity for every name listed before it."""

    quantity: Quantity


@frozen(eq=False)
class Interval(Node):
    """``90分以上``, ``低于60分``, ``60分至79分``, ``80分以上不足90分``. A None end is unbounded."""

    low: Quantity | None
    low_closed: bool
    high: Quantity | None
    high_closed: bool


@frozen(eq=False)
class DateLiteral(Node):
    """``2009年10月30日``, ``10月30日``, ``次年3月末``, ``4月中旬``.

    ``year`` is a calendar year, or an offset from the policy's year when ``relative`` (0 when not
    written, 1 for 次年). ``part`` is set instead of a day for 上旬, 中旬, 下旬 and 末.
    """

    year: int
    relative: bool
    month: int
    day: int | None
    part: Literal["early", "middle", "late", "end"] | None


@frozen(eq=False)
class YearLiteral(Node):
    """``2009年``; None for the masked ``20xx年``."""

    year: int | None


@frozen(eq=False)
class Document(Node):
    """``《标题》（文号）`` as written."""

    text: str


@frozen(eq=False)
class String(Node):
    """Quoted text without its quotes; adjacent strings are joined."""

    text: str


@frozen(eq=False)
class Path(Node):
    """A name, or a name inside another: ``日常评估.定期调度``."""

    parts: tuple[Word, ...]

    @property
    def text(self) -> str:
        return ".".join(part.text for part in self.parts)


@frozen(eq=False)
class Argument(Node):
    """One argument of a call: ``X`` or ``名：X``."""

    value: Expression
    name: Word | None = None


@frozen(eq=False)
class Call(Node):
    """``四舍五入（总分，2位）``: a function, a lookup table, or a duty with its object."""

    callee: Path
    arguments: tuple[Argument, ...]


BinaryOp: TypeAlias = Literal["+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or"]
UnaryOp: TypeAlias = Literal["-", "not", "missing", "present"]


@frozen(eq=False)
class Binary(Node):
    """Two operands. A dash between two plain quantities is also written here: whether it is a
    range or a subtraction is decided by what its place asks for."""

    op: BinaryOp
    left: Expression
    right: Expression


@frozen(eq=False)
class Unary(Node):
    """``非 X``, ``－X``, ``X 为空``, ``X 有值``."""

    op: UnaryOp
    operand: Expression


@frozen(eq=False)
class Member(Node):
    """``职务 属于（副市长、市长助理）``; the collection may also be one interval."""

    item: Expression
    among: tuple[Expression, ...]


@frozen(eq=False)
class Filtered(Node):
    """``X 当 条件``, ``X 按 评价人、单位``, or both: rows that count, and their groups."""

    value: Expression
    where: Expression | None
    by: tuple[Path, ...]


@frozen(eq=False)
class Hole(Node):
    """Stands where text could not be read; a finding has been made for it."""


Expression: TypeAlias = (
    Quantity
    | Each
    | Interval
    | DateLiteral
    | YearLiteral
    | Document
    | String
    | Path
    | Call
    | Binary
    | Unary
    | Member
    | Filtered
    | Hole
)


@frozen(eq=False)
class Clause(Node):
    """Items joined by ``、``; clauses of a value are joined by ``，``."""

    items: tuple[Expression, ...]


@frozen(eq=False)
class Property(Node):
    """``键：值``."""

    key: Word
    clauses: tuple[Clause, ...]


@frozen(eq=False)
class Block(Node):
    """``类 名 “标题”（数） { … }``. ``head`` covers everything before the brace."""

    kind: Word
    name: Word | None
    title: String | None
    amount: Expression | None
    items: tuple[Item, ...]
    head: Span = field(repr=False)


Item: TypeAlias = Block | Property


@frozen(eq=False)
class File(Node):
    """A whole policy file."""

    items: tuple[Item, ...]
