"""The founding policy, edited: what is found in it then."""

from __future__ import annotations

from importlib.resources import files

from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Diagnostic, Severity
from guiju.grammar.source import Source, Span

FOUNDING = files("guiju.policies").joinpath("songyuan/2009.guiju").read_text(encoding="utf-8")


def edited(*pairs: tuple[str, str]) -> str:
    """The founding policy with texts replaced, each of which stands in it exactly once."""
    text = FOUNDING
    for old, new in pairs:
        assert text.count(old) == 1, f"{text.count(old)} × {old}"
        text = text.replace(old, new)
    return text


def problems(text: str) -> list[Diagnostic]:
    """Errors and warnings."""
    found = check(Source("2009.guiju", text)).diagnostics
    return [one for one in found if one.severity is not Severity.NOTE]


def ids(*pairs: tuple[str, str]) -> list[str]:
    """The codes of what is found after an edit."""
    return [one.code.id for one in problems(edited(*pairs))]


def only(*pairs: tuple[str, str]) -> Diagnostic:
    """The single finding of an edit."""
    found = problems(edited(*pairs))
    assert len(found) == 1, [one.message("en") for one in found]
    return found[0]


def at(finding: Diagnostic, text: str) -> str:
    """The author's words that a finding points at."""
    assert isinstance(finding.place, Span)
    return text[finding.place.start : finding.place.end]
