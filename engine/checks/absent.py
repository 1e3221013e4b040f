"""Absent items: an item that may be absent says so under a node that makes up for it."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..semantics.checked import Checked
from ..semantics.codes.make import code
from ..semantics.forms import inside

NO_RULE = code(
    "G331",
    (
        "“{name}”可以缺项，但没有写缺项时怎样计",
        "“{name}” may be absent, but nothing says what counts then",
    ),
    what=(
        "一项指标对有些单位不予评价，它上面各级都没有“缺项处理”。",
        "An item is not evaluated for some units, and nothing above it says what happens then.",
    ),
    why=(
        "缺项按零分计还是换算成满分，名次会不同，不能替您假定。",
        "Whether it counts as zero or the rest is rescaled changes the ranks.",
    ),
    mend=(
        "在需要补足的那一级写“缺项处理：换算”，或在这一项写“缺项得分：……”。",
        "Write absent_rule: rescale at the level that makes up for it, or absent_score here.",
    ),
    bad="""
体系 指标体系（10分） {
  出处：“三”
  适用：县区政府
  指标 甲项（4分） { 得分：4分 }
  指标 乙项（6分） { 得分：6分；缺项：公务员人数 为空 }
}""",
    good="""
体系 指标体系（10分） {
  出处：“三”
  适用：县区政府
  缺项处理：换算
  指标 甲项（4分） { 得分：4分 }
  指标 乙项（6分） { 得分：6分；缺项：公务员人数 为空 }
}""",
    hint=(
        "在上一级加一行“缺项处理：换算”，或在这里写“缺项得分：……”",
        "add a line “absent_rule: rescale” above it, or “absent_score: …” here",
    ),
)
NOT_A_LEAF = code(
    "G332",
    (
        "“{name}”下面还分几部分，“缺项”要写在各部分里",
        "“{name}” has parts below; absent belongs to the parts",
    ),
    what=(
        "有下级的指标、再分环节或评议组的环节，不能整个写成缺项。",
        "What has parts, as a stage has panels, cannot be absent as a whole.",
    ),
    why=(
        "缺的是哪几项要逐项写明，才知道少了多少分。",
        "Which items are absent says how many points are missing.",
    ),
    mend=("把“缺项”写到下面的每个部分里。", "Write absent in each of the parts."),
    bad="""
体系 指标体系（10分） {
  出处：“三”
  适用：县区政府
  缺项处理：换算
  指标 甲项（4分） { 得分：4分 }
  指标 乙项（6分） { 缺项：公务员人数 为空；细项 丙项（6分） { 得分：6分 } }
}""",
    good="""
体系 指标体系（10分） {
  出处：“三”
  适用：县区政府
  缺项处理：换算
  指标 甲项（4分） { 得分：4分 }
  指标 乙项（6分） { 细项 丙项（6分） { 缺项：公务员人数 为空；得分：6分 } }
}""",
    hint=("移到下面的细项、环节或评议组里", "move it into the items, stages or panels below"),
)
NEVER = code(
    "G333",
    (
        "“{name}”写了缺项得分，没有写什么情况下缺项",
        "“{name}” has an absent_score and nothing says when it is absent",
    ),
    what=("有“缺项得分”而没有“缺项”。", "There is an absent_score without absent."),
    why=("不知道哪些单位缺这一项，这个得分永远用不上。", "The mark can never be used."),
    mend=("写明“缺项：……”，或删去缺项得分。", "Write absent: …, or delete it."),
    bad="""
体系 指标体系（4分） {
  出处：“三”
  适用：县区政府
  指标 甲项（4分） { 得分：4分；缺项得分：满分 }
}""",
    good="""
体系 指标体系（4分） {
  出处：“三”
  适用：县区政府
  指标 甲项（4分） { 得分：4分；缺项：公务员人数 为空；缺项得分：满分 }
}""",
    hint=("加一行：缺项：……", "add a line “absent: …”"),
)
CODES = (NO_RULE, NOT_A_LEAF, NEVER)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every indicator, stage and panel that may be absent."""
    for declaration in checked.symbols.all_of("goal", "indicator", "item", "stage", "panel"):
        if "absent" not in declaration.properties:
            if "absent_score" in declaration.properties:
                place = declaration.properties["absent_score"].key.span
                yield Diagnostic(NEVER, place, {"name": declaration.name})
            continue
        args = {"name": declaration.name}
        if inside(declaration) or declaration.paths("list"):
            yield Diagnostic(NOT_A_LEAF, declaration.properties["absent"].key.span, args)
        elif "absent_score" not in declaration.properties and not any(
            "absent_rule" in p.properties for p in checked.symbols.ancestors(declaration)
        ):
            yield Diagnostic(NO_RULE, declaration.span, args)
