"""The arithmetic of a value as a formula with its numbers put in."""

from __future__ import annotations

from fractions import Fraction

from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import Blank
from ..functions import RESTS
from ..plan.ops import (
    Aggregate,
    Apportion,
    Arithmetic,
    Choose,
    Constant,
    Dated,
    Guard,
    Irrational,
    Lookup,
    OpId,
    Ordered,
    Pick,
    Power,
    Rank,
    Round,
    Series,
    Spread,
    Within,
)
from .numbers import value_text

_SIGNS = {"+": " ＋ ", "-": " － ", "*": " × ", "/": " ÷ "}
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
_CALLS = {
    "min": "取小",
    "max": "取大",
    "half_up": "四舍五入",
    "half_even": "修约",
    "down": "舍去",
    "up": "进一",
}
_SUMS = {
    "sum": "合计",
    "mean": "平均",
    "median": "中位数",
    "highest": "最高",
    "lowest": "最低",
    "only": "唯一",
    "count": "计数",
    "any": "存在",
}


def formula(run: Run, op_id: OpId, index: int) -> str:
    """The formula of an operation for one member; named values inside are shown as figures. Empty
    where the value was simply read or written."""
    return _text(run, op_id, index, 0, True)


def _text(run: Run, op_id: OpId, index: int, outer: int, top: bool) -> str:
    """``outer`` is the binding strength around; ``top`` expands an operation that is named."""
    plan = run.plan
    op = plan.ops[op_id]
    figure = value_text(run.values[op_id][index])
    if not top and op_id in plan.names:
        return figure
    match op:
        case Within(arg=arg) | Guard(arg=arg):
            return _text(run, arg, index, outer, top)
        case Spread(arg=arg):
            owner = run.members.belongs(op.level, plan.ops[arg].level)[index]
            if owner < 0:
                return figure
            text = _text(run, arg, owner, outer, top)
            return text if top else _compared(run, arg, figure, text)
        case Choose():
            return _text(run, chosen(run, op, index)[1], index, outer, top)
        case Arithmetic():
            return _arithmetic(run, op, index, outer)
        case Irrational(function="ln", arg=arg):
            return f"对数（{_text(run, arg, index, 0, False)}）"
        case Irrational(arg=arg, degree=degree):
            return f"开方（{_text(run, arg, index, 0, False)}，{degree}）"
        case Power(arg=arg, exponent=exponent):
            inside = (_text(run, part, index, 0, False) for part in (arg, exponent))
            return f"乘方（{'，'.join(inside)}）"
        case Ordered():
            return _ordered(run, op, index)
        case Dated():
            return _dated(run, op, index)
        case Rank(arg=arg):
            return _place(run, op, op_id, index)
        case Apportion():
            return _share(run, op, index)
        case Round(arg=arg, places=places, mode=mode):
            return f"{_CALLS[mode]}（{_text(run, arg, index, 0, False)}，{places}位）"
        case Aggregate():
            return _aggregate(run, op, index, figure)
        case Series(function="streak"):
            return f"连续（{figure}期）"
        case Series():
            return f"上期（{figure}）"
        case Lookup() if not top or outer == 0:
            return _entry(run, op, index, figure)
        case Constant(unit=unit) if unit == "%":
            return _percent(run, op_id, index)
        case _:
            return figure


def _entry(run: Run, op: Lookup, index: int, figure: str) -> str:
    """The name looked up and what it brings; how, where that runs along the range."""
    name = run.values[op.key][index]
    found = next((value for entry, value in op.entries if entry == name), None)
    runs = found is not None and isinstance(run.plan.ops[found], Choose)
    text = _text(run, found, index, 0, False) if runs and found is not None else figure
    return f"{value_text(name)}→{text}"


def _compared(run: Run, op_id: OpId, figure: str, text: str) -> str:
    """A figure of a whole group inside a formula: no line of its own says what it comes to."""
    whole = run.plan.ops[op_id].level.kind in ("group", "policy")
    return f"{figure}〔{text}〕" if whole and isinstance(run.plan.ops[op_id], Aggregate) else text


