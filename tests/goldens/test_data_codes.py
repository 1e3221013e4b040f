"""What is said of files, data and runs for every code about them, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.cli import codes as file_codes
from guiju.cli.inputs import load_data
from guiju.cli.sources import load_source
from guiju.engine.catalogue import CODES
from guiju.engine.pipeline import check
from guiju.engine.result import evaluate
from guiju.grammar.diagnostics import Diagnostic, Language, Severity
from guiju.grammar.source import Source
from support.goldens import compare, page, printed
from support.scenes import SCENES, Scene

FOLDER = Path(__file__).parent / "findings"
#: Needs another user's file or a file of millions of characters: their tests stand elsewhere.
ELSEWHERE = {"G003", "G006", "G008", "G111", "G147", "G803", "G806"}
#: What takes a document, two years or two results to say (``tests/sources``, ``tests/diff``), and
#: what the conformance kit shows on whole data (``tests/conformance``).
ELSEWHERE |= {f"G{number}" for number in (*range(611, 621), 846, 847, *range(861, 866), 911)}
ELSEWHERE |= {f"G{number}" for number in range(920, 927)}
#: Guards of the engine that no policy can reach: a sound policy's scales cover every name that the
#: data may hold, and no column can be declared in per cent.
GUARDS = {"G858", "G906"}
#: A policy that cannot be read: its name, its bytes, and how it is shown.
FILES: dict[str, tuple[str, bytes | None, str]] = {
    "G001": ("政测.guiju", None, "guiju check 政测.guiju"),
    "G002": ("文件夹", None, "guiju check 文件夹"),
    "G004": (
        "政策.guiju",
        "政策 甲 { 年度：2009年 }\n".encode("gb18030"),
        "以 GB18030 保存的：政策 甲 { 年度：2009年 }",
    ),
    "G005": ("政策.guiju", b"", "（空文件）"),
    "G007": ("意见.docx", b"PK\x03\x04", "guiju check 意见.docx"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths as short as a user types them, wherever the tests run."""
    (tmp_path / "数据").mkdir()
    monkeypatch.chdir(tmp_path)


def found_of(scene: Scene, folder: Path) -> list[Diagnostic]:
    """What a run says of the data."""
    checkup = check(Source("政策.guiju", scene.policy()))
    assert checkup.plan is not None, [one.message("zh") for one in checkup.diagnostics]
    dataset, about = load_data(scene.lay(folder), checkup.plan.tables)
    found = list(about)
    if not any(one.severity is Severity.ERROR for one in found):
        found += evaluate(checkup.plan, dataset).findings
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", SCENES)
def test_the_scene(code: str, language: Language, update: bool) -> None:
    scene = SCENES[code]
    found = found_of(scene, Path("数据"))
    assert code in {one.code.id for one in found}, [one.message("zh") for one in found]
    text = page(scene.shown(), printed(found, None, language))
    compare(FOLDER / f"{code}.{language}.txt", text, update=update)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", FILES)
def test_a_policy_that_cannot_be_read(code: str, language: Language, update: bool) -> None:
    name, content, shown = FILES[code]
    Path("文件夹").mkdir()
    Path("政策.guiju").touch()
    if content is not None:
        Path(name).write_bytes(content)
    found = load_source(Path(name))
    assert isinstance(found, Diagnostic) and found.code.id == code
    text = page(shown, printed([found], None, language))
    compare(FOLDER / f"{code}.{language}.txt", text, update=update)


def test_every_code_has_its_golden_files_and_none_is_left_over() -> None:
    known = {code.id for code in (*file_codes.CODES, *CODES)} - ELSEWHERE - GUARDS
    expected = {f"{id}.{language}.txt" for id in known for language in ("zh", "en")}
    assert {path.name for path in FOLDER.iterdir()} == expected
