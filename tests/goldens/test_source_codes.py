"""What is said of a policy beside its document for every code about both, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.sources.codes import CODES, RULE
from guiju.grammar.diagnostics import Code, Language
from guiju.grammar.source import Source
from support.documents import held
from support.goldens import compare, page, printed

FOLDER = Path(__file__).parent / "findings"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example(code: Code, language: Language, update: bool) -> None:
    policy, document = code.page.bad.split(RULE)
    found = held(policy, document, least=100 if code.id == "G619" else None).findings
    shown = f"{policy.rstrip()}\n── 原文.txt\n{document}"
    text = page(shown, printed(found, Source("政策.guiju", policy), language))
    compare(FOLDER / f"{code.id}.{language}.txt", text, update=update)
