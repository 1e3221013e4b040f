"""Whether golden files are compared or written: the switch is that of the snapshots."""

from __future__ import annotations

import pytest


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """True with ``--snapshot-update``."""
    return bool(request.config.getoption("update_snapshots"))
