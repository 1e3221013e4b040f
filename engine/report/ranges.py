"""What each part of the total can be, by the policy's own text."""

from __future__ import annotations

from ...grammar.diagnostics import Language
from ...grammar.vocabulary import MATTER_KINDS
from ..reach.known import Known
from ..reach.totals import shown_range
from .model import Column, Grid, Section, Value
from .words import Wording

_KINDS = ("system", "goal", "process", "stage", *MATTER_KINDS, "step")


def ranges_section(known: Known, language: Language) -> Section | None:
    """A line for each goal, stage, bonus and step, in the order written; for each kind of unit
    where these differ. What the text sets no bounds to says so."""
    word = Wording(language)
    rows = []
    found = sorted(known.named(*_KINDS), key=lambda pair: pair[1].span.start)
    for op, declaration in found:
        kinds = known.checked.symbols.subjects_of(declaration)
        words = shown_range(known, op, kinds)
        if words is not None:
            name = Value(declaration.title)
            rows.append((Value(word.kind(declaration.kind.id)), name, Value(words.of(language))))
    if not rows:
        return None
    titles = (word("项", "Part"), word("名称", "Name"), word("范围", "Range"))
    heading = word("按政策文本推出的范围", "Ranges that the text implies")
    return Section(heading, (Grid(tuple(Column(title) for title in titles), tuple(rows)),))
