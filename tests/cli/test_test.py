"""``guiju test``: what it prints, its exit codes, and its output for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.trials import SCHEME
from syrupy.assertion import SnapshotAssertion

RIGHT = "示例 优 { 给定 { 总分：90分 }；应得 { 等级：优 } }\n"
#: One example for each way of being wrong.
WRONG = """
底线 封得住 { 要求：总分 ≤ 100分 }
示例 抽查和规模 {
  给定 日常 { 出勤：90分；抽查：80分 }
  给定 { 人数：100人；奖励：3分 }
  应得 { 抽查得分：85分；基本分：93.5分；总分：97分 }
}
示例 没有给出人数 { 给定 日常 { 出勤：90分；抽查：80分 }；应得 { 基本分：85分 } }
示例 除不尽 { 给定 { 总分：200分 ÷ 3 }；应得 { 折合：0.66 }；要求：总分 ＞ 70分 或 等级 = 优 }
示例 两个单位 {
  给定 { 类型：县区 }
  单位 甲 { 给定 { 总分：101分 }；应得 { 名次：2 } }
  单位 乙 { 给定 { 总分：50分 }；应得 { 名次：2；等级：良 } }
}
示例 降等 {
  给定 { 等级：优 }
  给定 事故 { 决定：降低；死亡人数：0人 }
  应得 { 最终：优 }
}
"""


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def ran(capsys: pytest.CaptureFixture[str], text: str, *options: str) -> tuple[int, str, str]:
    Path("政策.guiju").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["test", "政策.guiju", *options])
    return int(stop.value.code or 0), *capsys.readouterr()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong(
    capsys: pytest.CaptureFixture[str], golden: SnapshotAssertion, language: str
) -> None:
    code, out, _ = ran(capsys, SCHEME + WRONG, "--lang", language)
    assert code == 1
    assert out == golden


@pytest.mark.parametrize("language", ["zh", "en"])
def test_proposals(
    capsys: pytest.CaptureFixture[str], golden: SnapshotAssertion, language: str
) -> None:
    code, out, _ = ran(capsys, SCHEME + RIGHT, "--propose", "--lang", language)
    assert code == 0
    assert out == golden


def test_all_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SCHEME + RIGHT)
    assert code == 0
    assert out.startswith(
        "1 个示例全部相符（1 项）。\n演示了政策 18 处规定中的 1 处，没有演示到的：\n"
    )
    assert "  等次 等级：良、差\n" in out


def test_a_policy_without_examples_is_not_tested(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SCHEME)
    assert code == 1
    assert out.startswith("政策里没有示例。\n")


def test_an_invalid_policy(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SCHEME + "示例 例 { 给定 { 总份：1分 }；应得 { 等级：优 } }")
    assert code == 3
    assert "G208" in out
    code, out, _ = ran(capsys, SCHEME + "示例 例 { 应得 { 总份：1分 } }", "--format", "json")
    assert (code, json.loads(out)[0]["code"]) == (3, "G208")


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["试算", "没有.guiju"])
    assert stop.value.code == 2


def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, SCHEME + WRONG, "--format", "json")
    data = json.loads(out)
    assert (code, data["passed"]) == (1, False)
    first = data["examples"][0]
    assert (first["name"], first["asked"], first["passed"]) == ("抽查和规模", 3, False)
    failure = first["failures"][0]
    assert failure["code"] == "G932"
    assert failure["drawn"][0]["values"] == [{"name": "日常.抽查", "value": "80"}]
    assert {"kind": "band", "name": "等级", "detail": "优"} in data["coverage"]["missing"]
    _, out, _ = ran(capsys, SCHEME + RIGHT, "--format", "json", "--propose")
    assert json.loads(out)["unfound"] == []
