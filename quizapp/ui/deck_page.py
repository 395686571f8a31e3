"""A deck's page: its questions, what is wrong in its file, what was flagged and set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.study.library import DeckShown
from quizapp.study.question_detail import QuestionDetail
from quizapp.study.view import Scope, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import MARGIN, Body, Caption, Field, Heading, Page
from quizapp.ui.deck_lines import deck_steps, lines_of, parts, question_of, said_of, standing
from quizapp.ui.flow import Flow, empty
from quizapp.ui.frames import Hairline
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.lines_view import on_a_card
from quizapp.ui.question_panel import QuestionPanel
from quizapp.ui.tall_lines import TallLines
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary, WrappingQuiet
from quizapp.words import _

WIDE = 100  # characters across the column
_STEPS = {
    "flagged": {"card unflag"},
    "aside": {"card back", "card over"},
    "spellings": {"card forget"},
}
"""Which buttons stand at the foot of a part."""


class DeckPage(Page):
    """One deck. Its parts stand behind buttons; only parts that hold something have one.

    The page scrolls as a whole. What can be done with the chosen line stands at its foot, which
    does not scroll away. A question that is opened takes the place of the list until one goes
    back.

    Signals:
        back: the student wants to see all decks.
        begin, leave_out, read: id of the deck.
        study: a `Wanted` for the deck.
        take_back: card key, to be asked again as it is.
        start_over: card key, to be asked as if it were new; sent after the student agreed.
        unflag: card key.
        forget_spelling: id of a question, and the spelling that shall no longer be right.
        open_question: id of the deck, and the question as `Library.question` names it.
        open_folder: path of the deck's file.
        edit: id of the deck.
        edit_question: id of the deck, and of the question that is opened.
    """

    back = Signal()
    begin = Signal(str)
    leave_out = Signal(str)
    read = Signal(str)
    study = Signal(object)
    take_back = Signal(str)
    start_over = Signal(str)
    unflag = Signal(str)
    forget_spelling = Signal(str, str)
    open_question = Signal(str, str)
    open_folder = Signal(object)
    edit = Signal(str)
    edit_question = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=WIDE)
        self._shown: DeckShown | None = None
        self._part = "questions"
        self._opened = ""
        self._left_at = 0
        self._head = QVBoxLayout()
        self._head.setSpacing(8)
        self.filter = Field(theme, _("Filter questions"))
        self.filter.setPlaceholderText(_("Filter questions"))
        self.filter.setClearButtonEnabled(True)
        self._said = Body(theme)
        self.list = TallLines(theme, _("Questions"), _("No question has these words."))
        self._list_card = on_a_card(theme, self.list)
        self.panel = QuestionPanel(theme)
        self.panel.hide()
        self.column.setSpacing(16)
        self.column.addLayout(self._head)
        self.column.addWidget(self.filter)
        self.column.addWidget(self._said)
        self.column.addWidget(self._list_card)
        self.column.addWidget(self.panel)
        self.column.addStretch(1)
        self._foot = self._make_foot()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.setWhatsThis(_("Filter this list"))
        find.activated.connect(self._find)
        self.filter.textChanged.connect(self.list.set_filter)
        self.filter.returnPressed.connect(self._go_to_list)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._clicked)
        self.panel.back.connect(self._close_question)
        self.panel.edit.connect(self._edit_question)

    def show_deck(self, shown: DeckShown) -> None:
        """Show a deck; another one starts at its questions, the same one stays where it was."""
        had = focused_name(self)
        if self._shown is None or self._shown.line.entry.id != shown.line.entry.id:
            self._part = "questions"
            self._opened = ""
            self.filter.clear()
            self.list.show_lines(())
            self.verticalScrollBar().setValue(0)
        self._shown = shown
        found = parts(shown)
        if self._part not in dict(found):
            self._part = "questions"
        self._fill_head(shown, found)
        self._fill_part()
        if self._opened:
            self.open_question.emit(shown.line.entry.id, self._opened)
        give_back(self, had)

    def show_part(self, part: str) -> None:
        """Go to "questions", "faults", "flagged", "aside" or "spellings", unless empty."""
        if self._shown is not None and part in dict(parts(self._shown)):
            self._part = part
            self._opened = ""
            for tab in self.findChildren(Button, part):
                tab.setChecked(True)
            self._fill_part()

    def begin_at_top(self) -> None:
        """Start at the questions, with none opened, as when one comes from elsewhere."""
        self.show_part("questions")
        self.verticalScrollBar().setValue(0)

    def show_question(self, shown: QuestionDetail | None) -> None:
        """Show a question in place of the list; the list again where it is gone."""
        if shown is None:
            self._close_question()
            return
        if not self._opened:
            self._left_at = self.verticalScrollBar().value()
        came = self._opened != shown.key
        self._opened = shown.key
        self.panel.show_question(shown)
        self._place()
        if came:
            self.panel.back_link.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._see_panel)  # once it is laid out

    def focus_first(self) -> None:
        """Give the focus to the list, or to the way back to it."""
        first = self.panel.back_link if self._opened else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the foot at the foot."""
        super().resizeEvent(event)
        self._place_foot()

    def _make_foot(self) -> QWidget:
        """The buttons for the chosen line, as wide as the column and below what scrolls."""
        foot = QWidget(self)
        self._steps = QWidget()
        flow = Flow(self._steps, gap=8)
        for name, words in (
            ("unflag", _("Take the flag away")),
            ("back", _("Ask it again")),
            ("over", _("Start over")),
            ("forget", _("Take back")),
        ):
            button = WrappingQuiet(self.theme, words)
            button.setObjectName(f"card {name}")
            button.clicked.connect(self._card_step)
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.addStretch(1)
        row.addWidget(self._steps, 1000)
        row.addStretch(1)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(self.theme))
        column.addLayout(row)
        foot.hide()
        self.theme.changed.connect(self._place_foot)
        return foot

    def _place_foot(self) -> None:
        if self._foot.isHidden():
            self.setViewportMargins(0, 0, 0, 0)
            return
        self._steps.setMaximumWidth(self._middle.maximumWidth())
        high = self._foot.heightForWidth(self.width())
        self.setViewportMargins(0, 0, 0, high)
        self._foot.setGeometry(0, self.height() - high, self.width(), high)

    def _fill_head(self, shown: DeckShown, found: Sequence[tuple[str, str]]) -> None:
        entry = shown.line.entry
        empty(self._head)
        back = WrappingLink(self.theme, _("All decks"))
        back.setObjectName("back")
        back.clicked.connect(self.back)
        self._head.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(Heading(self.theme, entry.title))
        if entry.description:
            self._head.addWidget(Body(self.theme, entry.description))
        self._head.addWidget(Caption(self.theme, standing(shown)))
        self._head.addWidget(self._flow(deck_steps(shown), self._deck_step))
        if len(found) > 1:
            tabs = self._flow(found, self._go_to_part)
            for tab in tabs.findChildren(Button):
                tab.setCheckable(True)
                tab.setAutoExclusive(True)
                tab.setChecked(tab.objectName() == self._part)
            self._head.addSpacing(8)
            self._head.addWidget(tabs)

    def _flow(self, steps: Sequence[tuple[str, str]], slot: Callable[[], None]) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=8)
        for name, words in steps:
            make = WrappingPrimary if name in {"study", "begin"} else WrappingQuiet
            button = make(self.theme, words)
            button.setObjectName(name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        return holder

    def _go_to_part(self) -> None:
        self.show_part(self.sender().objectName())

    def _fill_part(self) -> None:
        shown = self._shown
        if shown is None:
            return
        asks = self._part == "questions"
        self.list.set_filter(self.filter.text() if asks else "")
        self.list.set_nothing(
            _("No question has these words.")
            if shown.questions
            else _("There is no question in this deck yet. “Edit” writes one.")
        )
        self._said.set_text(said_of(self._part))
        self.list.setAccessibleName(dict(parts(shown))[self._part])
        self.list.show_lines(lines_of(self._part, shown))
        wanted = _STEPS.get(self._part, set())
        for button in self._steps.findChildren(Button):
            button.setVisible(button.objectName() in wanted)
        self._place()

    def _place(self) -> None:
        """Show the list of the part with what belongs to it, or the question that is opened."""
        reads = bool(self._opened)
        self.filter.setVisible(self._part == "questions" and not reads)
        self._said.setVisible(bool(self._said.text()) and not reads)
        self._list_card.setVisible(not reads)
        self.panel.setVisible(reads)
        self._foot.setVisible(self._part in _STEPS)
        self._place_foot()

    def _open(self, line: str) -> None:
        if self._shown is not None:
            key = question_of(self._part, line, self._shown)
            if key:
                self.open_question.emit(self._shown.line.entry.id, key)

    def _clicked(self, index: QModelIndex) -> None:
        # Elsewhere a click chooses the line that a button at the foot is for.
        if index.isValid() and self._part == "questions":
            self._open(self.list.key)

    def _edit_question(self) -> None:
        if self._shown is not None and self._opened:
            self.edit_question.emit(self._shown.line.entry.id, self._opened)

    def _close_question(self) -> None:
        self._opened = ""
        self._place()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._go_back_down)  # once the list is laid out again

    def _see_panel(self) -> None:
        self.ensureWidgetVisible(self.panel)

    def _go_back_down(self) -> None:
        self.verticalScrollBar().setValue(self._left_at)

    def _deck_step(self) -> None:
        if self._shown is None:
            return
        entry = self._shown.line.entry
        match self.sender().objectName():
            case "begin":
                self.begin.emit(entry.id)
            case "study":
                self.study.emit(Wanted(decks=(entry.id,)))
            case "over":
                self.study.emit(Wanted(Scope.GO_OVER, decks=(entry.id,)))
            case "read":
                self.read.emit(entry.id)
            case "leave out":
                self.leave_out.emit(entry.id)
            case "edit":
                self.edit.emit(entry.id)
            case _:
                self.open_folder.emit(entry.path)

    def _card_step(self) -> None:
        card = self.list.key
        name = self.sender().objectName()
        if not card or self._shown is None:
            return
        if name == "card forget":
            one = self._shown.spellings[int(card)]
            self.forget_spelling.emit(one.question, one.spelling)
        elif name == "card unflag":
            self.unflag.emit(card)
        elif name == "card back":
            self.take_back.emit(card)
        else:
            dialog = Confirm(
                self.theme,
                self,
                _("Start over with this question?"),
                _("It is asked as if it were new. What you answered before stays in the history."),
                _("Start over"),
            )
            dialog.setObjectName(card)
            dialog.accepted.connect(self._started_over)
            dialog.open()

    def _started_over(self) -> None:
        self.start_over.emit(self.sender().objectName())

    def _find(self) -> None:
        if self.filter.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
