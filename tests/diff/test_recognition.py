"""Random edits are recognised as what they are."""

from __future__ import annotations

from random import Random

from diff.comparing import compared, in_short, kinds
from diff.editing import EDITS, Edit, attempt, rename
from support.policy import founding_rules

_SEED = 20091030
_EDITS = 255
_LEAST = 0.98


def recognised(edit: Edit) -> bool:
    """Whether exactly the wanted change is found, and nothing else."""
    wanted = [] if edit.wanted == ("", "") else [edit.wanted]
    return kinds(compared(edit.text, founding_rules())) == wanted


def missed(edit: Edit) -> str:
    shown = "; ".join(in_short(change) for change in compared(edit.text, founding_rules()).changes)
    return f"{edit.name}: wanted {edit.wanted}, found {shown}"


def test_random_edits() -> None:
    random, text = Random(_SEED), founding_rules()
    made = [attempt(EDITS[n % len(EDITS)], random, text) for n in range(_EDITS)]
    edits = [edit for edit in made if edit is not None]
    wrong = [edit for edit in edits if not recognised(edit)]
    share = 1 - len(wrong) / len(edits)
    figure = f"{share:.1%} of {len(edits)} edits recognised\n" + "\n".join(map(missed, wrong))
    assert len(edits) >= 200
    assert share >= _LEAST, figure


def test_every_rename_in_place() -> None:
    random, text = Random(_SEED), founding_rules()
    edits = [attempt(rename, random, text) for _ in range(40)]
    assert [missed(edit) for edit in edits if edit and not recognised(edit)] == []
