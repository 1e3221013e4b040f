"""Figures of one group, one choice or one ballot are held against one another, and truly so."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.extent import Extent
from guiju.engine.pipeline import check
from guiju.engine.plan.plan import Plan
from guiju.engine.reach.ranges import Ranges, ranges_of
from guiju.grammar.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st
from support.year import table_of

from .test_sound import outside

POLICY = """
政策 试 { 年度：2024年 }
名册 单位 {
  文件：“单位.csv”
  主键：名
  出处：“一”
  列 {
    名：单位；组：东、西；得分数：分，0分至100分；收入：数，可空；满意：整数，票，0票以上；一般：整数，票，0票以上
    采购：数，高于0，可空；支出：数，0以上
  }
}
分组 全体 { 出处：“一” }
取值 与最好比 { 出处：“二”；取：得分数 ÷ 最高（得分数 按 组） }
取值 功效 {
  出处：“二”
  取：60％ ＋ 40％ × （得分数 － 最低（得分数 按 组）） ÷ （最高（得分数 按 组） － 最低（得分数 按 组））
}
取值 离平均 { 出处：“二”；取：最高（得分数 按 全体） － 平均（得分数 按 全体） }
对照 票分 { 出处：“二”；满意：100分；一般：60分 }
取值 测评 { 出处：“二”；取：票均（票分，单位） }
取值 分档 {
  出处：“二”
  情形 高 { 当：得分数 ≥ 60分；取：得分数 － 60分 }
  其余 低 { 取：60分 － 得分数 }
}
取值 收入档 {
  出处：“二”
  情形 高 { 当：收入 ≥ 10；取：收入 － 10 }
  情形 低 { 当：收入 ＜ －10；取：收入 × 2 }
  情形 中 { 当：收入 有值；取：绝对值（收入） }
  其余 无 { 取：0 }
}
体系 指标（20分） {
  出处：“三”
  缺项处理：换算
  指标 执行（12分） { 得分：12分 × 取小（支出 ÷ 100，1） }
  指标 采购率（8分） { 得分：8分 × 取小（支出 ÷ 采购，1）；缺项：采购 为空 }
}
取值 总 { 出处：“三”；取：四舍五入（指标 － 20分 ＋ 5分 × 步数（得分数，30分，不计），1位） }
结果表 {
  名：名；甲：与最好比；乙：功效；丙：离平均；丁：测评；戊：分档；己：总；庚：收入档
}
"""


def plan() -> Plan:
    found = check(Source("试", POLICY))
    assert found.plan is not None, [one.message("zh") for one in found.diagnostics]
    return found.plan


PLAN = plan()
RANGES: Ranges = ranges_of(PLAN)


def reach(name: str) -> tuple[Fraction | None, Fraction | None]:
    op = next(op for op, names in PLAN.names.items() if names[0].name == name)
    found: Extent | None = RANGES.of(op).numbers
    assert found is not None
    return found.low, found.high


def test_the_ranges_are_as_narrow_as_the_text_says() -> None:
    assert reach("与最好比") == (0, 1)
    assert reach("功效") == (Fraction(6, 10), 1)
    assert reach("离平均") == (0, 100)
    assert reach("测评") == (60, 100)
    assert reach("指标") == (0, 20)
    assert reach("总") == (-20, 15)


def test_each_case_is_read_under_its_own_condition() -> None:
    assert reach("分档") == (0, 60)


NUMBER = st.integers(-40, 40).map(lambda n: Fraction(n, 2))
ROWS = st.fixed_dictionaries(
    {
        "组": st.sampled_from(["东", "西"]),
        "得分数": st.integers(0, 100),
        "收入": st.one_of(st.just(Gap.BLANK), NUMBER),
        "满意": st.integers(0, 3),
        "一般": st.integers(0, 3),
        "采购": st.one_of(st.just(Gap.BLANK), st.integers(1, 200)),
        "支出": st.integers(0, 200),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=12))
def test_no_value_lies_outside(rows: list[dict[str, Any]]) -> None:
    named = [row | {"名": f"单位{i}"} for i, row in enumerate(rows)]
    dataset = Dataset({"单位": table_of(PLAN.tables[0], named)})
    assert outside(PLAN, dataset, RANGES) == []
