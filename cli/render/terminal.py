"""A report on a terminal or in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import evolve
from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ...engine.report.model import Branch, Column, Facts, Grid, Item, Lines, Report, Tone, Value
from .cells import fold, pad, visible

STYLES: dict[Tone, str] = {
    "plain": "",
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "muted": "dim",
    "strong": "bold",
}
#: What a tone says to a reader who sees no colour.
SIGNS: dict[Tone, str] = {"bad": "! ", "warn": "! "}
#: A text column narrower than this, in cells, is not readable: the table becomes a list.
NARROWEST = 8
#: A text column this wide, in cells, is easy to read: nothing else makes room for more.
EASIEST = 24
_GAP = 2
#: What the table's box puts between columns beside their padding: a blank.
_DIVIDER = 1


def render_report(report: Report, console: Console) -> None:
    """Prints a whole report, fitted into the console's width."""
    console.print(Text(visible(report.title), "bold"))
    if report.subtitle:
        console.print(Text(visible(report.subtitle), "dim"))
    room = _room(report, console.width)
    for section in report.sections:
        console.print()
        if section.heading:
            console.print(Text(f"【{visible(section.heading)}】", "bold cyan"))
        for index, item in enumerate(section.items):
            if index:
                console.print()
            _render_item(_narrowed(item, room) if isinstance(item, Grid) else item, console)


def _room(report: Report, width: int) -> dict[tuple[Column, ...], int]:
    """How many of their columns tables keep in a width; those with the same columns, as many."""
    room: dict[tuple[Column, ...], int] = {}
    for section in report.sections:
        for item in section.items:
            if isinstance(item, Grid):
                kept = len(_fitting(item, width))
                room[item.columns] = min(kept, room.get(item.columns, kept))
    return room


def _fitting(grid: Grid, width: int) -> list[int]:
    """The columns of a table that fit a width: of the optional ones, the first. All of them where
    the others do not fit either, for then the table becomes a list."""
    least, wanted, every = _least_widths(grid), _wanted_widths(grid), list(range(len(grid.columns)))
    # What must stay is not wrapped for the sake of what need not.
    easy = [
        least[index] if grid.columns[index].optional else min(wanted[index], EASIEST)
        for index in every
    ]
    kept, optional = list(every), [index for index in every if grid.columns[index].optional]
    while optional and _taken([easy[index] for index in kept]) > width:
        kept.remove(optional.pop())
    return kept if _taken([least[index] for index in kept]) <= width else every


def _taken(widths: list[int]) -> int:
    """How wide a table is."""
    return sum(widths) + (_GAP + _DIVIDER) * (len(widths) - 1)


def _narrowed(grid: Grid, room: dict[tuple[Column, ...], int]) -> Grid:
    """A table without the last of its optional columns, as many as there is no room for."""
    lost = len(grid.columns) - room[grid.columns]
    optional = [index for index, column in enumerate(grid.columns) if column.optional]
    gone = set(optional[len(optional) - lost :])
    return evolve(
        grid,
        columns=tuple(c for index, c in enumerate(grid.columns) if index not in gone),
        rows=tuple(tuple(v for i, v in enumerate(row) if i not in gone) for row in grid.rows),
        beyond=grid.beyond.format(count=lost) if lost else "",
    )


def _render_item(item: Item, console: Console) -> None:
    match item:
        case Grid():
            if item.caption:
                console.print(Text(visible(item.caption), "italic"))
            _render_grid(item, console)
            if item.beyond:
                console.print(Text(visible(item.beyond), "dim"))
        case Branch():
            console.print(_tree(item, console.width))
        case Lines():
            _render_lines(item, console)
        case Facts():
            _render_facts(item.pairs, console)


def _said(text: str, tone: Tone) -> Text:
    """A text in its tone; the sign stands wherever colour may not."""
    return Text((SIGNS.get(tone, "") if text else "") + visible(text), STYLES[tone])


