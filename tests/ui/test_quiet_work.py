"""Long work of another thread leaves the window's thread its turns, and what was set before."""

from __future__ import annotations

import gc
import sys

import pytest

from quizapp.ui.quiet_work import quiet_work


def _broken_work(turn: float) -> None:
    """Work beside other work that ends first, and then fails."""
    with quiet_work():
        with quiet_work():
            assert sys.getswitchinterval() < turn
        assert sys.getswitchinterval() < turn
        assert gc.get_threshold()[2] > 1_000_000
        raise ValueError("broken")


def test_turns_are_short_and_no_whole_collection_is_made_meanwhile() -> None:
    """Also while two are at work; after the last everything is as it was, whatever failed."""
    before = sys.getswitchinterval(), gc.get_threshold()
    with pytest.raises(ValueError, match="broken"):
        _broken_work(before[0])
    assert (sys.getswitchinterval(), gc.get_threshold()) == before
