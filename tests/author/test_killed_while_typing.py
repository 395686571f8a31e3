"""An author is killed while typing, a few times over; the script does it two hundred times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_a_killed_author_loses_two_seconds_at_most() -> None:
    """The deck is whole, and every letter older than two seconds is there."""
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, str(tests / "author_kill_loop.py"), "--times", "8", "--seed", "3"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests.parent), str(tests)])},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed           8 times" in done.stdout
