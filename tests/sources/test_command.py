"""``guiju check POLICY --source TEXT`` from the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from guiju.cli.exits import Exit
from guiju.cli.main import main
from support.documents import FOLDER, PAIRS, text


def ran(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    return int(stop.value.code or 0), *capsys.readouterr()


@pytest.fixture
def spoiled(tmp_path: Path) -> str:
    """The second policy with a wrong digit in it."""
    path = tmp_path / "意见.guiju"
    path.write_text(text("意见.guiju").replace("中等：85分", "中等：86分"), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("policy", "document"), PAIRS)
def test_a_faithful_policy_is_answered_with_silence(
    capsys: pytest.CaptureFixture[str], policy: str, document: str
) -> None:
    paths = str(FOLDER / policy), str(FOLDER / document)
    found = ran(capsys, "check", paths[0], "--source", paths[1], "--coverage-min", "100")
    assert found == (Exit.GOOD, "", "")


def test_a_wrong_digit_is_an_error_with_a_caret_and_the_documents_words(
    capsys: pytest.CaptureFixture[str], spoiled: str
) -> None:
    code, out, _ = ran(capsys, "检查", spoiled, "--原文", str(FOLDER / "意见.txt"))
    assert code == Exit.INVALID
    assert "错误 G615：“86分”在原文“二（三）”里没有，那里写的是：85分、95分、75分" in out
    assert "^^" in out
    assert "意见.txt · 第9行" in out
    code, out, _ = ran(
        capsys, "check", spoiled, "--source", str(FOLDER / "意见.txt"), "--lang", "en"
    )
    assert "error G615: “86分” is not in “二（三）”; it has: 85分, 95分, 75分" in out


def test_too_little_coverage_is_a_warning(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    policy = tmp_path / "短.guiju"
    rules = [line for line in text("意见.guiju").splitlines() if "“三4”" not in line]
    policy.write_text("\n".join(rules), encoding="utf-8")
    argv = ["check", str(policy), "--source", str(FOLDER / "意见.txt"), "--覆盖下限", "94"]
    code, out, _ = ran(capsys, *argv)
    assert (code, "G619" in out) == (Exit.FINDINGS, True)
    assert "原文16条，已编入或说明的15条，占93％，不到要求的94％" in out
    assert "还没有的：三4" in out
    _, out, _ = ran(capsys, *argv[:-1], "93")
    assert "G619" not in out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_of_clauses(capsys: pytest.CaptureFixture[str], language: str) -> None:
    argv = ["check", str(FOLDER / "意见.guiju"), "--source", str(FOLDER / "意见.txt")]
    code, out, _ = ran(capsys, *argv, "--coverage", "--lang", language)
    assert code == Exit.GOOD
    for said in {
        "zh": ("共16条：已编入13，说明不计3，未处理0；覆盖100.0％", "（原文缺）", "已说明", "标题"),
        "en": ("16 clauses: 13 encoded, 3 declared, 0 open; 100.0% covered", "missing", "heading"),
    }[language]:
        assert said in out


def test_the_table_as_markdown_and_json(capsys: pytest.CaptureFixture[str], spoiled: str) -> None:
    argv = ["check", spoiled, "--source", str(FOLDER / "意见.txt"), "--coverage", "--format"]
    code, out, _ = ran(capsys, *argv, "markdown")
    assert code == Exit.INVALID
    assert "## 检查发现" in out
    assert "| 二（三） |" in out
    code, out, _ = ran(capsys, *argv, "json")
    data = json.loads(out)
    assert [one["code"] for one in data["findings"]] == ["G615"]
    assert data["findings"][0]["labels"][0]["row"] == 9
    rows = {row["clause"]: row for row in data["coverage"]["rows"]}
    assert rows["二（二）"]["missing"] is True
    assert rows["二（二）"]["by"] == [{"kind": "stage", "name": "专项工作"}]
    assert rows["附件1"]["status"] == "heading"
    assert data["coverage"]["share"] == "100"


def test_json_without_the_table_is_a_list_and_github_lines_are_lines(
    capsys: pytest.CaptureFixture[str], spoiled: str
) -> None:
    argv = ["check", spoiled, "--source", str(FOLDER / "意见.txt"), "--format"]
    assert [one["code"] for one in json.loads(ran(capsys, *argv, "json")[1])] == ["G615"]
    assert ran(capsys, *argv, "github")[1].startswith("::error file=")


def test_findings_alone_as_markdown(capsys: pytest.CaptureFixture[str], spoiled: str) -> None:
    _, out, _ = ran(
        capsys, "check", spoiled, "--source", str(FOLDER / "意见.txt"), "--format", "markdown"
    )
    assert "G615" in out
    assert "覆盖" not in out


def test_the_document_may_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, spoiled: str
) -> None:
    for name in ("utf-8", "gb18030", "utf-16"):
        content = io.BytesIO(text("意见.txt").encode(name))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
        code, out, _ = ran(capsys, "check", spoiled, "--source", "-")
        assert (code, "G615" in out) == (Exit.INVALID, True)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--coverage"], "要和 --source 原文 一起用"),
        (["--coverage-min", "90"], "要和 --source 原文 一起用"),
        (["--source", "x", "--coverage", "--format", "github"], "不能列出覆盖表"),
        (["--source", "x", "--coverage-min", "101"], "要在 0 到 100 之间"),
        (["--source", "x", "--coverage-min", "多"], "“--coverage-min”不能是“多”"),
    ],
)
def test_misuse(
    capsys: pytest.CaptureFixture[str], spoiled: str, argv: list[str], said: str
) -> None:
    code, out, err = ran(capsys, "check", spoiled, *argv)
    assert (code, out) == (Exit.USAGE, "")
    assert said in err


def test_both_from_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, "check", "-", "--source", "-")
    assert code == Exit.USAGE
    assert "不能都从标准输入读" in err


def test_a_document_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], spoiled: str, tmp_path: Path
) -> None:
    code, out, _ = ran(capsys, "check", spoiled, "--source", str(tmp_path / "没有.txt"))
    assert (code, "G001" in out) == (Exit.USAGE, True)
    word = tmp_path / "意见.docx"
    word.write_bytes(b"PK\x03\x04")
    code, out, _ = ran(capsys, "check", spoiled, "--source", str(word))
    assert (code, "G008" in out, "另存为纯文本" in out) == (Exit.USAGE, True, True)


def test_a_text_without_numbers_is_an_error(
    capsys: pytest.CaptureFixture[str], spoiled: str, tmp_path: Path
) -> None:
    plain = tmp_path / "无编号.txt"
    plain.write_text("各单位按时报送。\n", encoding="utf-8")
    code, out, _ = ran(capsys, "check", spoiled, "--source", str(plain))
    assert (code, "G611" in out) == (Exit.INVALID, True)


def test_findings_of_the_policy_itself_are_reported_as_well(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    policy = tmp_path / "错.guiju"
    policy.write_text(
        text("意见.guiju")
        .replace("中等：85分", "中等：86分")
        .replace("机构 市考核办", "机购 市考核办"),
        encoding="utf-8",
    )
    code, out, _ = ran(capsys, "check", str(policy), "--source", str(FOLDER / "意见.txt"))
    assert code == Exit.INVALID
    assert "G201" in out and "G615" in out
