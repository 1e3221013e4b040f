"""The pages of the codes of ``guiju test``: their examples do what they say."""

from __future__ import annotations

import pytest
from guiju.engine.trial.codes import CODES
from guiju.grammar.diagnostics import Code
from support.trials import outcome


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example_yields_its_code_and_the_good_one_nothing(code: Code) -> None:
    frame = code.page.frame.replace("{example}", "")
    assert outcome(code.page.bad, frame) == [code.id]
    assert outcome(code.page.good, frame) == []
