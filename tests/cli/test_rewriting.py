"""``fmt``, ``fix`` and ``translate`` at the command line: files, standard input, exit codes."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from guiju.cli.exits import Exit
from guiju.cli.main import main
from guiju.cli.render.unified import unified
from support.policy import edited, founding_text

UNTIDY = "机构 甲{年度:2009年}\n"
TIDY = "机构 甲 { 年度：2009年 }\n"
BROKEN = "机构 甲 { 年度：\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs a command line, with a text on standard input; gives exit code, output and errors."""

    def run(*argv: object, given: str = "") -> tuple[int, str, str]:
        stdin = SimpleNamespace(buffer=io.BytesIO(given.encode()))
        monkeypatch.setattr("sys.stdin", stdin)
        with pytest.raises(SystemExit) as stop:
            main([str(one) for one in argv])
        return int(stop.value.code or 0), *capsys.readouterr()

    return run


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_fmt_rewrites_in_place(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    first, second = written(tmp_path, "a.guiju", UNTIDY), written(tmp_path, "b.guiju", TIDY)
    before = second.stat().st_ino
    assert run("整理", first, second) == (Exit.GOOD, "", "")
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8") == TIDY
    assert second.stat().st_ino == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.guiju", "b.guiju"]


def test_fmt_check_names_what_would_change(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    first, second = written(tmp_path, "a.guiju", UNTIDY), written(tmp_path, "b.guiju", TIDY)
    assert run("fmt", "--check", first, second) == (Exit.WOULD_CHANGE, f"需要整理：{first}\n", "")
    assert run("fmt", "--check", second) == (Exit.GOOD, "", "")
    assert first.read_text(encoding="utf-8") == UNTIDY


def test_fmt_diff(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = written(tmp_path, "a.guiju", UNTIDY)
    shown = f"--- {path}\n+++ {path}\n@@ -1 +1 @@\n-{UNTIDY}+{TIDY}"
    assert run("fmt", "--diff", path) == (Exit.GOOD, shown, "")
    assert run("fmt", "--diff", "--check", path) == (Exit.WOULD_CHANGE, shown, "")
    assert path.read_text(encoding="utf-8") == UNTIDY


def test_fmt_leaves_a_broken_file_alone(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    broken, untidy = written(tmp_path, "a.guiju", BROKEN), written(tmp_path, "b.guiju", UNTIDY)
    code, out, _ = run("fmt", broken, untidy)
    assert code == Exit.INVALID
    assert "a.guiju:1" in out
    assert broken.read_text(encoding="utf-8") == BROKEN
    assert untidy.read_text(encoding="utf-8") == TIDY


def test_fmt_of_standard_input(run) -> None:  # type: ignore[no-untyped-def]
    assert run("fmt", "-", given=UNTIDY) == (Exit.GOOD, TIDY, "")
    assert run("fmt", "--check", "-", given=UNTIDY) == (
        Exit.WOULD_CHANGE,
        "需要整理：<stdin>\n",
        "",
    )
    code, out, err = run("fmt", "-", given=BROKEN)
    assert (code, out) == (Exit.INVALID, "")
    assert "<stdin>:1" in err


def test_a_missing_file(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for command in (("fmt",), ("fix",), ("translate", "--to", "en")):
        code, out, _ = run(*command, tmp_path / "none.guiju")
        assert code == Exit.USAGE
        assert "G001" in out


SLIP = ("  年度：2009年", "  年度 2009年")


def test_fix_writes_and_reports(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = written(tmp_path, "a.guiju", edited(SLIP))
    code, out, _ = run("修正", path)
    assert code == Exit.GOOD
    assert out == f"已改 {path}:7:3  G120  补上冒号：“年度”和“2009年”之间缺冒号\n共已改 1 处\n"
    assert path.read_text(encoding="utf-8") == founding_text()
    assert run("fix", path, "--lang=en") == (Exit.GOOD, "nothing can be fixed safely\n", "")


def test_fix_shows_what_it_would_do(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = edited(SLIP)
    path = written(tmp_path, "a.guiju", text)
    assert run("fix", "--dry-run", path)[1].startswith("可改 ")
    assert "+  年度：2009年\n" in run("fix", "--diff", path)[1]
    assert path.read_text(encoding="utf-8") == text


def test_fix_ends_in_the_code_of_what_is_left(run) -> None:  # type: ignore[no-untyped-def]
    text = edited(SLIP, ("适用：县区政府\n\n  目标", "适用：县区政付们\n\n  目标"))
    code, out, err = run("fix", "-", given=text)
    assert code == Exit.INVALID
    assert out == text.replace(SLIP[1], SLIP[0])
    assert "G120" in err and "县区政付们" in err


def test_translate(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, english, _ = run("翻译", "-", "--译成", "en", given=founding_text())
    assert code == Exit.GOOD
    assert english.count("\nindicator_system ") + english.count("\nsystem ") == 2
    output = tmp_path / "zh.guiju"
    path = written(tmp_path, "en.guiju", english)
    assert run("translate", path, "--to=zh", "--output", output) == (Exit.GOOD, "", "")
    assert "\n体系 县区指标" in output.read_text(encoding="utf-8")


def test_a_policy_with_errors_is_not_translated(run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("translate", "-", "--to", "en", given=UNTIDY)
    assert (code, out) == (Exit.INVALID, "")
    assert "G2" in err


def test_a_diff_knows_lines_as_policies_do() -> None:
    assert unified("a", "x\u2028y\n", "x\u2028y") == (
        "--- a\n+++ a\n@@ -1 +1 @@\n-x\u2028y\n+x\u2028y\n\\ No newline at end of file\n"
    )
    assert unified("a", "x", "x") == ""
