"""G840-G849: units against the register, keys, groups that must not repeat, rows that belong
nowhere."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import code

_GOOD = "# 主键：单位\n单位,得分\n市财政局,95\n市教育局,90"

UNKNOWN_UNIT = code(
    "G840",
    Severity.ERROR,
    (
        "{where}“{column}”写的“{found}”不在名册里",
        "“{found}” for “{column}” in {where} is not in the register",
    ),
    what=("单位名称与名册对不上。", "The name of the unit is not in the register."),
    why=(
        "这一行的分数会落空，或落到别的单位头上。",
        "The row's scores would be lost, or go to another unit.",
    ),
    mend=(
        "按名册改单位名称；合计行请删去。数据本来就含不评估的单位的，"
        "在政策里单位那一列写：单位，名册外不计。",
        "Write the name as in the register; delete rows of totals. Where the data cover units that "
        "are not evaluated, the unit column of the policy says: unit, outsiders_left_out.",
    ),
    bad="# 主键：单位\n单位,得分\n市财证局,95\n市教育局,90\n市财政局,95",
    good=_GOOD,
    hint=(
        "{suggestion}（本来就不评估的，在政策里给“{column}”这一列写上：名册外不计）",
        "{suggestion} (if it is not evaluated, write for column “{column}” of the policy: "
        "outsiders_left_out)",
    ),
)
UNIT_TWICE = code(
    "G841",
    Severity.ERROR,
    (
        "{where}又出现了“{found}”，“{table}”每个单位只能有一行",
        "“{found}” again in {where}; “{table}” has one row for each unit",
    ),
    what=("同一个单位有两行。", "One unit has two rows."),
    why=(
        "两行都可能是对的，不能随便取一行。",
        "Either row may be right; none may be picked at random.",
    ),
    mend=("删去或合并其中一行。", "Delete or merge one of them."),
    bad="# 主键：单位\n单位,得分\n市财政局,95\n市财政局,96\n市教育局,90",
    good=_GOOD,
    hint=("另一处在第{first}行", "the other is in row {first}"),
)
KEY_TWICE = code(
    "G842",
    Severity.ERROR,
    (
        "{where}的{columns}“{found}”与第{first}行重复",
        "{columns} “{found}” in {where} repeats row {first}",
    ),
    what=("主键相同的两行。", "Two rows have the same key."),
    why=("同一件事会算两次。", "One matter would count twice."),
    mend=("删去重复的一行，或改正主键。", "Delete the repeated row, or correct its key."),
    bad="# 主键：单位、序号\n单位,序号\n市财政局,1\n市财政局,1\n市教育局,1",
    good="# 主键：单位、序号\n单位,序号\n市财政局,1\n市财政局,2\n市教育局,1",
)
GROUP_TWICE = code(
    "G843",
    Severity.ERROR,
    (
        "{where}的{columns}“{found}”与第{first}行相同，应当唯一",
        "{columns} “{found}” in {where} equals row {first}; it must be unique",
    ),
    what=(
        "政策要求唯一的几列出现了相同的内容。",
        "Columns that must be unique hold the same twice.",
    ),
    why=("例如同一位领导的排名不得并列。", "One rater, for example, must not give a rank twice."),
    mend=(
        "核对后改正其中一行；没有填的不算相同。",
        "Correct one of the rows; blanks do not count.",
    ),
    bad="# 唯一：评价人、名次\n评价人,单位,名次\n市长,市财政局,1\n市长,市教育局,1",
    good="# 唯一：评价人、名次\n评价人,单位,名次\n市长,市财政局,1\n市长,市教育局,2",
)
UNIT_MISSING = code(
    "G844",
    Severity.ERROR,
    ("“{table}”{part}缺{units}这一行", "“{table}”{part} has no row for {units}"),
    what=(
        "名册里的单位在每单位一行的表里没有出现。",
        "A unit of the register has no row where each must have one.",
    ),
    why=(
        "没有成绩不等于零分，要补报或说明。",
        "No score is not zero; it must be supplied or explained.",
    ),
    mend=("补上这一行；不评的格子留空。", "Add the row; leave blank what is not evaluated."),
    bad="# 主键：单位\n单位,得分\n市财政局,95",
    good=_GOOD,
)
NO_UNITS = code(
    "G845",
    Severity.ERROR,
    ("名册“{table}”里一个单位也没有", "register “{table}” holds no unit"),
    what=("名册没有任何单位。", "The register holds no unit at all."),
    why=("不知道评谁。", "Nothing says who is evaluated."),
    mend=("补上单位。", "Add the units."),
    bad="# 名册\n单位\n",
    good="# 名册\n单位\n市财政局\n市教育局",
)
NO_OWNER_ROW = code(
    "G846",
    Severity.ERROR,
    (
        "{where}的“{found}”在“{owner}”里没有对应的一行",
        "“{found}” in {where} has no row in “{owner}”",
    ),
    what=(
        "这一行归属的那一行不存在：主键对不上。",
        "The row that this one belongs to does not exist: its key matches none.",
    ),
    why=("它的内容会落空，算不到谁头上。", "What it says would count for nobody."),
    mend=(
        "改正这几列，或在所归属的表里补上那一行。",
        "Correct these columns, or add the row to the table it belongs to.",
    ),
    bad="# 归属：年度表\n单位,年度\n市财政局,2022",
    good="# 归属：年度表\n单位,年度\n市财政局,2023",
    hint=("按{columns}对照“{owner}”", "compare with the key of “{owner}”: {columns}"),
)

FORMER_TAKEN = code(
    "G847",
    Severity.ERROR,
    (
        "{where}“{column}”写的“{found}”{read}，不能又是别的单位的原名",
        "“{found}” for “{column}” in {where} {read}; it cannot be another’s earlier name",
    ),
    what=(
        "一个原名对应两个单位，或者现在仍是一个单位的名称。",
        "An earlier name is claimed by two units, or is the name of a unit today.",
    ),
    why=(
        "写着这个名称的行不知道归哪个单位。",
        "A row under that name could belong to either.",
    ),
    mend=(
        "只在接续它的那个单位写原名。",
        "Write it only for the unit that takes over.",
    ),
    bad="# 名册，原名\n单位,原名称\n市财政局,\n市教育局,市财政局",
    good="# 名册，原名\n单位,原名称\n市财政局,\n市教育局,市教委",
)
NO_BAND = code(
    "G848",
    Severity.ERROR,
    (
        "{where}“{column}”的“{found}”不在“{derived}”的任何一段（{what}）里",
        "“{found}” for “{column}” in {where} lies in none of the ranges of “{derived}”: {what}",
    ),
    what=(
        "这一列由另一列分段得出，那一列的数不在任何一段里。",
        "The column comes of the ranges of another one, and its figure lies in none of them.",
    ),
    why=(
        "不知道这一行归在哪里，就不能算进去。",
        "It is not known where the row belongs, so it cannot count.",
    ),
    mend=(
        "核对这个数；数没有错的，在政策的分段里补上它所在的一段。",
        "Check the figure; if it is right, the ranges of the policy lack one that holds it.",
    ),
    bad="# 季度：季度段（月份）\n单位,月份\n市财政局,13",
    good="# 季度：季度段（月份）\n单位,月份\n市财政局,12",
)

ALL = (
    UNKNOWN_UNIT,
    UNIT_TWICE,
    KEY_TWICE,
    GROUP_TWICE,
    UNIT_MISSING,
    NO_UNITS,
    NO_OWNER_ROW,
    FORMER_TAKEN,
    NO_BAND,
)
