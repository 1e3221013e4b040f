"""The checks of names, types and units on the founding policy: each edit of its text is found."""

from __future__ import annotations

import pytest
from support.founding import at, edited, ids, problems

# ── names ──


@pytest.mark.parametrize(
    ("old", "new", "code", "meant"),
    [
        (
            "细项 遵纪守法（1分） { 评分：市监察局 }",
            "细项 遵纪守法（1分） { 评分：市检察局 }",
            "G208",
            "市监察局",
        ),
        ("依据：总分\n  分组", "依据：总份\n  分组", "G208", None),
        ("取：级别加分（级别）", "取：级别加份（级别）", "G210", "级别加分"),
        ("次序：由高到低", "次序：由高至低", "G212", None),
        ("按：类型、类别", "按：类型、类型别", "G208", "类型"),
        (
            "逐行：加分申报\n  情形 计入",
            "逐行：加分申抱\n  情形 计入",
            "G208",
            "加分申报",
        ),
        ("当：职务 = 市长\n", "当：职务 = 市常\n", "G209", "市长"),
        ("当：职务 = 市长\n", "当：职务 = “市常”\n", "G209", "市长"),
        ("当：职务 = 市长\n", "当：职务 = “市长”\n", "G345", None),
        ("当：职务 = 市长\n", "当：“市长” = 职务\n", "G345", None),
        ("当：职务 = 市长\n", "当：职务 属于（“市长”）\n", "G345", None),
        ("取：日常评估.定期调度", "取：日常评估.定期调渡", "G316", "定期调度"),
        ("折算：得分 ÷ 满分 × 权重", "折算：得分 ÷ 满份 × 权重", "G208", "满分"),
        ("折算：得分 ÷ 满分 × 权重", "折算：得分 ÷ 满分 × 权种", "G208", "权重"),
        ("对象 县区政府 “", "对像 县区政府 “", "G201", "对象"),
        ("  初审：市绩效办", "  初申：市绩效办", "G202", "初审"),
    ],
)
def test_misspelt_words_and_names(old: str, new: str, code: str, meant: str | None) -> None:
    found = [one for one in problems(edited((old, new))) if one.code.id == code]
    assert found
    if meant is not None:
        assert any(f"“{meant}”" in (one.hint("zh") or "") for one in found)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("期限 奖项申请报告 {", "期限 自我评估报告 {", "G207"),
        ("  截止：4月中旬\n", "  截止：4月中旬\n  截止：4月末\n", "G206"),
        ("步骤 加权得分", "步骤 加后得分 { 取：年度评估 }\n  步骤 加权得分", None),
        ("    细项 专项资金使用（1分）", "    细项 遵纪守法（1分）", "G207"),
        ("个数：12个", "个数：13个", "G404"),
        (
            "包括：市长、常务副市长、副市长、市政府秘书长、市长助理",
            "包括：市长、常务副市长、副市长、市政府秘书长、市长",
            "G405",
        ),
    ],
)
def test_duplicates_and_counts(old: str, new: str, code: str | None) -> None:
    found = ids((old, new))
    assert code in found if code else found == []


# ── types and units ──


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("取：加权得分 ＋ 奖项加分", "取：加权得分 ＋ 公务员人数", "G303"),
        ("折算：得分 ÷ 满分 × 权重", "折算：得分 ÷ 满分", "G303"),
        ("环节 定期调度（3％）", "环节 定期调度（3分）", "G302"),
        ("目标 重点工作目标（80分）", "目标 重点工作目标（80％）", "G302"),
        ("环节 民主评估（15％） {", "环节 民主评估 {", "G320"),
        ("封顶：5分", "封顶：5％", "G301"),
        ("封顶：5分", "封顶：5个", "G301"),
        ("取：年度评估 }", "取：领导给分 }", "G307"),
        ("取：年度评估 }", "取：加分申报.级别 }", "G307"),
        ("取：年度评估 }", "取：类型 }", "G304"),
        ("当：最终等次 = 较差", "当：最终等次", "G305"),
        ("当：最终等次 = 较差", "当：最终等次 ＜ 一般", "G306"),
        ("当：最终等次 = 较差", "当：最终等次 属于（60分以下）", "G306"),
        ("当：最终等次 = 较差", "当：公务员人数 属于（60分以下）", "G303"),
        ("当：名次 有值", "当：分值 有值", "G208"),
        ("取：计数（名次 按 评价人）", "取：计数（名次 按 无此列）", "G316"),
        ("取：加权得分 ＋ 奖项加分", "取：总分", "G309"),
        ("取：四舍五入（加分后得分，2位）", "取：四舍五入（加分后得分）", "G310"),
        ("  省级：2分\n", "", "G313"),
        ("  省级：2分\n", "  省级：2分\n  县级：1分\n", "G314"),
        ("  省级：2分\n", "  省级：2个\n", "G303"),
        ("  截止：10月30日\n", "  截止：“10月30日”\n", "G301"),
        ("取：加权得分 ＋ 奖项加分", "取：加权得分、奖项加分", "G321"),
        ("步骤 加权得分 {", "步骤 加权得分（100分） {", "G325"),
        ("    定期调度：分，0分至100分\n", "    定期调度：分，0人至100人\n", "G315"),
        ("    类型：对象\n", "    类型：文字\n", "G324"),
        (
            "  工作表 市审计局 { 单位：单位；",
            "  工作表 市审计局 { 单位：单位；遵纪守法：分；",
            "G207",
        ),
    ],
)
def test_types_units_and_levels(old: str, new: str, code: str) -> None:
    assert code in ids((old, new))


def test_a_finding_points_at_the_authors_words() -> None:
    text = edited(("依据：总分\n  分组", "依据：总共得分\n  分组"))
    assert "总共得分" in [at(one, text) for one in problems(text)]


def test_what_units_belong_to_is_not_ranked_in_their_groups() -> None:
    """A grouping by a column of units says nothing of the districts above them; one of all does."""
    text = """政策 试行办法 { 年度：2023年 }
数据表 片区 { 出处：“一”；文件：“片区.csv”；主键：片区名；列 { 片区名：文字；经费：分 } }
名册 单位 { 出处：“一”；文件：“单位.csv”；主键：单位；归属：片区
  列 { 单位：单位；片区名：文字；组别：甲类、乙类 } }
分组 全体 { 出处：“一” }
分组 同组 { 出处：“一”；按：组别 }
排名 名次 { 出处：“一”；依据：片区.经费；分组：全体；次序：由高到低；并列：同名次 }
"""
    assert [one.code.id for one in problems(text)] == []
    assert [one.code.id for one in problems(text.replace("分组：全体", "分组：同组"))] == ["G316"]
