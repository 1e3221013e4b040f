"""Nothing written is passed over: small policies whose mistake would else have had no effect, or
would have stopped a later stage."""

from __future__ import annotations

import pytest
from guiju.engine.pipeline import check
from guiju.engine.semantics.codes.frames import FRAME, GRADED
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source

_BONUS = "加分 甲 { 出处：“一”；逐行：加分申报；%s }\n结果表 { 甲：甲 }"
_TABLE = "数据表 丙 { 出处：“一”；文件：“丙.csv”；%s }"
_SHOWN = "\n结果表 { 甲：丙.甲 }"
_SYSTEM = "体系 甲（100分） { 出处：“一”；适用：县区政府；目标 乙（100分） { %s } }"
_PROCESS = "评估 甲（100分） { 出处：“一”；折算：得分 ÷ 满分 × 权重；%s }"
_VETO = (
    "否决 甲 { 出处：“一”；等次：拟定等次；结果：最终；逐行：加分申报；"
    "生效：级别 = 国家级；最低：不合格；%s }"
)


def found(text: str, frame: str = FRAME) -> set[str]:
    findings = check(Source("小", frame.replace("{example}", text))).diagnostics
    return {one.code.id for one in findings if one.severity is not Severity.NOTE}


@pytest.mark.parametrize("frame", [FRAME, GRADED])
def test_the_frames_themselves_are_sound(frame: str) -> None:
    assert found("", frame) == set()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("取值 甲 { 出处：“一”；逐行：无此表；取：申报分 }\n结果表 { 甲：合计（甲） }", {"G208"}),
        ("取值 甲 { 出处：“一”；取：票均（加分申报，日常评估） }\n结果表 { 甲：甲 }", {"G310"}),
        (_BONUS % "取：申报分；同一：事项", {"G301"}),
        (_BONUS % "取：申报分；同一：取最高", {"G301"}),
        (_BONUS % "取：级别", {"G304"}),
        (_BONUS % "取：3人", {"G303"}),
        ("加分 甲 { 出处：“一” }\n结果表 { 甲：甲 }", {"G204"}),
        ("结果表 { 甲：公务员人数，1.5位 }", {"G301"}),
        ("结果表 { 甲：单位，1位 }", {"G304"}),
        ("结果表 { 甲：舍去（3.5，3分） }", {"G310"}),
        ("结果表 { }", {"G322"}),
        ("结果表 { 甲：类型 属于（3分） }", {"G306"}),
        ("结果表 { 甲：日常评估.基础工作 属于（1个至3个） }", {"G303"}),
        ("结果表 { 甲：日常评估.基础工作 属于（60－79分） }", set()),
        ("结果表 { 甲：日常评估.基础工作 属于（日常评估.定期调度 － 1分） }", set()),
        (_SYSTEM % "得分：乙.满分", {"G309"}),
        (_SYSTEM % "清单：加分申报", {"G204"}),
        (_SYSTEM % "取自：单位名册.公务员人数", {"G303"}),
        (_SYSTEM % "取自：单位名册.类型", {"G304"}),
        (_SYSTEM % "取自：加分申报.申报分", {"G307"}),
        (_SYSTEM % "取自：日常评估.基础工作.多", {"G208"}),
        (_SYSTEM % "取自：甲", {"G301"}),
        ("体系 甲（100分） { 出处：“一”；适用：县区政府 }", {"G312"}),
        (_PROCESS % "", {"G312"}),
        (_PROCESS % "环节 乙（100％） { 评议组 丙（100％） { } }", {"G312"}),
        (
            (_SYSTEM % "取自：日常评估.基础工作")
            + "\n"
            + (_SYSTEM % "取自：日常评估.基础工作").replace("体系 甲", "体系 又"),
            {"G207"},
        ),
        ("对照 档 { 出处：“一”；国家级：3分；省级：“二” }\n" + _BONUS % "取：档（级别）", {"G303"}),
        ("对照 档 { 出处：“一” }\n" + _BONUS % "取：档（级别）", {"G322"}),
        (
            "对照 档 { 出处：“一”；国家级：甲；省级：2分 }\n" + _BONUS % "取：档（级别）",
            {"G309"},
        ),
        (_TABLE % "", {"G322", "G702"}),
        (_TABLE % "列 { 单位：单位；又：单位 }" + "\n结果表 { 甲：计数（丙.单位） }", {"G315"}),
        (_TABLE % "列 { 甲：分 }" + "\n结果表 { 甲：合计（丙.甲） }", {"G318"}),
        (
            _TABLE % "主键：单位；列 { 单位：单位；甲：县、“乙” }" + "\n结果表 { 甲：丙.甲 }",
            {"G315"},
        ),
        (
            _TABLE % "主键：单位；工作表 一 { 单位：单位；甲：分 }；工作表 一 { 单位：单位 }"
            + _SHOWN,
            {"G207"},
        ),
        ("期限 甲 { 出处：“一”；截止：3月末；核对：加分申报.级别 }", {"G306"}),
        ("期限 甲 { 出处：“一”；截止：次年2月29日 }", {"G317"}),
        ("运用 甲 { 出处：“一”；适用：县区政府（乙）；则：整改 }", {"G301"}),
        ("等次 乙 { 出处：“一”；依据：公务员人数；甲：3分以上；丙：不足3分 }", {"G303"}),
    ],
)
def test_a_mistake_is_found_and_nothing_else_is(text: str, codes: set[str]) -> None:
    assert found(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (_VETO % "降低：1级", set()),
        (_VETO % "降低：1.5级", {"G301"}),
        (_VETO % "降低：1级；累计：不限", {"G301"}),
        ((_VETO % "降低：1级").replace("结果：最终", "结果：最终、最后"), {"G321"}),
        ((_VETO % "降低：1级").replace("结果：最终", "结果：拟定等次"), {"G207"}),
        ("结果表 { 甲：拟定等次.降等 }", {"G208"}),
        ("结果表 { 甲：拟定等次 ＞ 合格 }", {"G306"}),
        ("结果表 { 甲：拟定等次 = 类型 }", {"G306"}),
    ],
)
def test_mistakes_about_grades(text: str, codes: set[str]) -> None:
    assert found(text, GRADED) == codes
