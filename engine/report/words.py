"""Words that several reports share, and how values are written in them."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import Cell, Language, Text
from ...grammar.vocabulary import BLOCKS, PROPERTIES
from ..evaluate.values import Blank, is_fault
from ..evaluate.values import Value as RunValue
from ..explain.numbers import fixed_text, number_text, value_text
from ..plan.plan import Basis, Due
from .model import Tone, Value

BASIS: dict[str, Text] = {
    kind: Text(PROPERTIES[kind].zh, PROPERTIES[kind].en)
    for kind in ("inferred", "reading", "delegated")
}


class Wording:
    """Texts in the reader's language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def measured(self, figure: str, due: Due) -> str:
        """A figure that follows from the result, with its unit."""
        unit = due.unit.of(self.language)
        return f"{figure}{self('', ' ')}{unit}" if unit and figure != "—" else figure

    def kind(self, kind: str) -> str:
        """The word for a kind of declaration."""
        return self(BLOCKS[kind].zh, BLOCKS[kind].en)

    def basis(self, basis: Basis) -> str:
        """One inferred, chosen or delegated statement as a line."""
        others = (
            self("；另解：", "; otherwise: ") + "、".join(basis.alternatives)
            if basis.alternatives
            else ""
        )
        return f"{self.kind(basis.declaration)}“{basis.name}”：{basis.reason}{others}"

    def cell(self, cell: Cell) -> str:
        """A place in a data file."""
        column = cell.column or ""
        if not cell.row:
            return self(f"{cell.file}（没有它的行）", f"{cell.file} (no row for it)")
        if cell.sheet is not None:
            return f"{cell.file}·{cell.sheet}·{column}{cell.row}"
        return self(
            f"{cell.file} 第{cell.row}行“{column}”", f"{cell.file} line {cell.row} “{column}”"
        )

    def place(self, cell: Cell) -> str:
        """A place that may be a whole file, sheet or row."""
        if cell.column and cell.row:
            return self.cell(cell)
        sheet = f"·{cell.sheet}" if cell.sheet else ""
        row = self(f" 第{cell.row}行", f" line {cell.row}") if cell.row else ""
        return f"{cell.file}{sheet}{row}"

    def cells(self, cells: tuple[Cell, ...], most: int = 2) -> str:
        """Places in data files; those of one row are named once."""
        shown: list[str] = []
        last: tuple[str, str | None, int] | None = None
        for cell in cells:
            here = (cell.file, cell.sheet, cell.row)
            if here == last and not cell.row:
                continue
            if here == last:
                shown[-1] += (
                    self(f"、“{cell.column}”", f", “{cell.column}”")
                    if cell.sheet is None
                    else f"、{cell.column}{cell.row}"
                )
            else:
                shown.append(self.cell(cell))
            last = here
        rest = len(shown) - most
        return "；".join(shown[:most]) + (
            self(f" 等{len(shown)}处", f" and {rest} more") if rest > 0 else ""
        )


def figure(value: RunValue, places: int | None = None, tone: Tone = "plain") -> Value:
    """A run's value as a report value; a blank is empty."""
    if isinstance(value, Blank) or is_fault(value):
        return Value("", tone=tone)
    if isinstance(value, bool):
        return Value("是" if value else "", tone=tone)
    if isinstance(value, (int, Fraction)):
        text = number_text(value) if places is None else fixed_text(value, places)
        return Value(text, Fraction(value), places, tone)
    return Value(value_text(value), tone=tone)
