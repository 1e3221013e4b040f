"""The report of a history: a table for each part, a column a year."""

from __future__ import annotations

from ...grammar.diagnostics import Language, Text
from ...grammar.vocabulary import PROPERTIES
from ..diff.history import PARTS, History, Row, Said
from .data import Json
from .model import Column, Grid, Lines, Report, Section, Value
from .words import Wording

_TITLES: dict[str, Text] = {
    "weights": Text("环节和评议组的权重", "Weights of stages and panels"),
    "points": Text("指标分值", "Points of indicators"),
    "bonuses": Text("加分", "Bonuses"),
    "scales": Text("对照", "Scales"),
    "steps": Text("计算步骤和排名", "Steps and ranking"),
    "grades": Text("等次界限", "Bounds of grades"),
    "vetoes": Text("否决", "Vetoes"),
    "uses": Text("结果运用和名额", "Uses and quotas"),
    "dates": Text("期限", "Deadlines"),
    "others": Text("其他", "Others"),
}
_ABSENT = Value("·", tone="muted")


def history_report(found: tuple[History, ...], language: Language) -> Report:
    """The histories of one series or more; a value is strong where it is another than before."""
    word = Wording(language)
    sections: list[Section] = []
    if len(found) > 1:
        names = word("、", ", ").join(f"“{one.series}”" for one in found)
        said = word(
            f"这些政策属于{len(found)}个系列：{names}，分别列出",
            f"these policies are of {len(found)} series: {names}; each is listed apart",
        )
        sections.append(Section("", (Lines(((said, "warn"),), bullets=False),)))
    for one in found:
        lead = f"{one.series} · " if len(found) > 1 else ""
        sections += [_section(part, lead, one, word) for part, _ in PARTS if _of(part, one)]
        sections += _steady(one, word)
    title = word("政策沿革", "History of policies")
    return Report(
        title, tuple(sections), word("；", "; ").join(_subtitle(one, word) for one in found)
    )


def _subtitle(one: History, word: Wording) -> str:
    changed = sum(row.changes for row in one.rows)
    years = word("、", ", ").join(one.years)
    return word(
        f"{one.series}：{years}；共{len(one.rows)}项，{changed}项有变化",
        f"{one.series}: {years}; {len(one.rows)} rows, {changed} of them not the same throughout",
    )


def _shown(row: Row) -> bool:
    """Whether a row is listed: each figure, and what else is not the same in all years."""
    return row.figure or row.changes


def _of(part: str, one: History) -> list[Row]:
    return [row for row in one.rows if row.part == part and _shown(row)]


def _steady(one: History, word: Wording) -> list[Section]:
    """How much is not listed because it says the same in all years."""
    count = sum(not _shown(row) for row in one.rows)
    said = word(
        f"另有{count}项算式、条件和办理事项各年相同，没有列出；--format json 里有",
        f"{count} more formulas, conditions and duties are the same in all years and not listed; "
        "--format json has them",
    )
    return [Section("", (Lines(((said, "muted"),), bullets=False),))] if count else []


def _section(part: str, lead: str, one: History, word: Wording) -> Section:
    heading = lead + _TITLES[part].of(word.language)
    spans = len(one.years) > 2
    titles = (
        word("项目", "Thing"), *one.years, *((word("起止", "Years"),) if spans else ()),
        word("说明", "Remark"),
    )  # fmt: skip
    listed = _of(part, one)
    rows = tuple(
        _row(row, (*listed[:1], *listed)[place].path if place else (), one, spans, word)
        for place, row in enumerate(listed)
    )
    return Section(heading, (Grid(tuple(map(Column, titles)), rows),), sheet=heading)


def _row(
    row: Row, before: tuple[str, ...], one: History, spans: bool, word: Wording
) -> tuple[Value, ...]:
    """One row; what its name has in common with the row before stands as an indentation."""
    cells = tuple(_cell(said, row.said[:place]) for place, said in enumerate(row.said))
    first, last = one.years[row.first], one.years[row.last]
    years = Value(first if first == last else f"{first}–{last}", tone="muted")
    aspect = aspect_name(row, word)
    full = (*row.path, aspect) if aspect else row.path
    same = 0
    while same < min(len(before), len(full) - 1) and before[same] == full[same]:
        same += 1
    name = "　" * same + " › ".join(full[same:])
    return (Value(name), *cells, *((years,) if spans else ()), Value(_remark(row, one, word)))


def _cell(said: Said | None, before: tuple[Said | None, ...]) -> Value:
    if said is None:
        return _ABSENT
    earlier = before[-1] if before else said
    same = earlier is not None and earlier.term == said.term
    return Value(said.words, tone="plain" if same else "strong")


def aspect_name(row: Row, word: Wording) -> str:
    """The property or entry that a row is of; nothing for an amount or a mere presence."""
    if row.own or row.aspect is None or row.aspect == "amount":
        return row.aspect if row.own and row.aspect else ""
    known = PROPERTIES[row.aspect]
    return word(known.zh, known.en.replace("_", " "))


def _remark(row: Row, one: History, word: Wording) -> str:
    said = []
    if row.first:
        said.append(word(f"{one.years[row.first]}年新增", f"new in {one.years[row.first]}"))
    if row.last < len(one.years) - 1:
        said.append(
            word(f"{one.years[row.last + 1]}年起没有", f"gone since {one.years[row.last + 1]}")
        )
    if row.origin:
        listed = word("、", ", ").join(row.origin)
        said.append(word(f"来自{listed}", f"from {listed}"))
    if row.fate and row.last < len(one.years) - 1:
        listed = word("、", ", ").join(row.fate)
        said.append(word(f"改为{listed}", f"became {listed}"))
    if row.changed_in:
        years = word("、", ", ").join(one.years[place] for place in row.changed_in)
        said.append(word(f"{years}年改", f"changed in {years}"))
    if any(one is None for one in row.said[row.first : row.last + 1]):
        said.append(word("中间停过", "with a gap"))
    if len(row.titles) > 1:
        said.append(word("原名", "formerly ") + word("、", ", ").join(row.titles[:-1]))
    return word("；", "; ").join(said)


def history_data(found: tuple[History, ...]) -> list[Json]:
    """Histories as plain data."""
    return [
        {
            "series": one.series,
            "policies": [
                {"file": policy.source.name, "year": year}
                for policy, year in zip(one.policies, one.years, strict=True)
            ],
            "rows": [_row_data(row, one) for row in one.rows],
        }
        for one in found
    ]


def _row_data(row: Row, one: History) -> Json:
    return {
        "part": row.part, "block": row.kind, "path": list(row.path), "aspect": row.aspect,
        "entry": row.own, "first": one.years[row.first], "last": one.years[row.last],
        "figure": row.figure, "changes": row.changes,
        "origin": list(row.origin), "fate": list(row.fate),
        "said": [
            None if said is None else
            {"words": said.words, "title": said.title, "clauses": list(said.clauses)}
            for said in row.said
        ],
    }  # fmt: skip
