"""What holds for every page: translated, nothing clipped, named, let go, light and dark."""

from __future__ import annotations

import gc
import gettext
import re
import weakref
from collections.abc import Callable, Iterator

import articles_shown
import editor_desk
import help_shown
import pages_shown
import pictures_pages
import pytest
from pseudo_words import OPEN, Pseudo
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp import words
from quizapp.ui.controls import Page
from quizapp.ui.lines_view import LinesView
from quizapp.ui.theme import Role, Theme

Make = Callable[[Theme], QWidget]
ALL: tuple[Make, ...] = pictures_pages.PAGES


@pytest.fixture
def pseudo() -> Iterator[None]:
    """The pseudo-translation, for one test."""
    words.use(Pseudo())
    yield
    words.use(gettext.NullTranslations())


def shown(qtbot: QtBot, make: Make, size: tuple[int, int], text_size: int = 100) -> QWidget:
    """A page laid out."""
    theme = Theme("light", text_size)
    page = make(theme)
    page.setProperty("theme", theme)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for _again in range(2):  # what wraps within what scrolls is laid out in two steps
        QApplication.processEvents()
    return page


def visible(page: QWidget) -> list[QWidget]:
    """All widgets that are shown, the page left out."""
    return [w for w in page.findChildren(QWidget) if w.isVisibleTo(page)]


def told(page: QWidget) -> Iterator[str]:
    """Every text that a student sees or hears."""
    for widget in visible(page):
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, LinesView):
            for line in widget.lines.lines:
                yield line.title
                yield from (under for under, _ in line.under)
        if not isinstance(widget, QLabel):
            yield widget.accessibleName()
        yield widget.toolTip()


def content() -> set[str]:
    """Words of decks, files and paths, which no catalogue knows."""
    found = {str(pages_shown.article().title), "/home/mira/Documents/Civics class"}
    for deck_id, title, about, _ in pages_shown.OTHERS:
        found |= {deck_id, title, about}
    for line in pages_shown.library():
        found |= {line.entry.title, line.entry.description, line.entry.path.name}
    for prompt, answer in pages_shown.QUESTIONS:
        found |= {prompt, answer}
    found |= {card.flag or "" for card in pages_shown.deck().flagged}
    found |= {one.spelling for one in pages_shown.deck().spellings}
    question = pages_shown.question()
    found |= {", ".join(question.accepted), *question.own, question.explanation}
    if (rests := question.evidence) is not None:
        found.add(f"{rests.before} {rests.sentence} {rests.after}")
    found |= articles_shown.content() | help_shown.content() | editor_desk.content()
    found |= {backup.when for backup in pages_shown.backups()}
    return found


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
@pytest.mark.usefixtures("pseudo")
def test_every_text_goes_through_the_catalogue(qtbot: QtBot, make: Make) -> None:
    """What is neither content nor a number is translated."""
    page = shown(qtbot, make, (1120, 800))
    known = content()
    missed = {
        text
        for text in told(page)
        if re.search(r"[^\W\d_]", text)
        and not text.startswith(OPEN)
        and text not in known
        and text.split(" · ")[0] not in known
    }
    assert missed == set()


def clipped(page: QWidget) -> list[str]:
    """Texts that do not fit where they stand."""
    found = []
    view = page.viewport() if isinstance(page, QAbstractScrollArea) else page
    for widget in visible(page):
        if not isinstance(widget, QLabel | QAbstractButton | QSpinBox):
            continue
        words_of_it = widget.text()
        if not words_of_it:
            continue
        around = view if view.isAncestorOf(widget) else page  # what does not scroll is beside it
        left = widget.mapTo(around, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > around.width():
            found.append(f"beyond the edge: {words_of_it}")
        longest = max(map(widget.fontMetrics().horizontalAdvance, words_of_it.split()))
        if widget.width() < min(longest, view.width() // 2):
            found.append(f"squeezed: {words_of_it}")
        tall = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else -1
        least = widget.minimumSizeHint()
        if widget.height() < max(tall, least.height()) or widget.width() < least.width():
            found.append(f"cut: {words_of_it}")
    return found


@pytest.mark.parametrize("text_size", [80, 100, 200])
@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
@pytest.mark.usefixtures("pseudo")
def test_nothing_is_clipped_in_the_smallest_window(
    qtbot: QtBot, make: Make, text_size: int
) -> None:
    """At 900×600, with words 40 % longer and letters of any size, all of it can be read."""
    page = shown(qtbot, make, (900 - 96, 600), text_size)
    assert clipped(page) == []


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_a_page_fits_the_smallest_window(qtbot: QtBot, make: Make) -> None:
    """No page forces the window to be larger, at 200 % either."""
    page = shown(qtbot, make, (804, 600), 200)
    assert page.minimumSizeHint().width() <= 804
    assert page.minimumSizeHint().height() <= 600


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_every_control_has_a_name(qtbot: QtBot, make: Make) -> None:
    """A screen reader has words for whatever takes the focus."""
    page = shown(qtbot, make, (1120, 800))
    takes = [w for w in visible(page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takes
    name = QAccessible.Text.Name
    nameless = [w for w in takes if not QAccessible.queryAccessibleInterface(w).text(name)]
    assert nameless == []


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_a_page_is_let_go_when_it_is_closed(qtbot: QtBot, make: Make) -> None:  # noqa: ARG001 - the application
    """Nothing keeps a closed page alive, the theme that outlives it least of all."""
    theme = Theme("light")
    page = make(theme)
    page.show()
    QApplication.processEvents()
    gone = weakref.ref(page)
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del page
    gc.collect()
    assert gone() is None
    theme.set_choice("dark")


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_colours_and_letters_change_at_once(qtbot: QtBot, make: Make) -> None:
    """A page that is shown follows the theme, and stands as if made in it."""
    page = shown(qtbot, make, (1120, 800))
    theme: Theme = page.property("theme")
    before = page.grab().toImage().pixelColor(4, 4)
    heights = {w: w.fontMetrics().height() for w in visible(page) if isinstance(w, QLabel)}
    theme.set_choice("dark")
    theme.set_text_size(200)
    QApplication.processEvents()
    assert page.grab().toImage().pixelColor(4, 4) == theme.color(Role.WINDOW) != before
    grown = [w for w, height in heights.items() if w.fontMetrics().height() > 1.7 * height]
    assert len(grown) == len(heights) > 0
    assert not isinstance(page, Page) or page.horizontalScrollBar().maximum() == 0
