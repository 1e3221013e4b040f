"""The functions that order rows, divide with care, and round: what they give, what is refused."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from support.office import ROWS, Office

JURY = """
数据表 评分 {
  文件：“评分.csv”
  出处：“六”
  列 { 单位：单位；评委：文字；职务：市长、委员；得分：分，0分至10分 }
}
"""
#: A total that is the trimmed mean, so that an explanation takes it apart.
TOTAL = """
核算 总 {{ 出处：“三”；步骤 总分 {{ 取：{0} }} }}
等次 等级 {{ 出处：“三”；依据：总分；优：9分以上；良：低于9分 }}
"""


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


def jury(office: Office, east: tuple[float, ...] = (10, 1, 9, 8, 4)) -> None:
    """The marks of each unit, the mayor's first; all but 东区 have 5 three times."""
    lines = ["单位,评委,职务,得分"]
    for unit in ("东区", "西区", "南区", "北区"):
        for number, mark in enumerate(east if unit == "东区" else (5, 5, 5)):
            office_held = "委员" if number else "市长"
            lines.append(f"{unit},评委{number},{office_held},{mark}")
    office.table("评分.csv", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("formula", "east"),
    [
        ("去端平均（评分.得分，1个）", "7"),
        ("去端平均（评分.得分，20％，舍去）", "7"),
        ("去端平均（评分.得分，30％，进一）", "8"),
        ("去端平均（评分.得分，10％，四舍五入）", "7"),
        ("trimmed_mean(评分.得分, 10%, round)", "7"),
        ("前几合计（评分.得分，2个）", "19"),
        ("前几合计（评分.得分，2个，由低到高）", "5"),
        ("前几合计（评分.得分，9个）", "32"),
        ("前几平均（评分.得分，2个）", "9.5"),
        ("前几合计（评分.得分 当 评分.职务 ≠ 市长，1个）", "9"),
        ("中位数（评分.得分）", "8"),
        ("中位数（评分.得分 当 评分.职务 ≠ 市长）", "6"),
        ("唯一（评分.得分 当 评分.职务 = 市长）", "10"),
    ],
)
def test_a_selection_of_rows(formula: str, east: str, office: Office) -> None:
    jury(office)
    assert office.column(JURY, formula)[0] == east


@pytest.mark.parametrize(
    ("formula", "code", "words"),
    [
        ("去端平均（评分.得分，2个）", "G921", "至少要有5个数才能取舍，实有3个"),
        ("去端平均（评分.得分，50％，进一）", "G921", "至少要有5个"),
        ("前几平均（评分.得分，4个）", "G921", "至少要有4个数才能取舍，实有3个"),
        ("去端平均（评分.得分 当 评分.得分 ＞ 9分，1个）", "G921", "实有0个"),
        ("唯一（评分.得分）", "G922", "实有3行"),
        ("唯一（评分.得分 当 评分.得分 ＞ 9分）", "G922", "实有0行"),
        ("中位数（评分.得分 当 评分.得分 ＞ 9分）", "G904", "一行数据也没有"),
    ],
)
def test_too_few_or_too_many_rows_are_located(
    formula: str, code: str, words: str, office: Office
) -> None:
    jury(office, (5, 5, 5))
    out = office.refused(JURY, formula)
    assert code in out and words in out and "东区" in out


@pytest.mark.parametrize(
    "formula",
    [
        "去端平均（评分.得分）",
        "去端平均（评分.得分，10％）",
        "去端平均（评分.得分，1.5个）",
        "去端平均（评分.得分，0个）",
        "前几合计（评分.得分，10％）",
        "前几平均（评分.得分，3个，同名次）",
        "名次（得分数，由高到低，由低到高）",
        "名次（得分数，评分）",
        "完成率（得分数）",
        "完成率（得分数，90分，越大越好）",
        "分摊（10，得分数）",
        "乘方（2）",
        "累进（得分数，得分数）",
    ],
)
def test_a_call_not_written_as_it_must(formula: str, office: Office) -> None:
    jury(office)
    assert "G310" in office.refused(JURY, formula)


def test_what_is_left_out_is_shown_and_adds_nothing(office: Office) -> None:
    jury(office)
    line = office.ledger(JURY + TOTAL.format("去端平均（评分.得分，1个）"), "东区")
    kinds = {part["label"]: part["kind"] for part in line["parts"]}
    assert kinds["评委0"] == "too_high"
    assert sorted(kinds.values()) == ["part", "part", "part", "too_high", "too_low"]
    assert sum(Fraction(part["value"]) for part in line["parts"]) == Fraction(line["value"]) == 7
    text = office.command("explain", "东区")[1]
    assert "去掉的高分，不计" in text and "去掉的低分，不计" in text
    assert "去掉两端，5行计3行" in text


