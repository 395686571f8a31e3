"""The line over the editor's columns: the deck, how it is saved, undo, what else can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.told import Step
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import Caption
from quizapp.ui.editor_step_words import redo_words, undo_words
from quizapp.ui.flow import Flow
from quizapp.ui.menu_button import MenuButton
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _

_UNDO, _NARROW = 26, 20  # letters of what Undo says, about, and where there is little room
_NARROW_UNDER = 60  # letters of the line


class _Undo(QuietButton):
    """Undo with what it takes back, in one line: a long name is cut, and whole in its tooltip.

    Signals: QPushButton's own.
    """

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its words, up to some letters."""
        hint = super().sizeHint()
        letter, beside = QFontMetrics(self.font()).averageCharWidth(), self.parentWidget()
        wide = beside is None or beside.width() >= _NARROW_UNDER * letter
        letters = _UNDO if wide else _NARROW
        room = letter * letters + 2 * self._across
        return QSize(min(hint.width(), room), hint.height())

    def name(self, words: str) -> None:
        """Say what it takes back."""
        self.setText(words)
        self.setToolTip(words + "  Ctrl+Z")
        self.setAccessibleName(words)
        self.updateGeometry()


class EditorBar(QWidget):
    """Says where one is and how the deck stands to its file.

    Signals:
        left: the author is done here.
        step: "new", "undo", "redo", "paste", "deck" or "study".
    """

    left = Signal()
    step = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._back = WrappingLink(theme, _("Back"))
        self._back.setObjectName("back")
        self._back.clicked.connect(self.left)
        self.title = TextLabel(theme, Size.ANSWER, strong=True)
        self.state = Caption(theme)
        self._buttons: dict[str, WrappingQuiet] = {}
        head, row = QWidget(), QWidget()
        line, flow = Flow(head, gap=16), Flow(row, gap=8)
        for widget in (self._back, self.title, self.state):
            line.addWidget(widget)
        for name, words in (
            ("new", _("New question")),
            ("study", _("Study")),
        ):
            button = WrappingQuiet(theme, words, size=Size.CAPTION)
            button.setObjectName(name)
            button.clicked.connect(self._pressed)
            self._buttons[name] = button
        self._buttons["new"].setToolTip(_("New question") + "  Ctrl+N")
        self.more = MenuButton(theme, _("More"), keeps=False)
        self.more.setObjectName("more")
        self.more.taken.connect(self.step)
        # Undo names what it would take back: it stands last, so that nothing moves by its width.
        for step in (self._buttons["new"], self._buttons["study"], self.more):
            flow.addWidget(step)
        self._undo = _Undo(theme, _("Undo"), size=Size.CAPTION)
        self._undo.setObjectName("undo")
        self._undo.clicked.connect(self._pressed)
        flow.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(row)
        self._redo: Step | None = None

    @property
    def askable(self) -> bool:
        """Whether there is something to study."""
        return self._buttons["study"].isEnabled()

    def show_back(self, words: str) -> None:
        """Where the way back leads."""
        self._back.setText(words)
        self._back.updateGeometry()

    def show_title(self, title: str) -> None:
        """The deck's title."""
        self.title.set_text(title)

    def show_state(self, words: str) -> None:
        """How the deck stands to its file."""
        if words != self.state.text():
            self.state.set_text(words)

    def show_steps(self, undo: Step | None, redo: Step | None, *, askable: bool) -> None:
        """What can be taken back and done again, and whether the deck can be studied."""
        words = undo_words(undo)
        if words != self._undo.text():
            self._undo.name(words)
        self._undo.setEnabled(undo is not None)
        self._buttons["study"].setEnabled(askable)
        self.more.set_options(
            (
                *((("redo", redo_words(redo) + "  Ctrl+Shift+Z"),) if redo is not None else ()),
                ("paste", _("Paste rows")),
                ("deck", _("The deck's own page")),
            )
        )

    def _pressed(self) -> None:
        self.step.emit(self.sender().objectName())
