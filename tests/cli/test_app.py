"""The command line as a whole: names, help, usage errors, languages and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeAlias

import pytest
from guiju.cli.app import COMMANDS
from guiju.cli.exits import Exit
from guiju.cli.main import main
from guiju.grammar.diagnostics import Code, Diagnostic, Page, Severity, Text
from guiju.grammar.source import Span
from syrupy.assertion import SnapshotAssertion

PAGE = Page(Text("", ""), Text("", ""), Text("", ""), "", "")


def finding(severity: Severity) -> Diagnostic:
    return Diagnostic(Code("G000", severity, Text("某个发现", "a finding"), PAGE), Span(0, 2))


@pytest.fixture
def policy(tmp_path: Path) -> str:
    path = tmp_path / "政策.guiju"
    path.write_text("政策 甲 { }\n", encoding="utf-8")
    return str(path)


def ran(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    return int(stop.value.code or 0), *capsys.readouterr()


Checking: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def checking(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, policy: str
) -> Checking:
    """Runs ``check`` over an engine that finds, or raises, what a test says."""

    def run(outcome: Sequence[Severity] | BaseException, *options: str) -> tuple[int, str, str]:
        def check(_: object) -> object:
            if isinstance(outcome, BaseException):
                raise outcome
            return SimpleNamespace(diagnostics=tuple(map(finding, outcome)))

        monkeypatch.setattr(import_module("guiju.cli.commands.check"), "check", check)
        return ran(capsys, "检查", policy, *options)

    return run


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help(
    capsys: pytest.CaptureFixture[str], golden: SnapshotAssertion, command: str, language: str
) -> None:
    code, out, err = ran(capsys, *command.split(), "--help", "--lang", language)
    assert (code, err) == (0, "")
    assert out == golden


def test_no_command_shows_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys) == ran(capsys, "--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_chinese_name(capsys: pytest.CaptureFixture[str], command: Any) -> None:
    assert ran(capsys, command.name, "--help") == ran(capsys, command.chinese, "--帮助")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["chek", "a"], "没有“chek”这个命令；是不是想写 check？"),
        (["检察", "a"], "没有“检察”这个命令；是不是想写 检查？"),
        (["zzz"], "可用的命令：check、检查"),
        (["check"], "缺少政策文件。"),
        (["check", "a", "b"], "多出了“b”。"),
        (["check", "a", "--fromat", "json"], "没有“--fromat”这个选项；是不是想写 --format？"),
        (["check", "a", "--格试", "json"], "没有“--格试”这个选项；是不是想写 --格式？"),
        (["--hlep"], "没有“--hlep”这个选项；是不是想写 --help？"),
        (
            ["check", "a", "--format", "jsno"],
            "可选：text、json、github、sarif、markdown；是不是想写 json？",
        ),
        (["check", "a", "--format"], "“--format”后面要写一个值。"),
        (["check", "a", "--format", "json", "--格式", "json"], "“--格式”写了不止一次。"),
        (["check", "a", "--notes=perhaps"], "“--notes”不能是“perhaps”。"),
        (["check", "a", "--lang", "fr"], "“--lang”不能是“fr”，可选：zh（中文）、en（英文）。"),
        (["check", "a", "--语言"], "“--lang”不能是“”"),
        (["check", "a", "\x1b[31m"], "多出了“\ufffd[31m”"),
    ],
)
def test_usage_errors(capsys: pytest.CaptureFixture[str], argv: list[str], said: str) -> None:
    code, out, err = ran(capsys, *argv)
    assert (code, out) == (Exit.USAGE, "")
    assert err.startswith("用法不对：")
    assert said in err


def test_usage_errors_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, "--lang=en", "chek")
    assert code == Exit.USAGE
    assert err == (
        "Usage error: there is no command “chek”; did you mean check?\nFor help: guiju --help\n"
    )


@pytest.mark.parametrize(
    ("environment", "english"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, False),
        ({"LC_MESSAGES": "en_GB"}, True),
        ({"GUIJU_LANG": "en", "LANG": "zh_CN.UTF-8"}, True),
        ({"GUIJU_LANG": "zh", "LANG": "en_US.UTF-8"}, False),
    ],
)
def test_language_of_the_environment(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    english: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ran(capsys, "--help")[1].startswith("Usage: " if english else "用法：")
    assert ran(capsys, "--help", "--语言", "中文")[1].startswith("用法：")


@pytest.mark.parametrize(
    ("severities", "code", "last"),
    [
        ([], Exit.GOOD, ""),
        ([Severity.NOTE], Exit.GOOD, ""),
        ([Severity.WARNING, Severity.NOTE], Exit.FINDINGS, "共 1 处提醒\n"),
        ([Severity.WARNING, Severity.ERROR], Exit.INVALID, "共 1 处错误、1 处提醒\n"),
    ],
)
def test_check_exits_by_the_worst_finding(
    checking: Checking, severities: list[Severity], code: Exit, last: str
) -> None:
    exit_code, out, err = checking(severities)
    assert (exit_code, err) == (code, "")
    assert out.endswith(last) if last else out == ""


def test_notes_on_request(checking: Checking) -> None:
    code, out, _ = checking([Severity.NOTE], "--提示")
    assert code == Exit.GOOD
    assert out.endswith("共 1 处提示\n")


@pytest.mark.parametrize("severities", [[], [Severity.ERROR, Severity.WARNING]])
def test_json_is_always_json(checking: Checking, severities: list[Severity]) -> None:
    out = checking(severities, "--format", "json")[1]
    assert [item["severity"] for item in json.loads(out)] == [s.value for s in severities]


def test_an_unreadable_file_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "check", "none", "--format=json")
    assert code == Exit.USAGE
    assert json.loads(out)[0]["code"] == "G001"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            ValueError("某处\n不对"),
            Exit.DEFECT,
            "程序内部出错（不是您的材料有问题）：ValueError: 某处 不对。",
        ),
        (RecursionError("deep"), Exit.DEFECT, "RecursionError: deep"),
        (OSError(28, "full"), Exit.USAGE, "读写文件时出错：OSError: [Errno 28] full"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_nothing_ends_in_a_traceback(
    checking: Checking, error: BaseException, code: int, said: str
) -> None:
    exit_code, out, err = checking(error)
    assert (exit_code, out) == (code, "")
    assert said in err
    assert bool(err) is bool(said)


def test_a_maintainer_may_ask_for_the_traceback(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIJU_DEBUG", "1")
    assert "Traceback" in checking(ValueError("x"))[2]


def test_exit_codes_are_a_promise() -> None:
    assert {code.name: code.value for code in Exit} == {
        "GOOD": 0, "FINDINGS": 1, "USAGE": 2, "INVALID": 3, "UNDECIDED": 4, "WOULD_CHANGE": 11,
        "DEFECT": 70,
    }  # fmt: skip


def process(*argv: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "guiju", *argv],
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], **environment},
    )


def test_a_pipe_gets_a_page_of_text_without_escapes(policy: str) -> None:
    done = process("--help", COLUMNS="50")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout


def test_a_console_that_lacks_characters_gets_question_marks() -> None:
    done = process("--help", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"guiju ?? [??]" in done.stdout


def test_a_closed_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m guiju explain-code | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""


def test_help_loads_neither_the_engine_nor_a_command() -> None:
    script = (
        "import sys\nfrom guiju.cli.main import run\nrun(['--help'])\n"
        "print([m for m in sys.modules if 'engine' in m or 'commands.' in m or m == 'lark'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.stdout.decode().endswith("[]\n")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("列", ["整数 integer", "“表头”", "备查 reference", "无专项预算"]),
        ("可空", ["【列 columns】", "空着是差错"]),
        ("nullable", ["【列 columns】"]),
        ("合计", ["【算法】", "各行之和"]),
    ],
)
def test_words_explains_a_word(
    capsys: pytest.CaptureFixture[str], word: str, told: list[str]
) -> None:
    code, out, _ = ran(capsys, "words", word)
    assert code == 0
    assert all(part in out for part in told)


def test_words_knows_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "words", "可控")
    assert (code, out) == (2, "")
    assert "没有“可控”" in err
