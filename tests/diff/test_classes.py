"""Each class of change, on edits of the founding policy that an officer would make."""

from __future__ import annotations

from fractions import Fraction

import pytest
from diff.comparing import compared, in_short, kinds, of_class, only
from guiju.engine.diff.changes import Act, ChangeClass, Direction
from support.policy import edited, founding_text

TIGHTENS, LOOSENS = Direction.TIGHTENS, Direction.LOOSENS


def test_weights_moved_between_two_stages() -> None:
    found = compared(
        edited(
            ("环节 民主评估（15％）", "环节 民主评估（13％）"),
            ("环节 重点工作目标评估（36％）", "环节 重点工作目标评估（38％）"),
        )
    )
    assert kinds(found) == [("parameter", "changed")] * 2
    assert [change.shifts[0].difference for change in found.changes] == [-2, 2]
    assert found.changes[0].place.path == ("年度绩效评估", "年终评估", "民主评估")
    assert found.changes[0].place.clauses == ("四（三）3",)


@pytest.mark.parametrize(
    ("old", "new", "difference", "direction"),
    [
        ("  封顶：5分", "  封顶：4.5分", Fraction(-1, 2), TIGHTENS),
        ("  封顶：5分", "  封顶：6分", Fraction(1), LOOSENS),
        ("  上等：95分", "  上等：97分", Fraction(2), None),
        ("优秀：90分以上", "优秀：92分以上", Fraction(2), TIGHTENS),
        ("优秀：90分以上", "优秀：88分以上", Fraction(-2), LOOSENS),
        ("优秀：90分以上", "优秀：超过90分", None, TIGHTENS),
        ("较差：低于60分", "较差：低于65分", Fraction(5), TIGHTENS),
        ("  优秀：20％", "  优秀：18％", Fraction(-2), TIGHTENS),
        ("截止：10月30日", "截止：9月30日", Fraction(-30), TIGHTENS),
        ("截止：10月30日", "截止：11月末", Fraction(31), LOOSENS),
        ("（加分后得分，2位）", "（加分后得分，1位）", Fraction(-1), None),
        ("  降低：1级", "  降低：2级", Fraction(1), TIGHTENS),
        ("  累计：至多1级", "  累计：至多2级", Fraction(1), TIGHTENS),
        ("  次序：由高到低", "  次序：由低到高", None, None),
        ("  最低：较差", "  最低：一般", None, None),
        ("  年度：2009年", "  年度：2010年", Fraction(1), None),
        ("评议组 机关测评（40％）", "评议组 机关测评（45％）", Fraction(5), None),
    ],
)
def test_parameters(
    old: str, new: str, difference: Fraction | None, direction: Direction | None
) -> None:
    change = only(compared(edited((old, new))))
    assert (change.kind, change.act) == (ChangeClass.PARAMETER, Act.CHANGED)
    assert change.direction is direction
    assert [shift.difference for shift in change.shifts] == (
        [] if difference is None else [difference]
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "act"),
    [
        ("四舍五入（加分后得分，2位）", "舍去（加分后得分，2位）", "rule", "changed"),
        ("折算：得分 ÷ 满分 × 权重", "折算：得分 × 权重", "rule", "changed"),
        ("  裁量：市绩效评估委员会\n", "", "rule", "removed"),
        ("  封顶：5分\n", "", "rule", "removed"),
        ("  要求：评估组评分 ≤ 分值", "  要求：评估组评分 ＜ 分值", "rule", "changed"),
        ("  则：通报批评、限期整改、", "  则：限期整改、", "rule", "changed"),
        ("  初审：市绩效办", "  初审：市委组织部", "actor", "changed"),
        ("  方式：听、查、看、访", "  方式：听、看、访", "actor", "changed"),
        ("  责任：市绩效评估委员会\n", "  责任：市绩效办\n", "actor", "changed"),
        ("“关于做好2009年政府绩效评估工作的意见”", "“关于政府绩效评估的意见”", "wording", "changed"),
        ("  宗旨：“指标体系科学合理，", "  宗旨：“指标科学合理，", "wording", "changed"),
        ("“A33 同分同名次，", "“A33 分数相同的同名次，", "wording", "changed"),
        ("“四舍五入到整数”", "“取整数”", "wording", "changed"),
        ("（松政发〔2009〕6号）", "（松政发〔2010〕1号）", "provenance", "changed"),
        ("推定：“G1 原文缺", "取义：“G1 原文缺", "provenance", "changed"),
        ("排名 组内名次 {\n  出处：“四（四）”", "排名 组内名次 {\n  出处：“四（五）”", "renumbered", "changed"),
        ("  省级：2分\n", "", "structure", "removed"),
        ("工作评比排名靠前、", "", "structure", "changed"),
        ("机构 市纪检委 { 出处：“四（四）”；职责：“奖励对象名单报审前提出意见” }\n", "", "structure", "removed"),
    ],
)  # fmt: skip
def test_other_classes(old: str, new: str, kind: str, act: str) -> None:
    assert kinds(compared(edited((old, new)))) == [(kind, act)]


