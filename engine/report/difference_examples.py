"""Changed worked examples, in short and after all else: they follow from the rules."""

from __future__ import annotations

from itertools import groupby

from ..diff.changes import Act, Change, Difference
from .difference_words import ACTS, aspect_word
from .model import Lines, Section, Tone
from .words import Wording


def example_sections(difference: Difference, word: Wording) -> tuple[Section, ...]:
    """What was added and removed by name, and one line for each example that goes on."""
    found = [change for change in difference.changes if change.example]
    lines = [*_whole(found, Act.ADDED, word), *_whole(found, Act.REMOVED, word)]
    rest = [change for change in found if not _is_whole(change)]
    for heading, changes in groupby(rest, key=lambda change: change.heading):
        said = dict.fromkeys(_said(change, word) for change in changes)
        lines.append(f"{heading}{word('：', ': ')}{word('；', '; ').join(said)}")
    shown: tuple[tuple[str, Tone], ...] = tuple((line, "muted") for line in lines)
    return (Section(word("示例", "Examples"), (Lines(shown),)),) if shown else ()


def _is_whole(change: Change) -> bool:
    acts = (Act.ADDED, Act.REMOVED)
    return change.block == "example" and change.aspect is None and change.act in acts


def _whole(found: list[Change], act: Act, word: Wording) -> list[str]:
    """The examples that came, or went, in one line."""
    names = [c.heading for c in found if _is_whole(c) and c.act is act]
    count, listed = len(names), word("、", ", ").join(f"“{name}”" for name in names)
    if not names:
        return []
    if act is Act.ADDED:
        return [word(f"新增{count}个：{listed}", f"{count} added: {listed}")]
    return [word(f"删去{count}个：{listed}", f"{count} removed: {listed}")]


def _said(change: Change, word: Wording) -> str:
    """One change inside an example."""
    aspect = aspect_word(change, word) or f"“{change.place.path[-1]}”"
    sides = [place.words if place and change.aspect else "" for place in (change.old, change.new)]
    if change.act is Act.RENAMED and change.old and change.new:
        act = ACTS[change.act].of(word.language)
        return f"{act}{change.old.name} → {change.new.name}"
    if change.act is Act.CHANGED:
        return f"{aspect} {' → '.join(sides)}"
    return f"{ACTS[change.act].of(word.language)}{aspect} {''.join(sides)}".rstrip()
