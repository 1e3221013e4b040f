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
    counts,
    dates,
    empty,
    forms,
    kinds,
    links,
    provenance,
    scales,
    single,
    sums,
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
    bands.inspect,
    veto.inspect,
    provenance.inspect,
    unused.inspect,
)
