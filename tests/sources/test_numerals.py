"""Numbers in Chinese characters."""

from __future__ import annotations

from fractions import Fraction

import pytest
from guiju.engine.numerals import han, number
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三十", 30),
        ("十", 10),
        ("十二", 12),
        ("两", 2),
        ("一百零五", 105),
        ("一百五十", 150),
        ("一百二", 120),
        ("一百零二", 102),
        ("三千五", 3500),
        ("一万二", 12_000),
        ("一百二万", 1_200_000),
        ("一亿三", 130_000_000),
        ("二十五", 25),
        ("二千三百", 2300),
        ("二十万", 200_000),
        ("一万二千", 12_000),
        ("三亿零五万", 300_050_000),
        ("二〇〇九", 2009),
        ("三点五", Fraction(7, 2)),
        ("零", 0),
        ("75,000", 75_000),
        ("0.5", Fraction(1, 2)),
    ],
)
def test_a_number_has_its_value(text: str, value: Fraction) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "三甲", "点五", "三点十"])
def test_what_is_no_number_has_none(text: str) -> None:
    assert number(text) is None


@given(st.integers(1, 999))
def test_clause_numbers_are_written_as_they_are_read(value: int) -> None:
    assert number(han(value)) == value
