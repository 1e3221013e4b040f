"""The formatter: one way to lay a policy out, worked on its tokens and never on its tree.

Only blanks, line ends and the width of punctuation change. Whether that is so is looked at every
time: the new text must give the parser the same tokens, or there is no new text.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic, Language, Severity
from ..read import read
from ..source import Source
from .arrange import arrange
from .spelling import language_of
from .stream import signature, stream

__all__ = ["format_policy"]


def format_policy(source: Source, language: Language | None = None) -> str | tuple[Diagnostic, ...]:
    """The text as it should be laid out, or the findings that keep it from being read.

    The language decides the width of punctuation; if it is not given, the words of the file do.
    """
    errors = tuple(one for one in read(source)[1] if one.severity is Severity.ERROR)
    if errors:
        return errors
    before = stream(source)
    text = arrange(source, before, language or language_of(before.tokens))
    after = stream(Source(source.name, text))
    assert signature(before) == signature(after), "formatting changed what the parser reads"
    return text
