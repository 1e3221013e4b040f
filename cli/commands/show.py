"""``show``: what a policy says, or how a stage of reading sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias, assert_never

from ...engine.plan.text import digest, plan_text
from ...engine.reach.prove import known_of
from ...engine.report.policy import policy_report
from ...grammar.diagnostics import Diagnostic
from ...grammar.dump import dump
from ...grammar.read import parse_tree, read, tokenize
from ...grammar.source import Source
from ..exits import Exit
from ..render.findings import render_findings
from ..render.markdown import report_markdown
from ..render.screen import Screen
from ..render.terminal import render_report
from ..running import checkup_of
from ..sources import exit_for, load_source
from .options import FORMAT, INJECTED, STAGE

Stage: TypeAlias = Literal["policy", "tokens", "tree", "nodes", "plan"]
PageFormat: TypeAlias = Literal["text", "markdown"]


def run(
    policy: Path,
    /,
    *,
    stage: Annotated[Stage, STAGE] = "policy",
    format: Annotated[PageFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Shows a policy, or one stage of reading it."""
    source = load_source(policy)
    if isinstance(source, Diagnostic):
        render_findings([source], None, language=screen.language, console=screen.console)
        return exit_for(source)
    match stage:
        case "tokens":
            screen.write("".join(_token_lines(source)))
        case "tree":
            screen.write(parse_tree(source)[0].pretty("  "))
        case "nodes":
            screen.write(dump(read(source)[0]) + "\n")
        case "plan" | "policy":
            return _checked(source, stage, format, screen)
        case _:
            assert_never(stage)
    return Exit.GOOD


def _token_lines(source: Source) -> list[str]:
    lines = []
    for token in tokenize(source)[0]:
        line, column = source.position(token.span.start)
        lines.append(f"{line}:{column}\t{token.kind}\t{source.slice(token.span)}\n")
    return lines


def _checked(
    source: Source, stage: Literal["plan", "policy"], format: PageFormat, screen: Screen
) -> Exit:
    """The plan, or the policy as understood; only for a policy without errors."""
    checkup = checkup_of(source, screen, "text")
    if isinstance(checkup, Exit) or checkup.plan is None:
        return Exit.INVALID
    if stage == "plan":
        screen.write(f"{plan_text(checkup.plan)}\ndigest {digest(checkup.plan)}\n")
        return Exit.GOOD
    report = policy_report(known_of(checkup.checked, checkup.plan), screen.language)
    if format == "markdown":
        screen.write(report_markdown(report))
    else:
        render_report(report, screen.console)
    return Exit.GOOD
