"""What the policy comes to, and what follows from it."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Expression, Path, String
from ..levels import UNIT
from ..semantics.declarations import Declaration
from ..semantics.forms import grades_of
from ..semantics.official import official_grades, official_ranking
from ..semantics.scores import POINTS
from ..semantics.types import dimension_words
from .lowering import Lowering
from .ops import Rank
from .plan import Due, Outcome, Use, Veto, VetoEvents


def outcome_of(values: Lowering) -> Outcome:
    """The ranking and grades of units that count, and the vetoes; a policy may lack any of them."""
    ranking = official_ranking(values.checked).one
    grades = official_grades(values.checked).one
    rank = values.declaration(ranking) if ranking is not None else None
    grade = values.declaration(grades) if grades is not None else None
    ranked = values.builder.ops[rank] if rank is not None else None
    scored = grades is not None and _scored(values, grades)
    total = values.attributes.get((grades, "on")) if grades is not None else None
    if isinstance(ranked, Rank) and ranking is not None and not scored:
        # Ranks go by a score where grades go by the ranks, or by conditions.
        total, scored = values.attributes[ranking, "on"], _scored(values, ranking)
    return Outcome(
        total,
        rank,
        ranked.group if isinstance(ranked, Rank) else None,
        grade,
        grade,
        _vetoes(values),
        grades_of(grades) if grades is not None else (),
        scored,
    )


def _scored(values: Lowering, declaration: Declaration) -> bool:
    """Whether what ranks or grades go by is in points."""
    on = declaration.value("on")
    return on is not None and values.checked.types[on].dimension == POINTS


def _vetoes(values: Lowering) -> Veto | None:
    """All vetoes of the policy as one: from the first one's grade to the last one's result."""
    build = values.builder
    everything = {d: values.declaration(d) for d in values.symbols.all_of("veto")}
    declarations = [d for d, op in everything.items() if build.level(op) == UNIT]
    if not declarations:
        return None
    last = declarations[-1]
    either = {
        key: build.logic("or", *(values.attributes[d, key] for d in declarations))
        for key in ("lowered", "pending")
    }
    return Veto(
        name="、".join(declaration.name for declaration in declarations),
        result=last.paths("result")[0].text,
        grade=values.attributes[declarations[0], "grade"],
        final=everything[last],
        if_lowered=values.attributes[last, "if_lowered"],
        events=tuple(_events(values, declaration) for declaration in declarations),
        **either,
    )


def _events(values: Lowering, declaration: Declaration) -> VetoEvents:
    effective = values.attributes[declaration, "effective"]
    undecided = values.attributes.get((declaration, "undecided"))
    return VetoEvents(
        declaration.name,
        values.builder.level(effective),
        effective,
        undecided,
        values.attributes[declaration, "grade"],
        values.declaration(declaration),
    )


def uses_of(values: Lowering) -> tuple[Use, ...]:
    """The uses of the result, in the order of the document."""
    return tuple(_use(values, d) for d in values.symbols.all_of("use"))


def _use(values: Lowering, declaration: Declaration) -> Use:
    when = declaration.value("when")
    return Use(
        name=declaration.name,
        title=declaration.title,
        clauses=values.clauses(declaration),
        applies=values.applies(values.symbols.subjects_of(declaration)),
        when=values.formulas.lower(when, UNIT) if when is not None else None,
        actions=tuple(action_text(item) for item in declaration.items("then")),
        quotas=tuple(_due(values, q) for q in declaration.of_kind("quota")),
        blank=declaration.text("blank"),
        unscored=declaration.text("unscored"),
    )


def _due(values: Lowering, quota: Declaration) -> Due:
    """A figure with its unit, as checking found it; a product of units has no word of its own."""
    take, op = quota.value("take"), values.declaration(quota)
    dimension = values.checked.types[take].dimension if take is not None else None
    plain = not dimension or len(dimension) > 1 or dimension[0][1] != 1
    return Due(quota.name, op, Text("", "") if plain else dimension_words(dimension))


def action_text(item: Expression) -> str:
    """A duty as written: ``诫勉谈话（主要领导）``."""
    match item:
        case String(text=text) | Path(text=text):
            return text
        case Call(callee=callee, arguments=arguments):
            inside = "、".join(action_text(argument.value) for argument in arguments)
            return f"{callee.text}（{inside}）"
        case _:
            return ""
