"""The general concepts, each on a small scheme: what is accepted, what it gives, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.office import ROWS, Office


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


STEPS = "分段 执行分 {{ 出处：“二”；高：95％以上，12分；中：{middle}，7分；低：不足70％，0分 }}"


def test_step_table_bounds(office: Office) -> None:
    rules = STEPS.format(middle="70％以上不足95％")
    assert office.column(rules, "执行分（完成率）") == ["12", "7", "7", "0"]


def test_step_table_gap_and_overlap(office: Office) -> None:
    for middle, code in (("80％以上不足95％", "G501"), ("60％以上不足95％", "G502")):
        exit_code, out = office.run(STEPS.format(middle=middle), "值：执行分（完成率）")
        assert exit_code == 3
        assert code in out


def test_a_number_beyond_the_steps_is_located(office: Office) -> None:
    rules = "分段 执行分 { 出处：“二”；高：95％以上，12分；中：70％以上不足95％，7分 }"
    code, out = office.run(rules, "值：执行分（完成率）")
    assert code == 3
    assert "G905" in out and "北区" in out


@pytest.mark.parametrize(("part", "west"), [("不计", "0"), ("进一", "1"), ("按比例", "0.1")])
def test_parts_of_steps(part: str, west: str, office: Office) -> None:
    """0 where nothing is exceeded; a part of a step as written; whole steps in any case."""
    assert office.column("", f"步数（95％ － 完成率，1％，{part}）") == ["0", west, "25", "90"]


ABSENT = """
体系 指标（10分） {
  出处：“二”
  %s
  指标 甲项（6分） { 得分：3分 }
  指标 乙项（4分） { 得分：4分；缺项：另一数 为空 }
}"""


def test_an_absent_item_is_made_up_for(office: Office) -> None:
    assert office.column(ABSENT % "缺项处理：换算", "指标") == ["7", "7", "5", "7"]


def test_an_absent_item_without_a_rule_is_refused(office: Office) -> None:
    code, out = office.run(ABSENT % "", "值：指标")
    assert code == 3
    assert "G331" in out


def test_all_items_absent_is_located(office: Office) -> None:
    rules = "体系 指标（4分） { 出处：“二”；缺项处理：换算；指标 乙项（4分） { 得分：4分；缺项：另一数 为空 } }"
    code, out = office.run(rules, "值：指标")
    assert code == 3
    assert "G903" in out and "南区" in out


GRADES = """
等次 等级 { 出处：“三”；依据：得分数；优：90分以上；良：75分以上不足90分；差：低于75分 }
"""


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("最高为：良", ["良", "优", "良", "差"]),
        ("定为：差", ["差", "优", "差", "差"]),
        ("降低：1级；最低：差", ["良", "优", "差", "差"]),
    ],
)
def test_three_effects_of_a_veto(effect: str, expected: list[str], office: Office) -> None:
    rules = (
        GRADES
        + f"否决 限制 {{ 出处：“四”；等次：等级；结果：最终等级；当：另一数 为空 或 另一数 ＜ 4分；{effect} }}"
    )
    assert office.column(rules, "最终等级") == expected


def test_vetoes_follow_one_another(office: Office) -> None:
    rules = (
        GRADES
        + """
