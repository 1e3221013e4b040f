"""What is said for the bad example of every code of policies, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.catalogue import CODES, find_code
from guiju.engine.examine import examine
from guiju.engine.pipeline import check
from guiju.engine.trial.codes import CODES as TRIAL_CODES
from guiju.engine.trial.suite import run_suite
from guiju.grammar.bracket_codes import MOST_FINDINGS
from guiju.grammar.diagnostics import Code, Language, Severity
from guiju.grammar.lexer import LONGEST
from guiju.grammar.source import Source
from support.goldens import compare, page, printed, printed_failures

FOLDER = Path(__file__).parent / "findings"
POLICY_CODES = [code for code in CODES if not code.page.data and code not in TRIAL_CODES]
#: Policies too long for a page; only the finding itself is shown, not the fifty beside it.
HUGE = {"G111": "#" * (LONGEST + 1), "G147": "@\n" * (MOST_FINDINGS + 10)}


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


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", TRIAL_CODES, ids=lambda code: code.id)
def test_an_example_that_does_not_agree(code: Code, language: Language, update: bool) -> None:
    source = Source("政策.guiju", code.page.policy(code.page.bad))
    suite = run_suite(examine(source).checked)
    found = [failure for one in suite.tried for failure in one.failures]
    text = page(code.page.bad, printed_failures(found, source, language))
    compare(FOLDER / f"{code.id}.{language}.txt", text, update=update)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", HUGE)
def test_a_policy_too_long_for_a_page(id: str, language: Language, update: bool) -> None:
    source = Source("政策.guiju", HUGE[id])
    found = [one for one in check(source).diagnostics if one.code.id == id]
    code = find_code(id)
    assert found and code is not None
    text = page(code.page.bad, printed(found, source, language))
    compare(FOLDER / f"{id}.{language}.txt", text, update=update)
