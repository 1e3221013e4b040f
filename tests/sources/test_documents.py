"""Whole documents in five ways of numbering: nothing false is found, and every slip is."""

from __future__ import annotations

import pytest
from guiju.engine.examine import examine
from guiju.engine.sources.coverage import Status
from guiju.grammar.source import Source
from support.documents import PAIRS, held, ids, text

from . import mutate_figures as mutations


@pytest.mark.parametrize(("policy", "document"), PAIRS)
def test_a_faithful_policy_has_no_finding_and_covers_its_document(
    policy: str, document: str
) -> None:
    assert examine(Source(policy, text(policy))).diagnostics == () or all(
        one.severity.value == "note" for one in examine(Source(policy, text(policy))).diagnostics
    )
    found = held(text(policy), text(document), least=100)
    assert [one.message("en") for one in found.findings] == []
    assert found.coverage.share == 100
    assert found.coverage.count(Status.OPEN) == 0


#: (policy, document, what is changed, into what, the code of the finding; two where a sum that
#: stands in another clause than the one cited breaks as well)
IN_THE_POLICY = [
    ("办法.guiju", "办法.txt", "经济发展（40分）", "经济发展（45分）", "G615"),
    ("办法.guiju", "办法.txt", "教育（10分）", "教育（12.5分）", "G616"),
    ("办法.guiju", "办法.txt", "截止：次年1月15日", "截止：次年1月16日", "G615"),
    ("办法.guiju", "办法.txt", "截止：次年1月15日", "截止：1月15日", "G615"),
    ("办法.guiju", "办法.txt", "0.5分 × 步数", "5分 × 步数", "G615"),
    ("办法.guiju", "办法.txt", "合计得分，2位", "合计得分，1位", "G615"),
    ("办法.guiju", "办法.txt", "优秀：20万元", "优秀：2万元", "G615"),
    ("办法.guiju", "办法.txt", "年度：2023年", "年度：2024年", "G615"),
    ("办法.guiju", "办法.txt", "“第九条”", "“第九十条”", "G612"),
    ("办法.guiju", "办法.txt", "两类分别排名", "三类分别排名", "G614"),
    ("办法.guiju", "办法.txt", "第四条：逾期的每日", "第四条：逾期", "G613"),
    ("意见.guiju", "意见.txt", "财政（30％）", "财政（31％）", "G615"),
    ("意见.guiju", "意见.txt", "中等：85分", "中等：86分", "G615"),
    ("意见.guiju", "意见.txt", "中等：85分", "中等：75分", "G616"),
    ("意见.guiju", "意见.txt", "85％ －", "80％ －", "G615"),
    ("意见.guiju", "意见.txt", "12月20日", "12月31日", "G615"),
    ("意见.guiju", "意见.txt", "合格：75分以上", "合格：80分以上", "G615"),
    ("意见.guiju", "意见.txt", "专项工作（30％）", "专项工作（25％）", "G620"),
    ("意见.guiju", "意见.txt", "；空缺：“原文没有第3步”", "；则：公示", "G618"),
    ("意见.guiju", "意见.txt", "出处：“二（二）”\n", "出处：“二（一）”\n", "G617"),
    ("评分表.guiju", "评分表.md", "快：5天以下，30分", "快：5天以下，40分", "G615"),
    ("评分表.guiju", "评分表.md", "网办率（40分）", "网办率（30分）", "G615 G616"),
    ("评分表.guiju", "评分表.md", "0.8分 × 步数", "20分 × 步数", "G616"),
    ("评分表.guiju", "评分表.md", "1.5分 × 年报", "1分 × 年报", "G615"),
    ("评分表.guiju", "评分表.md", "B级：10万元", "B级：20万元", "G615"),
    ("细则.guiju", "细则.txt", "15分 × 检查", "10分 × 检查", "G615"),
    ("细则.guiju", "细则.txt", "扣减前 × 50％", "扣减前 × 20％", "G615"),
    ("细则.guiju", "细则.txt", "先进：3万元", "先进：5万元", "G615"),
    ("细则.guiju", "细则.txt", "次年2月末", "次年2月中旬", "G615"),
    ("rules.guiju", "rules.md", "opening (60pts)", "opening (50pts)", "G615 G615"),
    ("rules.guiju", "rules.md", "due: 2024-03-31", "due: 2024-03-13", "G615"),
]


