"""Web pages: whole, self-contained, and nothing of the data taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser

from guiju.cli.render.html import report_html
from guiju.engine.report.model import Branch, Column, Facts, Grid, Lines, Report, Section, Value

NASTY = '<script>alert("&")</script>\u202e$title'
REPORT = Report(
    NASTY,
    (
        Section(NASTY, (Grid((Column(NASTY, "right"),), ((Value(NASTY, tone="bad"),),), NASTY),)),
        Section(
            "", (Branch(NASTY, NASTY, NASTY, NASTY, notes=(NASTY,), children=(Branch("叶"),)),)
        ),
        Section("", (Lines(((NASTY, "warn"),)), Facts(((NASTY, Value(NASTY)),)))),
    ),
    NASTY,
)
_VOID = {"meta"}


class _Page(HTMLParser):
    """Checks nesting as it reads; keeps the tags and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [name for name, _ in attrs if name in ("src", "href")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(text: str) -> _Page:
    found = _Page()
    found.feed(text)
    found.close()
    return found


def test_tags_nest_and_nothing_is_loaded_from_elsewhere() -> None:
    found = page(report_html(REPORT, "zh"))
    assert found.open == []
    assert "script" not in found.tags
    assert found.links == []


def test_every_text_is_shown_as_it_is() -> None:
    shown = "".join(page(report_html(REPORT, "en")).text)
    assert shown.count('<script>alert("&")</script>') == 15
    assert "\u202e" not in shown
    assert "$title" in shown


def test_the_language_is_told() -> None:
    assert '<html lang="zh-CN">' in report_html(REPORT, "zh")
    assert '<html lang="en">' in report_html(REPORT, "en")
