"""How changes are worded: classes, acts, aspects, and numbers with their differences."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ...grammar.diagnostics import Text
from ...grammar.vocabulary import BLOCKS, PROPERTIES
from ...grammar.words import ValueKind
from ..diff.changes import Act, Change, ChangeClass, Direction, Shift
from .amounts import amount_text, change_text, move_text
from .words import Wording

CLASSES: dict[ChangeClass, Text] = {
    ChangeClass.STRUCTURE: Text("结构", "structure"),
    ChangeClass.RULE: Text("规则", "rule"),
    ChangeClass.PARAMETER: Text("参数", "parameter"),
    ChangeClass.ACTOR: Text("主体程序", "actor or procedure"),
    ChangeClass.PROVENANCE: Text("依据", "provenance"),
    ChangeClass.RENUMBERED: Text("条号", "renumbered"),
    ChangeClass.WORDING: Text("文字", "wording"),
}
ACTS: dict[Act, Text] = {
    Act.CHANGED: Text("", ""),
    Act.ADDED: Text("新增", "added: "),
    Act.REMOVED: Text("删去", "removed: "),
    Act.RENAMED: Text("改名", "renamed: "),
    Act.MOVED: Text("移动", "moved: "),
    Act.SPLIT: Text("拆分", "split: "),
    Act.MERGED: Text("合并", "merged: "),
    Act.REORDERED: Text("调整次序", "reordered: "),
}
DIRECTIONS: dict[Direction, Text] = {
    Direction.TIGHTENS: Text("收紧", "tightens"),
    Direction.LOOSENS: Text("放宽", "loosens"),
}
_ASPECTS: dict[str, Text] = {
    "title": Text("标题", "title"),
    "provenance": Text("依据说明", "grounds"),
    "take": Text("取值", "value"),
    "when": Text("条件", "condition"),
    "order": Text("次序", "order"),
    "kind": Text("类别", "kind"),
    "source": Text("条文编号", "clause number"),
}
#: Kinds whose name says nothing without the block they stand in.
_NAMELESS = ("case", "otherwise", "columns")
#: Values in which a figure stands among other words, so that it is named before its difference.
_FORMULAS = (ValueKind.FORMULA, ValueKind.CONDITION)


def class_word(kind: ChangeClass, word: Wording) -> str:
    """The name of a class."""
    return CLASSES[kind].of(word.language)


def headline(change: Change, word: Wording, *, whole: bool = False) -> str:
    """What was done to what: ``新增指标“安全生产”``, ``环节“定期调度”的权重``. Unless the ``whole``
    is wanted, an outermost block is not named again under its own heading."""
    language, title = word.language, change.place.path[-1]
    block = word(f"{word.kind(change.block)}“{title}”", f"{word.kind(change.block)} “{title}”")
    act = ACTS[change.act].of(language)
    aspect = aspect_word(change, word)
    if whole and change.block in _NAMELESS and change.heading:
        # “其余” by itself would be read as the rest of all.
        block = word(f"“{change.heading}”的{block}", f"{block} of “{change.heading}”")
    if not aspect or change.act is Act.REORDERED:
        return act + block
    if len(change.place.path) == 1 and not whole:
        return act + aspect
    if change.block == "columns" and change.own and not whole:
        return act + aspect
    if act:
        return word(f"{block}{act}{aspect}", f"{act}{block}, {aspect}")
    return word(f"{block}的{aspect}", f"{block}, {aspect}")


def aspect_word(change: Change, word: Wording) -> str:
    """The property concerned, in words."""
    if change.aspect is None:
        return ""
    if change.own:
        name = f"“{change.aspect}”"
        return word(f"列{name}", f"column {name}") if _has_columns(change.block) else name
    if change.aspect == "amount":
        percent = "%" in change.place.words or "％" in change.place.words
        return word("权重", "weight") if percent else word("分值", "points")
    if change.aspect in _ASPECTS:
        return _ASPECTS[change.aspect].of(word.language)
    known = PROPERTIES[change.aspect]
    return word(known.zh, known.en.replace("_", " "))


def _has_columns(block: str) -> bool:
    """Whether the entries of a kind of block are columns of data or of results."""
    return BLOCKS[block].entries is ValueKind.COLUMN_TYPE or block == "export"


def difference_text(change: Change, word: Wording, *, named: bool = False) -> str:
    """By how much, and in which direction; several figures that change alike are said once. Those
    of a long formula are ``named``."""
    inside = named and _in_a_formula(change)
    said = list(dict.fromkeys(shift_text(shift, word, inside=inside) for shift in change.shifts))
    if len(said) == 1 < len(change.shifts):
        said = [word(f"均{said[0]}", f"{said[0]} each")]
    if change.direction is not None:
        said.append(DIRECTIONS[change.direction].of(word.language))
    return word("，", ", ").join(said)


def _in_a_formula(change: Change) -> bool:
    """Whether the figures that changed stand in a formula or condition."""
    if change.own or change.aspect not in PROPERTIES:
        return False
    return PROPERTIES[change.aspect].value in _FORMULAS


def shift_text(shift: Shift, word: Wording, *, inside: bool = False) -> str:
    """A difference with its unit; days are said as earlier or later. What stands ``inside`` a
    formula is named: ``20分 → 15分（-5分）``."""
    if shift.unit == "day":
        return _days_text(shift, word)
    if inside:
        return move_text(shift.old, shift.new, shift.unit, word)
    return change_text(shift.difference, shift.unit, word)


def _days_text(shift: Shift, word: Wording) -> str:
    """How much later or earlier a day is: in whole years where it is the same day of another."""
    old, new = (date.fromordinal(int(number)) for number in (shift.old, shift.new))
    whole = (old.month, old.day) == (new.month, new.day)
    count, unit = (new.year - old.year, "年") if whole else (shift.difference, "day")
    by = amount_text(abs(Fraction(count)), unit, word)
    if shift.difference > 0:
        return word(f"推迟{by}", f"{by} later")
    return word(f"提前{by}", f"{by} earlier")