@pytest.mark.parametrize(("policy", "document", "old", "new", "code"), IN_THE_POLICY)
def test_a_slip_in_the_policy_is_found(
    policy: str, document: str, old: str, new: str, code: str
) -> None:
    assert text(policy).count(old) == 1
    spoiled = text(policy).replace(old, new)
    assert sorted(ids(held(spoiled, text(document)).findings)) == code.split(" ")


#: The document says otherwise; in one place or in several of the policy.
IN_THE_DOCUMENT = [
    ("办法.guiju", "办法.txt", "占四十分", "占四十五分", {"G615"}),
    ("办法.guiju", "办法.txt", "一月十五日前", "一月三十一日前", {"G615"}),
    ("办法.guiju", "办法.txt", "百分之三十。", "百分之二十五。", set()),
    ("意见.guiju", "意见.txt", "百分之八十五", "百分之八十", {"G615"}),
    ("意见.guiju", "意见.txt", "上等折95分、中等折85分", "上等折85分、中等折95分", {"G616"}),
    ("评分表.guiju", "评分表.md", "总额的1/5，即10万元", "总额的1/2，即25万元", {"G615"}),
    ("细则.guiju", "细则.txt", "日常检查占三成", "日常检查占四成", {"G615"}),
    ("rules.guiju", "rules.md", "Article 5", "Article 6", {"G618"}),
]


@pytest.mark.parametrize(("policy", "document", "old", "new", "codes"), IN_THE_DOCUMENT)
def test_a_change_of_the_document_is_noticed(
    policy: str, document: str, old: str, new: str, codes: set[str]
) -> None:
    assert text(document).count(old) == 1
    found = held(text(policy), text(document).replace(old, new)).findings
    assert set(ids(found)) == codes


@pytest.mark.parametrize(("policy", "document"), PAIRS)
def test_nearly_every_figure_that_states_a_clause_is_guarded(policy: str, document: str) -> None:
    """A figure changed by one unit goes unnoticed only where the clause states the other figure
    too, or masks the year."""
    source = Source(policy, text(policy))
    stating = mutations.GROUPS[:1]
    outcomes = list(mutations.mutate(source, Source("原文", text(document)), stating))
    unnoticed = [
        f"{text(policy)[one.place.span.start : one.place.span.end]} → {one.text}"
        for one in outcomes
        if not one.by_source
    ]
    assert len(outcomes) >= 14
    assert unnoticed == UNNOTICED[policy]


UNNOTICED = {
    "办法.guiju": ["2年 → 1年"],
    "意见.guiju": ["2022年 → 2023年", "2022年 → 2021年"],
    "评分表.guiju": [],
    "细则.guiju": ["2分 → 1分", "1分 → 2分", "1分 → 0分"],
    "rules.guiju": [],
}


def test_the_finding_quotes_the_document_and_lists_its_figures_nearest_first() -> None:
    spoiled = text("意见.guiju").replace("中等：85分", "中等：86分")
    (found,) = held(spoiled, text("意见.txt")).findings
    assert "“86分”在原文“二（三）”里没有，那里写的是：85分、95分、75分" in found.message("zh")
    assert "it has: 85分, 95分, 75分" in found.message("en")
    assert "中等折85分" in found.labels[0].text.zh


def test_a_figure_of_another_clause_is_pointed_out() -> None:
    spoiled = text("意见.guiju").replace("截止：12月20日", "截止：次年3月末")
    (found,) = held(spoiled, text("意见.txt")).findings
    assert "有这个数的是“三”" in str(found.hint("zh"))


def test_what_the_document_repeats_may_mean_either() -> None:
    document = "一、甲。\n（一）3分。\n（一）4分。\n"
    policy = "期限 报送 { 出处：“一（一）”；截止：3月1日；授权：“定” }"
    assert ids(held(policy, document).findings) == ["G613"]


def test_another_document_is_not_looked_up() -> None:
    policy = "期限 报送 { 出处：“《省办法》第九条”；截止：3月1日 }"
    assert ids(held(policy, "一、甲。").findings) == []


