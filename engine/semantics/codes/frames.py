"""The small policies that the examples of the pages stand in.

A page shows a few lines; whether they are right or wrong can only be said of a whole policy. These
are complete and free of findings, whatever well-formed excerpt takes the place of ``{example}``.
"""

from __future__ import annotations

#: The example is the whole text.
WHOLE = "{example}"

#: A head alone: for examples that bring their own register.
HEAD = """\
政策 示范评估 { 年度：2009年 }

{example}"""

#: Units with a kind and a head count, a mark for each of them, and applications of which each may
#: hand in several.
FRAME = """\
政策 示范评估 { 年度：2009年 }

对象 县区政府 { 出处：“二” }

名册 单位名册 {
  出处：“二”
  文件：“单位名册.csv”
  主键：单位
  列 { 单位：单位；类型：对象；公务员人数：整数，人，可空 }
}

数据表 日常评估 {
  出处：“四（一）”
  文件：“日常评估.csv”
  主键：单位
  列 { 单位：单位；基础工作：分，0分至100分；定期调度：分，0分至100分 }
}

数据表 加分申报 {
  出处：“四（三）”
  文件：“加分申报.csv”
  列 { 单位：单位；事项：文字；级别：国家级、省级；申报分：分；批准日期：日期，可空 }
}

结果表 {
  单位：单位
  公务员人数：公务员人数
  基础工作：日常评估.基础工作
  定期调度：日常评估.定期调度
  申报分：合计（加分申报.申报分 当 加分申报.批准日期 有值）
}

{example}"""

#: The same, with a grouping of the units and a grade for each of them.
GRADED = FRAME.replace(
    "{example}",
    """\
分组 全体 { 出处：“四（四）”；按：类型 }

等次 拟定等次 {
  出处：“四（四）”
  依据：日常评估.基础工作
  合格：60分以上
  不合格：低于60分
}

{example}""",
)
