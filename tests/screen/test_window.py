"""The program in a real window: it opens, asks, is closed, is killed, and is started twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desktop import Desktop, desktop, wait_for

pytestmark = pytest.mark.screen


@pytest.fixture
def screen() -> Iterator[Desktop]:
    """A screen with a window manager."""
    with desktop() as made:
        yield made


def answers(home: Path) -> int:
    """How many answers the history of a home holds."""
    with closing(sqlite3.connect(f"file:{home}/quizapp.sqlite?mode=ro", uri=True)) as history:
        found: tuple[int] = history.execute(
            "select count(*) from log where action = 'answer'"
        ).fetchone()
    return found[0]


def rebuild_check(home: Path) -> subprocess.CompletedProcess[str]:
    """Prove that the cache is what the log amounts to."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "quizapp", "--home", str(home), "rebuild", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_first_evening_by_keyboard_alone(screen: Desktop, tmp_path: Path) -> None:
    """Enter begins the first deck, digits and Enter answer, closing keeps every answer."""
    program = screen.start(tmp_path)
    program.wait_ready()
    screen.keys("Return")
    for number in range(1, 6):
        screen.keys("1")
        screen.keys("Return")
        wanted = number

        def written(wanted: int = wanted) -> bool:
            return answers(tmp_path) >= wanted  # a kind that needs fewer keys is ahead

        # What is missing is told first; on a question that just came up Enter is deaf.
        screen.keys("Return", "Return", "Return")
        wait_for(written, f"answer {number} in the history")
    screen.keys("Escape")
    code, err = program.ask_to_end()
    assert (code, err) == (0, "")
    assert answers(tmp_path) >= 5
    checked = rebuild_check(tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_killed_in_a_sitting_it_opens_again_with_every_answer(
    screen: Desktop, tmp_path: Path
) -> None:
    """After kill -9 the next start shows Today, and what was answered is there."""
    program = screen.start(tmp_path)
    program.wait_ready()
    screen.keys("Return")
    screen.keys("1", "Return", "Return")
    wait_for(lambda: answers(tmp_path) == 1, "one answer")
    program.kill()
    again = screen.start(tmp_path)
    wait_for(lambda: again.log().count("page ready") == 2, "page ready again")
    assert answers(tmp_path) == 1
    assert again.ask_to_end()[0] == 0


def test_a_second_start_brings_the_first_to_the_front(screen: Desktop, tmp_path: Path) -> None:
    """Two starts with one home show one window, and the second ends well."""
    program = screen.start(tmp_path)
    program.wait_ready()
    before = screen.windows()
    second = screen.start(tmp_path)
    assert second.wait() == (0, "")
    assert screen.windows() == before
    assert program.ask_to_end()[0] == 0


def test_the_window_keeps_its_size(screen: Desktop, tmp_path: Path) -> None:
    """A window made larger opens as large the next time."""
    program = screen.start(tmp_path)
    program.wait_ready()
    window = screen.windows()[0]
    subprocess.run(
        ["xdotool", "windowsize", "--sync", window, "1000", "650"], env=screen.env, check=True
    )
    assert program.ask_to_end()[0] == 0
    again = screen.start(tmp_path)
    wait_for(lambda: again.log().count("page ready") == 2, "page ready again")
    wait_for(screen.windows, "a window")
    shape = subprocess.run(
        ["xdotool", "getwindowgeometry", "--shell", screen.windows()[0]],
        env=screen.env,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "WIDTH=1000" in shape
    assert "HEIGHT=650" in shape
    assert again.ask_to_end()[0] == 0
