"""A plan being brought to normal form, for one kind of unit."""

from __future__ import annotations

from fractions import Fraction

from attrs import define, field

from ..extent import Extent
from ..plan.ops import OpId
from ..plan.plan import Plan
from ..reach.domain import Reach
from ..reach.worlds import World
from .forms import Form, Forms


@define
class Side:
    """What is known of each operation so far: its form, and whether it always has an answer
    (``sure``), which may be blank. What a value can be is known from its ``world``."""

    plan: Plan
    world: World
    forms: Forms
    form: list[Form] = field(factory=list)
    sure: list[bool] = field(factory=list)

    def reach(self, op_id: OpId) -> Reach:
        return self.world.reach[op_id]

    def numbers(self, op_id: OpId) -> Extent | None:
        """The numbers that a value can be, where it can be nothing else but blank."""
        found = self.reach(op_id)
        return found.numbers if found.names == frozenset() and not found.truths else None

    def full(self, op_id: OpId) -> bool:
        """Whether there is always a value, never a blank and never a fault."""
        return self.sure[op_id] and not self.reach(op_id).blank

    def bare(self, op_id: OpId) -> Form:
        """The form of an argument of an operation that needs it."""
        return self.forms.bare(self.form[op_id])

    def number(self, op_id: OpId) -> Fraction | None:
        """The number that an argument always is."""
        return self.forms.number(self.form[op_id])

    def taken(self, op_id: OpId) -> Form:
        """What an operation gives that leaves its argument as it is, but needs it."""
        form = self.form[op_id]
        return self.forms.needed(self.forms.bare(form)) if self.reach(op_id).blank else form
