"""Which rows of a sheet are data: not blank ones, not signatures and remarks below the data."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .header import Header, data_start
from .names import Names
from .tables import RawCell, RawSheet
from .text import fold

_REMARKS = (
    "注",
    "备注",
    "说明",
    "合计",
    "总计",
    "小计",
    "填表",
    "填报",
    "制表",
    "审核",
    "评分单位",
)


@frozen
class DataRows:
    """The rows that hold data, and those that were passed over with what they say."""

    kept: list[int]
    skipped: list[tuple[int, str]]


def data_rows(sheet: RawSheet, header: Header, key: str | None, units: Names | None) -> DataRows:
    """Sorts the rows below the header. ``key`` is the unit column, ``units`` its known names."""
    places = sorted(header.places.values())
    at = header.places.get(key) if key is not None else None
    found = DataRows([], [])
    for row in range(data_start(sheet, header), len(sheet.rows)):
        cells = sheet.rows[row]
        # Nearly every row ends here: a remark is one text, this row holds two.
        if len(texts := {cells[place].text for place in places[:2]}) == 2 and "" not in texts:
            found.kept.append(row)
            continue
        remark = _remark(cells, places, at, units)
        if remark is None:
            found.kept.append(row)
        elif remark:
            found.skipped.append((row, remark))
    return found


def _remark(
    cells: Sequence[RawCell], places: Sequence[int], at: int | None, units: Names | None
) -> str | None:
    """None for a row of data, the text of a remark, "" for a row that says nothing."""
    filled = {place: text for place in places if (text := fold(cells[place].text))}
    if not filled:
        others = [cell.text.strip() for cell in cells if fold(cell.text)]
        return "" if all(text.isdecimal() for text in others) else " ".join(others)
    texts = set(filled.values())
    if len(texts) > 1 or (at is not None and at not in filled):
        return None
    text = cells[min(filled)].text.strip()
    return text if _reads_as_remark(text, at is not None, units, len(places)) else None


def _reads_as_remark(text: str, keyed: bool, units: Names | None, width: int) -> bool:
    """Whether a text that stands alone in its row is a remark and not a unit without data."""
    folded = fold(text)
    if units is not None and units.find(text) is not None:
        return False
    if ":" in folded or folded.startswith(_REMARKS):
        return True
    # A misspelt unit whose scores are all missing must be reported, not passed over.
    return keyed and units is not None and width > 1 and not units.near(text)
