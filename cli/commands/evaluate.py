"""``evaluate``: run a policy on a year's data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from ...engine.plan.text import digest
from ...engine.report.data import result_data
from ...engine.report.evaluation import evaluation_report
from ...engine.report.model import Grid
from ...engine.report.table import export_grid, listing_grid
from ...grammar.diagnostics import Text
from ...grammar.vocabulary import BLOCKS
from ..exits import Exit
from ..render.machine import finding_objects
from ..render.screen import Screen
from ..render.separated import grid_csv
from ..render.terminal import render_report
from ..running import Evaluated, evaluated
from .options import FORMAT, INJECTED, OUTPUT, TABLE
from .output import SUFFIXES, Kind, document, refused, save, save_workbook

ResultFormat: TypeAlias = Literal["text", "json", "csv", "markdown", "html"]
_NO_TABLE = Text("政策里没有名为“{name}”的结果表", "the policy has no table of results “{name}”")
_KNOWN_TABLES = Text("；有的是：{names}", "; it has {names}")
_UNITS = Text(
    "各单位的结果表（不写 --table）", "the table of the units, which goes without --table"
)


def run(  # noqa: PLR0913 - one parameter an option
    policy: Path,
    data: Path,
    /,
    *,
    format: Annotated[ResultFormat, FORMAT] = "text",
    output: Annotated[Path | None, OUTPUT] = None,
    table: Annotated[str | None, TABLE] = None,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Evaluates all units of a data folder."""
    if refused(output, (), screen):
        return Exit.USAGE
    found = evaluated(policy, data, screen, "json" if format == "json" else "text")
    if isinstance(found, Exit):
        return found
    grid = _grid(found, table, screen)
    if grid is None:
        return Exit.USAGE
    if output is not None:
        _write(found, output, grid, screen)
    if format == "text":
        render_report(evaluation_report(found.result, found.notes, screen.language), screen.console)
    else:
        screen.write(_text(found, format, grid, screen))
    return Exit.GOOD


def _grid(found: Evaluated, table: str | None, screen: Screen) -> Grid | None:
    """The table of results to export; None, and said so, where the policy declares none such. The
    units' own has no name; the word of its block means it."""
    listings = {listing.name: listing for listing in found.result.run.plan.listings}
    if table in listings:
        return listing_grid(found.result, listings[table])
    if table is None or table in (BLOCKS["export"].zh, BLOCKS["export"].en):
        return export_grid(found.result)
    names = [_UNITS.of(screen.language), *(f"“{name}”" for name in listings)]
    known = ("、" if screen.language == "zh" else ", ").join(names)
    no_table = _NO_TABLE.of(screen.language).format(name=table)
    screen.errors.print(no_table + _KNOWN_TABLES.of(screen.language).format(names=known))
    return None


def _text(found: Evaluated, format: Kind, grid: Grid, screen: Screen) -> str:
    if format == "json":
        return _json(found, screen)
    if format == "csv":
        return grid_csv(grid)
    report = evaluation_report(found.result, found.notes, screen.language)
    return document(report, format, screen.language)


def _json(found: Evaluated, screen: Screen) -> str:
    data: dict[str, object] = {
        **result_data(found.result),
        "plan": digest(found.result.run.plan),
        "findings": finding_objects(found.notes, found.source, screen.language),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _write(found: Evaluated, output: Path, grid: Grid, screen: Screen) -> None:
    """Writes the result file, whole or not at all."""
    kind = SUFFIXES[output.suffix.lower()]
    if kind == "xlsx":
        report = evaluation_report(found.result, found.notes, screen.language, detailed=True)
        save_workbook(output, report, screen)
    else:
        # A spreadsheet program takes a CSV file for UTF-8 only with a byte order mark.
        encoding = "utf-8-sig" if kind == "csv" else "utf-8"
        save(output, _text(found, kind, grid, screen).encode(encoding), screen)
