"""The form in which a question is changed in its place: its words, its answers, its kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QVBoxLayout, QWidget

from quizapp.author.field_reading import fields_of
from quizapp.author.fields import Fields
from quizapp.author.kind_change import turned
from quizapp.content.question import Kind, Question
from quizapp.ui.article_fields import (
    SEVERAL,
    WITH_SPELLINGS,
    WITH_WRONG,
    Texts,
    UnfinishedError,
    made,
    nearest,
    texts_of,
    with_texts,
)
from quizapp.ui.article_hints import hint
from quizapp.ui.article_text_box import TextBox
from quizapp.ui.article_words import field_words, kind_words
from quizapp.ui.controls import Caption
from quizapp.ui.flow import Flow
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import _

_BOXES = (
    "prompt",
    "answers",
    "wrong",
    "unit",
    "need",
    "correction",
    "also",
    "as_of",
    "attribution",
    "explanation",
)
"""The texts of `Texts`, in the order in which they stand."""
_HINTED = ("answers", "as_of")
_ONLY_FOR = {
    "wrong": WITH_WRONG,
    "unit": {Kind.NUMBER},
    "need": {Kind.LIST},
    "correction": {Kind.TRUE_FALSE},
    "also": WITH_SPELLINGS,
    "answers": set(Kind) - {Kind.TRUE_FALSE, Kind.CLOZE},
}


class QuestionForm(QWidget):
    """A question as fields.

    Attributes:
        foot: what is missing, and the buttons that end it; it stands wherever it is in sight.

    Signals:
        changed: something was typed or chosen.
        done: the author is done; `question` has what came of it.
        discarded: the question is to stay as it was.
    """

    changed = Signal()
    done = Signal()
    discarded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._base: Question | None = None
        self._filled = Fields()
        self._filling = False
        self._before: dict[Kind, Fields] = {}
        self.kind_button = WrappingQuiet(theme)
        self.kind_button.setObjectName("kind")
        self.kind_button.clicked.connect(self._choose_kind)
        self.boxes: dict[str, TextBox] = {}
        self.hints: dict[str, Caption] = {}
        self._groups: dict[str, QWidget] = {}
        self._labels: dict[str, Caption] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.kind_button, 0, Qt.AlignmentFlag.AlignLeft)
        for name in _BOXES:
            column.addWidget(self._group(name))
            if name == "prompt":
                column.addWidget(self._make_truth())
        self._trouble = TextLabel(theme, Size.BODY, role=Role.WRONG)
        self._trouble.hide()
        self.foot = self._make_foot()

    def show_question(self, question: Question) -> None:
        """Put a question into the fields."""
        self._base = question
        self._before.clear()
        self._put(fields_of(question))

    def fields(self) -> Fields:
        """What stands in the form."""
        texts = {name: box.text() for name, box in self.boxes.items()}
        holds = self._truth.checkedId() != 0
        return with_texts(self._filled, Texts(self._filled.kind, holds=holds, **texts))

    def question(self, *, typing: bool = False) -> Question | None:
        """The question as typed; None where something is missing, which is said.

        Args:
            typing: the author is not done: it is no fault yet.
        """
        self._trouble.set_role(Role.MUTED if typing else Role.WRONG)
        if self._base is None:
            return None
        try:
            found = made(self.fields(), self._base)
        except UnfinishedError as error:
            self._say(field_words(error))
            return None
        self._say("")
        return found

    def nearest(self) -> Question | None:
        """The question as far as what was typed makes sense."""
        return nearest(self.fields(), self._base) if self._base else None

    def focus_first(self) -> None:
        """Type into the question itself."""
        self.boxes["prompt"].go_to_end()
        self.boxes["prompt"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Be done on Esc and Enter, with everything kept."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _group(self, name: str) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        size = Size.ANSWER if name == "prompt" else Size.BODY
        box = TextBox(self._theme, name, size=size)
        box.changed.connect(self._changed)
        box.entered.connect(self.done)
        label = Caption(self._theme)
        column.addWidget(label)
        column.addWidget(box)
        if name in _HINTED:
            self.hints[name] = Caption(self._theme)
            column.addWidget(self.hints[name])
        self.boxes[name], self._groups[name], self._labels[name] = box, group, label
        return group

    def _make_truth(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder)
        self._truth = QButtonGroup(self)
        for at, words in ((1, _("True")), (0, _("False"))):
            button = WrappingQuiet(self._theme, words)
            button.setCheckable(True)
            self._truth.addButton(button, at)
            flow.addWidget(button)
        self._truth.idClicked.connect(self._changed)
        self._groups["truth"] = holder
        return holder

    def _make_foot(self) -> QWidget:
        foot, buttons = QWidget(), QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        flow = Flow(buttons)
        done = WrappingPrimary(self._theme, _("Use these words") + "  ⏎")
        done.setObjectName("done")
        done.clicked.connect(self.done)
        discard = WrappingQuiet(self._theme, _("Discard changes"))
        discard.setObjectName("discard")
        discard.clicked.connect(self.discarded)
        flow.addWidget(done)
        flow.addWidget(discard)
        return foot

    def _put(self, fields: Fields) -> None:
        self._filling = True
        self._filled, texts = fields, texts_of(fields)
        self.kind_button.setText(kind_words(fields.kind) + "  ▾")
        self.kind_button.setAccessibleName(_("Kind: {kind}").format(kind=kind_words(fields.kind)))
        self.kind_button.updateGeometry()
        for name in _BOXES:
            self.boxes[name].set_text(getattr(texts, name))
            words = _label(name, fields.kind)
            lines = name == "wrong" or (name == "answers" and fields.kind in SEVERAL)
            card = fields.kind is Kind.FLASHCARD and name in {"prompt", "answers"}
            self.boxes[name].set_name(words, lines=lines or card or name == "explanation")
            self._labels[name].set_text(words)
            self._groups[name].setVisible(fields.kind in _ONLY_FOR.get(name, set(Kind)))
        self._groups["truth"].setVisible(fields.kind is Kind.TRUE_FALSE)
        self._truth.button(int(fields.holds)).setChecked(True)
        self._filling = False
        self._say("")
        self._hint()

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in Kind:
            action = QAction(kind_words(kind), menu)
            action.setData(kind.value)
            action.setCheckable(True)
            action.setChecked(kind is self._filled.kind)
            menu.addAction(action)
        menu.triggered.connect(self._took_kind)
        menu.popup(self.kind_button.mapToGlobal(self.kind_button.rect().bottomLeft()))

    def _took_kind(self, action: QAction) -> None:
        self.turn_into(Kind(str(action.data())))

    def turn_into(self, kind: Kind) -> None:
        """Make it another kind; going back finds the words as they were."""
        fields = self.fields()
        if self._base is None or kind is fields.kind:
            return
        self._before[fields.kind] = fields
        self._put(turned(fields, kind, self._before.get(kind)).fields)
        self.changed.emit()

    def _changed(self) -> None:
        if not self._filling:
            self._hint()
            self.changed.emit()

    def _hint(self) -> None:
        """Say under what is read how it is read."""
        fields = self.fields()
        for name, label in self.hints.items():
            words = hint(name, fields)
            label.set_text(words)
            label.setVisible(bool(words))
            self.boxes[name].set_description(words)

    def _say(self, words: str) -> None:
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))


def _label(name: str, kind: Kind) -> str:
    """What stands over a field."""
    labels = {
        "prompt": _("Statement") if kind is Kind.TRUE_FALSE else _("Question"),
        "answers": _("Answers, one a line") if kind in SEVERAL else _("Answer"),
        "wrong": _("Wrong options, one a line"),
        "unit": _("Unit"),
        "need": _("How many are wanted"),
        "correction": _("What is true, shown after the answer"),
        "also": _("Also right, with ; between"),
        "as_of": _("As of: when it was true"),
        "attribution": _("Whose words, if it is a claim"),
        "explanation": _("Explanation"),
    }
    special = {
        ("prompt", Kind.CLOZE): _("Text, with two braces around what is asked"),
        ("answers", Kind.MATCH): _("Pairs, one a line, with = between the sides"),
        ("answers", Kind.ORDER): _("In the right order, one a line"),
    }
    return special.get((name, kind), labels[name])
