"""The shipped pairs of years: their difference, impact and history, as an officer reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from diff.conftest import Ran
from diff.pairs import PAIRS, Pair, cause, record, recorded
from guiju.cli.exits import Exit
from syrupy.assertion import SnapshotAssertion

each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)


@pytest.fixture(autouse=True)
def _named_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wide enough that nothing wraps, and the same names of files everywhere."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(PAIRS[0].folder.parent.parent)


@pytest.fixture(autouse=True, scope="module")
def _recorded(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if request.config.option.update_snapshots:
        record()


def relative(*paths: str) -> list[str]:
    return [str(Path(path).relative_to(PAIRS[0].folder.parent.parent)) for path in paths]


def steady(out: str) -> str:
    """Without the numbers of lines, which any edit further up in the policy moves."""
    out = re.sub(r"第\d+行", "第…行", out)
    return re.sub(r'"((end_)?(line|column))": \d+', r'"\1": "…"', out)


def matches(out: str, golden: SnapshotAssertion, pair: Pair) -> None:
    if steady(out) != golden:
        shown = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(golden.get_assert_diff()[:20]))
        pytest.fail(f"{cause(pair)}\n{shown}", pytrace=False)


@each_pair
def test_the_record_is_of_these_policies_and_data(
    pair: Pair, request: pytest.FixtureRequest
) -> None:
    """A policy or data edit is accepted together with the snapshots that it changes."""
    if not request.config.option.update_snapshots:
        assert recorded(pair) == pair.digests(), cause(pair)


@each_pair
@pytest.mark.parametrize("format", ["text", "json"])
def test_the_difference(ran: Ran, golden: SnapshotAssertion, pair: Pair, format: str) -> None:
    code, out, err = ran("diff", *relative(*pair.policies), "--format", format)
    assert (code, err) == (Exit.FINDINGS, "")
    matches(out, golden, pair)


@each_pair
def test_the_impact(ran: Ran, golden: SnapshotAssertion, pair: Pair) -> None:
    old, new = relative(*pair.data)
    code, out, err = ran("diff", *relative(*pair.policies), "--data", old, "--data", new)
    assert (code, err) == (Exit.FINDINGS, "")
    assert out.splitlines()[4].startswith("用数据核算："), "the gist stands at the top"
    matches(out[out.index("【等次变化】") :], golden, pair)


@each_pair
def test_the_history(ran: Ran, golden: SnapshotAssertion, pair: Pair) -> None:
    code, out, err = ran("history", *relative(str(pair.folder)))
    assert (code, err) == (Exit.GOOD, "")
    matches(out, golden, pair)


@cache
def impacts() -> dict[str, object]:
    return {}


def impact_of(ran: Ran, pair: Pair) -> dict[str, object]:
    found = impacts()
    if pair.name not in found:
        old, new = pair.data
        argv = ("diff", *pair.policies, "--data", old, "--data", new, "--format", "json")
        found[pair.name] = json.loads(ran(*argv)[1])["impact"]
    return found[pair.name]  # type: ignore[return-value]


@each_pair
def test_data_and_steps_add_up_to_the_whole_exactly(ran: Ran, pair: Pair) -> None:
    """What the data did, what each change did, and the remainder: every unit's difference."""
    found = impact_of(ran, pair)
    shift, split = found["data"]["shift"], found["attribution"]  # type: ignore[index]
    for unit in found["units"]:  # type: ignore[attr-defined]
        name = unit["unit"]
        for order in ("forward", "reverse"):
            parts = [step[order].get(name, "0") for step in split["steps"]]
            parts += [shift.get(name, "0"), split["remainder"].get(name, "0")]
            assert sum(map(Fraction, parts)) == Fraction(unit["difference"])


@each_pair
def test_all_of_the_movement_is_attributed(ran: Ran, pair: Pair) -> None:
    split = impact_of(ran, pair)["attribution"]
    assert split["share"] == "1"  # type: ignore[index]
    assert split["not_applied"] == []  # type: ignore[index]
    for step in split["steps"]:  # type: ignore[index]
        assert None not in step["changes"], "a step names changes of the list"


def test_a_unit_that_took_over_two_is_compared_with_neither(ran: Ran) -> None:
    found = impact_of(ran, PAIRS[0])
    assert found["merged"] == [
        {"unit": "市人力资源和社会保障局", "former": ["市人事局", "市劳动和社会保障局"]}
    ]
    assert found["former_names"] == {"市工业和信息化局": "市经济委员会"}
    assert found["only_new"] == ["市金融工作办公室"]
    assert found["only_old"] == []


@each_pair
@pytest.mark.parametrize("side", [0, 1])
def test_one_folder_of_either_year(ran: Ran, pair: Pair, side: int) -> None:
    """Both policies on one year's data; where the other year's are asked for, it is said."""
    argv = ("diff", *pair.policies, "--data", pair.data[side], "--format", "json")
    code, out, _ = ran(*argv)
    found = json.loads(out)
    if pair.name == "songyuan" and side == 0:  # the old year has no third panel
        assert code == Exit.INVALID
        listed = [one["message"] for part in found["findings"] for one in part["findings"]]
        assert any("服务对象测评" in message for message in listed)
        return
    assert code == Exit.FINDINGS
    assert found["impact"]["adapted"] == ("new", "old")[side]
    assert found["impact"]["attribution"]["remainder"] == {}


def test_the_cause_of_a_changed_snapshot_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = PAIRS[1]
    now = pair.digests()
    for key, word in (
        ("data 2021", "data 2021"),
        ("policy 2022", "policy 2022"),
        ("plan 2022", "engine"),
    ):
        monkeypatch.setattr("diff.pairs.recorded", lambda _, key=key: {**now, key: "other"})
        assert word in cause(pair)
    monkeypatch.setattr("diff.pairs.recorded", lambda _: now)
    assert "report" in cause(pair)