@pytest.mark.parametrize("formula", ["中位数（评分.得分）", "前几合计（评分.得分，2个）"])
def test_picked_rows_add_up(formula: str, office: Office) -> None:
    jury(office, (10, 1, 9, 8))
    line = office.ledger(JURY + TOTAL.format(formula), "东区")
    assert len(line["parts"]) == 4
    assert sum(Fraction(part["value"]) for part in line["parts"]) == Fraction(line["value"])
    assert [part["kind"] for part in line["parts"]].count("unpicked") == 2


PLACES = [
    "名次（得分数）",
    "名次（得分数，由低到高）",
    "名次（得分数 按 同类）",
    "名次（得分数 按 类）",
]


def test_places_of_units(office: Office) -> None:
    assert [office.column("", formula) for formula in PLACES] == [
        ["1", "1", "3", "4"],
        ["3", "3", "2", "1"],
        ["1", "1", "3", "1"],
        ["1", "1", "3", "1"],
    ]


@pytest.mark.parametrize(
    ("ties", "places", "within_one"),
    [
        ("同名次", ["1", "1", "3"], ["是", "是", "否"]),
        ("同名次不空位", ["1", "1", "2"], ["是", "是", "否"]),
        ("同末位", ["2", "2", "3"], ["否", "否", "否"]),
        ("取平均", ["1.5", "1.5", "3"], ["否", "否", "否"]),
    ],
)
def test_a_tie_across_the_edge_of_a_quota(
    ties: str, places: list[str], within_one: list[str], office: Office
) -> None:
    """One place to give, two equals for it: the tie mode says who is within."""
    block = f"排名 位次 {{ 出处：“五”；依据：得分数；分组：同类；次序：由高到低；并列：{ties} }}"
    assert office.column(block, "位次")[:3] == places
    assert office.column("", f"名次（得分数 按 类，{ties}）")[:3] == places
    inside = "取值 入选 { 出处：“五”；情形 是 { 当：位次 ≤ 1；取：1 }；其余 否 { 取：0 } }"
    assert office.column(block + inside, "入选")[:3] == [
        "1" if answer == "是" else "0" for answer in within_one
    ]


def test_a_forbidden_tie_names_all_that_tie(office: Office) -> None:
    block = "排名 位次 { 出处：“五”；依据：得分数；分组：同类；次序：由高到低；并列：不许 }"
    for rules, value in ((block, "位次"), ("", "名次（得分数，不许）")):
        out = office.refused(rules, value)
        assert out.count("G923") == 1
        assert "东区、西区" in out
    assert office.column(block.replace("不许", "不许；同分依据：完成率"), "位次")[:3] == [
        "1",
        "2",
        "3",
    ]


def test_who_is_out_takes_no_place(office: Office) -> None:
    """A vetoed unit has no place, and the next one moves up into the quota (递补)."""
    ranked = "名次（完成率 当 另一数 有值 且 另一数 ≠ 3分 按 类）"
    assert office.column("", ranked) == ["", "1", "", "1"]


def test_places_of_rows(office: Office) -> None:
    """A row is ranked among its unit's rows, or among those that 按 puts together."""
    jury(office)
    rules = JURY + (
        "取值 单位内 { 出处：“六”；逐行：评分；取：名次（得分） }"
        "取值 评委内 { 出处：“六”；逐行：评分；取：名次（得分 按 评委） }"
    )
    assert office.column(rules, "合计（单位内）")[:2] == ["15", "3"]
    assert office.column(rules, "合计（评委内）")[:2] == ["8", "5"]
    assert "G307" in office.refused(JURY, "名次（评分.得分）")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("完成率（得分数，60分）", ["1.5", "1.5", "1.25"]),
        ("完成率（得分数，45分，越小越好）", ["0.5", "0.5", "0.6"]),
        ("completion(得分数, 45pts, less_is_better)", ["0.5", "0.5", "0.6"]),
        ("乘方（完成率，2）", ["0.9025", "0.900601", "0.49"]),
        ("乘方（2，0 － 2）", ["0.25", "0.25", "0.25"]),
        ("四舍五入（乘方（完成率 ÷ 完成率 × 2，0.5），6位）", ["1.414214"] * 3),
        (
            "修约（2.5，0位） ＋ 修约（3.5，0位） ＋ 修约（－2.5，0位） ＋ 修约（2.51，0位）",
            ["7"] * 3,
        ),
    ],
)
def test_ratios_powers_and_rounding(formula: str, expected: list[str], office: Office) -> None:
    assert office.column("", formula)[:3] == expected


