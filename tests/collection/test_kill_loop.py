"""The kill loop, a few times over; `tests/kill_loop.py` runs it a thousand times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_nothing_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    """Every answer whose next card was shown is there exactly once, and all is whole."""
    script = Path(__file__).parents[1] / "kill_loop.py"
    done = subprocess.run(
        [sys.executable, str(script), "--times", "25", "--home", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed           25 times" in done.stdout
