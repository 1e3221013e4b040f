"""Text to a checked policy: the stages that find out whether a policy has a plan."""

from __future__ import annotations

from attrs import frozen

from ..grammar.diagnostics import Diagnostic, Severity
from ..grammar.nodes import File
from ..grammar.read import read
from ..grammar.source import Source
from .checks import CHECKS
from .echoes import without_echoes
from .misread import misread, without_consequences
from .semantics.checked import Checked
from .semantics.declare import declare
from .semantics.resolve import resolve


@frozen
class Examined:
    """A policy read and checked, with the findings of these stages."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    misread: tuple[Diagnostic, ...] = ()  # errors of the text: what they concern may be lost
    withheld: tuple[Diagnostic, ...] = ()  # what these alone may have brought about, so not said

    @property
    def sound(self) -> bool:
        """Whether no finding stands in the way of a plan. Examples explain the rules: a mistake in
        one is an error, and stops no evaluation."""
        explaining = {id(finding) for finding in self.checked.about_examples}
        errors = (one for one in self.diagnostics if one.severity is Severity.ERROR)
        return all(id(error) in explaining for error in errors)

    @property
    def whole(self) -> bool:
        """Whether there is no error at all, in the rules or in the examples."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)


def examine(source: Source) -> Examined:
    """All that is found without a plan."""
    file, syntax = read(source)
    return judge(source, file, syntax)


def judge(source: Source, file: File, syntax: tuple[Diagnostic, ...] = ()) -> Examined:
    """All findings of a tree, read from a text or put together from several."""
    declarations, words = declare(file)
    checked, names = resolve(source, file, declarations)
    about = tuple(finding for inspect in CHECKS for finding in inspect(checked))
    rest = without_echoes(
        (*syntax, *words), (*names, *checked.about_examples, *about), declarations
    )
    errors = tuple(one for one in syntax if one.severity is Severity.ERROR)
    every = (*words, *rest)
    known = without_consequences(every, misread(source, file, errors))
    shown = {id(one) for one in known}
    withheld = tuple(one for one in every if id(one) not in shown)
    return Examined(checked, (*syntax, *known), errors, withheld)
