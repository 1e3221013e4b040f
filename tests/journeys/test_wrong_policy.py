"""Wrong policies, end to end: located findings, a non-zero exit, no partial output."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.spoiled import DATA, POLICY

FOUR_NAMES = (
    "市长公开电话办理和应急值守（2分） { 评分：市政府办公室 }",
    "市长公开电话办理（2分） { 评分：市政府办公室 }\n      细项 应急值守（2分） { 评分：市政府办公室 }",
)
INTEGERS = ("四舍五入（加分后得分，2位）", "四舍五入（加分后得分，0位）")
GAP = ("一般：60分以上不足80分", "一般：60分至79分")

CASES = {
    "an unclosed brace": (
        [("指标 责任政府建设（3分） {", "指标 责任政府建设（3分） ")],
        "G143",
        "指标 责任政府建设",
    ),
    "a lost colon": ([("  年度：2009年", "  年度2009年")], "G120", "年度2009年"),
    "a misspelt property": ([("  满分：100分", "  满份：100分")], "G202", "满份"),
    "a misspelt kind": ([("环节 自我评估", "环结 自我评估")], "G201", "环结"),
    "a misspelt name": ([("提出：市信访局", "提出：市信坊局")], "G208", "市信坊局"),
    "weights that add to 98 %": (
        [("环节 民主评估（15％）", "环节 民主评估（13％）")],
        "G402",
        "年终评估（91％）",
    ),
    "the four-name reading": ([FOUR_NAMES], "G401", "责任政府建设（6分）"),
    "a gap on a step of 0.01": ([GAP], "G501", "一般：60分至79分"),
    "a weight in points": (
        [("环节 自我评估（1％）", "环节 自我评估（1分）")],
        "G302",
        "自我评估（1分）",
    ),
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0), capsys.readouterr().out


def edited(tmp_path: Path, edits: list[tuple[str, str]]) -> Path:
    text = POLICY.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = tmp_path / "policy.guiju"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", CASES)
def test_the_mistake_is_found_where_it_is(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits, code, words = CASES[name]
    path = edited(tmp_path, edits)
    exit_code, out = run(capsys, "check", str(path), "--format", "json")
    found = [item for item in json.loads(out) if item["code"] == code]
    assert exit_code == 3
    assert found, out
    line = path.read_text(encoding="utf-8").splitlines()[found[0]["line"] - 1]
    assert words in line


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_evaluated(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.xlsx"
    path = edited(tmp_path, CASES[name][0])
    code, out = run(
        capsys, "evaluate", str(path), str(DATA), "--format", "csv", "--output", str(output)
    )
    assert code == 3
    assert not output.exists()
    assert "基础工作评估,定期调度" not in out


def test_one_slip_gives_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No echo: a misspelt word, name or number is not reported a second time by what depends on it."""
    for name in (
        "an unclosed brace",
        "a lost colon",
        "a misspelt property",
        "a misspelt kind",
        "a misspelt name",
        "weights that add to 98 %",
    ):
        _, out = run(capsys, "check", str(edited(tmp_path, CASES[name][0])), "--format", "json")
        assert len(json.loads(out)) == 1, (name, out)


def test_several_slips_come_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("a lost colon", "a misspelt kind", "a misspelt name", "a gap on a step of 0.01")
    edits = [edit for name in names for edit in CASES[name][0]]
    _, out = run(capsys, "check", str(edited(tmp_path, edits)), "--format", "json")
    assert {item["code"] for item in json.loads(out)} == {CASES[name][1] for name in names}


def test_no_gap_on_whole_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, "check", str(edited(tmp_path, [GAP, INTEGERS])))
    assert (code, out) == (0, "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zero bytes", b""),
        ("random bytes", random.Random(1).randbytes(4000)),
        (
            "random text",
            "".join(
                random.Random(2).choices("政策｛｝{}（）：，、；“”＃# \n年分％90以上", k=4000)
            ).encode(),
        ),
        ("ten megabytes", ("# 一行\n" * 1_500_000).encode()),
        ("only comments", "# 没有内容\n".encode()),
    ],
)
def test_hopeless_files(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "policy.guiju"
    path.write_bytes(content)
    code, out = run(capsys, "check", str(path), "--format", "json")
    assert code in (2, 3)
    assert any(item["severity"] == "error" for item in json.loads(out))


def test_without_a_register_one_finding_says_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = POLICY.read_text(encoding="utf-8")
    start, end = text.index("名册 单位名册 {"), text.index("数据表 日常评估 {")
    path = tmp_path / "policy.guiju"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    code, out = run(capsys, "check", str(path), "--format", "json")
    assert code == 3
    assert [item["code"] for item in json.loads(out)] == ["G319"]
