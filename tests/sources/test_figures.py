"""The figures that a text states."""

from __future__ import annotations

from fractions import Fraction

import pytest
from guiju.engine.sources.agree import agrees
from guiju.engine.sources.figures import Amount, Day, Year, figures
from guiju.engine.sources.text import plain


def stated(text: str) -> list[object]:
    return [figure.meaning for figure in figures(plain(text))]


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("占10分", 10, "point"),
        ("占１０分", 10, "point"),
        ("占 3 ％", 3, "percent"),
        ("百分之三十", 30, "percent"),
        ("千分之五", Fraction(1, 2), "percent"),
        ("二分之一", 50, "percent"),
        ("总额的1/5", 20, "percent"),
        ("占三成", 30, "percent"),
        ("一半", 50, "percent"),
        ("每低1个百分点", 1, "percent"),
        ("5‰", Fraction(1, 2), "percent"),
        ("3项内容", 3, "count"),
        ("三项内容", 3, "count"),
        ("两类", 2, "count"),
        ("第三名", 3, "count"),
        ("20万元", 200_000, "yuan"),
        ("二十万元", 200_000, "yuan"),
        ("1,500元", 1500, "yuan"),
        ("三十日以内", 30, "day"),
        ("5个工作日", 5, "workday"),
        ("两位小数", 2, "places"),
        ("小数点后三位", 3, "places"),
        ("保留整数", 0, "places"),
        ("按百分制", 100, "point"),
        ("不得分", 0, "point"),
        ("85 points", 85, "point"),
        ("价格系数1.2", Fraction(6, 5), ""),
    ],
)
def test_amounts(text: str, number: Fraction | None, kind: str) -> None:
    assert stated(text) == ([] if number is None else [Amount(Fraction(number), kind)])


@pytest.mark.parametrize(
    "text", ["统一", "第八条", "第三款", "一般", "G3", "A12指标", "万元", "分别", "部分", "分为"]
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert stated(text) == []


def test_one_figure_may_belong_to_no_unit_that_follows_by_chance() -> None:
    assert stated("3分钟") == [Amount(Fraction(3), "minute")]
    assert stated("5分为优") == [Amount(Fraction(5), "")]


def test_a_range_gives_its_unit_to_both_ends() -> None:
    assert stated("在60－79分之间") == [Amount(Fraction(n), "point") for n in (60, 79)]
    assert stated("60%至70%")[0] == Amount(Fraction(60), "percent")
    assert stated("三至五名") == [Amount(Fraction(n), "count") for n in (3, 5)]


def test_a_list_gives_its_unit_to_all() -> None:
    assert stated("分别加3、2、1分") == [Amount(Fraction(n), "point") for n in (3, 2, 1)]
    assert stated("分别为60、40％") == [Amount(Fraction(n), "percent") for n in (60, 40)]
    assert stated("加三、二、一分") == [Amount(Fraction(n), "point") for n in (3, 2, 1)]
    assert stated("2023、2024年") == [Amount(Fraction(2023), ""), Year(2024)]


#: Wordings of roundings and their places.
ROUNDINGS = [
    ("四舍五入取整", 0),
    ("四舍五入取整数", 0),
    ("保留整数", 0),
    ("进位取整", 0),
    ("舍去尾数", 0),
    ("采用进一法", 0),
    ("不计小数", 0),
    ("精确到个位", 0),
    ("精确到元", 0),
    ("精确到1分", 0),
    ("精确到0.01", 2),
    ("精确至0.1分", 1),
    ("四舍五入到百分位", 2),
    ("保留两位小数", 2),
    ("保留小数点后两位", 2),
    ("精确到小数点后三位", 3),
    ("小数点后第三位四舍五入", 2),
    ("保留两位小数，舍去尾数", 2),
]


@pytest.mark.parametrize(("text", "places"), ROUNDINGS)
def test_roundings(text: str, places: int) -> None:
    assert stated(text) == [Amount(Fraction(places), "places")]


def test_what_rounds_up_to_whole_ones_states_its_figures_too() -> None:
    for text in ("不足1天按1天计", "不足一天的，按一天计算"):
        assert stated(text) == [Amount(Fraction(0), "places"), *[Amount(Fraction(1), "day")] * 2]


@pytest.mark.parametrize(
    "text", ["按整数倍计", "不足1天按2天计", "统计到1月", "四舍五入", "零头另计"]
)
def test_what_only_looks_like_a_rounding(text: str) -> None:
    assert [m for m in stated(text) if isinstance(m, Amount) and m.kind == "places"] == []


def test_so_many_items_of_so_much_each() -> None:
    assert Amount(Fraction(6), "point") in stated("包括甲、乙、丙3项内容（各占2分）")
    assert Amount(Fraction(6), "point") not in stated("包括3项内容。各占2分")


@pytest.mark.parametrize(
    ("text", "number"),
    [("上浮10％", 110), ("压减5％的", 95), ("核减百分之二十", 80), ("减少1成", 90)],
)
def test_the_whole_raised_or_cut(text: str, number: int) -> None:
    assert Amount(Fraction(number), "percent") in stated(text)
    assert Amount(Fraction(number), "percent") not in stated(text[2:])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10月30日前", Day(None, False, 10, 30, None)),
        ("十月三十日", Day(None, False, 10, 30, None)),
        ("by 30 October 2009", Day(2009, False, 10, 30, None)),
        ("no later than Oct 30", Day(None, False, 10, 30, None)),
        ("by the end of March next year", Day(1, True, 3, 0, None)),
        ("in mid-April", Day(None, False, 4, None, "middle")),
        ("次年3月末", Day(1, True, 3, 0, None)),
        ("次年三月三十一日", Day(1, True, 3, 0, None)),
        ("下一年度1月15日", Day(1, True, 1, 15, None)),
        ("4月中旬", Day(None, False, 4, None, "middle")),
        ("2009年10月30日", Day(2009, False, 10, 30, None)),
        ("20xx年10月30日", Day(None, False, 10, 30, None)),
        ("二〇二三年二月一日", Day(2023, False, 2, 1, None)),
        ("年底前", Day(None, False, 12, 0, None)),
        ("2024-03-31", Day(2024, False, 3, 0, None)),
    ],
)
def test_dates(text: str, day: Day) -> None:
    assert stated(text) == [day]


@pytest.mark.parametrize("text", ["20xx年", "20××年", "20**年"])
def test_a_masked_year_is_any_year(text: str) -> None:
    assert stated(text) == [Year(None)]
    assert agrees(Year(2009), Year(None), 2009)


def test_a_date_agrees_with_the_same_day_of_the_policys_year() -> None:
    mine = Day(0, True, 10, 30, None)
    assert agrees(mine, Day(2009, False, 10, 30, None), 2009)
    assert agrees(mine, Day(None, False, 10, 30, None), 2009)
    assert not agrees(mine, Day(2008, False, 10, 30, None), 2009)
    assert not agrees(mine, Day(1, True, 10, 30, None), 2009)
    assert not agrees(mine, Day(None, False, 10, 31, None), 2009)


def test_units_are_not_mixed() -> None:
    point, percent, bare = (Amount(Fraction(3), kind) for kind in ("point", "percent", ""))
    assert not agrees(point, percent, None)
    assert agrees(point, bare, None)
    assert agrees(Amount(Fraction(6, 5), ""), Amount(Fraction(120), "percent"), None)
