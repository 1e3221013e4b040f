"""Reports on a terminal and as Markdown: alignment, wrapping, and data that looks like markup."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from guiju.cli.render.markdown import escape, report_markdown
from guiju.cli.render.page import list_report, page_markdown, render_page
from guiju.cli.render.terminal import render_report
from guiju.engine.report.model import (
    Branch,
    Column,
    Facts,
    Grid,
    Lines,
    Report,
    Section,
    Value,
)
from guiju.grammar.diagnostics import Code, Page, Severity, Text
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

REASON = (
    "因“一票否决”事项（安全生产责任事故）降为最低等次，另有待市政府决定的加分两项，总分92.35不变"
)
RANKING = Grid(
    (Column("单位"), Column("总分", "right"), Column("等次"), Column("说明")),
    (
        (
            Value("市财政局"),
            Value("92.35", Fraction(9235, 100), 2, "strong"),
            Value("优秀"),
            Value(""),
        ),
        (
            Value("市𠮷[red]局|x"),
            Value("61.33", Fraction(184, 3), 2),
            Value("不合格", tone="bad"),
            Value(REASON),
        ),
    ),
    caption="表一 部门",
)
TREE = Branch(
    "总分", "92.35", tone="strong",
    children=(
        Branch(
            "重点工作目标", "72.00", "80 × 90％", "三（一）1 · 得分.xlsx · 汇总 · B12",
            notes=("按“取义”执行，另一种读法是按季度平均",),
            children=(Branch("医院搬迁", "10", "完成率 100％"),),
        ),
        Branch("扣分", "-3", tone="bad"),
    ),
)  # fmt: skip
REPORT = Report(
    "松原绩效评估结果",
    (
        Section("排名", (RANKING,)),
        Section("得分明细", (TREE,)),
        Section(
            "另注",
            (
                Lines((("60分至79分两头都含", "plain"), ("待决定：市长特别奖", "warn"))),
                Facts(
                    (("满分", Value("100", Fraction(100), 0)), ("适用规则", Value("[/x] :100:")))
                ),
            ),
        ),
    ),
    "依据《意见》\x1b[31m",
)


@pytest.mark.parametrize("width", [100, 60, 30])
def test_terminal(page: Any, text_of: Any, golden: SnapshotAssertion, width: int) -> None:
    console = page(width)
    render_report(REPORT, console)
    shown = text_of(console)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert "\x1b" not in shown
    assert shown == golden


@pytest.mark.parametrize("width", [200, 60, 24, 12])
def test_figures_and_data_survive_every_width(page: Any, text_of: Any, width: int) -> None:
    console = page(width)
    render_report(Report("", (Section("", (RANKING,)),)), console)
    shown = "".join(text_of(console).split())
    for part in ("92.35", "61.33", "[red]"):
        assert part in shown


def test_a_bad_tone_is_seen_without_colour(page: Any, text_of: Any) -> None:
    console = page(100)
    render_report(REPORT, console)
    assert "! 不合格" in text_of(console)
    assert "! 扣分" in text_of(console)


def test_markdown(golden: SnapshotAssertion) -> None:
    assert report_markdown(REPORT) == golden


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b*c_d`e<f>[g]\\", r"a\|b\*c\_d\`e\<f\>\[g\]" + "\\\\"),
        ("# 一", r"\# 一"),
        ("- 一", r"\- 一"),
        ("1. 一", r"1\. 一"),
        ("2009年1.5分", "2009年1.5分"),
        ("两\n行", "两 行"),
    ],
)
def test_markdown_of_data_is_not_markup(text: str, shown: str) -> None:
    assert escape(text) == shown


SAMPLE = Code(
    "G120",
    Severity.ERROR,
    Text("“{before}”和“{after}”之间缺冒号", "a colon is missing between “{before}” and “{after}”"),
    Page(
        Text("属性和值之间要有冒号。", "A property and its value are parted by a colon."),
        Text("没有冒号，就不知道哪里是值。", "Without it, no one knows where the value begins."),
        Text("", ""),
        bad="政策 甲 {\n  年度 2009年\n}\n",
        good="政策 甲 {\n  年度：2009年\n}\n",
    ),
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_page_of_a_code(page: Any, text_of: Any, golden: SnapshotAssertion, language: Any) -> None:
    console = page(60)
    render_page(SAMPLE, language=language, console=console)
    assert text_of(console) + "=" * 60 + "\n" + page_markdown(SAMPLE, language) == golden


def test_list_of_codes() -> None:
    later = Code("G999", Severity.NOTE, Text("后", "later"), SAMPLE.page)
    grid = list_report([later, SAMPLE], "zh").sections[0].items[0]
    assert isinstance(grid, Grid)
    assert [[value.text for value in row] for row in grid.rows] == [
        ["G120", "错误", "“…”和“…”之间缺冒号"],
        ["G999", "提示", "后"],
    ]
