"""The page of every code: its examples do what it says, in both languages."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import guiju.engine
import guiju.grammar
import pytest
from guiju.engine.catalogue import CODES, codes_of, find_code
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Code, Diagnostic, Severity
from guiju.grammar.source import Source

#: Codes of policies; those of the grammar are tried by its own tests, those of data by theirs.
POLICY_CODES = [code for code in CODES if code.id[1] in "234567" and not code.page.data]
ENGINE_CODES = [code for code in CODES if code.id[1] in "2345679"]


def name(code: Code) -> str:
    return code.id


def findings(code: Code, example: str) -> list[Diagnostic]:
    """The findings of an example, without notes unless the code is one."""
    found = check(Source(code.id, code.page.policy(example))).diagnostics
    return [one for one in found if one.severity is not Severity.NOTE or one.code is code]


@pytest.mark.parametrize("code", POLICY_CODES, ids=name)
def test_the_bad_example_yields_its_code_and_no_other(code: Code) -> None:
    assert {one.code.id for one in findings(code, code.page.bad)} == {code.id}


@pytest.mark.parametrize("code", POLICY_CODES, ids=name)
def test_the_good_example_yields_nothing(code: Code) -> None:
    assert [one.message("en") for one in findings(code, code.page.good)] == []


@pytest.mark.parametrize("code", POLICY_CODES, ids=name)
def test_its_message_and_hint_are_whole_in_both_languages(code: Code) -> None:
    for one in findings(code, code.page.bad):
        for text in (one.message("zh"), one.message("en"), one.hint("zh"), one.hint("en")):
            assert text is None or (
                text.strip() and not re.search(r"[{}]", text.replace("{ ", "").replace(" }", ""))
            ), text


@pytest.mark.parametrize("code", ENGINE_CODES, ids=name)
def test_nothing_of_a_page_is_left_unwritten(code: Code) -> None:
    page = code.page
    for text in (code.message, page.what, page.why, page.mend):
        assert text.zh.strip() and text.en.strip()
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"“[^”]*”|[以上下不足超过]", "", text.en))
    assert page.bad.strip() and page.good.strip() and page.bad != page.good


def test_the_catalogue_is_in_order_and_without_repetition() -> None:
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert find_code("g401") is find_code("G401") is not None


def test_the_catalogue_holds_every_code_there_is() -> None:
    known = {id(code) for code in CODES}
    for package in (guiju.grammar, guiju.engine):
        for module in walk_packages(package.__path__, package.__name__ + "."):
            for code in codes_of(import_module(module.name)):
                assert id(code) in known, (module.name, code.id)