否决 甲 { 出处：“四”；等次：等级；结果：中间等级；当：得分数 ≥ 90分；最高为：良 }
否决 乙 { 出处：“四”；等次：中间等级；结果：最终等级；当：另一数 有值 且 另一数 ＞ 4分；定为：差 }"""
    )
    assert office.column(rules, "最终等级") == ["良", "差", "良", "差"]


@pytest.mark.parametrize(
    "veto", ["当：得分数 ≥ 90分", "定为：差", "当：得分数 ≥ 90分；定为：差；最高为：良"]
)
def test_a_veto_with_no_trigger_or_not_one_effect(veto: str, office: Office) -> None:
    code, out = office.run(
        GRADES + f"否决 甲 {{ 出处：“四”；等次：等级；结果：最终等级；{veto} }}", "值：最终等级"
    )
    assert code == 3
    assert "G514" in out or "G515" in out


def test_ties_are_told_apart_by_the_next_figure(office: Office) -> None:
    share = "排名 名次 { 出处：“五”；依据：得分数；分组：同类；次序：由高到低；并列：同名次%s }"
    assert office.column(share % "", "名次") == ["1", "1", "3", "1"]
    assert office.column(share % "；同分依据：完成率", "名次") == ["1", "2", "3", "1"]


def test_a_quoted_header_names_a_column_that_has_no_name(office: Office) -> None:
    code, found = office.run(
        "取值 之一 { 出处：“二”；取：得分数 ÷ 2 }", "值：之一，1位，“2024年 得分”"
    )
    assert code == 0
    assert isinstance(found, list)
    assert [row["2024年 得分"] for row in found] == ["45.0", "45.0", "37.5", "29.8"]


def test_smallest_and_greatest_of_several(office: Office) -> None:
    assert office.column("", "取大（得分数，80分，60分） － 取小（得分数，80分，60分）") == [
        "30",
        "30",
        "20",
        "20.5",
    ]


def test_the_explanation_says_absent(tmp_path: Path, office: Office) -> None:
    office.run(
        ABSENT % "缺项处理：换算"
        + "核算 总 { 出处：“三”；步骤 总分 { 取：四舍五入（指标，1位） } }\n"
        + GRADES.replace("得分数", "总分"),
        "值：总分",
    )
    with pytest.raises(SystemExit):
        main(
            [
                "explain",
                str(tmp_path / "p.guiju"),
                str(tmp_path / "data"),
                "南区",
                "--format",
                "json",
            ]
        )
    ledger = json.loads(office.capsys.readouterr().out)
    lost = [loss["line"] for loss in ledger["losses"]]
    assert lost == ["甲项"]
    assert "缺项" in json.dumps(ledger, ensure_ascii=False)


NONE = """
取值 指数 {
  出处：“二”
  情形 缺数据 { 当：另一数 为空；取：空 }
  其余 齐全 { 取：得分数 × 2 }
}
排名 名次 { 出处：“五”；依据：指数；分组：同类；次序：由高到低；并列：同名次 }
"""


def test_no_value_by_the_policys_own_word(office: Office) -> None:
    """``取：空`` gives none to what follows from it, and the report says who is left without one."""
    assert office.column(NONE, "四舍五入（指数 ÷ 3，1位）") == ["60", "60", "", "39.7"]
    assert office.column(NONE, "名次") == ["1", "1", "", "1"]
    with pytest.raises(SystemExit):
        main(["evaluate", str(office.folder / "p.guiju"), str(office.folder / "data")])
    out = office.capsys.readouterr().out
    assert "没有得分的单位" in out
    assert "南区" in out.split("没有得分的单位")[1]


def test_a_blank_without_a_word_is_still_a_finding(office: Office) -> None:
    code, out = office.run("", "值：四舍五入（另一数 ÷ 3，1位）")
    assert code == 3
    assert "G901" in out and "南区" in out


def test_logarithms_and_roots(office: Office) -> None:
    assert office.column("", "四舍五入（开方（（得分数 ÷ 1分） × （得分数 ÷ 1分），2），3位）")[
        :2
    ] == ["90", "90"]
    assert office.column("", "四舍五入（对数（得分数 ÷ 1分），4位）")[0] == "4.4998"


def test_a_logarithm_of_nothing_is_located(office: Office) -> None:
    code, out = office.run("", "值：对数（完成率）", ROWS.replace("0.05", "0"))
    assert code == 3
    assert "G910" in out and "北区" in out


def test_a_logarithm_of_points_is_refused(office: Office) -> None:
    code, out = office.run("", "值：对数（得分数）")
    assert code == 3
    assert "G303" in out


def test_all_units_in_one_group(office: Office) -> None:
    rules = "分组 全部 { 出处：“一” }\n排名 名次 { 出处：“五”；依据：完成率；分组：全部；次序：由低到高；并列：同名次 }"
    assert office.column(rules, "名次") == ["4", "3", "2", "1"]


def test_an_index_is_explained_by_what_it_is_made_of(tmp_path: Path, office: Office) -> None:
    office.run(NONE + "核算 总 { 出处：“三”；步骤 总分 { 取：四舍五入（指数，1位） } }", "值：总分")
    policy = tmp_path / "p.guiju"
    policy.write_text(policy.read_text("utf-8").replace("依据：指数", "依据：总分"), "utf-8")
    with pytest.raises(SystemExit):
        main(["explain", str(policy), str(tmp_path / "data"), "东区", "--format", "json"])
    line = json.loads(office.capsys.readouterr().out)["ledger"]
    assert [item["label"] for item in line["ingredients"]] == ["指数"]
    assert line["ingredients"][0]["own"] == "180"


def test_a_quota_on_a_grade_inside_a_group(office: Office) -> None:
    """At most 40 % of each group may be 优: the rest are 良, whatever their score."""
    rules = (
        GRADES
        + """
