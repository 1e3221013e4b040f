"""One declared column: its type, then unit, range, header and flags in any order."""

from __future__ import annotations

from attrs import evolve

from ...grammar.diagnostics import Argument, Diagnostic, Fix, Text
from ...grammar.nodes import Call, Expression, Hole, Interval, Path, Property, String
from ...grammar.suggest import nearest
from ...grammar.vocabulary import COLUMN_FLAGS, TYPES, UNITS, find
from ..data.contract import ColumnSpec, ColumnType
from ..data.names import Names
from ..data.numbers import date_of, number_of
from ..data.text import nothing, plain
from . import codes
from . import column_slips as slips
from .bounds import dashed, measure_of, range_of
from .declare import replacement, suggestion
from .derived import derived_from

_SIMPLE = {
    "text": ColumnType.TEXT,
    "number": ColumnType.NUMBER,
    "integer": ColumnType.INTEGER,
    "date": ColumnType.DATE,
    "unit": ColumnType.UNIT,
    "names": ColumnType.NAMES,
}
_ONE = Text("只留一个", "keep one of them")


def _example(entry: Property) -> Text:
    name = entry.key.text
    return Text(
        f"例如：{name}：分，0分至100分，可空",
        f"for example “{name}: pts, 0pts to 100pts, nullable”",
    )


