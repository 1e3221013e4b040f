"""``diff --matter``: every format, both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff.conftest import Ran
from diff.test_matter import SMALL
from guiju.cli.exits import Exit
from syrupy.assertion import SnapshotAssertion

EDITS = (
    ("当：加班 ＞ 6次", "当：加班 ＞ 5次"),  # nobody has so many: proved
    ("，8分） }", "，7分） }"),  # reached only when a case gives more
    ("优秀：90分以上", "优秀：88分以上"),
    ("合格：60分以上不足90分", "合格：60分以上不足88分"),  # by itself it leaves a gap
    ("当：加班 ＞ 3次；取：4分", "当：加班 ＞ 3次；取：5分"),  # a witness
    ("则：“发一次性奖金”", "则：“通报表扬”"),
)


@pytest.fixture
def paths(tmp_path: Path) -> tuple[str, str]:
    text = SMALL
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    (tmp_path / "old.guiju").write_text(SMALL, encoding="utf-8")
    (tmp_path / "new.guiju").write_text(text, encoding="utf-8")
    return "old.guiju", "new.guiju"


@pytest.mark.parametrize(
    "argv",
    [
        ("--matter",),
        ("--能否影响", "--格式", "markdown"),
        ("--matter", "--format", "json"),
        ("--matter", "--lang", "en"),
    ],
    ids=["text", "markdown", "json", "english"],
)
def test_each_change_is_judged(
    ran: Ran, golden: SnapshotAssertion, paths: tuple[str, str], argv: tuple[str, ...]
) -> None:
    code, out, err = ran("diff", *paths, *argv)
    assert (code, err) == (Exit.FINDINGS, "")
    assert out == golden


def test_json_names_the_changes_of_the_list(ran: Ran, paths: tuple[str, str]) -> None:
    found = json.loads(ran("diff", *paths, "--matter", "--format", "json")[1])
    places = [place for one in found["matter"]["verdicts"] for place in one["changes"]]
    assert sorted(places) == list(range(len(found["changes"])))
    verdicts = [one["verdict"] for one in found["matter"]["verdicts"]]
    assert verdicts.count("proved") == 1
    for one in found["matter"]["verdicts"]:
        assert bool(one["witnesses"]) is (one["verdict"] == "matters")


def test_it_is_said_in_a_page_too(ran: Ran, paths: tuple[str, str]) -> None:
    _, out, _ = ran("diff", *paths, "--matter", "--format", "html")
    assert "改动能否影响结果" in out
    assert "证明不影响结果" in out


def test_without_the_option_nothing_is_judged(ran: Ran, paths: tuple[str, str]) -> None:
    assert "影响结果" not in ran("diff", *paths)[1]
    assert "matter" not in json.loads(ran("diff", *paths, "--format", "json")[1])


def test_policies_that_do_not_differ(ran: Ran, paths: tuple[str, str]) -> None:
    code, out, _ = ran("diff", paths[0], paths[0], "--matter")
    assert code == Exit.GOOD
    assert "可影响 0" in out
