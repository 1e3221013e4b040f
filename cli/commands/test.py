"""``test``: run the worked examples of a policy, and say what none of them shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from ...engine.examine import examine
from ...engine.trial.points import Point
from ...engine.trial.propose import Proposals
from ...engine.trial.propose import propose as proposed
from ...engine.trial.suite import Suite, run_suite
from ...engine.trial.verdict import Failure, Tried
from ...grammar.diagnostics import Diagnostic, Severity, Text
from ...grammar.source import Source
from ..exits import Exit
from ..render.cells import fold, visible
from ..render.findings import render_failures, render_findings
from ..render.machine import finding_objects
from ..render.screen import Screen
from ..sources import exit_for, load_source
from .options import FORMAT, INJECTED, PROPOSE

TestFormat: TypeAlias = Literal["text", "json"]

_NONE = Text("政策里没有示例。", "The policy has no examples.")
_PASSED = Text("{n} 个示例全部相符（{lines} 项）。", "All {n} examples agree ({lines} figures).")
_FAILED = Text(
    "{n} 个示例中 {bad} 个不相符：{names}。", "{bad} of {n} examples do not agree: {names}."
)
_ALL_SHOWN = Text("演示了政策的全部 {n} 处规定。", "They show all {n} ways that the policy can go.")
_SHOWN = Text(
    "演示了政策 {n} 处规定中的 {shown} 处，没有演示到的：",
    "They show {shown} of the {n} ways that the policy can go; not shown:",
)
_ADVICE = Text(
    "guiju test --propose 给出能演示它们的示例。",
    "guiju test --propose prints examples that show them.",
)
_UNFOUND = Text(
    "下面这些没有找到能演示的例子，请照文件自己写（多半要几个单位或几行数据一起算）：",
    "no example was found for these; write your own (most need several units or rows):",
)
KINDS = {
    "band": Text("等次", "grades"),
    "step": Text("分段", "steps"),
    "case": Text("情形", "cases"),
    "limit": Text("取限", "limits"),
    "absent": Text("缺项", "absent"),
    "veto": Text("否决", "veto"),
    "bonus": Text("加分", "bonus"),
    "deduction": Text("扣分", "deduction"),
    "cap": Text("封顶", "cap"),
    "requirement": Text("校验", "requirement"),
    "invariant": Text("底线", "invariant"),
}


def run(
    policy: Path,
    /,
    *,
    format: Annotated[TestFormat, FORMAT] = "text",
    propose: Annotated[bool, PROPOSE] = False,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Tries every example of a policy file."""
    source = load_source(policy)
    if isinstance(source, Diagnostic):
        render_findings([source], None, language=screen.language, console=screen.console)
        return exit_for(source)
    found = examine(source)
    if not found.whole:
        shown = [d for d in found.diagnostics if d.severity is not Severity.NOTE]
        render_findings(
            shown, source, language=screen.language, format=format, console=screen.console
        )
        return Exit.INVALID
    suite = run_suite(found.checked)
    proposals = proposed(found.checked, suite.coverage, screen.language) if propose else None
    if format == "json":
        screen.write(_json(suite, proposals, source, screen))
    elif proposals is not None:
        _print_proposals(proposals, screen)
    else:
        _print(suite, source, screen)
    return Exit.GOOD if suite.passed else Exit.FINDINGS


def _print(suite: Suite, source: Source, screen: Screen) -> None:
    """What failed, then one line on the examples and one on what they show."""
    failures = [failure for one in suite.tried for failure in one.failures]
    if failures:
        render_failures(failures, source, language=screen.language, console=screen.console)
    _say(screen, _verdict(suite, screen))
    shown, missing = suite.coverage.shown, suite.coverage.missing
    total = len(shown) + len(missing)
    if not missing:
        if suite.tried and total:
            _say(screen, _ALL_SHOWN.of(screen.language).format(n=total))
        return
    _say(screen, _SHOWN.of(screen.language).format(n=total, shown=len(shown)))
    for line in _grouped(missing, screen):
        _say(screen, f"  {line}")
    _say(screen, _ADVICE.of(screen.language))


def _verdict(suite: Suite, screen: Screen) -> str:
    bad = [one.example.name for one in suite.tried if not one.passed]
    lines = sum(one.asked for one in suite.tried)
    text = _FAILED if bad else _PASSED if suite.tried else _NONE
    names = ("、" if screen.language == "zh" else ", ").join(bad)
    return text.of(screen.language).format(
        n=len(suite.tried), bad=len(bad), names=names, lines=lines
    )


def _grouped(points: tuple[Point, ...], screen: Screen) -> list[str]:
    """``等次 拟定等次：良好、一般``: the points of one thing on one line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for point in points:
        groups.setdefault((point.kind, point.name), []).append(point.detail.of(screen.language))
    colon, comma = ("：", "、") if screen.language == "zh" else (": ", ", ")
    return [
        f"{KINDS[kind].of(screen.language)} {name}{colon}{comma.join(details)}"
        for (kind, name), details in groups.items()
    ]


def _print_proposals(proposals: Proposals, screen: Screen) -> None:
    """The blocks as they are, to be pasted; what was not found goes beside them."""
    if proposals.text:
        screen.write(proposals.text)
    if proposals.unfound:
        screen.errors.print(_UNFOUND.of(screen.language))
        for line in _grouped(proposals.unfound, screen):
            screen.errors.print(f"  {visible(line)}", soft_wrap=True)


def _say(screen: Screen, text: str) -> None:
    for line in fold(visible(text), screen.console.width, "    "):
        screen.console.print(line, soft_wrap=True)


# ── for programs ──


def _json(suite: Suite, proposals: Proposals | None, source: Source, screen: Screen) -> str:
    data: dict[str, object] = {
        "passed": suite.passed,
        "examples": [_example(one, source, screen) for one in suite.tried],
        "coverage": {
            "shown": [_point(point, screen) for point in suite.coverage.shown],
            "missing": [_point(point, screen) for point in suite.coverage.missing],
        },
    }
    if proposals is not None:
        data["proposals"] = proposals.text
        data["unfound"] = [_point(point, screen) for point in proposals.unfound]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _example(tried: Tried, source: Source, screen: Screen) -> dict[str, object]:
    return {
        "name": tried.example.name,
        "title": tried.example.title,
        "line": source.position(tried.example.span.start)[0],
        "passed": tried.passed,
        "asked": tried.asked,
        "failures": [_failure(failure, source, screen) for failure in tried.failures],
    }


def _failure(failure: Failure, source: Source, screen: Screen) -> dict[str, object]:
    (finding,) = finding_objects([failure.finding], source, screen.language)
    drawn = [
        {
            "line": source.position(one.span.start)[0],
            "formula": source.slice(one.span),
            "values": [{"name": source.slice(s), "value": value} for s, value in one.marks],
            "arithmetic": one.text or None,
        }
        for one in failure.drawn
    ]
    return {**finding, "drawn": drawn}


def _point(point: Point, screen: Screen) -> dict[str, object]:
    return {
        "kind": point.kind,
        "name": point.name,
        "detail": point.detail.of(screen.language),
    }
