"""What authoring a deck of 10,000 questions costs: each figure beside its bar and its floor.

    PYTHONPATH=.:tests:tests/benchmarks xvfb-run -a -s "-screen 0 1400x1000x24" \
        env QT_QPA_PLATFORM=xcb .venv/bin/python tests/benchmarks/authoring.py
        [--questions 10000] [--part window|terminal|memory]

Milliseconds are the processor's, the best of several turns, so that what else the machine does
counts for little; beside them stands the best on the clock. Keys are timed on the clock alone.
A floor is what cannot be done without, measured in the same run: the ratio says more than the
milliseconds, since machines differ. Each part runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

if TYPE_CHECKING:  # what the program takes is measured
    from quizapp.author.desk import DeckDesk

PARTS = ("window", "terminal", "memory")
TURNS = 5
KEYS, GAP_MS = 200, 60
WORDS = ("th", "the", "the d", "dist", "1", "12", "no such words", "")


@dataclass(frozen=True)
class Figure:
    """A line of the table.

    Attributes:
        what: was done.
        found: of the processor, or what is said behind it.
        clock: the same on the clock; 0 where that is not told.
        wanted: the bar.
        floor: what cannot be done without.
        of: what the floor is.
        unit: of all numbers.
    """

    what: str
    found: float
    clock: float
    wanted: float
    floor: float
    of: str
    unit: str = "ms"

    def line(self) -> str:
        """The figure as text."""
        clock = f"{self.clock:8.1f}" if self.clock else " " * 8
        told = f"{self.what:<44}{self.found:8.1f}{clock} {self.unit:<3} ≤ {self.wanted:5g}"
        ratio = self.found / self.floor if self.floor else 0.0
        return (
            f"{told}  {self.found / self.wanted:4.0%}   {self.floor:8.1f} {ratio:6.2f}  {self.of}"
        )


def best(action: Callable[[], object], turns: int = TURNS) -> tuple[float, float]:
    """The processor's milliseconds and the clock's, of the fastest of some turns."""
    cpu, wall = [], []
    for _turn in range(turns):
        clock, begun = time.perf_counter(), time.process_time()
        action()
        cpu.append((time.process_time() - begun) * 1000)
        wall.append((time.perf_counter() - clock) * 1000)
    return min(cpu), min(wall)


def fastest(found: list[tuple[float, float]]) -> tuple[float, float]:
    """The least of each."""
    return min(cpu for cpu, _clock in found), min(clock for _cpu, clock in found)


def high(found: list[float]) -> float:
    """The slowest but for one in twenty."""
    return sorted(found)[int(len(found) * 0.95)]


class Shown:
    """A deck in the editor's window."""

    def __init__(self, folder: Path, path: Path) -> None:
        from quizapp.paths import resources
        from quizapp.ui.editor_page import EditorPage
        from quizapp.ui.icons import Icons
        from quizapp.ui.theme import Theme

        self.theme = Theme("light", 100)
        self.page = EditorPage(
            self.theme, Icons(resources() / "icons", self.theme), time.perf_counter
        )
        self.page.resize(QSize(1280, 800))
        self.page.show()
        QTest.qWaitForWindowExposed(self.page)
        self._folder, self._path = folder, path

    def open(self) -> DeckDesk:
        """Open the deck and show it, as the window does, to its first painting."""
        from author_home import editor_in

        desk = editor_in(self._folder).open(self._path)
        self.page.show_desk(desk, "", None, {key: desk.line(key) for key in desk.keys})
        QApplication.processEvents()
        return desk

    def clear(self) -> None:
        """Leave the deck."""
        self.page.clear()
        gc.collect()


