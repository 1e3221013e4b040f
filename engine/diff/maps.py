"""A table of names that the policies themselves do not tell: what is called otherwise this year.

Three columns, ``种类、原名、新名``: a file, table, sheet, column, value or unit, its old name, and
its new one. Names of policies become hints for matching, names of units join results.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import field, frozen

from ...grammar.diagnostics import Argument, Cell, Code, Diagnostic, Severity, Text
from ...grammar.nodes import String
from ...grammar.suggest import nearest
from ..data.codes.make import code
from ..data.tables import RawSheet
from ..data.wording import suggestion
from ..semantics.checked import Checked
from .spoken import everything, mentions

KINDS: Mapping[str, str] = {
    "文件": "file", "数据表": "table", "工作表": "sheet", "列": "column", "值": "value",
    "单位": "unit",
}  # fmt: skip
_HEADER = ("种类", "原名", "新名")
_HEADER_EN = ("kind", "old", "new")
_GOOD = "种类,原名,新名\n列,会风文风,文风会风\n单位,市经济委员会,市工业和信息化局"

BAD_HEADER = code(
    "G861",
    Severity.ERROR,
    ("对照表缺“{missing}”列", "the table of names lacks the column “{missing}”"),
    what=("对照表的第一行应有三列：种类、原名、新名。", "The first row names kind, old and new."),
    why=("少了一列就不知道什么改成了什么。", "Without all three nothing can be looked up."),
    mend=("补上表头。", "Add the header."),
    bad="原名,新名\n会风文风,文风会风",
    good=_GOOD,
)
BAD_KIND = code(
    "G862",
    Severity.ERROR,
    ("对照表第{row}行的种类“{found}”不认识", "the kind “{found}” in row {row} is unknown"),
    what=("种类应是：{known}。".format(known="、".join(KINDS)), "A kind is one of a few words."),
    why=("种类决定这个名称在哪里找。", "The kind says where the name is looked for."),
    mend=("改成其中一个。", "Write one of them."),
    bad="种类,原名,新名\n表头,会风文风,文风会风",
    good=_GOOD,
    hint=(
        "可以写：文件、数据表、工作表、列、值、单位",
        "one of: file, table, sheet, column, value, unit",
    ),
)
UNKNOWN_NAME = code(
    "G863",
    Severity.ERROR,
    (
        "对照表第{row}行：{side}里没有{kind}“{found}”",
        "row {row} of the table of names: {side} has no {kind} “{found}”",
    ),
    what=("对照的名称在那一边不存在。", "That side has nothing of this name."),
    why=("对不上的行不起作用，改名会被当成删去和新增。", "The row would have no effect."),
    mend=("照政策或名册的写法改。", "Write it as the policy or the register does."),
    bad="种类,原名,新名\n列,会风文化,文风会风",
    good=_GOOD,
    hint=("{suggestion}", "{suggestion}"),
)
NAME_TWICE = code(
    "G864",
    Severity.ERROR,
    (
        "对照表第{row}行：“{found}”已在第{first}行对照过",
        "row {row} of the table of names: “{found}” is in row {first} already",
    ),
    what=("一个原名对照了两个新名。", "One old name has two new ones."),
    why=("不知道以哪一行为准。", "Either row may be meant."),
    mend=("只留一行。", "Keep one row."),
    bad="种类,原名,新名\n列,会风文风,文风会风\n列,会风文风,会风",
    good=_GOOD,
)

_OLD = Text("原政策", "the old policy")
_NEW = Text("新政策", "the new policy")
_OLD_REGISTER = Text("原名册", "the old register")
_NEW_REGISTER = Text("新名册", "the new register")
_FIND_IT = Text("照那一边的写法写", "write it as that side does")


@frozen
class Row:
    """One line of the table."""

    kind: str
    old: str
    new: str
    place: Cell
    word: str


@frozen
class Names:
    """What the table says: hints for matching two policies, and the new names of units."""

    rows: tuple[Row, ...] = ()
    findings: tuple[Diagnostic, ...] = field(default=())

    @property
    def hints(self) -> dict[str, str]:
        """Old and new names of what policies speak of."""
        return {row.old: row.new for row in self.rows if row.kind != "unit"}

    @property
    def units(self) -> dict[str, str]:
        """Old and new names of units."""
        return {row.old: row.new for row in self.rows if row.kind == "unit"}


def read_names(sheet: RawSheet) -> Names:
    """The rows of a table, and what is wrong with it by itself."""
    head = [cell.text.strip().lower() for cell in sheet.rows[0]] if sheet.rows else []
    places: list[int] = []
    for zh, en in zip(_HEADER, _HEADER_EN, strict=True):
        found = next((i for i, text in enumerate(head) if text in (zh, en)), None)
        if found is None:
            args: dict[str, Argument] = {"missing": zh}
            return Names((), (Diagnostic(BAD_HEADER, Cell(sheet.file, sheet.name, 1), args),))
        places.append(found)
    rows, findings = [], []
    first: dict[tuple[str, str], int] = {}
    for line, cells in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        word, old, new = (cells[place].text.strip() for place in places)
        if not (word or old or new):
            continue
        place = Cell(sheet.file, sheet.name, line, None, f"{word},{old},{new}")
        kind = KINDS.get(word, word.lower())
        if kind not in KINDS.values():
            findings.append(_finding(BAD_KIND, place, found=word))
        elif first.setdefault((kind, old), line) != line:
            findings.append(_finding(NAME_TWICE, place, found=old, first=first[kind, old]))
        else:
            rows.append(Row(kind, old, new, place, word))
    return Names(tuple(rows), tuple(findings))


def unknown_names(names: Names, old: Checked, new: Checked) -> Iterator[Diagnostic]:
    """Names of the table that a policy does not have."""
    sides = (_spoken_of(old), _OLD), (_spoken_of(new), _NEW)
    for row in names.rows:
        if row.kind != "unit":
            for name, (known, side) in zip((row.old, row.new), sides, strict=True):
                if not name or name not in known:
                    yield _unknown(row, name, side, known)


def unknown_units(names: Names, old: Collection[str], new: Collection[str]) -> Iterator[Diagnostic]:
    """Units of the table that are not in a register."""
    for row in names.rows:
        if row.kind == "unit":
            sides = (row.old, old, _OLD_REGISTER), (row.new, new, _NEW_REGISTER)
            yield from (_unknown(row, n, side, known) for n, known, side in sides if n not in known)


def _spoken_of(checked: Checked) -> set[str]:
    """Every name, entry and file of a policy."""
    found = {name for name, _, _ in mentions(checked)}
    for declaration in everything(checked):
        found.add(declaration.name)
        found |= {entry.key.text for entry in declaration.entries}
        found |= {i.text for i in declaration.items("file") if isinstance(i, String)}
        items = (i for e in declaration.entries for c in e.clauses for i in c.items)
        found |= {item.text for item in items if isinstance(item, String)}
    return found


def _unknown(row: Row, name: str, side: Text, known: Collection[str]) -> Diagnostic:
    hint = suggestion(nearest(name, known), _FIND_IT)
    args: dict[str, Argument] = {"side": side, "kind": row.word, "found": name, "suggestion": hint}
    return _finding(UNKNOWN_NAME, row.place, **args)


def _finding(code: Code, place: Cell, **args: Argument) -> Diagnostic:
    return Diagnostic(code, place, {"row": str(place.row), **args})
