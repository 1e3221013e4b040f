"""Lark's LALR tables: built from the grammar, or read from a file of the package.

Building takes as long as parsing a whole policy, so the package ships the tables. The file carries
a stamp of the grammar and of Lark's version; where the stamp differs, the tables are built anew.
``python -m guiju.grammar.write_tables`` writes the file after a change of the grammar, and a test
says when that was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import lark
from attrs import frozen
from lark import Lark, Tree
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer
from lark.lexer import Token as LarkToken

from .tokens import Token

END = "$END"
FILE = "policy.tables"


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


def grammar_text() -> str:
    """The grammar, as shipped."""
    return files(__package__).joinpath("policy.lark").read_text(encoding="utf-8")


def build(*, strict: bool = False) -> Lark:
    """Lark over ``policy.lark``; ``strict`` turns each conflict into an error."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer=_NoLexer,
        maybe_placeholders=False,
        tree_class=Branch,
        strict=strict,
    )


def stamp(grammar: str) -> bytes:
    """What the tables depend on, as one line: Lark's version and a digest of the grammar."""
    return f"{lark.__version__} {sha256(grammar.encode()).hexdigest()}\n".encode()


def load() -> Lark | None:
    """The shipped tables, or None where there are none for this grammar and this Lark."""
    file = files(__package__).joinpath(FILE)
    if not file.is_file():
        return None
    content, expected = file.read_bytes(), stamp(grammar_text())
    if not content.startswith(expected):
        return None
    return Lark.load(BytesIO(content[len(expected) :]))


def write(path: Path) -> None:
    """Build the tables and write them with their stamp."""
    buffer = BytesIO()
    build().save(buffer)
    path.write_bytes(stamp(grammar_text()) + buffer.getvalue())


@cache
def tables() -> Tables:
    """The tables of the grammar, made once a process."""
    conf = (load() or build()).parse_interactive("").parser_state.parse_conf
    states = {
        state: {kind: argument for kind, (_, argument) in actions.items()}
        for state, actions in conf.states.items()
    }
    return Tables(states, conf.start_state, conf.end_state, conf.callbacks)  # type: ignore[arg-type]
