"""Text to nodes: the one way in to the language's surface."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lark import Tree

from . import bracket_codes
from .braces import balance
from .bracket_codes import MOST_FINDINGS
from .build import build
from .colons import mend
from .diagnostics import Diagnostic, Severity
from .layout import lay_out
from .lexer import scan
from .limits import limit
from .nodes import File
from .ranges import check_ranges
from .recovery import parse
from .remarks import without_remarks
from .slips import mend_slips
from .source import Source, Span
from .tables import Branch
from .tokens import Token


def tokenize(source: Source) -> tuple[tuple[Token, ...], tuple[Diagnostic, ...]]:
    """Every token of the text, comments among them, before lines and contexts are looked at."""
    tokens, found = scan(source)
    return tuple(tokens), tuple(found)


def parse_tree(source: Source) -> tuple[Tree[Token], tuple[Diagnostic, ...]]:
    """The tree as the grammar shapes it."""
    return _parse(source)


def read(source: Source) -> tuple[File, tuple[Diagnostic, ...]]:
    """The nodes of a text, whatever it is, and what is wrong with it, in the order of the text."""
    tree, found = _parse(source)
    file, more = build(tree, len(source.text))
    return file, _in_order((*found, *more))


def _parse(source: Source) -> tuple[Branch, tuple[Diagnostic, ...]]:
    tokens, found = scan(source)
    plain = [token for token in tokens if token.kind != "COMMENT"]
    remarks, slips = partial(without_remarks, source), partial(mend_slips, source)
    braces = partial(balance, source)
    for stage in (remarks, slips, braces, mend, lay_out, limit, check_ranges):
        plain, more = stage(plain)
        found += more
    known = sorted(_start(one)[0] for one in found if one.severity is Severity.ERROR)
    tree, more = parse(source, plain, known)
    return tree, _in_order(found + more)


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings in the order of the text, and no more than a person will read."""
    placed = sorted(found, key=_start)
    if len(placed) <= MOST_FINDINGS or any(one.code is bracket_codes.TOO_MANY for one in placed):
        return tuple(placed)
    last = placed[MOST_FINDINGS]
    return (
        *placed[:MOST_FINDINGS],
        Diagnostic(bracket_codes.TOO_MANY, last.place, {"most": MOST_FINDINGS}),
    )


def _start(finding: Diagnostic) -> tuple[int, str]:
    place = finding.place
    return (place.start if isinstance(place, Span) else 0, finding.code.id)
