"""Typing of lookups in a scale."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call
from ...grammar.suggest import nearest
from ...grammar.vocabulary import FLAGS, find
from ..levels import finer
from . import codes
from .arguments import misused
from .declarations import Declaration
from .declare import suggestion
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type


def lookup(inference: Inferring, call: Call, scale: Declaration, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return misused(inference, call, Text(f"{scale.name}（名称）", f"{scale.name}(name)"))
    key = inference.infer(call.arguments[0].value, scope)
    value = inference.declared(scale)
    if key.base == "unknown":
        return UNKNOWN
    if key.base == "condition" and any(find(FLAGS, e.key.text) for e in scale.entries):
        _covers(inference, call, scale, answers(scale))
        return value.at(finer(value.level, key.level))
    if key.base != "choice":
        return inference.report(
            codes.NOT_COMPARABLE,
            call.arguments[0],
            right=Text(f"对照“{scale.name}”", f"the scale “{scale.name}”"),
            left=Text(
                f"“{inference.names.slice(call.arguments[0])}”",
                f"“{inference.names.slice(call.arguments[0])}”",
            ),
        )
    _covers(inference, call, scale, key.members)
    return value.at(finer(value.level, key.level))


def answers(scale: Declaration) -> tuple[str, str]:
    """What a scale of a condition has values for, as its language writes it: holds, holds not."""
    english = any(entry.key.text in (word.en for word in FLAGS) for entry in scale.entries)
    yes, no = ((word.en if english else word.zh) for word in FLAGS)
    return yes, no


_SCALE_OR_COLUMN = Text(
    "删去这一行，或在数据表的列里补上这个名称", "delete the line, or add the name to the column"
)


def _covers(inference: Inferring, call: Call, scale: Declaration, members: tuple[str, ...]) -> None:
    """Every choice has a value in the scale, and the scale names no others."""
    written = [entry.key.text for entry in scale.entries]
    for member in members if written else ():
        if member not in written:
            inference.report(codes.SCALE_MISSING, call, name=scale.name, member=member)
    for entry in scale.entries:
        if entry.key.text not in members:
            names = nearest(entry.key.text, members)
            near = suggestion(names) if names else _SCALE_OR_COLUMN
            what = Text("、".join(members), ", ".join(members))
            inference.report(
                codes.SCALE_EXTRA,
                entry.key,
                name=scale.name,
                member=entry.key.text,
                what=what,
                suggestion=near,
            )
