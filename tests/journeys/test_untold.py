"""What a reader is told where a figure was written, a grade was not the figure's, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.cli.main import main

POLICY = """
政策 示范 { 年度：2024年；出处：“一” }
对象 甲类 { 出处：“一” }
对象 乙类 { 出处：“一” }
名册 单位名册 { 出处：“一”；文件：“单位.csv”；主键：单位；列 { 单位：单位；类型：对象；票：整数，票，0票以上 } }
数据表 收益 { 出处：“一”；文件：“收益.csv”；主键：单位；列 { 单位：单位；实际：数；标准：数 } }
数据表 备案 { 出处：“一”；文件：“备案.csv”；主键：单位；可缺行：是；列 { 单位：单位；日期：日期 } }
分组 全体 { 出处：“一” }
取值 收益分 {
  出处：“二”
  情形 有效票不足 { 当：票 ＜ 5票；取：空 }
  情形 达标 { 当：收益.实际 ≥ 收益.标准；取：100分 }
  其余 不达标 { 取：40分 }
}
取值 备案分 { 出处：“二”；情形 没有 { 当：备案.日期 为空；取：0分 }；其余 有 { 取：100分 } }
评估 甲类总评（100分） {
  出处：“二”
  适用：甲类
  满分：100分
  折算：得分 ÷ 满分 × 权重
  环节 收益（90％） { 得分：收益分 }
  环节 备案情况（10％） { 得分：备案分 }
}
评估 乙类总评（100分） {
  出处：“二”
  适用：乙类
  满分：100分
  折算：得分 ÷ 满分 × 权重
  环节 收益（100％） { 得分：收益分 }
}
核算 合成 { 出处：“二”；步骤 总分 { 情形 甲 { 当：类型 = 甲类；取：甲类总评 }；其余 乙 { 取：乙类总评 } } }
排名 名次 { 出处：“二”；依据：总分；分组：全体；次序：由高到低；并列：同名次 }
等次 初评 { 出处：“三”；依据：总分；好：60分以上；差：不足60分 }
否决 超过名额 { 出处：“三”；等次：初评；结果：终评；当：名次 有值 且 名次 ＞ 1；最高为：差 }
结果表 { 单位：单位；总分：总分；名次：名次；终评：终评 }
"""
DATA = {
    "单位.csv": "单位,类型,票\n东区,甲类,9\n西区,甲类,9\n南区,甲类,9\n北区,乙类,4\n",
    "收益.csv": "单位,实际,标准\n东区,5,3\n西区,4,3\n南区,2,3\n北区,2,3\n",
    "备案.csv": "单位,日期\n东区,2024-05-06\n",
}


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> object:
    """What a command prints about the policy and its data, on one line."""
    (tmp_path / "p.guiju").write_text(POLICY, encoding="utf-8")
    (tmp_path / "data").mkdir()
    for name, text in DATA.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")

    def run(command: str, *more: str) -> str:
        with pytest.raises(SystemExit):
            main([command, str(tmp_path / "p.guiju"), str(tmp_path / "data"), *more])
        return capsys.readouterr().out

    return run


def line_of(out: str, word: str) -> str:
    """The line that a word stands in, with what was broken off it."""
    _, _, rest = out.partition(word)
    return word + rest.split("├──")[0].split("└──")[0].split("【")[0]


def test_a_written_figure_is_told_by_the_datum_it_hung_on(told) -> None:  # type: ignore[no-untyped-def]
    line = line_of(told("explain", "南区"), "收益  36")
    assert "收益.csv 第4行“实际”、“标准”" in " ".join(line.replace("│", " ").split())
    assert "类型" not in line


def test_a_row_that_is_not_there_is_told_as_such(told) -> None:  # type: ignore[no-untyped-def]
    line = line_of(told("explain", "南区"), "备案情况")
    assert "备案.csv（没有它的行）" in line
    assert "第0行" not in line


def test_a_grade_that_a_quota_made_has_no_distance(told) -> None:  # type: ignore[no-untyped-def]
    out = told("explain", "西区")
    assert "不是按分数定的：按分数是“好”，因“超过名额”改为“差”" in "".join(out.split())
    assert "比下限" not in out
    assert "比下限60分高40分" in told("explain", "东区")


def test_a_unit_without_a_score_says_what_it_lacks(told) -> None:  # type: ignore[no-untyped-def]
    rest = told("evaluate").split("没有得分的单位")[1]
    assert "北区：“收益分”没有值［有效票不足］　单位.csv 第5行“票”" in rest
