"""The article on the left: sentences tinted and marked by what they gave, words to select."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from quizapp.generate.article import Span
from quizapp.generate.desk import SentenceState
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.words import _

MARGIN = 28  # pixels at the left, where the marks stand
_MARK = 10  # pixels across
_LARGEST = 16  # pixels across, however large the text is
_BAR = 3  # pixels of the line beside the quote
_CHUNK = 12_000  # code points put up at a time, so that a book does not hold the window up
_LINE_HEIGHT = 120.0  # percent
_GROUND = {SentenceState.ASKED: Role.EVIDENCE, SentenceState.KEPT: Role.SELECTION}


class Offsets:
    """Between code points of a text and Qt's own counting, in which some letters are two."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, letter in enumerate(text) if letter > "\uffff"]
        self._wide_in_qt = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Where a code point stands for Qt."""
        return offset + bisect_left(self._wide, offset)

    def from_qt(self, position: int) -> int:
        """Which code point stands at a position of Qt's."""
        return position - bisect_left(self._wide_in_qt, position)


@dataclass(frozen=True, slots=True)
class Tinted:
    """A sentence, and what it gave."""

    span: Span
    state: SentenceState


class _Margin(QWidget):
    """What stands beside the text, drawn by it.

    Signals: none.
    """

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._text.draw_margin(painter)
        painter.end()


