"""The checks of a policy, in the order their findings read best."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...grammar.diagnostics import Diagnostic
from ..semantics.checked import Checked
from . import (
    absent,
    actors,
    amounts,
    bands,
    calendars,
    counts,
    dates,
    empty,
    forms,
    kinds,
    links,
    official,
    provenance,
    scales,
    single,
    sums,
    unrounded,
    unused,
    values,
    veto,
    ways,
    years,
)

CHECKS: tuple[Callable[[Checked], Iterator[Diagnostic]], ...] = (
    values.inspect,
    single.inspect,
    scales.inspect,
    empty.inspect,
    amounts.inspect,
    actors.inspect,
    links.inspect,
    forms.inspect,
    ways.inspect,
    absent.inspect,
    kinds.inspect,
    sums.inspect,
    counts.inspect,
    dates.inspect,
    years.inspect,
    calendars.inspect,
    veto.inspect,
    official.inspect,
    unrounded.inspect,
    provenance.inspect,
    unused.inspect,
)

#: What the proofs over the plan say better: asked only where errors keep a policy from having one.
UNPROVED: tuple[Callable[[Checked], Iterator[Diagnostic]], ...] = (
    forms.unfinished,
    bands.inspect,
)