class ColumnBuilder:
    """Builds the specs of columns and collects what is wrong with them."""

    def __init__(
        self, lists: dict[str, tuple[str, ...]], findings: list[Diagnostic], text: str
    ) -> None:
        """``lists`` are the named lists a column may choose from; ``text`` is the policy's."""
        self.lists = lists
        self.findings = findings
        self.text = text

    def column(self, entry: Property, sheet: str | None) -> ColumnSpec:
        """One column from its entry; of one derived from another nothing but its name."""
        column = ColumnSpec(entry.key.text, ColumnType.TEXT, entry.key.span, sheet=sheet)
        if choices := slips.parted_by_commas(entry):
            # ``国家级，省级、市级``: one mark was typed for the other.
            said = Text("几个可取的名称之间用“、”隔开", "put “、” between the names it may hold")
            self.problem(entry, said, fixes=(slips.with_list_marks(entry),))
            return evolve(column, type=ColumnType.CHOICE, choices=choices)
        if derived_from(entry) is not None:
            return column
        column = self.first(column, entry)
        for clause in entry.clauses[1:]:
            for item in clause.items:
                column = self.qualified(column, item, entry)
        self.measured(column, entry)
        self.told_apart(column, entry)
        if column.outsiders and column.type is not ColumnType.UNIT:
            self.no_outsiders(entry)
        return column

    def no_outsiders(self, entry: Property) -> None:
        """Only rows of a data table, by the column that says whose they are, can be outsiders'."""
        said = Text(
            "“名册外不计”只写在数据表的单位那一列",
            "“outsiders_left_out” belongs to the unit column of a data table",
        )
        hint = Text(
            "例如，在数据表里：单位：单位，名册外不计",
            "for example, in a data table: unit: unit, outsiders_left_out",
        )
        self.problem(entry, said, hint)

    def first(self, column: ColumnSpec, entry: Property) -> ColumnSpec:
        """What stands first: a type, or the names that the column may hold."""
        items = entry.clauses[0].items
        if len(items) > 1:
            return self.choices(column, entry)
        if isinstance(items[0], Path):
            return self.typed(column, items[0])
        if not isinstance(items[0], Hole):
            self.problem(entry, Text("冒号后面先写类型", "write the type first"))
        return column

    def measured(self, column: ColumnSpec, entry: Property) -> None:
        """Units and ranges belong to numbers, and a range has the unit of its column."""
        if column.type not in (ColumnType.NUMBER, ColumnType.INTEGER):
            if column.unit is not None or column.range is not None:
                self.problem(
                    entry, Text("只有数可以有单位和范围", "only numbers have a unit or a range")
                )
            return
        intervals = [
            interval
            for clause in entry.clauses[1:]
            for item in clause.items
            if (interval := item if isinstance(item, Interval) else dashed(item)) is not None
        ]
        ends = [end for i in intervals for end in (i.low, i.high) if end and end.unit]
        own = UNITS.get(column.unit or "", "")
        bare = [end for i in intervals for end in (i.low, i.high) if end and end.unit != "%"]
        if column.unit == "%" and any(end.number for end in bare):
            # ``％，0至100`` would be up to 10000％: only 0 is the same in per cent.
            said = (
                "百分数列的范围也写％：0％至100％",
                "the range of a percentage is in % too: 0% to 100%",
            )
            self.problem(entry, Text(*said))
        elif column.multiple and any(end.number and not end.unit for end in bare):
            # 500 of a file in 万元 may be 500 or five million.
            self.problem(entry, *slips.bare_range(entry, column.measure))
        elif any(UNITS.get(end.unit or "", "") != own for end in ends):
            self.problem(
                entry, Text("范围和列的单位不同", "the range differs from the column in unit")
            )

    def told_apart(self, column: ColumnSpec, entry: Property) -> None:
        """A word for none may be no value of the column: 0 is a figure and never a blank."""
        names = Names(column.choices) if column.type is ColumnType.CHOICE else None
        for word in column.blanks or ():
            match column.type:
                case ColumnType.NUMBER | ColumnType.INTEGER:
                    value = number_of(plain(word)) is not None
                case ColumnType.DATE:
                    value = date_of(plain(word)) is not None
                case _:
                    value = names is not None and names.find(word) is not None
            if value:
                said = Text(
                    f"“{word}”是这一列的值，不能又当作空",
                    f"“{word}” is a value of this column and cannot be blank as well",
                )
                hint = Text(f"把“{word}”从括号里去掉", f"take “{word}” out of the brackets")
                self.problem(entry, said, hint)

    def choices(self, column: ColumnSpec, entry: Property) -> ColumnSpec:
        """The names that a column may hold; a type is none of them."""
        items = entry.clauses[0].items
        names = tuple(item.text for item in items if isinstance(item, Path))
        types = [name for name in names if slips.is_type(name)]
        quotes = slips.without_quotes(entry) if len(names) != len(items) else None
        if quotes is not None:
            said = Text("名称不加引号", "names take no quotes")
            self.problem(entry, said, quotes.title, (quotes,))
        elif len(names) != len(items) or len(set(names)) != len(names):
            self.problem(entry, Text("应是几个不同的名称", "these must be different names"))
        elif types:
            said = Text(
                f"“{types[0]}”是列的类型，不能又是可取的名称",
                f"“{types[0]}” is a type of columns and cannot be one of the names it may hold",
            )
            hint, fix = slips.type_among(entry, types[0], names)
            self.problem(entry, said, hint, (fix,))
        return evolve(column, type=ColumnType.CHOICE, choices=names)

    def typed(self, column: ColumnSpec, path: Path) -> ColumnSpec:
        """The type that one word names: a type, a unit of measure, or a list of names."""
        word = find(TYPES, path.text)
        if word is not None and word.id in _SIMPLE:
            return evolve(column, type=_SIMPLE[word.id])
        if word is not None:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[word.id])
        if (measure := measure_of(path.text)) is not None:
            return evolve(column, type=ColumnType.NUMBER, multiple=measure[0], unit=measure[1])
        if path.text in self.lists:
            return evolve(column, type=ColumnType.CHOICE, choices=self.lists[path.text])
        near = nearest(
            path.text, [*(w.zh for w in TYPES), *(w.en for w in TYPES), *UNITS, *self.lists]
        )
        args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near, path.text)}
        self.findings.append(
            Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
        )
        return column

    def qualified(self, column: ColumnSpec, item: Expression, entry: Property) -> ColumnSpec:
        """The column with one thing more said of it."""
        interval = item if isinstance(item, Interval) else dashed(item)
        match item:
            case _ if interval is not None:
                return self.ranged(column, interval, entry)
            case String():
                return self.headed(column, item, entry)
            case Path() if (flag := find(COLUMN_FLAGS, item.text)) is not None:
                return self.flagged(column, flag.id, item, entry)
            case Path() if (measure := measure_of(item.text)) is not None:
                return self.counted(column, measure, item, entry)
            case Call() if (flag := find(COLUMN_FLAGS, item.callee.text)) is not None:
                return self.blank_words(column, flag.id, item, entry)
            case Hole():
                return column
        self.unknown(item, entry)
        return column

    def ranged(self, column: ColumnSpec, interval: Interval, entry: Property) -> ColumnSpec:
        if column.range is not None:
            self.problem(entry, Text("范围写了两个", "it has two ranges"), _ONE)
        # Who writes the range in per cent counts in per cent: 95 and 95% are both 95 %.
        written = {end.unit for end in (interval.low, interval.high) if end is not None}
        unit = "%" if column.unit is None and written == {"%"} else column.unit
        return evolve(column, range=range_of(interval), unit=unit)

    def headed(self, column: ColumnSpec, item: String, entry: Property) -> ColumnSpec:
        if column.header is None:
            return evolve(column, header=item.text)
        said = Text(
            f"表头已写作“{column.header}”，又写了“{item.text}”",
            f"its header is “{column.header}”, and then “{item.text}”",
        )
        word = column.header if entry.key.text in item.text else item.text
        hint = Text(
            f"表头只写一个；表示没有的字样写在“可空”的括号里：可空（“{word}”）",
            f"keep one header; a word that stands for none goes into “nullable(“{word}”)”",
        )
        self.problem(entry, said, hint)
        return column

    def counted(
        self, column: ColumnSpec, measure: tuple[str, str], item: Path, entry: Property
    ) -> ColumnSpec:
        """``元，万元`` is money that the file gives in 万元; two units are one too many."""
        multiple, unit = measure
        if column.unit not in (None, unit) or (column.multiple and multiple != column.multiple):
            said = (
                f"单位已是“{column.measure}”，又写了“{item.text}”",
                f"it is counted in “{column.measure}”, and then in “{item.text}”",
            )
            self.problem(entry, Text(*said), _ONE)
        return evolve(column, multiple=multiple or column.multiple, unit=unit)

    def flagged(
        self, column: ColumnSpec, flag: str, item: Expression, entry: Property
    ) -> ColumnSpec:
        match flag:
            case "nullable" if column.nullable:
                word = self.written(item)
                said = Text(f"“{word}”之前已经写了可空", f"“{word}” after another “nullable”")
                self.problem(entry, said, _ONE)
                return column
            case "nullable":
                return evolve(column, nullable=True)
            case "outsiders":
                return evolve(column, outsiders=True)
            case "former":
                return evolve(column, former=True)
            case _:
                return evolve(column, reference=True)

    def blank_words(self, column: ColumnSpec, flag: str, item: Call, entry: Property) -> ColumnSpec:
        """``可空（“无专项预算”、“未报”）``: what stands for none, and nothing else does."""
        values = [argument.value for argument in item.arguments]
        words = tuple(value.text for value in values if isinstance(value, String))
        column = self.flagged(column, flag, item, entry)
        if flag != "nullable":
            word = item.callee.text
            said = Text(f"“{word}”后面没有括号", f"“{word}” takes no brackets")
            self.problem(entry, said, Text("去掉括号", "leave out the brackets"))
        elif not words or len(words) != len(values):
            other = next((value for value in values if not isinstance(value, String)), None)
            shown = self.written(other) if other else "……"
            said = Text(
                "“可空”的括号里写表里表示没有的字样，加引号",
                "in the brackets of “nullable” stand the words for none, in quotes",
            )
            hint = Text(f"例如：可空（“{shown}”）", f"for example nullable(“{shown}”)")
            self.problem(entry, said, hint)
        elif len({nothing(word) for word in words}) < len(words):
            self.problem(entry, Text("同一个字样写了两次", "one of the words stands there twice"))
        return evolve(column, blanks=words) if flag == "nullable" and words else column

    def unknown(self, item: Expression, entry: Property) -> None:
        """Something that qualifies no column: a slip, a second type, or a word for none."""
        shown = self.written(item)
        said = Text(f"看不懂“{shown}”", f"“{shown}” is not understood")
        if not isinstance(item, Path):
            self.problem(entry, said)
        elif find(TYPES, item.text):
            hint = Text("类型只写一个，写在冒号后面", "one type, right after the colon")
            self.problem(entry, said, hint)
        elif near := nearest(item.text, [w for f in COLUMN_FLAGS for w in (f.zh, f.en)]):
            self.problem(entry, said, suggestion(near, item.text), replacement(item, near))
        else:
            example = _example(entry)
            hint = Text(
                f"{example.zh}；表里用“{shown}”表示没有的，写：可空（“{shown}”）",
                f"{example.en}; if “{shown}” stands where there is none, nullable(“{shown}”)",
            )
            self.problem(entry, said, hint)

    def written(self, item: Expression) -> str:
        """A part of a column as it stands in the policy, on one line."""
        return " ".join(self.text[item.span.start : item.span.end].split())

    def problem(
        self,
        entry: Property,
        problem: Text,
        hint: Text | None = None,
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """A finding about a column; without a ``hint`` it shows how a column looks."""
        shown = hint or _example(entry)
        args: dict[str, Argument] = {"name": entry.key.text, "problem": problem, "hint": shown}
        self.findings.append(Diagnostic(codes.BAD_COLUMN, entry.span, args, fixes=fixes))
