"""Every page of a syntax finding shows what it says: its bad example that finding and no other."""

import pytest
from guiju.grammar import bracket_codes, lexical_codes, slip_codes, syntax_codes
from guiju.grammar.diagnostics import Code
from guiju.grammar.read import read
from guiju.grammar.source import Source

CODES = [
    value
    for module in (lexical_codes, slip_codes, syntax_codes, bracket_codes)
    for value in vars(module).values()
    if isinstance(value, Code)
]


def codes_of(text: str) -> list[str]:
    return [finding.code.id for finding in read(Source("页", text))[1]]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_good_example_has_no_finding(code: Code) -> None:
    assert codes_of(code.page.good) == []


@pytest.mark.parametrize("code", [c for c in CODES if not c.page.data], ids=lambda code: code.id)
def test_bad_example_has_exactly_this_finding(code: Code) -> None:
    assert codes_of(code.page.bad) == [code.id]


@pytest.mark.parametrize("code", [c for c in CODES if not c.page.data], ids=lambda code: code.id)
def test_sentences_can_be_filled_in_both_languages(code: Code) -> None:
    (finding,) = read(Source("页", code.page.bad))[1]
    for language in ("zh", "en"):
        assert "{" not in finding.message(language).replace("“{”", "")
        assert finding.hint(language)


def test_ids_are_distinct() -> None:
    assert len({code.id for code in CODES}) == len(CODES)


def test_limits_are_found() -> None:
    assert codes_of("甲" * 2_000_001) == [lexical_codes.TOO_LONG.id]
    assert codes_of("@\n" * 60)[-1] == bracket_codes.TOO_MANY.id
    assert len(codes_of("@\n" * 60)) == 51
