"""The shipped pairs of years, and what a changed snapshot of theirs comes from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from attrs import frozen
from guiju.engine.pipeline import check
from guiju.engine.plan.text import digest
from guiju.grammar.source import Source
from support.spoiled import ROOT

_RECORD = Path(__file__).parent / "digests.json"


@frozen
class Pair:
    """Two years of one series, with the data of each."""

    name: str
    years: tuple[str, str]

    @property
    def folder(self) -> Path:
        return ROOT / "policies" / self.name

    @property
    def policies(self) -> list[str]:
        return [str(self.folder / f"{year}.guiju") for year in self.years]

    @property
    def data(self) -> list[str]:
        return [str(self.folder / f"data-{year}") for year in self.years]

    def digests(self) -> dict[str, str]:
        """What the outputs of a pair rest on: policies, data, and what the engine makes of them."""
        found = {}
        for year, policy, data in zip(self.years, self.policies, self.data, strict=True):
            text = Path(policy).read_text(encoding="utf-8")
            plan = check(Source("", text)).plan
            assert plan is not None
            files = sorted(path for path in Path(data).iterdir() if path.is_file())
            content = b"".join(path.name.encode() + path.read_bytes() for path in files)
            found |= {
                f"policy {year}": hashlib.sha256(text.encode()).hexdigest()[:16],
                f"data {year}": hashlib.sha256(content).hexdigest()[:16],
                f"plan {year}": digest(plan)[:16],
            }
        return found


PAIRS = (Pair("songyuan", ("2009", "2010")), Pair("townships", ("2021", "2022")))


def recorded(pair: Pair) -> dict[str, str]:
    """The digests when the snapshots were last accepted."""
    if not _RECORD.exists():
        return {}
    return dict(json.loads(_RECORD.read_text(encoding="utf-8")).get(pair.name, {}))


def record() -> None:
    """Writes the digests down, together with the snapshots."""
    known = {pair.name: pair.digests() for pair in PAIRS}
    _RECORD.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


def cause(pair: Pair) -> str:
    """Why a snapshot of a pair may have changed, in words."""
    now, then = pair.digests(), recorded(pair)
    moved = [what for what in now if now[what] != then.get(what)]
    edited = [what for what in moved if not what.startswith("plan")]
    if edited:
        return f"changed since the snapshots were accepted: {', '.join(edited)}"
    if moved:
        return f"policies and data are the same, but the engine lowers them otherwise: {moved}"
    return "policies, data and plans are the same: the comparison or its report has changed"
