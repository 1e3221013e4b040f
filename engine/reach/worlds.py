"""The reach of every operation of a plan, from the plan alone.

The plan is walked once in its order. Where units are of several kinds it is walked in one *world*
for each kind, side by side, so that a mark of one kind is never held against the full mark of
another; whatever looks at several units at once reads all worlds joined.

A case of a choice is read under its own condition and against those before it: an *environment*
says what some values can be there, and what depends on them is worked out anew. How much is worked
out anew is limited for each operation, which keeps the whole linear; past the limit a value keeps
the reach it has without the condition, which is wider and still true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import define, field

from ..extent import extent, lower, meet, upper
from ..levels import UNIT
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Compare,
    Constant,
    Input,
    OpId,
    Series,
    Spread,
    Within,
)
from ..plan.plan import Plan
from . import transfer, truths
from .arithmetic import absolute
from .assume import assume
from .domain import (
    NOTHING,
    NOWHERE,
    TRUE,
    Reach,
    Truths,
    join,
    narrowed,
    number,
    of_constant,
    present,
)
from .relations import related
from .same import OF_OTHERS

#: What some operations, by their representatives, can be under an assumption.
Env: TypeAlias = Mapping[OpId, Reach]
#: How many operations one choice may have worked out anew.
LIMIT = 150
#: How far below a choice it looks.
DEEPEST = 12
EMPTY: Env = {}


@define
class Spent:
    """What one choice has had worked out anew so far, and how deep it is at the moment."""

    operations: int = 0
    depth: int = 0


@define
class Question:
    """A world as one question reads it: whatever it has worked out anew counts together."""

    world: World
    spent: Spent
    plan: Plan = field(init=False)
    same: Sequence[OpId] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.plan, self.same = self.world.plan, self.world.same

    def under(self, op: OpId, env: Env) -> Reach:
        """What an operation can be under an assumption."""
        return View(self.world, env, self.spent).of(op)


@define
class World:
    """What each operation can be, for one kind of unit or for all (``joined`` None)."""

    plan: Plan
    same: Sequence[OpId]
    shared: Sequence[tuple[OpId, ...]]
    columns: Mapping[tuple[str, str], Reach]
    fixed: Env
    joined: World | None = None
    reach: list[Reach] = field(factory=list)

    def truths(self, op: OpId, env: Env = EMPTY) -> Truths:
        """The truth values of a condition under an assumption."""
        return self.under(op, env).truths

    def under(self, op: OpId, env: Env) -> Reach:
        """What an operation can be under an assumption."""
        return View(self, env, Spent()).of(op)

    def work_out(self, op_id: OpId) -> Reach:
        """What the next operation can be, given all before it."""
        if self.same[op_id] in self.fixed:
            return self.fixed[self.same[op_id]]
        if self.same[op_id] != op_id:
            return self.reach[self.same[op_id]]
        return self.evaluate(op_id, self.reach.__getitem__, EMPTY, Spent())

    def evaluate(self, op_id: OpId, read: Callable[[OpId], Reach], env: Env, spent: Spent) -> Reach:
        """What an operation can be; ``read`` gives its arguments."""
        op = self.plan.ops[op_id]
        match op:
            case Constant(value=value):
                return of_constant(value)
            case Input(table=table, column=column):
                return self.column(table, column)
            case Arithmetic(args=args):
                size = self.absolute(op, read)
                plain = size or self.calculated(op, [read(arg) for arg in args], read)
                return plain if env or size else self.by_choice(op_id, op, plain, spent)
            case Compare(left=first, right=second):
                same = self.same[first] == self.same[second]
                return truths.compared(op, read(first), read(second), same)
            case Choose():
                return self.chosen(op, env, spent)
            case Aggregate():
                return self.aggregated(op)
            case Spread(arg=arg):
                return read(arg)
            case Series(arg=arg):
                return transfer.along(op, (self.joined or self).reach[arg])
            case _:
                return transfer.plain(op, read)

    def calculated(
        self, op: Arithmetic, args: Sequence[Reach], read: Callable[[OpId], Reach]
    ) -> Reach:
        """The result of a calculation, by its arguments and what these have to do with one
        another."""
        found = transfer.calculated(op, args)
        bounds = related(self.plan.ops, self.same, op, read)
        return number(meet(found.numbers, bounds), found.nothing) if bounds is not None else found

    def absolute(self, op: Arithmetic, read: Callable[[OpId], Reach]) -> Reach | None:
        """The size of a number, where the operation is the larger of it and its negative."""
        if op.op != "max" or len(op.args) != 2:
            return None
        first, second = op.args
        minus = self.plan.ops[self.same[second]]
        if not isinstance(minus, Arithmetic) or minus.op != "-" or len(minus.args) != 2:
            return None
        zero = read(minus.args[0]).numbers
        if zero is None or zero.point != 0 or self.same[minus.args[1]] != self.same[first]:
            return None
        found = read(first)
        return number(found.numbers and absolute(found.numbers), found.nothing)

    def by_choice(self, op_id: OpId, op: Arithmetic, plain: Reach, spent: Spent) -> Reach:
        """The result where several arguments hang on the same conditions: a mark and the most it
        can be are both 0 together, never one without the other."""
        open_ones = [c for c in self.shared[op_id] if len(self.reach[c].truths) > 1]
        if not open_ones:
            return plain
        found = number(None, plain.nothing)
        asked = Question(self, spent)
        for env in self.splits(open_ones, EMPTY, asked):
            args = [asked.under(arg, env) for arg in op.args]
            found = join(found, transfer.calculated(op, args))
        return narrowed(found, plain)

    def splits(self, conditions: Sequence[OpId], env: Env, asked: Question) -> Iterator[Env]:
        """All ways in which conditions can hold or fail together."""
        if not conditions:
            yield env
            return
        for holds in (True, False):
            inside = assume(asked, conditions[0], holds, env)
            if inside is not None:
                yield from self.splits(conditions[1:], inside, asked)

    def column(self, table: str, column: str) -> Reach:
        """What the cells of a column can hold."""
        return self.columns[table, column]

    def chosen(self, op: Choose, env: Env, spent: Spent) -> Reach:
        """The values of the cases that can apply, each under its own condition."""
        found, rest = NOWHERE, env
        asked = Question(self, spent)
        for when, take in op.cases:
            condition = asked.under(when, rest)
            if condition.nothing:
                found = join(found, NOTHING)
            if True in condition.truths:
                inside = assume(asked, when, True, rest)
                if inside is not None:
                    found = join(found, asked.under(take, inside))
            beyond = assume(asked, when, False, rest) if False in condition.truths else None
            if beyond is None:
                return found
            rest = beyond
        return join(found, asked.under(op.otherwise, rest))

    def aggregated(self, op: Aggregate) -> Reach:
        """What many values sum up to. Those of one unit's own rows are of its world."""
        own = op.level == UNIT and self.plan.ops[op.arg].level.kind == "row"
        source = self if own else self.joined or self
        env = EMPTY if op.where is None else assume(source, op.where, True, EMPTY)
        arg = NOWHERE if env is None else source.under(op.arg, env)
        match op.function:
            case "count":
                return transfer.counted() if env is not None else transfer.summed(NOWHERE)
            case "any":
                return truths.found_any(arg)
            case "sum":
                return self.bounded(op, transfer.summed(arg))
            case "mean" | "median":
                e = arg.numbers
                return number(e and extent(lower(e), upper(e)))
            case "highest" | "lowest":
                return number(arg.numbers, op.may_lack and arg.nothing)
            case "only":
                return join(present(arg), NOTHING) if arg.nothing else present(arg)

    def bounded(self, op: Aggregate, found: Reach) -> Reach:
        """Marks of a list add up to no more than its points, whose sum is required to be given."""
        item = self.plan.ops[op.arg]
        if not isinstance(item, Within) or op.where is not None:
            return found
        for expected in self.lists(item.high):
            most = expected.numbers
            if most is not None and found.numbers is not None:
                below = extent((None, False), upper(most))
                found = number(meet(found.numbers, below), found.nothing)
        return found

    def lists(self, points: OpId) -> Iterator[Reach]:
        """What the points of a list must add up to, as far as that is certain in this world."""
        for requirement in self.plan.requirements:
            if requirement.kind != "list" or requirement.actual is None:
                continue
            actual, expected = self.plan.ops[requirement.actual], requirement.expected
            if not isinstance(actual, Aggregate) or self.same[actual.arg] != self.same[points]:
                continue
            rule = self.plan.ops[requirement.op]
            when = rule.cases[0][0] if isinstance(rule, Choose) else None
            if expected is not None and (when is None or self.ahead(when).truths == TRUE):
                yield self.ahead(expected)

    def ahead(self, op_id: OpId) -> Reach:
        """What an operation can be that may still lie ahead: of what only asks for the kind."""
        if op_id < len(self.reach):
            return self.reach[op_id]
        fixed = self.fixed.get(self.same[op_id])
        return fixed or self.evaluate(op_id, self.ahead, EMPTY, Spent(LIMIT))


@define
class View:
    """What operations can be under an assumption; ``spent`` counts what was worked out anew."""

    world: World
    env: Env
    spent: Spent
    _seen: dict[OpId, Reach] = field(init=False, factory=dict)
    _first: OpId = field(init=False, default=-1)

    def __attrs_post_init__(self) -> None:
        self._first = min(self.env, default=-1)

    def of(self, op_id: OpId) -> Reach:
        """What one operation can be."""
        key = self.world.same[op_id]
        if key in self.env:
            return self.env[key]
        # Operations read only what stands before them; what sums up others is not of this member.
        plain = isinstance(self.world.plan.ops[key], (Constant, Input, *OF_OTHERS))
        if plain or key < self._first or self._first < 0:
            return self.world.reach[key]
        if key not in self._seen:
            self._seen[key] = self._anew(key)
        return self._seen[key]

    def _anew(self, key: OpId) -> Reach:
        spent = self.spent
        if spent.operations >= LIMIT or spent.depth >= DEEPEST:
            return self.world.reach[key]
        spent.operations += 1
        spent.depth += 1
        found = self.world.evaluate(key, self.of, self.env, spent)
        spent.depth -= 1
        return found