@pytest.mark.parametrize(
    ("formula", "east"),
    [
        ("完成率（得分数，另一数）", "东区,甲类,0.95,90,0"),
        ("完成率（得分数，另一数）", "东区,甲类,0.95,90,-3"),
        ("完成率（得分数，另一数，越小越好）", "东区,甲类,0.95,0,3"),
    ],
)
def test_a_target_not_above_zero_is_located(formula: str, east: str, office: Office) -> None:
    rows = ROWS.replace("东区,甲类,0.95,90,3", east).replace("75,\n", "75,2\n")
    out = office.refused("", formula, rows)
    assert out.count("G920") == 1 and "东区" in out


def test_powers_that_do_not_exist(office: Office) -> None:
    for formula in ("乘方（0 × 完成率，－1）", "乘方（完成率 － 2，0.5）", "乘方（完成率，5000）"):
        assert "G910" in office.refused("", formula)
    assert "G303" in office.refused("", "乘方（得分数，2）")
    assert "G303" in office.refused("", "完成率（得分数，3万元）")


RATES = """
分段 税率 { 出处：“七”；一：10分以下，3％；二：超过10分不超过50分，10％；三：超过50分，20％ }
"""


def test_marginal_rates(office: Office) -> None:
    """Each part of the number at its own rate: 90 is 10 at 3 %, 40 at 10 % and 40 at 20 %."""
    assert office.column(RATES, "累进（得分数，税率）") == ["12.3", "12.3", "9.3", "6.2"]


def test_a_number_beyond_the_rates_is_located(office: Office) -> None:
    ended = RATES.replace("超过50分，20％", "超过50分不超过80分，20％")
    out = office.refused(ended, "累进（得分数，税率）")
    assert "G905" in out and "东区" in out and "南区" not in out
    assert "G905" in office.refused(RATES, "累进（0分 － 得分数，税率）")


def test_shares_add_up_exactly(office: Office) -> None:
    assert office.column("", "分摊（10，得分数，0位）") == ["3", "3", "2", "2"]
    assert office.column("", "分摊（10，得分数 按 类，1位）") == ["3.5", "3.5", "3", "10"]
    # Equal remainders of equal weights: in the order of the register.
    assert office.column("", "分摊（1，1 ＋ 0 × 完成率，0位）") == ["1", "0", "0", "0"]
    # Who does not take part has no share.
    assert office.column("", "分摊（10，得分数 当 另一数 有值，0位）") == ["4", "4", "", "2"]


@pytest.mark.parametrize(
    "formula",
    [
        "分摊（10，0 × 完成率，0位）",
        "分摊（10，完成率 － 0.9，0位）",
        "分摊（10.5，完成率，0位）",
        "分摊（得分数 ÷ 1分，完成率，1位）",
        "分摊（－10，完成率，1位）",
    ],
)
def test_what_cannot_be_shared_out_is_located(formula: str, office: Office) -> None:
    out = office.refused("", formula)
    assert "G924" in out


def test_equal_figures_have_no_spread(office: Office) -> None:
    """功效系数 where the best and the worst of a group are equal divides by 0."""
    spread = "（最高（得分数 按 类） － 最低（得分数 按 类））"
    formula = f"（得分数 － 最低（得分数 按 类）） ÷ {spread}"
    out = office.refused("", formula, ROWS.replace(",75,", ",90,"))
    assert "G903" in out and "南区" in out and "北区" in out


def test_a_blank_weight_is_a_finding(office: Office) -> None:
    assert "G901" in office.refused("", "分摊（10，另一数，0位）")


def test_equal_marks_are_left_out_at_either_end(office: Office) -> None:
    jury(office, (8, 8, 8))
    line = office.ledger(JURY + TOTAL.format("去端平均（评分.得分，1个）"), "东区")
    assert sorted(part["kind"] for part in line["parts"]) == ["part", "too_high", "too_low"]


def test_rows_without_a_value_are_no_part_of_a_mean(office: Office) -> None:
    """A mark that counts for nothing by the policy's own word neither adds nor divides."""
    jury(office, (10, 1, 9, 8, 4))
    rules = JURY + (
        "取值 有效分 { 出处：“六”；逐行：评分；情形 弃权 { 当：得分 ＜ 2分；取：空 }；其余 有 { 取：得分 } }"
    )
    line = office.ledger(rules + TOTAL.format("平均（有效分）"), "东区")
    parts = [Fraction(part["value"]) for part in line["parts"]]
    assert len(parts) == 4 and sum(parts) == Fraction(line["value"]) == Fraction(31, 4)
    assert "4行" in line["arithmetic"]
