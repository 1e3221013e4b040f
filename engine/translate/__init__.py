"""A policy rewritten in the words of the other language: ``translate``.

Only words that checking resolved as words of the language change; names, titles, texts, comments
and dates are the author's. What has no word in the other language stays, since both are legal in
every policy.
"""

from __future__ import annotations

from ...grammar.diagnostics import Edit, Language
from ...grammar.format import format_policy
from ...grammar.source import Source
from ..edits import applied
from ..semantics.checked import Checked
from .literals import literal_edits
from .vocabulary import vocabulary_edits

__all__ = ["translate"]


def translate(checked: Checked, language: Language) -> str:
    """The text of a policy without errors in a language, laid out as such texts are."""
    source = checked.source
    edits = [*vocabulary_edits(checked, language), *literal_edits(source, language)]
    # Blanks keep a word from growing into its neighbours; the formatter takes back those it can.
    apart = [Edit(edit.span, f" {edit.text} ") for edit in edits]
    text = format_policy(Source(source.name, applied(source.text, apart)), language)
    assert isinstance(text, str), "the words of both languages stand in the same places"
    return text
