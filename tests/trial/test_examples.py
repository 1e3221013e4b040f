"""What examples may give and expect: each way of saying it, right and wrong."""

from __future__ import annotations

import pytest
from support.trials import SCHEME, examined, outcome, suite_of

GOOD = {
    "a value worked out further": "给定 { 总分：91分 }\n应得 { 等级：优；最终：优；名次：1；达标：是 }",
    "columns of a table with a row a unit": "给定 日常 { 出勤：90分；抽查：80分 }\n给定 { 人数：100人 }\n"
    "应得 { 基本分：93.5分；抽查得分：80分 }",
    "a blank cell": "给定 日常 { 出勤：90分；抽查：空 }\n应得 { 抽查得分：90分 }",
    "no value": "给定 日常 { 抽查：空 }\n要求：日常.抽查 为空",
    "rows": "给定 申报 { 事项：“甲”；级别：省级；通过日期：2024年11月30日 }\n"
    "给定 申报 { 事项：“乙”；级别：国家级；通过日期：2024年12月1日 }\n应得 { 奖励：2分 }",
    "a value of a row": "给定 申报 { 事项：“甲”；每项加分：3.5分 }\n应得 { 奖励：3.5分 }",
    "no rows": "应得 { 奖励：0分 }",
    "written places": "给定 { 总分：200分 ÷ 3 }\n应得 { 折合：0.667，3位 }",
    "arithmetic": "给定 { 总分：200分 ÷ 3 }\n应得 { 折合：2 ÷ 3 }",
    "a column of the result table": "给定 { 总分：91分 }\n应得 { 折合：0.91；达标：是 }",
    "a condition": "给定 { 总分：91分 }\n要求：等级 = 优 且 非 一票.待定",
    "a list of one": "给定 { 分管领导：“王” }\n应得 { 领导：是 }",
    "a decision that is pending": "给定 { 等级：优 }\n给定 事故 { 决定：空 }\n"
    "应得 { 最终：优 }\n要求：一票.待定 且 一票.若降 = 良",
    "a requirement that holds": "给定 事故 { 决定：降低；死亡人数：1人 }\n满足：降低须有死亡",
    "a requirement that fails": "给定 事故 { 决定：降低；死亡人数：0人 }\n违反：降低须有死亡",
    "several units": "给定 { 类型：县区 }\n单位 甲 { 给定 { 总分：91分 }；应得 { 名次：1 } }\n"
    "单位 乙 { 给定 { 总分：91分 }；应得 { 名次：1 } }\n单位 丙 { 给定 { 总分：88分 }；应得 { 名次：3 } }",
    "units of two groups": "给定 { 类型：县区 }\n单位 甲 { 给定 { 总分：91分 }；应得 { 名次：1 } }\n"
    "单位 乙 { 给定 { 总分：90分；抽查得分：1分 }；应得 { 名次：2 } }",
    "rows for each unit": "给定 申报 { 事项：“甲”；每项加分：1分 }\n"
    "单位 甲 { 应得 { 奖励：1分 } }\n"
    "单位 乙 { 给定 申报 { 事项：“乙”；每项加分：2分 }；应得 { 奖励：3分 } }",
    "what all units must do": "应得 { 等级：优 }\n要求：达标\n"
    "单位 甲 { 给定 { 总分：91分 } }\n单位 乙 { 给定 { 总分：90分 } }",
}
WRONG = {
    "another figure": ("给定 { 总分：89.9分 }\n应得 { 等级：优 }", "G932"),
    "another number": ("给定 { 基本分：89.94分；奖励：0分 }\n应得 { 总分：89.94分 }", "G932"),
    "a value where none": ("给定 日常 { 抽查：空；出勤：1分 }\n应得 { 抽查得分：空 }", "G932"),
    "true is not one": ("给定 { 总分：91分 }\n应得 { 折合：1 }", "G932"),
    "a cell that is not given": ("给定 日常 { 出勤：90分 }\n应得 { 抽查得分：90分 }", "G931"),
    "a group that is not known": (
        "单位 甲 { 给定 { 总分：1分 }；应得 { 名次：1 } }\n单位 乙 { 给定 { 总分：0分 } }",
        "G931",
    ),
    "matters that may be the same": (
        "给定 申报 { 每项加分：1分 }\n给定 申报 { 每项加分：1分 }\n应得 { 奖励：2分 }",
        "G931",
    ),
    "a condition": ("给定 { 总分：91分 }\n要求：总分 ＜ 91分", "G934"),
    "a condition that cannot be judged": ("要求：总分 ＜ 91分", "G931"),
    "a requirement that fails unsaid": (
        "给定 { 等级：优 }\n给定 事故 { 决定：降低；死亡人数：0人 }\n应得 { 最终：良 }",
        "G935",
    ),
    "a requirement that does not fail": (
        "给定 事故 { 决定：降低；死亡人数：1人 }\n违反：降低须有死亡",
        "G936",
    ),
    "a requirement that is not judged": ("给定 事故 { 决定：降低 }\n满足：降低须有死亡", "G936"),
}
REFUSED = {
    "an unknown name": ("给定 { 总份：1分 }\n应得 { 等级：优 }", "G208"),
    "an unknown column": ("给定 日常 { 出席：1分 }\n应得 { 等级：优 }", "G316"),
    "an unknown table": ("给定 日程 { 出勤：1分 }\n应得 { 等级：优 }", "G208"),
    "a table with a row a unit": ("应得 日常 { 出勤：1分 }", "G338"),
    "an unknown grade": ("给定 { 总分：1分 }\n应得 { 等级：中 }", "G209"),
    "another unit of measure": ("给定 { 总分：1人 }\n应得 { 等级：优 }", "G303"),
    "a name for a number": ("给定 { 总分：奖励 }\n应得 { 等级：优 }", "G301"),
    "text for a number": ("给定 { 总分：“九十” }\n应得 { 等级：优 }", "G301"),
    "a number for a grade": ("给定 { 等级：90分 }\n应得 { 最终：优 }", "G301"),
    "a name for a condition": ("给定 { 总分：1分 }\n应得 { 达标：优 }", "G301"),
    "text for a date": ("给定 申报 { 通过日期：“昨天” }\n应得 { 奖励：0分 }", "G301"),
    "beyond the range of a column": ("给定 日常 { 出勤：101分 }\n应得 { 等级：优 }", "G301"),
    "a blank where none may be": ("给定 日常 { 出勤：空 }\n应得 { 等级：优 }", "G301"),
    "places that are none": ("给定 { 总分：1分 }\n应得 { 折合：0.01，1.5位 }", "G301"),
    "places of what is given": ("给定 { 总分：1分，2位 }\n应得 { 等级：优 }", "G321"),
    "division by nothing": ("给定 { 总分：1分 ÷ 0 }\n应得 { 等级：优 }", "G301"),
    "a value of a row for a unit": ("给定 { 每项加分：1分 }\n应得 { 奖励：1分 }", "G327"),
    "a value of a unit in a row": ("给定 申报 { 总分：1分 }\n应得 { 奖励：1分 }", "G316"),
    "the same twice": ("给定 { 总分：1分 }\n给定 { 总分：2分 }\n应得 { 等级：优 }", "G206"),
    "an unknown requirement": ("给定 { 总分：1分 }\n违反：降低要有死亡", "G208"),
    "beyond the points": ("给定 { 全部：101分 }\n应得 { 等级：优 }", "G301"),
    "nothing expected": ("给定 { 总分：1分 }", "G326"),
    "a condition that is none": ("给定 { 总分：1分 }\n要求：总分", "G305"),
}


