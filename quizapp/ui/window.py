"""The window: a side bar, the pages, and files that are dropped on it; it knows no page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import FOLDS_UNDER, HELP, Place, SideBar
from quizapp.ui.theme import Theme

SMALLEST = (900, 600)
FIRST = (1100, 740)


class Window(QMainWindow):
    """The frame of the program.

    Signals:
        go: the name of a place, when the student asked for it by button or key.
        dropped: a list of paths, when files were dropped on the window.
        dropped_words: text or an address that was dropped, and whether it is HTML.
        closing: the window is about to close; what is answered must be written now.
        activated: the window came to the front.
        first_frame: the window was painted for the first time.
    """

    go = Signal(str)
    dropped = Signal(list)
    dropped_words = Signal(str, bool)
    closing = Signal()
    activated = Signal()
    first_frame = Signal()

    def __init__(self, theme: Theme, icons: Icons, places: Sequence[Place]) -> None:
        super().__init__()
        self.setWindowTitle("Quizapp")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        self.setAcceptDrops(True)
        self._theme = theme
        self._painted = False
        self._held = False
        self._studying = False
        self._pages: dict[str, QWidget] = {}
        self.side_bar = SideBar(theme, icons, places)
        self._stack = QStackedWidget()
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side_bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.side_bar.chosen.connect(self.go)
        theme.changed.connect(self._fold)
        self._shortcuts: dict[str, QShortcut] = {}
        for place in places:
            shortcut = QShortcut(QKeySequence(place.key), self)
            shortcut.setObjectName(place.name)
            shortcut.activated.connect(self._by_key)
            self._shortcuts[place.name] = shortcut

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page; it is shown when asked for by name."""
        self._pages[name] = page
        self._stack.addWidget(page)

    def drop_page(self, name: str) -> None:
        """Take a page away and let it go."""
        page = self._pages.pop(name, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def show_page(self, name: str, place: str = "") -> None:
        """Show a page; `place` is the entry of the side bar it belongs to."""
        self._stack.setCurrentWidget(self._pages[name])
        self.side_bar.choose(place or name)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    @property
    def studying(self) -> bool:
        """A card is studied, whether it is in sight or waits for the reader of the help."""
        return self._studying

    def set_studying(self, *, studying: bool) -> None:
        """Hide all but the card while one is studied; the help can be had all the same."""
        self._studying = studying
        self.side_bar.setVisible(not studying)
        for name, shortcut in self._shortcuts.items():
            shortcut.setEnabled(not studying or name == HELP)

    def hold(self) -> None:
        """Stay open after all; to be called while `closing` is sent."""
        self._held = True

    def come_to_front(self) -> None:
        """Show the window to the student, also when it was folded away."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def frame(self) -> dict[str, int]:
        """Where the window stands and how large it is."""
        normal = self.normalGeometry() if self.isMaximized() else self.geometry()
        return {
            "x": normal.x(),
            "y": normal.y(),
            "width": normal.width(),
            "height": normal.height(),
            "maximized": int(self.isMaximized()),
        }

    def set_frame(self, frame: Mapping[str, int]) -> None:
        """Stand where the window last stood, when a screen is still there."""
        wanted = QRect(*(frame.get(key, 0) for key in ("x", "y", "width", "height")))
        if wanted.width() < SMALLEST[0] or wanted.height() < SMALLEST[1]:
            return
        self.resize(wanted.size())
        for screen in QGuiApplication.screens():
            if screen.availableGeometry().intersects(wanted.adjusted(40, 0, -40, -40)):
                self.setGeometry(wanted)
                break
        if frame.get("maximized"):
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def _by_key(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.go.emit(sender.objectName())

    def _fold(self) -> None:
        self.side_bar.fold(folded=self.width() / self._theme.scale < FOLDS_UNDER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say once, after this frame is out, that there is one."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_frame.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the side bar where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Say so first, so that nothing is lost; whoever hears of it may hold the window."""
        self._held = False
        self.closing.emit()
        if self._held:
            event.ignore()
        else:
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say when the window came to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, and text or an address that an article may be."""
        held = event.mimeData()
        if held.hasUrls() or held.hasText() or held.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on what was dropped; where there are files, nothing else."""
        held = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        elif held.hasUrls():
            self.dropped_words.emit(held.urls()[0].toString(), False)
        elif held.hasHtml():
            self.dropped_words.emit(held.html(), True)
        elif held.text().strip():
            self.dropped_words.emit(held.text(), False)
        else:
            return
        event.acceptProposedAction()
