"""One worksheet: sections one under another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import define, field
from rich.cells import cell_len

from ...engine.report.model import Branch, Facts, Grid, Item, Lines, Section, Tone, Value
from ...grammar.diagnostics import decimal_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_TONES: dict[Tone, dict[str, Any]] = {
    "plain": {},
    "good": {"font_color": "#1B7F3B"},
    "bad": {"font_color": "#B00020", "bold": True},
    "warn": {"font_color": "#9A6700"},
    "muted": {"font_color": "#6B6B6B"},
    "strong": {"bold": True},
}
_HEADER = {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "valign": "top"}
#: Excel keeps fifteen significant digits.
_PRECISION = Context(prec=15)
_WIDEST = 60
_DEEPEST = 7
#: A header further down than this is not frozen: it would leave no room to scroll.
_LOWEST_FROZEN = 8


@define
class Styles:
    """The cell formats of one workbook, each made once."""

    book: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(factory=dict)

    def of(self, **properties: Any) -> Format:
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(properties)
        return self._made[key]

    def toned(self, tone: Tone, **more: Any) -> Format:
        """The format of a tone."""
        return self.of(**{"valign": "top", **_TONES[tone], **more})


def excel_number(number: Fraction) -> Decimal:
    """The exact decimal where Excel can hold it, else the nearest one of fifteen digits."""
    text = decimal_text(number)
    if "/" in text:
        return _PRECISION.divide(Decimal(number.numerator), Decimal(number.denominator))
    return _PRECISION.plus(Decimal(text))


@define
class Sheet:
    """A worksheet being filled from top to bottom."""

    page: Worksheet
    styles: Styles
    _row: int = 0
    _frozen: bool = False
    _widths: dict[int, int] = field(factory=dict)

    def add(self, section: Section) -> None:
        """Puts a section under what is there."""
        if self._row:
            self._row += 1
        if section.heading:
            self._text(0, section.heading, self.styles.of(bold=True, font_size=13), measured=False)
            self._row += 1
        for index, item in enumerate(section.items):
            self._row += 1 if index else 0
            self._item(item)

    def finish(self) -> None:
        """Sets what depends on all cells: the widths of the columns."""
        self.page.outline_settings(symbols_below=False)
        for column, width in self._widths.items():
            self.page.set_column(column, column, min(width + 2, _WIDEST))

    def _item(self, item: Item) -> None:
        match item:
            case Grid():
                self._grid(item)
            case Branch():
                self._branch(item, 0)
            case Lines():
                self._lines(item)
            case Facts():
                self._facts(item)

    def _grid(self, grid: Grid) -> None:
        if grid.caption:
            self._text(0, grid.caption, self.styles.of(italic=True), measured=False)
            self._row += 1
        for index, column in enumerate(grid.columns):
            self._text(index, column.title, self.styles.of(**_HEADER, align=column.align))
        self._row += 1
        self._freeze()
        for row in grid.rows:
            self._values(row, [column.align for column in grid.columns])

    def _freeze(self) -> None:
        if not self._frozen and self._row <= _LOWEST_FROZEN:
            self.page.freeze_panes(self._row, 0)
        self._frozen = True

    def _values(self, row: Sequence[Value], aligns: Sequence[str]) -> None:
        for index, (value, align) in enumerate(zip(row, aligns, strict=True)):
            self._value(index, value, align)
        self._row += 1

    def _value(self, column: int, value: Value, align: str) -> None:
        if value.number is None:
            style = self.styles.toned(value.tone, align=align, text_wrap=True)
            self._text(column, value.text, style)
            return
        places = value.places
        shown = {} if places is None else {"num_format": "0." + "0" * places if places else "0"}
        style = self.styles.toned(value.tone, align=align, **shown)
        number = excel_number(value.number)
        self._put(self.page.write_number(self._row, column, number, style))
        self._measure(column, value.text)

    def _branch(self, branch: Branch, depth: int) -> None:
        level = min(depth, _DEEPEST)
        self._outline(level)
        self._text(0, branch.label, self.styles.toned(branch.tone, indent=depth))
        self._text(1, branch.figure, self.styles.toned(branch.tone, align="right"))
        self._text(2, branch.detail, self.styles.toned("plain", text_wrap=True))
        self._text(3, branch.source, self.styles.toned("muted", text_wrap=True))
        self._measure(0, "  " * depth + branch.label)
        self._row += 1
        for note in branch.notes:
            self._outline(level)
            style = self.styles.toned("muted", italic=True, indent=depth + 1)
            self._text(0, note, style, measured=False)
            self._row += 1
        for child in branch.children:
            self._branch(child, depth + 1)

    def _outline(self, level: int) -> None:
        if level:
            self.page.set_row(self._row, None, None, {"level": level})

    def _lines(self, lines: Lines) -> None:
        for text, tone in lines.lines:
            mark = "- " if lines.bullets else ""
            self._text(0, mark + text, self.styles.toned(tone), measured=False)
            self._row += 1

    def _facts(self, facts: Facts) -> None:
        for label, value in facts.pairs:
            self._text(0, label, self.styles.toned("muted"))
            self._value(1, value, "left")
            self._row += 1

    def _text(self, column: int, text: str, style: Format, *, measured: bool = True) -> None:
        """Always a string cell, so that data starting with ``=`` stays what it is."""
        if not text:
            return
        self._put(self.page.write_string(self._row, column, text, style))
        if measured:
            self._measure(column, text)

    def _put(self, status: int | None) -> None:
        """Excel's limits are ours to report: XlsxWriter would drop or cut the cell in silence."""
        if status:
            raise OverflowError(f"row {self._row + 1} does not fit into a worksheet")

    def _measure(self, column: int, text: str) -> None:
        width = max(map(cell_len, text.split("\n")))
        self._widths[column] = max(self._widths.get(column, 0), width)
