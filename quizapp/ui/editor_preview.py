"""The live preview: the question as the student will see it, by the study page's own frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.author.both_sides import BothSides, both_sides
from quizapp.author.quoting import near_quote
from quizapp.author.trying import Way, ways
from quizapp.content.deck import Deck
from quizapp.content.question import Question
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import Caption
from quizapp.ui.editor_try import TrySheet
from quizapp.ui.editor_ways import way_words
from quizapp.ui.flow import Flow
from quizapp.ui.frames import Hairline
from quizapp.ui.icons import Icons
from quizapp.ui.key_pauses import KeyPauses
from quizapp.ui.study_frame import StudyFrame
from quizapp.ui.theme import Size, Theme
from quizapp.words import _

REST_MS = 120  # without a key, after which what was typed is shown
_EDGE = 16  # pixels at the sides; the column is narrow
LATEST_MS = 500  # after which it is shown while typing goes on


class EditorPreview(QWidget):
    """Question side and answer side of the question at hand; it never takes the focus by itself.

    What is typed is shown a moment after, so that no key waits for it.

    Args:
        running_s: seconds of a clock that never runs back.

    Signals:
        try_wanted: the author wants to answer it as a student would.
    """

    try_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, running_s: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._running_s = running_s
        self._wanted: tuple[Question, Deck, Mapping[str, str], Path | None] | None = None
        self._shown: BothSides | None = None
        self._ways: tuple[Way, ...] = ()
        self._way: Way | None = None
        self._chosen = False  # by the author; else it is asked as a student is at first
        self._answered = False
        self._rest = self._timer(REST_MS)
        self._latest = self._timer(LATEST_MS)
        self.frame = StudyFrame(theme, icons, KeyPauses(running_s), self, edge=_EDGE)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self.frame.progress, self.frame.count, self.frame.end, self.frame.foot):
            part.hide()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for line in self.frame.findChildren(Hairline, options=direct):
            line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_tabs())
        self._nothing = Caption(theme, _("Here you see the question as soon as it can be asked."))
        self._nothing.setContentsMargins(_EDGE, 24, _EDGE, 24)
        column.addWidget(self._nothing)
        column.addWidget(self.frame, 1)
        self._empty = QWidget()
        column.addWidget(self._empty, 1)
        self._show_something()

    @property
    def way(self) -> Way | None:
        """How the question is asked just now; None where it cannot be."""
        return self._way

    def show_question(
        self, question: Question, deck: Deck, texts: Mapping[str, str], folder: Path | None
    ) -> None:
        """Show a question of a deck.

        Args:
            question: as it stands.
            deck: it stands in.
            texts: of the deck's sources, by source id.
            folder: of the deck's file, for pictures.
        """
        other = self._wanted is None or self._wanted[0].id != question.id
        self._wanted = (question, deck, texts, folder)
        if other:
            self._way, self._chosen = None, False
            self.show_now()
            return
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def show_now(self) -> None:
        """Show what waits to be shown."""
        self._rest.stop()
        self._latest.stop()
        if self._wanted is None:
            return
        question, deck, texts, folder = self._wanted
        self._choose_way(question)
        shown = None
        if self._way is not None and question.prompt.strip():
            # No slip of another answer matters where the right one is shown.
            alone = replace(deck, questions=())
            shown = both_sides(question, alone, _near(question, texts), folder, self._way)
        if shown != self._shown:
            self._shown = shown
            self._show_something()

    def try_out(self) -> TrySheet | None:
        """Let the author answer the question in the form that is shown; None where none is."""
        self.show_now()
        if self._wanted is None or self._shown is None:
            return None
        question, deck, texts, folder = self._wanted
        sheet = TrySheet(self._theme, self._icons, self._running_s, self.window())
        sheet.ask(question, deck, _near(question, texts), folder, self._way)
        return sheet

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll what is long."""
        bar = self.frame.area.verticalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() // 2)
        event.accept()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.show_now)
        return timer

    def _make_tabs(self) -> QWidget:
        tabs = QWidget()
        column = QVBoxLayout(tabs)
        column.setContentsMargins(_EDGE, 16, _EDGE, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        sides = QWidget()
        flow = Flow(sides, gap=4)
        self._sides = QButtonGroup(self)
        for at, words in enumerate((_("Question"), _("Answer"))):
            button = self._tab(words)
            self._sides.addButton(button, at)
            flow.addWidget(button)
        self._sides.button(0).setChecked(True)
        self._sides.idClicked.connect(self._chose_side)
        self._try = QuietButton(self._theme, _("Try it"), size=Size.CAPTION)
        self._try.setObjectName("try")
        self._try.clicked.connect(self.try_wanted)
        flow.addWidget(self._try)
        row.addWidget(sides, 1)
        column.addLayout(row)
        self._forms_row = QWidget()
        self._forms_flow = Flow(self._forms_row, gap=4)
        self._forms = QButtonGroup(self)
        self._forms.idClicked.connect(self._chose_way)
        self._tabs: list[QuietButton] = []
        column.addWidget(self._forms_row)
        return tabs

    def _tab(self, words: str) -> QuietButton:
        button = QuietButton(self._theme, words, size=Size.CAPTION)
        button.setCheckable(True)
        return button

    def _choose_way(self, question: Question) -> None:
        """Keep the way that was chosen, as far as the question can still be asked so.

        Where none was, it is the first: with its second wrong option a question is chosen.
        """
        found = ways(question)
        if not self._chosen or self._way not in found:
            form = self._way.form if self._way and self._chosen else None
            like = [one for one in found if one.form is form]
            self._chosen = bool(like)
            self._way = next(iter(like or found), None)
        if found != self._ways:
            self._ways = found
            self._name_ways()
        for at, way in enumerate(found):
            self._tabs[at].setChecked(way == self._way)

    def _name_ways(self) -> None:
        several = len({way.form for way in self._ways}) > 1
        while len(self._tabs) < len(self._ways):
            button = self._tab("")
            self._forms.addButton(button, len(self._tabs))
            self._forms_flow.addWidget(button)
            self._tabs.append(button)
        for at, button in enumerate(self._tabs):
            button.setVisible(at < len(self._ways))
            if at < len(self._ways):
                button.setText(way_words(self._ways[at], several_forms=several))
                button.updateGeometry()
        self._forms_row.setVisible(len(self._ways) > 1)

    def _chose_side(self, at: int) -> None:
        self._answered = bool(at)
        self._show_something()

    def _chose_way(self, at: int) -> None:
        if at < len(self._ways):
            self._way, self._chosen = self._ways[at], True
            self.show_now()

    def _show_something(self) -> None:
        shown = self._shown
        self.frame.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        self._nothing.setVisible(shown is None)
        self._try.setEnabled(shown is not None)
        if shown is None:
            return
        self.frame.setUpdatesEnabled(False)
        self.frame.show_question(shown.question)
        if self._answered:
            self.frame.show_answer(shown.answer, fresh=True)
        for child in self.frame.findChildren(QWidget):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame.setUpdatesEnabled(True)


def _near(question: Question, texts: Mapping[str, str]) -> Mapping[str, str]:
    """Of the texts what the answer side shows: where the question's quote stands."""
    evidence = question.evidence
    if evidence is None:
        return {}
    return {evidence.source: near_quote(texts.get(evidence.source, ""), evidence.quote)}
