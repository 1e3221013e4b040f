"""The answer to why a unit did not get a grade."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from ...grammar.diagnostics import Language
from ..data.contract import Range
from ..explain.account import Account, Loss
from ..explain.numbers import number_text, value_text
from ..explain.standing import Standing
from .explanation import events_sections, facts, losses_sections
from .model import Lines, Report, Section, Tone
from .words import Wording

Said: TypeAlias = "tuple[str, Tone]"
_MOST_NAMED = 5


def why_not_report(
    account: Account, policy: str, grade: str, stands: Standing, language: Language
) -> Report:
    """Why a unit did not get ``grade``; ``stands`` is how it stands to all of them."""
    word = Wording(language)
    answer = Lines(tuple(_answer(account, grade, stands, word)))
    sections = (
        Section(word("结论", "Outcome"), (facts(account, word),)),
        Section(word(f"为什么不是“{grade}”", f"Why not “{grade}”"), (answer,)),
        *losses_sections(account, word),
        *events_sections(account, word),
    )
    title = word(f"{account.unit}：为什么不是“{grade}”", f"{account.unit}: why not “{grade}”")
    return Report(title, sections, policy)


def why_not_lines(
    account: Account, grade: str, stands: Standing, language: Language
) -> tuple[str, ...]:
    """The answer alone, as sentences."""
    return tuple(text for text, _ in _answer(account, grade, stands, Wording(language)))


def _answer(account: Account, grade: str, stands: Standing, word: Wording) -> list[Said]:
    if account.final == grade:
        return [(word(f"就是“{grade}”", f"it is “{grade}”"), "good")]
    if not stands.bands:
        return _by_cases(account, grade, stands, word)
    if stands.name or not isinstance(stands.figure, (int, Fraction)):
        return _by_figure(account, grade, stands, word)
    names, bounds = list(stands.grades), {name: band.low for name, band in stands.bands}
    total = Fraction(stands.figure)
    bound = bounds[grade]
    if names.index(grade) > names.index(account.final):
        return [_too_good(total, bounds[names[names.index(grade) - 1]], grade, word)]
    if bound is not None and total < bound:
        return _shortfall(account, grade, bound - total, word)
    return [_changed(account, number_text(total), grade, word)]


def _by_figure(account: Account, grade: str, stands: Standing, word: Wording) -> list[Said]:
    """Grades by another figure than the total: a rank, a share."""
    own, band = value_text(stands.figure), dict(stands.bands)[grade]
    figure = f"{stands.name} {own}"
    if isinstance(stands.figure, (int, Fraction)) and band.holds(stands.figure):
        return [_changed(account, figure, grade, word)]
    wanted = _range_text(band, word)
    said = word(
        f"“{grade}”要{wanted}，实为{figure}", f"“{grade}” asks for {wanted}; it is {figure}"
    )
    return [(said, "bad")]


def _range_text(band: Range, word: Wording) -> str:
    """A range of plain numbers in the words of the documents."""
    low, high = (number_text(e) if e is not None else "" for e in (band.low, band.high))
    zh = [f"{low}以上" if band.low_closed else f"超过{low}"] if low else []
    zh += [f"{high}以内" if band.high_closed else f"不足{high}"] if high else []
    en = [f"{low} or more" if band.low_closed else f"more than {low}"] if low else []
    en += [f"{high} or less" if band.high_closed else f"less than {high}"] if high else []
    return word("".join(zh), " and ".join(en))


def _by_cases(account: Account, grade: str, stands: Standing, word: Wording) -> list[Said]:
    """Grades by conditions: those of the grade that do not hold, or the better case that did."""
    lines: list[Said] = []
    failed = dict(stands.failed).get(grade)
    if stands.graded == grade:
        made = _made(account, word)
        said = word(f"符合“{grade}”的条件，{made}", f"the conditions of “{grade}” hold; {made}")
        return [(said, "bad")]
    if stands.grades.index(grade) > stands.grades.index(stands.graded):
        said = word(f"先符合“{stands.graded}”的条件", f"“{stands.graded}” comes first and holds")
        return [(said, "plain")]
    for text in failed or ():
        lines.append((word(f"不成立：{text}", f"does not hold: {text}"), "bad"))
    if not lines:
        said = word(
            f"“{grade}”按政策写的条件定，这些条件不成立",
            f"“{grade}” goes by the conditions in the policy, and they do not hold",
        )
        lines.append((said, "bad"))
    return lines


def _too_good(total: Fraction, upper: Fraction | None, grade: str, word: Wording) -> Said:
    shown, bound = number_text(total), number_text(upper) if upper is not None else ""
    said = word(
        f"总分{shown}，已达到{bound}分，高于“{grade}”",
        f"the total {shown} reaches {bound}, above “{grade}”",
    )
    return said, "plain"


def _changed(account: Account, shown: str, grade: str, word: Wording) -> Said:
    made = _made(account, word)
    said = word(
        f"{_told(shown)[0]}够得上“{grade}”，{made}", f"{_told(shown)[1]} reaches “{grade}”; {made}"
    )
    return said, "bad"


def _made(account: Account, word: Wording) -> str:
    """What made the grade another: the vetoes that changed it, in their order."""
    names, final = account.acted, account.final
    if not names:
        return word(f"后来定为“{final}”", f"later it became “{final}”")
    zh, en = "”“".join(names), "”, “".join(names)
    return word(f"因“{zh}”改为“{final}”", f"“{en}” made it “{final}”")


def _told(shown: str) -> tuple[str, str]:
    """A figure that has a name of its own, or the total."""
    return (shown, shown) if " " in shown else (f"总分{shown}", f"the total {shown}")


def _shortfall(account: Account, grade: str, gap: Fraction, word: Wording) -> list[Said]:
    """How much is missing, the fewest losses that would make it up, and what would still stand in
    the way."""
    missing = number_text(gap)
    lines: list[Said] = [
        (word(f"离“{grade}”还差{missing}分", f"{missing} points short of “{grade}”"), "bad")
    ]
    single = [loss for loss in account.losses if loss.lost >= gap][:_MOST_NAMED]
    needed = fewest(account.losses, gap)
    if single:
        names = "、".join(f"{loss.line.label}（失{number_text(loss.lost, 2)}）" for loss in single)
        said = word(f"单凭这一项补足就够：{names}", f"any one of these in full would do: {names}")
        lines.append((said, "plain"))
    elif needed:
        names = "、".join(loss.line.label for loss in needed)
        said = word(
            f"至少要补足{len(needed)}项：{names}", f"at least {len(needed)} in full: {names}"
        )
        lines.append((said, "plain"))
    acting = dict.fromkeys(event.veto for event in account.events if event.state == "effective")
    if acting:
        zh, en = "”“".join(acting), "”, “".join(acting)
        said = word(f"即使补足，仍会因“{zh}”变动等次", f"even then “{en}” would change the grade")
        lines.append((said, "warn"))
    return lines


def fewest(losses: tuple[Loss, ...], gap: Fraction) -> tuple[Loss, ...]:
    """The fewest losses, the greatest first, that together make up a gap; () where all do not."""
    covered = Fraction(0)
    for count, loss in enumerate(losses, start=1):
        covered += loss.lost
        if covered >= gap:
            return losses[:count]
    return ()
