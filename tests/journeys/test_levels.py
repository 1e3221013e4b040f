"""Levels: tables that belong to tables, and what stands on their rows."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from support.office import Office

HEAD = """
政策 试行办法 { 年度：2023年 }
名册 学校 {
  文件：“学校.csv”；主键：学校；出处：“一”；归属：区县表
  列 { 学校：单位；区县：文字；学生数：整数，人，1人以上 }
}
数据表 区县表 {
  文件：“区县.csv”；主键：区县；出处：“一”
  列 { 区县：文字；经费：数，0以上 }
}
数据表 年度表 {
  文件：“年度.csv”；主键：学校、年度；期次：年度；出处：“一”
  列 { 学校：单位；年度：整数；分数：分，0分至100分 }
}
数据表 事件 {
  文件：“事件.csv”；归属：年度表；出处：“一”
  列 { 学校：单位；年度：整数；扣分：分，0分以上 }
}
数据表 抽查 {
  文件：“抽查.csv”；主键：学校；可缺行：是；出处：“一”
  列 { 学校：单位；抽查分：分，0分至100分 }
}
"""
FILES = {
    "学校.csv": "学校,区县,学生数\n甲校,东区,100\n乙校,东区,300\n丙校,西区,200\n",
    "区县.csv": "区县,经费\n东区,50\n西区,20\n",
    "年度.csv": "学校,年度,分数\n甲校,2021,60\n甲校,2022,70\n甲校,2023,90\n乙校,2022,80\n乙校,2023,80\n丙校,2021,50\n丙校,2023,55\n",
    "事件.csv": "学校,年度,扣分\n甲校,2023,5\n甲校,2023,3\n丙校,2021,1\n",
    "抽查.csv": "学校,抽查分\n乙校,77\n",
}


class Schools(Office):
    """The same bench with a chain of tables: events, years, schools, districts."""

    def tables(
        self, rules: str, name: str = "", **files: str
    ) -> tuple[int, list[dict[str, str]] | str]:
        """The named table of results, or that of the schools."""
        (self.folder / "p.guiju").write_text(HEAD + rules, encoding="utf-8")
        for file, text in {**FILES, **{f"{key}.csv": text for key, text in files.items()}}.items():
            self.table(file, text)
        more = ("--table", name) if name else ()
        code, out = self.command("evaluate", "--format", "csv", *more)
        return code, list(csv.DictReader(StringIO(out))) if code == 0 else out

    def values(self, rules: str, name: str, column: str) -> list[str]:
        """One column of a table of results."""
        code, rows = self.tables(rules, name)
        assert isinstance(rows, list), (code, rows)
        return [row[column] for row in rows]


@pytest.fixture
def schools(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Schools:
    return Schools(tmp_path, capsys)


NET = "核算 年度核算 { 出处：“二”；逐行：年度表；步骤 净分 { 取：分数 － 合计（事件.扣分） } }\n"
YEARS = "结果表 年度表 { 学校：学校；年度：年度；值：%s }"
UNITS = "结果表 { 学校：学校；值：%s }"
PARENTS = "结果表 区县表 { 区县：区县；值：%s }"


def test_rows_of_rows_sum_up_to_the_row_they_belong_to(schools: Schools) -> None:
    found = schools.values(NET + YEARS % "净分", "年度表", "值")
    assert found == ["60", "70", "82", "80", "80", "49", "55"]


def test_units_sum_up_rows_and_read_what_they_belong_to(schools: Schools) -> None:
    assert schools.values(NET + UNITS % "平均（净分 当 年度 ≤ 2022）", "", "值") == [
        "65",
        "80",
        "49",
    ]
    assert schools.values(UNITS % "经费 × 学生数 ÷ 合计（学生数 按 区县）", "", "值") == [
        "12.5",
        "37.5",
        "20",
    ]


def test_a_district_is_as_good_as_its_worst_school(schools: Schools) -> None:
    rules = NET + "取值 末年 { 出处：“二”；取：唯一（净分 当 年度 = 2023） }\n"
    worst = "取值 区县分 { 出处：“二”；逐行：区县表；取：最低（末年） }\n"
    grades = "等次 区县等次 { 出处：“二”；依据：区县分；好：80分以上；差：不足80分 }\n"
    both = rules + worst + grades
    assert schools.values(both + PARENTS % "区县等次", "区县表", "值") == ["好", "差"]
    assert schools.values(both + UNITS % "区县等次", "", "值") == ["好", "好", "差"]


def test_a_system_grades_and_a_veto_stand_on_rows(schools: Schools) -> None:
    rules = """
