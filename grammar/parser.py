"""Lark's LALR tables, and a parser over them that can be looked into and set back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from attrs import define, field, frozen
from lark import Lark, Tree
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer
from lark.lexer import Token as LarkToken

from .tokens import Token

END = "$END"


class Branch(Tree[Token]):
    """A tree node that knows its place: start of its first token, end of its last."""

    children: list[Value]  # type: ignore[assignment]
    start: int = 0
    end: int = 0


Value: TypeAlias = "Branch | Token"


class _NoLexer(Lexer):
    """Lark is asked for its tables only; the tokens come from ``lexer`` and ``layout``."""

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, text: str) -> Iterator[LarkToken]:  # type: ignore[override]
        return iter(())


@frozen
class Tables:
    """What to do in a state on a token: go to a state (a number) or reduce by a rule."""

    states: dict[int, dict[str, int | Rule]]
    start: int
    finish: int
    make: dict[Rule, Callable[[list[Any]], Any]]


def build(*, strict: bool = False) -> Lark:
    """Lark over ``policy.lark``; ``strict`` turns each conflict into an error."""
    grammar = files(__package__).joinpath("policy.lark").read_text(encoding="utf-8")
    return Lark(
        grammar,
        parser="lalr",
        lexer=_NoLexer,
        maybe_placeholders=False,
        tree_class=Branch,
        strict=strict,
    )


@cache
def tables() -> Tables:
    """The tables of the grammar, built once a process."""
    conf = build().parse_interactive("").parser_state.parse_conf
    states = {
        state: {kind: argument for kind, (_, argument) in actions.items()}
        for state, actions in conf.states.items()
    }
    return Tables(states, conf.start_state, conf.end_state, conf.callbacks)  # type: ignore[arg-type]


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