def window(folder: Path, questions: int) -> Iterator[Figure]:
    """Opened, filtered, saved, and typed in."""
    from author_desk import prepare
    from author_home import check

    application = QApplication([])
    path = prepare(folder, questions)
    text = path.read_text()
    shown = Shown(folder, path)
    floor = best(partial(tomllib.loads, text))[0]
    found = []
    for _turn in range(TURNS):
        shown.clear()
        found.append(best(shown.open, 1))
    cpu, clock = fastest(found)
    yield Figure("open the editor", cpu, clock, 500, floor, "tomllib")
    shown.clear()
    desk = shown.open()
    check(desk)
    yield from filtering(shown)
    yield from saving(desk, path, text)
    yield from typing(shown, desk.keys[questions // 2])
    shown.page.clear()
    shown.page.close()
    application.processEvents()


def filtering(shown: Shown) -> Iterator[Figure]:
    """From the words of a search to the list painted, the slowest of all words."""
    from quizapp.ui.lines_view import LinesView

    def until_painted(sift: Callable[[str], object], words: str) -> None:
        sift(words)
        QApplication.processEvents()

    empty = LinesView(shown.theme, "Empty", "Nothing")
    empty.show()
    QApplication.processEvents()
    floor = max(best(partial(until_painted, empty.set_filter, words))[0] for words in WORDS)
    empty.close()
    times: dict[str, list[tuple[float, float]]] = {words: [] for words in WORDS}
    for _turn in range(TURNS):
        for words in WORDS:
            sift = shown.page.list.filter.setText
            times[words].append(best(partial(until_painted, sift, words), 1))
    cpu, clock = max(map(fastest, times.values()))
    yield Figure(f"filter, the slowest of {len(WORDS)}", cpu, clock, 30, floor, "an empty list")


def saving(desk: DeckDesk, path: Path, text: str) -> Iterator[Figure]:
    """One question changed and saved; the first time every block is looked through."""
    from quizapp.content.whole_write import write_whole

    key = desk.keys[len(desk.keys) // 3]
    turns: list[tuple[float, float]] = []
    sides: list[float] = []
    for n in range(4 * TURNS):
        began = time.process_time()
        desk.change(key, replace(desk.fields(key), hint=f"Hint {n}"))
        waits = desk.begin_save()
        begin = (time.process_time() - began) * 1000
        if waits is None:
            raise RuntimeError("nothing waits")
        turns.append(best(waits.run, 1))
        sides.append(begin + best(partial(desk.end_save, waits), 1)[0])
    data, copy = text.encode(), path.with_suffix(".x")
    floor, _clock = best(lambda: write_whole(copy, data))
    of = "the bytes written"
    yield Figure("save one question, the first time", *turns[0], 60, floor, of)
    cpu, clock = fastest(turns[1:])
    yield Figure("save one question", cpu, clock, 60, floor, of)
    yield Figure("of it on the window's thread, p95", high(sides), 0, 16, floor, of)


def typing(shown: Shown, key: str) -> Iterator[Figure]:
    """From a key to its letter painted, while checks and preview run as for an author."""
    from editor_typing import bare, latencies

    shown.page.list.choose((key,))
    QApplication.processEvents()
    floor = high(bare(KEYS, GAP_MS))
    for name in ("prompt", "answers", "explanation"):
        shown.page.form.focus_field(name)
        edit = shown.page.focusWidget()
        if not isinstance(edit, QPlainTextEdit):
            raise TypeError(f"{name} is not typed in")
        found = min(high(latencies(edit, KEYS, GAP_MS)) for _turn in range(2))
        yield Figure(f"key to repaint, {name}, p95", found, 0, 16, floor, "an empty box")


def terminal(folder: Path, _questions: int) -> Iterator[Figure]:
    """Checked whole, and while a question is typed."""
    from check_deck import TODAY, make, typed

    from quizapp.check.checking import check_deck
    from quizapp.content import deck_file

    path = make(folder)
    text = path.read_text()

    def whole() -> None:
        gc.disable()  # as the command does
        check_deck(deck_file.read(path, today=TODAY), text, today=TODAY)
        gc.enable()

    floor = best(partial(tomllib.loads, text))[0]
    cpu, clock = best(whole)
    yield Figure("read and check the whole deck", cpu, clock, 3000, floor, "tomllib")
    slow = min(typed(path)[1] for _turn in range(2))
    yield Figure(
        "check the question being typed, p95", slow, 0, 50, floor, "tomllib, all questions"
    )


def memory(folder: Path, questions: int) -> Iterator[Figure]:
    """What the process came to at most, the deck opened, listed and checked."""
    application = QApplication([])
    label = QLabel("Bare")
    label.resize(1280, 800)
    label.show()
    application.processEvents()
    bare = most_mib()
    label.close()

    from author_desk import prepared_elsewhere
    from author_home import check

    path, _floor = prepared_elsewhere(folder, questions)
    shown = Shown(folder, path)
    desk = shown.open()
    yield Figure("memory, the deck open", most_mib(), 0, 150, bare, "a bare window", "MiB")
    check(desk)
    application.processEvents()
    yield Figure("memory, all of it checked", most_mib(), 0, 150, bare, "a bare window", "MiB")
    import quizapp.collection.collection  # noqa: F401 - the program has it for its history

    with_history = most_mib()
    yield Figure("memory, with SQLAlchemy too", with_history, 0, 150, bare, "a bare window", "MiB")
    shown.page.clear()
    shown.page.close()


def most_mib() -> float:
    """The most memory that this process had at once."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--json", action="store_true", help="one figure a line, without a heading")
    asked = parser.parse_args()
    if asked.json:
        part = {"window": window, "terminal": terminal, "memory": memory}[asked.part]
        with tempfile.TemporaryDirectory() as name:
            for figure in part(Path(name), asked.questions):
                print(json.dumps(asdict(figure)), flush=True)
        return
    head = f"{'':<44}{'found':>8}{'clock':>8}     {'wanted':>7}  of it   "
    print(f"{head}{'floor':>8} {'ratio':>6}")
    for name in (asked.part,) if asked.part else PARTS:
        line = [sys.executable, __file__, "--part", name, "--json"]
        line += ["--questions", str(asked.questions)]
        with subprocess.Popen(line, stdout=subprocess.PIPE, env=os.environ) as process:
            for told in process.stdout or ():
                if told.startswith(b"{"):
                    print(Figure(**json.loads(told)).line(), flush=True)
        if process.returncode:
            sys.exit(f"{name} ended with {process.returncode}")


if __name__ == "__main__":
    main()
