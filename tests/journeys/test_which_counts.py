"""Which ranking the result goes by, who is ranked, and whose values are summed up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guiju.engine.edits import applied
from guiju.engine.pipeline import check
from guiju.grammar.source import Source
from support.office import HEAD, Office

ALL = "分组 全体 { 出处：“一” }"
CANDIDATES = "排名 候选名次 { 出处：“一”；依据：完成率；当：完成率 ≥ 0.9；分组：全体；次序：由高到低；并列：同名次 }"
PLACES = "排名 总名次 { 出处：“一”；依据：得分数；分组：同类；次序：由高到低；并列：同名次；同分依据：另一数%s }"
GRADES = "等次 等级 { 出处：“一”；依据：得分数；好：80分以上；差：不足80分 }"
SHOWN = "候选名次：候选名次；总名次：总名次"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


def ranking(office: Office, *blocks: str) -> dict[str, tuple[str | None, str | None]]:
    """The rank and the total that the result gives each unit."""
    code, _ = office.run("\n".join((ALL, *blocks)), SHOWN)
    assert code == 0
    data = json.loads(office.command("evaluate", "--format", "json")[1])
    units = [unit for group in data["groups"] for unit in group["units"]]
    return {u["unit"]: (next(iter(u["ranking"].values())), u["total"]) for u in units}


@pytest.mark.parametrize(("mark", "more"), [("；作为结果：是", ()), ("", (GRADES,))])
def test_the_order_of_rankings_says_nothing(
    mark: str, more: tuple[str, ...], office: Office
) -> None:
    first = ranking(office, CANDIDATES, PLACES % mark, *more)
    assert first == ranking(office, *more, PLACES % mark, CANDIDATES)
    assert {unit: place for unit, (place, _) in first.items()} == {
        "东区": "2",
        "西区": "1",
        "南区": "3",
        "北区": "1",
    }


def test_who_does_not_qualify_keeps_the_total(office: Office) -> None:
    found = ranking(office, CANDIDATES.replace("并列", "作为结果：是；并列"), PLACES % "")
    assert found["北区"] == (None, "0.05")
    assert found["东区"] == ("1", "0.95")


def test_equals_without_a_tie_breaker_are_named_with_the_cell(office: Office) -> None:
    rows = "单位,类,完成率,得分数,另一数\n东区,甲类,1,90,3\n西区,甲类,1,90,\n南区,甲类,1,80,\n"
    code, out = office.run(ALL + "\n" + PLACES % "", "名：总名次", rows)
    assert code == 3
    said = "".join(line.strip() for line in out.splitlines())
    assert "东区、西区：“总名次”相同（都是90），要再比“另一数”，西区的“另一数”没有值" in said
    assert "单位.csv" in out and "第3行" in out


def test_the_edit_puts_all_units_together_only_where_asked(office: Office) -> None:
    text = f"{HEAD}{ALL}\n结果表 {{ 单位：单位；值：合计（得分数） }}"
    (found,) = (one for one in check(Source("试", text)).diagnostics if one.code.id == "G329")
    (fix,) = found.fixes
    assert not fix.safe  # the unit's own may have been meant
    mended = applied(text, fix.edits)
    assert "合计（得分数 按 全体）" in mended
    assert "G329" not in {one.code.id for one in check(Source("试", mended)).diagnostics}
