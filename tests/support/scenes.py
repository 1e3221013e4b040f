"""A small policy and the files an office sends, for every code about data, files and runs."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
from attrs import evolve, field, frozen

Rows: TypeAlias = Sequence[Sequence[Any]]
#: A text, bytes, a workbook (its sheets), or what becomes of one.
Content: TypeAlias = "str | bytes | Mapping[str, Rows] | Callable[[], bytes]"

UNITS = "单位\n市财政局\n市教育局\n"
SCORES = "单位,得分\n市财政局,95\n市教育局,90\n"
BOOK: Rows = (("单位", "得分"), ("市财政局", 95), ("市教育局", 90))


@frozen
class Scene:
    """What one code needs to be seen: the declarations beside the register, and the files."""

    declared: str = "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n结果表 { 单位：单位；得分：评分.得分 }"
    files: Mapping[str, Content] = field(factory=lambda: {"评分.csv": SCORES})
    register: str = UNITS
    columns: str = "单位：单位"
    #: Not a folder of its own but this path below it.
    at: str = ""

    def policy(self) -> str:
        """The whole policy."""
        return (
            "政策 示范评估 { 年度：2009年 }\n"
            f"名册 名册 {{ 文件：“名册.csv”；主键：单位；列 {{ {self.columns} }} }}\n"
            f"{self.declared}\n"
        )

    def lay(self, folder: Path) -> Path:
        """Write the files; what to read is the result."""
        for name, content in {"名册.csv": self.register, **self.files}.items():
            if self.register or name != "名册.csv":
                (folder / name).write_bytes(_bytes(content))
        return folder / self.at if self.at else folder

    def shown(self) -> str:
        """The scene as the head of a golden file: declarations, then files."""
        parts = [self.declared]
        own = {} if self.register == UNITS else {"名册.csv": self.register}
        for name, content in {**own, **self.files}.items():
            match content:
                case str():
                    parts.append(f"── {name}\n{content.rstrip()}")
                case Mapping():
                    for sheet, rows in content.items():
                        lines = "\n".join(",".join(map(str, row)) for row in rows)
                        parts.append(f"── {name} · {sheet}\n{lines}".rstrip())
                case _:
                    parts.append(f"── {name}")
        return "\n".join(parts)


def _bytes(content: Content) -> bytes:
    match content:
        case str():
            return content.encode()
        case bytes():
            return content
        case Mapping():
            return book(content)
        case _:
            return content()


def book(sheets: Mapping[str, Rows], edit: Callable[[Any], None] | None = None) -> bytes:
    """A workbook as bytes."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if edit:
        edit(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _edited(edit: Callable[[Any], None]) -> Callable[[], bytes]:
    return lambda: book({"评分": BOOK}, edit)


def _table(columns: str, data: str, keys: str = "主键：单位；", more: str = "") -> Scene:
    declared = f"数据表 评分 {{ 文件：“评分.csv”；{keys}{more}列 {{ 单位：单位；{columns} }} }}\n结果表 {{ 单位：单位 }}"
    return Scene(declared, {"评分.csv": data})


def _panel(score: str) -> Scene:
    """Marks of raters: two for the first unit, one for the second."""
    declared = "数据表 评价 { 文件：“评价.csv”；列 { 单位：单位；评分：分 } }\n结果表 { 单位：单位；评分：%s }"
    rows = "单位,评分\n市财政局,90\n市财政局,80\n市教育局,85\n"
    return Scene(declared % score, {"评价.csv": rows})


def _workbook(content: Content, columns: str = "列 { 单位：单位；得分：分 }") -> Scene:
    declared = (
        f"数据表 评分 {{ 文件：“评分.xlsx”；主键：单位；{columns} }}\n结果表 {{ 单位：单位 }}"
    )
    return Scene(declared, {"评分.xlsx": content})


def _error(made: Any) -> None:
    cell = made["评分"]["B2"]
    cell.value, cell.data_type = "#DIV/0!", "e"


def _formula(made: Any) -> None:
    made["评分"]["B2"] = "=B8+B9"


def _text(made: Any) -> None:
    made["评分"]["B2"] = "95"


def _hide(made: Any) -> None:
    made["评分"].row_dimensions[3].hidden = True


_SCORE = "得分：分"
_GOALS = "数据表 目标表 { 文件：“目标.csv”；主键：单位、序号；列 { 单位：单位；序号：整数；分值：分；完成：数；计划：数 } }"
_RATED = "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分，可空 } }"

SCENES: Mapping[str, Scene] = {
    "G801": Scene(at="数剧"),
    "G802": Scene(at="名册.csv"),
    "G804": Scene(files={}, register=""),
    "G805": Scene(files={"评份.csv": SCORES}),
    "G807": Scene(files={"评分.csv": SCORES, "补充材料.csv": "单位,说明\n市财政局,无\n"}),
    "G808": Scene(files={"评分.csv": SCORES, "评分 - 副本.csv": SCORES}),
    "G809": Scene(files={"评分.csv": SCORES, "~$评分.xlsx": b"x"}),
    "G810": Scene(files={"评分.csv": ""}),
    "G811": _workbook("单位,得分\n"),
    "G812": _workbook(b"\xd0\xcf\x11\xe0" + bytes(600)),
    "G813": _workbook(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
    "G814": _workbook(b"PK\x03\x04 cut short"),
    "G815": Scene(files={"评分.csv": {"评分": BOOK}}),
    "G816": evolve(
        _table(_SCORE, "", more="编码：“UTF-8”；"), files={"评分.csv": SCORES.encode("gb18030")}
    ),
    "G817": _table(_SCORE, SCORES, more="编码：“国标”；"),
    "G818": Scene(files={"评分.csv": '单位,得分\n市财政局,"95\n市教育局,90\n'}),
    "G819": _workbook({"监察局": BOOK}, "工作表 市监察局 { 单位：单位；得分：分 }"),
    "G820": Scene(files={"评分.csv": "市财政局,95\n市教育局,90\n"}),
    "G821": Scene(files={"评分.csv": "单位,得份\n市财政局,95\n市教育局,90\n"}),
    "G822": Scene(files={"评分.csv": "单位,得分,得分\n市财政局,95,94\n市教育局,90,91\n"}),
    "G823": _table("加分：分", "单位,加分\n", keys=""),
    "G824": Scene(
        "数据表 评分 { 文件：“评分.xlsx”；主键：单位、次数；工作表 甲 { 单位：单位；得分：分 }；工作表 乙 { 单位：单位；次数：整数 } }\n"
        "结果表 { 单位：单位 }",
        {"评分.xlsx": {"甲": BOOK, "乙": (("单位", "次数"), ("市财政局", 1), ("市教育局", 2))}},
    ),
    "G825": _workbook({"甲": BOOK, "乙": BOOK}),
    "G830": Scene(files={"评分.csv": "单位,得分\n市财政局,优\n市教育局,90\n"}),
    "G831": _table("得分：整数", "单位,得分\n市财政局,9.5\n市教育局,90\n"),
    "G832": _table("得分：分，0分至100分", "单位,得分\n市财政局,100.5\n市教育局,90\n"),
    "G833": _table("得分：日期", "单位,得分\n市财政局,年底\n市教育局,2009-10-31\n"),
    "G834": _table("得分：日期", "单位,得分\n市财政局,2009-02-30\n市教育局,2009-10-31\n"),
    "G835": _table("得分：优秀、良好", "单位,得分\n市财政局,优绣\n市教育局,良好\n"),
    "G836": Scene(files={"评分.csv": "单位,得分\n市财政局,/\n市教育局,90\n"}),
    "G837": Scene(files={"评分.csv": "单位,得分\n市财政局,85%\n市教育局,90\n"}),
    "G838": _workbook(_edited(_formula)),
    "G839": _workbook(_edited(_error)),
    "G840": Scene(files={"评分.csv": "单位,得分\n市财政局,95\n市教育局,90\n市林业局,88\n"}),
    "G841": Scene(files={"评分.csv": SCORES + "市财政局,96\n"}),
    "G842": _table(
        "序号：整数", "单位,序号\n市财政局,1\n市财政局,1\n市教育局,1\n", keys="主键：单位、序号；"
    ),
    "G843": _table(
        "评价人：文字；名次：整数",
        "评价人,单位,名次\n市长,市财政局,1\n市长,市教育局,1\n",
        keys="唯一：评价人、名次；",
    ),
    "G844": Scene(files={"评分.csv": "单位,得分\n市财政局,95\n"}),
    "G845": Scene(register="单位\n"),
    "G850": Scene(files={"评分.csv": "单位,得分\n市财政局,９８．５\n市教育局,90\n"}),
    "G851": Scene(files={"评分.csv": "单位,得分\n市 财 政 局,98.5\n市教育局,90\n"}),
    "G852": _workbook(_edited(_text)),
    "G853": Scene(files={"评分.csv": SCORES + "评分单位（盖章）：市监察局,\n"}),
    "G854": Scene(files={"评分.csv": "单位,得分,备注\n市财政局,98.5,好\n市教育局,90,\n"}),
    "G855": _workbook(_edited(_hide)),
    "G856": Scene(files={"评分.csv": SCORES.replace(",", "；")}),
    "G857": _table(_SCORE, "单位,得分\n" + "市财政局,优\n市教育局,良\n" * 15, keys=""),
    "G859": Scene(
        "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位，名册外不计；得分：分 } }\n"
        "结果表 { 单位：单位；得分：评分.得分 }",
        {"评分.csv": "单位,得分\n市财政局,95\n市教育局,90\n市林业局,88\n"},
    ),
    "G848": Scene(
        "分段 季度段 { 上半年：1至6；下半年：7至12 }\n"
        "数据表 走访 { 文件：“走访.csv”；列 { 单位：单位；月份：整数；半年：季度段（月份） } }\n"
        "结果表 { 单位：单位；上半年：计数（走访.月份 当 走访.半年 = 上半年） }",
        {"走访.csv": "单位,月份\n市财政局,3\n市教育局,13\n"},
    ),
    "G901": Scene(
        _RATED + "\n取值 加倍分 { 取：评分.得分 × 2 }\n结果表 { 单位：单位；加倍分：加倍分 }",
        {"评分.csv": "单位,得分\n市财政局,95\n市教育局,\n"},
    ),
    "G902": Scene(
        "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；会风文风：分 } }\n"
        "对象 部门\n体系 指标（2分） { 适用：部门；指标 会风文风（2分） { 取自：评分 } }\n结果表 { 单位：单位；指标：指标 }",
        {"评分.csv": "单位,会风文风\n市财政局,95\n市教育局,1.5\n"},
    ),
    "G903": Scene(
        _GOALS
        + "\n取值 完成率 { 取：平均（目标表.完成 ÷ 目标表.计划） }\n结果表 { 单位：单位；完成率：完成率 }",
        {"目标.csv": "单位,序号,分值,完成,计划\n市财政局,1,5,12,0\n市教育局,1,5,3,3\n"},
    ),
    "G904": Scene(
        "数据表 评价 { 文件：“评价.csv”；列 { 单位：单位；评分：分 } }\n结果表 { 单位：单位；评分：平均（评价.评分） }",
        {"评价.csv": "单位,评分\n市财政局,90\n"},
    ),
    "G905": Scene(
        "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n"
        "等次 等次 { 依据：评分.得分；合格：60分至100分；不合格：0分以上不足60分 }\n结果表 { 单位：单位；等次：等次 }",
        {"评分.csv": "单位,得分\n市财政局,103\n市教育局,90\n"},
    ),
    "G907": Scene(
        "数据表 情形表 { 文件：“情形.csv”；列 { 单位：单位；查处日期：日期 } }\n"
        "校验 查处在评估年度内 { 逐行：情形表；要求：查处日期 不早于 2009年1月1日 }\n结果表 { 单位：单位；件数：计数（情形表.查处日期） }",
        {"情形.csv": "单位,查处日期\n市财政局,2008-12-30\n"},
    ),
    "G908": Scene(
        "数据表 目标表 { 文件：“目标.csv”；主键：单位、序号；列 { 单位：单位；序号：整数；分值：分；得分：分 } }\n"
        "对象 部门\n体系 指标（80分） { 适用：部门；目标 重点工作（80分） { 清单：目标表；条目分值：分值；条目得分：得分 } }\n"
        "结果表 { 单位：单位；指标：指标 }",
        {"目标.csv": "单位,序号,分值,得分\n市财政局,1,50,50\n市财政局,2,25,20\n市教育局,1,80,70\n"},
    ),
    "G909": Scene(
        "分组 类别组 { 按：类别；个数：1个 }\n数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n"
        "排名 名次 { 依据：评分.得分；分组：类别组；次序：由高到低；并列：同名次 }\n结果表 { 单位：单位；名次：名次 }",
        register="单位,类别\n市财政局,经济管理\n市教育局,经济管里\n",
        columns="单位：单位；类别：文字",
    ),
    "G912": Scene(
        "对象 县区 { 个数：2个 }\n对象 部门 { 个数：1个 }\n结果表 { 单位：单位；类型：类型 }",
        register="单位,类型\n甲县,县区\n市财政局,部门\n",
        columns="单位：单位；类型：对象",
    ),
    "G910": Scene(
        "数据表 收入 { 文件：“收入.csv”；主键：单位；列 { 单位：单位；人均：数 } }\n结果表 { 单位：单位；对数值：四舍五入（对数（收入.人均），2位） }",
        {"收入.csv": "单位,人均\n市财政局,0\n市教育局,10\n"},
    ),
    "G846": Scene(
        "数据表 年度表 { 文件：“年度.csv”；主键：单位、年度；列 { 单位：单位；年度：整数 } }\n"
        "数据表 任务表 { 文件：“任务.csv”；归属：年度表；列 { 单位：单位；年度：整数；任务：文字 } }\n结果表 { 单位：单位 }",
        {
            "年度.csv": "单位,年度\n市财政局,2008\n市教育局,2009\n",
            "任务.csv": "单位,年度,任务\n市财政局,2008,清欠\n市教育局,2008,校舍\n",
        },
    ),
    "G847": Scene(
        "结果表 { 单位：单位 }",
        {},
        register="单位,原名称\n市财政局,\n市教育局,市财政局\n",
        columns="单位：单位；原名称：名单，可空，原名",
    ),
    "G858": _table("执行率：数，0％至100％", "单位,执行率\n市财政局,0.85\n市教育局,90\n"),
    "G911": Scene(
        "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n"
        "取值 总分 { 取：评分.得分 × 1.1 }\n底线 不超满分 { 要求：总分 ≤ 100分 }\n结果表 { 单位：单位；总分：总分 }",
    ),
    "G920": Scene(
        _GOALS
        + "\n取值 完成率 { 取：平均（完成率（目标表.完成，目标表.计划）） }\n结果表 { 单位：单位；完成率：完成率 }",
        {"目标.csv": "单位,序号,分值,完成,计划\n市财政局,1,5,12,-2\n市教育局,1,5,3,3\n"},
    ),
    "G921": _panel("去端平均（评价.评分，1个）"),
    "G922": _panel("唯一（评价.评分）"),
    "G923": Scene(
        "分组 全体\n数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n"
        "排名 名次 { 依据：评分.得分；分组：全体；次序：由高到低；并列：不许 }\n结果表 { 单位：单位；名次：名次 }",
        {"评分.csv": "单位,得分\n市财政局,95\n市教育局,95\n"},
    ),
    "G924": Scene(
        "数据表 人员 { 文件：“人员.csv”；主键：单位；列 { 单位：单位；人数：整数，人 } }\n"
        "取值 名额 { 取：分摊（10，人员.人数，0位） }\n结果表 { 单位：单位；名额：名额 }",
        {"人员.csv": "单位,人数\n市财政局,0\n市教育局,0\n"},
    ),
    "G927": Scene(
        "分组 全体\n数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分；次分：分，可空 } }\n"
        "排名 名次 { 依据：评分.得分；分组：全体；次序：由高到低；并列：同名次；同分依据：评分.次分 }\n结果表 { 单位：单位；名次：名次 }",
        {"评分.csv": "单位,得分,次分\n市财政局,95,3\n市教育局,95,\n"},
    ),
    "G925": Scene(
        "数据表 放假安排 { 文件：“放假.csv”；主键：日期；列 { 日期：日期；安排：放假、上班 } }\n"
        "日历 节假日 { 假日表：放假安排 }\n"
        "数据表 报送 { 文件：“报送.csv”；主键：单位；列 { 单位：单位；通知日：日期；报送日：日期 } }\n"
        "结果表 { 单位：单位；用时：工作日数（报送.通知日，报送.报送日，节假日） }",
        {
            "放假.csv": "日期,安排\n2009-10-01,放假\n",
            "报送.csv": "单位,通知日,报送日\n市财政局,2009-12-28,2010-01-04\n市教育局,2009-09-30,2009-10-09\n",
        },
    ),
    "G926": Scene(
        "数据表 报送 { 文件：“报送.csv”；主键：单位；列 { 单位：单位；月：整数；日：整数 } }\n"
        "结果表 { 单位：单位；期限：日期（2009，报送.月，报送.日） }",
        {"报送.csv": "单位,月,日\n市财政局,2,30\n市教育局,10,31\n"},
    ),
}
