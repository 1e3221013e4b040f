"""How changes are worded: classes, acts, aspects, and numbers with their differences."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.vocabulary import PROPERTIES
from ..diff.changes import Act, Change, ChangeClass, Direction, Shift
from ..explain.numbers import number_text, signed_text
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
    "provenance": Text("依据", "provenance"),
    "take": Text("取值", "value"),
    "when": Text("条件", "condition"),
    "order": Text("次序", "order"),
    "kind": Text("类别", "kind"),
    "source": Text("条文编号", "clause number"),
}
_UNITS: dict[str, Text] = {
    "%": Text("个百分点", " percentage points"),
    "分": Text("分", " points"),
    "day": Text("天", " days"),
    "个": Text("个", ""),
    "级": Text("级", " levels"),
    "位": Text("位", " places"),
    "年": Text("年", " years"),
}


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
    if not aspect or change.act is Act.REORDERED:
        return act + block
    if change.block == "columns" and change.own:
        return act + word(f"列{aspect}", f"column {aspect}")
    if len(change.place.path) == 1 and change.aspect != "title" and not whole:
        return act + aspect
    if act:
        return word(f"{block}{act}{aspect}", f"{act}{aspect} of {block}")
    return word(f"{block}的{aspect}", f"{aspect} of {block}")


def aspect_word(change: Change, word: Wording) -> str:
    """The property concerned, in words."""
    if change.aspect is None:
        return ""
    if change.own:
        return f"“{change.aspect}”"
    if change.aspect == "amount":
        percent = "%" in change.place.words or "％" in change.place.words
        return word("权重", "weight") if percent else word("分值", "points")
    if change.aspect in _ASPECTS:
        return _ASPECTS[change.aspect].of(word.language)
    known = PROPERTIES[change.aspect]
    return word(known.zh, known.en.replace("_", " "))


def difference_text(change: Change, word: Wording) -> str:
    """By how much, and in which direction."""
    parts = [shift_text(shift, word) for shift in change.shifts]
    if change.direction is not None:
        parts.append(DIRECTIONS[change.direction].of(word.language))
    return word("，", ", ").join(parts)


def shift_text(shift: Shift, word: Wording) -> str:
    """A difference with its unit; days are said as earlier or later."""
    unit = _UNITS.get(shift.unit or "", Text(shift.unit or "", f" {shift.unit or ''}".rstrip()))
    if shift.unit == "day":
        days = number_text(abs(shift.difference))
        late = shift.difference > 0
        return word(
            f"{'推迟' if late else '提前'}{days}天", f"{days} days {'later' if late else 'earlier'}"
        )
    return f"{signed_text(shift.difference)}{unit.of(word.language)}"
