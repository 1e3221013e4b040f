"""The printed vocabulary is that of the code, and says something of every word."""

from __future__ import annotations

import pytest
from guiju.cli.render.markdown import escape, report_markdown
from guiju.engine.functions import FUNCTIONS
from guiju.engine.report.vocabulary import vocabulary_report
from guiju.grammar.diagnostics import Language
from guiju.grammar.vocabulary import BLOCKS, PROPERTIES
from support.spoiled import ROOT


def test_the_page_is_current() -> None:
    """After a change: ``guiju words --format markdown > grammar/VOCABULARY.md``."""
    page = (ROOT / "grammar" / "VOCABULARY.md").read_text(encoding="utf-8")
    assert page == report_markdown(vocabulary_report("zh"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_stands_in_it(language: Language) -> None:
    page = report_markdown(vocabulary_report(language))
    for word in (*BLOCKS.values(), *PROPERTIES.values(), *FUNCTIONS):
        assert f"{word.zh} {escape(word.en)}" in page


def test_no_two_words_of_one_place_are_the_same() -> None:
    for block in BLOCKS.values():
        spellings = [
            s for key in block.properties for s in (PROPERTIES[key].zh, PROPERTIES[key].en)
        ]
        assert len(spellings) == len(set(spellings)), block.id
    kinds = [s for block in BLOCKS.values() for s in (block.zh, block.en)]
    assert len(kinds) == len(set(kinds))
