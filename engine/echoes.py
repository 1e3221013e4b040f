"""Findings that only repeat another: they go, so that one slip is one finding."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar.diagnostics import Code, Diagnostic, Severity
from ..grammar.slip_codes import DIGIT_IN_NAME, PASTED_ROW
from .checks import sum_codes, unused_codes
from .semantics import codes

#: Names that are wrong as written are not looked for a second time.
_NAMES = (codes.UNKNOWN_NAME, codes.NO_COLUMN)
_UNUSED = tuple(one for one in vars(unused_codes).values() if isinstance(one, Code))
_SUMS = tuple(one for one in vars(sum_codes).values() if isinstance(one, Code))


def without_echoes(
    syntax: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What else is found of a text after the findings of reading it: not what a name says that was
    refused already, not what a row lacks that was not read, nothing unused beside an error."""
    errors = [one for one in syntax if one.severity is Severity.ERROR]
    digits = {one.place for one in errors if one.code is DIGIT_IN_NAME}
    pasted = any(one.code is PASTED_ROW for one in errors)
    return tuple(
        one
        for one in found
        if not (
            (one.code in _NAMES and one.place in digits)
            or (one.code in _SUMS and pasted)
            or (one.code in _UNUSED and errors)
        )
    )
