"""The old policy on the new policy's terms: its names, its tables, its year, its data.

So that one change after another can be made, the old policy first takes over what changes no
result: what things are called and how the data are declared. To run it on the new year's data it
takes over the year too, and marks that those data give out of other points are carried over in
proportion. Everything is done on the tree; the author's text is never touched.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ...grammar.nodes import Block, Property
from ...grammar.read import read
from ...grammar.source import Source
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount
from .changes import Act, Change, Difference
from .compare import difference
from .pairing import Pairing
from .renaming import renamed
from .replay import Replay

_DATA = ("register", "table", "roster", "subject")
#: What reads a year, and how far two dates of the same day in following years are apart.
_YEAR = (365, 366)


@frozen
class Start:
    """Where the way from the old policy to the new begins. ``carried`` are the new items whose
    marks are carried over, ``dated`` whether the old policy was moved to the new year."""

    replay: Replay
    carried: tuple[Declaration, ...]
    dated: bool


def start(found: Difference, *, carry: bool) -> Start:
    """The old policy in the new one's terms; with ``carry`` it can read the new year's data."""
    old, new = found.pairing.old, found.pairing.new
    blocks, entries = found.pairing.renames(), found.entry_renames
    named = renamed(old, blocks, entries)
    again = difference(named, new)
    taken = [change for change in again.changes if _taken_over(change, again.pairing, carry)]
    ready = Replay(again).examined(taken, whole=True)
    if ready.sound:
        again = difference(ready.checked, new)
    carried = dict(_carried(again.pairing)) if carry else {}
    marks = {old.block: prop for (old, _), prop in carried.items()}
    dated = carry and any(change.aspect == "year" for change in taken)
    return Start(Replay(again, marks), tuple(item for _, item in carried), dated)


def _taken_over(change: Change, pairing: Pairing, carry: bool) -> bool:
    """Whether a change says only how data are declared or, to carry, in which year."""
    subject = change.subject
    if subject is None or change.act is Act.REMOVED:
        return False
    if carry and (change.aspect == "year" or _only_the_year(change)):
        return True
    symbols = (pairing.new if subject in pairing.new.symbols.parents else pairing.old).symbols
    *_, top = symbols.ancestors(subject)
    return top.kind.id in _DATA and (carry or change.act is Act.ADDED)


def _only_the_year(change: Change) -> bool:
    """Dates that are the same days of the next year."""
    return bool(change.shifts) and all(
        shift.unit == "day" and abs(shift.difference) in _YEAR for shift in change.shifts
    )


def _carried(pairing: Pairing) -> list[tuple[tuple[Declaration, Declaration], Property]]:
    """Items whose points differ and whose marks are a column of raw marks."""
    found = []
    for old, new in pairing.forward.items():
        before, after = amount(old), amount(new)
        if before is None or after is None or before.unit == "%" or old.children:
            continue
        column = _raw_column(old, pairing.old)
        ratio = Fraction(before.number, after.number) if after.number else Fraction(1)
        if column and ratio != 1 and not new.children:
            formula = f"{column} × {ratio.numerator} ÷ {ratio.denominator}"
            found.append(((old, new), _property(f"得分：{formula}")))
    return found


def _raw_column(item: Declaration, checked: Checked) -> str | None:
    """The column of raw marks that an item has from the table its goal is taken from."""
    if item.kind.id not in ("goal", "indicator", "item") or item.value("score") is not None:
        return None
    for place in checked.symbols.ancestors(item):
        for path in place.paths("taken_from"):
            table = checked.symbols.tables.get(path.text)
            named = {column.name for column in table.columns} if table is not None else set()
            return f"{path.text}.{item.name}" if item.name in named else None
    return None


def _property(text: str) -> Property:
    file, _ = read(Source("", f"指标 甲 {{ {text} }}"))
    block = file.items[0]
    assert isinstance(block, Block)
    (found,) = (item for item in block.items if isinstance(item, Property))
    return found
