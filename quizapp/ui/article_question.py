"""The middle: the question at hand, its form, or the list of all; and the steps at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.content.question import Question
from quizapp.generate.desk import Item, State
from quizapp.ui.article_card import QuestionCard
from quizapp.ui.article_form import QuestionForm
from quizapp.ui.article_list import QuestionList
from quizapp.ui.article_words import LIGHT_ROLE, state_words
from quizapp.ui.buttons import Button
from quizapp.ui.controls import Body, Caption, Field, Page
from quizapp.ui.flow import Flow
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary, WrappingQuiet
from quizapp.words import N_, _, deciding

_STEPS = (
    ("keep", N_("Keep"), "A"),
    ("reopen", N_("Open again"), ""),
    ("edit", N_("Edit"), "E"),
    ("refuse", N_("Refuse"), "R"),
    ("undo", N_("Undo"), "Z"),
    ("back", N_("Previous"), "K"),
    ("next", N_("Next"), "J"),
)


class QuestionColumn(QWidget):
    """Shows one item, and says what the author wants done with it.

    Signals:
        step: the name of a step: "keep", "reopen", "edit", "refuse", "undo", "back" or "next".
        refused: the reason, or "", when the author refused.
        typed: something changed in the form.
        edited: the author is done with the form.
        discarded: the author wants the question as it was.
        opened: id of a question chosen in the list.
        listed: whether the list is to be shown.
    """

    step = Signal(str)
    refused = Signal(str)
    typed = Signal()
    edited = Signal()
    discarded = Signal()
    opened = Signal(str)
    listed = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.counter = Caption(theme)
        self._standing = Caption(theme)
        self._list_link = WrappingLink(theme, _("All questions") + "  L")
        self._list_link.setObjectName("list")
        self._list_link.clicked.connect(self._list_wanted)
        head = QWidget()
        flow = Flow(head, gap=16, spread=True)
        for widget in (self.counter, self._standing, self._list_link):
            flow.addWidget(widget)
        self.card = QuestionCard(theme, icons)
        self.card.edit.connect(self._edit_wanted)
        self.form = QuestionForm(theme)
        self.nothing = Body(theme)
        self._scroll = Page(theme)
        around = self._scroll.body.layout()
        if around is not None:
            around.setContentsMargins(0, 0, 8, 8)
        for shown in (self.nothing, self.card, self.form):
            self._scroll.column.addWidget(shown)
        self._scroll.column.addStretch(1)
        self.list = QuestionList(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.list)
        self._foot = self._make_foot()
        self._refusal = self._make_refusal()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        column.addWidget(self.form.foot)
        column.addWidget(self._refusal)
        self.form.changed.connect(self.typed)
        self.form.done.connect(self.edited)
        self.form.discarded.connect(self.discarded)
        self.list.opened.connect(self.opened)
        self.list.left.connect(self._list_left)
        self.show_nothing("")

    @property
    def editing(self) -> bool:
        """The form is up."""
        return not self.form.isHidden()

    @property
    def refusing(self) -> bool:
        """The reason for a refusal is being typed."""
        return not self._refusal.isHidden()

    @property
    def listing(self) -> bool:
        """The list of all is up."""
        return self._stack.currentWidget() is self.list

    def show_item(self, item: Item) -> None:
        """Show a question; the form goes."""
        self.nothing.hide()
        self.form.hide()
        self.card.show()
        self._list_link.show()
        self.card.show_item(item)
        told = [state_words(item)]
        if item.state is State.OPEN:
            told = [deciding.light(item.light)]
        self._standing.set_text(" · ".join(told))
        kept = item.state is State.KEPT
        self._standing.set_role(
            LIGHT_ROLE[item.light]
            if item.state is State.OPEN
            else Role.RIGHT
            if kept
            else Role.MUTED
        )
        decided = item.state is not State.OPEN
        self.buttons["keep"].setVisible(not kept)
        self.buttons["reopen"].setVisible(decided)
        self.buttons["refuse"].setVisible(item.state is not State.REFUSED)
        for name in ("edit", "back", "next", "undo"):
            self.buttons[name].show()
        self.end_refusal()
        self._place()
        self._scroll.verticalScrollBar().setValue(0)

    def show_nothing(self, words: str) -> None:
        """Say that there is no question to show."""
        self.nothing.set_text(words)
        self.nothing.show()
        self.card.hide()
        self.form.hide()
        self._standing.set_text("")
        self._list_link.hide()
        for name, button in self.buttons.items():
            button.setVisible(name == "undo")
        self.end_refusal()
        self._place()

    def show_form(self, question: Question) -> None:
        """Change a question in its place."""
        self.form.show_question(question)
        self.card.hide()
        self.form.show()
        self.end_refusal()
        self._place()
        self.form.focus_first()
        self._scroll.verticalScrollBar().setValue(0)

    def end_form(self) -> None:
        """Take the form away; what is to stand in its place is shown next."""
        self.form.hide()

    def show_list(self, items: Sequence[Item], chosen: str) -> None:
        """Show all questions in place of the one at hand."""
        self.list.show_items(items, chosen)
        self._stack.setCurrentWidget(self.list)
        self._list_link.setText(_("The question") + "  L")
        self._list_link.updateGeometry()
        self._place()
        self.list.focus_first()

    def leave_list(self) -> None:
        """Show the question at hand again."""
        if self.listing:
            self._stack.setCurrentWidget(self._scroll)
            self._list_link.setText(_("All questions") + "  L")
            self._list_link.updateGeometry()
            self._place()
            self.focus_first()

    def ask_why(self) -> None:
        """Offer a field for the reason of a refusal."""
        self._foot.hide()
        self._refusal.show()
        self._why.clear()
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_refusal(self) -> None:
        """Take the field for the reason away."""
        had = self._why.hasFocus()
        self._refusal.hide()
        if had:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where keys decide."""
        if self.listing:
            self.list.focus_first()
        elif self.editing:
            self.form.focus_first()
        elif self.refusing:
            self._why.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Call a refusal off on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.refusing:
            self._call_off()
        else:
            super().keyPressEvent(event)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        flow = Flow(foot, gap=8)
        self.buttons: dict[str, Button] = {}
        for name, words, key in _STEPS:
            make = WrappingPrimary if name == "keep" else WrappingQuiet
            button = make(self._theme, f"{_(words)}  {key}".rstrip())
            button.setAccessibleName(_(words))
            button.setObjectName(f"step {name}")
            button.clicked.connect(self._stepped)
            self.buttons[name] = button
            flow.addWidget(button)
        return foot

    def _make_refusal(self) -> QWidget:
        refusal = QWidget()
        column = QVBoxLayout(refusal)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._why = Field(self._theme, _("Why it is refused, if you like"))
        self._why.setPlaceholderText(_("Why, if you like"))
        self._why.returnPressed.connect(self._refused)
        refuse = WrappingPrimary(self._theme, _("Refuse") + "  ⏎")
        refuse.setObjectName("refuse")
        refuse.clicked.connect(self._refused)
        call_off = WrappingQuiet(self._theme, _("Go back") + "  Esc")
        call_off.setObjectName("call off")
        call_off.clicked.connect(self._call_off)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        flow.addWidget(refuse)
        flow.addWidget(call_off)
        column.addWidget(self._why)
        column.addWidget(buttons)
        return refusal

    def _place(self) -> None:
        self._standing.setVisible(not self.listing)
        self._foot.setVisible(not (self.editing or self.listing or self.refusing))
        self.form.foot.setVisible(self.editing and not self.listing)

    def _stepped(self) -> None:
        self.step.emit(self.sender().objectName().removeprefix("step "))

    def _edit_wanted(self) -> None:
        self.step.emit("edit")

    def _refused(self) -> None:
        self.refused.emit(self._why.text().strip())

    def _call_off(self) -> None:
        self.end_refusal()
        self._place()

    def _list_wanted(self) -> None:
        self.listed.emit(not self.listing)

    def _list_left(self) -> None:
        self.listed.emit(False)
