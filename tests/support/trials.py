"""Examples tried over a small scheme, or over any policy text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guiju.engine.examine import Examined, examine
from guiju.engine.trial.suite import Suite, run_suite
from guiju.grammar.source import Source

from .spoiled import ROOT

#: A register, a table with a row a unit, a table of events; marks, a bonus with a cap, grades, ranks,
#: a veto with decisions, a requirement of rows and a bottom line.
SCHEME = """政策 试行办法 { 年度：2024年 }
对象 县区 { 出处：“一” }
对象 部门 { 出处：“一” }
名册 单位名册 {
  文件：“名册.csv”
  主键：单位
  出处：“一”
  列 { 单位：单位；类型：对象；人数：整数，人，1人以上；分管领导：名单，可空 }
}
数据表 日常 {
  文件：“日常.csv”
  主键：单位
  出处：“一”
  列 { 单位：单位；出勤：分，0分至100分；抽查：分，0分至100分，可空 }
}
数据表 申报 {
  文件：“申报.csv”
  出处：“二”
  列 { 单位：单位；事项：文字；级别：国家级、省级；通过日期：日期，可空 }
}
数据表 事故 {
  文件：“事故.csv”
  出处：“三”
  列 { 单位：单位；决定：降低、不降低，可空；死亡人数：整数，人，0人以上 }
}
分组 全体 { 出处：“四”；按：类型 }
对照 级别分 { 出处：“二”；国家级：3分；省级：2分 }
取值 抽查得分 {
  出处：“一”
  情形 已抽查 { 当：日常.抽查 有值；取：日常.抽查 }
  其余 未抽查 { 取：日常.出勤 }
}
取值 每项加分 {
  出处：“二”
  逐行：申报
  情形 通过 { 当：通过日期 不晚于 2024年11月30日；取：级别分（级别） }
  其余 逾期 { 取：0分 }
}
分段 规模系数 { 出处：“一”；大：100人以上，1.1；小：不足100人，1 }
加分 奖励 { 出处：“二”；逐行：申报；取：每项加分；同一：事项，取最高；封顶：4分 }
核算 结果 {
  出处：“四”
  步骤 基本分 { 取：（日常.出勤 ＋ 抽查得分） ÷ 2 × 规模系数（人数） }
  步骤 总分 { 取：四舍五入（基本分 ＋ 奖励，1位） }
  步骤 达标 { 取：总分 ≥ 60分 }
}
等次 等级 { 出处：“四”；依据：总分；优：90分以上；良：60分以上不足90分；差：低于60分 }
排名 名次 { 出处：“四”；依据：总分；分组：全体；次序：由高到低；并列：同名次 }
否决 一票 {
  出处：“三”；等次：等级；结果：最终；逐行：事故
  生效：决定 = 降低；待定：决定 为空；降低：1级；最低：差
}
校验 降低须有死亡 { 出处：“三”；逐行：事故；当：决定 = 降低；要求：死亡人数 ＞ 0人 }
结果表 { 单位：单位；等级：最终；折合：总分 ÷ 100；达标：达标；领导：分管领导 有值 }
"""


def examined(text: str) -> Examined:
    """A policy read and checked."""
    return examine(Source("政策.guiju", text))


def suite_of(text: str) -> Suite:
    """All examples of a policy text, which must be sound."""
    found = examined(text)
    assert found.whole, [finding.message("zh") for finding in found.diagnostics]
    return run_suite(found.checked)


def outcome(examples: str, scheme: str = SCHEME) -> list[str]:
    """The codes of everything that is not as examples of the small scheme say."""
    suite = suite_of(scheme + examples)
    return [f.finding.code.id for one in suite.tried for f in one.failures]


def policies() -> list[Path]:
    """Every shipped policy that has worked examples."""
    shipped = sorted((ROOT / "policies").glob("*/*.guiju"))
    return [path for path in shipped if "\n示例 " in path.read_text(encoding="utf-8")]


@cache
def without_examples(path: Path) -> str:
    """A shipped policy without its examples."""
    text = path.read_text(encoding="utf-8")
    blocks = [top.block.span for top in examined(text).checked.symbols.all_of("example")]
    for span in reversed(blocks):
        text = text[: span.start] + text[span.end :]
    return text
