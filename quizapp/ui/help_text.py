"""A page of the help: Markdown in a calm column that scrolls, with links that Tab reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextTable,
)
from PySide6.QtWidgets import QSizePolicy

from quizapp.ui.frames import rounded
from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.words.help_pages import HelpPage, anchor_of, target

_LINE_HEIGHT = 120.0  # percent
_HEADINGS = {1: Size.TITLE, 2: Size.ANSWER}
_ABOVE = {1: 0.0, 2: 24.0, 3: 16.0}  # pixels over a heading, by its level
_EDGE = 32  # pixels at the page's sides, at least
_CELL = 4  # pixels around the words of a cell
_KEYS = 26  # percent of a table of two columns that the first takes
_CODE_INSET = 12  # pixels around lines of code


class HelpText(MarkdownView):
    """One page.

    Signals:
        followed: name of a page of the help and an anchor on it, when a link was followed.
    """

    followed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        self._page: HelpPage | None = None
        self._code: list[tuple[int, int]] = []  # numbers of the first and last block of each run
        super().__init__(theme, Size.BODY)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursorWidth(0)

    def show_page(self, page: HelpPage, anchor: str = "") -> None:
        """Show a page, from an anchor on."""
        self._page = page
        self.set_markdown(page.markdown)
        self.setAccessibleName(page.title)
        self._go_to_top()
        self.go_to(anchor)

    def go_to(self, anchor: str) -> None:
        """Bring a heading to the top; nothing where there is none of that anchor."""
        block = self.document().begin()
        while anchor and block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                rect = self.document().documentLayout().blockBoundingRect(block)
                self.verticalScrollBar().setValue(max(0, int(rect.top()) - _EDGE // 2))
                self.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It scrolls, and is as high as it is given."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A column with its edges, and some lines."""
        return QSize(self._column() + 2 * _EDGE, 400)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as some letters, since anything can be wrapped."""
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._place_column()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a card under lines of code, then the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        fill, border = self._theme.color(Role.SURFACE), self._theme.color(Role.BORDER)
        for rect in self._code_rects():
            rounded(painter, rect, fill, border, 1)
        painter.end()
        super().paintEvent(event)

    def _code_rects(self) -> Iterator[QRectF]:
        """Where runs of code stand, in pixels of the document."""
        document, margins = self.document(), self.document().rootFrame().frameFormat()
        left = margins.leftMargin()
        width = self.viewport().width() - left - margins.rightMargin()
        for first, last in self._code:
            above, below = (
                document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
                for number in (first, last)
            )
            height = below.bottom() - above.top()
            yield QRectF(left, above.top(), width, height).adjusted(
                0, -_CODE_INSET / 2, 0, _CODE_INSET / 2
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the ways back to the page around; show where keys are from when they select."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt or event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Shift:
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def _go_to_top(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else it is scrolled to with the focus
        self.verticalScrollBar().setValue(0)

    def _restyle(self) -> None:
        """Keep the lines in sight when letters grow or shrink."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        super()._restyle()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        bar.setValue(round(share * bar.maximum()))

    def _column(self) -> int:
        return LINE * QFontMetrics(self._theme.font(Size.BODY)).averageCharWidth()

    def _place_column(self) -> None:
        room = self.viewport().width()
        edge = max(_EDGE, (room - self._column()) // 2)
        root = self.document().rootFrame()
        form = QTextFrameFormat(root.frameFormat())
        form.setLeftMargin(edge)
        form.setRightMargin(max(_EDGE // 2, room - edge - self._column()))
        form.setTopMargin(_EDGE // 2)
        form.setBottomMargin(_EDGE)
        if form != root.frameFormat():
            root.setFrameFormat(form)

    def _render(self) -> None:
        super()._render()
        if self._page is not None:
            self.setAccessibleName(self._page.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        code.setPointSizeF(self._theme.font(Size.BODY).pointSizeF() * 0.95)
        self._code.clear()
        block = self.document().begin()
        while block.isValid():
            self._dress_block(block, code)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self._place_column()

    def _dress_block(self, block: QTextBlock, code: QFont) -> None:
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        fenced = _is_code(block)
        form = QTextBlockFormat()
        form.setLineHeight(
            100.0 if level or fenced else _LINE_HEIGHT,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        in_table = cursor.currentTable() is not None
        goes_on = _in_list(block) and _in_list(block.next())
        form.setNonBreakableLines(False)
        form.setTopMargin(_ABOVE.get(level, 16.0) if level else 0.0)
        form.setBottomMargin(4.0 if goes_on else 0.0 if in_table else 8.0 if level else 14.0)
        if fenced:
            last = not _is_code(block.next())
            first = not _is_code(block.previous())
            form.setTopMargin(_CODE_INSET if first else 0.0)
            form.setBottomMargin(14.0 + _CODE_INSET if last else 0.0)
            form.setLeftMargin(_CODE_INSET)
            form.setRightMargin(_CODE_INSET)
            if first:
                self._code.append((block.blockNumber(), block.blockNumber()))
            self._code[-1] = (self._code[-1][0], block.blockNumber())
        cursor.mergeBlockFormat(form)
        if level:
            self._set_letters(
                block, self._theme.font(_HEADINGS.get(level, Size.BODY), strong=True)
            )
        elif fenced:
            self._set_letters(block, code)
        else:
            self._dress_code_spans(block, code)

    def _set_letters(self, block: QTextBlock, font: QFont) -> None:
        letters = QTextCharFormat()  # not merged: Markdown's own sizes would stay
        letters.setFont(font)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)

    def _dress_code_spans(self, block: QTextBlock, code: QFont) -> None:
        spans = []
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            if fragment.charFormat().fontFixedPitch():
                spans.append((fragment.position(), fragment.length()))
            at += 1
        letters = QTextCharFormat()
        letters.setFont(code)
        for start, length in spans:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format()
        form.setBorder(0)
        form.setCellPadding(_CELL)
        form.setCellSpacing(0)
        form.setMargin(0)
        form.setBottomMargin(14)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        if table.columns() == 2:  # keys, and what they do
            shares = (_KEYS, 100 - _KEYS)
            form.setColumnWidthConstraints(
                [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
            )
        table.setFormat(form)

    def _open(self, link: QUrl) -> None:
        name = self._page.name if self._page is not None else ""
        page, anchor = target(link.toString(), name)
        if page:
            self.followed.emit(page, anchor)
        else:
            super()._open(link)


def _in_list(block: QTextBlock) -> bool:
    return block.isValid() and cast("QTextList | None", block.textList()) is not None


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(
        QTextFormat.Property.BlockCodeFence.value
    )
