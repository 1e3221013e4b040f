"""The answer to why a unit did not get a grade."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from ...grammar.diagnostics import Language
from ..data.contract import Range
from ..explain.account import Account, Loss
from ..explain.numbers import number_text
from .explanation import events_sections, facts, losses_sections
from .model import Lines, Report, Section, Tone
from .words import Wording

Said: TypeAlias = "tuple[str, Tone]"
_MOST_NAMED = 5


def why_not_report(
    account: Account,
    policy: str,
    grade: str,
    bands: tuple[tuple[str, Range], ...],
    language: Language,
) -> Report:
    """Why a unit did not get ``grade``; ``bands`` are all grades, best first."""
    word = Wording(language)
    answer = Lines(tuple(_answer(account, grade, bands, word)))
    sections = (
        Section(word("结论", "Outcome"), (facts(account, word),)),
        Section(word(f"为什么不是“{grade}”", f"Why not “{grade}”"), (answer,)),
        *losses_sections(account, word),
        *events_sections(account, word),
    )
    title = word(f"{account.unit}：为什么不是“{grade}”", f"{account.unit}: why not “{grade}”")
    return Report(title, sections, policy)


def why_not_lines(
    account: Account, grade: str, bands: tuple[tuple[str, Range], ...], language: Language
) -> tuple[str, ...]:
    """The answer alone, as sentences."""
    return tuple(text for text, _ in _answer(account, grade, bands, Wording(language)))


def _answer(
    account: Account, grade: str, bands: tuple[tuple[str, Range], ...], word: Wording
) -> list[Said]:
    names, bounds = [name for name, _ in bands], {name: band.low for name, band in bands}
    total = account.total.value if account.total else Fraction(0)
    bound = bounds[grade]
    if account.final == grade:
        return [(word(f"就是“{grade}”", f"it is “{grade}”"), "good")]
    if names.index(grade) > names.index(account.final):
        return [_too_good(total, bounds[names[names.index(grade) - 1]], grade, word)]
    if bound is not None and total < bound:
        return _shortfall(account, grade, bound - total, word)
    return [_changed(account, total, grade, word)]


def _too_good(total: Fraction, upper: Fraction | None, grade: str, word: Wording) -> Said:
    shown, bound = number_text(total), number_text(upper) if upper is not None else ""
    said = word(
        f"总分{shown}，已达到{bound}分，高于“{grade}”",
        f"the total {shown} reaches {bound}, above “{grade}”",
    )
    return said, "plain"


def _changed(account: Account, total: Fraction, grade: str, word: Wording) -> Said:
    shown, veto = number_text(total), account.veto.name if account.veto else ""
    said = word(
        f"总分{shown}够得上“{grade}”，因“{veto}”改为“{account.final}”",
        f"the total {shown} reaches “{grade}”; “{veto}” made it “{account.final}”",
    )
    return said, "bad"


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
    if account.veto is not None and any(event.state == "effective" for event in account.events):
        name = account.veto.name
        said = word(
            f"即使补足，仍会因“{name}”变动等次", f"even then “{name}” would change the grade"
        )
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
