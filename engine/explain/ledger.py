"""The ledger: a value of one unit taken apart into lines that add up to it exactly.

Every line says what it adds to the value at the top. A factor is carried down: what a stage
converts at, what share a panel has, one over the number of marks in a mean. Sums, differences,
products with and quotients by a plain number, means, caps and roundings are taken apart; everything
else is a leaf. So the leaves add up to the top by construction, caps and roundings being lines of
their own.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from ...grammar.vocabulary import PROPERTIES
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import Blank, Value
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Guard,
    OpId,
    Ordered,
    Pick,
    Round,
    Spread,
    Within,
)
from ..plan.plan import PARTS
from .arithmetic import formula
from .cases import case, passed
from .facts import Facts
from .ingredients import ingredients
from .lines import Line, uncounted
from .numbers import value_text


class Ledger:
    """Takes values of one run apart."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.facts = Facts(run)
        self._shown: set[tuple[OpId, int]] = set()
        self._fulls: list[OpId | None] = []  # of the lines that are being taken apart

    def of(self, op_id: OpId, index: int) -> Line:
        """The line of a value; its leaves add up to it."""
        self._shown.clear()
        return self.line(op_id, index, Fraction(1))

    def line(self, op_id: OpId, index: int, factor: Fraction) -> Line:
        """One line for an operation, with its parts under it."""
        named = self.facts.named(op_id)
        again = (op_id, index) in self._shown
        self._fulls.append(named.full if named is not None else None)
        parts = () if again else self.parts(op_id, index, factor)
        self._fulls.pop()
        if parts and named is not None:
            self._shown.add((op_id, index))
        full = None
        if named is not None and named.full is not None:
            full = self.facts.number_at(named.full, op_id, index) * factor
        return Line(
            label=self.facts.label(op_id, index, named) or self.full_mark(op_id),
            kind=named.kind if named else self.facts.unnamed(op_id),
            value=self.facts.number(op_id, index) * factor,
            own=self.run.values[op_id][index],
            full=full,
            arithmetic=formula(self.run, op_id, index),
            clauses=self.facts.clauses(op_id, index, named),
            cells=() if parts or again else self.facts.read(op_id, index),
            case=case(self.run, op_id, index),
            marks=named.marks if named else (),
            children=parts,
            ingredients=()
            if parts or again
            else ingredients(self.run, *passed(self.run, op_id, index)),
            again=again,
        )

    def full_mark(self, op_id: OpId) -> str:
        """What the full mark is called that a mark is reckoned down from."""
        full, op = self._fulls[-1] if self._fulls else None, self.run.plan.ops[op_id]
        same = full is not None and full in (op_id, op.arg if isinstance(op, Spread) else None)
        return PROPERTIES["full"].zh if same else ""

    def parts(self, op_id: OpId, index: int, factor: Fraction) -> tuple[Line, ...]:
        """Lines that add up to an operation's value times the factor; () for a leaf."""
        op = self.run.plan.ops[op_id]
        match op:
            case Within(arg=arg) | Guard(arg=arg):
                return self.inside(arg, index, factor)
            case Spread(arg=arg) if self.facts.parted(op_id):
                return self.inside(
                    arg,
                    self.run.members.belongs(op.level, self.run.plan.ops[arg].level)[index],
                    factor,
                )
            case Choose():
                return self.inside(chosen(self.run, op, index)[1], index, factor)
            case Round(arg=arg) if self.facts.parted(arg):
                return self.corrected(op_id, arg, index, factor)
            case Aggregate() if self.facts.parted(op_id):
                return self.members(op_id, op, index, factor)
            case Ordered() if self.facts.parted(op_id):
                return self.ordered(op, index, factor)
            case Arithmetic():
                return self.arithmetic(op, op_id, index, factor)
            case _:
                return ()

    def inside(self, op_id: OpId, index: int, factor: Fraction) -> tuple[Line, ...]:
        """The parts of what an operation only passes on."""
        if not self.facts.parted(op_id):
            return ()
        if self.facts.named(op_id) is not None:
            return (self.line(op_id, index, factor),)
        return self.parts(op_id, index, factor)

    def arithmetic(
        self, op: Arithmetic, op_id: OpId, index: int, factor: Fraction
    ) -> tuple[Line, ...]:
        parted = [arg for arg in op.args if self.facts.parted(arg)]
        if not parted:
            return ()
        if op.op in ("+", "-"):
            signs = [factor] + [-factor if op.op == "-" else factor] * (len(op.args) - 1)
            return tuple(
                line
                for arg, sign in zip(op.args, signs, strict=True)
                for line in self.term(arg, index, sign)
            )
        if op.op in ("min", "max"):
            return self.corrected(op_id, parted[0], index, factor)
        arg, others = parted[0], [a for a in op.args if a != parted[0]]
        other = self.facts.number(others[0], index) if others else self.facts.number(arg, index)
        if op.op == "/" and arg != op.args[0]:
            return ()
        return self.term(arg, index, factor * other if op.op == "*" else factor / other)

    def ordered(self, op: Ordered, index: int, factor: Fraction) -> tuple[Line, ...]:
        """The values that were picked of several; the others add nothing."""
        places = sorted(range(len(op.args)), key=lambda i: -self.facts.number(op.args[i], index))
        picked = places[op.start : op.stop]
        share = factor / len(picked) if op.function == "mean" else factor
        lines: list[Line] = []
        for place, arg in enumerate(op.args):
            if place in picked:
                lines += self.term(arg, index, share)
            else:
                lines.append(uncounted(self.line(arg, index, share), "unpicked"))
        return tuple(lines)

    def term(self, op_id: OpId, index: int, factor: Fraction) -> tuple[Line, ...]:
        """One term of a sum: its own parts where it has no name, else one line."""
        if self.facts.named(op_id) is None:
            inner = self.parts(op_id, index, factor)
            if inner or self.summed(op_id):
                return inner
        return (self.line(op_id, index, factor),)

    def summed(self, op_id: OpId) -> bool:
        """Whether an operation adds up rows, so that it adds nothing where there are none."""
        return isinstance(self.run.plan.ops[op_id], Aggregate) and self.facts.parted(op_id)

    def corrected(self, op_id: OpId, arg: OpId, index: int, factor: Fraction) -> tuple[Line, ...]:
        """The parts of a value before a rounding or cap, and a line for what that changed."""
        op = self.run.plan.ops[op_id]
        before, after = self.facts.number(arg, index), self.facts.number(op_id, index)
        lines = self.term(arg, index, factor)
        if before == after:
            return lines
        capped = isinstance(op, Arithmetic) and op.op == "min"
        kind = "rounding" if isinstance(op, Round) else "cap" if capped else "floor"
        change = Line(
            op.mode if isinstance(op, Round) else kind,
            kind,
            (after - before) * factor,
            after,
            arithmetic=f"{value_text(before)} → {value_text(after)}",
        )
        return (*lines, change)

    def members(self, op_id: OpId, op: Aggregate, index: int, factor: Fraction) -> tuple[Line, ...]:
        """The rows that an aggregate sums up."""
        rows = self.rows(op, index)
        if op.function == "mean":
            lines = [self.row(op.arg, row, factor / len(rows)) for row in rows]
            return (*lines, *self.dropped(op, index, rows, factor))
        if op.function == "sum":
            lines = [line for row in rows for line in self.summand(op, row, factor)]
            return (*lines, *self.dropped(op, index, rows, factor))
        if op.function == "median":
            return self.middle(op, rows, factor)
        return self.best(op, rows, self.run.values[op_id][index], factor, "unpicked")

    def dropped(self, op: Aggregate, index: int, kept: list[int], factor: Fraction) -> list[Line]:
        """The rows that were not picked: they are shown, and add nothing."""
        pick = self.run.plan.ops[op.where] if op.where is not None else None
        if not isinstance(pick, Pick):
            return []
        where, values = pick.where, self.run.values[pick.arg]
        rows = [
            row
            for row in self.run.members.members(op.level, pick.level)[index]
            if row not in kept
            and (where is None or self.run.values[where][row] is True)
            and isinstance(values[row], (int, Fraction))
        ]
        if pick.keep != "inner":
            return [uncounted(self.row(pick.arg, row, factor), "unpicked") for row in rows]
        ordered = sorted(rows, key=lambda row: self.facts.number(pick.arg, row), reverse=True)
        high = ordered[: len(rows) // 2]
        return [
            uncounted(self.row(pick.arg, row, factor), "too_high" if row in high else "too_low")
            for row in rows
        ]

    def middle(self, op: Aggregate, rows: list[int], factor: Fraction) -> tuple[Line, ...]:
        """The row in the middle, or the two; the others add nothing."""
        ordered = sorted(rows, key=lambda row: self.facts.number(op.arg, row))
        middle = ordered[(len(rows) - 1) // 2 : len(rows) // 2 + 1]
        lines = [self.row(op.arg, row, factor / len(middle)) for row in rows]
        return tuple(
            line if row in middle else uncounted(line, "unpicked")
            for row, line in zip(rows, lines, strict=True)
        )

    def summand(self, op: Aggregate, row: int, factor: Fraction) -> tuple[Line, ...]:
        """A row of a sum; where rows were first picked by group, the rows of that group."""
        inner = self.run.plan.ops[op.arg]
        if isinstance(inner, Aggregate) and self.facts.named(op.arg) is None:
            if inner.function in ("highest", "lowest"):
                rows, best = self.rows(inner, row), self.run.values[op.arg][row]
                return self.best(inner, rows, best, factor, "uncounted")
            return self.members(op.arg, inner, row, factor)
        return (self.row(op.arg, row, factor),)

    def row(self, op_id: OpId, index: int, factor: Fraction) -> Line:
        """The line of one of many rows: known by what tells it from the others."""
        line, named = self.line(op_id, index, factor), self.facts.named(op_id)
        op = self.run.plan.ops[op_id]
        if op.level.kind != "row" or (named is not None and named.item_name is not None):
            return line
        row = self.facts.row_label(op, index)
        counted = named is not None and named.kind in PARTS and named.kind != "row"
        if row:
            line = evolve(line, label=f"{line.label}（{row}）" if counted else row)
        return evolve(line, of_rows=True)

    def best(
        self, op: Aggregate, rows: list[int], value: Value, factor: Fraction, others: str
    ) -> tuple[Line, ...]:
        """The row that counts; the others add nothing, as rows of one matter or as not the best."""
        counted = next((row for row in rows if self.run.values[op.arg][row] == value), None)
        lines = []
        for row in rows:
            line = self.row(op.arg, row, factor)
            lines.append(line if row == counted else uncounted(line, others))
        return tuple(lines)

    def rows(self, op: Aggregate, index: int) -> list[int]:
        """The members that an aggregate counts for one of its own members."""
        rows = self.run.members.members(op.level, self.run.plan.ops[op.arg].level)[index]
        values = self.run.values[op.arg]
        where = self.run.values[op.where] if op.where is not None else None
        return [
            row
            for row in rows
            if (where is None or where[row] is True) and not isinstance(values[row], Blank)
        ]
