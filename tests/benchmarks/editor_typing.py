"""From a key to its letter on the screen, in the editor of a deck of 10,000 questions.

    PYTHONPATH=.:tests:tests/benchmarks xvfb-run -a -s "-screen 0 1400x1000x24" \
        env QT_QPA_PLATFORM=xcb .venv/bin/python tests/benchmarks/editor_typing.py
        [--questions 10000] [--letters 300] [--gap 60]

Keys come every `gap` milliseconds by the clock, whatever the window is busy with: checks and
preview run in between as they do for an author. Each figure is the time from when a key was due
until its field was painted with it. The floor is an empty text box in a bare window of the same
run.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from author_desk import prepare
from author_home import check, editor_in
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.paths import resources
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

LONGEST_S = 20.0
LETTERS = "who spoke for the district when it chose anew "


class Painted(QObject):
    """Notices when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the time of the last painting."""
        del watched
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def latencies(edit: QPlainTextEdit, letters: int, gap_ms: float) -> list[float]:
    """Milliseconds from key to paint, of so many letters."""
    painted = Painted(edit.viewport())
    found = []
    begin = time.perf_counter() + 0.5
    for n in range(letters):
        due = begin + n * gap_ms / 1000
        while time.perf_counter() < due:
            QApplication.processEvents()
        QTest.keyClicks(edit, LETTERS[n % len(LETTERS)])
        edit.viewport().update()
        while painted.at < due:
            QApplication.processEvents()
            if time.perf_counter() > due + LONGEST_S:
                raise TimeoutError("the field is not in sight, or never painted")
        found.append((painted.at - due) * 1000)
    return found


def say(what: str, found: list[float], floor: list[float] | None = None) -> None:
    """Print median and p95, beside those of the floor."""
    median, high = statistics.median(found), sorted(found)[int(len(found) * 0.95)]
    line = f"{what:<44} median {median:6.1f} ms   p95 {high:6.1f} ms   max {max(found):6.1f} ms"
    if floor:
        low = sorted(floor)[int(len(floor) * 0.95)]
        line += f"   wanted p95 ≤ 16 ms   ratio of p95 {high / low:.1f}"
    print(line)


def bare(letters: int, gap_ms: float) -> list[float]:
    """The floor: an empty text box in a window."""
    window = QWidget()
    edit = QPlainTextEdit()
    QVBoxLayout(window).addWidget(edit)
    window.resize(600, 400)
    window.show()
    QTest.qWaitForWindowExposed(window)
    edit.setFocus()
    found = latencies(edit, letters, gap_ms)
    window.close()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--gap", type=float, default=60)
    wanted = parser.parse_args()
    application = QApplication([])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    theme = Theme("light", 100)
    floor = bare(wanted.letters, wanted.gap)
    say("an empty text box", floor)
    with tempfile.TemporaryDirectory() as folder:
        path = prepare(Path(folder), wanted.questions)
        desk = editor_in(Path(folder)).open(path)
        check(desk)
        page = EditorPage(theme, Icons(resources() / "icons", theme), time.perf_counter)
        page.resize(QSize(1280, 800))
        page.show_desk(desk, desk.keys[wanted.questions // 2])
        page.show()
        QTest.qWaitForWindowExposed(page)
        for name in ("prompt", "answers", "explanation"):
            page.form.focus_field(name)
            edit = page.focusWidget()
            if not isinstance(edit, QPlainTextEdit):
                raise TypeError(f"{name} is not typed in")
            say(name, latencies(edit, wanted.letters, wanted.gap), floor)
        page.close()


if __name__ == "__main__":
    main()
