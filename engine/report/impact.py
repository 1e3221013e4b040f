"""The report of an impact: who moves, in grade, rank and total, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Language
from ..diff.changes import Difference
from ..diff.impact import Impact
from .attribution import attribution_items
from .ledgers import ledgers
from .model import Section
from .moves import listed, moves_in_short, moves_sections, section_of
from .words import Wording

#: How many of the largest movers are shown line by line.
MOST_LEDGERS = 3


def impact_sections(
    impact: Impact, difference: Difference, language: Language
) -> tuple[Section, ...]:
    """All sections of an impact, for the end of the report of a difference."""
    word = Wording(language)
    needs = word("只有一份政策需要的数据", "Data that only one policy needs")
    sections = (
        *moves_sections(impact, word, adapted=impact.adapted),
        section_of(
            word("变化从哪些改动来", "Which change moved whom"), *attribution_items(impact, word)
        ),
        _ledgers(impact, difference, word),
        section_of(needs, listed(_needs(impact, word))),
    )
    return tuple(section for section in sections if section is not None)


def impact_in_short(impact: Impact, language: Language) -> str:
    """What it comes to, in one line for the top of the report."""
    word = Wording(language)
    return word("用数据核算：", "on the data: ") + moves_in_short(impact, word)


def _ledgers(impact: Impact, difference: Difference, word: Wording) -> Section | None:
    """The largest movers under both policies, line by line."""
    grids = [
        ledgers(movement, impact, difference, word) for movement in impact.movers[:MOST_LEDGERS]
    ]
    heading = word("变化最大的单位，分在哪里增减", "The largest movers, line by line")
    return section_of(heading, *grids)


def _needs(impact: Impact, word: Wording) -> Iterator[str]:
    """Files, tables and columns that only one policy needs; columns of one table together."""
    tables: dict[tuple[str, str, str], list[str]] = {}
    for need in impact.needs:
        columns = tables.setdefault((need.side, need.file, need.table), [])
        columns += [f"“{need.column}”"] if need.column else []
    for (which, file, table), columns in tables.items():
        old = which == "old"
        side = word("原政策" if old else "新政策", "old policy" if old else "new policy")
        names = word("、", ", ").join(columns)
        noun = "column" if len(columns) == 1 else "columns"
        of_it = word(f"的列{names}", f", {noun} {names}") if columns else ""
        yield word(f"{side}：{file}（{table}{of_it}）", f"{side}: {file} ({table}{of_it})")
