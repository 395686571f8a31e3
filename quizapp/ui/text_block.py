"""A block of plain text that wraps anywhere when it must, measured and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from quizapp.words import _

LONGEST_SHOWN = 20_000  # letters; laying out millions of them would hold the window up


def shortened(text: str, most: int = LONGEST_SHOWN) -> str:
    """A text as it is shown: one of more letters is cut, and says so."""
    if len(text) <= most:
        return text
    words = _("… (cut here: the whole has {n:,} characters)").format(n=len(text))
    return f"{text[:most]}{words}"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one format; None leaves colour and ground as the block has them."""

    text: str
    color: QColor | None = None
    ground: QColor | None = None
    bold: bool = False
    underline: bool = False
    strike: bool = False


class TextBlock:
    """Text in one font, laid out in the direction its letters have.

    A word longer than the line is broken rather than cut off.
    """

    def __init__(self, font: QFont) -> None:
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._document.setDefaultTextOption(option)
        self._heights: dict[int, int] = {}
        self._ideal: int | None = None

    def set_font(self, font: QFont) -> None:
        """Change the font of all letters."""
        self._document.setDefaultFont(font)
        self._forget()

    def set_text(self, text: str) -> None:
        """Show plain text; what is far too long is cut."""
        self._document.setPlainText(shortened(text))
        self._forget()

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show letters in several formats; what is far too long is cut."""
        self._document.clear()
        cursor = QTextCursor(self._document)
        room = LONGEST_SHOWN
        for run in runs:
            if room <= 0:
                cursor.insertText("…")
                break
            form = QTextCharFormat()
            if run.color is not None:
                form.setForeground(run.color)
            if run.ground is not None:
                form.setBackground(run.ground)
            if run.bold:
                form.setFontWeight(QFont.Weight.Bold)
            form.setFontUnderline(run.underline)
            form.setFontStrikeOut(run.strike)
            cursor.insertText(shortened(run.text, room), form)
            room -= len(run.text)
        self._forget()

    @property
    def right_to_left(self) -> bool:
        """The text begins with letters of a script that runs from right to left."""
        return self._document.begin().textDirection() == Qt.LayoutDirection.RightToLeft

    def ideal_width(self) -> int:
        """Pixels that the longest line would take unwrapped."""
        if self._ideal is None:
            self._document.setTextWidth(-1)
            self._ideal = int(self._document.idealWidth()) + 1
        return self._ideal

    def height(self, width: int) -> int:
        """Pixels that the text takes when it is `width` wide."""
        found = self._heights.get(width)
        if found is None:
            self._document.setTextWidth(max(1, width))
            found = int(self._document.size().height() + 0.99)
            self._heights[width] = found
        return found

    def draw(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw at the top of `rect`, wrapped to its width."""
        self._document.setTextWidth(max(1.0, rect.width()))
        painter.save()
        painter.translate(QPointF(rect.left(), rect.top()))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, color)
        context.palette = palette
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _forget(self) -> None:
        self._heights.clear()
        self._ideal = None
