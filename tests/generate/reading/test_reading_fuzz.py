"""A short form of benchmarks/fuzz_reading.py."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz_reading.py"


@pytest.mark.parametrize("seed", [1, 2])
def test_harmed_files_end_in_words(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Harmed texts, pages and PDFs are read or refused, and none takes seconds."""
    spec = importlib.util.spec_from_file_location("fuzz_reading", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "fuzz_reading", script)  # where its dataclasses look
    spec.loader.exec_module(script)
    tally = script.fuzz(200, seed)
    assert tally.faults == []
    assert sum(tally.ends.values()) == 200
