"""Cases are proved exactly: on every grid of values, what the boxes say is what the interpreter does.

Random lists of cases over two whole numbers (one of which may be blank), a choice and a text are
run over a unit for every combination of values.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.evaluate.interpret import Run, interpret
from guiju.engine.pipeline import check
from guiju.engine.plan.ops import Choose
from guiju.engine.plan.plan import Plan
from guiju.engine.reach.boxes import coverage
from guiju.engine.reach.ranges import ranges_of
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st
from support.year import table_of

HEAD = """
政策 试 { 年度：2024年 }
名册 单位 {
  文件：“单位.csv”
  主键：名
  出处：“一”
  列 { 名：单位；甲：整数，0至4；乙：整数，0至3，可空；丙：红、黄、蓝；丁：文字 }
}
"""
GRID = list(product(range(5), (*range(4), Gap.BLANK), ("红", "黄", "蓝"), ("子", "丑", "寅")))


def units(plan: Plan) -> Dataset:
    """One unit for every combination of values."""
    rows: list[dict[str, Any]] = [
        {"名": f"单位{i}", "甲": a, "乙": b, "丙": c, "丁": d}
        for i, (a, b, c, d) in enumerate(GRID)
    ]
    return Dataset({"单位": table_of(plan.tables[0], rows)})


def conditions() -> st.SearchStrategy[str]:
    """Conditions over the columns, alone and combined."""
    sign = st.sampled_from(["＜", "≤", "＞", "≥", "=", "≠"])
    number = st.tuples(st.sampled_from(["甲", "乙"]), sign, st.integers(-1, 5))
    between = st.tuples(st.sampled_from(["甲", "乙"]), st.integers(0, 4), st.integers(0, 4))
    name = st.tuples(st.sampled_from(["=", "≠"]), st.sampled_from(["红", "黄", "蓝"]))
    text = st.tuples(st.sampled_from(["=", "≠"]), st.sampled_from(["子", "丑"]))
    atom = st.one_of(
        number.map(lambda t: f"{t[0]} {t[1]} {t[2]}" if t[2] >= 0 else f"{t[0]} {t[1]} －1"),
        between.map(lambda t: f"{t[0]} 属于（{min(t[1:])}至{max(t[1:])}）"),
        name.map(lambda t: f"丙 {t[0]} {t[1]}"),
        text.map(lambda t: f"丁 {t[0]} “{t[1]}”"),
        st.sampled_from(["乙 为空", "乙 有值", "甲 ＜ 乙"]),
    )
    return st.recursive(
        atom,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["且", "或"]), inner).map(
                lambda t: f"（{t[0]}） {t[1]} （{t[2]}）"
            ),
            inner.map(lambda one: f"非 （{one}）"),
        ),
        max_leaves=4,
    )


def policy(cases: list[str]) -> str:
    written = "\n".join(
        f"  情形 第{n} {{ 当：{c}；取：1 }}" for n, c in zip("一二三四五", cases, strict=False)
    )
    return f"{HEAD}取值 值 {{\n  出处：“二”\n{written}\n  其余 别的 {{ 取：0 }}\n}}\n结果表 {{ 名：名；甲：甲；乙：乙；值：值 }}"


def taken(run: Run, choose: Choose) -> set[int]:
    """The cases that some unit takes; past the last one where a unit takes none."""
    found = set()
    for unit in range(len(GRID)):
        values = [run.values[when][unit] for when, _ in choose.cases]
        for place, value in enumerate([*values, True]):
            if value is not False:
                if value is True:
                    found.add(place)
                break
    return found


def varies(condition: str) -> bool:
    return "甲 ＜ 乙" in condition


@settings(max_examples=80, deadline=None)
@given(st.lists(conditions(), min_size=1, max_size=5))
def test_what_applies_is_what_is_said_to(cases: list[str]) -> None:
    plan = check(Source("试", policy(cases))).plan
    assert plan is not None, policy(cases)
    ranges = ranges_of(plan)
    choose = next(op for op in plan.ops if isinstance(op, Choose) and op.cases)
    found = coverage(ranges.joined, [when for when, _ in choose.cases])
    said = set(found.first) | ({len(cases)} if found.uncovered is not None else set())
    done = taken(interpret(plan, units(plan)), choose)
    if any(varies(condition) for condition in cases):
        assert done <= said  # two values that both vary: what is said not to apply never does
    else:
        assert done == said


def findings(text: str) -> list[tuple[str, str]]:
    found = check(Source("试", text)).diagnostics
    return [(one.code.id, one.message("zh")) for one in found if one.severity is not Severity.NOTE]


def unfinished(*cases: str) -> list[tuple[str, str]]:
    return findings(policy(list(cases)).replace("\n  其余 别的 { 取：0 }", ""))


def test_cases_that_cover_everything_need_no_otherwise() -> None:
    assert unfinished("甲 ≥ 3", "甲 ＜ 3") == []
    assert unfinished("丙 = 红", "丙 = 黄", "丙 = 蓝") == []
    assert unfinished("甲 ≥ 3 且 丙 = 红", "丙 ≠ 红", "甲 属于（0至2）") == []


def test_what_no_case_covers_is_told_by_one_point() -> None:
    ((code, message),) = unfinished("甲 ≥ 3", "甲 ≤ 1 且 丙 = 红")
    assert code == "G311"
    assert message == "“值”的各个情形之外没有“其余”，例如甲 = 0、丙 = 蓝"
    ((code, message),) = unfinished("甲 ≥ 3", "丙 = 红", "丙 = 蓝")
    assert message.endswith("例如甲 = 0、丙 = 黄")


def test_a_case_behind_others_is_found_with_the_one_that_takes_it() -> None:
    found = check(Source("试", policy(["甲 ≥ 2", "甲 ≥ 3", "丙 = 红"]))).diagnostics
    (one,) = [f for f in found if f.code.id == "G521"]
    assert "“第二”" in one.message("zh")
    assert len(one.labels) == 1


def test_a_case_behind_several_together_is_found() -> None:
    assert [code for code, _ in findings(policy(["甲 ≥ 3", "丙 = 红", "甲 ≥ 4 或 丙 = 红"]))] == [
        "G521"
    ]


def test_beyond_the_range_of_the_column_nothing_is_left_over() -> None:
    assert [code for code, _ in findings(policy(["甲 ＞ 4"]))] == ["G523"]
