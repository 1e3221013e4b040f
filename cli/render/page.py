"""The page of a code: what a finding means, why it matters, how to mend it, with examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...engine.report.model import Column, Grid, Report, Section, Value
from ...grammar.diagnostics import Code, Language, Text
from .. import words
from .cells import fold, visible
from .markdown import escape

if TYPE_CHECKING:
    from rich.console import Console

_PLACE = re.compile(r"\{\w+\}")


def _prose(code: Code) -> Iterator[tuple[Text, Text]]:
    """The parts in words; a part not yet written is left out."""
    page = code.page
    parts = ((words.WHAT, page.what), (words.WHY, page.why), (words.MEND, page.mend))
    return ((title, text) for title, text in parts if text.zh)


def _examples(code: Code) -> Iterator[tuple[Text, str]]:
    parts = ((words.BAD, code.page.bad), (words.GOOD, code.page.good))
    return ((title, text.rstrip("\n")) for title, text in parts if text.strip())


def _title(code: Code, language: Language) -> str:
    severity = words.SEVERITY[code.severity].of(language)
    colon = "：" if language == "zh" else ": "
    return f"{severity} {code.id}{colon}{sentence(code, language)}"


def sentence(code: Code, language: Language) -> str:
    """The sentence with its open places marked, since there is nothing yet to fill them."""
    return _PLACE.sub("…", code.message.of(language))


def render_page(code: Code, *, language: Language, console: Console) -> None:
    """Prints the page of a code."""
    # rich.text is loaded only when there is something to print.
    from rich.text import Text as Painted  # noqa: PLC0415

    def put(line: str, style: str = "") -> None:
        console.print(Painted(line, style), soft_wrap=True)

    for line in fold(_title(code, language), console.width, "  "):
        put(line, "bold")
    for title, text in _prose(code):
        put("")
        put(title.of(language), "bold cyan")
        for line in fold("  " + text.of(language), console.width, "  "):
            put(line)
    for title, example in _examples(code):
        put("")
        put(title.of(language), "bold cyan")
        for line in example.split("\n"):
            put("  " + "".join(map(visible, line)))


def page_markdown(code: Code, language: Language) -> str:
    """The page of a code as Markdown."""
    parts = [f"# {escape(_title(code, language))}"]
    for title, text in _prose(code):
        parts += [f"## {title.of(language)}", escape(text.of(language))]
    for title, example in _examples(code):
        fence = "`" * max(3, _longest_ticks(example) + 1)
        parts += [f"## {title.of(language)}", f"{fence}text\n{example}\n{fence}"]
    return "\n\n".join(parts) + "\n"


def _longest_ticks(text: str) -> int:
    count = 0
    while "`" * (count + 1) in text:
        count += 1
    return count


def list_report(codes: Iterable[Code], language: Language) -> Report:
    """All codes with their sentences, by code."""
    titles = (words.CODE, words.KIND, words.SENTENCE)
    rows = tuple(
        (
            Value(code.id),
            Value(words.SEVERITY[code.severity].of(language)),
            Value(sentence(code, language)),
        )
        for code in sorted(codes, key=lambda code: code.id)
    )
    grid = Grid(tuple(Column(title.of(language)) for title in titles), rows)
    return Report(words.ALL_CODES.of(language), (Section("", (grid,)),))