class ArticleText(QTextEdit):
    """The text, read-only. Enter asks about the words that are selected.

    Sentences that give questions have a tint and a ring in the margin, a tick once one of them
    is kept; the quote of the question at hand is underlined, with a bar beside it.

    Signals:
        asked: a `Span` of the text, when words were selected and Enter was pressed.
        selected: whether any words are selected now.
    """

    asked = Signal(object)
    selected = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._put = 0
        self._headline = 0
        self._offsets = Offsets("")
        self._tinted: tuple[Tinted, ...] = ()
        self._tints: list[QTextEdit.ExtraSelection] = []
        self._starts: list[int] = []
        self._quote: Span | None = None
        self._wanted: Span | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(_("The article"))
        self.setAccessibleDescription(_("Select words and press Enter to ask about them."))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(MARGIN, 0, 8, 0)
        self._margin = _Margin(self)
        self._filling = QTimer(self)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._put_more)
        self.selectionChanged.connect(self._selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str, title: str = "") -> None:
        """Show another article; nothing is tinted yet. A title it begins with stands out."""
        self._filling.stop()
        self._text, self._put = text, 0
        self._offsets = Offsets(text)
        lead = len(text) - len(text.lstrip())
        self._headline = lead + len(title) if title and text.startswith(title, lead) else 0
        self._tinted, self._starts, self._quote, self._wanted = (), [], None, None
        self._tints = []
        self.setExtraSelections([])
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        self._put_more()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_sentences(self, sentences: Sequence[tuple[Span, SentenceState]]) -> None:
        """Tint and mark each sentence by its state."""
        new = tuple(Tinted(span, state) for span, state in sentences)
        if new != self._tinted:
            self._tinted = new
            self._starts = [one.span.start for one in new]
            self._tint()
            self._margin.update()

    def show_quote(self, quote: Span | None) -> None:
        """Mark the words that the question at hand rests on, and bring them into sight."""
        self._quote = quote
        self._mark_quote()
        self._wanted = quote
        self._go_to_wanted()
        self._margin.update()

    def selection(self) -> Span | None:
        """The words that are selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._offsets.from_qt(cursor.selectionStart())
        end = self._offsets.from_qt(cursor.selectionEnd())
        return Span(start, end) if self._text[start:end].strip() else None

    def select(self, span: Span) -> None:
        """Select words, as the author would."""
        self.setTextCursor(self._cursor(span))

    def go_to_quote(self) -> None:
        """Take the focus, with the cursor where the quote begins."""
        if self._quote is not None:
            self.setTextCursor(self._cursor(Span(self._quote.start, self._quote.start)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask about the words that are selected."""
        span = self.selection()
        if span is not None:
            self.asked.emit(span)

    def unselect(self) -> None:
        """Take the selection away; the cursor stays at its start."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask on Enter, and leave what types letters to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ask() if self.selection() is not None else event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self.selection() is not None:
            self.unselect()
            return
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        if event.text().isprintable() and event.text() and not event.modifiers() & command:
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the quote in sight, since lines end elsewhere now."""
        super().resizeEvent(event)
        self._margin.setGeometry(0, 0, MARGIN, self.height())
        self._wanted = self._quote
        self._go_to_wanted()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few words across, a few lines down."""
        metrics = self.fontMetrics()
        return QSize(MARGIN + 12 * metrics.averageCharWidth(), 4 * metrics.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a line of text may be."""
        return QSize(LINE * self.fontMetrics().averageCharWidth(), 400)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, and the marks beside it where it stands now."""
        super().paintEvent(event)
        self._margin.update()

    def draw_margin(self, painter: QPainter) -> None:
        """Draw the marks of the sentences in sight, and the bar beside the quote."""
        first, last = self._seen()
        done: set[int] = set()
        for one in self._between(first, last):
            if one.state is SentenceState.NOTHING:
                continue
            line = self._line_at(one.span.start)
            if line is not None:
                beside = round(line.top()) in done  # two sentences in one line: side by side
                done.add(round(line.top()))
                self._draw_mark(painter, line, one.state, beside=beside)
        if self._quote is not None and self._quote.start < self._put:
            top = self._line_at(self._quote.start)
            end = self._line_at(max(self._quote.start, self._quote.end - 1))
            if top is not None and end is not None:
                bar = QRectF(0, top.top(), _BAR, end.bottom() - top.top())
                painter.fillRect(bar, self._theme.color(Role.ACCENT))

    def _draw_mark(
        self, painter: QPainter, line: QRectF, state: SentenceState, *, beside: bool
    ) -> None:
        side = min(_LARGEST, _MARK * self._theme.scale)
        box = QRectF(_BAR + 3, line.center().y() - side / 2, side, side)
        if beside:
            box.translate(side / 2, 0)
        if state is SentenceState.KEPT:
            painter.setPen(QPen(self._theme.color(Role.RIGHT), 2))
            corner = box.topLeft()
            points = (QPointF(0.1, 0.5), QPointF(0.4, 0.85), QPointF(0.9, 0.2))
            painter.drawPolyline(QPolygonF([corner + point * side for point in points]))
        else:
            painter.setPen(QPen(self._theme.color(Role.ATTENTION), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))

    def _seen(self) -> tuple[int, int]:
        """The first and last code point that are in sight."""
        view = self.viewport()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(QPoint(view.width(), view.height())).position()
        return self._offsets.from_qt(first), self._offsets.from_qt(last)

    def _between(self, first: int, last: int) -> Sequence[Tinted]:
        low = bisect_right(self._starts, first) - 1
        return self._tinted[max(0, low) : bisect_right(self._starts, last)]

    def _line_at(self, offset: int) -> QRectF | None:
        """The line in which a code point stands, in pixels of this widget; None if not up yet."""
        if offset >= self._put:
            return None
        rect = self.cursorRect(self._cursor(Span(offset, offset)))
        return QRectF(rect.translated(0, self.viewport().y()))

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(last, self._offsets.to_qt(span.start)))
        cursor.setPosition(
            min(last, self._offsets.to_qt(span.end)), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor

    def _put_more(self) -> None:
        """Put up the next piece, to the end of a paragraph."""
        start = self._put
        end = self._text.find("\n", start + _CHUNK) + 1 or len(self._text)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_paragraph())
        cursor.insertText(self._text[start:end], QTextCharFormat())
        self._put = end
        if start < self._headline:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold)
            self._cursor(Span(start, self._headline)).mergeCharFormat(strong)
        self._tint()
        if end < len(self._text):
            self._filling.start()
        else:
            self._filling.stop()
        self._go_to_wanted()

    def _tint(self) -> None:
        """Tint what is put up. A tint is no part of the text, so no line is laid out anew."""
        tints = []
        for one in self._tinted:
            role = _GROUND.get(one.state)
            if role is not None and one.span.start < self._put:
                form = QTextCharFormat()
                form.setBackground(self._theme.color(role))
                tints.append(self._marking(one.span, form))
        self._tints = tints
        self._mark_quote()

    def _mark_quote(self) -> None:
        marks = list(self._tints)
        if self._quote is not None:
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(self._theme.color(Role.ACCENT))
            marks.append(self._marking(self._quote, form))
        self.setExtraSelections(marks)

    def _marking(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        marking = QTextEdit.ExtraSelection()
        marking.cursor = self._cursor(span)
        marking.format = form
        return marking

    def _go_to_wanted(self) -> None:
        """Scroll so that the whole quote is seen, a third of the way down, if it is not."""
        wanted = self._wanted
        if wanted is None or wanted.end > self._put or not self.viewport().height():
            return
        self._wanted = None
        self._mark_quote()
        top = self.cursorRect(self._cursor(Span(wanted.start, wanted.start)))
        end = self.cursorRect(self._cursor(Span(wanted.end, wanted.end)))
        height = self.viewport().height()
        if top.top() >= 0 and end.bottom() <= height:
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top.top() - height // 3)

    def _selection_changed(self) -> None:
        self.selected.emit(self.selection() is not None)

    def _scrolled(self) -> None:
        self._margin.update()

    def _restyle(self) -> None:
        color = self._theme.color
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(color(Role.WINDOW)))
        palette.setColor(QPalette.ColorRole.Text, color(Role.TEXT))
        # Not the selection's own colour, which is that of kept sentences here.
        palette.setColor(QPalette.ColorRole.Highlight, color(Role.ACCENT))
        palette.setColor(QPalette.ColorRole.HighlightedText, color(Role.ON_ACCENT))
        self.setPalette(palette)
        self.setFont(self._theme.font(Size.BODY))
        self.document().setDefaultFont(self._theme.font(Size.BODY))
        self._tint()
        self.setMinimumHeight(self.minimumSizeHint().height())


def _paragraph() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form
