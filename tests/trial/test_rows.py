"""What must come out of the rows of a table: of a unit, of rows below rows, of what units belong to."""

from __future__ import annotations

import pytest
from guiju.engine.trial.verdict import Failure
from support.trials import examined, suite_of

#: Districts above schools, terms below a school, visits below a term.
SCHEME = """政策 督导办法 { 年度：2024年 }
数据表 区域 { 文件：“区.csv”；主键：区；出处：“一”；列 { 区：文字；经费：数，0以上 } }
名册 学校 { 文件：“学校.csv”；主键：学校；归属：区域；出处：“一”；列 { 学校：单位；区：文字；学生：整数，人，1人以上 } }
数据表 学期表 {
  文件：“学期.csv”；主键：学校、学期；期次：学期；出处：“二”
  列 { 学校：单位；学期：整数，1至2；考核分：分，0分至100分 }
}
数据表 走访 { 文件：“走访.csv”；归属：学期表；出处：“二”；列 { 学校：单位；学期：整数；日期：日期；扣分：分，0分以上 } }
取值 走访扣分 { 出处：“二”；逐行：学期表；取：取小（合计（走访.扣分），5分） }
核算 学期核算 { 逐行：学期表；出处：“二”；步骤 学期得分 { 取：考核分 － 走访扣分 } }
等次 学期等次 { 出处：“二”；依据：学期得分；优：90分以上；良：不足90分 }
取值 年度得分 { 出处：“三”；取：四舍五入（平均（学期得分），1位） }
核算 区核算 { 逐行：区域；出处：“四”；步骤 区得分 { 取：平均（年度得分） } }
等次 区等次 { 逐行：区域；出处：“四”；依据：区得分；优：80分以上；良：不足80分 }
取值 超支 { 逐行：区域；出处：“四”；取：经费 ＞ 100 }
提示 迟 { 出处：“二”；逐行：走访；当：日期 晚于 12月1日；内容：“走访太迟” }
结果表 { 学校：学校；年度得分：年度得分；人数：学生 }
结果表 学期表 { 学期：学期；得分：学期得分；百分比：学期得分 ÷ 100分；等：学期等次 }
结果表 区域 { 区：区；区等次：区等次；超支：超支 }
"""
TERMS = "给定 学期表 { 学期：1；考核分：92分 }\n给定 学期表 { 学期：2；考核分：88分 }\n"
DISTRICT = "给定 区域 { 区：“东区”；经费：120 }\n"
TWO = (
    DISTRICT
    + "给定 { 区：“东区” }\n单位 一小 { 给定 { 年度得分：90分 } }\n单位 二小 { 给定 { 年度得分：71分 } }\n"
)
GOOD = {
    "the only row": "给定 学期表 { 考核分：90分 }\n应得 学期表 { 学期等次：优；学期得分：90分 }",
    "the row that the key picks": TERMS + "应得 学期表 { 学期：2；学期等次：良 }",
    "two rows": TERMS
    + "应得 学期表 { 学期：1；学期等次：优 }\n应得 学期表 { 学期：2；学期得分：88分 }",
    "a row and its unit": TERMS
    + "应得 学期表 { 学期：1；学期得分：92分 }\n应得 { 年度得分：90分 }",
    "a value of the unit in its row": TERMS + "应得 学期表 { 学期：1；年度得分：90分 }",
    "a column of the results of the rows": TERMS
    + "应得 学期表 { 学期：2；百分比：0.88；等：良；得分：88分 }",
    "a row worked out from rows below it": "给定 学期表 { 学期：1；考核分：95分 }\n"
    "给定 走访 { 学期：1；扣分：4分 }\n给定 走访 { 学期：1；扣分：4分 }\n"
    "应得 学期表 { 走访扣分：5分；学期等次：优 }",
    "a value of a row that is given": "给定 学期表 { 学期得分：89.9分 }\n应得 学期表 { 学期等次：良 }",
    "of each unit its own": "单位 甲 { 给定 学期表 { 考核分：91分 }；应得 学期表 { 学期等次：优 } }\n"
    "单位 乙 { 给定 学期表 { 考核分：89分 }；应得 学期表 { 学期等次：良 } }",
    "of all units": "应得 学期表 { 学期：1；学期等次：优 }\n"
    "单位 甲 { 给定 学期表 { 学期：1；考核分：91分 } }\n单位 乙 { 给定 学期表 { 学期：1；考核分：90分 } }",
    "what units belong to": TWO + "应得 区域 { 区得分：80.5分；区等次：优；超支：是 }",
    "what units belong to, from a unit": TWO + "应得 { 区等次：优 }",
    "places": "给定 学期表 { 学期得分：200分 ÷ 3 }\n应得 学期表 { 百分比：0.667，3位 }",
}
WRONG = {
    "another grade": (TERMS + "应得 学期表 { 学期：2；学期等次：优 }", "G932"),
    "the other row would be right": (TERMS + "应得 学期表 { 学期：1；学期得分：88分 }", "G932"),
    "a cell that is not given": ("给定 学期表 { 学期：1 }\n应得 学期表 { 学期等次：优 }", "G931"),
    "what units belong to": (TWO + "应得 区域 { 区等次：良 }", "G932"),
    "a row that belongs to none given": (
        "给定 学期表 { 学期：1；考核分：92分 }\n给定 走访 { 学期：2；扣分：4分 }\n应得 学期表 { 学期得分：92分 }",
        "G937",
    ),
}
REFUSED = {
    "no such row": (
        "给定 学期表 { 学期：1；考核分：92分 }\n应得 学期表 { 学期：2；学期等次：优 }",
        "G338",
    ),
    "no row at all": ("给定 { 年度得分：1分 }\n应得 学期表 { 学期等次：优 }", "G338"),
    "one of two rows": (TERMS + "应得 学期表 { 学期等次：优 }", "G338"),
    "a row that one of two units lacks": (
        "应得 学期表 { 学期等次：优 }\n单位 甲 { 给定 学期表 { 考核分：91分 } }\n单位 乙 { 给定 { 年度得分：1分 } }",
        "G338",
    ),
    "nothing but which row": (TERMS + "应得 学期表 { 学期：1 }", "G326"),
    "an unknown name": (TERMS + "应得 学期表 { 学期：1；学期等茨：优 }", "G208"),
    "an unknown table": (TERMS + "应得 学期 { 学期：1；学期等次：优 }", "G208"),
    "a finer value": (TWO + "应得 区域 { 年度得分：1分 }", "G316"),
    "a value of other rows": (TERMS + "应得 走访 { 学期得分：1分 }", "G338"),
    "a value of a row for a unit": (TERMS + "应得 { 学期得分：1分 }", "G327"),
    "a table with a row a unit": ("给定 { 学生：1人 }\n应得 学校 { 学生：1人 }", "G338"),
    "another unit of measure": (TERMS + "应得 学期表 { 学期：1；学期得分：1人 }", "G303"),
    "a grade that is none": (TERMS + "应得 学期表 { 学期：1；学期等次：中 }", "G209"),
}


