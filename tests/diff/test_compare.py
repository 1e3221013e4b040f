"""Two saved results, and what is no result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff.conftest import Ran
from diff.pairs import PAIRS
from guiju.cli.exits import Exit

UNITS = (
    "种类,原名,新名\n单位,市经济委员会,市工业和信息化局\n"
    "单位,市人事局,市人力资源和社会保障局\n单位,市劳动和社会保障局,市人力资源和社会保障局\n"
)


@pytest.fixture(autouse=True)
def _results(ran: Ran) -> None:
    pair = PAIRS[0]
    for year, policy, data in zip(pair.years, pair.policies, pair.data, strict=True):
        assert ran("evaluate", policy, data, "--output", f"{year}.json")[0] == Exit.GOOD


def test_it_says_of_units_what_running_both_says(ran: Ran) -> None:
    """Nothing is run, yet who moves is the same as in the impact."""
    Path("单位.csv").write_text(UNITS, encoding="utf-8")
    code, out, _ = ran("compare", "2009.json", "2010.json", "--map", "单位.csv", "--format", "json")
    assert code == Exit.FINDINGS
    saved, pair = json.loads(out), PAIRS[0]
    argv = ("diff", *pair.policies, "--data", pair.data[0], "--data", pair.data[1])
    run = json.loads(ran(*argv, "--format", "json")[1])["impact"]
    for key in ("transitions", "former_names", "only_old", "only_new"):
        assert saved[key] == run[key]
    by_name = {unit["unit"]: unit for unit in run["units"]}
    assert {unit["unit"]: unit for unit in saved["units"]} == by_name
    assert sorted(saved["quotas"], key=str) == sorted(run["quotas"], key=str)
    assert {q["name"]: q["unit"] for q in saved["quotas"]} == {
        "公务员优秀名额": None, "事业人员优秀名额": None, "奖励资金": "元"
    }  # fmt: skip
    assert saved["unit_of_totals"] == run["unit_of_totals"] == "分"


def test_the_same_result_twice(ran: Ran) -> None:
    code, out, _ = ran("对比", "2009.json", "2009.json")
    assert code == Exit.GOOD
    assert "两次结果没有不同" in out
    assert "没有单位的等次改变" in out
    assert "0个单位增加，0个减少，45个不变" in out


@pytest.mark.parametrize(
    "content", ["", "[]", '{"groups": 3}', '{"groups": [{"units": [{}]}]}',
                '{"groups": [{"units": [{"unit": "甲", "total": "九十"}]}]}']
)  # fmt: skip
def test_what_is_no_result(ran: Ran, content: str) -> None:
    Path("坏.json").write_text(content, encoding="utf-8")
    code, out, _ = ran("compare", "2009.json", "坏.json", "--format", "json")
    assert code == Exit.INVALID
    assert [one["code"] for one in json.loads(out)] == ["G865"]


def test_a_result_that_is_not_there(ran: Ran) -> None:
    code, out, _ = ran("compare", "2009.json", "2011.json")
    assert code == Exit.USAGE
    assert "2011.json" in out
