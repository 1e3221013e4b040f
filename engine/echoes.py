"""Findings that only repeat another: they go, so that one slip is one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..grammar.diagnostics import Code, Diagnostic, Severity
from ..grammar.slip_codes import DIGIT_IN_NAME, PASTED_ROW
from ..grammar.source import Span
from ..grammar.syntax_codes import MISSING_KEY
from ..grammar.vocabulary import PROPERTIES
from .checks import provenance, sum_codes, unused_codes
from .semantics import codes
from .semantics.advice import AMOUNTS
from .semantics.declarations import Declaration

#: Names that are wrong as written are not looked for a second time.
_NAMES = (codes.UNKNOWN_NAME, codes.NO_COLUMN)
_SOURCES = (PROPERTIES["source"].zh, PROPERTIES["source"].en)
_UNUSED = tuple(one for one in vars(unused_codes).values() if isinstance(one, Code))
_SUMS = tuple(one for one in vars(sum_codes).values() if isinstance(one, Code))


def without_echoes(
    syntax: Iterable[Diagnostic],
    found: Sequence[Diagnostic],
    declarations: Iterable[Declaration],
) -> tuple[Diagnostic, ...]:
    """What else is found of a text after the findings of reading it: not what a name says that was
    refused already, not what a row lacks that was not read, nothing unused beside an error."""
    errors = [one for one in syntax if one.severity is Severity.ERROR]
    digits = {one.place for one in errors if one.code is DIGIT_IN_NAME}
    pasted = any(one.code is PASTED_ROW for one in errors)
    written = set(_written_elsewhere((*errors, *found), declarations))
    return tuple(
        one
        for one in found
        if not (
            (one.code in _NAMES and one.place in digits)
            or (one.code in _SUMS and pasted)
            or (one.code in _UNUSED and errors)
            or (one.code, one.place) in written
        )
    )


def _written_elsewhere(
    found: Iterable[Diagnostic], declarations: Iterable[Declaration]
) -> Iterator[tuple[Code, Span]]:
    """What a block would be said to lack though it is there: a weight among its properties, a
    clause without its quotes, a value without its name."""
    blocks = [block for top in declarations for block in top.walk()]
    for one in found:
        amount = one.code is codes.UNKNOWN_PROPERTY and one.args.get("word") in AMOUNTS
        clause = one.code is codes.WRONG_VALUE and one.args.get("key") in _SOURCES
        unnamed = one.code is MISSING_KEY
        around = [b for b in blocks if _holds(b, one.place)] if amount or clause or unnamed else []
        if around:
            innermost = min(around, key=lambda b: b.block.span.end - b.block.span.start)
            if unnamed:
                name = (innermost.block.name or innermost.block.kind).span
                yield from ((code, name) for code in (codes.NO_VALUE, codes.MISSING_PROPERTY))
            else:
                yield (codes.ROW_AMOUNT_MISSING if amount else provenance.MISSING), innermost.span


def _holds(declaration: Declaration, place: object) -> bool:
    whole = declaration.block.span
    return isinstance(place, Span) and whole.start <= place.start and place.end <= whole.end
