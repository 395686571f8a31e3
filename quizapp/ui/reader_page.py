"""An article to read in a calm column, with the way into its deck at its end."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextList,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from quizapp.schedule.store import SourceEntry
from quizapp.study.library import reading_minutes
from quizapp.ui.controls import Caption, Heading, Page
from quizapp.ui.flow import Flow
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary
from quizapp.words import _, ngettext
from quizapp.words.study import published

_LINE_HEIGHT = 120.0  # percent
_SCROLL = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_HEADINGS = {1: Size.TITLE, 2: Size.ANSWER}


class ArticleText(QTextBrowser):
    """Markdown as high as it is; it fetches nothing, and links open outside.

    Signals: QTextBrowser's own.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(_("The article"))
        self.document().setDocumentMargin(0)
        self.setCursorWidth(0)
        self.anchorClicked.connect(self._open_outside)
        theme.changed.connect(self._lay_out)

    def show_markdown(self, text: str) -> None:
        """Show an article."""
        self._markdown = text
        self._lay_out()

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:  # noqa: N802, ARG002 - Qt's name
        """Fetch nothing, from the disk as little as from the network.

        Empty bytes and not None, after which Qt would look on the disk itself.
        """
        return QByteArray()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave keys that scroll to the page; show where keys are from when they select."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space or (not held and event.key() in _SCROLL):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Shift:
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the text is at the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a line of text may be."""
        return QSize(LINE * self.fontMetrics().averageCharWidth(), self.minimumHeight())

    def _lay_out(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._theme.color(Role.WINDOW))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color(Role.TEXT))
        palette.setColor(QPalette.ColorRole.Link, self._theme.color(Role.ACCENT))
        self.setPalette(palette)
        self.document().setDefaultFont(self._theme.font(Size.BODY))
        self.setMarkdown(self._markdown)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            in_list = cast("QTextList | None", block.textList()) is not None
            form = QTextBlockFormat()
            form.setLineHeight(
                100.0 if level else _LINE_HEIGHT,
                QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
            )
            form.setTopMargin(24.0 if level else 0.0)
            form.setBottomMargin(4.0 if in_list else 8.0 if level else 14.0)
            cursor.mergeBlockFormat(form)
            if level:
                letters = QTextCharFormat()  # not merged: Markdown's own sizes would stay
                letters.setFont(self._theme.font(_HEADINGS.get(level, Size.BODY), strong=True))
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.setCharFormat(letters)
            block = block.next()
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 4)

    def _open_outside(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(url)


class ReaderPage(Page):
    """One article.

    Signals:
        begin: id of the deck that rests on it, when the student wants to begin or study it.
        back: the student wants to leave.
    """

    begin = Signal(str)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self._deck = ""
        self._back = WrappingLink(theme, _("Back"))
        self._back.setObjectName("back")
        self._back.clicked.connect(self.back)
        self._title = Heading(theme)
        self._about = Caption(theme)
        self.text = ArticleText(theme)
        self.begin_button = WrappingPrimary(theme)
        self.begin_button.setObjectName("begin")
        self.begin_button.clicked.connect(self._begin)
        foot = QWidget()
        flow = Flow(foot)
        flow.addWidget(self.begin_button)
        self.column.setSpacing(8)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._title)
        self.column.addWidget(self._about)
        self.column.addSpacing(8)
        self.column.addWidget(self.text)
        self.column.addSpacing(8)
        self.column.addWidget(foot)
        self.column.addStretch(1)

    def show_article(self, title: str, source: SourceEntry, *, begun: bool, deck_id: str) -> None:
        """Show the article of a deck.

        Args:
            title: of the deck.
            source: the article, as Markdown, with where it comes from.
            begun: the deck is in the plan, so that the end offers to study it.
            deck_id: the deck's; where it is the one that is shown, the place in it stays.
        """
        again = deck_id == self._deck
        at = self.verticalScrollBar().value()
        self._deck = deck_id
        heading, text = _parted(source)
        self._title.set_text(heading)
        minutes = reading_minutes(source.text)
        told = [
            ngettext("{n} minute to read", "{n} minutes to read", minutes).format(n=minutes),
            *(part for part in (source.publisher, published(source.published)) if part),
        ]
        self._about.set_text(" · ".join(told))
        self.text.show_markdown(text)
        words = _("Study: {deck}") if begun else _("Begin: {deck}")
        self.begin_button.setText(words.format(deck=title))
        self.begin_button.setAccessibleName(self.begin_button.text())
        self.begin_button.updateGeometry()
        self.verticalScrollBar().setValue(at if again else 0)

    def go_to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Give the focus to the text, so that keys scroll it."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.begin.emit(self._deck)


def _parted(source: SourceEntry) -> tuple[str, str]:
    """The article's own heading, else its title, and the text without that heading."""
    first, _newline, rest = source.text.lstrip("\ufeff\n ").partition("\n")
    if first.startswith("# "):
        return first[2:].strip(), rest.lstrip("\n")
    return source.title, source.text