class Folded:
    """A cell that wraps where Chinese may, instead of anywhere: rich knows only blanks."""

    def __init__(self, said: Text, align: Literal["left", "right"]) -> None:
        self._said = said
        self._align = align

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        width = self._said.cell_len
        return Measurement(min(width, NARROWEST), width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in fold(self._said.plain, options.max_width):
            yield Text(line, self._said.style, justify=self._align, no_wrap=True)


def _render_grid(grid: Grid, console: Console) -> None:
    if _taken(_least_widths(grid)) > console.width:
        _render_records(grid, console)
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    for column, width in zip(grid.columns, _widths(grid, console.width), strict=True):
        title = Folded(Text(visible(column.title), "bold"), column.align)
        table.add_column(title, justify=column.align, width=width)
    for row in grid.rows:
        table.add_row(
            *(
                Folded(_said(value.text, value.tone), column.align)
                for value, column in zip(row, grid.columns, strict=True)
            )
        )
    console.print(table)


def _widths(grid: Grid, room: int) -> list[int]:
    """How wide each column is: all alike get of the room what they need beyond the least, those
    that must stay first."""
    widths, wanted = _least_widths(grid), _wanted_widths(grid)
    spare = room - _taken(widths)
    needs = sorted(range(len(widths)), key=lambda index: wanted[index] - widths[index])
    for optional in (False, True):
        order = [index for index in needs if grid.columns[index].optional is optional]
        for place, index in enumerate(order):
            more = min(wanted[index] - widths[index], spare // (len(order) - place))
            widths[index] += more
            spare -= more
    return widths


def _wanted_widths(grid: Grid) -> list[int]:
    """How wide each column is where nothing in it is wrapped."""
    widths = []
    for index, column in enumerate(grid.columns):
        cells = [_said(row[index].text, row[index].tone).cell_len for row in grid.rows]
        widths.append(max([cell_len(visible(column.title)), *cells]))
    return widths


def _least_widths(grid: Grid) -> list[int]:
    """How narrow each column may get: figures are never broken, words and titles only down to a
    limit."""
    widths = []
    for index, column in enumerate(grid.columns):
        cells = [_said(row[index].text, row[index].tone).cell_len for row in grid.rows]
        title = min(cell_len(visible(column.title)), NARROWEST)
        widest = max(cells, default=0)
        widths.append(max(title, widest if column.align == "right" else min(widest, NARROWEST)))
    return widths


def _render_records(grid: Grid, console: Console) -> None:
    """A table too wide for the console, row by row, with each title beside its value."""
    for index, row in enumerate(grid.rows):
        if index:
            console.print()
        titles = (column.title for column in grid.columns)
        _render_facts(zip(titles, row, strict=True), console)


def _render_facts(pairs: Iterable[tuple[str, Value]], console: Console) -> None:
    shown = [(visible(label), value) for label, value in pairs]
    width = max((cell_len(label) for label, _ in shown), default=0)
    for label, value in shown:
        lead = pad(label, width) + " " * _GAP
        _print_wrapped(console, Text(lead, "dim"), _said(value.text, value.tone))


def _render_lines(lines: Lines, console: Console) -> None:
    for text, tone in lines.lines:
        _print_wrapped(console, Text("- " if lines.bullets else ""), _said(text, tone))


def _print_wrapped(console: Console, lead: Text, said: Text) -> None:
    """A text after its lead, wrapped where Chinese may break, the lead's width kept free."""
    for line in fold(said.plain, max(console.width - lead.cell_len, NARROWEST)):
        console.print(Text.assemble(lead, (line, said.style)), soft_wrap=True)
        lead = Text(" " * lead.cell_len)


def _tree(branch: Branch, width: int) -> Tree | Padding:
    tree = Tree(_branch_text(branch, width), guide_style="dim")
    _grow(tree, branch, width)
    return tree


def _grow(tree: Tree, branch: Branch, width: int) -> None:
    for child in branch.children:
        _grow(tree.add(_branch_text(child, width - 4)), child, width - 4)


def _branch_text(branch: Branch, width: int) -> Text:
    """Label, figure, arithmetic and origin in one line, then the notes."""
    text = _said(branch.label, branch.tone)
    parts = ((branch.figure, "bold"), (branch.detail, ""), (branch.source, "dim"))
    for part, style in parts:
        if part:
            text.append("  ")
            text.append(visible(part), style)
    for note in branch.notes:
        text.append("\n" + "\n".join(fold(visible(note), max(width, NARROWEST))), "italic")
    return text