_DATED = {
    "day": "日期",
    "year": "年份",
    "month": "月份",
    "day_of": "日",
    "workdays": "工作日数",
    "workday_after": "工作日后",
    "workday_from": "顺延",
}


def _dated(run: Run, op: Dated, index: int) -> str:
    inside = [_text(run, arg, index, 0, False) for arg in op.args]
    if op.function in _DATED:
        return f"{_DATED[op.function]}（{'，'.join(inside)}）"
    if op.function == "workday_counting":
        return f"工作日后（{'，'.join(inside)}，含当日）"
    if op.function == "between":
        return " － ".join(inside)
    return f"{' ＋ '.join(inside)}{'个月' if op.function == 'months' else '天'}"


def _ordered(run: Run, op: Ordered, index: int) -> str:
    """Several values, and which of them by size were taken."""
    several = "，".join(_text(run, arg, index, 0, False) for arg in op.args)
    single = op.stop == op.start + 1
    which = f"第{op.stop}个" if single else f"第{op.start + 1}至{op.stop}个"
    return f"{_SUMS[op.function]}（{several}，由高到低{which}）"


def _percent(run: Run, op_id: OpId, index: int) -> str:
    value = run.values[op_id][index]
    return "—" if isinstance(value, (Blank, str)) else f"{value_text(value * 100)}％"  # type: ignore[operator]


def _arithmetic(run: Run, op: Arithmetic, index: int, outer: int) -> str:
    if op.op in _CALLS:
        inside = "，".join(_text(run, arg, index, 0, False) for arg in op.args)
        return f"{_CALLS[op.op]}（{inside}）"
    strength = _RANK[op.op]
    texts = [
        _text(run, arg, index, strength + (place > 0 and op.op in "-/"), False)
        for place, arg in enumerate(op.args)
    ]
    text = _SIGNS[op.op].join(texts)
    return f"（{text}）" if strength < outer else text


def _aggregate(run: Run, op: Aggregate, index: int, figure: str) -> str:
    rows = run.members.members(op.level, run.plan.ops[op.arg].level)[index]
    count = _counted(run, op.arg, op.where, rows)
    picked = run.plan.ops[op.where] if op.where is not None else None
    if isinstance(picked, Pick):
        among = _counted(run, op.arg, picked.where, rows)
        what = {"inner": "去掉两端", "highest": "取最高", "lowest": "取最低"}[picked.keep]
        return f"{_SUMS[op.function]}（{what}，{among}行计{count}行）"
    return f"{_SUMS[op.function]}（{count}行）" if figure else ""


def _counted(run: Run, arg: OpId, where: OpId | None, rows: list[int]) -> int:
    """How many of some rows count and have a value."""
    values = run.values[arg]
    counting = rows if where is None else [row for row in rows if run.values[where][row] is True]
    return sum(1 for row in counting if not isinstance(values[row], Blank))


def _place(run: Run, op: Rank, op_id: OpId, index: int) -> str:
    """Out of how many, and by which figure."""
    groups = run.members.belongs(op.level, op.group)
    places = run.values[op_id]
    others = sum(
        1
        for member, group in enumerate(groups)
        if group == groups[index] and not isinstance(places[member], Blank)
    )
    figures = [value_text(run.values[key][index]) for key in (op.arg, *op.then_by)]
    return f"名次（{'，同分比'.join(figures)}，{others}个中）"


def _share(run: Run, op: Apportion, index: int) -> str:
    """The pool, and the weight out of all weights of the group."""
    groups, weights = run.members.belongs(op.level, op.group), run.values[op.weight]
    inside = [weights[member] for member, group in enumerate(groups) if group == groups[index]]
    whole = sum(weight for weight in inside if isinstance(weight, (int, Fraction)))
    pool, own = value_text(run.values[op.total][index]), value_text(weights[index])
    taken = "".join(f"，{rest.zh}" for rest in RESTS if rest.id == op.rest)
    return f"分摊（{pool}，{own}/{value_text(whole)}{taken}）"
