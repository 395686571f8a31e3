"""Markdown shown: no network, no scripts, no pictures from elsewhere; links open outside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui.text_block import shortened
from quizapp.ui.theme import Size, Theme

SAFE_SCHEMES = ("http", "https", "mailto")


class MarkdownView(QTextBrowser):
    """Shows Markdown at its whole height; raw HTML in it is shown as letters.

    Signals: QTextBrowser's own; a click on a web or mail link opens it in the desktop's program.
    """

    def __init__(self, theme: Theme, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._source = ""
        self._dot = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._dot.fill(Qt.GlobalColor.transparent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Links are reached by Tab; letters stay commands of the page.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.anchorClicked.connect(self._open)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_markdown(self, source: str) -> None:
        """Show Markdown; what is far too long is cut."""
        source = shortened(source)
        if source != self._source:
            self._source = source
            self._render()

    def set_size(self, size: Size) -> None:
        """Change the size of the letters."""
        if size is not self._size:
            self._size = size
            self._restyle()

    def words(self) -> str:
        """The text without its marks."""
        return self.toPlainText()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802, ARG002 - Qt's name
        """Load nothing, from nowhere.

        A picture is answered with a dot, for left without one Qt looks for a file of that name.
        """
        return self._dot

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that the text takes when it is `width` wide."""
        document = self.document()
        document.setTextWidth(max(1, width))
        height = int(document.size().height() + 0.99)
        shown = self.viewport().width()
        if shown != width:  # layouts ask for other widths than they give: it is drawn as laid out
            document.setTextWidth(max(1, shown))
        return height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it may be."""
        width = max(48, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as a few letters, since anything can be wrapped."""
        return QSize(48, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the height that goes with the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _render(self) -> None:
        document = self.document()
        document.setDefaultFont(self._theme.font(self._size))
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        document.setMarkdown(self._source, features)
        _let_code_wrap(document)
        has_links = "](" in self._source or "://" in self._source
        self.setFocusPolicy(
            Qt.FocusPolicy.TabFocus if has_links else Qt.FocusPolicy.NoFocus,
        )
        self.setAccessibleName(self.toPlainText())
        self.updateGeometry()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._size))
        # Fill no ground of its own: it stands on the page or on a card.
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self._render()

    def _open(self, link: QUrl) -> None:
        if link.scheme() in SAFE_SCHEMES:
            QDesktopServices.openUrl(link)


def _let_code_wrap(document: QTextDocument) -> None:
    """Break lines of code too: nothing is scrolled sideways, so what is wider would be cut."""
    wraps = QTextBlockFormat()
    wraps.setNonBreakableLines(False)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().nonBreakableLines():
            QTextCursor(block).mergeBlockFormat(wraps)
        block = block.next()
