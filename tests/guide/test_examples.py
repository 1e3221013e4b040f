"""Every example of the language guide does what its page says."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from guiju.cli.main import main
from guiju.engine.catalogue import find_code
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Diagnostic, Severity
from guiju.grammar.source import Source
from support.guide import GUIDE, Example, Page, pages

PAGES = pages()
EXAMPLES = [example for page in PAGES for example in page.examples]
GOOD = [example for example in EXAMPLES if not example.code]
BAD = [example for example in EXAMPLES if example.code]
RUN = [example for example in EXAMPLES if example.results]
#: An example is a piece of a policy: the rest of it would use what it declares, and name its clause.
PIECE = re.compile("G601|G70.")


def name(example: Example | Page) -> str:
    return example.id if isinstance(example, Example) else example.name


def findings(text: str) -> list[Diagnostic]:
    found = check(Source("guide", text)).diagnostics
    return [
        one
        for one in found
        if one.severity is not Severity.NOTE and not PIECE.fullmatch(one.code.id)
    ]


@pytest.mark.parametrize("example", GOOD, ids=name)
def test_an_accepted_example_checks(example: Example) -> None:
    assert [one.message("zh") for one in findings(example.policy())] == []


@pytest.mark.parametrize("example", [e for e in BAD if e.code[1] < "8"], ids=name)
def test_a_rejected_example_gives_its_code_and_no_other(example: Example) -> None:
    assert {one.code.id for one in findings(example.policy())} == {example.code}


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "README"], ids=name)
def test_a_page_shows_both(page: Page) -> None:
    """What is accepted and what is not; the cookbook shows what everything gives instead."""
    kinds = {bool(example.code) for example in page.examples}
    assert kinds == ({False} if page.name == "cookbook" else {False, True})
    assert page.name != "cookbook" or all(example.results for example in page.examples)


def tables(page: str) -> dict[str, str]:
    return next(p.tables for p in PAGES if p.name == page)


def evaluated(
    example: Example, export: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    policy = folder / "p.guiju"
    policy.write_text(example.policy(f"结果表 {{ 单位：单位；{export} }}"), encoding="utf-8")
    (folder / "data").mkdir()
    for file, text in tables(example.page).items():
        (folder / "data" / file).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["evaluate", str(policy), str(folder / "data"), "--format", "csv"])
    return int(stop.value.code or 0), capsys.readouterr().out


@pytest.mark.parametrize("example", RUN, ids=name)
def test_it_gives_what_the_page_shows(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = "；".join(f"v{i}：{value}" for i, (value, _) in enumerate(example.results))
    code, out = evaluated(example, export, tmp_path, capsys)
    assert code == 0, out
    rows = list(csv.DictReader(StringIO(out)))
    for i, (value, figures) in enumerate(example.results):
        shown = tuple(row[f"v{i}"] or "—" for row in rows)
        assert shown == figures, value


@pytest.mark.parametrize("example", [e for e in BAD if e.code[1] > "8"], ids=name)
def test_what_the_data_do_not_allow_gives_its_code(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such an example ends with a 取值 that asks for it."""
    value = re.findall(r"^取值 (\S+)", example.text, re.M)[-1]
    code, out = evaluated(example, f"值：{value}", tmp_path, capsys)
    assert (code, set(re.findall(r"G\d{3}", out))) == (3, {example.code})


def test_every_code_named_exists_and_every_page_is_linked() -> None:
    index = (GUIDE / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        text = (GUIDE / f"{page.name}.md").read_text(encoding="utf-8")
        assert all(find_code(code) for code in re.findall(r"G\d{3}", text)), page.name
        assert page.name == "README" or f"({page.name}.md)" in index


def test_the_cookbook_is_long_enough_to_be_of_use() -> None:
    cookbook = next(page for page in PAGES if page.name == "cookbook")
    assert len(cookbook.examples) >= 60
