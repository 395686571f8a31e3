"""Answers against a large home: one answer and the next card, counts, and keys in a window.

    python tests/benchmarks/make_home.py /tmp/big
    python tests/benchmarks/answers.py /tmp/big [--answers 300]

Works on a copy. The floor is one commit of one row with synchronous=FULL on the same disk. The
window part needs a display: run it under `xvfb-run -a -s "-screen 0 1280x800x24"`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from quizapp import build, paths
from quizapp.content.mark import DontKnow
from quizapp.settings import Settings
from quizapp.study.view import (
    AnswerShown,
    EndShown,
    Notice,
    QuestionShown,
    Scope,
    Stage,
    StudyView,
    Wanted,
)

BIG_DAY = replace(Settings(), new_per_day=999, minutes_per_day=600)


class Silent(StudyView):
    """A screen that only knows which side is up."""

    stage = Stage.FINISHED

    def show_question(self, shown: QuestionShown) -> None:
        """Remember the side."""
        del shown
        self.stage = Stage.ASKING

    def show_answer(self, shown: AnswerShown) -> None:
        """Remember the side."""
        del shown
        self.stage = Stage.ANSWERED

    def show_finished(self, shown: EndShown) -> None:
        """Remember the side."""
        del shown
        self.stage = Stage.FINISHED

    def show_notice(self, notice: Notice) -> None:
        """Nothing to do."""

    def show_trouble(self, error: Exception) -> None:
        """A benchmark must not fail in silence."""
        raise error


def line(name: str, seconds: Sequence[float], floor: float) -> None:
    """Print median, 95th percentile, and the ratio to the floor."""
    middle = statistics.median(seconds) * 1000
    late = statistics.quantiles(seconds, n=20)[18] * 1000
    print(
        f"{name:44} {middle:7.2f} ms   p95 {late:7.2f} ms   ratio to a commit {middle / floor:.1f}"
    )


def timed(call: Callable[[], object]) -> float:
    """Seconds a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def commit_floor(folder: Path, times: int) -> float:
    """Milliseconds of one durable commit of one row, median."""
    database = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=full")
    database.execute("create table log (a integer primary key, b text)")
    taken: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        database.execute("begin immediate")
        database.execute("insert into log (b) values (?)", ("x" * 400,))
        database.execute("commit")
        taken.append(time.perf_counter() - begun)
    database.close()
    return statistics.median(taken) * 1000


def without_a_window(rooms: build.OpenRooms, answers: int, floor: float) -> None:
    """One answer written and the next card found; counts of all decks."""
    view = Silent()
    door = rooms.presenter(view)
    print(f"{'start a sitting':44} {timed(lambda: door.start(Wanted(Scope.PLAN))) * 1000:7.2f} ms")
    taken: list[float] = []
    while len(taken) < answers and view.stage is not Stage.FINISHED:
        door.respond(DontKnow())
        taken.append(timed(door.go_on))
    line("answer and next card, no window", taken, floor)
    day = rooms.day()
    counts = [
        timed(lambda: rooms.store.counts(day, build.SystemClock().utc_ms())) for _ in range(30)
    ]
    line("due counts of all decks", counts, floor)
    line("what Today says", [timed(rooms.today) for _ in range(30)], floor)


def with_a_window(rooms: build.OpenRooms, answers: int, floor: float) -> None:
    """From the key that goes on to the next card painted, its answer durable."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from quizapp.ui.icons import Icons
    from quizapp.ui.study_page import StudyPage
    from quizapp.ui.theme import Theme

    application = QApplication([])
    theme = Theme("light")
    page = StudyPage(theme, Icons(paths.resources() / "icons", theme), time.monotonic)

    page.resize(1280, 800)
    page.show()
    QTest.qWaitForWindowExposed(page)
    door = rooms.presenter(page)
    page.attend(door)
    door.start(Wanted(Scope.PLAN))
    taken: list[float] = []
    while len(taken) < answers and page.stage is not Stage.FINISHED:
        door.respond(DontKnow())
        application.processEvents()
        begun = time.perf_counter()
        QTest.keyClick(page, Qt.Key.Key_Return)
        application.processEvents()
        page.repaint()
        taken.append(time.perf_counter() - begun)
    line("key to next card painted, answer durable", taken, floor)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description="answers against a large home")
    words.add_argument("home", type=Path)
    words.add_argument("--answers", type=int, default=300)
    given = words.parse_args()
    with tempfile.TemporaryDirectory(dir=given.home.parent) as folder:
        home = paths.Home(Path(folder, "home"))
        shutil.copytree(given.home, home.root)
        floor = commit_floor(Path(folder), 300)
        print(f"{'floor: one durable commit':44} {floor:7.2f} ms")
        begun = time.perf_counter()
        rooms = build.open_rooms(home, BIG_DAY)
        print(f"{'open the history':44} {(time.perf_counter() - begun) * 1000:7.2f} ms")
        without_a_window(rooms, given.answers, floor)
        if os.environ.get("DISPLAY"):
            with_a_window(rooms, given.answers, floor)
        else:
            print("keys in a window: not run, there is no display")
        rooms.close()


if __name__ == "__main__":
    main()
