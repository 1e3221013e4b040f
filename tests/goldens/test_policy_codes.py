"""What is said for the bad example of every code of policies, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.catalogue import CODES
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Code, Language, Severity
from guiju.grammar.source import Source
from support.goldens import compare, page, printed

FOLDER = Path(__file__).parent / "findings"
POLICY_CODES = [code for code in CODES if not code.page.data]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", POLICY_CODES, ids=lambda code: code.id)
def test_the_bad_example(code: Code, language: Language, update: bool) -> None:
    source = Source("政策.guiju", code.page.policy(code.page.bad))
    # The pages of the grammar are excerpts: what a whole policy would need is not their matter.
    excerpt = code.id < "G2"
    found = [
        one
        for one in check(source).diagnostics
        if (one.code.id < "G2" if excerpt else one.severity is not Severity.NOTE)
        or one.code is code
    ]
    text = page(code.page.bad, printed(found, source, language))
    compare(FOLDER / f"{code.id}.{language}.txt", text, update=update)
