"""How long the help takes: reading it, finding words as one types, and showing its longest page.

QT_QPA_PLATFORM=offscreen PYTHONPATH=.:tests python tests/benchmarks/help.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

import help_shown
from PySide6.QtWidgets import QApplication

from quizapp.ui.help_keys import inserts
from quizapp.ui.help_page import HelpPage
from quizapp.ui.theme import Theme
from quizapp.words.help_pages import read_help
from quizapp.words.help_search import HelpIndex

TYPED = ("w", "wr", "wrong", "wrong op", "quote", "e203", "s", "studied", "deck file key", "zzzz")
TURNS = 20


def times(action: Callable[[], object], turns: int = TURNS) -> tuple[float, float]:
    """Milliseconds: the middle one, and the slowest but for one in twenty."""
    found = []
    for _ in range(turns):
        begun = time.perf_counter()
        action()
        found.append(1000 * (time.perf_counter() - begun))
    found.sort()
    return found[len(found) // 2], found[int(len(found) * 0.95)]


def told(what: str, found: tuple[float, float]) -> None:
    """Print a line."""
    print(f"{what:34} {found[0]:8.2f} ms   p95 {found[1]:8.2f} ms")


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    pages = help_shown.pages()
    print(len(pages.pages), "pages")
    told("read all pages", times(lambda: read_help(help_shown.FOLDER, inserts()), 5))
    told("make the index", times(lambda: HelpIndex(pages), 5))
    index = HelpIndex(pages)
    told("find words", times(lambda: [index.search(typed) for typed in TYPED]))
    page = HelpPage(Theme("light", 100))
    page.show_help(pages)
    page.begin_at("start")
    page.resize(1280, 800)
    page.show()
    application.processEvents()

    def typed() -> None:
        for letters in TYPED:
            page.contents.field.setText(letters)
            page.repaint()
            application.processEvents()

    told(f"{len(TYPED)} keys to list repainted", times(typed, 5))

    def shown() -> None:
        page.begin_at("start")
        page.open("format-1")
        page.repaint()
        application.processEvents()

    told("two pages shown, the longest too", times(shown, 5))


if __name__ == "__main__":
    main()
