"""A source line and the carets under it, aligned in every font by mirroring the line.

Counting cells aligns carets only where a Han glyph is exactly two Latin cells wide. Here every
character of the line has its counterpart below: a wide one has U+3000 or ``＾``, a narrow one a
space or ``^``. So the carets stand right even where the font does not keep to the grid.
"""

from __future__ import annotations

from attrs import frozen
from rich.cells import cell_len

from .cells import visible

TAB = 4
CUT = "..."
_BLANK = {0: "", 1: " ", 2: "\u3000"}
_MARKS = {"^": {0: "", 1: "^", 2: "＾"}, "-": {0: "", 1: "-", 2: "－"}}


@frozen
class View:
    """The part of a line that is shown: one printable unit for each character, and its limits."""

    units: tuple[str, ...]
    start: int
    end: int

    @property
    def lead(self) -> str:
        """What stands for the part cut off on the left."""
        return CUT if self.start else ""

    @property
    def tail(self) -> str:
        """What stands for the part cut off on the right."""
        return CUT if self.end < len(self.units) else ""

    def around(self, start: int, end: int) -> tuple[range, range]:
        """The columns shown before and after a range of characters."""
        return range(self.start, self._clip(start)), range(self._clip(end), self.end)

    def split(self, start: int, end: int) -> tuple[str, str, str]:
        """The shown line before, under and after a range of characters."""
        low, high = self._clip(start), self._clip(end)
        return (
            self.lead + "".join(self.units[self.start : low]),
            "".join(self.units[low:high]),
            "".join(self.units[high : self.end]) + self.tail,
        )

    def carets(self, start: int, end: int, mark: str = "^") -> tuple[str, str]:
        """The padding and the underline of a range; an empty range gets one caret."""
        low, high = self._clip(start), self._clip(end)
        before = " " * len(self.lead) + _mirror(self.units[self.start : low], _BLANK)
        under = self.units[low:high] or self.units[low : self.end][:1] or (" ",)
        return before, _mirror(under, _MARKS[mark]) or mark

    def _clip(self, column: int) -> int:
        return min(max(column, self.start), self.end)


def _mirror(units: tuple[str, ...], signs: dict[int, str]) -> str:
    return "".join(signs[min(cell_len(char), 2)] for unit in units for char in unit)


def view(line: str, start: int, end: int, width: int) -> View:
    """A line fitted into ``width`` cells so that the range is seen with what leads up to it."""
    units = _units(line)
    sizes = [cell_len(unit) for unit in units]
    if sum(sizes) <= width:
        return View(units, 0, len(units))
    room = max(width - 2 * len(CUT), 2)
    low = high = min(start, len(units))
    low, left = _grow_left(sizes, low, room // 3)
    high, left = _grow_right(sizes, high, room - (room // 3 - left))
    low, left = _grow_left(sizes, low, left)
    return View(units, low, high)


def _grow_left(sizes: list[int], low: int, room: int) -> tuple[int, int]:
    while low > 0 and sizes[low - 1] <= room:
        low -= 1
        room -= sizes[low]
    return low, room


def _grow_right(sizes: list[int], high: int, room: int) -> tuple[int, int]:
    while high < len(sizes) and sizes[high] <= room:
        room -= sizes[high]
        high += 1
    return high, room


def _units(line: str) -> tuple[str, ...]:
    """Each character as it is printed: a tab as blanks up to its stop, a control code as a sign."""
    units: list[str] = []
    column = 0
    for char in line:
        unit = " " * (TAB - column % TAB) if char == "\t" else visible(char)
        units.append(unit)
        column += cell_len(unit)
    return tuple(units)
