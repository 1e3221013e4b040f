"""What officers give by mistake: files exchanged, missing, spoiled, of another kind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from diff.conftest import Ran
from diff.pairs import PAIRS
from guiju.cli.exits import Exit
from support.policy import edited

SONGYUAN, TOWNSHIPS = PAIRS
OLD, NEW = SONGYUAN.policies
OLD_DATA, NEW_DATA = SONGYUAN.data
BAD = ("环节 民主评估（15％）", "环节 民主评估（13％）")


def copied(source: str, name: str) -> Path:
    """A data folder to spoil."""
    return Path(shutil.copytree(source, name))


# ── data ──


def test_data_given_in_the_wrong_order_are_recognised(ran: Ran) -> None:
    argv = ("diff", OLD, NEW, "--data", NEW_DATA, "--data", OLD_DATA)
    code, out, _ = ran(*argv)
    assert code == Exit.INVALID
    assert "各自合另一份政策" in out
    assert "错误 G" not in out, "what does not fit follows from the order"
    assert "处不同：结构 " in out, "the policies are compared all the same"
    found = json.loads(ran(*argv, "--format", "json")[1])
    assert found["exchanged"] is True
    assert "exchange them" in ran("--lang", "en", *argv)[1]


def test_data_that_fit_neither_policy(ran: Ran) -> None:
    code, out, _ = ran("diff", OLD, NEW, "--data", TOWNSHIPS.data[0])
    assert code == Exit.USAGE
    assert out.count("“单位名册.xlsx”不在数据文件夹里") == 1
    assert "2010.guiju 用这些数据也核算不出结果" in out


@pytest.mark.parametrize("name", ["没有", "单位.csv"])
def test_no_data_folder_is_said_once_for_both_policies(ran: Ran, name: str) -> None:
    Path("单位.csv").write_text("单位\n甲\n", encoding="utf-8")
    code, out, _ = ran("diff", OLD, NEW, "--data", name)
    assert code == Exit.USAGE
    assert out.count("改法：") == 1
    assert "2009.guiju、" in out


def test_one_file_missing_is_told_of_the_policy_whose_data_they_are(ran: Ran) -> None:
    folder = copied(NEW_DATA, "数据")
    (folder / "领导评价.csv").unlink()
    code, out, _ = ran("diff", OLD, NEW, "--data", "数据")
    assert code == Exit.INVALID
    assert "“领导评价.csv”不在数据文件夹里" in out
    assert "应在0至2之间" not in out, "what the old policy makes of new data is only counted"
    assert "处错误；用 guiju evaluate 查看" in out


def test_each_of_two_folders_tells_its_own_trouble(ran: Ran) -> None:
    (copied(OLD_DATA, "旧") / "日常评估.csv").unlink()
    (copied(NEW_DATA, "新") / "单位名册.xlsx").write_bytes(b"PK\x03\x04 spoiled")
    code, out, _ = ran("diff", OLD, NEW, "--data", "旧", "--data", "新")
    assert code == Exit.INVALID
    assert "“日常评估.csv”不在数据文件夹里" in out
    assert "“单位名册.xlsx”已损坏" in out
    assert "也核算不出" not in out


def test_old_data_alone_say_what_else_was_tried(ran: Ran) -> None:
    code, out, _ = ran("diff", OLD, NEW, "--data", OLD_DATA)
    assert code == Exit.INVALID
    assert "改按这份数据的年度和数据表也不行" in out
    assert "里没有工作表“服务对象测评”" in out


# ── names ──


def test_a_table_of_names_may_be_a_workbook(ran: Ran) -> None:
    for year, policy, data in zip(SONGYUAN.years, SONGYUAN.policies, SONGYUAN.data, strict=True):
        ran("evaluate", policy, data, "--output", f"{year}.json")
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["种类", "原名", "新名"], ["单位", "市经济委员会", "市工业和信息化局"]):
        book.active.append(row)
    book.save("改名.xlsx")
    code, out, _ = ran("compare", "2009.json", "2010.json", "--map", "改名.xlsx")
    assert code == Exit.FINDINGS
    assert "市工业和信息化局原为市经济委员会" in out


def test_all_mistakes_of_a_table_of_names_are_told_at_once(ran: Ran) -> None:
    text = "种类,原名,新名\n列,没有的列,会风\n什么,甲,乙\n列,会风文风,文风会风\n"
    Path("改名.csv").write_text(text, encoding="utf-8")
    code, out, _ = ran("diff", OLD, NEW, "--map", "改名.csv", "--format", "json")
    assert code == Exit.INVALID
    assert sorted(one["code"] for one in json.loads(out)) == ["G862", "G863", "G863"]


@pytest.mark.parametrize(
    ("argv", "advice"),
    [
        (("diff", OLD, NEW, "--map", "没有.csv"), "核对文件名和所在文件夹"),
        (("diff", OLD, NEW, "--map", OLD_DATA), "写出文件夹里的那个文件"),
        (("compare", "没有.json", "没有.json"), "核对文件名和所在文件夹"),
        (("compare", OLD_DATA, OLD_DATA), "写出文件夹里的那个文件"),
    ],
)
def test_a_file_that_is_not_there_is_not_called_locked(
    ran: Ran, argv: tuple[str, ...], advice: str
) -> None:
    code, out, _ = ran(*argv)
    assert code == Exit.USAGE
    assert advice in out
    assert "关掉" not in out


# ── where to write ──


@pytest.mark.parametrize(
    ("name", "said"), [("没有/比较.html", "没有文件夹“没有”"), ("夹", "“夹”是文件夹")]
)
def test_a_place_that_cannot_be_written_to_is_refused_first(ran: Ran, name: str, said: str) -> None:
    Path("夹").mkdir()
    for argv in (("diff", OLD, NEW), ("history", OLD), ("evaluate", OLD, OLD_DATA)):
        code, out, err = ran(*argv, "--output", name)
        assert (code, out) == (Exit.USAGE, "")
        assert said in err


# ── history ──


@pytest.fixture
def series() -> Path:
    """A folder of three years of which one has an error."""
    folder = Path("历年")
    folder.mkdir()
    for year, edit in ((2009, ()), (2010, ()), (2011, (BAD,))):
        text = edited(("  年度：2009年", f"  年度：{year}年"), *edit)
        (folder / f"{year}.guiju").write_text(text, encoding="utf-8")
    return folder


def test_one_bad_policy_does_not_hide_the_others(ran: Ran, series: Path) -> None:
    code, out, _ = ran("history", str(series))
    assert code == Exit.INVALID
    assert "2009、2010；" in out
    assert out.index("没有列入（有错误，见下）：") < out.index("【等次界限】") < out.index("G402")
    assert "2011.guiju" in out


def test_what_is_read_by_programs_or_saved_is_whole_or_not_at_all(ran: Ran, series: Path) -> None:
    code, out, _ = ran("history", str(series), "--format", "json", "--output", "沿革.html")
    assert code == Exit.INVALID
    assert {one["code"] for one in json.loads(out)} == {"G402"}
    assert not Path("沿革.html").exists()


def test_two_policies_of_one_year_are_told_apart_by_their_files(ran: Ran) -> None:
    for name in ("甲.guiju", "乙.guiju"):
        Path(name).write_text(edited(), encoding="utf-8")
    assert "2009 乙.guiju、2009 甲.guiju；" in ran("history", "甲.guiju", "乙.guiju")[1]
