"""What a question is answered with: options, fields, an order or pairs; one of them at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import Form, Kind
from quizapp.study.view import AnswerShown, QuestionShown
from quizapp.ui.controls import Caption
from quizapp.ui.icons import Icons
from quizapp.ui.key_pauses import KeyPauses
from quizapp.ui.match_board import MatchBoard
from quizapp.ui.options import OptionList
from quizapp.ui.order_list import OrderList
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme
from quizapp.ui.typed_fields import TypedFields
from quizapp.words import _
from quizapp.words.study import missing, task


class QuestionSide(QWidget):
    """Takes an answer; each way to answer is built once and refilled.

    Signals:
        responded: a Response; the student chose the one option.
        lacking: what the answer still lacks, in words; Enter once more answers so.
    """

    responded = Signal(object)
    lacking = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, pauses: KeyPauses, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: QuestionShown | None = None
        self._warned: Response | None = None
        self.task = Caption(theme, parent=self)
        self.options = OptionList(theme, icons, self)
        self.options.chosen.connect(self._chose)
        self.fields = TypedFields(theme, pauses, self)
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
        self._shown, self._warned = shown, None
        self.show()
        self.hint.hide()
        self.task.show()
        self.task.set_text(_task(shown))
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
            tried = not isinstance(shown.response, DontKnow)
            self.options.show_result(shown.chosen, shown.right_options, tried=tried)

    def show_hint(self, words: str) -> None:
        """Show the hint."""
        self.hint.set_text(_("Hint: {words}").format(words=words))
        self.hint.show()

    def marked(self) -> QWidget | None:
        """What the keys are about, which is to be seen."""
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                return self.options.focused()
            case Form.TYPE:
                return self.fields.focused()
            case Form.ORDER:
                return self.order.marked()
            case Form.MATCH:
                return self.match.marked()
        return None

    def closed(self) -> bool:
        """Whether there is nothing to answer with, since the answer is to be shown and judged."""
        return self._shown is not None and self._shown.form is Form.RECALL

    def begun(self) -> bool:
        """Whether the student put in anything yet."""
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                return bool(self.options.checked())
            case Form.TYPE:
                return any(text.strip() for text in self.fields.texts())
            case Form.ORDER:
                return self.order.begun()
            case Form.MATCH:
                return max(self.match.joined(), default=-1) >= 0
        return False

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
        """What Enter answers; None where the student goes on answering.

        Where something is missing the first Enter goes to it and says so, the second answers.
        """
        match self._shown.form if self._shown is not None else None:
            case Form.CHOOSE:
                return self._checked()
            case Form.TYPE:
                return self._typed()
            case Form.ORDER:
                arranged = Arranged(self.order.order())
                return self._unless(arranged, self.order.unplaced(), self.order.focus_unplaced)
            case Form.MATCH:
                joined = self.match.joined()
                response = Arranged(joined) if self.begun() else DontKnow()
                return self._unless(response, joined.count(-1), self.match.mark_open)
            case Form.RECALL:
                return Recalled()
        return None

    def _checked(self) -> Response | None:
        checked = self.options.checked()
        if checked:
            return Chosen(checked)
        if self._shown is not None and self._shown.several:
            if self.options.focused() is None:
                self.options.focus_first()
            self.lacking.emit(missing(Form.CHOOSE, 1, anything=False))
        return None

    def _typed(self) -> Response | None:
        if not self.begun():
            return DontKnow()
        if self.fields.next_empty():
            return None
        return self._unless(
            Typed(self.fields.texts()), self.fields.empty(), self.fields.focus_empty
        )

    def _unless(
        self, response: Response, lacks: int, go_there: Callable[[], None]
    ) -> Response | None:
        """The response, unless it lacks something and the student was not told so yet."""
        if lacks == 0 or response == self._warned or self._shown is None:
            return response
        self._warned = response
        go_there()
        self.lacking.emit(missing(self._shown.form, lacks, anything=self.begun()))
        return None

    def _chose(self, index: int) -> None:
        self.responded.emit(Chosen(frozenset({index})))


def _task(shown: QuestionShown) -> str:
    if shown.form is Form.ORDER:
        return _("Press the numbers in order, or move with Space and arrows.")
    return task(shown.kind, shown.form, shown.date_precision, shown.fields)
