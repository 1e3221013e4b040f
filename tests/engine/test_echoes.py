"""One slip is one finding: what only repeats another is not said, and what does not is."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source

SOUND = (Path(__file__).parents[1] / "officers" / "00-sound.guiju").read_text(encoding="utf-8")
CASES = {
    "another word for 逐行": ([("逐行：表彰申报", "每行：表彰申报")], ["G202"]),
    "逐行 lost, the formula names the table": ([("  逐行：表彰申报\n", "")], ["G204"]),
    "a digit in a name that is a column": (
        [("环节 招商引资（35％）", "环节 招商引资2（35％）")],
        ["G115"],
    ),
    "a row pasted from a table": (
        [
            (
                "  环节 招商引资（35％） { 取自：日常得分；负责：县统计局 }\n",
                "  招商引资\t35％\t日常得分\t县统计局\n",
            )
        ],
        ["G116"],
    ),
    "a weight among the properties": (
        [("环节 招商引资（35％） { ", "环节 招商引资 { 权重：35％；")],
        ["G202"],
    ),
    "a weight nowhere": ([("环节 招商引资（35％） { ", "环节 招商引资 { ")], ["G320"]),
    "weights that fall short": ([("（35％）", "（30％）")], ["G402"]),
    "another column, and a digit elsewhere": (
        [("环节 招商引资（35％）", "环节 招商银资（35％）"), ("机构 县考核办 ", "机构 县考核办1 ")],
        ["G115", "G316"],
    ),
}


@pytest.mark.parametrize(("edits", "codes"), CASES.values(), ids=CASES)
def test_what_is_said(edits: list[tuple[str, str]], codes: list[str]) -> None:
    text = SOUND
    for right, wrong in edits:
        assert right in text
        text = text.replace(right, wrong)
    found = check(Source("", text)).diagnostics
    said = {one.code.id for one in found if one.severity is not Severity.NOTE}
    assert said >= set(codes)
    assert said - {"G208"} == set(codes), said
