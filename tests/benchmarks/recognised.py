"""How many random edits of the founding policy are recognised as what they are, by kind of edit.

``python recognised.py [edits]``: so many edits, 1,020 unless told.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

from diff.editing import EDITS, attempt
from diff.test_recognition import missed, recognised
from support.policy import founding_rules


def main(count: int) -> None:
    random, text = Random(1), founding_rules()
    made, found = Counter[str](), Counter[str]()
    for number in range(count):
        edit = attempt(EDITS[number % len(EDITS)], random, text)
        if edit is None:
            continue
        made[edit.name] += 1
        if recognised(edit):
            found[edit.name] += 1
        else:
            print(missed(edit))
    for name, of in made.items():
        print(f"{name:20} {found[name]:5} of {of:5}")
    share = 100 * found.total() / made.total()
    print(f"{'all':20} {found.total():5} of {made.total():5}  {share:.2f} %")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1020)
