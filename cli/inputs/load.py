"""From a data folder to typed tables in one step."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ...engine.data.admit import admit
from ...engine.data.contract import TableSpec
from ...engine.data.tables import Dataset
from ...grammar.diagnostics import Diagnostic
from .folder import read_folder


def load_data(folder: Path, specs: Sequence[TableSpec]) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """The typed tables of a run and all findings about its files, in one order."""
    with _without_collector():
        raw, about_files = read_folder(folder, specs)
        dataset, about_data = admit(specs, raw)
    return dataset, (*about_files, *about_data)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Cells hold no cycles, yet the cycle collector walks all of them again and again while a
    large file is read, and doubles its time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
