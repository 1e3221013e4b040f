"""The vocabulary as a report: every word of the language, from the tables that are read."""

from __future__ import annotations

from ...grammar.diagnostics import Language, Text
from ...grammar.vocabulary import (
    ATTRIBUTES,
    BLOCKS,
    COLUMN_FLAGS,
    LOCALS,
    PROPERTIES,
    PROVENANCE,
    TYPES,
    UNITS,
)
from ...grammar.words import BlockWord, ValueKind, Word
from ..functions import FUNCTIONS
from .model import Column, Facts, Grid, Lines, Report, Section, Value
from .words import Wording

_VALUES: dict[ValueKind, Text] = {
    ValueKind.TEXT: Text("引号里的文字", "quoted text"),
    ValueKind.NAMES: Text("已声明的名称", "declared names"),
    ValueKind.WORDS: Text("词语", "words"),
    ValueKind.NEW_NAMES: Text("名称（在此声明）", "names, declared here"),
    ValueKind.FORMULA: Text("算式", "a formula"),
    ValueKind.CONDITION: Text("条件", "a condition"),
    ValueKind.COUNT: Text("个数", "a count"),
    ValueKind.POINTS: Text("分数", "points"),
    ValueKind.PERCENT: Text("百分比", "a percentage"),
    ValueKind.DATE: Text("日期", "a date"),
    ValueKind.YEAR: Text("年份", "a year"),
    ValueKind.FLAG: Text("是／否", "yes / no"),
    ValueKind.TABLE: Text("数据表名", "a table"),
    ValueKind.SOURCE: Text("数据表、列或指标", "a table, column or indicator"),
    ValueKind.COLUMNS: Text("列名", "columns"),
    ValueKind.CHOICE: Text("所列的词之一", "one of its words"),
    ValueKind.COLUMN_TYPE: Text("列的类型", "a column's type"),
    ValueKind.BAND: Text("分数段", "a range of points"),
    ValueKind.STEP: Text("一段数，一个值", "a range, a value"),
    ValueKind.PROVENANCE: Text(
        "引号里的文字，可指明哪一项", "quoted text, of the block or a property"
    ),
    ValueKind.DOCUMENTS: Text("《文件》", "documents"),
    ValueKind.PICK: Text("列名，再写取哪个", "a column, then which counts"),
    ValueKind.CHECKED_COLUMN: Text("表名.列名，可加“当”", "table.column, perhaps with a condition"),
    ValueKind.GIVEN: Text("名称的值；应得的数可加位数", "a value; an expected one may add places"),
}

#: What a column may have that is no word of its own, and what that means.
_PARTS: tuple[tuple[Text, Text], ...] = (
    (
        Text("甲、乙、丙，或名录的名称", "a, b, c, or the name of a roster"),
        Text("只能取这些名称", "only these names"),
    ),
    (
        Text("分、元、％、天、小时、人……", "pts, yuan, %, days, hours, people, …"),
        Text(
            "数的单位，可代替“数”；全表见“列和名称”",
            "the measure of a number, instead of “number”; see “Columns and names” for all",
        ),
    ),
    (
        Text("0分至100分、0以上、高于0、0％以上", "0pts to 100pts, 0 or more, above 0"),
        Text("数的范围，和列的单位一样", "the range of a number, in the column's measure"),
    ),
    (
        Text("“表头”", "“header”"),
        Text("文件里的表头，不是列名时写", "the header in the file, where it is not the name"),
    ),
)


def vocabulary_report(language: Language) -> Report:
    """Every block kind with its properties, then the words of columns, and the functions."""
    word = Wording(language)
    sections = (
        _provenance(word),
        *(_block(block, word) for block in BLOCKS.values()),
        _columns(word),
        _functions(word),
    )
    return Report(word("词汇表", "Vocabulary"), sections)


