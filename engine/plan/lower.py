"""A checked policy to its plan. Sugar ends here: indicators, stages, bonus and vetoes become plain
operations that keep their names, clauses and spans."""

from __future__ import annotations

from ...grammar.nodes import String, YearLiteral
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, provenance
from .exports import exports_of, listings_of
from .outcome import outcome_of, uses_of
from .plan import Basis, Plan
from .requirements import group_sizes, head_counts, notices_of, requirements_of
from .values import ValueLowering


def year_of(checked: Checked) -> int:
    """The policy's year; 2000 where it is masked, so that month and day still mean something."""
    written = checked.policy.value("year") if checked.policy else None
    return written.year or 2000 if isinstance(written, YearLiteral) else 2000


def basis_of(values: ValueLowering) -> tuple[Basis, ...]:
    """Everything inferred, chosen or delegated, in the order written; no result rests on what an
    example is made of."""
    return tuple(
        Basis(
            stated.kind,
            declaration.kind.id,
            _full_title(declaration, top),
            stated.text,
            values.clauses(declaration),
            tuple(
                item.text for item in declaration.items("alternatives") if isinstance(item, String)
            ),
        )
        for top in values.symbols.declarations
        if top.kind.id != "example"
        for declaration in top.walk()
        for stated in provenance(declaration)
        if stated.kind != "source"
    )


def _full_title(declaration: Declaration, top: Declaration) -> str:
    """A declaration's title, after that of what it stands in."""
    return declaration.title if declaration is top else f"{top.title}·{declaration.title}"


def lower(checked: Checked) -> Plan:
    """The plan of a policy without errors."""
    return lowered(checked)[1]


def lowered(checked: Checked) -> tuple[ValueLowering, Plan]:
    """The plan, and what made it: further formulas can be added after the plan's own."""
    values = ValueLowering(checked, year_of(checked))
    for name in checked.symbols.values:
        values.named(name)
    for tree in (checked.symbols.stages, checked.symbols.indicators):
        for declarations in tree.values():
            for declaration in declarations:
                values.declaration(declaration)
    outcome = outcome_of(values)
    uses = uses_of(values)
    requirements = requirements_of(values)
    notices = notices_of(values)
    exports = exports_of(values, outcome)
    listings = listings_of(values)
    plan = Plan(
        name=checked.policy.title if checked.policy else "",
        tables=tuple(checked.symbols.tables.values()),
        ops=tuple(values.builder.ops),
        names=values.builder.names,
        outcome=outcome,
        notices=notices,
        requirements=requirements,
        uses=uses,
        exports=exports,
        listings=listings,
        basis=basis_of(values),
        kind=values.kind_column,
        groups=group_sizes(values),
        heads=head_counts(values),
    )
    return values, plan
