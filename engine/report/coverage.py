"""The coverage of a document by a policy, as a report and as data."""

from __future__ import annotations

from typing import assert_never

from ...grammar.diagnostics import Language, decimal_text
from ..explain.numbers import fixed_text
from ..sources.coverage import Coverage, Row, Status
from .model import Column, Grid, Section, Tone, Value
from .words import Wording

_BLOCKS, _CHARACTERS = 3, 24


def coverage_section(coverage: Coverage, language: Language) -> Section:
    """A row for each clause, and the counts above them."""
    word = Wording(language)
    columns = (
        Column(word("条文", "Clause")),
        Column(word("原文", "Text")),
        Column(word("状态", "Status")),
        Column(word("由哪些规定", "Rules")),
    )
    rows = tuple(_row(row, word) for row in coverage.rows)
    return Section(word("条文覆盖", "Coverage"), (Grid(columns, rows, _summary(coverage, word)),))


def coverage_data(coverage: Coverage) -> dict[str, object]:
    """The same for programs; ``share`` is an exact percentage."""
    return {
        "clauses": coverage.all,
        "covered": coverage.done,
        "share": decimal_text(coverage.share),
        "rows": [
            {
                "clause": row.path,
                "line": row.line,
                "text": row.words,
                "missing": row.missing,
                "status": row.status.value,
                "by": [{"kind": d.kind.id, "name": d.name} for d in row.by],
            }
            for row in coverage.rows
        ],
    }


def _summary(coverage: Coverage, word: Wording) -> str:
    share = fixed_text(coverage.share, 1)
    counts = [coverage.count(s) for s in (Status.ENCODED, Status.DECLARED, Status.OPEN)]
    return word(
        f"共{coverage.all}条：已编入{counts[0]}，说明不计{counts[1]}，未处理{counts[2]}；覆盖{share}％",
        f"{coverage.all} clauses: {counts[0]} encoded, {counts[1]} declared, {counts[2]} open; "
        f"{share}% covered",
    )


def _row(row: Row, word: Wording) -> tuple[Value, ...]:
    tone = _tone(row.status)
    said = word("（原文缺）", "(missing from the text)") if row.missing else row.words
    short = said if len(said) <= _CHARACTERS else said[: _CHARACTERS - 1] + "…"
    names = [f"{word.kind(d.kind.id)} {d.name or d.title}".strip() for d in row.by]
    more = len(names) - _BLOCKS
    shown = word("、", ", ").join(names[:_BLOCKS])
    if more > 0:
        shown += word(f"等{len(names)}处", f" and {more} more")
    quiet: Tone = "muted" if row.status is Status.HEADING else "plain"
    return (
        Value(row.path),
        Value(short, tone=quiet),
        Value(_status(row, word), tone=tone),
        Value(shown),
    )


def _status(row: Row, word: Wording) -> str:
    match row.status:
        case Status.ENCODED if row.missing:
            return word("已说明", "explained")
        case Status.ENCODED:
            return word("已编入", "encoded")
        case Status.DECLARED:
            return word("说明不计", "declared")
        case Status.OPEN:
            return word("未处理", "open")
        case Status.HEADING:
            return word("标题", "heading")
        case _:
            assert_never(row.status)


def _tone(status: Status) -> Tone:
    match status:
        case Status.ENCODED | Status.DECLARED:
            return "plain"
        case Status.OPEN:
            return "warn"
        case Status.HEADING:
            return "muted"