def test_a_veto_made_mandatory_for_one_event() -> None:
    found = compared(
        edited(
            ("  裁量：市绩效评估委员会\n", ""),
            ("  生效：委员会决定 = 降低\n", "  生效：情形 = 重大失误 或 委员会决定 = 降低\n"),
        )
    )
    assert kinds(found) == [("rule", "removed"), ("rule", "changed")]
    assert found.changes[0].direction is TIGHTENS


def test_a_veto_added_or_removed_has_a_direction() -> None:
    veto = "否决 另一项 {\n  出处：“九”\n  等次：拟定等次\n}\n"
    text = edited(("# ── 五、结果怎么用 ──", veto))
    assert only(compared(text)).direction is TIGHTENS
    assert only(compared(edited(), text)).direction is LOOSENS


def test_a_reading_replaced_by_a_stated_rule() -> None:
    change = only(
        compared(
            edited(
                (
                    "  取义：并列（“A33 同分同名次，其后名次空出”）\n",
                    "",
                )
            )
        )
    )
    assert (change.kind, change.aspect) == (ChangeClass.PROVENANCE, "provenance")
    assert change.old is not None and "取义" in change.old.words


def test_an_indicator_split() -> None:
    found = compared(
        edited(
            (
                "    指标 能力建设（1分） { 提出：市人事局；评分：市人事局 }",
                "    指标 干部能力（0.6分） { 提出：市人事局；评分：市人事局 }\n"
                "    指标 机关能力（0.4分） { 提出：市人事局；评分：市人事局 }",
            )
        )
    )
    change = only(found)
    assert change.act is Act.SPLIT
    assert change.old is not None and change.new is not None
    assert change.old.words == "指标 能力建设（1分）"
    assert change.new.words == "指标 干部能力（0.6分）、指标 机关能力（0.4分）"


def test_a_split_that_leaves_the_rest_under_the_old_name() -> None:
    """Some items of an indicator become one of their own; its points go down by theirs."""
    found = compared(
        edited(
            (
                "    指标 廉政和政风建设（3分） {\n      提出：市监察局、市审计局、市政府办公室\n",
                "    指标 廉政和政风建设（2分） {\n      提出：市监察局、市审计局、市政府办公室\n",
            ),
            (
                "      细项 会风文风（1分） { 评分：市政府办公室 }\n    }\n",
                "    }\n    指标 机关作风（1分） {\n      提出：市监察局、市审计局、市政府办公室\n"
                "      细项 会风文风（1分） { 评分：市政府办公室 }\n    }\n",
            ),
        )
    )
    assert only(found).act is Act.SPLIT


def test_items_merged() -> None:
    found = compared(
        edited(
            (
                "      细项 遵纪守法（2分） { 评分：市监察局 }\n      细项 专项资金使用（2分） { 评分：市审计局 }\n",
                "      细项 遵纪守法和资金使用（4分） { 评分：市监察局 }\n",
            )
        )
    )
    assert kinds(found) == [("structure", "merged"), ("actor", "changed")]


def test_points_without_a_sign_of_each_other_are_no_split() -> None:
    """Points that happen to add up prove nothing by themselves."""
    found = compared(
        edited(
            (
                "    指标 能力建设（1分） { 提出：市人事局；评分：市人事局 }",
                "    指标 消防（0.6分） { 评分：市安监局 }\n    指标 普查（0.4分） { 评分：市统计局 }",
            )
        )
    )
    acts = {change.act for change in found.changes}
    assert acts == {Act.ADDED, Act.REMOVED}


def test_a_declared_former_name_beats_every_other_sign() -> None:
    new = "    指标 消防（7分） { 原名：能力建设；评分：市安监局 }"
    found = compared(edited(("    指标 能力建设（1分） { 提出：市人事局；评分：市人事局 }", new)))
    assert found.changes[0].act is Act.RENAMED
    assert Act.ADDED not in {change.act for change in found.changes}
    assert [c.kind for c in found.changes if c.aspect == "amount"] == [ChangeClass.PARAMETER]


