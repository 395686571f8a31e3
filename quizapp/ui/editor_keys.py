"""Keys of the editor's page; undo and redo are the deck's own in its fields too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

STEPS = {
    "kind": Qt.Key.Key_K,
    "evidence": Qt.Key.Key_E,
    "suggest": Qt.Key.Key_S,
    "gap": Qt.Key.Key_G,
    "more": Qt.Key.Key_M,
    "finding": Qt.Key.Key_F,
}
"""What a question's form does, each with the key that does it while Alt is held."""
_KEYS = [QKeySequence(keys) for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")]


def add_shortcuts(
    page: QWidget, slots: Mapping[str, Callable[[], object]], *, alone: bool = False
) -> None:
    """Have keys do something while the focus is on a page.

    Args:
        page: the page.
        slots: what each key does.
        alone: only while the focus is on the page itself, not on what is in it.
    """
    where = Qt.ShortcutContext.WidgetShortcut
    if not alone:
        where = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for keys, slot in slots.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(where)
        shortcut.activated.connect(slot)


class UndoKeys(QObject):
    """Keeps the fields of a page from taking the keys of undo, so that its shortcuts get them.

    Args:
        page: whose fields.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let no field claim the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination())
            if pressed in _KEYS:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Only the field that has the focus is watched: a filter on all would cost at every event.
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
            self._watched = None
        if new is not None and self._page.isAncestorOf(new):
            new.installEventFilter(self)
            new.destroyed.connect(self._gone)
            self._watched = new

    def _gone(self) -> None:
        self._watched = None


def step_of(event: QKeyEvent) -> str:
    """Which of `STEPS` a key stands for, "" for none."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.AltModifier:
        return ""
    return next((name for name, key in STEPS.items() if key == event.key()), "")
