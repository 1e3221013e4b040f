"""Findings on a terminal: places, carets, labels, fixes, order and the summary line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from guiju.cli.render.findings import render_findings, summary
from guiju.cli.render.places import cell_text
from guiju.grammar.diagnostics import (
    Cell,
    Code,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Page,
    Place,
    Severity,
    Text,
)
from guiju.grammar.source import Source, Span
from syrupy.assertion import SnapshotAssertion

PAGE = Page(Text("", ""), Text("", ""), Text("", ""), "", "")
POLICY = (
    "政策 松原绩效评估 {\n"
    "  年度 20xx年\n"
    "\t发布：市政府 [red]\x1b[31m\n"
    "  目标 共性工作目标（20分） {\n"
    "    指标 廉政建设（6分） { }\n"
    "    指标 能力建设（3分） { }\n"
    "  }\n"
    "  依据：" + "《关于印发年度政府重点工作目标责任制的通知》、" * 4 + "其它\n"
    "}\n"
)
SOURCE = Source("政策.guiju", POLICY)


def code(number: str, zh: str, en: str, severity: Severity = Severity.ERROR, **more: Any) -> Code:
    return Code(number, severity, Text(zh, en), PAGE, **more)


def at(words: str, length: int | None = None) -> Span:
    start = POLICY.index(words)
    return Span(start, start + (len(words) if length is None else length))


COLON = code(
    "G120",
    "“{before}”和“{after}”之间缺冒号",
    "a colon is missing between “{before}” and “{after}”",
    hint=Text("写成 年度：20xx年", "write 年度: 20xx年"),
)
SUM = code("G401", "各部分合计{actual}分，应为20分", "the parts make {actual}, not 20")
LATE = code("G900", "有提醒", "a warning", Severity.WARNING)
REMARK = code("G901", "有提示", "a note", Severity.NOTE)

MISSING_COLON = Diagnostic(
    COLON,
    at("年度 20xx年"),
    {"before": "年度", "after": "20xx年"},
    fixes=(
        Fix(
            Text("补上冒号", "add a colon"), (Edit(at("年度 ", 2).to(at("年度 ")), "年度："),), True
        ),
    ),
)
WRONG_SUM = Diagnostic(
    SUM,
    at("20分"),
    {"actual": 9},
    labels=(
        Label(at("6分"), Text("这里6分", "6 here")),
        Label(at("3分"), Text("这里3分", "3 here")),
    ),
    fixes=(Fix(Text("改两处", "change both"), (Edit(at("6分"), "10分"), Edit(at("3分"), "10分"))),),
)
IN_BOOK = Diagnostic(
    LATE,
    Cell("单位名册.xlsx", "名册", 12, "B", "九十分"),
    labels=(Label(Cell("重点.csv", None, 3, "分值", "9"), Text("这一行", "this row")),),
)
WHOLE_BLOCK = Diagnostic(REMARK, at("目标 共性", 60))
TABBED = Diagnostic(LATE, at("[red]"))
FAR = Diagnostic(LATE, at("其它"))
POINT = Diagnostic(LATE, Span(len(POLICY), len(POLICY)))
NOWHERE = Diagnostic(LATE)
ALL = (
    FAR, WHOLE_BLOCK, IN_BOOK, WRONG_SUM, POINT, TABBED, NOWHERE, MISSING_COLON,
)  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 46])
def test_page(
    page: Any, text_of: Any, golden: SnapshotAssertion, language: Any, width: int
) -> None:
    console = page(width)
    render_findings(ALL, SOURCE, language=language, console=console)
    assert text_of(console) == golden


def test_colour_adds_no_words(page: Any, text_of: Any) -> None:
    plain, painted = page(), page(colour=True)
    render_findings(ALL, SOURCE, language="zh", console=plain)
    render_findings(ALL, SOURCE, language="zh", console=painted)
    shown = text_of(painted)
    assert "\x1b[" in shown
    for style in {piece.partition("m")[0] for piece in shown.split("\x1b[")[1:]}:
        shown = shown.replace(f"\x1b[{style}m", "")
    assert shown == text_of(plain)


def test_control_codes_of_the_author_do_not_reach_the_terminal(page: Any, text_of: Any) -> None:
    console = page()
    render_findings([TABBED], SOURCE, language="zh", console=console)
    assert "\x1b" not in text_of(console)
    assert "\t" not in text_of(console)
    assert "[red]" in text_of(console)


def test_order_does_not_depend_on_the_order_of_discovery(page: Any, text_of: Any) -> None:
    first, second = page(), page()
    render_findings(ALL, SOURCE, language="zh", console=first)
    render_findings(tuple(reversed(ALL)), SOURCE, language="zh", console=second)
    assert text_of(first) == text_of(second)


def test_nothing_found_prints_nothing(page: Any, text_of: Any) -> None:
    console = page()
    render_findings([], SOURCE, language="zh", console=console)
    assert text_of(console) == ""


@pytest.mark.parametrize(
    ("findings", "zh", "en"),
    [
        ((MISSING_COLON, WRONG_SUM, FAR), "共 2 处错误、1 处提醒", "2 errors, 1 warning"),
        ((WHOLE_BLOCK,), "共 1 处提示", "1 note"),
    ],
)
def test_summary(findings: Sequence[Diagnostic], zh: str, en: str) -> None:
    assert (summary(findings, "zh"), summary(findings, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("cell", "zh", "en"),
    [
        (Cell("名册.xlsx", "名册", 12, "B"), "名册.xlsx · 名册 · B12", "名册.xlsx · 名册 · B12"),
        (
            Cell("目标.csv", None, 12, "分值"),
            "目标.csv · 第12行 · “分值”列",
            "目标.csv · line 12 · column “分值”",
        ),
        (Cell("名册.xlsx", "名册"), "名册.xlsx · 名册", "名册.xlsx · 名册"),
        (Cell("名册.xlsx", "名册", 3), "名册.xlsx · 名册 · 第3行", "名册.xlsx · 名册 · line 3"),
        (Cell("目标.csv"), "目标.csv", "目标.csv"),
    ],
)
def test_cells_are_named_as_their_owners_name_them(cell: Cell, zh: str, en: str) -> None:
    assert (cell_text(cell, "zh"), cell_text(cell, "en")) == (zh, en)


def rendered(render: Callable[..., Any], text_of: Any, form: str, *found: Diagnostic) -> str:
    console = render(30)
    render_findings(found, SOURCE, language="zh", format=form, console=console)  # type: ignore[arg-type]
    return str(text_of(console))


def test_json_is_a_list_of_objects_that_no_width_breaks(page: Any, text_of: Any) -> None:
    objects = json.loads(rendered(page, text_of, "json", *ALL))
    first, total = objects[:2]
    assert [total["code"], first["code"]] == ["G401", "G120"]
    assert first["severity"] == "error"
    assert (first["file"], first["line"], first["column"]) == ("政策.guiju", 2, 3)
    assert (first["end_line"], first["end_column"]) == (2, 11)
    assert first["fixes"][0]["edits"][0] == {
        "line": 2, "column": 3, "end_line": 2, "end_column": 6, "text": "年度：",
    }  # fmt: skip
    assert [label["line"] for label in total["labels"]] == [5, 6]
    book = next(item for item in objects if item.get("sheet"))
    assert (book["row"], book["column"], book["raw"]) == (12, "B", "九十分")


def test_json_of_nothing_is_an_empty_list(page: Any, text_of: Any) -> None:
    assert json.loads(rendered(page, text_of, "json")) == []


def test_github_lines(page: Any, text_of: Any) -> None:
    colon, block, book, csv = rendered(
        page, text_of, "github", MISSING_COLON, WHOLE_BLOCK, IN_BOOK,
        Diagnostic(LATE, Cell("a,b:c%.csv", None, 3, "分值")),
    ).splitlines()[:4]  # fmt: skip
    assert colon == (
        "::error file=政策.guiju,line=2,endLine=2,col=3,endColumn=11,title=G120::"
        "“年度”和“20xx年”之间缺冒号%0A写成 年度：20xx年"
    )
    assert block == "::warning file=a%2Cb%3Ac%25.csv,line=3,title=G900::有提醒"
    assert book == "::warning file=单位名册.xlsx,title=G900::有提醒"
    assert csv.startswith("::notice file=政策.guiju,line=4,endLine=7,title=G901::")


@pytest.mark.parametrize("place", [None, Span(0, 2), Cell("a.csv", None, 1)])
def test_every_place_renders_without_a_source(place: Place | None, page: Any, text_of: Any) -> None:
    console = page()
    render_findings([Diagnostic(LATE, place)], None, language="zh", console=console)
    assert "有提醒" in text_of(console)
