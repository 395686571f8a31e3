"""A history in a folder of its own, closed when the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from history_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty history and empty folders of decks."""
    made = Desk(tmp_path)
    yield made
    made.close()
