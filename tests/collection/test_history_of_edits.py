"""The history of edits, a few of them; `tests/history_of_edits.py` does a thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("more", [[], ["--no-git"]], ids=["by git", "without git"])
def test_no_review_and_no_comment_is_lost(more: list[str], tmp_path: Path) -> None:
    """Every review is at the question it was given for, every comment that was kept is there."""
    script = Path(__file__).parents[1] / "history_of_edits.py"
    done = subprocess.run(
        [sys.executable, str(script), "--times", "40", "--home", str(tmp_path / "home"), *more],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "edited 40 times" in done.stdout
