"""The sweep over bands agrees with looking at every value, and its edits mend what they say."""

from __future__ import annotations

from fractions import Fraction

from guiju.engine.checks.sweep import Flaw, sweep
from guiju.engine.data.contract import Range
from guiju.engine.edits import applied
from guiju.engine.extent import Extent, extent, sample
from guiju.engine.pipeline import check
from guiju.grammar.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st

LOW, HIGH = Fraction(0), Fraction(12)
REACH = Extent(LOW, True, HIGH, True)


@st.composite
def ranges(draw: st.DrawFn) -> list[Range]:
    """A few ranges whose bounds lie on halves, some without a bound."""
    bound = st.one_of(st.none(), st.integers(-2, 26).map(lambda n: Fraction(n, 2)))
    one = st.builds(Range, bound, st.booleans(), bound, st.booleans())
    return draw(st.lists(one, min_size=1, max_size=6))


def held(flaws: list[Flaw], kinds: set[str]) -> list[Extent]:
    return [f.numbers for f in flaws if f.kind in kinds and f.numbers is not None]


@settings(deadline=None)
@given(ranges(), st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]))
def test_it_agrees_with_every_value(bands: list[Range], step: Fraction) -> None:
    # Between two neighbouring bounds all numbers are alike: quarters stand for the rest.
    fine = step or Fraction(1, 4)
    values = [fine * n for n in range(int(HIGH / fine) + 1)]
    reach = extent((LOW, True), (HIGH, True), step)
    flaws = list(sweep(bands, step, reach))
    gaps = held(flaws, {"gap", "bottom", "top"})
    inside = {v: [i for i, band in enumerate(bands) if band.holds(v)] for v in values}
    beyond = [fine * n for n in range(-20, 80)]
    empty = [i for i, band in enumerate(bands) if not any(band.holds(v) for v in beyond)]
    # Bounds that are wrong, and bounds between which only the figure's own step leaves nothing.
    quarters = [Fraction(n, 4) for n in range(-20, 80)]
    wrong = [i for i in empty if not any(bands[i].holds(v) for v in quarters)]
    assert [f.index for f in flaws if f.kind == "empty"] == wrong
    if len(empty) < len(bands):
        for value, owners in inside.items():
            assert any(gap.holds(value) for gap in gaps) == (not owners), value
    shared = {v for v, owners in inside.items() if len(owners) > 1}
    meetings = held(flaws, {"overlap", "swallowed", "duplicate"})
    assert all(any(m.holds(v) for m in meetings) for v in shared)
    for flaw in flaws:
        if flaw.numbers is None:
            continue
        witness = sample(flaw.numbers)
        owners = [i for i, band in enumerate(bands) if band.holds(witness)]
        if flaw.kind in ("gap", "bottom", "top"):
            assert not owners and REACH.holds(witness)
        elif flaw.kind == "unreachable":
            assert not any(bands[flaw.index].holds(v) for v in values)
        else:
            assert {flaw.index, flaw.other} <= set(owners)
        assert not step or witness % step == 0 or flaw.index in empty
    unreached = sorted(f.index for f in flaws if f.kind == "unreachable")
    assert unreached == [
        i
        for i, band in enumerate(bands)
        if i not in wrong and not any(band.holds(v) for v in values)
    ]


def test_a_band_between_two_steps_of_the_figure_has_no_wrong_bounds() -> None:
    band = Range(Fraction(7, 2), False, Fraction(4), False)
    assert [f.kind for f in sweep([band], Fraction(1), REACH) if f.index == 0][:1] == [
        "unreachable"
    ]
    turned = Range(Fraction(4), True, Fraction(3), True)
    assert [f.kind for f in sweep([turned], Fraction(1), REACH)] == ["empty"]


HEAD = """
政策 试 { 年度：2024年 }
名册 单位 { 文件：“单位.csv”；主键：名；出处：“一”；列 { 名：单位；分数：分，0分至100分 } }
"""
FLAWED = {
    "a gap": ("优：80分以上", "良：60分至79分", "差：低于60分"),
    "an overlap": ("优：80分以上", "良：60分至85分", "差：低于60分"),
    "a begin only": ("优：90分以上", "良：80分以上", "差：低于80分"),
    "a bottom": ("优：80分以上", "良：60分以上不足80分"),
    "a top": ("优：80分以上不足95分", "良：低于80分"),
    "an order": ("差：低于60分", "优：60分以上"),
}


def policy(bands: tuple[str, ...]) -> str:
    lines = "\n".join(f"  {band}" for band in bands)
    return f"{HEAD}等次 等级 {{\n  出处：“二”\n  依据：分数\n{lines}\n}}\n结果表 {{ 名：名；等级：等级 }}"


def codes(text: str) -> list[str]:
    return [one.code.id for one in check(Source("试", text)).diagnostics if one.code.id < "G541"]


def test_each_edit_removes_its_finding_and_adds_none() -> None:
    for name, bands in FLAWED.items():
        text = policy(bands)
        (finding,) = [f for f in check(Source("试", text)).diagnostics if f.code.id < "G541"]
        (fix,) = finding.fixes
        assert codes(applied(text, fix.edits)) == [], name


def test_the_edits_of_an_english_policy_are_english() -> None:
    text = """
policy trial { year: 2024年 }
register units { file: "units.csv"; key: name; source: "1"; columns { name: unit; mark: pts, 0pts to 100pts } }
grades level {
  source: "2"
  on: mark
  best: 80pts or more
  good: 60pts to 79pts
  poor: below 60pts
}
export { name: name; level: level }
"""
    (finding,) = [f for f in check(Source("trial", text)).diagnostics if f.code.id < "G541"]
    (fix,) = finding.fixes
    assert fix.edits[0].text == "60pts or more below 80pts"
    assert codes(applied(text, fix.edits)) == []
