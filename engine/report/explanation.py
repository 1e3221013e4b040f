"""The report of one unit: its ledger, where points were lost, the grades around it, what is pending
and what follows."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import Language, Text
from ...grammar.vocabulary import MATTER_KINDS
from ..explain.account import Account, Event, Loss, Neighbour
from ..explain.ingredients import Ingredient
from ..explain.lines import Line
from ..explain.numbers import number_text, signed_text, value_text
from .model import Branch, Column, Facts, Grid, Lines, Report, Section, Tone, Value
from .words import BASIS, Wording

MOST_LOSSES = 10


def explanation_report(account: Account, policy: str, language: Language) -> Report:
    """The whole explanation of one unit."""
    word = Wording(language)
    sections = [
        Section(word("结论", "Outcome"), (facts(account, word),)),
        *(
            [
                Section(
                    word("得分明细", "Score, line by line"),
                    (branch(account.total, word, account.scored),),
                )
            ]
            if account.total
            else []
        ),
        *losses_sections(account, word),
        *_neighbours(account, word),
        *events_sections(account, word),
        *_consequences(account, word),
        *_listed(account, word),
    ]
    return Report(
        word(f"{account.unit}：得分说明", f"{account.unit}: explanation"), tuple(sections), policy
    )


def facts(account: Account, word: Wording) -> Facts:
    """Total, rank and grades."""
    pairs = []
    if account.total is not None:
        pairs.append(
            (
                account.total.label,
                Value(number_text(account.total.value), account.total.value, tone="strong"),
            )
        )
    if account.rank:
        group = f"（{account.group}）" if account.group else ""
        pairs.append((word("名次", "Rank"), Value(account.rank + group)))
    if account.veto is not None:
        pairs.append((account.grade_name, Value(account.grade)))
    if account.final_name:
        pairs.append((account.final_name, Value(account.final, tone="strong")))
    return Facts(tuple(pairs))


def branch(line: Line, word: Wording, scored: bool = True) -> Branch:
    """A ledger line as a branch of the tree, in points where the total is ``scored``."""
    kinds = {
        "rounding": word(_ROUNDED.get(line.label, "四舍五入"), "rounding"),
        "cap": word("封顶，超过部分不计", "cap: the rest does not count"),
        "floor": word("保底，不足部分不计", "floor: it goes no lower"),
        "yardstick": word("比照的数", "the figure compared with"),
    }
    made = line.kind in _MADE
    figure = signed_text(line.value) if made else number_text(line.value)
    if line.full is not None and not made:
        figure += f" / {number_text(line.full)}"
    return Branch(
        label=kinds.get(line.kind, line.label) or word("另一项", "another term"),
        figure=figure + (word("分", " pts") if scored else ""),
        detail=_detail(line, word),
        source=_source(line, word),
        tone=_tone(line),
        notes=tuple(f"{BASIS[kind].of(word.language)}：{text}" for kind, text in line.marks),
        children=(
            *(branch(child, word, scored) for child in line.children),
            *(_ingredient(item, word) for item in line.ingredients),
        ),
    )


def _ingredient(item: Ingredient, word: Wording) -> Branch:
    """A named value that a figure is worked out from."""
    own = value_text(item.own)
    source = "　".join(part for part in ("、".join(item.clauses), word.cells(item.cells)) if part)
    return Branch(
        label=word(f"其中 {item.label}", f"of which {item.label}"),
        figure=own,
        detail=" ".join(
            part
            for part in (
                f"［{item.case}］" if item.case else "",
                f"{item.arithmetic} ＝ {own}" if item.arithmetic not in ("", own) else "",
            )
            if part
        ),
        source=source,
        tone="muted",
        children=tuple(_ingredient(inner, word) for inner in item.inside),
    )


#: Lines that no declaration names, because the arithmetic makes them.
_MADE = ("rounding", "cap", "floor")
#: The written rounding that a line comes from.
_ROUNDED = {"half_even": "修约", "down": "舍去", "up": "进一"}
#: Why a line that is shown adds nothing.
_UNCOUNTED = {
    "uncounted": Text("同一事项已计另一行，不重复计", "the same matter counts by another row"),
    "too_high": Text("去掉的高分，不计", "among the highest, left out"),
    "too_low": Text("去掉的低分，不计", "among the lowest, left out"),
    "unpicked": Text("没有选入，不计", "not picked, so it does not count"),
}


def _detail(line: Line, word: Wording) -> str:
    """The case that applied, the arithmetic, and the figure before conversion where it differs."""
    parts = []
    if line.kind in _UNCOUNTED:
        parts.append(_UNCOUNTED[line.kind].of(word.language))
    if line.case:
        parts.append(f"［{line.case}］")
    if line.kind in _MADE:
        return line.arithmetic
    own = value_text(line.own)
    if line.again:
        parts.append(word("明细见上", "its parts are above"))
    if line.arithmetic and line.arithmetic != own:
        parts.append(f"{line.arithmetic} ＝ {own}")
    elif isinstance(line.own, (int, Fraction)) and line.own != line.value:
        parts.append(word(f"原始得分 {own}", f"mark {own}"))
    return " ".join(parts)


def _source(line: Line, word: Wording) -> str:
    clauses = "、".join(line.clauses)
    cells = word.cells(line.cells)
    return "　".join(part for part in (clauses, cells) if part)


def _tone(line: Line) -> Tone:
    if line.kind in (*_MADE, *_UNCOUNTED):
        return "muted"
    if line.full is None or line.kind in MATTER_KINDS:
        return "plain"
    return "bad" if line.value < line.full * Fraction(6, 10) else "plain"


def losses_sections(account: Account, word: Wording) -> tuple[Section, ...]:
    """Where the most points were lost; () where none were."""
    if not account.losses:
        return ()
    titles = (
        word("失分", "Lost"),
        word("项目", "Line"),
        word("得分/满分", "Got / full"),
        word("所在", "Within"),
    )
    grid = Grid(
        tuple(Column(t, "right" if i in (0, 2) else "left") for i, t in enumerate(titles)),
        tuple(_loss(loss) for loss in account.losses[:MOST_LOSSES]),
    )
    more = len(account.losses) - MOST_LOSSES
    rest = (
        (Lines(((word(f"另有{more}项失分较少", f"{more} smaller losses"), "muted"),)),)
        if more > 0
        else ()
    )
    return (
        Section(
            word(
                "失分最多之处（按计入总分计）",
                "Where most points were lost (in points of the total)",
            ),
            (grid, *rest),
        ),
    )


def _loss(loss: Loss) -> tuple[Value, ...]:
    full = loss.line.full
    got = number_text(loss.line.value, 4) + (f" / {number_text(full, 4)}" if full else "")
    within = " › ".join(dict.fromkeys((*loss.rows, *loss.path[-2:])))
    return (
        Value(number_text(loss.lost, 4), loss.lost),
        Value(loss.line.label),
        Value(got),
        Value(within, tone="muted"),
    )


def _neighbours(account: Account, word: Wording) -> tuple[Section, ...]:
    unit = "分" if account.scored else ""
    lines: list[tuple[str, Tone]] = [
        (_neighbour(n, word, unit), "plain") for n in account.neighbours
    ]
    if account.final != account.grade:
        # The figure is of the grade before: how far it is from a bound says nothing of this one.
        lines.append((_set(account, word), "plain"))
    return (
        (Section(word("与相邻等次的距离", "Distance to the next grades"), (Lines(tuple(lines)),)),)
        if lines
        else ()
    )


def _set(account: Account, word: Wording) -> str:
    """That something else than the figure made the grade."""
    zh = f"因“{'”“'.join(account.acted)}”" if account.acted else "后来"
    en = f"“{'”, “'.join(account.acted)}”" if account.acted else "a later rule"
    return word(
        f"最终等次“{account.final}”不是按分数定的：按分数是“{account.grade}”，{zh}改为“{account.final}”",
        f"the grade “{account.final}” does not go by the figure: by it the grade would be "
        f"“{account.grade}”, and {en} made it “{account.final}”",
    )


def _neighbour(found: Neighbour, word: Wording, unit: str) -> str:
    gap, bound = f"{number_text(found.gap)}{unit}", f"{number_text(found.bound)}{unit}"
    plain = number_text(found.gap), number_text(found.bound)
    points = " points" if unit else ""
    if found.better:
        return word(
            f"离“{found.grade}”（{bound}）还差{gap}",
            f"{plain[0]}{points} short of “{found.grade}” ({plain[1]})",
        )
    if found.above:
        return word(
            f"比上限{bound}低{gap}；高于{bound}即为“{found.grade}”",
            f"{plain[0]} below the bound {plain[1]}; above it the grade is “{found.grade}”",
        )
    return word(
        f"比下限{bound}高{gap}；低于{bound}即为“{found.grade}”",
        f"{plain[0]} above the bound {plain[1]}; below it the grade is “{found.grade}”",
    )


def events_sections(account: Account, word: Wording) -> tuple[Section, ...]:
    """The veto events, and what the pending ones would do; () where there are none."""
    if not account.events or account.veto is None:
        return ()
    states = {
        "effective": word("已生效", "in effect"),
        "pending": word("待决定", "awaiting a decision"),
        "closed": word("不生效", "not in effect"),
    }
    idle = word("条件成立，等次未因此改变", "it holds, and changes no grade")
    lines: list[tuple[str, Tone]] = [
        (
            f"{_event(e, word)}："
            f"{idle if e.state == 'effective' and e.veto not in account.acted else states[e.state]}"
            f"　{word.cells(e.cells)}",
            "warn" if e.state == "pending" else "plain",
        )
        for e in account.events
    ]
    now = word(f"现为“{account.final}”", f"now “{account.final}”")
    if account.final == account.grade and any(e.state == "effective" for e in account.events):
        now += word("，等次没有因此改变", ": the grade was no better than that anyway")
    lines.append((now, "strong"))
    if any(event.state == "pending" for event in account.events):
        lines.append(
            (
                word(
                    f"待定事项若决定降低：“{account.if_lowered}”；若决定不降低：“{account.final}”",
                    f"if the decision lowers: “{account.if_lowered}”; if not: “{account.final}”",
                ),
                "warn",
            )
        )
    several = len(account.veto.events) > 1
    title = word("等次的变动", "Changes of the grade") if several else account.veto.name
    return (Section(title, (Lines(tuple(lines)),)),)


def _event(event: Event, word: Wording) -> str:
    """An event and the veto that looks at it, for several vetoes may look at one row."""
    told = "、".join(event.words)
    if not told or event.words[0].startswith(event.veto):
        return told or event.veto
    return f"{event.veto}{word('：', ': ')}{told}"


def _consequences(account: Account, word: Wording) -> tuple[Section, ...]:
    lines: list[tuple[str, Tone]] = []
    for item in account.consequences:
        figures = "，".join(
            f"{due.name} {word.measured(value_text(value), due)}" for due, value in item.figures
        )
        what = figures or "、".join(item.use.actions)
        lines.append((f"{item.use.title}（{'、'.join(item.use.clauses)}）：{what}", "plain"))
    title = word("结果带来什么", "What the result leads to")
    return (Section(title, (Lines(tuple(lines)),)),) if lines else ()


def _listed(account: Account, word: Wording) -> tuple[Section, ...]:
    lines: list[tuple[str, Tone]] = [
        (f"{item.notice.text}　{word.cells(item.cells)}".rstrip("　"), "warn")
        for item in account.listed
    ]
    return (Section(word("提示", "Notices"), (Lines(tuple(lines)),)),) if lines else ()
