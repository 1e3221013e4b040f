"""The operation of every declared value, by kind of declaration."""

from __future__ import annotations

from ..levels import UNIT
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.rows import level_compared
from .indicators import indicator
from .lowering import Lowering
from .ops import OpId
from .results import bonus, grades, ranking
from .stages import panel, stage
from .vetoes import veto


class ValueLowering(Lowering):
    """Makes the operations of every declared value, each once."""

    def __init__(self, checked: Checked, year: int) -> None:
        super().__init__(checked, year)
        self._made: dict[Declaration, OpId] = {}

    def declaration(self, declaration: Declaration) -> OpId:
        """The operation of a declaration's value."""
        if declaration not in self._made:
            self._made[declaration] = self._make(declaration)
        return self._made[declaration]

    def _make(self, declaration: Declaration) -> OpId:
        match declaration.kind.id:
            case "process" | "stage":
                return stage(self, declaration)
            case "panel":
                return panel(self, declaration)
            case "system" | "goal" | "indicator" | "item":
                return indicator(self, declaration)
            case "bonus" | "deduction":
                return bonus(self, declaration)
            case "ranking":
                return ranking(self, declaration)
            case "grades":
                return grades(self, declaration)
            case "veto":
                return veto(self, declaration)
            case "deadline":
                due = self.written(declaration, "due")
                level = level_compared(self.formulas.names, declaration)
                return self.formulas.expression(due, level, {})
            case "quota":
                return self.limited(
                    declaration, self.label(declaration, self.cases(declaration, UNIT))
                )
            case _:
                level = self.symbols.level_of(declaration)
                return self.label(declaration, self.cases(declaration, level))
