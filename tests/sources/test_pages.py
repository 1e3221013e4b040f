"""The pages of these codes: the bad example yields the code, the good one nothing."""

from __future__ import annotations

import pytest
from guiju.engine.sources.codes import CODES, RULE
from guiju.grammar.diagnostics import Code
from support.documents import held, ids


def found(code: Code, example: str) -> list[str]:
    policy, document = example.split(RULE)
    return ids(held(policy, document, least=100 if code.id == "G619" else None).findings)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example_yields_its_code_and_the_good_one_nothing(code: Code) -> None:
    assert set(found(code, code.page.bad)) == {code.id}
    assert found(code, code.page.good) == []


def test_messages_are_whole_in_both_languages() -> None:
    for code in CODES:
        policy, document = code.page.bad.split(RULE)
        for one in held(policy, document, least=100).findings:
            for language in ("zh", "en"):
                said = f"{one.message(language)} {one.hint(language)}"
                assert "{" not in said and "None" not in said, said
