"""Why ``diff`` has no results to compare: what keeps the policies from running on the data."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...grammar.diagnostics import Text
from ..comparing import Trouble
from ..render.screen import Screen
from .output import show_findings

_NOT_RUN = Text(
    "{files} 用这些数据核算不出结果，因此没有比较结果：",
    "{files}: no result on these data, so no results are compared:",
)
_NOT_ADAPTED = Text(
    "{files} 用这些数据核算不出结果，改按这份数据的年度和数据表也不行，因此没有比较结果：",
    "{files}: no result on these data, nor for their year and on their tables, so no results are "
    "compared:",
)
_EXCHANGED = Text(
    "两份数据各自合另一份政策：--data 先给原政策的数据、后给新政策的数据，换过来再比。",
    "Each data folder fits the other policy: --data takes the old policy’s data first; exchange "
    "them.",
)
_MORE = Text(
    "{files} 用这些数据也核算不出结果（{count}处错误；用 guiju evaluate 查看）。",
    "{files}: no result on these data either ({count} errors; see guiju evaluate).",
)


def show_not_run(troubles: Sequence[Trouble], screen: Screen) -> None:
    """All that is wrong, folder by folder."""
    if any(trouble.exchanged for trouble in troubles):
        screen.write("\n" + _EXCHANGED.of(screen.language) + "\n")
        return
    for _, group in groupby(troubles, key=lambda trouble: trouble.folder):
        _show(sorted(group, key=lambda trouble: len(trouble.findings)), screen)


def _show(troubles: Sequence[Trouble], screen: Screen) -> None:
    """The troubles of one folder. Of two policies first the one whose data these seem to be: what
    the other lacks in them follows from that and is only counted."""
    first, *others = troubles
    alike = [one for one in others if _said(one, screen) == _said(first, screen)]
    heading = _NOT_ADAPTED if first.adapted else _NOT_RUN
    if first.source is not None:
        said = heading.of(screen.language).format(files=_names([first, *alike]))
        screen.write("\n" + said + "\n")
    show_findings(first, screen)
    for one in others:
        if one not in alike:
            count = len(one.findings)
            said = _MORE.of(screen.language).format(files=_names([one]), count=count)
            screen.write("\n" + said + "\n")


def _said(trouble: Trouble, screen: Screen) -> list[str]:
    return [finding.message(screen.language) for finding in trouble.findings]


def _names(troubles: Sequence[Trouble]) -> str:
    return "、".join(one.source.name for one in troubles if one.source is not None)
