"""How the time of a run grows with the number of units, over every operation that looks at many.

``python tests/benchmarks/growth.py [MOST]`` prints processor seconds for 1,000 units and ten times
as many, up to MOST (100,000), and what each tenfold costs: ten is linear, and twelve n log n.
"""

from __future__ import annotations

import random
import sys
import time

from guiju.engine.data.tables import ColumnOrigin, Dataset, Table, Value
from guiju.engine.pipeline import check
from guiju.engine.plan.plan import Plan
from guiju.engine.result import evaluate
from guiju.grammar.source import Source

POLICY = """
政策 增长 { 年度：2024年 }
名册 单位表 {
  出处：“一”；文件：“单位.csv”；主键：单位
  列 { 单位：单位；类：甲类、乙类、丙类；完成值：数，0以上；目标值：数，高于0；人数：整数，人，0人以上 }
}
数据表 打分 {
  出处：“一”；文件：“打分.csv”；主键：单位、评委
  列 { 单位：单位；评委：整数；得分数：分，0分至100分 }
}
数据表 季度表 {
  出处：“一”；文件：“季度.csv”；主键：单位、季度；期次：季度
  列 { 单位：单位；季度：整数，1至4；季度分：分，0分至100分 }
}
分组 同类 { 出处：“一”；按：类 }
取值 评委分 { 出处：“二”；取：去端平均（打分.得分数，1个） }
取值 最好两项 { 出处：“二”；取：前几合计（打分.得分数，2个） }
取值 进退 { 出处：“二”；逐行：季度表；取：季度分 － 上期（季度分） }
取值 连续及格 { 出处：“二”；逐行：季度表；取：连续（季度分 ≥ 60分） }
取值 相对分 {
  出处：“二”
  取：60分 ＋ 40分 × （评委分 － 最低（评委分 按 同类）） ÷ （最高（评委分 按 同类） － 最低（评委分 按 同类））
}
核算 总 {
  出处：“三”
  步骤 总分 {
    取：四舍五入（相对分 × 40％ ＋ 平均（季度表.季度分） × 40％ ＋ 20分 × 取小（完成值 ÷ 目标值，1），2位）
  }
}
排名 位次 { 出处：“三”；依据：总分；分组：同类；次序：由高到低；并列：同名次；同分依据：评委分 }
取值 名额 { 出处：“三”；取：舍去（计数（总分 按 同类） × 30％，0位） }
等次 等级 {
  出处：“三”
  情形 优秀 { 当：总分 ≥ 85分 且 位次 ≤ 名额 }
  情形 良好 { 当：总分 ≥ 70分 且 名次（完成值 按 同类） ≥ 1 }
  其余 一般 { 说明：“其他” }
}
运用 经费 {
  出处：“四”
  名额 分得经费 { 取：分摊（1000000元，总分 × 人数 按 同类，2位） }
}
结果表 {
  单位：单位；总分：总分；位次：位次；等级：等级；分得经费：分得经费；最好两项：最好两项
  进步：合计（进退 当 季度 ＞ 1）；最长：最高（连续及格）
}
"""


def dataset(plan: Plan, units: int, seed: int = 1) -> Dataset:
    """Random data of so many units, with five marks and four quarters each."""
    rng = random.Random(seed)
    names = [f"单位{i}" for i in range(units)]
    fives = [(name, judge) for name in names for judge in range(5)]
    quarters = [(name, quarter) for name in names for quarter in range(1, 5)]
    columns: dict[str, dict[str, list[Value]]] = {
        "单位表": {
            "单位": list(names),
            "类": [rng.choice(("甲类", "乙类", "丙类")) for _ in names],
            "完成值": [rng.randrange(1, 2000) for _ in names],
            "目标值": [rng.randrange(500, 1500) for _ in names],
            "人数": [rng.randrange(1, 90) for _ in names],
        },
        "打分": {
            "单位": [name for name, _ in fives],
            "评委": [judge for _, judge in fives],
            "得分数": [rng.randrange(40, 101) for _ in fives],
        },
        "季度表": {
            "单位": [name for name, _ in quarters],
            "季度": [quarter for _, quarter in quarters],
            "季度分": [rng.randrange(40, 101) for _ in quarters],
        },
    }
    tables = {}
    for spec in plan.tables:
        held = columns[spec.name]
        size = len(held["单位"])
        origins = {name: ColumnOrigin(spec.file, None, name, range(2, size + 2)) for name in held}
        tables[spec.name] = Table(spec, size, held, origins)
    return Dataset(tables)


def main() -> None:
    """The table of growth."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    checkup = check(Source("增长", POLICY))
    if checkup.plan is None:
        sys.exit("\n".join(finding.message("zh") for finding in checkup.diagnostics))
    before, units = 0.0, 1000
    while units <= most:
        data = dataset(checkup.plan, units)
        started = time.process_time()
        result = evaluate(checkup.plan, data, trace=False)
        spent = time.process_time() - started
        assert result.sound, [finding.message("zh") for finding in result.findings[:3]]
        factor = f"  ×{spent / before:.1f}" if before else ""
        print(f"{units:>8} units  {spent:8.2f} s{factor}", flush=True)
        before, units = spent, units * 10


if __name__ == "__main__":
    main()
