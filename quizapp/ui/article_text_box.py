"""A box to type several lines into, as high as what stands in it."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.frames import rounded
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.text_block import LONGEST_SHOWN
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

_ACROSS, _DOWN = 10, 7  # pixels between the border and the letters
_LINE_ENDS = re.compile("[\u2028\u2029]")
_MOST = 7  # lines; more are scrolled
LONGEST_PASTE = 10_000  # characters; whole texts are sources, and would be laid out at each key
LONGEST_TEXT = 2_000_000  # characters of such a text
MOST_PASTED = 100  # lines that become rows


class _Lines(QPlainTextEdit):
    """The letters of a box.

    Signals:
        entered: the author is done with it.
        focused: it got the focus or lost it.
        backed: Backspace was pressed where nothing stands.
        pasted: several lines were pasted where each is to be on its own.
        refused: what was pasted or dropped is too much, as characters and lines.
    """

    entered = Signal()
    focused = Signal()
    backed = Signal()
    pasted = Signal(str)
    refused = Signal(int, int)

    def __init__(self, theme: Theme, name: str, *, lines: bool) -> None:
        super().__init__()
        self.lines = lines
        self.splits = False
        self.longest = LONGEST_PASTE
        self.undoes = True
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, but for Enter where it goes on, Esc, and Alt alone."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held == Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and (not self.lines or held == Qt.KeyboardModifier.ControlModifier):
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.backed.emit()
            return
        if not self.undoes and (_is_undo(event) or _pastes_picture(event)):
            event.ignore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undoing to the page where it undoes."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and not self.undoes and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Whether words can be dropped; files are for the page."""
        files = any(url.isLocalFile() for url in source.urls())
        return not files and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste; lines that are to be on their own are handed over, what is too much is not."""
        text = source.text() if source.hasText() else ""
        lines = text.count("\n") + 1 if self.splits else 1
        if len(text) > self.longest or lines > MOST_PASTED:
            self.refused.emit(len(text), lines)
        elif lines > 1:
            self.pasted.emit(text)
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say so."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say so."""
        super().focusOutEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the lines are at this width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as what stands in it, up to some lines."""
        line = self.fontMetrics().lineSpacing() + 1
        tall = 0.0
        block = self.document().begin()
        while block.isValid() and tall < _MOST * line:
            tall += max(float(line), self.blockBoundingRect(block).height())
            block = block.next()
        high = min(_MOST * line, ceil(tall)) + 2
        if high != self.height():
            self.setFixedHeight(high)
            self.updateGeometry()


class TextBox(QWidget):
    """Plain text in a frame; Tab goes on, and Enter does too where only one line is wanted.

    Alt with a letter is left to the page, which commands by it.

    Args:
        name: what a screen reader calls it.
        lines: whether Enter starts a new line; Ctrl+Enter then goes on.

    Signals:
        changed: other words stand in it.
        entered: the author is done with it.
        backed: Backspace was pressed where nothing stands.
        pasted: several lines were pasted, after `split_pasted`.
        focused: it got the focus or lost it.
    """

    changed = Signal()
    entered = Signal()
    backed = Signal()
    pasted = Signal(str)
    focused = Signal()

    def __init__(
        self, theme: Theme, name: str, *, size: Size = Size.BODY, lines: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._given = self._shown = ""
        self._edit = _Lines(theme, name, lines=lines)
        self.setFocusProxy(self._edit)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        column.addWidget(self._edit)
        self._edit.textChanged.connect(self.changed)
        self._edit.entered.connect(self.entered)
        self._edit.focused.connect(self.update)
        self._edit.focused.connect(self.focused)
        self._edit.backed.connect(self.backed)
        self._edit.pasted.connect(self.pasted)
        self._refusal: TextLabel | None = None  # seldom wanted, and there are many boxes
        self._edit.refused.connect(self._say_refused)
        self._edit.textChanged.connect(self._leave_refusal)
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """What stands in it."""
        shown = self._edit.document().toRawText()  # Qt's plain text has no no-break spaces
        return self._given if shown == self._shown else _LINE_ENDS.sub("\n", shown)

    def set_text(self, text: str) -> None:
        """Put other words in; until they are touched, exactly these stand in it."""
        self._given = text
        most = max(LONGEST_SHOWN, self._edit.longest)
        cut = len(text) > most
        if cut or self._edit.isReadOnly():
            self._edit.setReadOnly(cut)
            self._leave_refusal()
        self._edit.setPlainText(text[:LONGEST_SHOWN] if cut else text)
        if cut:
            self._say_cut(len(text))
        self._shown = self._edit.document().toRawText()

    def set_name(self, name: str, *, lines: bool) -> None:
        """What it is called now, and whether it takes several lines."""
        self._edit.setAccessibleName(name)
        self._edit.lines = lines

    def replace_text(self, text: str) -> None:
        """Put other words in where they differ; the cursor stays at the letters it stood at."""
        if text == self.text():
            return
        at = _moved(self._edit.textCursor().position(), self.text(), text)
        self.set_text(text)
        cursor = self._edit.textCursor()
        cursor.setPosition(min(at, self._edit.document().characterCount() - 1))
        self._edit.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Type words where the cursor is, in place of what is selected."""
        if not self._edit.isReadOnly():
            self._edit.textCursor().insertText(text)

    def wrap_selection(self, before: str, after: str) -> None:
        """Put something before and after the words selected, or the word at the cursor."""
        if self._edit.isReadOnly():
            return
        cursor = self._edit.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        inner = cursor.selectedText()
        words = inner.strip()
        lead = inner[: len(inner) - len(inner.lstrip())]
        tail = inner[len(inner.rstrip()) :] if words else ""
        cursor.insertText(f"{lead}{before}{words}{after}{tail}")
        if not words:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(after))
        self._edit.setTextCursor(cursor)

    @property
    def refusal(self) -> str:
        """Why what was pasted last was not taken; "" where nothing was refused."""
        said = self._refusal
        return said.text() if said is not None and not said.isHidden() else ""

    def set_placeholder(self, words: str) -> None:
        """Say in an empty box what goes there."""
        self._edit.setPlaceholderText(words)

    def set_description(self, words: str) -> None:
        """What a screen reader adds to the name."""
        self._edit.setAccessibleDescription(words)

    def take_whole_texts(self) -> None:
        """Take as much as a source has."""
        self._edit.longest = LONGEST_TEXT

    def split_pasted(self) -> None:
        """Hand several pasted lines over rather than take them in."""
        self._edit.splits = True

    def leave_undo(self) -> None:
        """Let the page undo; the box remembers nothing."""
        self._edit.undoes = False
        self._edit.setUndoRedoEnabled(False)

    def typing(self) -> bool:
        """Whether it has the focus."""
        return self._edit.hasFocus()

    def go_to_end(self) -> None:
        """Put the cursor behind what stands in it."""
        self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def put_cursor(self, letters: int) -> None:
        """Put the cursor behind that many letters of the text."""
        before = self.text()[:letters]
        cursor = self._edit.textCursor()
        last = self._edit.document().characterCount() - 1
        cursor.setPosition(min(len(before.encode("utf-16-le", "surrogatepass")) // 2, last))
        self._edit.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self._edit.hasFocus()
        border = self._theme.color(Role.ACCENT if focus else Role.CONTROL_BORDER)
        ground = self._theme.color(Role.SURFACE)
        rounded(painter, QRectF(self.rect()), ground, border, 2 if focus else 1)
        painter.end()

    def _say_refused(self, characters: int, lines: int) -> None:
        most = self._edit.longest
        if characters > most:
            words = _(
                "Nothing was pasted: {n:,} characters are too many for this field, which takes"
                " {most:,}."
            ).format(n=characters, most=most)
            if most == LONGEST_PASTE:
                words = f"{words} {_('A whole text is added as a source.')}"
        else:
            words = _(
                "Nothing was pasted: {n:,} lines are too many for rows, at most {most} at once."
            ).format(n=lines, most=MOST_PASTED)
        self._say(words)
        announce(self, words)

    def _say_cut(self, characters: int) -> None:
        """Say that this is not all, and why nothing can be typed here."""
        words = _(
            "Only the first {shown:,} of {n:,} characters are shown, and they cannot be changed"
            " here. Nothing is lost: all of them stay in the deck's file."
        )
        self._say(words.format(shown=LONGEST_SHOWN, n=characters))

    def _say(self, words: str) -> None:
        said = self._refusal
        if said is None:
            said = self._refusal = TextLabel(self._theme, Size.CAPTION, role=Role.ATTENTION)
            column = self.layout()
            if column is not None:
                column.addWidget(said)
        said.set_text(words)
        said.show()
        self._let_grow(grows=True)

    def _leave_refusal(self) -> None:
        said = self._refusal
        if said is not None and not said.isHidden() and not self._edit.isReadOnly():
            said.hide()
            self._let_grow(grows=False)

    def _let_grow(self, *, grows: bool) -> None:
        """Be higher than wide lines would need, as high as these words are at this width."""
        fixed, grown = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, grown if grows else fixed)
        policy.setHeightForWidth(grows)
        self.setSizePolicy(policy)

    def _restyle(self) -> None:
        palette = self._edit.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, self._theme.color(Role.TEXT))
        self._edit.setPalette(palette)
        self._edit.setFont(self._theme.font(self._size))
        self._edit.fit()


def _moved(at: int, before: str, after: str) -> int:
    """Where a cursor stands once one run of letters has become another."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    same = next((n for n in range(most - start) if before[-1 - n] != after[-1 - n]), most - start)
    if at <= _long(before[:start]):
        return at
    end = _long(after[: len(after) - same])
    return end + max(at - _long(before[: len(before) - same]), 0)


def _long(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_undo(event: QKeyEvent) -> bool:
    """Whether a key undoes or does again."""
    ways = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return any(event.matches(way) for way in ways)


def _pastes_picture(event: QKeyEvent) -> bool:
    """Whether a key pastes a picture that has no words beside it."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    data = QGuiApplication.clipboard().mimeData()
    return data.hasImage() and not data.hasFormat("text/plain")
