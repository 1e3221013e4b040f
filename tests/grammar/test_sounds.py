"""Names typed by their sound: the word meant is offered, and the readings are loaded only then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from guiju.grammar.looks import mistaken
from guiju.grammar.sounds import NEAR, SAME, alike
from guiju.grammar.suggest import nearest
from hypothesis import given
from hypothesis import strategies as st

KNOWN = ("权重", "否决", "评议组", "环节", "市监察局", "检查", "市长", "副市长", "流程", "宁江区")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("权种", "权重"),
        ("全重", "权重"),
        ("否绝", "否决"),
        ("缶决", "否决"),
        ("评义组", "评议组"),
        ("平义组", "评议组"),
        ("环结", "环节"),
        ("还结", "环节"),
        ("市检茶局", "市监察局"),
        ("是减查局", "市监察局"),
        ("见查", "检查"),
        ("牛成", "流程"),
        ("林将区", "宁江区"),
    ],
)
def test_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == (meant,)


@pytest.mark.parametrize("typed", ["县长", "甲", "权", "全", "quanzhong"])
def test_silent_where_the_sound_says_nothing(typed: str) -> None:
    assert nearest(typed, KNOWN) == ()


def test_the_same_sound_comes_before_a_near_one() -> None:
    assert alike("全众", "权重") == SAME < alike("全总", "权重") == NEAR < 1
    assert nearest("资治", ["织制", "姿制", "知致"]) == ("姿制", "知致", "织制")
    assert alike("长", "常") == 1.0


def test_among_several_that_look_alike_the_one_that_sounds_alike_is_meant() -> None:
    assert nearest("分植", ["分段", "分组", "分值"]) == ("分值",)
    assert nearest("分植", ["分段", "分组"]) == ("分段", "分组")


@given(st.text("权全重众否决长", max_size=4), st.text("权全重众否决长", max_size=4))
def test_sounding_alike_is_mutual(word: str, other: str) -> None:
    assert alike(word, other) == alike(other, word)


SCRIPT = """
import sys
from guiju.cli.main import run
try:
    code = run(["check", sys.argv[1]])
finally:
    print(code, "pypinyin" in sys.modules)
"""


@pytest.mark.parametrize(
    ("slip", "loaded"),
    [
        (("", ""), False),
        (("提出：市信访局", "提出：是新房具"), True),
        (("满分：100分", "满份：100分"), False),
    ],
    ids=["none", "by sound", "by looks"],
)
def test_readings_are_loaded_only_for_a_name_that_looks_like_none(
    slip: tuple[str, str], loaded: bool, tmp_path: Path
) -> None:
    from support.policy import founding_text

    path = tmp_path / "a.guiju"
    path.write_text(founding_text().replace(*slip, 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[-1] == str(loaded)


@pytest.mark.parametrize(
    ("typed", "meant"), [("坏节", "环节"), ("年未", "年末"), ("士地", "土地"), ("目期", "日期")]
)
def test_characters_of_the_same_look(typed: str, meant: str) -> None:
    assert nearest(typed, ["环节", "年末", "土地", "日期", "市长"]) == (meant,)
    assert mistaken(typed, meant) == (typed[0], meant[0]) or mistaken(typed, meant) == ("未", "末")


def test_a_difference_that_can_be_seen_is_not_pointed_at() -> None:
    assert mistaken("权种", "权重") is None
    assert mistaken("年末", "年末评估") is None
