"""Which class a changed aspect belongs to: one table by kind of value, and its exceptions."""

from __future__ import annotations

from ...grammar.words import ValueKind
from .aspects import Aspect
from .changes import ChangeClass, Shift
from .terms import figures, skeleton

_C = ChangeClass
_BY_KIND: dict[ValueKind, ChangeClass] = {
    ValueKind.TEXT: _C.WORDING,
    ValueKind.NAMES: _C.ACTOR,
    ValueKind.WORDS: _C.RULE,
    ValueKind.NEW_NAMES: _C.STRUCTURE,
    ValueKind.COUNT: _C.PARAMETER,
    ValueKind.POINTS: _C.PARAMETER,
    ValueKind.PERCENT: _C.PARAMETER,
    ValueKind.DATE: _C.PARAMETER,
    ValueKind.YEAR: _C.PARAMETER,
    ValueKind.FLAG: _C.PARAMETER,
    ValueKind.CHOICE: _C.PARAMETER,
    ValueKind.BAND: _C.PARAMETER,
    ValueKind.DOCUMENTS: _C.PROVENANCE,
}
#: Properties that mean more, or less, than their kind of value does.
_BY_KEY: dict[str, ChangeClass] = {
    "issuer": _C.ACTOR,
    "method": _C.ACTOR,
    "tasks": _C.ACTOR,
    "application": _C.ACTOR,
    "condition_text": _C.ACTOR,
    "matter": _C.ACTOR,
    "file": _C.ACTOR,
    "encoding": _C.ACTOR,
    "applies": _C.RULE,
    "floor": _C.PARAMETER,
    "set_to": _C.PARAMETER,
    "at_best": _C.PARAMETER,
}
#: Blocks that explain the rules and change none of them, whatever is written there.
EXPLANATIONS = ("example", "unit", "given", "expected")
#: Texts whose presence has an effect, though their words have none.
_EFFECTIVE = ("blank", "unscored", "remark", "content")


def changed_class(old: Aspect, new: Aspect) -> ChangeClass:
    """The class of a value that became another."""
    if old.kind is ValueKind.TEXT or old.key in _BY_KEY:
        return _of_key(new)
    one = old.term.head != "set" or len(old.term.parts) == 1
    if one and figures(old.term) and skeleton(old.term) == skeleton(new.term):
        return ChangeClass.PARAMETER
    return _of_key(new)


def present_class(aspect: Aspect) -> ChangeClass:
    """The class of an aspect that only one side has."""
    if aspect.own:
        return ChangeClass.STRUCTURE
    if aspect.key in _EFFECTIVE or aspect.key == "discretion":
        return ChangeClass.RULE
    found = _of_key(aspect)
    return ChangeClass.RULE if found is ChangeClass.PARAMETER else found


def _of_key(aspect: Aspect) -> ChangeClass:
    own = None if aspect.own else _BY_KEY.get(aspect.key)
    return own or _BY_KIND.get(aspect.kind, ChangeClass.RULE)


def shifts(old: Aspect, new: Aspect) -> tuple[Shift, ...]:
    """The numbers that changed, where one stands for one."""
    before, after = figures(old.term), figures(new.term)
    if skeleton(old.term) != skeleton(new.term) or len(before) != len(after):
        return ()
    return tuple(
        Shift(o.number, n.number, "day" if o.unit and o.unit.endswith("day") else o.unit)
        for o, n in zip(before, after, strict=True)
        if o != n and o.unit == n.unit
    )
