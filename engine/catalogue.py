"""Every code of the language, of policies, data and runs, in the order of their ids."""

from __future__ import annotations

from types import ModuleType

from ..grammar import bracket_codes, lexical_codes, slip_codes, syntax_codes
from ..grammar.diagnostics import Code
from .checks import (
    absent,
    band_codes,
    calendars,
    counts,
    official,
    provenance,
    sum_codes,
    unrounded,
    unused_codes,
    veto_codes,
    years,
)
from .data import codes as data_codes
from .diff import maps, results
from .evaluate import codes as evaluate_codes
from .evaluate import function_codes
from .reach import codes as reach_codes
from .reach import turn_codes
from .semantics import codes as semantics_codes
from .sources import codes as source_codes
from .trial import codes as trial_codes

#: Every module that defines codes or hands them on.
MODULES: tuple[ModuleType, ...] = (
    lexical_codes,
    slip_codes,
    syntax_codes,
    bracket_codes,
    semantics_codes,
    sum_codes,
    counts,
    absent,
    unrounded,
    calendars,
    years,
    band_codes,
    veto_codes,
    official,
    provenance,
    source_codes,
    unused_codes,
    reach_codes,
    turn_codes,
    data_codes,
    evaluate_codes,
    function_codes,
    trial_codes,
    maps,
    results,
)


def codes_of(module: ModuleType) -> tuple[Code, ...]:
    """The codes that a module defines or hands on."""
    return tuple(value for value in vars(module).values() if isinstance(value, Code))


CODES: tuple[Code, ...] = tuple(
    sorted({code.id: code for m in MODULES for code in codes_of(m)}.values(), key=lambda c: c.id)
)


def find_code(id: str) -> Code | None:
    """The code of that id, in either case of its letter."""
    return next((code for code in CODES if code.id == id.upper()), None)
