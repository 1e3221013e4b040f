"""The report of a difference: the changes in the order of the new document, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...grammar.diagnostics import Language
from ...grammar.source import Source
from ..diff.changes import Change, ChangeClass, Difference, Place
from ..diff.history import year_of
from .difference_examples import example_sections
from .difference_sides import between, content, marks, shown
from .difference_words import class_word, difference_text, headline
from .model import Branch, Column, Grid, Lines, Report, Section, Tone, Value
from .words import Wording

#: Values longer than this, in characters, stand on lines of their own.
_SHORT = 30
_TONES: dict[ChangeClass, Tone] = {ChangeClass.RENUMBERED: "muted", ChangeClass.WORDING: "muted"}


def difference_report(
    difference: Difference,
    language: Language,
    more: tuple[Section, ...] = (),
    *,
    lead: str = "",
    tables: bool = False,
) -> Report:
    """All changes, with a line of counts first, and ``more`` after them, of which ``lead`` says the
    gist at the top. As ``tables`` for a wide page, with a column for each side and its clauses;
    else as a tree."""
    word = Wording(language)
    said: list[tuple[str, Tone]] = [(warning, "warn") for warning in _warnings(difference, word)]
    said += [(line, "strong") for line in (summary(difference, word), lead) if line]
    sections = [Section("", (Lines(tuple(said), bullets=False),))]
    rules = [change for change in difference.changes if not change.example]
    listed = [change for change in rules if change.kind is not ChangeClass.RENUMBERED]
    for heading, group in groupby(listed, key=lambda change: change.heading):
        if tables:
            sections.append(_table(heading, list(group), difference, word))
        else:
            sections.append(Section("", (_block(heading, list(group), difference, word),)))
    sections += _renumbered(rules, word)
    sections += example_sections(difference, word)
    title = word("政策比较", "Policies compared")
    subtitle = f"{difference.old.name} → {difference.new.name}"
    return Report(title, (*sections, *more), subtitle)


def _renumbered(rules: list[Change], word: Wording) -> list[Section]:
    """What has another clause number, by old and new number: an article put in renumbers all that
    follow it, and says nothing of them. Beside each other change both numbers stand anyway."""
    pairs: dict[str, list[str]] = {}
    for change in rules:
        if change.kind is ChangeClass.RENUMBERED:
            sides = (place.words for place in (change.old, change.new) if place is not None)
            pairs.setdefault(" → ".join(sides), []).append(change.place.path[-1])
    lines: list[tuple[str, Tone]] = [
        (f"{numbers}{word('：', ': ')}{word('、', ', ').join(dict.fromkeys(names))}", "muted")
        for numbers, names in pairs.items()
    ]
    heading = word("条号的变化", "Clause numbers")
    return [Section(heading, (Lines(tuple(lines)),))] if lines else []


def summary(difference: Difference, word: Wording) -> str:
    """``共5处不同：结构 2，参数 3；示例另有 1 处``."""
    counts, examples = difference.counts, difference.examples
    if not difference.changes:
        return word("两份政策没有不同", "The two policies do not differ")
    said = [f"{class_word(kind, word)} {counts[kind]}" for kind in ChangeClass if counts[kind]]
    total = counts.total()
    text = word(f"共{total}处不同", _counted(total, "change"))
    if said:
        text += word("：", ": ") + word("，", ", ").join(said)
    if examples:
        also = f"; {examples} more in worked examples"
        text += word(f"；示例另有{examples}处", also)
    return text


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _warnings(difference: Difference, word: Wording) -> Iterator[str]:
    """What makes the comparison doubtful: policies of two series, and a new one that is older."""
    if not difference.one_series:
        old, new = difference.series
        yield word(
            f"两份政策不是同一系列（“{old}”和“{new}”），仍逐项比较",
            f"the policies are of two series (“{old}” and “{new}”); they are compared all the same",
        )
    before, after = year_of(difference.pairing.old), year_of(difference.pairing.new)
    if before is not None and after is not None and after < before:
        yield word(
            f"写在后面的政策年度更早（{before}年、{after}年）；次序写反了的话，换过来再比",
            f"the policy given second is of an earlier year ({before}, then {after}); if they "
            "were exchanged by mistake, exchange them",
        )


def _block(heading: str, changes: list[Change], difference: Difference, word: Wording) -> Branch:
    children = tuple(_change(change, difference, word) for change in changes)
    return Branch(label=heading, children=children)


def _table(heading: str, changes: list[Change], difference: Difference, word: Wording) -> Section:
    titles = word(
        "性质 改动 原条文 原 新条文 新 幅度",
        "Class Change Old_clause Old New_clause New By",
    ).split()
    columns = tuple(Column(title.replace("_", " ")) for title in titles)
    rows = tuple(_cells(change, difference, word) for change in changes)
    return Section(heading, (Grid(columns, rows),), sheet=word("改动", "Changes"))


def _cells(change: Change, difference: Difference, word: Wording) -> tuple[Value, ...]:
    old, new = shown(change, difference)
    before = marks(change, word) if change.lost or change.gained else ("", "")
    tone = _TONES.get(change.kind, "plain")
    sides = (change.old, difference.old), (change.new, difference.new)
    clauses = [_clause(place, source, word) for place, source in sides]
    old, new = (
        "　".join(filter(None, (mark + said if said else "", content(place, word))))
        for mark, said, (place, _) in zip(before, (old, new), sides, strict=True)
    )
    return (
        Value(class_word(change.kind, word), tone=tone), Value(headline(change, word), tone=tone),
        Value(clauses[0], tone="muted"), Value(old),
        Value(clauses[1], tone="muted"), Value(new),
        Value(difference_text(change, word, named=max(len(old), len(new)) > _SHORT)),
    )  # fmt: skip


def _clause(place: Place | None, source: Source, word: Wording) -> str:
    """The clauses of one side and its line."""
    if place is None:
        return ""
    number = word(f"第{line(source, place)}行", f"line {line(source, place)}")
    return "　".join((*filter(None, (word("、", ", ").join(place.clauses),)), number))


def _change(change: Change, difference: Difference, word: Wording) -> Branch:
    old, new = shown(change, difference)
    short = max(len(old), len(new)) <= _SHORT
    first, then = marks(change, word)
    long = (first + old, then + new) if not short else ()
    notes = [line for line, text in zip(long, (old, new), strict=False) if text]
    inside = (content(place, word) for place in (change.old, change.new))
    notes += filter(None, inside)
    return Branch(
        label=f"{class_word(change.kind, word)}　{headline(change, word)}",
        figure=between(change, old, new, word) if short else "",
        detail=difference_text(change, word, named=not short),
        source=_where(change, difference, word),
        tone=_TONES.get(change.kind, "plain"),
        notes=tuple(notes),
    )


def _where(change: Change, difference: Difference, word: Wording) -> str:
    """The clauses and the lines of both sides."""
    clauses = [word("、", ", ").join(p.clauses) for p in (change.old, change.new) if p]
    lines = [
        word(f"{side}第{line(source, place)}行", f"{side} line {line(source, place)}")
        for side, source, place in (
            (word("原", "old"), difference.old, change.old),
            (word("新", "new"), difference.new, change.new),
        )
        if place
    ]
    none = word("无", "none")
    both = clauses[0] if len(set(clauses)) == 1 else " → ".join(c or none for c in clauses)
    return "　".join(part for part in (both, word("、", ", ").join(lines)) if part)


def line(source: Source, place: Place) -> int:
    """The line a place begins in."""
    return source.position(place.span.start)[0]
