"""All examples of a policy at once."""

from __future__ import annotations

from attrs import field, frozen

from ..semantics.checked import Checked
from .coverage import Coverage, coverage_of
from .example import Trials
from .lower import trials_of
from .verdict import Tried, try_example


@frozen
class Suite:
    """Every example with its verdict, and what they show of the policy."""

    trials: Trials = field(repr=False)
    tried: tuple[Tried, ...]
    coverage: Coverage

    @property
    def passed(self) -> bool:
        """Whether there is an example, and every one came out as it says."""
        return bool(self.tried) and all(one.passed for one in self.tried)


def run_suite(checked: Checked) -> Suite:
    """Tries all examples of a policy without errors."""
    trials = trials_of(checked)
    tried = tuple(try_example(trials, example) for example in trials.examples)
    return Suite(trials, tried, coverage_of(trials, tried))
