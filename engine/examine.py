"""Text to a checked policy: the stages that find out whether a policy is sound.

Apart from ``pipeline`` so that ``guiju check``, run at every save, loads no more than it needs.
"""

from __future__ import annotations

from attrs import frozen

from ..grammar.diagnostics import Diagnostic, Severity
from ..grammar.nodes import File
from ..grammar.read import read
from ..grammar.source import Source
from .checks import CHECKS
from .semantics.checked import Checked
from .semantics.declare import declare
from .semantics.resolve import resolve


@frozen
class Examined:
    """A policy read and checked, with the findings of all stages."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether no finding stands in the way of a plan."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)


def examine(source: Source) -> Examined:
    """All findings of a policy in one run."""
    file, syntax = read(source)
    return judge(source, file, syntax)


def judge(source: Source, file: File, syntax: tuple[Diagnostic, ...] = ()) -> Examined:
    """All findings of a tree, read from a text or put together from several."""
    declarations, words = declare(file)
    checked, names = resolve(source, file, declarations)
    about = tuple(finding for inspect in CHECKS for finding in inspect(checked))
    return Examined(checked, (*syntax, *words, *names, *about))
