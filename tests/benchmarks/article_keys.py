"""From a key to its effect on the screen, on the page of an article of 80,000 characters.

    PYTHONPATH=.:tests:tests/benchmarks xvfb-run -a -s "-screen 0 1400x1000x24" \
        env QT_QPA_PLATFORM=xcb .venv/bin/python tests/benchmarks/article_keys.py
        [--letters 80000] [--profile]

The article is made of the bundled ones with other names. Each figure is the processor's
milliseconds until the window was painted again, so that what else the machine does counts for
nothing. The floor of the same run is the painting of the whole page.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from quizapp.content.question import PartialDate, Short
from quizapp.generate.article import Article
from quizapp.generate.desk import Desk
from quizapp.generate.engine import Rules
from quizapp.paths import resources
from quizapp.ui.article_deciding import Deciding
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

ENDINGS = ("", "ar", "ev", "in", "os", "um", "yn")
TURNS = 12
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


def article(letters: int) -> Article:
    """An article so long, in which nothing is said twice of one name."""
    files = sorted((resources() / "articles").glob("*.md"))
    whole = "\n\n".join(file.read_text() for file in files)
    text = "\n\n".join(_NAME.sub(rf"\g<0>{ending}", whole) for ending in ENDINGS)
    end = text.rfind("\n\n", 0, letters)
    return Article(text[:end] if letters < len(text) else text, "Long", PartialDate(2022, 3, 17))


def until_painted(step: Callable[[], object]) -> float:
    """The processor's milliseconds for a step, its painting too."""
    begin = time.process_time()
    step()
    QApplication.processEvents()
    return (time.process_time() - begin) * 1000


def say(what: str, found: list[float], wanted: float = 0.0, floor: float = 0.0) -> None:
    """Print median and the longest, beside what is wanted."""
    line = f"{what:<40} median {statistics.median(found):6.1f} ms   max {max(found):6.1f} ms"
    line += f"   wanted ≤ {wanted:g} ms" if wanted else ""
    print(line + (f"   ratio {statistics.median(found) / floor:.1f}" if floor else ""))


def entered(page: Deciding) -> float:
    """The form opened, its prompt changed, and Enter pressed in it."""
    page._step("edit")
    QApplication.processEvents()
    edit = page.focusWidget()
    if not isinstance(edit, QPlainTextEdit):
        raise TypeError("the form is not typed in")
    QTest.keyClicks(edit, " x")
    QApplication.processEvents()
    return until_painted(partial(QTest.keyClick, edit, Qt.Key.Key_Return))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--letters", type=int, default=80_000)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    asked = parser.parse_args()
    application = QApplication([])
    clock = count(1)
    theme = Theme("light", 100)
    desk = Desk(article(asked.letters), Rules(), lambda: next(clock), writer="w")
    page = Deciding(theme, Icons(resources() / "icons", theme))
    page.resize(QSize(1280, 800))
    page.show()
    page.show_desk(desk)
    QTest.qWaitForWindowExposed(page)
    application.processEvents()
    print(f"{len(desk.article.text)} letters, {len(desk.items)} questions")
    floor = statistics.median(until_painted(page.repaint) for _n in range(TURNS))
    say("floor: the page painted", [floor])
    for item in desk.items:
        if isinstance(item.question.body, Short):
            page.open(item.id)
            break
    entered(page)
    profile = cProfile.Profile()
    if asked.profile:
        profile.enable()
    found = [entered(page) for _n in range(TURNS)]
    if asked.profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("cumtime").print_stats(60)
    say("Enter in the form", found, 30, floor)
    say("keep", [until_painted(partial(page._step, "keep")) for _n in range(TURNS)], 30, floor)
    say("next", [until_painted(partial(page._step, "next")) for _n in range(TURNS)], 30, floor)
    page.clear()
    page.close()


if __name__ == "__main__":
    main()
