"""``translate``: a policy in the words of the other language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ...engine.examine import examine
from ...engine.translate import translate
from ...grammar.diagnostics import Diagnostic, Language
from ..exits import Exit
from ..render.files import write_atomically
from ..render.screen import Screen
from ..sources import exit_for, load_source
from .options import INJECTED, TEXT_OUTPUT, TO
from .rewriting import show_findings


def run(
    policy: Path,
    /,
    *,
    to: Annotated[Language, TO],
    output: Annotated[Path | None, TEXT_OUTPUT] = None,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Prints or saves a policy in a language. Only where every word is understood can it be told
    from a name, so a policy with errors is not translated."""
    source = load_source(policy)
    if isinstance(source, Diagnostic):
        show_findings(policy, [source], None, screen)
        return exit_for(source)
    found = examine(source)
    if not found.sound:
        show_findings(policy, found.diagnostics, source, screen)
        return Exit.INVALID
    text = translate(found.checked, to)
    if output is None:
        screen.write(text)
    else:
        write_atomically(output, text.encode())
    return Exit.GOOD
