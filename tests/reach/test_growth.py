"""The work of a walk grows with the policy, however its cases lean on one another."""

from __future__ import annotations

import pytest
from guiju.engine.pipeline import check
from guiju.engine.reach.worlds import World
from guiju.grammar.source import Source

REGISTER = """政策 甲 { 年度：2024年；出处：“一” }
名册 册 { 出处：“一”；文件：“册.csv”；主键：单位；列 { 单位：单位；数：分，0分至100分；另数：分，0分至100分 } }
"""


def _leaning(count: int) -> str:
    """Values of several cases whose conditions and formulas both read the value before."""
    lines = [REGISTER, "取值 值零 { 出处：“一”；取：数 }"]
    before = "值零"
    for place in range(count):
        name = f"值{chr(0x4E01 + place)}"
        lines.append(
            f"取值 {name} {{ 出处：“一”；情形 高 {{ 当：{before} ≥ 90分 且 另数 ＞ {before}；取：{before} × 90％ }}\n"
            f"  情形 中 {{ 当：{before} ≥ 60分；取：四舍五入（{before} － {before} × 1％，1位） }}\n"
            f"  其余 低 {{ 取：{before} }} }}"
        )
        before = name
    return "\n".join([*lines, f"结果表 {{ 值：{before} }}"])


def _asked(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many operations the walk worked out, anew or at first."""
    count = 0
    evaluate = World.evaluate

    def counting(self: World, *args: object) -> object:
        nonlocal count
        count += 1
        return evaluate(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(World, "evaluate", counting)
    checkup = check(Source("政策.guiju", text))
    assert checkup.plan is not None, [one.message("zh") for one in checkup.diagnostics]
    monkeypatch.undo()
    return count


def test_the_work_grows_with_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    some, twice = (_asked(_leaning(n), monkeypatch) for n in (12, 24))
    assert twice < 3 * some