体系 年度指标（100分） { 出处：“二”；逐行：年度表；指标 成绩（100分） { 取自：年度表.分数 } }
核算 年度核算 { 出处：“二”；逐行：年度表；步骤 年度分 { 取：年度指标 } }
等次 年度等次 { 出处：“二”；依据：年度分；优：80分以上；中：60分以上不足80分；差：不足60分 }
否决 出事 { 出处：“三”；等次：年度等次；结果：年度终等；逐行：事件；生效：扣分 ≥ 3分；降低：1级；累计：至多1级 }
排名 年度名次 { 出处：“三”；依据：年度分；分组：年度；次序：由高到低；并列：同名次 }
"""
    assert schools.values(rules + YEARS % "年度终等", "年度表", "值") == list("中中中优优差差")
    assert schools.values(rules + YEARS % "年度名次", "年度表", "值") == list("1211223")


def test_the_period_before_and_runs_of_periods(schools: Schools) -> None:
    """A year that is missing ends a run, and what has no year before has no value."""
    change = "取值 进退 { 出处：“二”；逐行：年度表；取：分数 － 上期（分数） }\n"
    assert schools.values(change + YEARS % "进退", "年度表", "值") == [
        "",
        "10",
        "20",
        "",
        "0",
        "",
        "",
    ]
    run = "取值 连年 { 出处：“二”；逐行：年度表；取：连续（分数 ＜ 85分） }\n"
    assert schools.values(run + YEARS % "连年", "年度表", "值") == list("1201211")


def test_rows_that_may_be_missing_are_blank(schools: Schools) -> None:
    seen = "取值 有抽查 { 出处：“二”；情形 有 { 当：抽查.抽查分 有值；取：抽查.抽查分 }；其余 无 { 取：空 } }\n"
    assert schools.values(seen + UNITS % "有抽查", "", "值") == ["", "77", ""]


def test_a_row_without_an_owner_is_located(schools: Schools) -> None:
    code, out = schools.tables(NET + YEARS % "净分", 事件="学校,年度,扣分\n乙校,2021,5\n")
    assert code == 3
    assert "G846" in out and "事件.csv" in out and "乙校、2021" in out


def test_a_district_that_is_missing_is_located(schools: Schools) -> None:
    code, out = schools.tables(UNITS % "经费", 区县="区县,经费\n东区,50\n")
    assert code == 3
    assert "G846" in out and "西区" in out


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (UNITS % "净分", "G307"),
        (UNITS % "进退", "G208"),
        (PARENTS % "学生数", "G307"),
        ("取值 甲 { 出处：“二”；逐行：区县表；取：合计（年度） }\n" + PARENTS % "甲", "G208"),
        (YEARS % "事件.扣分", "G307"),
        ("结果表 年级表 { 值：经费 }", "G208"),
    ],
)
def test_many_where_one_is_asked_for(rules: str, code: str, schools: Schools) -> None:
    exit_code, out = schools.tables(NET + rules)
    assert exit_code == 3
    assert code in out


KEYED = """
政策 试行办法 { 年度：2024年 }
名册 评分表 {
  文件：“评分.csv”；主键：国家、版次；期次：版次；出处：“一”
  列 { 国家：单位；版次：整数；得分数：分，0分至100分 }
}
数据表 事项 { 文件：“事项.csv”；出处：“一”；列 { 国家：单位；版次：整数；加：分 } }
核算 总 { 出处：“二”；步骤 总分 { 取：得分数 ＋ 合计（事项.加） } }
等次 档 { 出处：“二”；依据：总分；甲：50分以上；乙：不足50分 }
结果表 { 国家：国家；版次：版次；总分：总分；进：总分 － 上期（总分） }
"""


def test_what_is_evaluated_may_have_a_key_of_several_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path, capsys)
    (tmp_path / "p.guiju").write_text(KEYED, encoding="utf-8")
    office.table("评分.csv", "国家,版次,得分数\n甲国,2023,40\n甲国,2024,45\n乙国,2024,60\n")
    office.table("事项.csv", "国家,版次,加\n甲国,2024,6\n")
    code, out = office.command("evaluate", "--format", "csv")
    assert code == 0
    assert out.splitlines()[1:] == ["甲国,2023,40,", "甲国,2024,51,11", "乙国,2024,60,"]
    code, out = office.command("explain", "甲国 2024")
    assert code == 0
    assert "总分  51分" in out
    office.table("评分.csv", "国家,版次,得分数\n甲国,2024,40\n甲国,2024,45\n")
    code, out = office.command("evaluate")
    assert code == 3
    assert "G842" in out
