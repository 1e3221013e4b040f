"""How the codes of a policy's findings are written down: pairs are Chinese, then English."""

from __future__ import annotations

from typing import TypeAlias

from ....grammar.diagnostics import Code, Page, Severity, Text
from .frames import FRAME

Pair: TypeAlias = "tuple[str, str]"


def code(  # noqa: PLR0913
    id: str,
    message: Pair,
    *,
    what: Pair,
    why: Pair,
    mend: Pair,
    bad: str,
    good: str,
    hint: Pair | None = None,
    severity: Severity = Severity.ERROR,
    frame: str = FRAME,
) -> Code:
    """A code about a policy; ``bad`` and ``good`` stand in ``frame``."""
    page = Page(Text(*what), Text(*why), Text(*mend), _block(bad), _block(good), frame=frame)
    return Code(id, severity, Text(*message), page, Text(*hint) if hint else None)


def _block(example: str) -> str:
    """An example from its triple-quoted text: no blank line around it, one line end at its end."""
    return example.strip("\n") + "\n"
