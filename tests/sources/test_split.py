"""Documents to clauses."""

from __future__ import annotations

import pytest
from guiju.engine.sources.citations import find
from guiju.engine.sources.document import Document
from guiju.engine.sources.split import split
from guiju.grammar.source import Source
from hypothesis import given
from hypothesis import strategies as st


def read(text: str) -> Document:
    return split(Source("原文.txt", text))


def paths(text: str) -> list[str]:
    return [clause.path for clause in read(text).clauses]


def gaps(text: str) -> list[str]:
    return [gap.path for gap in read(text).gaps]


def own(document: Document, cited: str) -> str:
    return document.read(find(document, cited).paragraphs).text.replace("\n", "/")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、甲。\n（一）乙。\n1．丙。\n2．丁。\n（二）戊。\n二、己。",
            "一 一（一） 一（一）1 一（一）2 一（二） 二",
        ),
        (
            "一、甲。\n1．乙。\n2．丙。\n二、丁。\n（一）戊。\n1．己。",
            "一 一1 一2 二 二（一） 二（一）1",
        ),
        (
            "第一章 总则\n第一条 甲。\n第二章 分则\n第二条 乙：\n（一）丙；\n（二）丁。\n第三条 戊。",
            "第一章 第一条 第二章 第二条 第二条（一） 第二条（二） 第三条",
        ),
        (
            "1. 甲。\n（1）乙。\n①丙。\n②丁。\n（2）戊。\n2. 己。",
            "1 1（1） 1（1）① 1（1）② 1（2） 2",
        ),
        ("1 总则\n一、甲。\n二、乙。", "一 二"),
        ("## 1 总则\n甲。\n## 2 分则\n### 2.1 乙\n### 2.2 丙\n1. 丁。", "1 2 2.1 2.2 2.2.1"),
        ("一、甲。包括：（1）乙；（2）丙；（3）丁。\n二、戊。", "一 一（1） 一（2） 一（3） 二"),
        (
            "一、甲。\n附件1：名单\n一、乙。\n附件2 表\n第一条 丙。",
            "一 附件1 附件1一 附件2 附件2第一条",
        ),
        ("第一条 甲。\n第一条之一 乙。\n第二条 丙。", "第一条 第一条之一 第二条"),
        ("㈠甲。\n㈡乙。\n⑴丙。\n⑵丁。", "（一） （二） （二）（1） （二）（2）"),
        (
            "Article 1. A.\n(a) b;\n(b) c.\nArticle 2. D.",
            "Article 1 Article 1(a) Article 1(b) Article 2",
        ),
        ("第一部分 甲\n（一）乙。\n第二部分 丙。", "一 一（一） 二"),
    ],
)
def test_nesting_follows_from_the_order_of_styles(text: str, expected: str) -> None:
    assert " ".join(paths(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、按照\n第八条的规定办理。\n二、乙。",
        "一、共\n3.5亿元。\n二、乙。",
        "一、见第1、2、3项。\n二、乙。",
        "一、甲\n（一）、（二）项所列情形。\n二、乙。",
        "一、分一、二、三等奖：1、2、3名。\n二、乙。",
        "一、共\n50、60分。\n二、乙。",
    ],
)
def test_a_mention_or_a_figure_opens_no_clause(text: str) -> None:
    assert paths(text) == ["一", "二"]


def test_an_article_mentioned_at_the_start_of_a_wrapped_line_opens_none() -> None:
    assert paths("第一条 甲。\n第二条 乙，适用\n第一条 第二款。\n第三条 丙。") == [
        "第一条",
        "第二条",
        "第三条",
    ]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("一、甲。\n二、乙。", []),
        ("一、甲。\n1．乙。\n2．丙。\n4．丁。", ["一3"]),
        ("一、甲。\n2．乙。", ["一1"]),
        ("一、甲。\n四、乙。", ["二至三"]),
        ("第一条 甲。\n第五条 乙。", ["第二条至第四条"]),
    ],
)
def test_numbers_left_out_are_known(text: str, missing: list[str]) -> None:
    assert gaps(text) == missing


