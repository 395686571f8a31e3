"""The foot of the study page: it never moves, and holds what Enter does and what else there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from quizapp.content.question import Form
from quizapp.schedule.log import Rating
from quizapp.study.view import AnswerShown, QuestionShown
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import Caption
from quizapp.ui.icons import Icons
from quizapp.ui.rating_button import AccentButton, RatingButton, TwoLineButton, short_interval
from quizapp.ui.theme import Role, Theme
from quizapp.words import _
from quizapp.words.study import due as due_words
from quizapp.words.study import rating as rating_name

GAP = 8


class StudyFoot(QWidget):
    """Buttons for what the keys do.

    Signals:
        entered: what Enter does.
        unknown: "I don't know".
        hinted: the hint is wanted.
        rated: the rating that the student wants.
        undone, flagged, suspended, buried, keys_wanted: the entries of "More".
    """

    entered = Signal()
    unknown = Signal()
    hinted = Signal()
    rated = Signal(object)
    undone = Signal()
    flagged = Signal()
    suspended = Signal()
    buried = Signal()
    keys_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._judging = False
        self._changeable = False
        self._offered: tuple[Rating, ...] = ()
        self.main = AccentButton(theme, self)
        self.main.clicked.connect(self.entered)
        self.dont_know = TwoLineButton(theme, self)
        self.dont_know.clicked.connect(self.unknown)
        self.hint = TwoLineButton(theme, self)
        self.hint.clicked.connect(self.hinted)
        self.ratings = [RatingButton(theme, rating, self) for rating in Rating]
        for button in self.ratings:
            button.clicked.connect(self._rated)
        self.change = TwoLineButton(theme, self)
        self._change_menu = QMenu(self.change)
        self._change_menu.triggered.connect(self._picked)
        self.change.clicked.connect(self._open_change)
        self.more = QuietButton(theme, "", self)
        self.more.setAccessibleName(_("More"))
        self.more.setToolTip(_("More"))
        self._menu = QMenu(self.more)
        for words, signal in (
            (_("Undo") + "\tU", self.undone),
            (_("Flag") + "\tF", self.flagged),
            (_("Set aside") + "\tS", self.suspended),
            (_("Not today") + "\tB", self.buried),
            (_("Keys") + "\t?", self.keys_wanted),
        ):
            self._menu.addAction(words).triggered.connect(signal)
        self.more.clicked.connect(self._open_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = Caption(theme, _("Change"), self)
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for widget in (self.main, self.dont_know, self.hint, self.change):
            row.addWidget(widget)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.setSpacing(GAP)
        for widget in self.ratings:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.more)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_question(self, shown: QuestionShown) -> None:
        """Offer what a question side has."""
        self._judging = self._changeable = False
        self._fit()  # first: old and new buttons side by side would widen the window
        one = shown.form is Form.CHOOSE and not shown.several
        recall = shown.form is Form.RECALL
        self.main.setVisible(not one)
        self.main.set_words(_("Show answer") if recall else _("Answer"), "⏎")
        typing = shown.form is Form.TYPE
        self.dont_know.set_words(_("I don't know"), _("⏎ while empty") if typing else "0")
        self.dont_know.show()
        self.hint.set_words(_("Hint"), "Alt H" if typing else "H")
        self.hint.setVisible(bool(shown.hint))
        self._fit()

    def hint_is_shown(self) -> None:
        """Offer the hint no longer."""
        self.hint.hide()

    def show_answer(self, shown: AnswerShown) -> None:
        """Offer to go on, and those ratings that the answer leaves to choose from."""
        self._judging = shown.judging
        self._offered = tuple(rating for rating in Rating if rating in shown.next_due)
        self._changeable = not shown.judging and len(self._offered) > 1
        if self._offered:
            keys = f"{int(self._offered[0])} – {int(self._offered[-1])}"
            self.change.set_words(_("Change"), keys)
        self.dont_know.hide()
        self.hint.hide()
        self.main.setVisible(not shown.judging)
        due = shown.next_due.get(shown.rating) if shown.rating is not None else None
        words = due_words(due.minutes, due.days) if due is not None else ""
        self.main.set_words(_("Next") + "  ⏎", words)
        for action in self._change_menu.actions():
            self._change_menu.removeAction(action)
        for button in self.ratings:
            due = shown.next_due.get(button.rating)
            button.set_due(due)
            button.setChecked(not shown.judging and button.rating is shown.rating)
            if button.rating not in self._offered:
                continue
            label = rating_name(int(button.rating))
            interval = f" · {short_interval(due)}" if due is not None else ""
            action = QAction(f"{label}{interval}\t{int(button.rating)}", self._change_menu)
            action.setData(int(button.rating))
            self._change_menu.addAction(action)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ratings in a row where they fit, else behind "Change"."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        in_row = self._judging or (self._changeable and self._row_width() <= self.width())
        for button in self.ratings:
            button.setVisible(in_row and button.rating in self._offered)
        self._label.setVisible(in_row and not self._judging)
        self.change.setVisible(self._changeable and not in_row)

    def _row_width(self) -> int:
        offered = [button for button in self.ratings if button.rating in self._offered]
        widgets = (self.main, self._label, *offered, self.more)
        return sum(widget.sizeHint().width() + GAP for widget in widgets)

    def _rated(self) -> None:
        button = self.sender()
        if isinstance(button, RatingButton):
            self.rated.emit(button.rating)

    def _picked(self, action: QAction) -> None:
        self.rated.emit(Rating(action.data()))

    def _open_change(self) -> None:
        self._change_menu.popup(self.change.mapToGlobal(self.change.rect().topLeft()))

    def _open_more(self) -> None:
        height = self._menu.sizeHint().height()
        at = self.more.mapToGlobal(self.more.rect().topRight())
        at.setX(at.x() - self._menu.sizeHint().width())
        at.setY(at.y() - height - 4)
        self._menu.popup(at)

    def _restyle(self) -> None:
        self.more.setIcon(self._icons.icon("more", Role.TEXT))
        self.setFixedHeight(self.main.sizeHint().height())
        self._fit()
