"""How a difference reads: what stands on a line, with its unit, in its place, and once."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from diff.comparing import compared
from diff.conftest import Ran
from guiju.engine.diff.changes import Act, Change, ChangeClass, Difference
from guiju.engine.report.amounts import amount_text, change_text, move_text
from guiju.engine.report.difference_sides import between, content, shown
from guiju.engine.report.difference_words import difference_text, headline
from guiju.engine.report.words import Wording
from support.policy import edited

ZH, EN = Wording("zh"), Wording("en")


def line(change: Change, found: Difference, word: Wording = ZH) -> str:
    """A change as it is read: what was done to what, both sides, and by how much."""
    sides = between(change, *shown(change, found), word)
    return "　".join(filter(None, (headline(change, word), sides, difference_text(change, word))))


def lines(text: str, word: Wording = ZH) -> list[str]:
    found = compared(text)
    return [line(change, found, word) for change in found.changes]


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        ("5", "分", "5分", "5 points"),
        ("1", "分", "1分", "1 point"),
        ("0.5", "分", "0.5分", "0.5 points"),
        ("3", "%", "3％", "3%"),
        ("2350000", "元", "235万元", "2350000 yuan"),
        ("12500", "元", "1.25万元", "12500 yuan"),
        ("12345", "元", "1.2345万元", "12345 yuan"),
        ("12345.67", "元", "12345.67元", "12345.67 yuan"),
        ("9999", "元", "9999元", "9999 yuan"),
        ("123456789", "元", "12345.6789万元", "123456789 yuan"),
        ("300000000", "元", "3亿元", "300000000 yuan"),
        ("643", None, "643", "643"),
        ("643", "", "643", "643"),
        ("2", "个", "2个", "2 units"),
        ("1", "位", "1位", "1 place"),
        ("30", "day", "30天", "30 days"),
        ("3", "套", "3套", "3 套"),
    ],
)
def test_a_figure_has_its_unit(number: str, unit: str | None, zh: str, en: str) -> None:
    assert amount_text(Fraction(number), unit, ZH) == zh
    assert amount_text(Fraction(number), unit, EN) == en


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        ("1", "分", "+1分", "+1 point"),
        ("-2", "%", "-2个百分点", "-2 percentage points"),
        ("20000", "元", "+2万元", "+20000 yuan"),
        ("0", "分", "0分", "0 points"),
        ("-9", None, "-9", "-9"),
    ],
)
def test_a_difference_has_its_unit(number: str, unit: str | None, zh: str, en: str) -> None:
    assert change_text(Fraction(number), unit, ZH) == zh
    assert change_text(Fraction(number), unit, EN) == en


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("  封顶：5分", "  封顶：6分", "封顶　5分 → 6分　+1分，放宽", "cap　5分 → 6分　+1 point, loosens"),
        ("  优秀：20％", "  优秀：19％", "“优秀”　20％ → 19％　-1个百分点，收紧", "“优秀”　20％ → 19％　-1 percentage point, tightens"),
        ("截止：10月30日", "截止：9月30日", "截止　10月30日 → 9月30日　提前30天，收紧", "due　10月30日 → 9月30日　30 days earlier, tightens"),
        ("截止：4月中旬", "截止：次年4月中旬", "截止　4月中旬 → 次年4月中旬　推迟1年，放宽", "due　4月中旬 → 次年4月中旬　1 year later, loosens"),
        ("  年度：2009年", "  年度：2011年", "年度　2009年 → 2011年　+2年", "year　2009年 → 2011年　+2 years"),
        ("  总分：总分，2位", "  总分：总分，1位", "列“总分”　总分，2位 → 总分，1位　-1位", "column “总分”　总分，2位 → 总分，1位　-1 place"),
    ],
)  # fmt: skip
def test_a_line(old: str, new: str, zh: str, en: str) -> None:
    text = edited((old, new))
    assert lines(text) == [zh]
    assert lines(text, EN) == [en]


def test_figures_side_by_side_are_counted_alike() -> None:
    salaries = Fraction(2393200), Fraction(2337450)
    assert move_text(*salaries, "元", ZH) == "239.32万元 → 233.745万元（-5.575万元）"
    assert move_text(Fraction(9000), Fraction(8000), "元", ZH) == "9000元 → 8000元（-1000元）"
    assert move_text(Fraction(10000), Fraction("0.5"), "元", ZH) == "10000元 → 0.5元（-9999.5元）"
    assert move_text(Fraction(3), Fraction(4), "%", EN) == "3% → 4% (+1 percentage point)"


def test_figures_inside_a_formula_are_named_and_alike_ones_said_once() -> None:
    text = edited(("取：95分 － 20分 ×", "取：95分 － 15分 ×"))
    (change,) = compared(text).changes
    assert difference_text(change, ZH, named=True) == "20分 → 15分（-5分）"
    assert difference_text(change, EN, named=True) == "20 points → 15 points (-5 points)"
    years = edited(
        (
            "2009年1月1日 且 查处日期 不晚于 2009年12月31日",
            "2010年1月1日 且 查处日期 不晚于 2010年12月31日",
        )
    )
    (moved,) = compared(years).changes
    assert difference_text(moved, ZH, named=True) == "均推迟1年"
    assert difference_text(moved, EN, named=True) == "1 year later each"
    mixed = edited(
        (
            "2009年1月1日 且 查处日期 不晚于 2009年12月31日",
            "2009年1月2日 且 查处日期 不晚于 2010年12月31日",
        )
    )
    (both,) = compared(mixed).changes
    assert difference_text(both, ZH, named=True) == "推迟1天，推迟1年"


def test_a_rename_shows_the_names_where_the_title_is_the_same() -> None:
    """市绩效办 and 市考核办 are both 市绩效评估委员会办公室."""
    assert lines(edited().replace("市绩效办", "市考核办").replace("由市考核办", "由市绩效办"))[
        0
    ] == ("改名机构“市绩效评估委员会办公室”　市绩效办 → 市考核办")


def test_a_rename_shows_titles_that_changed_with_it() -> None:
    text = edited(("运用 第三项 “第（三）项” {", "运用 干部考核依据 {\n  原名：第三项"))
    assert lines(text) == ["改名运用“干部考核依据”　第三项 “第（三）项” → 干部考核依据"]


def test_a_renamed_grade_is_called_by_both_names() -> None:
    text = edited().replace("较差", "D－")
    told = [one for one in lines(text) if one.startswith("改名“D-”")]
    assert told
    assert all("较差" in one and "D－" in one for one in told)


VETO = (
    "否决 较大事故 “发生较大事故的” {\n  出处：“九”\n  等次：拟定等次\n  结果：事故后等次\n"
    "  当：总分 ＜ 70分\n  最高为：一般\n}\n\n# ── 五、结果怎么用 ──"
)


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
def test_an_added_block_is_shown_with_what_stands_in_it(ran: Ran, format: str) -> None:
    Path("旧.guiju").write_text(edited(), encoding="utf-8")
    new = edited(
        ("# ── 五、结果怎么用 ──", VETO),
        ("  等次：拟定等次\n  结果：最终等次", "  等次：事故后等次\n  结果：最终等次"),
    )
    Path("新.guiju").write_text(new, encoding="utf-8")
    out = ran("diff", "旧.guiju", "新.guiju", "--format", format)[1]
    held = "等次：拟定等次；结果：事故后等次；当：总分 ＜ 70分；最高为：一般"
    if format == "json":
        changes = json.loads(out)["changes"]
        (added,) = (change for change in changes if change["act"] == "added")
        assert added["new"]["content"] == held
        assert added["new"]["name"] == "较大事故"
    else:
        assert held in out.replace("&lt;", "<")
        assert "较大事故" in out


def test_long_content_is_cut_in_reports_and_whole_in_json() -> None:
    start, end = (edited().index(f"体系 {name}指标 “") for name in ("县区", "部门"))
    gone = edited()[:start] + edited()[end:]
    (change,) = (c for c in compared(gone).changes if c.act is Act.REMOVED)
    assert change.old is not None
    assert change.old.content.count("细项 ") == 8
    assert content(change.old, ZH).endswith("……（下略）")
    assert len(content(change.old, ZH)) < 320


def test_a_new_order_shows_both_orders() -> None:
    one = "  情形 未调整 { 当：调整批准日期 为空；取：目标值 }\n"
    other = "  情形 按期调整 { 当：调整批准日期 不晚于 目标调整；取：调整后目标值 }\n"
    assert lines(edited((one + other, other + one))) == [
        "调整次序取值“计分目标值”　未调整、按期调整 → 按期调整、未调整"
    ]


def test_what_a_block_no_longer_says_is_told_where_it_stood() -> None:
    text = edited(
        ("  负责：市绩效办\n  优秀：90分以上\n", "  优秀：91分以上\n"),
        ("绩效评估等次” {", "政府绩效评估等次” {"),
    )
    assert [(c.act, c.aspect) for c in compared(text).changes] == [
        (Act.CHANGED, "title"), (Act.REMOVED, "owner"), (Act.CHANGED, "优秀")
    ]  # fmt: skip
    last = edited(("  优秀：90分以上\n", "  优秀：91分以上\n"), ("  较差：低于60分\n", ""))
    assert [(c.act, c.aspect) for c in compared(last).changes] == [
        (Act.CHANGED, "优秀"), (Act.REMOVED, "较差")
    ]  # fmt: skip


def test_a_property_after_the_parts_is_told_after_them() -> None:
    text = edited(
        ("  封顶：5分\n", "  封顶：4分\n"), ("其余 未通过 { 取：0分 }", "其余 未通过 { 取：0.5分 }")
    )
    assert [c.aspect for c in compared(text).changes] == ["take", "cap"]


def test_a_part_that_is_gone_is_told_between_those_around_it() -> None:
    text = edited(
        ("  情形 公示未结束 { 当：评审结果 = 通过；取：0分；提示：“评审已通过，公示尚未结束，暂不加分” }\n", ""),
        ("其余 未通过 { 取：0分 }", "其余 未通过 { 取：0.5分 }"),
        ("情形 计入 { 当：评审结果 = 通过 且 公示结束日期 有值；", "情形 计入 { 当：评审结果 = 通过；"),
        ("  封顶：5分\n", "  封顶：4分\n"),
        ("  申报条件：“县（区）经政府班子审议；", "  申报条件：“县（区）经班子审议；"),
    )  # fmt: skip
    found = [(c.block, c.aspect) for c in compared(text).changes]
    assert found == [
        ("bonus", "application"), ("case", "when"), ("case", None), ("otherwise", "take"),
        ("bonus", "cap"),
    ]  # fmt: skip


def test_a_block_that_is_gone_is_told_after_the_one_before_it() -> None:
    notice = edited()[edited().index("提示 七十九") : edited().index("否决 一票否决 {")]
    text = edited(
        (notice, ""), ("  较差：低于60分\n", "  较差：低于61分\n"), ("  降低：1级", "  降低：2级")
    )
    assert [c.block for c in compared(text).changes] == ["grades", "notice", "veto"]


def test_a_new_clause_that_comes_with_other_grounds_is_one_change() -> None:
    text = edited(
        (
            "  个数：4个\n  出处：“四（三）”\n  取义：“A25 县（区）之间排名，部门在本类别内排名”\n"
            "  另解：“所有部门合在一起排名”、“全部单位合在一起排名”\n",
            "  个数：4个\n  出处：“四（四）”\n",
        )
    )
    (change,) = compared(text).changes
    assert change.kind is ChangeClass.PROVENANCE
    assert change.old is not None and change.new is not None
    assert change.old.words.startswith("出处：“四（三）”；取义：“A25")
    assert change.new.words == "出处：“四（四）”"


def test_an_office_that_becomes_a_block_is_told_with_what_is_said_of_it() -> None:
    block = (
        "机构 市人社局 “市人力资源和社会保障局” {\n  原名：市人事局\n  出处：“六”\n"
        "  职责：“由两个局合并组建”\n}\n机构 市绩效评估委员会 “"
    )
    text = edited(("机构 市绩效评估委员会 “", block))
    text = text.replace("市人事局", "市人社局").replace("原名：市人社局", "原名：市人事局")
    text = text.replace("工作表 市人社局", "工作表 市人事局").replace(
        "视为市人社局", "视为市人事局"
    )
    (change,) = compared(text).changes  # the sheet keeps its name
    assert line(change, compared(text)) == (
        "改名机构“市人力资源和社会保障局”　市人事局 → 市人社局 “市人力资源和社会保障局”"
    )
    assert change.new is not None
    assert change.new.content == "职责：“由两个局合并组建”"


def test_examples_are_counted_apart(ran: Ran) -> None:
    Path("旧.guiju").write_text(edited(), encoding="utf-8")
    new = edited(
        ("给定 { 年度评估：98.5分；", "给定 { 年度评估：98.4分；"), ("“A33 同分", "“A33 分数")
    )
    Path("新.guiju").write_text(new, encoding="utf-8")
    found = json.loads(ran("diff", "旧.guiju", "新.guiju", "--format", "json")[1])
    assert (found["summary"]["wording"], found["summary"]["examples"]) == (1, 1)
    assert [change["example"] for change in found["changes"]] == [False, True]
    out = ran("diff", "旧.guiju", "新.guiju")[1]
    assert "共1处不同：文字 1；示例另有1处" in out
    assert "加分后超过一百分：“年度评估” 98.5分 → 98.4分" in out
    assert (
        "1 change: wording 1; 1 more in worked examples"
        in (ran("--lang", "en", "diff", "旧.guiju", "新.guiju")[1])
    )


def test_a_policy_that_is_older_than_the_one_before_it_is_pointed_out(ran: Ran) -> None:
    Path("旧.guiju").write_text(edited(), encoding="utf-8")
    Path("新.guiju").write_text(edited(("  年度：2009年", "  年度：2010年")), encoding="utf-8")
    assert "次序写反了" in ran("diff", "新.guiju", "旧.guiju")[1]
    assert "of an earlier year" in ran("--lang", "en", "diff", "新.guiju", "旧.guiju")[1]
    assert "次序写反了" not in ran("diff", "旧.guiju", "新.guiju")[1]
    assert "次序写反了" not in ran("diff", "旧.guiju", "旧.guiju")[1]