@pytest.mark.parametrize(
    ("cited", "near"),
    [("一（三）", "“一（一）”“一（二）”"), ("第一条", "核对"), ("一（一）1", "“一（一）”")],
)
def test_an_unknown_clause_has_suggestions(cited: str, near: str) -> None:
    policy = f"机构 甲 {{ 出处：“{cited}” }}"
    (found,) = held(policy, "一、甲。\n（一）乙。\n（二）丙。\n").findings
    assert found.code.id == "G612"
    assert near in str(found.hint("zh"))


def test_words_left_out_of_a_quotation() -> None:
    document = "一、甲于十日内报送乙，由丙审定。丁。\n二、戊。\n"
    for quote, expected in (("甲……审定", []), ("审定……甲", ["G614"]), ("甲...丁", ["G614"])):
        policy = f"机构 某 {{ 出处：“一：{quote}” }}\n机构 己 {{ 出处：“二” }}"
        assert ids(held(policy, document).findings) == expected, quote


def test_a_quotation_narrows_where_a_figure_must_stand() -> None:
    document = "一、甲于3月1日前报送。乙于4月1日前报送。\n"
    policy = "期限 乙报送 {{ 出处：“一{quote}”；截止：3月1日 }}"
    assert ids(held(policy.format(quote=""), document).findings) == []
    assert ids(held(policy.format(quote="：乙于"), document).findings) == ["G615"]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("推定：“比照往年”", []),
        ("取义：“按自然日计”", []),
        ("授权：截止（“由主管机关定”）", []),
        ("授权：责任（“由主管机关定”）", ["G615"]),
        ("授权：“定为4月10日”", []),
        ("授权：“定为4月20日”", ["G620"]),
    ],
)
def test_a_mark_excuses_what_it_speaks_of(mark: str, expected: list[str]) -> None:
    policy = (
        f"机构 乙 {{ 出处：“一” }}\n期限 报送 {{ 出处：“一”；截止：4月10日；责任：乙；{mark} }}"
    )
    assert ids(held(policy, "一、乙按时报送。\n").findings) == expected


@pytest.mark.parametrize("word", ["分值", "points"])
def test_a_mark_may_speak_of_the_amount_in_the_head(word: str) -> None:
    policy = f"体系 甲（50分） {{ 出处：“一”；适用：乙；{word}之外：“” }}"
    marked = f"体系 甲（50分） {{ 出处：“一”；适用：乙；授权：{word}（“主管机关定”） }}"
    assert "G615" in ids(held(policy, "一、乙。\n").findings)
    assert "G615" not in ids(held(marked, "一、乙。\n").findings)
    assert "G202" not in ids(examine(Source("甲", marked)).diagnostics)


def test_coverage_of_a_list_that_is_one_sentence() -> None:
    document = "一、包括：\n（一）甲；\n（二）乙。\n二、丙。\n"

    def statuses(*cited: str) -> list[str]:
        blocks = "\n".join(f"机构 名{i} {{ 出处：“{c}” }}" for i, c in enumerate(cited))
        return [row.status.value for row in held(blocks, document).coverage.rows]

    assert statuses("一") == ["encoded", "encoded", "encoded", "open"]
    assert statuses("一（一）", "一（二）") == ["encoded", "encoded", "encoded", "open"]
    assert statuses("一（一）") == ["open", "encoded", "open", "open"]
    assert statuses("二") == ["open", "open", "open", "encoded"]


def test_coverage_names_what_is_declared_and_what_is_missing() -> None:
    document = "一、甲。\n二、乙。\n四、丙。\n"
    policy = (
        "机构 甲 { 出处：“一” }\n职责 乙 { 出处：“二”；主体：甲；不计分：“程序” }\n"
        "运用 丙 { 出处：“三”；空缺：“缺” }\n"
    )
    found = held(policy, document, least=80)
    assert [(row.path, row.status.value, row.missing) for row in found.coverage.rows] == [
        ("一", "encoded", False),
        ("二", "declared", False),
        ("三", "declared", True),
        ("四", "open", False),
    ]
    assert ids(found.findings) == ["G619"]
    assert "75％" in found.findings[0].message("zh")
    assert "四" in str(found.findings[0].hint("zh"))
    assert held(policy, document, least=75).findings == ()


