"""Single-token accidents: a token lost, put in, replaced by another, or the rest of the text lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from attrs import frozen
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Severity
from guiju.grammar.nodes import Block, File
from guiju.grammar.read import read, tokenize
from guiju.grammar.source import Source, Span
from guiju.grammar.tokens import Token

Kind: TypeAlias = Literal["delete", "insert", "replace", "truncate"]
#: Which texts are checked after they are read.
Checks: TypeAlias = Literal["none", "legal", "all"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_FOLDER = Path(str(files("guiju.policies")))
#: Every shipped policy, by its path in the folder without the ending.
POLICIES = tuple(
    sorted(
        path.relative_to(_FOLDER).with_suffix("").as_posix() for path in _FOLDER.rglob("*.guiju")
    )
)
#: What is put in, or in the place of a token.
STRAYS = ("：", "）", "{", "}", "、", "90分", "甲", "“丙”")


@frozen
class Accident:
    """A text with one accident in it, and where that is."""

    kind: Kind
    text: str
    offset: int
    token: Token
    stray: str = ""


@frozen
class Outcome:
    """What came of an accident: whether the syntax broke, and what was said of it."""

    broken: bool
    findings: int
    #: Lines between the accident and the nearest syntax finding; None without one.
    distance: int | None
    #: Intact declarations that did not come back.
    lost: int
    #: Whether anything at all was found, by any check.
    caught: bool
    #: Errors that all checks together gave; None where they were not asked for.
    said: int | None = None


@cache
def policy_text(name: str) -> str:
    """A shipped policy."""
    return (_FOLDER / f"{name}.guiju").read_text(encoding="utf-8")


def accidents(text: str, kind: Kind, size: int | None, seed: int = 7) -> Iterator[Accident]:
    """Accidents of one kind at every token of a text, or at a sample of them."""
    tokens = [t for t in tokenize(Source("", text))[0] if t.kind != "COMMENT"]
    chance = random.Random(f"{seed}{kind}{len(text)}")
    for token in tokens if size is None else chance.sample(tokens, min(size, len(tokens))):
        stray = chance.choice(STRAYS)
        before, after = text[: token.start], text[token.end :]
        match kind:
            case "delete":
                yield Accident(kind, before + after, token.start, token)
            case "insert":
                yield Accident(
                    kind, f"{before}{stray} {text[token.start :]}", token.start, token, stray
                )
            case "replace":
                if stray != text[token.start : token.end]:
                    yield Accident(kind, before + stray + after, token.start, token, stray)
            case "truncate":
                yield Accident(kind, before, max(token.start - 1, 0), token)


def outcome(accident: Accident, intact: File, *, checks: Checks = "none") -> Outcome:
    """Reads a text with an accident in it, and checks it, or does so if it is still well-formed;
    ``intact`` is the file without it."""
    source = Source("", accident.text)
    file, found = read(source)
    errors = [one for one in found if one.severity is Severity.ERROR]
    here = source.position(accident.offset)[0]
    lines = [source.position(one.place.start)[0] for one in errors if isinstance(one.place, Span)]
    distance = min((abs(line - here) for line in lines), default=None)
    left = declared(file)
    kept = declared(intact, accident)
    lost = sum(max(0, number - left.get(key, 0)) for key, number in kept.items())
    caught, said = bool(errors), None
    if checks == "all" or (checks == "legal" and not errors):
        all_of = [one.severity for one in check(source).diagnostics]
        caught, said = bool(set(all_of) - {Severity.NOTE}), all_of.count(Severity.ERROR)
    return Outcome(bool(errors), len(errors), distance, lost, caught, said)


def declared(file: File, accident: Accident | None = None) -> dict[tuple[str, str], int]:
    """How often each block stands in a file, by kind and name; without those whose kind or name an
    accident struck, or that it cut off."""
    counts: dict[tuple[str, str], int] = {}

    def struck(block: Block) -> bool:
        if accident is None:
            return False
        start, end = block.kind.span.start, (block.name or block.kind).span.end
        if accident.kind == "truncate":
            return end > accident.token.start
        return start <= accident.token.start <= end

    def walk(items: tuple[object, ...]) -> None:
        for item in items:
            if isinstance(item, Block):
                key = item.kind.text, item.name.text if item.name else ""
                counts[key] = counts.get(key, 0) + (not struck(item))
                walk(item.items)

    walk(file.items)
    return counts