#: An indicator with points; nothing else needs it.
INDICATOR = "体系 全部（100分） { 出处：“一”；指标 一项（100分） { 得分：日常.出勤 } }\n"


def example(body: str) -> str:
    return f"示例 例 {{\n{body}\n}}\n"


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD)
def test_what_is_right_passes(body: str) -> None:
    suite = suite_of(SCHEME + example(body))
    assert [f.finding.message("zh") for one in suite.tried for f in one.failures] == []
    assert suite.passed and suite.tried[0].asked


@pytest.mark.parametrize(("body", "code"), WRONG.values(), ids=WRONG)
def test_what_is_not_so_is_found(body: str, code: str) -> None:
    assert set(outcome(example(body))) == {code}


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_at_every_save(body: str, code: str) -> None:
    found = examined(SCHEME + INDICATOR + example(body))
    errors = [one.code.id for one in found.diagnostics if one.severity.value == "error"]
    assert errors == [code]
    assert found.sound and not found.whole


def test_every_error_of_an_example_is_found_in_one_run() -> None:
    body = "给定 { 总份：1分；奖励：2人 }\n应得 { 等级：中 }"
    found = examined(SCHEME + example(body)).diagnostics
    assert sorted(one.code.id for one in found) == ["G208", "G209", "G303"]


def test_a_near_name_is_suggested() -> None:
    (found,) = examined(SCHEME + example("给定 { 总份：1分 }\n应得 { 等级：优 }")).diagnostics
    assert "是不是“总分”？" in (found.hint("zh") or "") and found.fixes


def test_a_bottom_line_is_tried_in_every_example() -> None:
    line = "底线 封得住 { 要求：总分 ≤ 100分 }\n"
    assert outcome(line + example("给定 { 总分：99分 }\n应得 { 等级：优 }")) == []
    assert outcome(line + example("给定 { 总分：101分 }\n应得 { 等级：优 }")) == ["G935"]
    assert outcome(line + example("给定 { 总分：101分 }\n违反：封得住")) == []
    # What an example does not give is not held against it.
    assert outcome(line + example("应得 { 奖励：0分 }")) == []


def test_two_examples_do_not_share_a_name() -> None:
    twice = example("给定 { 总分：99分 }\n应得 { 等级：优 }") * 2
    assert "G207" in {one.code.id for one in examined(SCHEME + twice).diagnostics}


def test_what_only_an_example_names_is_still_unused() -> None:
    lone = "取值 孤值 { 出处：“一”；取：人数 ＋ 1人 }\n" + example(
        "给定 { 人数：1人 }\n要求：孤值 = 2人"
    )
    assert [one.code.id for one in examined(SCHEME + lone).diagnostics] == ["G701"]


def test_requirements_and_bottom_lines_may_stand_in_any_order() -> None:
    line = "底线 封得住 { 要求：总分 ≤ 100分 }\n"
    body = "给定 { 总分：101分 }\n给定 事故 { 决定：降低；死亡人数：1人 }\n违反：封得住\n满足：降低须有死亡"
    first, second = SCHEME.split("校验 降低须有死亡", 1)
    before = f"{first}{line}校验 降低须有死亡{second}"
    assert outcome(example(body), before) == outcome(example(body), SCHEME + line) == []


def test_a_share_differs_by_percents() -> None:
    share = "取值 占比 { 出处：“一”；取：人数 ÷ 100人 }\n结果表 { 占比：占比；"
    body = example("给定 { 人数：67人 }\n应得 { 占比：66％ }")
    (failure,) = suite_of(SCHEME.replace("结果表 {", share) + body).tried[0].failures
    assert failure.finding.message("zh").endswith("应得66％，算得67％（多1％）")