#: A clause of three names and three figures, and a rule of it.
SHARED = (
    "第一条 2024年的奖励分三级。\n第二条 表彰奖励：国家级、省级、市级每项分别加3、2、1分。"
    "县级另计2分。名额按15%计算（四舍五入取整）。\n"
)
POLICY = """政策 某办法 { 年度：2024年 }
对照 奖励 { 出处：“第二条”；国家级：3分；省级：%s；市级：%s }
%s"""


def shared(second: str, third: str, more: str = "") -> list[str]:
    found = held(POLICY % (second, third, more), SHARED).findings
    return [one.message("en") for one in found if one.code.id in ("G615", "G616")]


def test_figures_shared_out_over_names_belong_to_each_in_turn() -> None:
    assert shared("2分", "1分") == []
    swapped = shared("1分", "2分")
    assert len(swapped) == 2
    assert all("it has: 2分" in one or "it has: 1分" in one for one in swapped)
    assert len(shared("2分", "2分")) == 1


def test_a_clause_that_defines_words_is_cited_beside_the_one_that_uses_them() -> None:
    document = "第一条 2024年考核。90分以上为优秀。\n第二条 本办法所称“以上”含本数。\n"
    policy = """政策 某办法 {{ 年度：2024年；出处：“第一条” }}
名册 表 {{ 文件：“表.csv”；主键：单位；出处：“第一条”；列 {{ 单位：单位；分数：分，0分以上 }} }}
等次 等级 {{ 出处：{}；依据：分数；优秀：90分以上；其他：不足90分 }}"""
    both = held(policy.format("“第一条”、“第二条”"), document, least=100)
    assert (ids(both.findings), both.coverage.share) == ([], 100)
    one = held(policy.format("“第一条”"), document, least=100)
    assert ids(one.findings) == ["G619"]


def test_a_place_of_rounding_is_read_from_its_words() -> None:
    rule = "取值 名额 { 出处：“第二条”；取：四舍五入（20 × 15％，%s） }\n"
    assert shared("2分", "1分", rule % "0位") == []
    assert len(shared("2分", "1分", rule % "2位")) == 1


def test_the_data_of_an_example_stand_in_no_document_but_its_clause_does() -> None:
    rule = "取值 加倍 { 出处：“第二条”；取：奖励（国家级） ＋ 2分 }\n"
    example = rule + "示例 甲 { 出处：“%s”；给定 { 加倍：77分 }；应得 { 加倍：88分 } }\n"
    assert shared("2分", "1分", example % "第二条") == []
    lost = held(POLICY % ("2分", "1分", example % "第九条"), SHARED)
    assert "G612" in ids(lost.findings)


#: Names that are part of one another, and a band named by a numeral.
SURVEY = (
    "第一条 2024年的问卷按“很满意、满意、一般、不满意、很不满意”计100、80、60、30、0分。\n"
    "第二条 超过100分的，系数%s0.5，保留四位小数，四舍五入，不足3分的不计。\n"
)
MARKS = """政策 某办法 {{ 年度：2024年 }}
对照 评价分 {{ 出处：“第一条”；很满意：100分；满意：{}；一般：{}；不满意：{}；很不满意：0分 }}
分段 系数 {{ 出处：“第二条”；四：超过100分，0.5 }}
"""


def surveyed(fair: str, middle: str, bad: str, band: str = "") -> list[str]:
    found = held(MARKS.format(fair, middle, bad), SURVEY % band).findings
    return [one.message("zh") for one in found if one.code.id in ("G615", "G616")]


def test_a_name_inside_another_has_its_own_figure() -> None:
    assert surveyed("80分", "60分", "30分") == []
    assert len(surveyed("30分", "60分", "80分")) == 2
    assert len(surveyed("60分", "80分", "30分")) == 2


def test_a_name_of_one_character_is_no_word_of_the_text_unless_quoted() -> None:
    assert surveyed("80分", "60分", "30分", "为") == []
    quoted = (SURVEY % "为") + "第三条 其中“四”为超过90分。\n"
    policy = MARKS.format("80分", "60分", "30分").replace("“第二条”", "“第二条”、“第三条”")
    codes = [one.code.id for one in held(policy, quoted).findings]
    assert codes == ["G616", "G616"]  # its bound and its value: 90分 stands beside “四”
