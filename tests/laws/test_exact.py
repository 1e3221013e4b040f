"""Law 1, exact: numbers are exact rationals, rounded only where the policy says so."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from guiju.engine.data.tables import Dataset
from hypothesis import given
from support.independent import answers
from support.runs import STAGES, exported, is_number, run
from support.sample import expected_rows, sample
from support.year import generate, small_years


def agree(dataset: Dataset) -> None:
    """The engine and the independent program give every unit the same answer."""
    found = exported(run(dataset))
    wanted = answers(dataset)
    assert found.keys() == wanted.keys()
    for unit, row in found.items():
        answer = wanted[unit]
        stages = {name: row[name if name in row else f"{name}评估"] for name in STAGES}
        assert stages == answer.stages, unit
        assert (row["加分"], row["总分"]) == (answer.bonus, answer.total), unit
        assert (row["组内名次"], row["拟定等次"]) == (answer.rank, answer.grade), unit
        assert (row["降等"], row["待委员会决定"]) == (answer.lowered, answer.pending), unit
        assert row["最终等次"] == answer.final, unit
        if answer.civil is not None:
            quotas = (row["公务员优秀名额"], row["事业人员优秀名额"])
            assert quotas == (answer.civil, answer.staff), unit


@given(small_years())
def test_small_years_agree_with_the_independent_program(dataset: Dataset) -> None:
    agree(dataset)


@pytest.mark.parametrize("seed", range(3))
def test_larger_years_agree_with_the_independent_program(seed: int) -> None:
    agree(generate(150, seed))


def test_the_sample_year_agrees_with_the_independent_program() -> None:
    agree(sample())


def test_the_sample_year_agrees_with_its_published_result() -> None:
    found = exported(run(sample()))
    rows = expected_rows()
    assert [row["单位"] for row in rows] == list(found)
    for row in rows:
        for title, text in row.items():
            value = found[row["单位"]][title]
            assert shown(value, text) == text, (row["单位"], title)


def shown(value: object, like: str) -> str:
    """A value as the published result writes it: to as many decimals as stand there."""
    if isinstance(value, bool):
        return "是" if value else ""
    if is_number(value):
        places = len(like.partition(".")[2])
        cents = (Fraction(value) * 10**places + Fraction(1, 2)).__floor__()  # type: ignore[arg-type]
        return str(Decimal(cents).scaleb(-places))
    return value if isinstance(value, str) else ""


@given(small_years())
def test_every_number_of_a_run_is_an_exact_rational(dataset: Dataset) -> None:
    for column in run(dataset).run.values.values():
        assert not any(isinstance(value, (float, complex)) for value in column)


def test_generated_years_do_sit_on_the_bounds() -> None:
    found = [answer.unrounded for answer in answers(generate(400, 7)).values()]
    half_cents = [n for n in found if (n * 1000) % 10 == 5]
    assert half_cents and len(set(found)) < len(found)
    assert all(any(abs(n - bound) <= Fraction(1, 100) for n in found) for bound in (79, 80, 90))
