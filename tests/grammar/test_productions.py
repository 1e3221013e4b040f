"""Each production of the grammar, accepted and refused."""

import pytest
from guiju.grammar.dump import dump
from guiju.grammar.nodes import Block, Expression, Filtered, Interval, Property, Unary
from guiju.grammar.read import read
from guiju.grammar.source import Source
from guiju.grammar.tables import build


def value(text: str) -> Expression:
    """The only item of a property with this value."""
    file, found = read(Source("", f"键：{text}\n"))
    assert found == ()
    (item,) = file.items
    assert isinstance(item, Property)
    return item.clauses[0].items[0]


def shape(text: str) -> str:
    """A value's dump on one line."""
    return " ".join(dump(value(text)).split())


def test_grammar_has_no_conflicts() -> None:
    build(strict=True)


@pytest.mark.parametrize(
    ("text", "low", "low_closed", "high", "high_closed"),
    [
        ("90分以上", 90, True, None, False),
        ("90分及以上", 90, True, None, False),
        ("低于60分", None, False, 60, False),
        ("80分以上不足90分", 80, True, 90, False),
        ("60分至79分", 60, True, 79, True),
        ("60至79分", 60, True, 79, True),
        ("60～79分", 60, True, 79, True),
        ("60——79分", 60, True, 79, True),
        (">= 90pts", 90, True, None, False),
        ("at least 80pts below 90pts", 80, True, 90, False),
        ("超过－5％", -5, False, None, False),
        ("不超过5分", None, False, 5, True),
    ],
)
def test_intervals(
    text: str, low: int | None, low_closed: bool, high: int | None, high_closed: bool
) -> None:
    node = value(text)
    assert isinstance(node, Interval)
    assert (node.low.number if node.low else None, node.low_closed) == (low, low_closed)
    assert (node.high.number if node.high else None, node.high_closed) == (high, high_closed)
    assert {end.unit for end in (node.low, node.high) if end} <= {"分", "%"}


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("甲 ＋ 乙 × 丙", "甲 plus 乙 times 丙"),
        ("甲 且 非 乙 或 丙", "甲 and not 乙 or 丙"),
        ("甲 不晚于 乙", "甲 not after 乙"),
        ("甲 为空", "甲 missing"),
        ("甲 ≠ 乙", "甲 <> 乙"),
        ("甲 有值", "甲 present"),
        ("甲 属于（乙、丙）", "甲 in (乙, 丙)"),
        ("甲 当 乙 = 丙 按 丁、戊", "甲 when 乙 == 丙 by 丁、戊"),
        ("各占1分", "each 1pt"),
        ("不超过90分", "not over 90pts"),
        ("5以内", "5 or under"),
        ("甲 不少于 乙", "甲 not fewer than 乙"),
        ("90分以上", "at least 90 points"),
        ("四舍五入（甲，2位）", "四舍五入(甲, 2 places)"),
        ("甲 ÷ 乙", "甲 divided by 乙"),
        ("２００９年", "2009年"),
        ("20xx年", "20xx"),
        ("10月30日", "30 Oct"),
        ("10月30日", "October  30"),
        ("2009年10月3日", "3 oct 2009"),
        ("2009年10月3日", "Oct 3 2009"),
        ("次年3月末", "end of March next year"),
        ("上年9月上旬", "early Sept last year"),
        ("4月中旬", "mid-April"),
        ("4月中旬", "mid Apr"),
        ("本年6月下旬", "late June this year"),
        ("20万元", "200000 yuan"),
        ("５个工作日", "5 workdays"),
        ("“甲”\n“乙”", '"甲乙"'),
    ],
)
def test_both_languages_are_one(chinese: str, english: str) -> None:
    assert shape(chinese) == shape(english)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3％", "Quantity number: 3 unit: “%”"),
        ("20xx年", "YearLiteral"),
        ("次年3月末", "year: 1 relative: True month: 3 part: “end”"),
        ("4月中旬", "year: 0 relative: True month: 4 part: “middle”"),
        ("2009-10-30", "year: 2009 relative: False month: 10 day: 30"),
        ("《甲》（乙〔2009〕6号）", "Document text: “《甲》（乙〔2009〕6号）”"),
        ("甲．乙", "Path parts: Word text: “甲” Word text: “乙”"),
        ("甲（位数：2）", "Argument value: Quantity number: 2 name: Word text: “位数”"),
        ("1 － 2 － 3", "Binary op: “-” left: Binary op: “-” left: Quantity number: 1"),
        ("（1＋2）×3", "Binary op: “*” left: Binary op: “+”"),
        ("权重系数", "Path parts: Word text: “权重系数”"),
        ("甲.当", "Word text: “当”"),
    ],
)
def test_values(text: str, wanted: str) -> None:
    assert wanted in shape(text)


def test_by_takes_the_rest_of_the_list() -> None:
    node = value("计数（甲 当 乙 有值 按 丙、丁）").arguments[0].value  # type: ignore[union-attr]
    assert isinstance(node, Filtered) and isinstance(node.where, Unary)
    assert [path.text for path in node.by] == ["丙", "丁"]


def test_function_words_are_free_elsewhere() -> None:
    file, found = read(Source("", "当 至 {\n  按：甲\n  以上：乙；属于：丙\n}\n"))
    assert found == ()
    (block,) = file.items
    assert isinstance(block, Block) and block.kind.text == "当"
    assert [item.key.text for item in block.items] == ["按", "以上", "属于"]  # type: ignore[union-attr]


def test_block_heads_in_any_order() -> None:
    text = "环节 甲（3％） “标题” {\n}\n环节 乙 “标题”（3％）\n环节\n"
    file, found = read(Source("", text))
    assert found == ()
    first, second, third = (item for item in file.items if isinstance(item, Block))
    assert first.title and second.title and first.amount and second.amount
    assert third.name is None and text[first.head.start : first.head.end].endswith("“标题”")


@pytest.mark.parametrize(
    "text",
    [
        "甲 <",
        "＋",
        "甲 属于 乙",
        "甲（",
        "甲 当",
        "各占 甲",
        "甲 按 3分",
        "甲 = 乙 = 丙",
        "90分 90分",
    ],
)
def test_refused_values(text: str) -> None:
    found = read(Source("", f"块 {{\n  键：{text}\n  后：甲\n}}\n"))[1]
    assert len(found) == 1


def test_values_over_lines() -> None:
    text = "键：甲、乙、\n  丙\n取：大（1，\n  2）\n  且 丁\n文：“一”\n  “二”\n后：3分\n"
    file, found = read(Source("", text))
    assert found == ()
    assert len(file.items) == 4
