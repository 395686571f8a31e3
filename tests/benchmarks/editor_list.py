"""The editor's list at 10,000 questions: opening, filtering, choosing the next, steps, memory.

    PYTHONPATH=.:tests:tests/benchmarks xvfb-run -a -s "-screen 0 1400x1000x24" \
        env QT_QPA_PLATFORM=xcb .venv/bin/python tests/benchmarks/editor_list.py
        [--questions 10000]

Each figure is the processor's milliseconds until the window was painted again, so that what else
the machine does counts for nothing. The floor of the same run is an empty list that is filtered.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from author_desk import prepare
from author_home import editor_in
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from quizapp.author.door import Desk
from quizapp.author.told import Line
from quizapp.paths import resources
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.icons import Icons
from quizapp.ui.lines_view import LinesView
from quizapp.ui.theme import Theme

WORDS = ("th", "the", "the d", "dist", "1", "12", "no such words", "")
TIMES = 20


def until_painted(step: Callable[[], object]) -> float:
    """The processor's milliseconds for a step, its painting too."""
    begin = time.process_time()
    step()
    QApplication.processEvents()
    return (time.process_time() - begin) * 1000


def say(what: str, found: list[float], wanted: str = "") -> None:
    """Print median and the longest."""
    line = f"{what:<36} median {statistics.median(found):6.1f} ms   max {max(found):6.1f} ms"
    print(line + (f"   wanted {wanted}" if wanted else ""))


def laid_out(folder: Path, path: Path) -> tuple[Desk, dict[str, Line]]:
    """What the other thread does at opening."""
    desk = editor_in(folder).open(path)
    return desk, {key: desk.line(key) for key in desk.keys}


def filtering(filter_by: Callable[[str], None]) -> list[float]:
    """Milliseconds of each filter."""
    return [until_painted(partial(filter_by, words)) for words in WORDS * 3]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--questions", type=int, default=10_000)
    wanted = parser.parse_args()
    application = QApplication([])
    theme = Theme("light", 100)
    bare = LinesView(theme, "Empty", "Nothing")
    bare.resize(300, 600)
    bare.show()
    application.processEvents()
    say("floor: filter an empty list", filtering(bare.set_filter))
    bare.close()
    page = EditorPage(theme, Icons(resources() / "icons", theme), time.monotonic)
    page.resize(QSize(1280, 800))
    page.show()
    application.processEvents()
    with tempfile.TemporaryDirectory() as folder:
        path = prepare(Path(folder), wanted.questions)
        begin = time.process_time()
        desk, lines = laid_out(Path(folder), path)
        print(f"{'open, in another thread':<36} {(time.process_time() - begin) * 1000:13.1f} ms")
        shown = until_painted(partial(page.show_desk, desk, "", None, lines))
        say("show, in the window's", [shown], "≤ 500 ms with opening")
        say("filter", filtering(page.list.filter.setText), "≤ 30 ms")
        say("next question", [until_painted(partial(page.step_by, 1)) for _n in range(TIMES)])
        add = partial(page.do_step, "new")
        say("add a question", [until_painted(add) for _n in range(TIMES)])
        undo = partial(page.do_step, "undo")
        say("undo it", [until_painted(undo) for _n in range(TIMES)])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{'memory at most':<36} {peak:13.1f} MiB  wanted ≤ 150 MiB, checks apart")
        page.clear()
    page.close()


if __name__ == "__main__":
    main()
