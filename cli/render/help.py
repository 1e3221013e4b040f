"""Help pages in the reader's language.

The parser's labels are English and cannot be set one by one, so the whole page is laid out here,
from the names of options and the table of their wording.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text as Painted

from ...grammar.diagnostics import Language
from .. import words
from .cells import fold, pad

if TYPE_CHECKING:
    from cyclopts.help import HelpEntry, HelpPanel

_INDENT = "  "
_WIDEST_NAME = 30


@frozen
class HelpPage:
    """Formatter of one help page, called by the parser for its parts in turn."""

    language: Language

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Prints a group of commands, arguments or options."""
        rows = [(self._name(entry), self._about(entry)) for entry in panel.entries]
        if not rows:
            return
        _put(console, "")
        _put(console, str(panel.title), "bold")
        width = min(max(cell_len(name) for name, _ in rows), _WIDEST_NAME)
        for name, about in rows:
            _print_row(console, name, about, width)

    def render_usage(self, console: Console, options: ConsoleOptions, usage: object) -> None:
        """Prints the usage line."""
        _put(console, words.USAGE.of(self.language) + str(usage).strip(), "bold")

    def render_description(
        self, console: Console, options: ConsoleOptions, description: object
    ) -> None:
        """Prints what the program or the command is for."""
        with console.capture() as capture:
            console.print(description)
        _put(console, capture.get().strip())

    def _name(self, entry: HelpEntry) -> str:
        if entry.positional_label:
            return argument_name(entry.positional_label, self.language)
        names = ", ".join(entry.all_options)
        value = words.ARGUMENT_NAMES.get(entry.metavar or "")
        return f"{names} {value.of(self.language)}" if value else names

    def _about(self, entry: HelpEntry) -> str:
        # A short name, which comes last, tells two options of one long name apart.
        names = [entry.positional_label] if entry.positional_label else entry.all_options
        tables = (words.ARGUMENT_HELP, words.COMMAND_HELP)
        about = next((t[name] for name in reversed(names) for t in tables if name in t), None)
        said = about.of(self.language) if about else ""
        comma, opening, closing = ("，", "（", "）") if self.language == "zh" else ("; ", " (", ")")
        facts = comma.join(self._facts(entry))
        return f"{said}{opening}{facts}{closing}" if facts else said

    def _facts(self, entry: HelpEntry) -> list[str]:
        facts = []
        if entry.choices:
            listed = ("、" if self.language == "zh" else ", ").join(entry.choices)
            facts.append(words.CHOICES.of(self.language).format(listed))
        if entry.default is not None and entry.choices:
            facts.append(words.DEFAULT.of(self.language).format(entry.default))
        if entry.required:
            facts.append(words.REQUIRED.of(self.language))
        return facts


def argument_name(label: str, language: Language) -> str:
    """What the reader calls a positional argument."""
    name = words.ARGUMENT_NAMES.get(label)
    return name.of(language) if name else label


def _put(console: Console, line: str, style: str = "") -> None:
    console.print(Painted(line, style), soft_wrap=True)


def _print_row(console: Console, name: str, about: str, width: int) -> None:
    lead = _INDENT + pad(name, width) + _INDENT
    if cell_len(name) > width:
        _put(console, _INDENT + name, "cyan")
        lead = " " * (width + 2 * len(_INDENT))
    for line in fold(about, max(console.width - cell_len(lead), 20)):
        console.print(Painted.assemble((lead, "cyan"), line), soft_wrap=True)
        lead = " " * cell_len(lead)