def _grid(word: Wording, keys: tuple[str, ...], required: tuple[str, ...] = ()) -> Grid:
    titles = (word("词", "Word"), word("写什么", "Value"), word("意思", "Meaning"))
    rows = []
    for key in keys:
        prop = PROPERTIES[key]
        must = word("（必写）", " (required)") if key in required else ""
        choices = word("：", ": ") + "、".join(f"{c.zh} {c.en}" for c in prop.choices)
        shape = _VALUES[prop.value].of(word.language) + (choices if prop.choices else "")
        meaning = prop.help.of(word.language)
        rows.append((Value(f"{prop.zh} {prop.en}{must}"), Value(shape), Value(meaning)))
    return Grid(tuple(Column(title) for title in titles), tuple(rows))


def _provenance(word: Wording) -> Section:
    keys = (*PROVENANCE, "formerly")
    return Section(word("各种块都可以写的", "What any block may have"), (_grid(word, keys),))


def _block(block: BlockWord, word: Wording) -> Section:
    """One block kind: where it stands, what its head needs, its properties."""
    facts = [(word("意思", "Meaning"), Value(block.help.of(word.language)))]
    around = [BLOCKS[parent] for parent in block.parents if parent in BLOCKS]
    where = _kinds(around, word) or word("文件最外层", "the top of the file")
    facts.append((word("写在", "Stands in"), Value(where)))
    inside = [other for other in BLOCKS.values() if block.id in other.parents]
    if inside:
        facts.append((word("里面可写", "May hold"), Value(_kinds(inside, word))))
    if block.amount is not None:
        amount = _VALUES[block.amount].of(word.language)
        facts.append((word("括号里", "In brackets"), Value(amount)))
    if block.entries is not None:
        entry = _VALUES[block.entries].of(word.language)
        lines = word(f"自定的名称：{entry}", f"names of your own: {entry}")
        facts.append((word("各行", "Lines"), Value(lines)))
    own = tuple(key for key in block.properties if key not in (*PROVENANCE, "formerly"))
    ordered = (*block.required, *(key for key in own if key not in block.required))
    grids = [_grid(word, ordered, block.required)] if ordered else []
    if block.id == "columns":
        grids.append(_column_words(word))
    return Section(f"{block.zh} {block.en}", (Facts(tuple(facts)), *grids))


def _column_words(word: Wording) -> Grid:
    """What may stand behind the name of a column: its type first, then the rest in any order."""
    titles = (word("列里写的", "In a column"), word("意思", "Meaning"))
    rows = [(f"{w.zh} {w.en}", w.help.of(word.language)) for w in TYPES]
    rows += [(written.of(word.language), help.of(word.language)) for written, help in _PARTS]
    rows += [(f"{w.zh} {w.en}", w.help.of(word.language)) for w in COLUMN_FLAGS]
    cells = tuple((Value(written), Value(help)) for written, help in rows)
    return Grid(tuple(Column(title) for title in titles), cells)


def _kinds(blocks: list[BlockWord], word: Wording) -> str:
    return "、".join(word(block.zh, block.en) for block in blocks)


def _columns(word: Wording) -> Section:
    def pairs(words: tuple[Word, ...]) -> str:
        return "、".join(f"{item.zh} {item.en}" for item in words)

    facts = (
        (word("列的类型", "Types of columns"), Value(pairs(TYPES))),
        (word("列的修饰", "Qualifiers of columns"), Value(pairs(COLUMN_FLAGS))),
        (word("单位", "Units"), Value("、".join(UNITS))),
        (word("折算里的名称", "Names in a conversion"), Value(pairs(LOCALS))),
        (word("点号后的名称", "Names after a point"), Value(pairs(ATTRIBUTES))),
    )
    return Section(word("列和名称", "Columns and names"), (Facts(facts),))


def _functions(word: Wording) -> Section:
    titles = (word("算法", "Function"), word("写法", "Usage"), word("意思", "Meaning"))
    rows = tuple(
        (Value(f"{f.zh} {f.en}"), Value(f.usage.of(word.language)), Value(f.help.of(word.language)))
        for f in FUNCTIONS
    )
    grid = Grid(tuple(Column(title) for title in titles), rows)
    note = word(
        "对照和分段像算法一样使用：名称（…）",
        "scales and step tables are used like functions: name(…)",
    )
    return Section(word("算法", "Functions"), (grid, Lines(((note, "muted"),))))
