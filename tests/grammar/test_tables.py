"""The shipped tables are those of the grammar."""

from __future__ import annotations

from importlib.resources import files

import lark
import pytest
from guiju.grammar import tables


def shipped() -> bytes:
    return files("guiju.grammar").joinpath(tables.FILE).read_bytes()


def test_the_shipped_tables_are_current() -> None:
    """After a change of the grammar: ``python -m guiju.grammar.write_tables``."""
    digest = tables.stamp(tables.grammar_text()).split()[1]
    if shipped().split(b"\n", 1)[0].split()[1] != digest:
        pytest.fail("policy.tables is not that of policy.lark; write it anew")


def test_shipped_and_built_tables_are_the_same() -> None:
    loaded = tables.load()
    if loaded is None:
        pytest.skip("the tables were written by another Lark; they are built anew here")
    pairs = [x.parse_interactive("").parser_state.parse_conf for x in (loaded, tables.build())]
    sizes = [sorted(len(actions) for actions in conf.states.values()) for conf in pairs]
    assert sizes[0] == sizes[1]


def test_another_grammar_or_lark_has_another_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables.stamp("start: ")
    assert tables.stamp("start : ") != before
    monkeypatch.setattr(lark, "__version__", "0.0")
    assert tables.stamp("start: ") != before


def test_tables_of_another_stamp_are_built_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lark, "__version__", "0.0")
    assert tables.load() is None
