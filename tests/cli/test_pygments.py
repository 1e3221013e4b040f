"""The Pygments lexer: lossless on any text, classes from the vocabulary, colours only where seen."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import pytest
from guiju.cli.render.findings import render_findings
from guiju.cli.render.pygments_lexer import GuijuLexer
from guiju.engine.pipeline import check
from guiju.grammar.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.token import Comment, Error, Keyword, Name, Number, Operator, String
from support.accidents import POLICIES, policy_text


def pieces(text: str) -> list[tuple[int, Any, str]]:
    return list(GuijuLexer().get_tokens_unprocessed(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_every_character_comes_back(text: str) -> None:
    found = pieces(text)
    assert "".join(piece for _, _, piece in found) == text
    assert [start for start, _, _ in found] == sorted({start for start, _, _ in found})


@pytest.mark.parametrize("name", POLICIES)
def test_no_errors_in_the_shipped_policies(name: str) -> None:
    found = pieces(policy_text(name))
    assert "".join(piece for _, _, piece in found) == policy_text(name)
    assert Error not in {kind for _, kind, _ in found}


def test_classes() -> None:
    found = {
        piece: kind
        for _, kind, piece in pieces(
            "# 注\n环节 自评（3％） {\n  当：总分 低于 60分\n  别的：“文字”\n}\n@"
        )
    }
    assert found["# 注"] is Comment.Single
    assert (found["环节"], found["自评"]) == (Keyword, Name.Class)
    assert (found["3％"], found["“文字”"]) == (Number, String)
    assert (found["当"], found["别的"]) == (Name.Attribute, Name.Label)
    assert (found["低于"], found["总分"]) == (Operator.Word, Name)
    assert found["\n@"] is Error


def test_both_languages_have_the_same_classes() -> None:
    chinese = [kind for _, kind, _ in pieces("环节 甲（3％） { 取：甲 且 乙 }")]
    english = [kind for _, kind, _ in pieces("stage a (3%) { take: a and b }")]
    assert [k for k in chinese if k in (Keyword, Name.Class, Name.Attribute, Operator.Word)] == [
        k for k in english if k in (Keyword, Name.Class, Name.Attribute, Operator.Word)
    ]


def test_the_entry_point() -> None:
    found = [one for one in entry_points(group="pygments.lexers") if one.name == "guiju"]
    assert all(one.value == "guiju.cli.render.pygments_lexer:GuijuLexer" for one in found)


SOURCE = Source("a.guiju", "环节 甲（3％） {\n  当：总分 低于 60分；；别的：“文字 # 注\n}\n")


def test_colours_change_no_word_and_pipes_have_none(page: Any, text_of: Any) -> None:
    found = check(SOURCE).diagnostics
    plain, painted = page(), page(colour=True)
    for console in (plain, painted):
        render_findings(found, SOURCE, language="zh", console=console)
    shown = text_of(painted)
    assert "\x1b[" not in text_of(plain)
    assert "\x1b[36m" in shown
    for style in {piece.partition("m")[0] for piece in shown.split("\x1b[")[1:]}:
        shown = shown.replace(f"\x1b[{style}m", "")
    assert shown == text_of(plain)
