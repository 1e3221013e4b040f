"""Remarks written like properties outside every block: ``注：片区由县考核办划定``."""

from __future__ import annotations

from collections.abc import Sequence

from .diagnostics import Diagnostic, Edit, Fix, Text
from .lines import lines
from .slip_codes import WRONG_MARK
from .source import Source, Span
from .tokens import Token

#: What offices write where a remark is meant.
NOTES = frozenset(["注", "备注", "注释", "说明", "注意", "note", "remark"])


def without_remarks(
    source: Source, tokens: Sequence[Token]
) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens without such lines. No property may stand there, so that nothing is lost."""
    kept: list[Token] = []
    found: list[Diagnostic] = []
    depth = 0
    for line in lines(tokens):
        if depth == 0 and line[0].kind == "KEY" and line[0].text in NOTES:
            found.append(_finding(source, Span(line[0].start, line[-1].end)))
            continue
        kept += line
        marks = [token.kind for token in line]
        depth += marks.count("_LBRACE") - marks.count("_RBRACE")
    return kept, found


def _finding(source: Source, place: Span) -> Diagnostic:
    text = source.slice(place)
    meant = f"# {text}"
    title = Text(f"改成 {meant}", f"write {meant}")
    fix = Fix(title, (Edit(Span(place.start, place.start), "# "),), safe=True)
    return Diagnostic(WRONG_MARK, place, {"text": text, "meant": meant}, fixes=(fix,))