def test_a_missing_number_is_found_as_a_gap() -> None:
    document = read("一、甲。\n1．乙。\n3．丙。")
    assert find(document, "一2").gap is document.gaps[0]
    assert not find(document, "一4").clauses and find(document, "一4").gap is None


@pytest.mark.parametrize(
    "cited", ["三（二）1", "三(二)1", "三、（二）1．", " 三 （二） 1 ", "三（二）（1）", "三（2）1"]
)
def test_a_clause_may_be_cited_in_several_ways(cited: str) -> None:
    document = read("三、甲。\n（一）乙。\n（二）丙。\n1．丁。")
    assert [clause.path for clause in find(document, cited).clauses] == ["三（二）1"]


@pytest.mark.parametrize(
    "cited", ["第三条第二项", "第三条（二）", "第3条第（二）项", "第三条第二目"]
)
def test_an_item_of_an_article_may_be_cited_in_several_ways(cited: str) -> None:
    document = read("第三条 有：\n（一）甲；\n（二）乙。")
    assert own(document, cited) == "乙。/"


def test_a_paragraph_of_an_article_is_cited_by_its_place() -> None:
    document = read("第四条 甲。\n　　乙。\n第五条 丙。")
    assert own(document, "第四条第一款") == "甲。/"
    assert own(document, "第四条第二款") == "乙。/"
    assert own(document, "第四条第三款") == ""


def test_lines_are_joined_and_blanks_dropped() -> None:
    document = read("　　一、甲乙\n丙  丁 10 月\n30日。\n　　戊。")
    assert own(document, "一") == "甲乙丙丁10月30日。/戊。/"


def test_a_paragraph_after_a_list_may_belong_to_each_clause_around() -> None:
    document = read("三、甲。\n（一）乙。\n（二）丙。\n全部工作4月完成。\n四、丁。")
    assert own(document, "三") == "甲。/全部工作4月完成。/"
    assert own(document, "三（二）") == "丙。/全部工作4月完成。/"
    assert own(document, "三（一）") == "乙。/"


def test_the_items_of_a_sentence_are_part_of_it() -> None:
    document = read("一、包括：\n（一）甲；\n（二）乙。\n二、程序：\n（一）丙。丁。\n（二）戊。")
    assert own(document, "一") == "包括:/甲;/乙。/"
    assert own(document, "二") == "程序:/"


def test_a_signature_is_no_clause_and_no_part_of_one() -> None:
    document = read("一、甲。\n二、乙。\n\n某市人民政府\n2023年3月1日\n")
    assert own(document, "二") == "乙。/"


def test_titles_say_nothing_by_themselves() -> None:
    document = read("一、总则\n（一）甲。\n二、考核程序\n三、乙由丙办理。\n四、丁\n1．戊。\n2．己")
    assert [c.path for c in document.clauses if document.is_heading(c)] == ["一", "二", "四", "四2"]


@given(
    st.lists(
        st.sampled_from(
            [
                "一、",
                "二、",
                "（一）",
                "（二）",
                "1．",
                "2．",
                "①",
                "第一条 ",
                "第二章 ",
                "# ",
                "## 3 ",
                "附件1",
                "甲。",
                "乙；",
                "3项",
                "10分",
                "|",
                "\n",
                "\n\n",
                "　　",
                "3.1 ",
                "(a) ",
                "\u200b",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_has_clauses_that_stand_where_they_say(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = read(text)
    for clause in document.clauses:
        assert 0 <= clause.place.start < clause.place.end <= len(text)
        said = document.read(document.own(clause))
        assert len(said.text) == len(said.places)
        assert all(clause.place.start <= place < len(text) for place in said.places)
    starts = [clause.place.start for clause in document.clauses]
    assert starts == sorted(starts)


@given(
    st.text(alphabet="一二三（）()、.．1234567890条第款项章①②附件 \n#|月日％分年末xX·", max_size=80)
)
def test_any_text_is_read(text: str) -> None:
    document = read(text)
    for clause in document.clauses:
        find(document, clause.path)
    find(document, text)