def test_declared_former_names_merge_whatever_the_points() -> None:
    found = compared(
        edited(
            (
                "      细项 信访（2分） { 评分：市信访局 }\n      细项 议案提案（2分） { 评分：市政府办公室 }\n",
                "      细项 群众工作（3分） { 原名：信访、议案提案；评分：市信访局 }\n",
            )
        )
    )
    assert found.changes[0].act is Act.MERGED


def test_an_item_moved_to_another_indicator() -> None:
    item = "      细项 信访（1分） { 评分：市信访局 }\n"
    found = compared(
        edited(
            (item, ""),
            ("      细项 依法行政（1分） {", item + "      细项 依法行政（1分） {"),
        )
    )
    change = only(found)
    assert change.act is Act.MOVED
    assert change.old is not None and change.new is not None
    assert (change.old.path[-2], change.new.path[-2]) == ("责任政府建设", "法制政府建设")


def test_a_renamed_indicator_keeps_its_items_and_its_references() -> None:
    found = compared(
        edited(
            ("环节 年终评估（91％）", "环节 年末考核（91％）"),
            ("取值 名次折分 {", "取值 排名得分 {"),
            ("其余 分管部门排名 { 取：名次折分 }", "其余 分管部门排名 { 取：排名得分 }"),
        )
    )
    assert [(change.act, change.place.path[-1]) for change in found.changes] == [
        (Act.RENAMED, "排名得分"),
        (Act.RENAMED, "年末考核"),
    ]


def test_a_grade_renamed_everywhere_is_a_rename_and_nothing_else() -> None:
    text = edited().replace("较差", "不合格")
    found = compared(text)
    told = [change for change in found.changes if change.kind is not ChangeClass.WORDING]
    assert {change.act for change in told} == {Act.RENAMED}
    assert {change.block for change in told} == {"grades", "scale"}


def test_a_tier_renamed_with_the_choices_of_its_column() -> None:
    found = compared(
        edited(
            ("  省级：2分\n", "  省部级：2分\n"),
            ("级别：国家级、省级、市级", "级别：国家级、省部级、市级"),
        ).replace("级别：省级；", "级别：省部级；")
    )
    assert only(found).act is Act.RENAMED


def test_a_panel_added() -> None:
    panel = "      评议组 社会各界测评（60％）"
    text = edited(
        (panel, "      评议组 服务对象（10％） { 得分：票均（票面折分，机关测评票） }\n" + panel),
        ("评议组 机关测评（40％）", "评议组 机关测评（30％）"),
    )
    assert kinds(compared(text)) == [("parameter", "changed"), ("structure", "added")]


def test_what_stands_inside_a_removed_block_goes_without_saying() -> None:
    start = edited().index("    指标 责任政府建设（3分）")
    end = edited().index("    指标 法制政府建设（2分）")
    change = only(compared(edited()[:start] + edited()[end:]))
    assert (change.act, change.place.path[-1]) == (Act.REMOVED, "责任政府建设")


def test_another_series() -> None:
    found = compared(edited(("政策 松原绩效评估 ", "政策 松原目标考核 ")))
    assert not found.one_series
    assert only(found).act is Act.RENAMED


def test_a_change_of_width_inside_a_text_is_none() -> None:
    assert compared(edited(("“A33 同分同名次，", "“Ａ33  同分同名次,"))).changes == ()


def test_counts_by_class() -> None:
    found = compared(edited(("  封顶：5分", "  封顶：4分"), ("  降低：1级", "  降低：2级")))
    assert found.counts == {ChangeClass.PARAMETER: 2}
    assert len(of_class(found, ChangeClass.PARAMETER)) == 2
    assert in_short(found.changes[0]) == "parameter changed bonus cap: 5分 → 4分"


def test_a_further_word_for_none_is_a_change_of_the_column_and_their_order_is_not() -> None:
    column = "    实地踏查：分，0分至100分，可空"
    assert founding_text().count(column) == 1
    one, two, turned = (
        founding_text().replace(column, column + words)
        for words in ("（“未查”）", "（“未查”、“免查”）", "（“免查”、“未查”）")
    )
    assert only(compared(two, one)).block == "columns"
    assert only(compared(one)).block == "columns"
    assert compared(turned, two).changes == ()
