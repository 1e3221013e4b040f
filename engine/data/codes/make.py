"""How the codes of this package are written down: pairs are Chinese, then English."""

from __future__ import annotations

from typing import TypeAlias

from ....grammar.diagnostics import Code, Page, Severity, Text

Pair: TypeAlias = "tuple[str, str]"


def code(  # noqa: PLR0913 - the parts of a code, each named where it is written
    id: str,
    severity: Severity,
    message: Pair,
    *,
    what: Pair,
    why: Pair,
    mend: Pair,
    bad: str,
    good: str,
    hint: Pair | None = None,
) -> Code:
    """A code about data; ``bad`` and ``good`` show the data under the column's declaration."""
    page = Page(Text(*what), Text(*why), Text(*mend), bad, good, data=True)
    return Code(id, severity, Text(*message), page, Text(*hint) if hint else None)
