"""A proposed question as the student will see it: what is right, and where the rest is from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from quizapp.author.field_writing import tolerance_text
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
    gaps,
)
from quizapp.generate.candidate import Origin
from quizapp.generate.desk import Item
from quizapp.study.view import GAP, QuestionShown
from quizapp.ui.article_words import answer_words, kind_words, prompt_words
from quizapp.ui.controls import Body, Caption, Card
from quizapp.ui.flow import empty
from quizapp.ui.frames import CARD_CORNER, rounded
from quizapp.ui.icons import Icons
from quizapp.ui.prompt_block import PromptBlock
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import N_, _, deciding, ngettext

_WANTED = {
    Precision.DAY: N_("Day, month and year are wanted"),
    Precision.MONTH: N_("Month and year are wanted"),
    Precision.YEAR: N_("The year is wanted"),
}
_LEAD = 8  # pixels between the mark and the words


class AnswerLine(QFrame):
    """One answer or option: its mark, its words, and a caption under them.

    Signals: none.
    """

    def __init__(
        self, theme: Theme, icons: Icons, words: str, caption: str, *, right: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._right = right
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._words = TextLabel(theme, Size.ANSWER, words)
        self._column.addWidget(self._words)
        if caption:
            self._column.addWidget(Caption(theme, caption))
        self._restyle()
        theme.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, border, and the mark of what is right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Role.RIGHT if self._right else Role.BORDER
        fill, border = self._theme.color(Role.SURFACE), self._theme.color(edge)
        rounded(painter, QRectF(self.rect()), fill, border, 2 if self._right else 1)
        if self._right:
            mark = self._icons.beside_text("check", Role.RIGHT, self.devicePixelRatioF())
            painter.drawPixmap(12, self._words.y(), mark)
        painter.end()

    def _restyle(self) -> None:
        lead = self._icons.side_beside_text() + _LEAD if self._right else 4
        self._column.setContentsMargins(12 + lead, 10, 12, 10)


class QuestionCard(Card):
    """The question at hand. It takes the focus, so that a screen reader reads it as a whole.

    Signals:
        edit: the author clicked into it.
    """

    edit = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__(theme)
        self._icons = icons
        self.setObjectName("question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._kind = Caption(theme)
        self._prompt = PromptBlock(theme, self)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(8)
        self._also = Caption(theme)
        self._claim = Caption(theme)
        self._explanation = Body(theme)
        self.column.setSpacing(12)
        self.column.addWidget(self._kind)
        self.column.addWidget(self._prompt)
        self.column.addLayout(self._answers)
        for widget in (self._also, self._claim, self._explanation):
            self.column.addWidget(widget)

    def show_item(self, item: Item) -> None:
        """Show a question."""
        question = item.question
        told = [kind_words(question.kind)]
        if item.own:
            told.append(_("asked by you"))
        elif item.edited:
            told.append(_("changed by you"))
        self._kind.set_text(" · ".join(told))
        self._prompt.show_prompt(_shown(question))
        self._prompt.set_small(small=True)
        empty(self._answers)
        for words, caption, right in _lines(question, item.candidate.origins):
            line = AnswerLine(self._theme, self._icons, words, caption, right=right)
            self._answers.addWidget(line)
        self._set(self._also, _also(question))
        claim = question.attribution
        self._set(self._claim, _("Whose words: {who}").format(who=claim) if claim else "")
        self._set(self._explanation, question.explanation)
        words = _("{question} Answer: {answer}")
        asked, answer = prompt_words(question), answer_words(question)
        self.setAccessibleName(words.format(question=asked, answer=answer))
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that keys are for this question."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Step back."""
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Edit what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.edit.emit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its words allow."""
        return QSize(160, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground and border; with the focus the border is thick."""
        if not self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._theme.color(self._ground), self._theme.color(Role.ACCENT)
        rounded(painter, QRectF(self.rect()), fill, border, 2, CARD_CORNER)
        painter.end()

    @staticmethod
    def _set(label: TextLabel, words: str) -> None:
        label.set_text(words)
        label.setVisible(bool(words))


def _shown(question: Question) -> QuestionShown:
    """The question side, every gap of a cloze open."""
    prompt = question.prompt
    if isinstance(question.body, Cloze):
        for gap in reversed(gaps(prompt)):
            prompt = prompt[: gap.start] + GAP + prompt[gap.end :]
    return QuestionShown(
        card="",
        question=question.id or "",
        deck="",
        deck_title="",
        kind=question.kind,
        form=Form.RECALL,
        number=0,
        total=0,
        prompt=prompt,
        markdown=isinstance(question.body, Flashcard),
        as_of=question.as_of,
    )


def _lines(question: Question, origins: tuple[Origin, ...]) -> Iterator[tuple[str, str, bool]]:
    """Words, caption, and whether it is right, of each answer and option."""
    body = question.body
    right: tuple[str, ...]
    match body:
        case Multi(answers=answers) | ListQuestion(answers=answers):
            right = answers
        case Order(answers=answers):
            right = tuple(f"{at}. {answer}" for at, answer in enumerate(answers, 1))
        case Match(pairs=pairs):
            right = tuple(f"{left} – {matched}" for left, matched in pairs)
        case Cloze(text=text):
            right = tuple(gap.answer for gap in gaps(text))
        case _:
            right = (answer_words(question),)
    for words in right:
        yield words, body.correction if isinstance(body, TrueFalse) else "", True
    if isinstance(body, Short | Choice | Multi):
        for at, words in enumerate(body.wrong):
            yield words, deciding.origin(origins[at]) if at < len(origins) else "", False


def _also(question: Question) -> str:
    """What else is right, and how exact an answer must be."""
    body, told = question.body, []
    if isinstance(body, ListQuestion) and body.need < len(body.answers):
        wanted = ngettext("{n} of them is wanted", "{n} of them are wanted", body.need)
        told.append(wanted.format(n=body.need))
    if isinstance(body, DateQuestion):
        told.append(_(_WANTED[body.precision]))
    if isinstance(body, Number) and body.tolerance != Tolerance():
        told.append(_("{far} off is right too").format(far=tolerance_text(body.tolerance)))
    accepted: tuple[str, ...] = ()
    if isinstance(body, Short | Number | DateQuestion):
        accepted = body.accept
    elif isinstance(body, ListQuestion | Cloze):
        accepted = tuple(spelling for spelling, _of in body.accept)
    if accepted:
        told.append(_("Also right: {words}").format(words=", ".join(accepted)))
    return " · ".join(told)
