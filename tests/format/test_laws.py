"""Whatever a well-formed text looks like, formatting changes its looks and nothing else."""

from __future__ import annotations

from guiju.grammar.dump import dump
from guiju.grammar.format import format_policy
from guiju.grammar.read import read, tokenize
from guiju.grammar.source import Source
from hypothesis import assume, given, settings
from support.written import texts


def formatted(text: str) -> str:
    found = format_policy(Source("", text))
    assert isinstance(found, str)
    return found


def nodes(text: str) -> str:
    return dump(read(Source("", text))[0])


def comments(text: str) -> list[str]:
    source = Source("", text)
    tokens = tokenize(source)[0]
    return [source.slice(token.span).rstrip() for token in tokens if token.kind == "COMMENT"]


@settings(max_examples=250, deadline=None)
@given(texts())
def test_the_tree_and_the_comments_stay_and_once_is_enough(text: str) -> None:
    found = format_policy(Source("", text))
    assume(isinstance(found, str))
    assert isinstance(found, str)
    assert nodes(found) == nodes(text)
    assert comments(found) == comments(text)
    assert formatted(found) == found


@settings(max_examples=100, deadline=None)
@given(texts())
def test_lines_are_clean(text: str) -> None:
    found = format_policy(Source("", text))
    assume(isinstance(found, str))
    assert isinstance(found, str)
    lines = found.split("\n")
    assert found == "" or lines.pop() == ""
    assert all(line.removesuffix("\r") == line.rstrip() for line in lines)
    assert "\n\n\n" not in found.replace("\r", "")
    assert ("\r" in text) >= ("\r" in found)