PICKED = """取值 好评 { 出处：“二”；取：前几平均（学期得分，2个） }
提示 好 { 出处：“二”；当：好评 ＞ 80分；内容：“好” }
"""


def test_what_is_picked_among_rows_of_the_second_unit() -> None:
    """The rows of the one unit are not those of the other."""
    rows = "给定 学期表 {{ 学期：1；学期得分：{} }}；给定 学期表 {{ 学期：2；学期得分：{} }}"
    body = (
        f"单位 甲 {{ {rows.format('90分', '80分')}；应得 {{ 好评：85分 }} }}\n"
        f"单位 乙 {{ {rows.format('70分', '60分')}；应得 {{ 好评：65分 }} }}"
    )
    assert suite_of(SCHEME + PICKED + example(body)).passed


def example(body: str) -> str:
    return f"示例 例 {{\n{body}\n}}\n"


def failures(body: str) -> list[Failure]:
    return [f for one in suite_of(SCHEME + example(body)).tried for f in one.failures]


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD)
def test_what_is_right_passes(body: str) -> None:
    assert [f.finding.message("zh") for f in failures(body)] == []


@pytest.mark.parametrize(("body", "code"), WRONG.values(), ids=WRONG)
def test_what_is_not_so_is_found(body: str, code: str) -> None:
    assert [f.finding.code.id for f in failures(body)] == [code]


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(body: str, code: str) -> None:
    found = examined(SCHEME + example(body)).diagnostics
    assert [one.code.id for one in found if one.severity.value == "error"] == [code]


def test_the_values_of_the_row_are_drawn() -> None:
    (failure,) = failures(TERMS + "应得 学期表 { 学期：2；学期得分：90分 }")
    assert [value for drawn in failure.drawn for _, value in drawn.marks] == ["88", "0"]


def test_a_row_that_units_belong_to_is_one_row() -> None:
    suite = suite_of(SCHEME + example(TWO + "应得 区域 { 区得分：80.5分 }"))
    assert suite.tried[0].run.members.size(suite.trials.plan.listings[1].level) == 1


def test_english_words_say_the_same() -> None:
    body = "given 学期表 { 学期: 1; 考核分: 92pts }\nexpected 学期表 { 学期: 1; 学期等次: 优 }"
    assert failures(body) == []
