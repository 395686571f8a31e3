"""What is dropped on the window: articles go to their page, decks and folders where they went."""

from __future__ import annotations

from pathlib import Path

import articles_shown
import pytest
import study_samples
from articles_shown import FakeRooms
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui.article_place import NAME, ArticlePlace
from quizapp.ui.controls import Toast
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import places
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

WAITS_MS = 10_000


class Frame:
    """A window with the place in it."""

    def __init__(self, qtbot: QtBot, theme: Theme, home: Path) -> None:
        icons = Icons(study_samples.ICONS, theme)
        self.window = Window(theme, icons, places())
        qtbot.addWidget(self.window)
        for name in ("today", "study"):
            self.window.add_page(name, QLabel(name))
        self.window.show_page("today")
        self.toast = Toast(theme, self.window)
        guard = Guard(self.toast, "quizapp.log")
        rooms = FakeRooms(home)
        self.place = ArticlePlace(
            self.window,
            theme,
            icons,
            rooms,  # type: ignore[arg-type]  # it has what the page asks for
            guard,
        )
        self.wanted = QSignalSpy(self.place.wanted)
        self.window.show()

    def drop(self, held: QMimeData) -> None:
        """Drop something on the window."""
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(event)


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Frame:
    """A window that shows Today."""
    return Frame(qtbot, theme, tmp_path)


def test_an_article_is_read_and_its_page_asked_for(
    qtbot: QtBot, frame: Frame, tmp_path: Path
) -> None:
    """A text that was dropped is on the table a moment later; of several, the first."""
    path = tmp_path / "bridge.txt"
    path.write_text(articles_shown.article().text, encoding="utf-8")
    frame.place.read([path, tmp_path / "other.txt"])
    assert frame.wanted.at(0) == [NAME]
    assert "One article at a time" in frame.toast.text()
    page = frame.place.page
    assert page is not None
    frame.window.show_page(NAME)
    qtbot.waitUntil(lambda: not page.waiting.isVisible(), timeout=WAITS_MS)
    assert page.details.isVisible()
    assert page.details.fields["title"].text() == "Old bridge reopens"


def test_words_that_are_dropped_are_an_article(qtbot: QtBot, frame: Frame) -> None:
    """Selected text from another program is read as if it were pasted."""
    held = QMimeData()
    held.setText(articles_shown.article().text)
    frame.drop(held)
    qtbot.waitUntil(lambda: frame.wanted.count() == 1, timeout=WAITS_MS)
    assert QThreadPool.globalInstance().waitForDone(WAITS_MS)
    frame.place.stop()


@pytest.mark.parametrize(
    ("urls", "text", "html", "sent"),
    [
        (["https://example.org/a"], "", "", ["https://example.org/a", False]),
        ([], "Some words", "", ["Some words", False]),
        ([], "Some words", "<b>Some</b> words", ["<b>Some</b> words", True]),
        ([], "  ", "", None),
    ],
)
def test_the_window_passes_on_what_an_article_may_be(
    frame: Frame, urls: list[str], text: str, html: str, sent: list[object] | None
) -> None:
    """An address, a part of a web page or plain text; nothing of nothing."""
    frame.window.dropped_words.disconnect()
    spy = QSignalSpy(frame.window.dropped_words)
    held = QMimeData()
    if urls:
        held.setUrls([QUrl(url) for url in urls])
    if text:
        held.setText(text)
    if html:
        held.setHtml(html)
    frame.drop(held)
    assert [spy.at(n) for n in range(spy.count())] == ([sent] if sent is not None else [])


def test_what_is_studied_is_not_left_for_an_article(frame: Frame, tmp_path: Path) -> None:
    """It is read meanwhile, and a line says where it waits."""
    frame.window.show_page("study")
    frame.window.set_studying(studying=True)
    frame.place.read([tmp_path / "missing.txt"])
    assert frame.wanted.count() == 0
    assert "waits for you" in frame.toast.text()
    assert frame.window.page == "study"
    frame.place.stop()
    assert QThreadPool.globalInstance().waitForDone(WAITS_MS)
