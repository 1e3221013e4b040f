"""Counts: a list of names that says how many it holds holds that many."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Label, Text
from ...grammar.nodes import Quantity
from ..semantics.checked import Checked
from ..semantics.codes.frames import WHOLE
from ..semantics.codes.make import code
from ..semantics.symbols import new_names

COUNT = code(
    "G404",
    (
        "“{name}”写的是{stated}个，实际列了{actual}个",
        "“{name}” says {stated}; it lists {actual}",
    ),
    what=("名录里的名称个数和写明的个数不一致。", "A list holds more or fewer names than it says."),
    why=("不是漏了就是多了，原文通常写明“共几个”。", "A name is missing, or one too many."),
    mend=(
        "对照原文补上或删去名称，或改“个数”。",
        "Mend the names after the document, or the count.",
    ),
    bad="名录 市领导职务 {\n  出处：“六”\n  包括：市长、副市长\n  个数：3个\n}",
    good="名录 市领导职务 {\n  出处：“六”\n  包括：市长、副市长、市长助理\n  个数：3个\n}",
    hint=("核对名称是否有缺漏，或改“个数”", "look for a missing name, or change the count"),
)
REPEATED = code(
    "G405",
    ("“{name}”在“{list}”里列了两次", "“{name}” stands twice in “{list}”"),
    what=("一份名录里同一个名称出现两次。", "One name stands twice in a list."),
    why=("多半是另一个名称写错了。", "Most likely one of the two should be another name."),
    mend=("改成本来要写的名称，或删去一处。", "Write the name that was meant, or delete one."),
    bad="名录 市领导职务 {\n  出处：“六”\n  包括：市长、副市长、市长\n}",
    good="名录 市领导职务 {\n  出处：“六”\n  包括：市长、副市长、市长助理\n}",
    hint=("只留一处", "keep one of them"),
)
UNCOUNTED = code(
    "G406",
    (
        "“{name}”写了个数，名册里却没有一列说明各单位属于哪类对象",
        "“{name}” says how many units there are, and the register has no column for their kind",
    ),
    what=(
        "对象的个数要和名册核对，名册没有类型为“对象”的列，数不出来。",
        "The number of units of a kind is held against the register, which has no kinds.",
    ),
    why=("写了个数却没有核对，漏了单位也不会知道。", "A missing unit would not be noticed."),
    mend=(
        "在名册里加一列，类型写“对象”；不需要核对的，删去个数。",
        "Add a column of type subject to the register, or delete the count.",
    ),
    bad="""
政策 示范评估 { 年度：2009年 }
对象 县区 { 出处：“二”；个数：5个 }
对象 部门 { 出处：“二” }
名册 名单 { 出处：“二”；文件：“单位.csv”；主键：单位；列 { 单位：单位；得分：分 } }
结果表 { 单位：单位；得分：得分 }""",
    good="""
政策 示范评估 { 年度：2009年 }
对象 县区 { 出处：“二”；个数：5个 }
对象 部门 { 出处：“二” }
名册 名单 { 出处：“二”；文件：“单位.csv”；主键：单位；列 { 单位：单位；类型：对象；得分：分 } }
结果表 { 单位：单位；类型：类型；得分：得分 }""",
    hint=("在名册的列里加一行：类型：对象", "add a column to the register: kind: subject"),
    frame=WHOLE,
)
CODES = (COUNT, REPEATED, UNCOUNTED)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Rosters with a stated count, names listed twice, and numbers of units that nothing counts."""
    yield from _uncounted(checked)
    for declaration in checked.symbols.all_of("roster", "subject"):
        key = "members" if declaration.kind.id == "roster" else "classes"
        names = new_names(declaration, key)
        # The 个数 of a kind of units counts units, which only the register tells.
        stated = declaration.value("count") if declaration.kind.id == "roster" else None
        if isinstance(stated, Quantity) and stated.number != len(names):
            args: dict[str, Argument] = {
                "name": declaration.name,
                "stated": stated.number,
                "actual": len(names),
            }
            yield Diagnostic(COUNT, stated.span, args)
        paths = declaration.paths(key)
        for index, path in enumerate(paths):
            if path.text in names[:index]:
                first = Label(paths[names.index(path.text)].span, Text("先在这里", "first here"))
                args = {"name": path.text, "list": declaration.name}
                yield Diagnostic(REPEATED, path.span, args, (first,))


def _uncounted(checked: Checked) -> Iterator[Diagnostic]:
    """Kinds of units with a stated number where the register has no column of kinds."""
    register, subjects = checked.symbols.register, checked.symbols.subjects
    if register is None or any(c.choices == tuple(subjects) for c in register.columns):
        return
    for declaration in subjects.values():
        stated = declaration.value("count")
        if isinstance(stated, Quantity):
            yield Diagnostic(UNCOUNTED, stated.span, {"name": declaration.name})
