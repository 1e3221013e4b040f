"""A report as one self-contained web page: no script, no link, nothing of the data as markup."""

from __future__ import annotations

from html import escape as _escape
from string import Template

from ...engine.report.model import Branch, Column, Facts, Grid, Item, Lines, Report, Tone, Value
from ...grammar.diagnostics import Language
from .cells import visible

_PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --line: #ccd2d9; --soft: #667; --head: #f2f4f7; --good: #1a7f37;
  --bad: #b42318; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4048; --soft: #9aa4b0; --head: #22272e;
  --good: #57ab5a; --bad: #f47067; --warn: #daaa3f; } }
body { font: 16px/1.65 system-ui, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
  sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.subtitle, .muted, .source { color: var(--soft); } .subtitle { margin-top: .25rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .93rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--head); white-space: nowrap; }
td:first-child { white-space: nowrap; }
.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
ul.tree { list-style: none; padding-left: 0; } ul.tree ul { list-style: none; padding-left: 1.25rem;
  border-left: 1px solid var(--line); margin-left: .3rem; }
.figure { font-weight: 600; margin-left: .75rem; } .detail { margin-left: .75rem; }
.source { font-size: .85rem; margin-left: .75rem; } .note { margin-left: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
.strong { font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad);
  font-weight: 600; } .warn { color: var(--warn); }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } }
</style>
</head>
<body>
<h1>$title</h1>
$body
</body>
</html>
""")


def report_html(report: Report, language: Language) -> str:
    """The whole page."""
    parts = [f'<p class="subtitle">{escape(report.subtitle)}</p>'] if report.subtitle else []
    for section in report.sections:
        heading = f"<h2>{escape(section.heading)}</h2>\n" if section.heading else ""
        inner = "\n".join(_item(item) for item in section.items)
        parts.append(f"<section>\n{heading}{inner}\n</section>")
    tag = "zh-CN" if language == "zh" else "en"
    return _PAGE.substitute(language=tag, title=escape(report.title), body="\n".join(parts))


def escape(text: str) -> str:
    """Text that a browser shows as it is."""
    return _escape(visible(text))


def _item(item: Item) -> str:
    match item:
        case Grid():
            return _grid(item)
        case Branch():
            return f'<ul class="tree">\n{_branch(item)}\n</ul>'
        case Lines():
            tag, row = ("ul", "li") if item.bullets else ("div", "p")
            rows = "\n".join(_tagged(row, text, tone) for text, tone in item.lines)
            return f"<{tag}>\n{rows}\n</{tag}>"
        case Facts():
            pairs = (f"<dt>{escape(n)}</dt>{_tagged('dd', v.text, v.tone)}" for n, v in item.pairs)
            return "<dl>\n" + "\n".join(pairs) + "\n</dl>"


def _tagged(tag: str, text: str, tone: Tone) -> str:
    mark = "" if tone == "plain" else f' class="{tone}"'
    return f"<{tag}{mark}>{escape(text)}</{tag}>"


def _grid(grid: Grid) -> str:
    caption = f"<caption>{escape(grid.caption)}</caption>\n" if grid.caption else ""
    head = "".join(_cell("th", column, Value(column.title)) for column in grid.columns)
    rows = "\n".join(
        "<tr>" + "".join(map(_data_cell, grid.columns, row)) + "</tr>" for row in grid.rows
    )
    return (
        f'<div class="scroll"><table>\n{caption}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _data_cell(column: Column, value: Value) -> str:
    return _cell("td", column, value)


def _cell(tag: str, column: Column, value: Value) -> str:
    kinds: list[str] = ["right"] if column.align == "right" else []
    kinds += [value.tone] if value.tone != "plain" else []
    mark = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<{tag}{mark}>{escape(value.text)}</{tag}>"


def _branch(branch: Branch) -> str:
    parts = [_tagged("span", branch.label, branch.tone)]
    for kind in ("figure", "detail", "source"):
        text = getattr(branch, kind)
        parts += [f' <span class="{kind}">{escape(text)}</span>'] if text else []
    parts += [f'<div class="note">{escape(note)}</div>' for note in branch.notes]
    if branch.children:
        parts.append("\n<ul>\n" + "\n".join(map(_branch, branch.children)) + "\n</ul>")
    return f"<li>{''.join(parts)}</li>"
