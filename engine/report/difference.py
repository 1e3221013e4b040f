"""The report of a difference: the changes in the order of the new document, block by block."""

from __future__ import annotations

from itertools import groupby

from ...grammar.diagnostics import Language
from ...grammar.source import Source
from ..diff.changes import Act, Change, ChangeClass, Difference, Place
from .difference_examples import example_sections
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
    tables: bool = False,
) -> Report:
    """All changes, with a line of counts first, and ``more`` after them. As ``tables`` for a wide
    page, with a column for each side and its clauses; else as a tree."""
    word = Wording(language)
    sections = [Section("", (Lines(((summary(difference, word), "strong"),), bullets=False),))]
    if not difference.one_series:
        sections.insert(0, Section("", (_other_series(difference, word),)))
    moved: list[Change] = []
    rules = [change for change in difference.changes if not change.example]
    for heading, group in groupby(rules, key=lambda change: change.heading):
        changes = list(group)
        if all(change.kind is ChangeClass.RENUMBERED for change in changes):
            moved += changes
        elif tables:
            sections.append(_table(heading, changes, difference, word))
        else:
            sections.append(Section("", (_block(heading, changes, difference, word),)))
    sections += _only_renumbered(moved, word)
    sections += example_sections(difference, word)
    title = word("政策比较", "Policies compared")
    subtitle = f"{difference.old.name} → {difference.new.name}"
    return Report(title, (*sections, *more), subtitle)


def _only_renumbered(moved: list[Change], word: Wording) -> list[Section]:
    """Blocks of which only the clause number is another, by old and new number: an article put in
    renumbers all that follow it, and says nothing of them."""
    pairs: dict[str, list[str]] = {}
    for change in moved:
        sides = (place.words for place in (change.old, change.new) if place is not None)
        pairs.setdefault(" → ".join(sides), []).append(change.heading)
    lines: list[tuple[str, Tone]] = [
        (f"{numbers}{word('：', ': ')}{word('、', ', ').join(dict.fromkeys(names))}", "muted")
        for numbers, names in pairs.items()
    ]
    heading = word("只改条号的", "Only renumbered")
    return [Section(heading, (Lines(tuple(lines)),))] if lines else []


def summary(difference: Difference, word: Wording) -> str:
    """``共5处不同：结构 2，参数 3``."""
    total = len(difference.changes)
    if not total:
        return word("两份政策没有不同", "The two policies do not differ")
    counts = [
        f"{class_word(kind, word)} {count}"
        for kind in ChangeClass
        if (count := sum(c.kind is kind and not c.example for c in difference.changes))
    ]
    examples = sum(change.example for change in difference.changes)
    if examples:
        counts.append(f"{word('示例', 'examples')} {examples}")
    return word(f"共{total}处不同：{'，'.join(counts)}", f"{total} changes: {', '.join(counts)}")


def _other_series(difference: Difference, word: Wording) -> Lines:
    old, new = difference.series
    said = word(
        f"两份政策不是同一系列（“{old}”和“{new}”），仍逐项比较",
        f"the policies are of two series (“{old}” and “{new}”); they are compared all the same",
    )
    return Lines(((said, "warn"),), bullets=False)


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
    old, new = _shown(change)
    marks = _marks(change, word) if change.lost or change.gained else ("", "")
    tone = _TONES.get(change.kind, "plain")
    sides = (change.old, difference.old), (change.new, difference.new)
    clauses = [_clause(place, source, word) for place, source in sides]
    return (
        Value(class_word(change.kind, word), tone=tone), Value(headline(change, word), tone=tone),
        Value(clauses[0], tone="muted"), Value(marks[0] + old if old else ""),
        Value(clauses[1], tone="muted"), Value(marks[1] + new if new else ""),
        Value(difference_text(change, word)),
    )  # fmt: skip


def _clause(place: Place | None, source: Source, word: Wording) -> str:
    """The clauses of one side and its line."""
    if place is None:
        return ""
    number = word(f"第{line(source, place)}行", f"line {line(source, place)}")
    return "　".join((*filter(None, (word("、", ", ").join(place.clauses),)), number))


def _change(change: Change, difference: Difference, word: Wording) -> Branch:
    old, new = _shown(change)
    short = max(len(old), len(new)) <= _SHORT
    first, then = _marks(change, word)
    long = (first + old, then + new) if not short else ()
    return Branch(
        label=f"{class_word(change.kind, word)}　{headline(change, word)}",
        figure=_between(change, old, new, word) if short else "",
        detail=difference_text(change, word),
        source=_where(change, difference, word),
        tone=_TONES.get(change.kind, "plain"),
        notes=tuple(line for line, text in zip(long, (old, new), strict=False) if text),
    )


def _shown(change: Change) -> tuple[str, str]:
    """The words on both sides; for a rename or move the names or the places themselves."""
    old, new = change.old, change.new
    if change.act is Act.RENAMED and not change.own and old and new:
        return old.path[-1], new.path[-1]
    if change.act is Act.MOVED and old and new:
        return " › ".join(old.path[:-1]), " › ".join(new.path[:-1])
    if change.lost or change.gained:
        return "、".join(change.lost), "、".join(change.gained)
    if change.act is Act.REORDERED or change.kind is ChangeClass.RENUMBERED:
        return "", ""  # nothing to show, or just the clauses, which stand beside every change
    return (old.words if old else ""), (new.words if new else "")


def _marks(change: Change, word: Wording) -> tuple[str, str]:
    """What stands before the two sides: of a list only what went and what came."""
    if change.lost or change.gained:
        return word("去掉", "without "), word("加上", "with ")
    return word("原：", "old: "), word("新：", "new: ")


def _between(change: Change, old: str, new: str, word: Wording) -> str:
    if change.lost or change.gained:
        marks = zip(_marks(change, word), (old, new), strict=True)
        return word("，", ", ").join(mark + text for mark, text in marks if text)
    return _arrow(old, new)


def _arrow(old: str, new: str) -> str:
    return f"{old} → {new}" if old and new else old or new


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
    shown = clauses[0] if len(set(clauses)) == 1 else " → ".join(c or none for c in clauses)
    return "　".join(part for part in (shown, word("、", ", ").join(lines)) if part)


def line(source: Source, place: Place) -> int:
    """The line a place begins in."""
    return source.position(place.span.start)[0]
