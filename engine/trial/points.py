"""What examples can show of a policy: every band, case, effect, bonus, cap and requirement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call
from ...grammar.vocabulary import PROPERTIES
from ..data.contract import Range
from ..functions import find_function
from ..plan.lowering import Lowering
from ..plan.ops import (
    Arithmetic,
    Choose,
    Classify,
    Compare,
    Constant,
    Guard,
    OpId,
    Spread,
    arguments,
)
from ..semantics.bounds import range_of
from ..semantics.declarations import Declaration
from ..semantics.forms import branches, stretches, written_step
from ..semantics.walk import expressions

_ORDINALS = "一二三四五六七八九"

Kind: TypeAlias = Literal[
    "band", "step", "case", "limit", "absent", "veto", "bonus", "deduction", "cap", "requirement",
    "invariant",
]  # fmt: skip


@frozen
class InBand:
    """A number fell into a band, wherever the bands are used."""

    ops: tuple[OpId, ...]
    band: str


@frozen
class InRange:
    """A number that 累进 reckons up range by range reached into one of them."""

    ops: tuple[OpId, ...]
    number: OpId
    range: Range


@frozen
class InCase:
    """A case of a choice applied; the number of cases is the otherwise."""

    ops: tuple[OpId, ...]
    number: int


@frozen
class Is:
    """A condition held, or did not, where ``of`` was worked out."""

    op: OpId
    value: bool
    of: OpId


@frozen
class Above:
    """A number was above another, or was not."""

    op: OpId
    limit: OpId
    value: bool


@frozen
class Limited:
    """A written limit of 取小 or 取大 took the place of the number it limits, or did not."""

    op: OpId
    free: OpId
    limit: OpId
    value: bool


@frozen
class Judged:
    """A requirement could be judged, and held or failed."""

    name: str
    value: bool


Test: TypeAlias = "InBand | InRange | InCase | Is | Above | Limited | Judged"


#: What is said of a bonus and of a deduction, where they come to something and where not.
_MATTERS = {
    ("bonus", True): Text("加了分", "adds"),
    ("bonus", False): Text("没有加分", "adds nothing"),
    ("deduction", True): Text("扣了分", "takes off"),
    ("deduction", False): Text("没有扣分", "takes nothing off"),
}
_KIND_OF: dict[str, Kind] = {"bonus": "bonus", "deduction": "deduction"}


@frozen
class Point:
    """One thing that an example can show. ``detail`` says which of the ways of ``name`` it is."""

    kind: Kind
    name: str
    detail: Text
    test: Test


def points_of(values: Lowering) -> tuple[Point, ...]:
    """All points of a lowered policy, in the order of its declarations."""
    finder = _Finder(values)
    return tuple(
        point
        for top in values.symbols.declarations
        for declaration in top.walk()
        for point in finder.of(declaration)
    )


class _Finder:
    def __init__(self, values: Lowering) -> None:
        self.values = values
        self.ops = values.builder.ops

    def of(self, declaration: Declaration) -> Iterator[Point]:
        yield from self.cases(declaration)
        yield from self.limits(declaration)
        match declaration.kind.id:
            case "grades":
                op = self.values.declaration(declaration)
                for entry in declaration.entries:
                    yield _point("band", declaration, entry.key.text, InBand((op,), entry.key.text))
            case "steps":
                ops = tuple(self.tables(declaration))
                marginal = tuple(self.marginal(declaration)) if not ops else ()
                # What only says of rows where they belong is no way that a unit can go.
                for entry in declaration.entries if ops or marginal else ():
                    test: Test = InBand(ops, entry.key.text)
                    step = written_step(entry)
                    if marginal and step is not None:
                        test = InRange(marginal[0][:1], marginal[0][1], range_of(step[0]))
                    yield _point("step", declaration, entry.key.text, test)
            case "bonus" | "deduction":
                yield from self.matter(declaration)
            case "veto":
                yield from self.veto(declaration)
            case "requirement":
                for value, zh, en in ((True, "满足", "holds"), (False, "违反", "fails")):
                    detail = Text(zh, en)
                    test = Judged(declaration.name, value)
                    yield Point("requirement", declaration.name, detail, test)
            case "invariant":
                detail = Text("成立", "holds")
                yield Point("invariant", declaration.name, detail, Judged(declaration.name, True))
            case _:
                if (declaration, "absent") in self.values.attributes:
                    yield from self.absent(declaration)

    def cases(self, declaration: Declaration) -> Iterator[Point]:
        """Each case of a choice."""
        written = declaration.of_kind("case", "otherwise")
        op = choice_of(self.values, declaration) if len(written) > 1 else None
        for number, case in enumerate(written if op is not None else ()):
            yield _point("case", declaration, case.title, InCase((op or 0,), number))

    def limits(self, declaration: Declaration) -> Iterator[Point]:
        """Each 取小 or 取大 of a number and a written limit; a formula may have several."""
        found = [limit for limit in map(self.limit, calls_of(declaration)) if limit is not None]
        for number, (op_id, free, limit) in enumerate(found):
            which = Text("", "")
            if len(found) > 1:
                which = Text(f"第{_ORDINALS[number % 9]}处", f"number {number + 1} ")
            for value, zh, en in ((True, "到限", "limited"), (False, "不到限", "not limited")):
                detail = Text(which.zh + zh, which.en + en)
                test = Limited(op_id, free, limit, value)
                yield Point("limit", declaration.name or declaration.title, detail, test)

    def limit(self, call: Call) -> tuple[OpId, OpId, OpId] | None:
        """The operation of a call, the number it limits, and the limit."""
        for op_id, op in enumerate(self.ops):
            limits = isinstance(op, Arithmetic) and op.op in ("min", "max") and len(op.args) == 2
            if limits and isinstance(op, Arithmetic) and op.span == call.span:
                fixed = [arg for arg in op.args if self.written(arg)]
                free = [arg for arg in op.args if not self.written(arg)]
                return (op_id, free[0], fixed[0]) if len(fixed) == 1 else None
        return None

    def written(self, op_id: OpId) -> bool:
        op = self.ops[op_id]
        return isinstance(self.ops[op.arg] if isinstance(op, Spread) else op, Constant)

    def tables(self, declaration: Declaration) -> Iterator[OpId]:
        """Every use of a step table."""
        bands = tuple((name, range_of(interval)) for name, interval in stretches(declaration))
        source = self.values.checked.source
        for op_id, op in enumerate(self.ops):
            named = isinstance(op, Classify) and op.span and source.slice(op.span)
            if isinstance(op, Classify) and op.bands == bands and named:
                yield from [op_id] if named.startswith(declaration.name) else []

    def marginal(self, declaration: Declaration) -> Iterator[tuple[OpId, OpId]]:
        """Every 累进 by a step table: its operation, and the number that it divides up."""
        for op_id, op in enumerate(self.ops):
            text = self.values.checked.source.slice(op.span) if op.span else ""
            named = text.rstrip("）) ").endswith(declaration.name)
            if isinstance(op, Guard) and op.reason == "unmatched" and named:
                test = self.ops[op.must]
                while not isinstance(test, Compare):
                    test = self.ops[arguments(test)[0]]
                yield op_id, test.left

    def absent(self, declaration: Declaration) -> Iterator[Point]:
        op = self.values.attributes[declaration, "absent"]
        word = PROPERTIES["absent"]
        for value in (True, False):
            detail = Text(word.zh if value else "有此项", word.en if value else "present")
            yield Point("absent", declaration.title, detail, Is(op, value, op))

    def matter(self, declaration: Declaration) -> Iterator[Point]:
        """Points added, or taken off, and none; the cap reached and not."""
        zero, kind = self.values.builder.zero(), declaration.kind.id
        total = self.values.declaration(declaration)
        for value in (True, False):
            detail = _MATTERS[kind, value]
            yield Point(_KIND_OF[kind], declaration.name, detail, Above(total, zero, value))
        op = self.ops[total]
        if declaration.value("cap") is not None and isinstance(op, Arithmetic):
            for value, zh, en in ((True, "超过封顶", "above"), (False, "没有超过", "not above")):
                test = Above(op.args[0], op.args[1], value)
                yield Point("cap", declaration.name, Text(zh, en), test)

    def veto(self, declaration: Declaration) -> Iterator[Point]:
        attributes, final = self.values.attributes, self.values.declaration(declaration)
        for value, zh, en in ((True, "起作用", "takes effect"), (False, "不起作用", "no effect")):
            test = Is(attributes[declaration, "lowered"], value, final)
            yield Point("veto", declaration.name, Text(zh, en), test)
        if declaration.value("pending") is not None:
            test = Is(attributes[declaration, "pending"], True, final)
            yield Point("veto", declaration.name, Text("待定", "pending"), test)


def _point(kind: Kind, declaration: Declaration, detail: str, test: Test) -> Point:
    return Point(kind, declaration.name, Text(detail, detail), test)


def calls_of(declaration: Declaration) -> Iterator[Call]:
    """The calls of 取小 and 取大 in the formulas of a declaration, in the order written."""
    for branch in branches(declaration):
        for part in expressions(branch.take):
            function = find_function(part.callee.text) if isinstance(part, Call) else None
            if isinstance(part, Call) and function and function.id in ("min", "max"):
                yield part


def choice_of(values: Lowering, declaration: Declaration) -> OpId | None:
    """The operation that chooses between a declaration's cases."""
    head = declaration.block.head
    found = (
        op_id
        for op_id, op in enumerate(values.builder.ops)
        if isinstance(op, Choose) and op.cases and op.span == head
    )
    return next(found, None)
