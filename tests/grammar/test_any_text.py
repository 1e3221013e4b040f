"""Any text whatever gives a file and findings inside the text, quickly and without an exception."""

import time

import pytest
from guiju.grammar.nodes import File
from guiju.grammar.read import parse_tree, read, tokenize
from guiju.grammar.source import Source, Span
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [*'（）{}“”《》：，、；。\n #甲+-×=<.@"', "当 ", "按 ", " 属于（", "至", "以上", "各占"]
PIECES += [
    "甲：",
    "低于",
    "非 ",
    "2009年",
    "{\n",
    "}\n",
    "“二”",
    "90分",
    "3月末",
    "at least ",
    "机构 乙 {\n",
]


def check(text: str) -> None:
    source = Source("", text)
    file, found = read(source)
    assert isinstance(file, File)
    for finding in found:
        assert isinstance(finding.place, Span)
        assert 0 <= finding.place.start <= finding.place.end <= len(text)
        assert finding.message("zh") and finding.message("en")
    end = 0
    for token in tokenize(source)[0]:
        assert end <= token.start <= token.end <= len(text)
        end = token.end


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_unicode(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_token_soup(text: str) -> None:
    check(text)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=80))
def test_decoded_bytes(data: bytes) -> None:
    check(data.decode("utf-8", "replace"))
    check(data.decode("latin-1"))


@pytest.mark.parametrize(
    "text",
    [
        "甲 {" * 10_000,
        "}" * 10_000,
        "a：" + "（" * 10_000,
        "a：" + "（" * 10_000 + "1" + "）" * 10_000,
        "a：" + "非 " * 10_000,
        "a：1" + "＋1" * 10_000,
        "「}" * 10_000,
        "a：（{）}“《" * 3_000,
        "甲" * 100_000,
    ],
    ids=lambda text: text[:6].strip(),
)
def test_deep_and_odd_texts_end_soon(text: str) -> None:
    begin = time.process_time()
    check(text)
    assert time.process_time() - begin < 5


def test_empty_text() -> None:
    assert read(Source("", ""))[0].items == ()
    assert parse_tree(Source("", ""))[0].children == []