排名 名次 { 出处：“五”；依据：得分数；分组：同类；次序：由高到低；并列：同名次；同分依据：完成率 }
取值 优的名额 { 出处：“五”；取：舍去（计数（得分数 按 类） × 40％，0位） }
否决 超额 { 出处：“五”；等次：等级；结果：最终等级；当：等级 = 优 且 名次 ＞ 优的名额；最高为：良 }"""
    )
    assert office.column(rules, "最终等级") == ["优", "良", "良", "差"]
    assert office.column(rules, "优的名额") == ["1", "1", "1", "0"]


def test_relative_scores_inside_a_group(office: Office) -> None:
    ratio = "10分 × 得分数 ÷ 最高（得分数 按 类）"
    assert office.column("", f"四舍五入（{ratio}，2位）") == ["10", "10", "8.33", "10"]
    power = "60％ ＋ 40％ × （完成率 － 最低（完成率 按 类）） ÷ （最高（完成率 按 类） － 最低（完成率 按 类））"
    rows = ROWS.replace("北区,乙类", "北区,甲类")
    assert office.column("", f"四舍五入（{power}，2位）", rows)[0] == "1"
    code, out = office.run("", f"值：四舍五入（{power}，2位）")
    assert code == 3, "a group of one has no spread"
    assert "G903" in out and "北区" in out


JURY = """
数据表 评分 {
  文件：“评分.csv”
  出处：“六”
  列 { 单位：单位；评委：文字；得分：分，0分至10分 }
}
取值 去极平均 {
  出处：“六”
  取：（合计（评分.得分） － 最高（评分.得分） － 最低（评分.得分）） ÷ （计数（评分.得分） － 2）
}
"""


def test_the_highest_and_the_lowest_mark_left_out(office: Office) -> None:
    marks = {"东区": (9, 8, 7, 6), "西区": (5, 5, 5), "南区": (10, 1, 4, 6), "北区": (8, 9, 9)}
    lines = [
        f"{unit},评委{n},{mark}" for unit, found in marks.items() for n, mark in enumerate(found)
    ]
    (office.folder / "data").mkdir()
    (office.folder / "data" / "评分.csv").write_text("单位,评委,得分\n" + "\n".join(lines), "utf-8")
    assert office.column(JURY, "去极平均") == ["7.5", "5", "5", "9"]


def test_too_few_marks_to_leave_any_out(office: Office) -> None:
    (office.folder / "data").mkdir()
    marks = "单位,评委,得分\n东区,甲,9\n东区,乙,8\n西区,甲,9\n西区,乙,8\n西区,丙,8\n南区,甲,1\n南区,乙,1\n南区,丙,1\n北区,甲,5\n北区,乙,5\n北区,丙,5\n"
    (office.folder / "data" / "评分.csv").write_text(marks, "utf-8")
    code, out = office.run(JURY, "值：去极平均")
    assert code == 3
    assert "G903" in out and "东区" in out


def test_a_groups_best_is_a_yardstick_and_no_part(tmp_path: Path, office: Office) -> None:
    """The explanation of one unit does not list the units it is measured against."""
    rules = "核算 总 { 出处：“三”；步骤 总分 { 取：四舍五入（得分数 － 最高（得分数 按 类） ＋ 100分，1位） } }"
    rules += GRADES.replace("得分数", "总分")
    office.run(rules, "值：总分")
    policy, data = str(tmp_path / "p.guiju"), str(tmp_path / "data")
    with pytest.raises(SystemExit):
        main(["explain", policy, data, "南区", "--format", "json"])
    ledger = json.loads(office.capsys.readouterr().out)["ledger"]
    assert ledger["value"] == "85"
    assert ledger["parts"] == []
    assert [cell["column"] for cell in ledger["cells"]] == ["得分数"]
