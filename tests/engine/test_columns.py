"""What a column may be declared as, and what the finding about a slip in it teaches."""

from __future__ import annotations

import pytest
from guiju.engine.edits import applied
from guiju.engine.fixes import fix
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Diagnostic, Severity
from guiju.grammar.source import Source
from support.office import HEAD


def policy(column: str) -> str:
    table = (
        f"数据表 丙 {{ 文件：“丙.csv”；主键：单位；出处：“一”；列 {{ 单位：单位；甲：{column} }} }}"
    )
    return f"{HEAD}{table}\n结果表 {{ 单位：单位；甲：丙.甲 }}\n"


def found(column: str) -> list[Diagnostic]:
    every = check(Source("", policy(column))).diagnostics
    return [finding for finding in every if finding.severity is Severity.ERROR]


def one(column: str) -> Diagnostic:
    (finding,) = found(column)
    assert finding.code.id == "G315"
    return finding


@pytest.mark.parametrize(
    "column",
    [
        "数，可空（“无专项预算”）",
        "％，0％至100％，可空（“—”、“/”、“”），“执行率(%)”",
        "number, nullable(“n/a”, “not reported”), “rate (%)”",
        "日期，可空（“未定”）",
        "甲等、乙等，可空（“未评”）",
        "文字，可空（“无”）",
        "小时，0小时以上",
        "数，分钟，0分钟以上",
        "周，可空",
        "单位奖、个人奖",
        "位、级",
    ],
)
def test_what_may_be_written(column: str) -> None:
    assert found(column) == []


@pytest.mark.parametrize(
    ("column", "message", "hint"),
    [
        ("数、无专项预算", "“数”是列的类型，不能又是可取的名称", "甲：数，可空（“无专项预算”）"),
        ("优秀、日期、良好", "“日期”是列的类型，不能又是可取的名称", "先声明一个名录"),
        ("“甲类”、乙类", "名称不加引号", "去掉引号"),
        ("“甲 类”、乙类", "应是几个不同的名称", "例如"),
        ("“甲类”、甲类", "应是几个不同的名称", "例如"),
        ("number、none", "“number”是列的类型", "number, nullable(“none”)"),
        ("数，无专项预算", "看不懂“无专项预算”", "写：可空（“无专项预算”）"),
        ("数，可控", "看不懂“可控”", "是不是“可空”？"),
        ("％，数", "看不懂“数”", "类型只写一个"),
        ("数，1 ＋ 2", "看不懂“1 ＋ 2”", "例如：甲：分"),
        ("数，可空（无专项预算）", "“可空”的括号里写表里表示没有的字样", "可空（“无专项预算”）"),
        ("数，可空（）", "“可空”的括号里写表里表示没有的字样", "可空（“……”）"),
        ("数，可空（“无”、“ 无 ”）", "同一个字样写了两次", "例如"),
        ("数，可空，可空（“甲”）", "“可空（“甲”）”之前已经写了可空", "只留一个"),
        ("数，可空，“甲”，“乙(%)”", "表头已写作“甲”，又写了“乙(%)”", "可空（“乙(%)”）"),
        ("数，0以上，1以上", "范围写了两个", "只留一个"),
        ("人，件", "单位已是“人”，又写了“件”", "只留一个"),
        ("数，备查（“无”）", "“备查”后面没有括号", "去掉括号"),
        ("数，可空（“0”）", "“0”是这一列的值，不能又当作空", "去掉"),
        ("日期，可空（“2024-01-01”）", "“2024-01-01”是这一列的值", "去掉"),
        ("有、无，可空（“无”）", "“无”是这一列的值", "去掉"),
    ],
)
def test_what_a_slip_is_told(column: str, message: str, hint: str) -> None:
    finding = one(column)
    assert message in finding.message("zh")
    assert hint in (finding.hint("zh") or "")
    assert finding.hint("en")


def test_the_edit_for_a_type_among_names_mends_the_column() -> None:
    (offered,) = one("数、无专项预算，“执行率(%)”").fixes
    assert not offered.safe
    (edit,) = offered.edits
    assert found(edit.text + "，“执行率(%)”") == []


def test_names_in_quotes_lose_them() -> None:
    text = policy("“甲类”、乙类、“丙类”")
    (offered,) = one("“甲类”、乙类、“丙类”").fixes
    assert applied(text, offered.edits) == policy("甲类、乙类、丙类")


def test_a_doubtful_edit_is_left_to_the_author() -> None:
    text = policy("数、无专项预算")
    assert fix(Source("", text)).source.text == text
