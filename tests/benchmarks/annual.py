"""Comparing years: two long policies, growth with their length, and twenty changes on many units.

``python annual.py [units]`` measures the impact on so many units, 10,000 unless told.
"""

from __future__ import annotations

import sys
import time

from guiju.engine.diff.compare import difference
from guiju.engine.diff.impact import Runs, impact
from guiju.engine.evaluate.known import Known
from guiju.engine.examine import examine
from guiju.engine.result import evaluate
from guiju.grammar.source import Source
from measure import median, peak_megabytes, show
from support.policies import long_policy, spelt
from support.policy import edited, founding_text, plan_of
from support.year import generate

LENGTHS = (1_250, 2_500, 5_000, 10_000)
UNITS = 10_000
#: Twenty changes of the founding policy that stay runnable on its own data.
EDITS = (
    ("环节 基础工作评估（3％）", "环节 基础工作评估（5％）"),
    ("环节 跟踪评估（6％）", "环节 跟踪评估（4％）"),
    ("环节 定期调度（3％）", "环节 定期调度（1％）"),
    ("评议组 机关测评（40％）", "评议组 机关测评（45％）"),
    ("评议组 社会各界测评（60％）", "评议组 社会各界测评（55％）"),
    ("  封顶：5分", "  封顶：2.5分"),
    ("  国家级：3分", "  国家级：2.5分"),
    ("  省级：2分", "  省级：1.5分"),
    ("优秀：90分以上", "优秀：超过88分"),
    ("良好：80分以上不足90分", "良好：80分至88分"),
    ("（加分后得分，2位）", "（加分后得分，1位）"),
    ("截止：10月30日", "截止：9月末"),
    ("上等：95分", "上等：98分"),
    ("中等：85分", "中等：86分"),
    ("下等：75分", "下等：74分"),
    ("取：95分 － 20分 ×", "取：95分 － 25分 ×"),
    ("  降低：1级", "  降低：2级"),
    ("  满意：100分", "  满意：98分"),
    ("  基本满意：80分", "  基本满意：82分"),
    ("  同一：事项，取最高\n", ""),
)


def next_year(text: str) -> str:
    """A long policy with a change in every tenth part: points, a name, a step, a bound."""
    for place in range(1, text.count("体系 ") + 1, 10):
        number = spelt(place)
        text = text.replace(f"环节 环节{number}甲（60％）", f"环节 环节{number}甲（55％）")
        text = text.replace(f"环节 环节{number}乙（40％）", f"环节 环节{number}乙（45％）")
        text = text.replace(f"提示 提示{number} {{", f"提示 新提示{number} {{")
        text = text.replace(f"合计{number} ＜ 60分", f"合计{number} ＜ 65分")
    return text


def lengths() -> None:
    """A difference of two policies already read, at growing lengths."""
    for lines in LENGTHS:
        old = long_policy(lines)
        sides = [examine(Source("", text)).checked for text in (old, next_year(old))]
        found = difference(*sides)
        seconds = median(lambda sides=sides: difference(*sides), 3)  # type: ignore[misc]
        show(f"difference of two policies of {old.count(chr(10)):,} lines", seconds, "s")
        show("  changes", len(found.changes), "")


def units(size: int) -> None:
    """Impact and attribution of twenty changes."""
    dataset, text = generate(size, 1), edited(*EDITS)
    old, new = (examine(Source("", one)).checked for one in (founding_text(), text))
    found = difference(old, new)
    known = Known()
    started = time.perf_counter()
    results = [evaluate(plan_of(one), dataset, known=known) for one in (founding_text(), text)]
    effects = impact(found, Runs(*results, lambda plan: evaluate(plan, dataset, False, known)))
    split = effects.attribution
    assert split is not None
    show(f"impact and attribution on {size:,} units", time.perf_counter() - started, "s")
    show("  changes", len(found.changes), "")
    show("  steps", len(split.steps), "")
    show("  share attributed", float(split.share), "")
    show("  peak memory", peak_megabytes(), "MB")


if __name__ == "__main__":
    lengths()
    for size in (UNITS // 10, UNITS) if len(sys.argv) < 2 else (int(sys.argv[1]),):
        units(size)
