"""``check --watch``: once at first, again at every save, and the last exit code at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from guiju.cli.commands.watching import saves, watch
from guiju.cli.exits import Exit
from guiju.cli.main import main
from guiju.cli.render.screen import Screen


def touched(path: Path, text: str, when: int) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(when, when))


def test_a_save_is_noticed_and_a_pause_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.guiju"
    touched(path, "甲", 1)
    steps = iter(
        (
            lambda: None,  # nothing happens
            lambda: touched(path, "乙", 2),  # saved
            path.unlink,  # gone while an editor puts a new file in its place
            lambda: None,
            lambda: touched(path, "丙", 3),
            lambda: touched(path, "丙", 3),  # the same file
        )
    )
    looks: list[str] = []

    def sleep(_: float) -> None:
        looks.append("look")
        next(steps)()

    seen = [len(looks) for _ in islice(saves(path, sleep), 3)]
    assert seen == [0, 2, 5]


def test_a_file_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.guiju"

    def sleep(_: float) -> None:
        touched(path, "甲", 1)

    assert len(list(islice(saves(path, sleep), 2))) == 2


def until_interrupted(times: int) -> Iterator[None]:
    for _ in range(times):
        yield
    raise KeyboardInterrupt


def test_it_ends_with_the_last_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    codes = [Exit.INVALID, Exit.GOOD, Exit.FINDINGS]
    given = iter(codes)
    code = watch(
        Path("政策.guiju"),
        lambda: next(given),
        Screen("zh"),
        changes=until_interrupted(3),
        now=lambda: "08:30:00",
    )
    out, err = capsys.readouterr()
    assert (code, out) == (Exit.FINDINGS, "")
    head = "── 08:30:00 政策.guiju（保存即重新检查，Ctrl-C 结束）\n"
    assert err == head + head + "没有发现\n" + head


@pytest.mark.parametrize("option", ["--watch", "--监视"])
def test_standard_input_cannot_be_watched(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "-", option])
    assert stop.value.code == Exit.USAGE
    assert "标准输入" in capsys.readouterr().err


def test_the_command_checks_at_each_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.guiju"
    touched(path, "机构 甲 {\n  年度 2009年\n}\n", 1)
    texts = iter(["机构 甲 {\n"])

    def sleep(_: float) -> None:
        text = next(texts, None)
        if text is None:
            raise KeyboardInterrupt
        touched(path, text, 2)

    monkeypatch.setattr("time.sleep", sleep)
    monkeypatch.setattr("guiju.cli.commands.watching.saves.__defaults__", (sleep,))
    with pytest.raises(SystemExit) as stop:
        main(["check", str(path), "--watch"])
    out, _ = capsys.readouterr()
    assert stop.value.code == Exit.INVALID
    assert out.index("G120") < out.index("G142")
