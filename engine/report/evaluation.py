"""The report of an evaluation: rankings, what awaits a decision, what is to be listed, the uses of
the result, and what the result rests on."""

from __future__ import annotations

from ...grammar.diagnostics import Cell, Diagnostic, Language, Severity
from ..evaluate.values import Blank
from ..explain.deciding import lacking
from ..plan.ops import OpId
from ..result import Result
from .model import Column, Grid, Item, Lines, Report, Section, Tone, Value
from .ranking import ranking_sections
from .table import listing_grid
from .uses import uses_in_full, uses_in_short
from .words import BASIS, Wording, figure


def evaluation_report(
    result: Result, notes: tuple[Diagnostic, ...], language: Language, detailed: bool = False
) -> Report:
    """The whole report; ``notes`` are findings about the data that did not stop the result."""
    word = Wording(language)
    sections = (
        *ranking_sections(result, language, detailed),
        *_listings(result, word, detailed),
        *_without(result, word),
        *_pending(result, word),
        *_listed(result, word),
        *(uses_in_full(result, word) if detailed else uses_in_short(result, word)),
        *_basis(result, word),
        *_notes(notes, word),
    )
    subtitle = word(f"共{len(result.units)}个单位", f"{len(result.units)} units")
    return Report(result.run.plan.name, sections, subtitle)


def _listings(result: Result, word: Wording, detailed: bool) -> tuple[Section, ...]:
    """The results of rows that the policy lists, such as those of every year; in short, only that
    there are such tables."""
    listings = result.run.plan.listings
    if not listings:
        return ()
    if not detailed:
        names = "、".join(f"“{listing.title}”（--table {listing.name}）" for listing in listings)
        said = word(f"{names}：见工作簿、json，或以 csv 导出", f"{names}: as xlsx, json or csv")
        lines: tuple[tuple[str, Tone], ...] = ((said, "muted"),)
        return (Section(word("另有结果表", "Further tables of results"), (Lines(lines),)),)
    found = []
    for listing in listings:
        grid = listing_grid(result, listing)
        count = word(f"（{len(grid.rows)}行）", f" ({len(grid.rows)} rows)")
        found.append(Section(listing.title + count, (grid,), sheet=listing.title))
    return tuple(found)


def _explanations(word: Wording) -> str:
    return word("结果说明", "Notes")


def _without(result: Result, word: Wording) -> tuple[Section, ...]:
    """Units that the policy's own words leave without a total; never left unsaid."""
    total = result.run.plan.outcome.total
    if total is None:
        return ()
    values = result.run.values[total]
    lines: list[tuple[str, Tone]] = [
        (_lack(result, total, unit, word), "warn")
        for unit in range(len(result.units))
        if isinstance(values[unit], Blank)
    ]
    if not lines:
        return ()
    title = word("没有得分的单位", "Units without a score")
    return (Section(title, (Lines(tuple(lines)),), _explanations(word)),)


def _lack(result: Result, total: OpId, unit: int, word: Wording) -> str:
    """What a unit without a total lacks, the case that left it without, and the cells."""
    found = lacking(result.run, total, unit)
    case = word(f"［{found.case}］", f" [{found.case}]") if found.case else ""
    places = word.cells(found.cells)
    said = word(
        f"{result.units[unit]}：“{found.name}”没有值{case}",
        f"{result.units[unit]}: “{found.name}” has no value{case}",
    )
    return said + (f"　{places}" if places else "")


def _pending(result: Result, word: Wording) -> tuple[Section, ...]:
    """Units that await a decision, with the grade as it stands and as it would become."""
    veto, values = result.run.plan.outcome.veto, result.run.values
    if veto is None:
        return ()
    waiting = [unit for unit, name in enumerate(result.units) if values[veto.pending][unit] is True]
    if not waiting:
        return ()
    rows = tuple(
        (
            Value(result.units[u], tone="strong"),
            figure(values[veto.final][u]),
            figure(values[veto.if_lowered][u], tone="warn"),
        )
        for u in waiting
    )
    titles = (word("单位", "Unit"), word("现为", "Now"), word("若决定降低", "If lowered"))
    grid = Grid(tuple(Column(title) for title in titles), rows)
    return (Section(word("待决定", "Awaiting a decision"), (grid,), _explanations(word)),)


def _listed(result: Result, word: Wording) -> tuple[Section, ...]:
    """What the policy asks to be listed, by notice, in the order of the document."""
    if not result.listed:
        return ()
    lines: list[tuple[str, Tone]] = []
    for notice in result.run.plan.notices:
        members = [item for item in result.listed if item.notice is notice]
        if members:
            clauses = "、".join(notice.clauses)
            lines.append((f"{notice.text}（{clauses}）" if clauses else notice.text, "warn"))
        for item in members:
            places = word.cells(item.cells)
            lines.append((f"  {item.unit}" + (f"　{places}" if places else ""), "plain"))
    return (
        Section(
            word("提示", "Notices"), (Lines(tuple(lines), bullets=False),), _explanations(word)
        ),
    )


def _basis(result: Result, word: Wording) -> tuple[Section, ...]:
    """Everything that is inferred, chosen or delegated, by kind."""
    items: list[Item] = []
    for kind, label in BASIS.items():
        found = [b for b in result.run.plan.basis if b.kind == kind]
        if found:
            heading = f"{label.of(word.language)}（{len(found)}）"
            lines: list[tuple[str, Tone]] = [(heading, "strong")]
            lines += [("  " + word.basis(basis), "plain") for basis in found]
            items.append(Lines(tuple(lines), bullets=False))
    if not items:
        return ()
    title = word("本结果所依据的推定、取义和授权", "What the result rests on beyond the plain text")
    return (Section(title, tuple(items), _explanations(word)),)


def _notes(notes: tuple[Diagnostic, ...], word: Wording) -> tuple[Section, ...]:
    """What was noticed about the data on the way."""
    if not notes:
        return ()
    lines: list[tuple[str, Tone]] = [
        (_located(note, word), "warn" if note.severity is Severity.WARNING else "muted")
        for note in notes
    ]
    return (
        Section(word("数据说明", "About the data"), (Lines(tuple(lines)),), _explanations(word)),
    )


def _located(note: Diagnostic, word: Wording) -> str:
    """A note with its place in the data."""
    place = word.place(note.place) if isinstance(note.place, Cell) else ""
    message = note.message(word.language)
    return f"{place}：{message}" if place else message
