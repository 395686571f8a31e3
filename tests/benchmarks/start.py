"""Start and memory, beside a bare window of the same run.

    python tests/benchmarks/start.py [--home HOME] [--times 9]

Prints seconds from the start of the process to the first frame and to a quiet page, proportional
memory (PSS) of the page at rest, and what is installed; each beside its floor and as a ratio.
Needs Xvfb, openbox and xdotool. A home of 100,000 cards is made by make_home.py.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "screen"))
from desktop import Desktop, desktop, wait_for

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.painted)
    def painted(self):
        print(time.time(), flush=True)
app = QApplication(sys.argv)
window = Window()
window.resize(1100, 740)
window.show()
app.exec()
"""
BARE_SQL = "import sqlalchemy\n" + BARE


def pss(process: subprocess.Popen[bytes]) -> float:
    """Proportional memory of a process and its children, MiB."""
    first = psutil.Process(process.pid)
    every = [first, *first.children(recursive=True)]
    return sum(p.memory_full_info().pss for p in every) / 2**20


def bare(screen: Desktop, code: str) -> tuple[float, float]:
    """Seconds to the first frame of a bare window, and its memory."""
    begun = time.time()
    process = subprocess.Popen(
        [sys.executable, "-c", code], env=screen.env, stdout=subprocess.PIPE
    )
    out = process.stdout
    if out is None:
        raise RuntimeError("no output")
    first = float(out.readline())
    memory = pss(process)
    process.kill()
    process.communicate()
    return first - begun, memory


def ours(screen: Desktop, home: Path) -> tuple[float, float, float]:
    """Seconds to the first frame and to the filled page, and memory once the program is idle."""
    (home / "quizapp.log").unlink(missing_ok=True)
    begun = time.time()
    program = screen.start(home)
    wait_for(lambda: "decks looked through" in program.log(), "quiet")
    watched = psutil.Process(program.process.pid)
    wait_for(lambda: watched.cpu_percent(0.2) < 5, "idle")
    memory = pss(program.process)
    log = program.log()
    program.ask_to_end()
    found = re.search(r"first frame at (\d+\.\d+)", log)
    if found is None:
        raise LookupError("first frame")
    return float(found.group(1)) - begun, stamp(log, "page ready") - begun, memory


def stamp(log: str, words: str) -> float:
    """When a line was logged."""
    found = re.search(rf"^(\d+\.\d+) .*{words}", log, re.MULTILINE)
    if found is None:
        raise LookupError(words)
    return float(found.group(1))


def size(folder: Path) -> float:
    """What stands below a folder, MB."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


def row(name: str, values: list[float], floor: float, unit: str) -> None:
    """Print one line."""
    middle = statistics.median(values)
    print(
        f"{name:34} {middle:8.2f} {unit:4} (min {min(values):.2f}, max {max(values):.2f})"
        f"   floor {floor:8.2f}   ratio {middle / floor:.2f}"
    )


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    words.add_argument("--home", type=Path, help="measured there; else on a new one")
    words.add_argument("--times", type=int, default=9)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, desktop() as screen:
        home = Path(folder, "home")
        if given.home:
            home = given.home  # a copy would stand elsewhere, and its decks be read anew
        ours(
            screen, home
        )  # warms the disk, and begins nothing: the page is that of a first launch
        floors, floor_memory, sql_memory, firsts, pages, memories = [], [], [], [], [], []
        for _ in range(given.times):
            seconds, memory = bare(screen, BARE)
            floors.append(seconds)
            floor_memory.append(memory)
            sql_memory.append(bare(screen, BARE_SQL)[1])
            first, page, memory = ours(screen, home)
            firsts.append(first)
            pages.append(page)
            memories.append(memory)
    floor = statistics.median(floors)
    row("start to first frame", firsts, floor, "s")
    row("start to readable page", pages, floor, "s")
    row("memory, PSS, over a bare window", memories, statistics.median(floor_memory), "MiB")
    row("memory, PSS, over one with SQL", memories, statistics.median(sql_memory), "MiB")
    site = Path(subprocess.__file__).parent if sys.prefix == sys.base_prefix else Path(sys.prefix)
    print(f"installed below {site.name}: {size(site):.0f} MB (tests' tools included, if there)")


if __name__ == "__main__":
    main()
