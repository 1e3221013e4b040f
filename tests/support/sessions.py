"""Commands that end in a finding about what they were given: files, two policies, two results."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from .scenes import SCORES, UNITS

_TABLE = "数据表 评分 { 文件：“评分.csv”；主键：单位；列 { 单位：单位；得分：分 } }\n"
OLD = (
    "政策 示范评估 { 年度：2009年 }\n名册 名册 { 文件：“名册.csv”；主键：单位；列 { 单位：单位 } }\n"
    + _TABLE
    + "结果表 { 单位：单位；得分：评分.得分 }\n"
)
NEW = OLD.replace("2009年", "2010年").replace("得分", "评价分")
_DATA = {"数据/名册.csv": UNITS, "数据/评分.csv": SCORES}
_DIFF = ("diff", "旧.guiju", "新.guiju", "--map", "名称.csv")


@frozen
class Session:
    """What one code needs to be seen on the command line."""

    argv: tuple[str, ...]
    files: Mapping[str, str | bytes] = field(factory=dict)
    #: Names of files that are written and not worth showing.
    hidden: frozenset[str] = frozenset()
    #: A file or folder that the system does not let anyone read.
    refused: str = ""

    def lay(self) -> None:
        """Write the files below the working folder."""
        for name, content in self.files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def shown(self) -> str:
        """The session as the head of a golden file: the command, then the files."""
        parts = ["guiju " + " ".join(self.argv)]
        for name, content in self.files.items():
            if name not in self.hidden:
                body = content.rstrip() if isinstance(content, str) else ""
                parts.append(f"── {name}\n{body}".rstrip())
        if self.refused:
            parts.append(f"── {self.refused}（系统不让读）")
        return "\n".join(parts)


def _mapped(names: str) -> Session:
    return Session(_DIFF, {"旧.guiju": OLD, "新.guiju": NEW, "名称.csv": names})


def _refused(argv: tuple[str, ...], refused: str) -> Session:
    files = {"政策.guiju": OLD, **_DATA}
    return Session(argv, files, frozenset(files), refused)


_RUN = ("evaluate", "政策.guiju", "数据")
_SAVED = '{"policy": "示范评估", "groups": [{"group": "", "units": [{"unit": "市财政局", "total": "95"}]}]}\n'
_LARGE = {"全年数据.csv": "市财政局,95\n" * 400_000}

SESSIONS: Mapping[str, Session] = {
    "G003": _refused(("check", "政策.guiju"), "政策.guiju"),
    "G006": Session(("check", "全年数据.csv"), _LARGE, frozenset(_LARGE)),
    "G008": Session(
        ("check", "政策.guiju", "--source", "实施意见.docx"),
        {"政策.guiju": OLD, "实施意见.docx": b"PK\x03\x04"},
        frozenset({"政策.guiju"}),
    ),
    "G803": _refused(_RUN, "数据"),
    "G806": _refused(_RUN, "评分.csv"),
    "G861": _mapped("原名,新名\n得分,评价分\n"),
    "G862": _mapped("种类,原名,新名\n栏目,得分,评价分\n"),
    "G863": _mapped("种类,原名,新名\n列,得份,评价分\n"),
    "G864": _mapped("种类,原名,新名\n列,得分,评价分\n列,得分,评价分\n"),
    "G865": Session(
        ("compare", "2009.json", "2010.json"),
        {"2009.json": _SAVED, "2010.json": '{"单位": "市财政局"}\n'},
    ),
}
