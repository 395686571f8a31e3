"""A question tried out: answered here as a student would, marked by the same code, not counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from quizapp.author.trying import Way, trial, ways
from quizapp.content.deck import Deck
from quizapp.content.question import Question
from quizapp.study.view import AnswerShown, EndShown, Notice, QuestionShown
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import MARGIN, Caption
from quizapp.ui.editor_ways import way_words
from quizapp.ui.flow import Flow
from quizapp.ui.icons import Icons
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Size, Theme
from quizapp.words import _

_SHARE = 0.94  # of the window that the sheet covers
_SOME_DAY = 1_000_000_000_000  # milliseconds since 1970; no date of a trial is ever kept


class TrySheet(QDialog):
    """The study page over the editor, with one question in all its forms.

    After each answer comes the next form that was not tried yet, and after the last the sheet
    closes. Esc closes it at any time.

    Args:
        running_s: seconds of a clock that never runs back.

    Signals:
        ended: the sheet is gone.
    """

    ended = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, running_s: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = _Clock(running_s)
        self._asked: tuple[Question, Deck, Mapping[str, str], Path | None] | None = None
        self._ways: tuple[Way, ...] = ()
        self._tried: set[Way] = set()
        self._way: Way | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Try it"))
        self.setModal(True)
        self._leaving = False
        self.page = StudyPage(theme, icons, running_s, self)
        self.page.installEventFilter(self)
        self.page.frame.ended.connect(self._leave)
        self._screen = _Screen(self.page, self._finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(MARGIN, 12, MARGIN, 12)
        inside.setSpacing(8)
        inside.addWidget(Caption(theme, _("Only a trial: nothing of it is counted. Esc ends it.")))
        self._row = QWidget()
        self._flow = Flow(self._row, gap=4)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chose)
        inside.addWidget(self._row)
        column.addWidget(head)
        column.addWidget(self.page, 1)
        window = parent.window()
        self.resize(round(window.width() * _SHARE), round(window.height() * _SHARE))

    def ask(
        self,
        question: Question,
        deck: Deck,
        texts: Mapping[str, str],
        folder: Path | None,
        way: Way | None = None,
    ) -> None:
        """Ask a question and open; where it cannot be asked at all, nothing is opened.

        Args:
            question: as it stands.
            deck: it stands in; its other answers are what a slip must not spell.
            texts: of the deck's sources, by source id.
            folder: of the deck's file, for pictures.
            way: how it is asked first; the easiest way where there is none.
        """
        self._asked = (question, deck, texts, folder)
        self._ways = ways(question)
        self._tried.clear()
        if not self._ways:
            return
        self._make_tabs()
        self.open()
        self._begin(way if way in self._ways and way is not None else self._ways[0])

    @property
    def way(self) -> Way | None:
        """How the question is asked just now."""
        return self._way

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc; leave every other key alone, so that Enter presses no button unseen."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note that Esc ends the trial, also where it stands marked: no other form is asked."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._leaving = event.key() == Qt.Key.Key_Escape
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self._leaving = True

    def done(self, result: int) -> None:
        """Close, and say so."""
        super().done(result)
        self.ended.emit()

    def _make_tabs(self) -> None:
        several = len({way.form for way in self._ways}) > 1
        for at, way in enumerate(self._ways):
            button = QuietButton(
                self._theme, way_words(way, several_forms=several), size=Size.CAPTION
            )
            button.setCheckable(True)
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self._row.setVisible(len(self._ways) > 1)

    def _begin(self, way: Way) -> None:
        if self._asked is None:
            return
        question, deck, texts, folder = self._asked
        self._way = way
        self._tried.add(way)
        self._group.button(self._ways.index(way)).setChecked(True)
        door = trial(self._screen, question, deck, texts, folder, self._clock, way)
        self.page.attend(door)

    def _chose(self, at: int) -> None:
        self._begin(self._ways[at])

    def _finished(self, *, answered: bool) -> None:
        """Go on to what was not tried yet; not from within the sitting that just ended."""
        left = next((way for way in self._ways if way not in self._tried), None)
        QTimer.singleShot(0, self, lambda: self._go_on(left if answered else None))

    def _go_on(self, way: Way | None) -> None:
        if way is None or self._leaving:
            self.reject()
        else:
            self._begin(way)


class _Clock:
    """Time enough to tell how long an answer took; no date is kept."""

    def __init__(self, running_s: Callable[[], float]) -> None:
        self._running_s = running_s

    def utc_ms(self) -> int:
        """Some day, and the time that ran since."""
        return _SOME_DAY + round(self._running_s() * 1000)

    def offset_min(self, utc_ms: int) -> int:
        """At Greenwich."""
        del utc_ms
        return 0

    def running_s(self) -> float:
        """Seconds of a clock that never runs back."""
        return self._running_s()


class _Screen:
    """The study page as a screen without an end."""

    def __init__(self, page: StudyPage, finished: Callable[..., None]) -> None:
        self._page = page
        self._finished = finished
        self._answered = False

    def show_question(self, shown: QuestionShown) -> None:
        """Put the question side up."""
        self._answered = False
        self._page.show_question(shown)

    def show_answer(self, shown: AnswerShown) -> None:
        """Put the answer side up."""
        self._answered = True
        self._page.show_answer(shown)

    def show_finished(self, shown: EndShown) -> None:
        """Say that it was answered, or broken off."""
        del shown
        self._finished(answered=self._answered)

    def show_notice(self, notice: Notice) -> None:
        """Say a line."""
        self._page.show_notice(notice)

    def show_trouble(self, error: Exception) -> None:
        """Say what failed; nothing is written, so nothing should."""
        self._page.show_trouble(error)
