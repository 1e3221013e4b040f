"""Dates: days apart and later, working days by a table of holidays, deadlines that are worked out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from guiju.engine.evaluate.calendars import Days, _after, _counted
from hypothesis import given
from hypothesis import strategies as st
from support.office import Office

CALENDAR = """
数据表 放假安排 { 文件：“放假.csv”；出处：“八”；主键：日期；列 { 日期：日期；安排：放假、上班 } }
日历 节假日 { 出处：“八”；假日表：放假安排 }
"""
#: The national holidays of 2024 around the spring festival and October, as announced.
HOLIDAYS = """日期,安排
2024-01-01,放假
2024-02-04,上班
2024-02-12,放假
2024-02-13,放假
2024-02-14,放假
2024-02-15,放假
2024-02-16,放假
2024-02-18,上班
2024-10-01,放假
"""
REPORTS = """
数据表 报送 {
  文件：“报送.csv”
  出处：“八”
  列 { 单位：单位；通知日期：日期；报送日期：日期；年：整数；月：整数；日：整数；天数：数，天 }
}
"""
SENT = "单位,通知日期,报送日期,年,月,日,天数\n"
ROWS_SENT = SENT + "\n".join(
    [
        "东区,2024-02-08,2024-02-18,2024,2,29,30",
        "西区,2024-02-08,2024-02-20,2024,3,1,0",
        "南区,2024-09-30,2024-09-30,2024,12,31,1",
        "北区,2024-03-01,2024-02-27,2024,1,1,366",
    ]
)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    found = Office(tmp_path, capsys)
    found.table("放假.csv", HOLIDAYS)
    found.table("报送.csv", ROWS_SENT)
    return found


def each(formula: str) -> str:
    """A value of each unit's only row."""
    return f"取值 值一 {{ 出处：“八”；逐行：报送；取：{formula} }}"


def column(office: Office, formula: str) -> list[str]:
    return office.column(CALENDAR + REPORTS + each(formula), "唯一（值一）")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("报送日期 － 通知日期", ["10", "12", "0", "-3"]),
        ("通知日期 ＋ 30天", ["2024-03-09", "2024-03-09", "2024-10-30", "2024-03-31"]),
        ("通知日期 － 天数", ["2024-01-09", "2024-02-08", "2024-09-29", "2023-03-01"]),
        ("日期（年，月，日）", ["2024-02-29", "2024-03-01", "2024-12-31", "2024-01-01"]),
        ("年份（报送日期） × 100 ＋ 月份（报送日期）", ["202402", "202402", "202409", "202402"]),
        ("工作日数（通知日期，报送日期，节假日）", ["2", "4", "0", "-3"]),
        ("工作日数（通知日期，报送日期）", ["2", "4", "0", "-3"]),
        (
            "工作日后（通知日期，2个工作日）",
            ["2024-02-18", "2024-02-18", "2024-10-03", "2024-03-05"],
        ),
        ("通知日期 ＋ 2个工作日", ["2024-02-18", "2024-02-18", "2024-10-03", "2024-03-05"]),
        ("通知日期 － 1个工作日", ["2024-02-07", "2024-02-07", "2024-09-29", "2024-02-29"]),
    ],
)
def test_work_on_dates(formula: str, expected: list[str], office: Office) -> None:
    office.table("放假.csv", HOLIDAYS + "2024-09-29,上班\n")
    assert column(office, formula) == expected


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("通知日期 ＋ 3", ""),
        ("通知日期 ＋ 3分", "G303"),
        ("通知日期 ＋ 报送日期", "G304"),
        ("通知日期 × 2", "G304"),
        ("年份（天数）", "G306"),
        ("工作日数（通知日期）", "G310"),
        ("工作日数（通知日期，报送日期，别的）", "G310"),
        ("工作日后（通知日期，5分）", "G303"),
    ],
)
def test_what_does_not_fit_a_date(formula: str, code: str, office: Office) -> None:
    if code:
        rules = CALENDAR + REPORTS + each(formula)
        assert code in office.refused(rules, "唯一（值一）")
    else:
        assert column(office, formula)[0] == "2024-02-11"


def test_working_days_without_a_calendar(office: Office) -> None:
    for formula in ("工作日数（通知日期，报送日期）", "通知日期 ＋ 5个工作日"):
        out = office.refused(REPORTS + each(formula), "唯一（值一）")
        assert "G310" in out or "G303" in out


def test_a_holiday_table_without_the_year_names_it(office: Office) -> None:
    office.table("报送.csv", ROWS_SENT.replace("2024-02-20", "2025-01-02"))
    rules = CALENDAR + REPORTS + each("工作日数（通知日期，报送日期）")
    out = office.refused(rules, "唯一（值一）")
    assert "G925" in out and "2025年" in out and "西区" in out and "东区" not in out


def test_a_day_that_does_not_exist_is_located(office: Office) -> None:
    office.table("报送.csv", ROWS_SENT.replace("2024,2,29", "2023,2,29"))
    out = office.refused(REPORTS + each("日期（年，月，日）"), "唯一（值一）")
    assert "G926" in out and "2023、2、29" in out and "东区" in out
    office.table("报送.csv", ROWS_SENT.replace("29,30", "29,1.5"))
    assert "G926" in office.refused(REPORTS + each("通知日期 ＋ 天数"), "唯一（值一）")


def test_a_table_that_is_no_calendar(office: Office) -> None:
    told = (
        ("放假、上班", "放假、其他", "G343"),
        ("主键：日期；", "", "G342"),
        ("放假、上班", "文字", "G342"),
    )
    for old, new, code in told:
        rules = CALENDAR.replace(old, new) + REPORTS + each("工作日数（通知日期，报送日期）")
        assert code in office.refused(rules, "唯一（值一）")


LATE = "期限 报送期限 { 出处：“八”；截止：%s；核对：报送.报送日期 }\n"


@pytest.mark.parametrize(
    ("due", "late"),
    [
        ("2024年2月18日", ["西区", "南区", "北区"]),
        ("工作日后（2024年2月8日，4个工作日，节假日）", ["南区", "北区"]),
        ("工作日后（通知日期，2个工作日）", ["西区"]),
        ("通知日期 ＋ 12天", []),
        ("通知日期 － 4天", ["东区", "西区", "南区", "北区"]),
    ],
)
def test_a_deadline_may_be_worked_out(due: str, late: list[str], office: Office) -> None:
    """For everybody, or for each row by a date of its own."""
    rules = CALENDAR + REPORTS + LATE % due
    code, out = office.run(rules, "值：得分数")
    assert code == 0, out
    text = office.command("evaluate")[1]
    listed = text.split("迟于")[1] if "迟于" in text else ""
    assert [unit for unit in ("东区", "西区", "南区", "北区") if unit in listed] == late


def test_a_deadline_that_is_no_date(office: Office) -> None:
    assert "G301" in office.refused(REPORTS + LATE % "5天", "得分数")


START = date(2024, 1, 1)
days = st.integers(0, 700).map(lambda n: START + timedelta(days=n))


@given(days, days, st.sets(days, max_size=40), st.integers(-200, 200))
def test_counting_and_going_on_are_inverse(
    first: date, last: date, off: set[date], count: int
) -> None:
    """The so-many-th working day after a day lies so many working days after it, either way."""
    calendar = Days(dict.fromkeys(off, False), frozenset(range(2020, 2030)))
    assert _counted(first, last, calendar) == -_counted(last, first, calendar)
    if count > 0:
        assert _counted(first, _after(first, count, calendar), calendar) == count
    assert _after(first, 0, calendar) == first
