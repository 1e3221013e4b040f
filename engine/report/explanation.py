"""The report of one unit: its ledger, where points were lost, the grades around it, what is pending
and what follows; and the answer to why it did not get another grade."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import Language
from ..data.contract import Range
from ..explain.account import Account, Loss, Neighbour
from ..explain.ingredients import Ingredient
from ..explain.ledger import Line
from ..explain.numbers import number_text, signed_text, value_text
from .model import Branch, Column, Facts, Grid, Item, Lines, Report, Section, Tone, Value
from .words import BASIS, Wording

MOST_LOSSES = 10


def explanation_report(account: Account, policy: str, language: Language) -> Report:
    """The whole explanation of one unit."""
    word = Wording(language)
    sections = [
        Section(word("结论", "Outcome"), (_facts(account, word),)),
        *(
            [Section(word("得分明细", "Score, line by line"), (branch(account.total, word),))]
            if account.total
            else []
        ),
        *_losses(account, word),
        *_neighbours(account, word),
        *_events(account, word),
        *_consequences(account, word),
        *_listed(account, word),
    ]
    return Report(
        word(f"{account.unit}：得分说明", f"{account.unit}: explanation"), tuple(sections), policy
    )


def _facts(account: Account, word: Wording) -> Facts:
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


def branch(line: Line, word: Wording) -> Branch:
    """A ledger line as a branch of the tree."""
    kinds = {
        "rounding": word("四舍五入", "rounding"),
        "cap": word("封顶，超过部分不计", "cap: the rest does not count"),
    }
    figure = signed_text(line.value) if line.kind in kinds else number_text(line.value)
    if line.full is not None and line.kind not in kinds:
        figure += f" / {number_text(line.full)}"
    return Branch(
        label=kinds.get(line.kind, line.label),
        figure=figure + word("分", " pts"),
        detail=_detail(line, word),
        source=_source(line, word),
        tone=_tone(line),
        notes=tuple(f"{BASIS[kind].of(word.language)}：{text}" for kind, text in line.marks),
        children=(
            *(branch(child, word) for child in line.children),
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
        detail=f"{item.arithmetic} ＝ {own}" if item.arithmetic not in ("", own) else "",
        source=source,
        tone="muted",
        children=tuple(_ingredient(inner, word) for inner in item.inside),
    )


def _detail(line: Line, word: Wording) -> str:
    """The case that applied, the arithmetic, and the figure before conversion where it differs."""
    parts = []
    if line.kind == "uncounted":
        parts.append(word("同一事项已计另一行，不重复计", "the same matter counts by another row"))
    if line.case:
        parts.append(f"［{line.case}］")
    if line.kind in ("rounding", "cap"):
        return line.arithmetic
    own = value_text(line.own)
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
    if line.kind in ("rounding", "cap", "uncounted"):
        return "muted"
    if line.full is not None and line.value < line.full * Fraction(6, 10) and line.kind != "bonus":
        return "bad"
    return "plain"


def _losses(account: Account, word: Wording) -> tuple[Section, ...]:
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
    full = loss.line.full or Fraction(0)
    within = " › ".join(loss.path[-2:])
    return (
        Value(number_text(loss.lost, 4), loss.lost),
        Value(loss.line.label),
        Value(f"{number_text(loss.line.value, 4)} / {number_text(full, 4)}"),
        Value(within, tone="muted"),
    )


def _neighbours(account: Account, word: Wording) -> tuple[Section, ...]:
    lines: list[tuple[str, Tone]] = [(_neighbour(n, word), "plain") for n in account.neighbours]
    return (
        (Section(word("与相邻等次的距离", "Distance to the next grades"), (Lines(tuple(lines)),)),)
        if lines
        else ()
    )


def _neighbour(found: Neighbour, word: Wording) -> str:
    gap, bound = number_text(found.gap), number_text(found.bound)
    if found.better:
        return word(
            f"离“{found.grade}”（{bound}分）还差{gap}分",
            f"{gap} points short of “{found.grade}” ({bound})",
        )
    return word(
        f"比下限{bound}分高{gap}分；低于{bound}分即为“{found.grade}”",
        f"{gap} above the bound {bound}; below it the grade is “{found.grade}”",
    )


def _events(account: Account, word: Wording) -> tuple[Section, ...]:
    if not account.events or account.veto is None:
        return ()
    states = {
        "effective": word("已生效", "in effect"),
        "pending": word("待决定", "awaiting a decision"),
        "closed": word("不生效", "not in effect"),
    }
    lines: list[tuple[str, Tone]] = [
        (
            f"{'、'.join(e.words)}：{states[e.state]}　{word.cells(e.cells)}",
            "warn" if e.state == "pending" else "plain",
        )
        for e in account.events
    ]
    lines.append((word(f"现为“{account.final}”", f"now “{account.final}”"), "strong"))
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
    return (Section(account.veto.name, (Lines(tuple(lines)),)),)


def _consequences(account: Account, word: Wording) -> tuple[Section, ...]:
    lines: list[tuple[str, Tone]] = []
    for item in account.consequences:
        figures = "，".join(f"{name} {text}" for name, text in item.figures)
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


def why_not_report(
    account: Account,
    policy: str,
    grade: str,
    bands: tuple[tuple[str, Range], ...],
    language: Language,
) -> Report:
    """The answer to why a unit did not get a grade; ``bands`` are all grades, best first."""
    word = Wording(language)
    grades = tuple((name, band.low) for name, band in bands)
    sections = (
        Section(word("结论", "Outcome"), (_facts(account, word),)),
        _why_not(account, grade, grades, word),
        *_losses(account, word),
        *_events(account, word),
    )
    title = word(f"{account.unit}：为什么不是“{grade}”", f"{account.unit}: why not “{grade}”")
    return Report(title, sections, policy)


def _why_not(
    account: Account, grade: str, grades: tuple[tuple[str, Fraction | None], ...], word: Wording
) -> Section:
    names = [name for name, _ in grades]
    bound = dict(grades)[grade]
    total = account.total.value if account.total else Fraction(0)
    lines: list[tuple[str, Tone]] = []
    if account.final == grade:
        lines.append((word(f"就是“{grade}”", f"it is “{grade}”"), "good"))
    if names.index(grade) > names.index(account.final):
        upper = dict(grades)[names[names.index(grade) - 1]]
        shown = number_text(upper) if upper is not None else ""
        lines.append(
            (
                word(
                    f"总分{number_text(total)}，已达到{shown}分，高于“{grade}”",
                    f"the total {number_text(total)} reaches {shown}, above “{grade}”",
                ),
                "plain",
            )
        )
    elif bound is not None and total < bound:
        lines += _shortfall(account, grade, bound, total, word)
    elif account.final != grade:
        shown, veto = number_text(total), account.veto.name if account.veto else ""
        lines.append(
            (
                word(
                    f"总分{shown}够得上“{grade}”，因“{veto}”改为“{account.final}”",
                    f"the total {shown} reaches “{grade}”; “{veto}” made it “{account.final}”",
                ),
                "bad",
            )
        )
    items: tuple[Item, ...] = (Lines(tuple(lines)),)
    return Section(word(f"为什么不是“{grade}”", f"Why not “{grade}”"), items)


def _shortfall(
    account: Account, grade: str, bound: Fraction, total: Fraction, word: Wording
) -> list[tuple[str, Tone]]:
    """How much is missing, and the fewest losses that would make it up."""
    gap = bound - total
    lines: list[tuple[str, Tone]] = [
        (
            word(
                f"“{grade}”要{number_text(bound)}分，总分{number_text(total)}，差{number_text(gap)}分",
                f"“{grade}” takes {number_text(bound)}; the total is {number_text(total)}, "
                f"{number_text(gap)} short",
            ),
            "bad",
        ),
    ]
    single = [loss for loss in account.losses if loss.lost >= gap]
    if single:
        names = "、".join(
            f"{loss.line.label}（失{number_text(loss.lost, 2)}）" for loss in single[:5]
        )
        lines.append(
            (
                word(f"单凭这一项补足就够：{names}", f"any one of these in full would do: {names}"),
                "plain",
            )
        )
    else:
        needed, covered = [], Fraction(0)
        for loss in account.losses:
            if covered >= gap:
                break
            needed.append(loss.line.label)
            covered += loss.lost
        if covered >= gap:
            lines.append(
                (
                    word(
                        f"至少要补足{len(needed)}项：{'、'.join(needed)}",
                        f"at least {len(needed)} lines in full: {', '.join(needed)}",
                    ),
                    "plain",
                )
            )
    effective = [event for event in account.events if event.state == "effective"]
    if effective and account.veto is not None:
        name = account.veto.name
        lines.append(
            (
                word(
                    f"即使补足，仍会因“{name}”变动等次",
                    f"even then “{name}” would change the grade",
                ),
                "warn",
            )
        )
    return lines
