"""A parser over the LALR tables that can be looked into and set back."""

from __future__ import annotations

from attrs import define, field
from lark.grammar import Rule

from .tables import END, Branch, Tables, Value, tables
from .tokens import Token


@define
class Parser:
    """The stacks of a parse. ``feed`` asks first and acts second, so a refusal changes nothing."""

    tables: Tables = field(factory=tables)
    states: list[int] = field(init=False)
    values: list[Value] = field(init=False, factory=list)
    starts: list[int] = field(init=False, factory=list)
    ends: list[int] = field(init=False, factory=list)
    #: How many values there were when the present statement began.
    statement: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self.states = [self.tables.start]

    def accepts(self, kind: str) -> bool:
        """Whether a token of this kind may come next."""
        return step(self.tables, list(self.states), kind)

    def expected(self) -> list[str]:
        """The kinds that may come next, sorted."""
        kinds = [
            kind for kind in self.tables.states[self.states[-1]] if kind.lstrip("_$").isupper()
        ]
        return sorted(kind for kind in kinds if self.accepts(kind))

    def feed(self, token: Token) -> bool:
        """Take a token if it may come next."""
        if not self.accepts(token.kind):
            return False
        while not isinstance(target := self.tables.states[self.states[-1]][token.kind], int):
            self._reduce(target, token.start)
        self.states.append(target)
        self.values.append(token)
        self.starts.append(token.start)
        self.ends.append(token.end)
        return True

    def finish(self, end: int) -> Branch:
        """Take the end of the text, which must be acceptable, and give the whole tree."""
        while self.states[-1] != self.tables.finish:
            target = self.tables.states[self.states[-1]][END]
            assert isinstance(target, Rule)
            self._reduce(target, end)
        tree = self.values[-1]
        assert isinstance(tree, Branch)
        return tree

    def cut(self, size: int) -> None:
        """Forget all but the oldest ``size`` values."""
        del self.states[size + 1 :], self.values[size:], self.starts[size:], self.ends[size:]

    def _reduce(self, rule: Rule, place: int) -> None:
        size = len(rule.expansion)
        bottom = len(self.values) - size
        start, end = (self.starts[bottom], self.ends[-1]) if size else (place, place)
        value = self.tables.make[rule](self.values[bottom:])
        if value.__class__ is Branch:
            value.start, value.end = start, end
        self.cut(bottom)
        goto = self.tables.states[self.states[-1]][rule.origin.name]
        assert isinstance(goto, int)
        self.states.append(goto)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)


def step(tables: Tables, stack: list[int], kind: str) -> bool:
    """Move a stack of states over one token, values aside; False if the token may not come."""
    states = tables.states
    while not isinstance(target := states[stack[-1]].get(kind), int):
        if target is None:
            return False
        size = len(target.expansion)
        if size:
            del stack[-size:]
        goto = states[stack[-1]][target.origin.name]
        assert isinstance(goto, int)
        stack.append(goto)
        if kind == END and goto == tables.finish:
            return True
    stack.append(target)
    return True
