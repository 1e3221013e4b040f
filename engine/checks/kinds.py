"""Kinds of units: a rule for some can tell who they are; no two systems or processes rule one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...grammar.diagnostics import Diagnostic
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.symbols import INDICATOR_KINDS, STAGE_KINDS, duplicate


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every 适用, and every two systems."""
    yield from _unknowable(checked)
    for root, kinds in (("system", INDICATOR_KINDS), ("process", STAGE_KINDS)):
        for first, second in combinations(checked.symbols.all_of(root), 2):
            yield from _overlapping(checked, first, second, kinds)


def _unknowable(checked: Checked) -> Iterator[Diagnostic]:
    """Rules for some kinds of units where the register does not say who is of which kind."""
    register, subjects = checked.symbols.register, tuple(checked.symbols.subjects)
    if register is None or any(column.choices == subjects for column in register.columns):
        return
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            own = {path.text for path in declaration.paths("applies")}
            if own and own < set(subjects):
                args = {"name": declaration.name, "table": register.name}
                yield Diagnostic(codes.NO_KIND_COLUMN, declaration.span, args)


def _overlapping(
    checked: Checked, first: Declaration, second: Declaration, kinds: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Parts of one name in two systems or processes for the same units: either could be meant."""
    symbols = checked.symbols
    if not {*symbols.subjects_of(first)} & {*symbols.subjects_of(second)}:
        return
    named = {d.name: d for d in first.walk() if d.kind.id in kinds and d.name}
    for declaration in second.walk():
        if declaration.kind.id in kinds and declaration.name in named:
            yield duplicate(named[declaration.name], declaration)
