"""The command: exit codes, formats, bad policies, another series, and data that do not fit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from diff.conftest import Ran
from diff.next_year import next_year
from guiju.cli.exits import Exit
from support.policy import edited, founding_text
from support.sample import FOLDER
from syrupy.assertion import SnapshotAssertion

DATA = str(FOLDER / "data-2009")
CAP = ("  封顶：5分", "  封顶：4分")


@pytest.fixture(autouse=True)
def _policies(tmp_path: Path) -> None:
    (tmp_path / "2009.guiju").write_text(founding_text(), encoding="utf-8")
    (tmp_path / "2010.guiju").write_text(next_year(), encoding="utf-8")
    (tmp_path / "cap.guiju").write_text(edited(CAP), encoding="utf-8")
    (tmp_path / "空").mkdir()


def steady(out: str) -> str:
    """Output without the numbers of lines, which any edit further up in the policy moves."""
    out = re.sub(r"第\d+行|\bline\s+\d+", "第…行", out)
    return re.sub(r'"((end_)?(line|column))": \d+', r'"\1": "…"', out)


def written(name: str, *edits: tuple[str, str]) -> str:
    Path(name).write_text(edited(*edits), encoding="utf-8")
    return name


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_a_next_year(ran: Ran, golden: SnapshotAssertion, format: str) -> None:
    code, out, err = ran("diff", "2009.guiju", "2010.guiju", "--format", format)
    assert (code, err) == (Exit.FINDINGS, "")
    assert steady(out) == golden


def test_a_next_year_in_english(ran: Ran, golden: SnapshotAssertion) -> None:
    # Markdown does not wrap, so that no line number is broken over two lines.
    argv = ("--lang", "en", "diff", "2009.guiju", "2010.guiju", "--format", "markdown")
    assert steady(ran(*argv)[1]) == golden


def test_places_in_json_are_where_the_words_are(ran: Ran) -> None:
    (change,) = json.loads(ran("diff", "2009.guiju", "cap.guiju", "--format", "json")[1])["changes"]
    for side, text in (("old", founding_text()), ("new", edited(CAP))):
        place = change[side]
        line = text.splitlines()[place["line"] - 1]
        assert line[place["column"] - 1 : place["end_column"] - 1] == place["words"]


def test_a_next_year_on_data(ran: Ran, golden: SnapshotAssertion) -> None:
    code, out, _ = ran("比较", "2009.guiju", "2010.guiju", "--数据", DATA)
    assert code == Exit.FINDINGS
    assert out[out.index("【等次变化】") :] == golden


def test_data_as_json_is_exact_and_complete(ran: Ran) -> None:
    out = ran("diff", "2009.guiju", "cap.guiju", "--data", DATA, "--format", "json")[1]
    impact = json.loads(out)["impact"]
    assert len(impact["units"]) == 45
    (step,) = impact["attribution"]["steps"]
    assert step["changes"] == [0]
    assert step["forward"] == impact["attribution"]["whole"]
    assert set(step["forward"].values()) == {"-1"}
    assert impact["attribution"]["remainder"] == {}


@pytest.mark.parametrize("more", [[], ["--data", DATA]])
def test_no_difference(ran: Ran, more: list[str]) -> None:
    code, out, err = ran("diff", "2009.guiju", "2009.guiju", *more)
    assert (code, err) == (Exit.GOOD, "")
    assert "两份政策没有不同" in out


def test_no_difference_as_json(ran: Ran) -> None:
    code, out, _ = ran("diff", "2009.guiju", "2009.guiju", "--format", "json")
    assert code == Exit.GOOD
    assert json.loads(out)["changes"] == []


def test_policies_of_two_series(ran: Ran) -> None:
    other = written("other.guiju", ("政策 松原绩效评估 ", "政策 松原目标考核 "), CAP)
    code, out, _ = ran("diff", "2009.guiju", other)
    assert code == Exit.FINDINGS
    assert "不是同一系列" in out
    assert "5分 → 4分" in out


@pytest.mark.parametrize("format", ["text", "json"])
def test_both_bad_policies_are_shown(ran: Ran, format: str) -> None:
    one = written("one.guiju", ("环节 民主评估（15％）", "环节 民主评估（13％）"))
    two = written("two.guiju", ("  分组：排名组", "  分组：排名"))
    code, out, _ = ran("diff", one, two, "--format", format)
    assert code == Exit.INVALID
    assert "one.guiju" in out
    assert "two.guiju" in out
    assert isinstance(json.loads(out), list) if format == "json" else "G402" in out


def test_a_missing_policy(ran: Ran) -> None:
    code, out, _ = ran("diff", "2009.guiju", "2011.guiju")
    assert code == Exit.USAGE
    assert "2011.guiju" in out


def test_an_empty_data_folder(ran: Ran) -> None:
    code, out, _ = ran("diff", "2009.guiju", "cap.guiju", "--data", "空")
    assert code == Exit.USAGE
    assert "5分 → 4分" in out
    assert out.count("G804") == 1, "what both policies lack is said once"
    assert "没有比较结果" in out


def test_data_that_only_the_new_policy_has_trouble_with(ran: Ran) -> None:
    """The old policy runs; the new one needs a column that the data do not have."""
    new = written(
        "new.guiju",
        ("工作表 市人事局 { 单位：单位；能力建设：分，可空 }", "工作表 市人事局 { 单位：单位；能力建设：分，可空；编制管理：分，可空 }"),
    )  # fmt: skip
    code, out, _ = ran("diff", "2009.guiju", new, "--data", DATA)
    assert code == Exit.INVALID
    assert "new.guiju 用这些数据核算不出结果" in out
    assert "2009.guiju 用这些数据" not in out
    found = json.loads(ran("diff", "2009.guiju", new, "--data", DATA, "--format", "json")[1])
    assert [part["policy"] for part in found["findings"]] == ["new.guiju"]
    assert found["changes"]


def test_data_more_than_twice(ran: Ran) -> None:
    argv = ("diff", "2009.guiju", "cap.guiju", *("--data", DATA) * 3)
    code, out, err = ran(*argv)
    assert (code, out) == (Exit.USAGE, "")
    assert "最多给两次" in err


@pytest.mark.parametrize("name", ["结果.docx", "结果.csv"])
def test_a_file_of_another_kind_is_refused_before_anything_is_done(ran: Ran, name: str) -> None:
    code, out, err = ran("diff", "2009.guiju", "cap.guiju", "--output", name)
    assert (code, out) == (Exit.USAGE, "")
    assert ".html" in err
    assert not Path(name).exists()


@pytest.mark.parametrize("name", ["比较.html", "比较.md", "比较.json", "比较.xlsx"])
def test_a_difference_is_saved(ran: Ran, name: str) -> None:
    code, out, err = ran("diff", "2009.guiju", "cap.guiju", "--output", name)
    assert code == Exit.FINDINGS
    assert "5分 → 4分" in out
    assert name in err
    content = Path(name).read_bytes()
    assert content[:2] == b"PK" if name.endswith("xlsx") else "4分" in content.decode()


@pytest.mark.parametrize("folder", ["空", "没有"])
def test_nothing_is_saved_where_data_stand_in_the_way(ran: Ran, folder: str) -> None:
    argv = ("diff", "2009.guiju", "cap.guiju", "--data", DATA, "--data", folder)
    code, out, _ = ran(*argv, "--output", "比较.html")
    assert code == Exit.USAGE
    assert "没有比较结果" in out
    assert not Path("比较.html").exists()


def test_the_page_has_both_sides_and_their_clauses(ran: Ran) -> None:
    code, out, _ = ran("diff", "2009.guiju", "2010.guiju", "--format", "html")
    assert code == Exit.FINDINGS
    assert out.startswith("<!DOCTYPE html>")
    for head in ("原条文", "新条文", "幅度"):
        assert f"<th>{head}</th>" in out
