"""A button that opens a short menu: to choose one of several, or to do one of several things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet

Options = Sequence[tuple[str, str]]
"""What can be taken: its name in the program and its words."""
_SMALL = (10, 4)  # pixels beside and over the words


class MenuButton(WrappingQuiet):
    """Says what is chosen, "Kind: all"; Enter, Space or a click opens the menu.

    Args:
        name: what is chosen or done, in words.
        keeps: what is taken stays chosen, and stands on the button.

    Signals: QPushButton's own, and
        taken: the name of the option, when another is chosen or when it is done.
    """

    taken = Signal(str)

    def __init__(self, theme: Theme, name: str, *, keeps: bool = True) -> None:
        self._name = name
        self._keeps = keeps
        self._options: Options = ()
        self._chosen = ""
        super().__init__(theme, name, size=Size.CAPTION)
        self._across, self._down = _SMALL
        self.clicked.connect(self.open)

    @property
    def chosen(self) -> str:
        """The name of the option that is chosen, "" for none."""
        return self._chosen

    def set_options(self, options: Options, chosen: str = "") -> None:
        """Offer other options; what was chosen stays so where it is still among them."""
        self._options = tuple(options)
        wanted = chosen or self._chosen
        names = [name for name, _words in self._options]
        self._chosen = wanted if wanted in names else (names[0] if names else "")
        self._say()

    def choose(self, name: str) -> None:
        """Have an option chosen, without a word to anybody."""
        self._chosen = name
        self._say()

    def open(self) -> None:
        """Show the menu under the button."""
        menu = self.menu_of_options()
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_of_options(self) -> QMenu:
        """The menu; it goes by itself when it is closed."""
        menu = QMenu(self)
        menu.setFont(self.theme.font(Size.BODY))
        menu.aboutToHide.connect(menu.deleteLater)
        for name, words in self._options:
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(name)
            if self._keeps:
                action.setCheckable(True)
                action.setChecked(name == self._chosen)
                if name == self._chosen:
                    menu.setActiveAction(action)
        menu.triggered.connect(self._take)
        return menu

    def _take(self, action: QAction) -> None:
        name = str(action.data())
        if self._keeps:
            if name == self._chosen:
                return
            self.choose(name)
        self.taken.emit(name)

    def _say(self) -> None:
        words = dict(self._options).get(self._chosen, "")
        said = f"{self._name}: {words}" if self._keeps and words else self._name
        self.setText(said + "  ▾")
        self.setAccessibleName(said)
        self.updateGeometry()
