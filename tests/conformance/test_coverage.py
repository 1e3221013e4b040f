"""The kit is large enough, negative enough, and leaves no mechanism of the language out."""

from __future__ import annotations

import re

from conformance import kit
from guiju.engine.catalogue import CODES
from guiju.engine.functions import FUNCTIONS
from guiju.engine.pipeline import check
from guiju.engine.plan.text import plan_text
from guiju.engine.translate import translate
from guiju.grammar.source import Source
from guiju.grammar.vocabulary import BLOCKS, PROPERTIES

CASES = kit.cases()
POLICIES = "\n".join(case.policy for case in CASES)
#: Blocks that no text file can show.
NO_TEXT = {"sheet": "the sheets of a workbook are no text"}
#: Codes that no case can show, and why.
EXEMPT = {
    **dict.fromkeys(("G111", "G145", "G146", "G147"), "a limit of size: the policy would be huge"),
    **dict.fromkeys(("G801", "G802", "G803", "G806"), "the folder itself, before any file is read"),
    **dict.fromkeys(("G812", "G813", "G814"), "a spreadsheet file, which is no text"),
    **dict.fromkeys(("G819", "G824", "G825"), "the sheets of a workbook"),
    **dict.fromkeys(("G838", "G839", "G852", "G855"), "formulas and hidden parts of a workbook"),
    "G525": "a limit of size: a dozen figures that all matter to one choice",
    "G816": "a file that is in no encoding, which is no text",
}
#: Codes of other commands than check and evaluate: files of policies, documents, years, examples.
ELSEWHERE = re.compile(r"G00|G61|G620|G86|G93")


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 300
    assert sum(case.negative for case in CASES) >= len(CASES) * 2 / 5


def test_every_case_expects_something() -> None:
    for case in CASES:
        assert case.expected, case.id
        assert case.zh and case.en, case.id


def test_no_two_cases_are_one() -> None:
    assert len({(case.policy, tuple(case.data.items())) for case in CASES}) == len(CASES)


def test_every_function_is_called_in_both_languages() -> None:
    names = [name for function in FUNCTIONS for name in (function.zh, function.en)]
    assert [n for n in names if not re.search(rf"{n}[（(]", POLICIES)] == []


def test_every_block_is_written() -> None:
    written = {
        word.id
        for word in BLOCKS.values()
        if re.search(rf"(?:^|[{{；;\s])(?:{word.zh}|{word.en})[\s（({{]", POLICIES)
    }
    assert set(BLOCKS) - written == set(NO_TEXT)


def test_every_property_is_written() -> None:
    unwritten = [
        word.zh
        for word in PROPERTIES.values()
        if not re.search(rf"(?:{word.zh}|{word.en})\s*[：:]", POLICIES)
    ]
    assert unwritten == []


def test_every_code_that_text_can_show_is_expected() -> None:
    keys = ("errors", "warnings", "notes")
    shown = {one["code"] for case in CASES for key in keys for one in case.expected.get(key, ())}
    known = {code.id for code in CODES if not ELSEWHERE.match(code.id)}
    assert sorted(known - shown - set(EXEMPT)) == []
    assert sorted(shown & set(EXEMPT)) == []


def test_every_sound_case_is_the_same_policy_in_either_language() -> None:
    for case in CASES:
        found = check(Source("", case.policy))
        if found.plan is not None:
            for language in ("zh", "en"):
                other = check(Source("", translate(found.checked, language)))
                assert other.plan is not None, case.id
                assert plan_text(other.plan) == plan_text(found.plan), case.id


def test_the_index_in_the_readme_is_true() -> None:
    readme = (kit.HERE / "README.md").read_text(encoding="utf-8")
    assert kit.index(CASES) in readme
