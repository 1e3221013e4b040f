"""Provenance: every rule says where it comes from; what is inferred or chosen is listed."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Severity, Text
from ...grammar.suggest import nearest
from ...grammar.vocabulary import PROPERTIES
from ..semantics.checked import Checked
from ..semantics.codes import UNKNOWN_PROPERTY
from ..semantics.codes.make import code
from ..semantics.declarations import HEAD_WORDS, Declaration, Provenance, provenance
from ..semantics.declare import suggestion

MISSING = code(
    "G601",
    ("{kind}“{name}”没有写出处", "{kind} “{name}” has no source"),
    what=("这条规定没有写明来自原文哪一条。", "The rule does not say which clause it encodes."),
    why=(
        "被评估单位问起每一分时，要能指出依据。",
        "When a unit asks about a point, the clause behind it must be shown.",
    ),
    mend=(
        "加一行“出处”；原文没有写的，用“推定”“取义”或“授权”写明理由。",
        "Add a source; where the text is silent, say why with inferred, reading or delegated.",
    ),
    bad="机构 市绩效办 { 职责：“计算得分和排名” }",
    good="机构 市绩效办 { 出处：“六”；职责：“计算得分和排名” }",
    hint=(
        "加一行：出处：“条文编号”；原文没有写的，写“推定”“取义”或“授权”",
        "add “source: …”; where the text is silent, write inferred, reading or delegated",
    ),
    severity=Severity.WARNING,
)
RESTS_ON = code(
    "G602",
    ("{kind}“{name}”：{what}——{reason}", "{kind} “{name}”: {what} — {reason}"),
    what=(
        "这条规定靠推定、取义或授权，不是原文直接写的。",
        "The rule rests on an inference, a reading or a delegation, not on the plain text.",
    ),
    why=(
        "结果建立在这些选择上，主管机关应当逐条知道。",
        "Results depend on these choices; the authority should know each of them.",
    ),
    mend=(
        "不是错误。请主管机关确认；原文写明以后改成“出处”。",
        "No mistake. Have it confirmed; once the document says so, write its source instead.",
    ),
    bad="期限 报送 { 推定：“比照往年”；截止：3月31日 }",
    good="期限 报送 { 出处：“三”；截止：3月31日 }",
    severity=Severity.NOTE,
)
CODES = (MISSING, RESTS_ON)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Declarations without provenance, and the list of everything that is not plainly stated."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            word = Text(declaration.kind.zh, declaration.kind.en)
            if declaration.kind.sourced and not _sourced(checked, declaration):
                yield Diagnostic(
                    MISSING, declaration.span, {"kind": word, "name": declaration.name}
                )
            yield from _targets(declaration)
            for stated in provenance(declaration):
                if stated.kind != "source":
                    yield _listed(declaration, word, stated)


def _sourced(checked: Checked, declaration: Declaration) -> bool:
    return any(provenance(place) for place in checked.symbols.ancestors(declaration))


def _listed(declaration: Declaration, word: Text, stated: Provenance) -> Diagnostic:
    label = PROPERTIES[stated.kind]
    what = Text(label.zh, label.en)
    args: dict[str, Argument] = {
        "kind": word,
        "name": declaration.name,
        "what": what,
        "reason": stated.text,
    }
    return Diagnostic(RESTS_ON, stated.span, args)


def _targets(declaration: Declaration) -> Iterator[Diagnostic]:
    """取义：权重（“…”） must name a property or entry that the declaration has."""
    written = {
        w for key in declaration.properties for w in (PROPERTIES[key].zh, PROPERTIES[key].en)
    }
    written |= {entry.key.text for entry in declaration.entries}
    if declaration.block.amount is not None:
        written |= {word for pair in HEAD_WORDS for word in pair}
    for stated in provenance(declaration):
        if stated.target is not None and stated.target not in written:
            args: dict[str, Argument] = {
                "kind": Text(declaration.kind.zh, declaration.kind.en),
                "word": stated.target,
                "suggestion": suggestion(nearest(stated.target, written)),
            }
            yield Diagnostic(UNKNOWN_PROPERTY, stated.span, args)
