"""What a question is answered with: options, fields, an order or pairs; one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import Form, Kind
from quizapp.study.view import AnswerShown, QuestionShown
from quizapp.ui.controls import Caption
from quizapp.ui.icons import Icons
from quizapp.ui.match_board import MatchBoard
from quizapp.ui.options import OptionList
from quizapp.ui.order_list import OrderList
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme
from quizapp.ui.typed_fields import TypedFields
from quizapp.words import _
from quizapp.words.study import task


class QuestionSide(QWidget):
    """Takes an answer; each way to answer is built once and refilled.

    Signals:
        responded: a Response; the student chose the one option.
    """

    responded = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: QuestionShown | None = None
        self.task = Caption(theme, parent=self)
        self.options = OptionList(theme, icons, self)
        self.options.chosen.connect(self._chose)
        self.fields = TypedFields(theme, self)
        self.order = OrderList(theme, icons, self)
        self.match = MatchBoard(theme, icons, self)
        self.hint = TextLabel(theme, Size.BODY, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._ways = (self.options, self.fields, self.order, self.match)
        for widget in (self.task, *self._ways, self.hint):
            column.addWidget(widget)

    def show_question(self, shown: QuestionShown) -> None:
        """Offer what goes with the form."""
        self._shown = shown
        self.show()
        self.hint.hide()
        self.task.show()
        self.task.set_text(task(shown.kind, shown.form, shown.date_precision, shown.fields))
        way: QWidget | None = None
        match shown.form:
            case Form.CHOOSE:
                way = self.options
                words = shown.options
                if shown.kind is Kind.TRUE_FALSE and not words:
                    words = (_("True"), _("False"))
                self.options.show_options(words, several=shown.several)
            case Form.TYPE:
                way = self.fields
                self.fields.show_fields(shown)
            case Form.ORDER:
                way = self.order
                self.order.show_items(shown.options)
            case Form.MATCH:
                way = self.match
                self.match.show_pairs(shown.left, shown.options)
            case Form.RECALL:
                pass
        for widget in self._ways:
            widget.setVisible(widget is way)

    def show_answer(self, shown: AnswerShown) -> None:
        """Leave of the options what was chosen and what is right; all else goes."""
        self.setVisible(shown.question.form is Form.CHOOSE)
        self.task.hide()
        self.hint.hide()
        for widget in self._ways:
            widget.setVisible(widget is self.options and shown.question.form is Form.CHOOSE)
        if shown.question.form is Form.CHOOSE:
            self.options.show_result(shown.chosen, shown.right_options)

    def show_hint(self, words: str) -> None:
        """Show the hint."""
        self.hint.set_text(_("Hint: {words}").format(words=words))
        self.hint.show()

    def focus(self) -> bool:
        """Type where there is a field; False where keys stay with the page."""
        if self._shown is not None and self._shown.form is Form.TYPE:
            self.fields.focus()
            return True
        return False

    def press(self, digit: int) -> bool:
        """A digit was pressed; False where it means nothing."""
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                return self.options.press(digit)
            case Form.ORDER:
                return self.order.press(digit)
            case Form.MATCH:
                return self.match.press(digit)
        return False

    def step(self, by: int) -> bool:
        """An arrow was pressed; False where it means nothing."""
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                self.options.step(by)
            case Form.ORDER:
                self.order.step(by)
            case Form.MATCH:
                self.match.step(by)
            case _:
                return False
        return True

    def take_back(self) -> None:
        """Backspace was pressed."""
        match self._shown.form if self._shown is not None else None:
            case Form.ORDER:
                self.order.take_back()
            case Form.MATCH:
                self.match.take_back()

    def enter(self) -> Response | None:
        """What Enter answers; None where the student goes on answering."""
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                checked = self.options.checked()
                return Chosen(checked) if checked else None
            case Form.TYPE:
                return self._typed()
            case Form.ORDER:
                return Arranged(self.order.order())
            case Form.MATCH:
                joined = self.match.joined()
                return Arranged(joined) if max(joined, default=-1) >= 0 else DontKnow()
            case Form.RECALL:
                return Recalled()
        return None

    def _typed(self) -> Response | None:
        texts = self.fields.texts()
        if not any(text.strip() for text in texts):
            return DontKnow()
        return None if self.fields.next_empty() else Typed(texts)

    def _chose(self, index: int) -> None:
        self.responded.emit(Chosen(frozenset({index})))
