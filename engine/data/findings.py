"""Collects the findings of one table: in the order of the file, the same trouble not too often."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import define, evolve, field

from ...grammar.diagnostics import Argument, Cell, Code, Diagnostic, Label, Text
from .codes import MORE_OF_SAME
from .tables import RawCell, RawSheet
from .text import column_letter

#: So many findings of one kind are listed for a column; the rest are counted.
MOST_OF_SAME = 5

Details = Callable[[], Mapping[str, Argument]]


def shown(cell: RawCell) -> str:
    """A cell's text as the officer sees it."""
    return f"{cell.text}%" if cell.kind == "percent" else cell.text


def part_of(sheet: str | None) -> Text:
    """The worksheet in words, nothing for a text file."""
    if sheet is None:
        return Text("", "")
    return Text(f"工作表“{sheet}”", f" on sheet “{sheet}”")


def row_of(sheet: str | None, line: int) -> Text:
    """A row of a sheet in words."""
    part = part_of(sheet)
    return Text(f"{part.zh}第{line}行", f"row {line}{part.en}")


def cell_at(sheet: RawSheet, row: int, position: int, header: str) -> Cell:
    """The place of a cell: by letter in a workbook, by header in a text file."""
    letter = header if sheet.name is None else column_letter(position + 1)
    raw = shown(sheet.rows[row][position])
    return Cell(sheet.file, sheet.name, sheet.lines[row], letter, raw)


@define
class _Same:
    """Findings of one kind in one column of one sheet."""

    count: int = 0
    last: Cell | None = None
    sixth: tuple[int, int, int] = (0, 0, 0)


@define
class Findings:
    """The findings of one table. Each is sorted by sheet, row and column of its place."""

    _found: list[tuple[tuple[int, int, int, int], Diagnostic]] = field(factory=list)
    _same: dict[tuple[str, int, str], _Same] = field(factory=dict)

    def add(self, diagnostic: Diagnostic, order: tuple[int, int, int] = (0, 0, 0)) -> None:
        """A finding about a file, a header or a whole column; ``order`` is sheet, row, column."""
        self._found.append(((*order, len(self._found)), diagnostic))

    def cell(
        self,
        code: Code,
        place: Cell,
        order: tuple[int, int, int],
        details: Details,
        labels: tuple[Label, ...] = (),
    ) -> None:
        """A finding at a cell; one of many alike is only counted, and its details never asked.

        Call it in the order of rows: the first few are the ones that are listed.
        """
        same = self._same.setdefault((code.id, order[0], place.column or ""), _Same())
        same.count += 1
        same.last = place
        if same.count <= MOST_OF_SAME:
            where = row_of(place.sheet, place.row)
            args: dict[str, Argument] = {"where": where, "found": place.raw, **details()}
            self.add(Diagnostic(code, place, args, labels), order)
        elif same.count == MOST_OF_SAME + 1:
            same.sixth = order

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found, in order, with one summary for each kind that was too frequent."""
        found = list(self._found)
        for (id, _, column), same in self._same.items():
            if same.count > MOST_OF_SAME and same.last is not None:
                found.append(
                    ((*same.sixth, len(found)), _summary(id, column, same.last, same.count))
                )
        return tuple(diagnostic for _, diagnostic in sorted(found, key=lambda entry: entry[0]))


def _summary(id: str, column: str, last: Cell, count: int) -> Diagnostic:
    args: dict[str, Argument] = {
        "part": part_of(last.sheet),
        "column": column,
        "id": id,
        "n": count - MOST_OF_SAME,
        "last": last.row,
    }
    return Diagnostic(MORE_OF_SAME, evolve(last, raw=""), args)
