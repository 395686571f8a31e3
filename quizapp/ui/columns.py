"""Three columns beside one another, or two or one with the others as tabs, as the width allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.flow import Flow
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet

THREE_FROM, TWO_FROM = 1200, 800
"""Width of the window in pixels at 100 % text from which so many columns stand side by side."""
BETWEEN = 24


class Columns(QWidget):
    """Places a left, a middle and a right column.

    With two, the middle stays and the other two share the place beside it, which tabs choose;
    with one, all three do.

    Args:
        shares: of the width, for the three.

    Signals: none.
    """

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        middle: QWidget,
        right: QWidget,
        shares: tuple[int, int, int] = (11, 13, 9),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._shares = dict(zip(("left", "middle", "right"), shares, strict=True))
        self._columns = {"left": left, "middle": middle, "right": right}
        self._count = 0
        self._chosen = {2: "left", 1: "middle"}
        self._group = QButtonGroup(self)
        self._tabs: dict[str, WrappingQuiet] = {}
        self._bar = QWidget()
        flow = Flow(self._bar)
        for name in ("middle", "left", "right"):
            tab = WrappingQuiet(theme)
            tab.setObjectName(f"tab {name}")
            tab.setCheckable(True)
            tab.clicked.connect(self._took)
            self._group.addButton(tab)
            self._tabs[name] = tab
            flow.addWidget(tab)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)
        for column in self._columns.values():
            self._row.addWidget(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._bar)
        outer.addLayout(self._row, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def set_words(self, left: str, middle: str, right: str) -> None:
        """What the tabs say."""
        for name, words in (("left", left), ("middle", middle), ("right", right)):
            self._tabs[name].setText(words)
            self._tabs[name].updateGeometry()

    @property
    def count(self) -> int:
        """How many stand side by side."""
        return self._count

    def show_column(self, name: str) -> None:
        """Bring "left", "middle" or "right" into sight."""
        if self._count == 1 or (self._count == 2 and name != "middle"):
            self._chosen[self._count] = name
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place them anew where another number fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure the window once it is known."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ParentChange:
            self._fit()

    def _fit(self) -> None:
        width = self.window().width() / self._theme.scale
        count = 3 if width >= THREE_FROM else 2 if width >= TWO_FROM else 1
        if count != self._count:
            self._count = count
            self._place()

    def _place(self) -> None:
        order = ("left", "right", "middle") if self._count == 2 else ("left", "middle", "right")
        had = self._columns_with_focus()
        for column in self._columns.values():
            self._row.removeWidget(column)
        shown = set(self._columns)
        if self._count == 2:
            shown = {"middle", self._chosen[2]}
        elif self._count == 1:
            shown = {self._chosen[1]}
        for name in order:
            self._row.addWidget(self._columns[name], self._shares[name] if self._count == 3 else 1)
            self._columns[name].setVisible(name in shown)
        self._bar.setVisible(self._count < 3)
        self._tabs["middle"].setVisible(self._count == 1)
        if self._count < 3:
            self._tabs[self._chosen[self._count]].setChecked(True)
        if had and had not in shown:
            tab = self._tabs[self._chosen[self._count]]
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns_with_focus(self) -> str:
        focus: QObject | None = self.window().focusWidget()
        while focus is not None and focus is not self:
            for name, column in self._columns.items():
                if focus is column:
                    return name
            focus = focus.parent()
        return ""

    def _took(self) -> None:
        self.show_column(self.sender().objectName().removeprefix("tab "))
