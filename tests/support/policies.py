"""Long valid policies, for measuring and stress: many systems, indicators, stages and values."""

from __future__ import annotations

HEAD = """政策 长政策 {
  年度：2009年
}

对象 单位类 {
  出处：“一”
}

名册 单位名册 {
  文件：“名册.xlsx”
  主键：单位
  工作表 名册 {
    单位：单位
    类型：对象
  }
}
"""


def long_policy(lines: int) -> str:
    """A valid policy of about so many lines."""
    blocks = [HEAD]
    written = HEAD.count("\n")
    number = 0
    while written < lines:
        number += 1
        blocks.append(part(spelt(number)))
        written += blocks[-1].count("\n")
    return "".join(blocks)


def spelt(number: int) -> str:
    """A number in characters that a name may hold."""
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))


def part(number: str) -> str:
    """A table of marks, a system of indicators that takes them, a process, a value."""
    columns = "".join(f"    项{number}之{spelt(i)}：分，0分至10分\n" for i in range(1, 11))
    indicators = "".join(indicator(number, spelt(i)) for i in range(1, 11))
    return f"""
数据表 评分表{number} {{
  文件：“评分{number}.csv”
  主键：单位
  出处：“二”
  列 {{
    单位：单位
{columns}  }}
}}

体系 体系{number}（100分） {{
  出处：“三”
  适用：单位类
  目标 目标{number}（100分） {{
    取自：评分表{number}
{indicators}  }}
}}

评估 评估{number}（100分） {{
  出处：“四”
  适用：单位类
  满分：100分
  折算：得分 ÷ 满分 × 权重
  环节 环节{number}甲（60％） {{
    取自：目标{number}
  }}
  环节 环节{number}乙（40％） {{
    得分：目标{number}
  }}
}}

核算 核算{number} {{
  出处：“五”
  步骤 合计{number} {{
    取：四舍五入（评估{number}，2位）
  }}
}}

提示 提示{number} {{
  出处：“五”
  当：合计{number} ＜ 60分
  内容：“低于60分”
}}
"""


def indicator(system: str, number: str) -> str:
    """One indicator of ten points."""
    return f"""    指标 项{system}之{number}（10分） {{
      出处：“三”
    }}
"""
