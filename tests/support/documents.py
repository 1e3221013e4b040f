"""The written documents of ``tests/sources/documents``, each with the policy that encodes it."""

from __future__ import annotations

from pathlib import Path

from guiju.cli.sources import load_document
from guiju.engine.examine import examine
from guiju.engine.sources.check import Held, hold
from guiju.grammar.diagnostics import Diagnostic
from guiju.grammar.source import Source

FOLDER = Path(__file__).parents[1] / "sources" / "documents"
#: Policies and their texts: chapters and articles; 一、（一）1．① with gaps and an annex; a Markdown
#: table under decimal numbers; 1. (1) ① in GB18030; English articles.
PAIRS = (
    ("办法.guiju", "办法.txt"),
    ("意见.guiju", "意见.txt"),
    ("评分表.guiju", "评分表.md"),
    ("细则.guiju", "细则.txt"),
    ("rules.guiju", "rules.md"),
)


def text(name: str) -> str:
    """The text of one file."""
    found = load_document(FOLDER / name)
    assert isinstance(found, Source)
    return found.text


def held(policy: str, document: str, least: int | None = None) -> Held:
    """A policy text held against a document text."""
    checked = examine(Source("政策.guiju", policy)).checked
    return hold(checked, Source("原文.txt", document), least)


def ids(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes of findings, in their order."""
    return [one.code.id for one in found]
