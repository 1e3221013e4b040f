"""Tables that share the rows of another, and groups by a column of the register, in examples."""

from __future__ import annotations

import pytest
from support.trials import suite_of

HEAD = """
政策 试 { 年度：2025年 }
名册 名单 { 文件：“a.csv”；主键：单位；列 { 单位：单位；类别：平原、山区 } }
数据表 季表 {
  文件：“b.csv”；主键：季度、单位
  列 { 单位：单位；季度：整数，1至4；分数：分，0分至100分 }
}
数据表 信访 {
  文件：“c.csv”；主键：季度、单位；归属：季表
  列 { 单位：单位；季度：整数，1至4；件数：整数，件，0件以上 }
}
取值 季分 { 逐行：季表；取：分数 － 1分 × 信访.件数 }
取值 季位次 { 逐行：季表；取：名次（分数 按 类别、季度） }
取值 总 { 取：合计（季分） }
等次 等级 { 依据：总；甲：90分以上；乙：不足90分 }
"""
BOTH = "给定 季表 { 季度：1；分数：95分 }；给定 信访 { 季度：1；件数：3件 }"


def codes(example: str) -> list[str]:
    suite = suite_of(f"{HEAD}示例 例 {{ {example} }}\n")
    return [failure.finding.code.id for one in suite.tried for failure in one.failures]


@pytest.mark.parametrize(
    "example",
    [
        f"{BOTH}；应得 {{ 总：92分；等级：甲 }}",
        "给定 信访 { 季度：1；件数：3件 }；给定 季表 { 季度：1；分数：95分 }；应得 { 总：92分 }",
        # In another order, each to its own quarter.
        "给定 季表 { 季度：2；分数：50分 }；给定 季表 { 季度：1；分数：45分 }"
        "；给定 信访 { 季度：1；件数：3件 }；给定 信访 { 季度：2；件数：2件 }"
        "；应得 季表 { 季度：1；季分：42分 }；应得 { 总：90分 }",
        # What only the second table writes is a row of the first as well.
        "给定 信访 { 季度：1；件数：3件 }；给定 季表 { 季度：2；分数：9分 }"
        "；给定 信访 { 季度：2；件数：0件 }；应得 季表 { 季度：2；季分：9分 }",
    ],
)
def test_rows_go_to_the_rows_they_share(example: str) -> None:
    assert codes(example) == []


@pytest.mark.parametrize(
    "example",
    [
        "给定 季表 { 季度：2；分数：95分 }；应得 { 总：95分 }",
        "给定 信访 { 季度：1；件数：3件 }；应得 { 总：92分 }",
    ],
)
def test_what_one_of_the_tables_does_not_say_is_missing(example: str) -> None:
    assert codes(example) == ["G931"]


@pytest.mark.parametrize(("other", "place"), [("山区", 2), ("平原", 1)])
def test_a_group_by_a_column_of_the_register(other: str, place: int) -> None:
    units = f"""
      单位 甲 {{ 给定 {{ 类别：山区 }}；给定 季表 {{ 季度：1；分数：90分 }}；应得 季表 {{ 季位次：1 }} }}
      单位 乙 {{ 给定 {{ 类别：{other} }}；给定 季表 {{ 季度：1；分数：80分 }}；应得 季表 {{ 季位次：{place} }} }}
    """
    assert codes(units) == []


def test_a_group_that_is_not_given_is_missing() -> None:
    units = """
      单位 甲 { 给定 季表 { 季度：1；分数：90分 }；应得 季表 { 季位次：1 } }
      单位 乙 { 给定 季表 { 季度：1；分数：80分 }；应得 季表 { 季位次：2 } }
    """
    assert {*codes(units)} == {"G931"}
