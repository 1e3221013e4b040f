"""Characters that look like others or cannot be seen: pointed out, read as seen, safely mended."""

from __future__ import annotations

import pytest
from guiju.engine.edits import applied
from guiju.grammar.characters import NARROW, narrow
from guiju.grammar.dump import dump
from guiju.grammar.read import read
from guiju.grammar.source import Source
from hypothesis import given
from hypothesis import strategies as st


def found(text: str) -> list[str]:
    return [one.code.id for one in read(Source("", text))[1]]


def tree(text: str) -> str:
    return dump(read(Source("", text))[0])


def mended(text: str) -> str:
    edits = [
        e
        for one in read(Source("", text))[1]
        for fix in one.fixes[:1]
        if fix.safe
        for e in fix.edits
    ]
    return applied(text, edits)


@pytest.mark.parametrize(
    ("typed", "meant", "code"),
    [
        ("机构 А组", "机构 A组", "G102"),  # Cyrillic
        ("机构 ΑΒ", "机构 AB", "G102"),  # Greek
        ("成员：市⻓", "成员：市长", "G102"),  # a radical from a PDF file
        ("成员：⼈⼒局", "成员：人力局", "G102"),  # Kangxi radicals
        ("机构 \uf9f4业局", "机构 林业局", "G102"),  # a compatibility ideograph
        ("依据：《⼯作办法》", "依据：《工作办法》", "G102"),
        ("宗旨：“提⾼”", "宗旨：“提高”", "G102"),
        ("得分：3рts", "得分：3pts", "G102"),  # the р is Cyrillic
        ("市\u200b政府：甲", "市政府：甲", "G103"),
        ("市\ufe0f政府：甲", "市政府：甲", "G103"),
        ("宗旨：“公\u200b平”", "宗旨：“公平”", "G103"),
        ("宗旨：“公\u202e平”", "宗旨：“公平”", "G104"),
        ("封顶：9O分", "封顶：90分", "G112"),
        ("封顶：l0分", "封顶：10分", "G112"),
        ("封顶：1Ol分", "封顶：101分", "G112"),
        ("封顶：9.O5分", "封顶：9.05分", "G112"),
        ("封顶：9〇分以上", "封顶：90分以上", "G112"),
        ("封顶：Ｏ.5％", "封顶：0.5%", "G112"),
        ("截止：1O月3O日", "截止：10月30日", "G112"),
        ("截止：2OO9年1O月3O日", "截止：2009年10月30日", "G112"),
        ("年度：2OO9年", "年度：2009年", "G112"),
        ("计数：1O", "计数：10", "G112"),
    ],
)
def test_pointed_out_read_as_seen_and_mended(typed: str, meant: str, code: str) -> None:
    assert set(found(typed)) == {code}
    assert mended(typed) == meant
    assert found(meant) == []
    strip = [line.split("@")[0] for line in tree(typed).splitlines()]
    assert strip == [line.split("@")[0] for line in tree(meant).splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        "机构 Ａ组",  # full-width letters are the same letters
        "封顶：９０分",
        "封顶：９．５％",
        "封顶：\u00a090\u3000分",  # blanks of every kind are blanks
        "\u3000\u3000成员：市长",
        "系数α：3",
        "机构 Москва",  # a word of its own script
        "机构 甲 # Αθήνα А \u200b ⚠️",
        "年度：20〇〇年",
        "机构 二〇一〇工作组",
        "机构 O2O组",
        "机构 I2期",
        "期限：5 levels",
        "次数：5 occasions",
        "\ufeff机构 甲",
    ],
)
def test_nothing_to_point_out(text: str) -> None:
    assert found(text) == []


def test_what_has_no_reading_stays_wrong() -> None:
    assert found("截止：1O月4l日") == ["G112"]
    assert found("截止：10月41日") == ["G110"]
    assert found("年度：\uf06c2009年") == ["G101"]
    assert "U+F06C" in read(Source("", "年度：\uf06c2009年"))[1][0].message("zh")


def test_letters_in_quoted_text_are_mended_only_on_request() -> None:
    (finding,) = read(Source("", "宗旨：“А类”"))[1]
    assert finding.code.id == "G102"
    assert [fix.safe for fix in finding.fixes] == [False]


@given(st.text())
def test_offsets_never_move(text: str) -> None:
    assert len(narrow(text)) == len(text)
    assert all(len(one) == 1 for one in NARROW.values())
