"""The pages of the language guide: their examples, and what each must give."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import evolve, frozen

from .spoiled import ROOT

GUIDE = ROOT / "grammar" / "guide"
_FENCE = re.compile(r"^```(guiju|csv)(?: ([^\n]*))?\n(.*?)^```\n((?:\n?→ [^\n]*\n)*)", re.M | re.S)
_RESULT = re.compile(r"^→ ([^：\n]+)：(.*)$", re.M)


@frozen
class Example:
    """One fenced example: what it is for (``good``, a code, or nothing), where it stands, and the
    values it must give, each for the units in their order."""

    page: str
    line: int
    text: str
    code: str
    frame: str
    results: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def id(self) -> str:
        return f"{self.page}:{self.line}"

    def policy(self, export: str = "") -> str:
        """The frame and the example as one policy."""
        return "\n".join(filter(None, (self.frame, self.text, export)))


@frozen
class Page:
    """One page: the frame of its examples, the data they run on, and the examples."""

    name: str
    frame: str
    tables: dict[str, str]
    examples: tuple[Example, ...]


def results_of(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """``→ 名称：东区 12，西区 7`` as the name and the figures; a dash says that there is none."""
    return tuple(
        (name, tuple(part.strip().partition(" ")[2] for part in values.split("，")))
        for name, values in _RESULT.findall(text)
    )


def page(path: Path) -> Page:
    """A page as written."""
    text = path.read_text(encoding="utf-8")
    frames, tables, examples = [], {}, []
    for match in _FENCE.finditer(text):
        kind, word, inside, after = match.groups()
        if kind == "csv":
            tables[word] = inside
        elif word == "frame":
            frames.append(inside)
        else:
            line = text.count("\n", 0, match.start()) + 1
            results = results_of(after)
            examples.append(Example(path.stem, line, inside, word or "", "", results))
    return Page(path.stem, "\n".join(frames), tables, tuple(examples))


def whole(found: Page, home: Page) -> Page:
    """A page with the frame and the data of the index page before its own."""
    own = found.name != home.name
    frame = "\n".join(filter(None, (home.frame, found.frame if own else "")))
    examples = tuple(evolve(example, frame=frame) for example in found.examples)
    return evolve(found, frame=frame, tables={**home.tables, **found.tables}, examples=examples)


def pages() -> tuple[Page, ...]:
    """All pages of the guide."""
    home = page(GUIDE / "README.md")
    return tuple(whole(page(path), home) for path in sorted(GUIDE.glob("*.md")))
