"""Policy files that cannot be read: each reason is its own finding, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.cli import codes
from guiju.cli.exits import Exit
from guiju.cli.sources import LIMIT_MB, exit_for, load_source
from guiju.grammar.diagnostics import Code, Diagnostic
from guiju.grammar.source import Source

TEXT = "政策 甲 {\r\n  年度：2009年\n}\n"


def refused(path: Path) -> Diagnostic:
    found = load_source(path)
    assert isinstance(found, Diagnostic)
    assert found.message("zh")
    assert found.message("en")
    assert found.hint("zh")
    return found


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_text_is_read_as_it_was_written(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "政策.guiju"
    path.write_bytes(mark + TEXT.encode())
    source = load_source(path)
    assert isinstance(source, Source)
    assert (source.name, source.text) == (str(path), TEXT)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", codes.EMPTY),
        (b"\xef\xbb\xbf", codes.EMPTY),
        (TEXT.encode("gb18030"), codes.ENCODING),
        (TEXT.encode("utf-16"), codes.ENCODING),
        (b"\xff", codes.ENCODING),
        (b"PK\x03\x04rest", codes.BINARY),
        (b"\xd0\xcf\x11\xe0rest", codes.BINARY),
        (b"%PDF-1.7", codes.BINARY),
        (b"a\0b", codes.BINARY),
        (b"#" * (LIMIT_MB * 1024 * 1024 + 1), codes.LARGE),
    ],
)
def test_content_that_is_no_policy(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "政策.guiju"
    path.write_bytes(content)
    finding = refused(path)
    assert finding.code is code
    assert exit_for(finding) is (Exit.INVALID if code is codes.EMPTY else Exit.USAGE)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_known_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "政策.guiju"
    path.write_bytes(("# first\n" + TEXT).encode(encoding))
    message = refused(path).message("zh")
    assert encoding.upper() in message
    assert ("第2行" if encoding == "gb18030" else "第1行") in message


def test_bytes_of_no_known_encoding_are_not_named(tmp_path: Path) -> None:
    path = tmp_path / "政策.guiju"
    path.write_bytes(b"\xff\xff\xff")
    assert refused(path).message("en").startswith("“政策.guiju” is not UTF-8 text; it")


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "松原2009.guiju").write_text("x", encoding="utf-8")
    finding = refused(tmp_path / "松原2008.guiju")
    assert finding.code is codes.MISSING
    assert "松原2009.guiju" in (finding.hint("zh") or "")
    assert refused(tmp_path / "no" / "such.guiju").code is codes.MISSING


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path).code is codes.FOLDER


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "政策.guiju"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refused(path).code is codes.REFUSED


def test_a_path_that_no_system_takes() -> None:
    assert refused(Path("a\0b")).code is codes.REFUSED


def test_every_code_has_a_page() -> None:
    assert len({code.id for code in codes.CODES}) == len(codes.CODES)
    for code in codes.CODES:
        page = code.page
        for text in (page.what, page.why, page.mend):
            assert text.zh
            assert text.en
        assert page.data
        assert page.bad != page.good
