"""Items to put in order, by digits, by arrows or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.announce import announce
from quizapp.ui.frames import rounded
from quizapp.ui.icons import SIDE, Icons
from quizapp.ui.text_block import TextBlock
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

ACROSS, DOWN, BETWEEN = 16, 12, 8


class OrderRow(QFrame):
    """One item: its place once it has one, the key that places it, and two arrows to click.

    Signals:
        stepped: an arrow was clicked: -1 for up, 1 for down.
        dragged: the mouse moved to this height of the list while the item was held.
        touched: the mouse was pressed on it.
    """

    stepped = Signal(int)
    dragged = Signal(int)
    touched = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.item = 0
        self._place = 0
        self.placed = False
        self.lifted = False
        self._stepping = False
        self._words = ""
        self._block = TextBlock(theme.font(Size.ANSWER))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_item(self, item: int, words: str) -> None:
        """Show an item."""
        self.item, self._words = item, words
        self._block.set_text(words)
        self.updateGeometry()
        self.update()

    def set_state(self, place: int, *, placed: bool, lifted: bool) -> None:
        """Say where it stands, from 1; `placed` by the student, `lifted` to be moved."""
        self._place, self.placed, self.lifted = place, placed, lifted
        name = _("{place}: {words}").format(place=place, words=self._words)
        self.setAccessibleDescription(_("Key {digit}").format(digit=self.item + 1))
        self.setAccessibleName(_("{name}, lifted").format(name=name) if lifted else name)
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that it takes when it is `width` wide."""
        return max(self._block.height(self._room(width)), SIDE) + 2 * DOWN

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        width = self._block.ideal_width() + 10_000 - self._room(10_000)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters; words wrap."""
        return QSize(120, SIDE + 2 * DOWN)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold, or step where an arrow stands."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.touched.emit()
        self._stepping = event.position().x() >= self.width() - ACROSS - SIDE
        if self._stepping:
            self.stepped.emit(-1 if event.position().y() < self.height() / 2 else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move with the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self._stepping:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).y())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        marked = self.hasFocus() or self.lifted
        fill = color(Role.SELECTION if self.placed or self.lifted else Role.SURFACE)
        edge = color(Role.ACCENT if marked else Role.CONTROL_BORDER)
        rounded(painter, QRectF(self.rect()), fill, edge, 2 if marked else 1)
        inner = QRectF(self.rect()).adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        if self.placed:
            painter.setFont(self._theme.font(Size.ANSWER, strong=True))
            painter.setPen(color(Role.TEXT))
            top = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            painter.drawText(inner, top, f"{self._place}.")
        self._draw_key(painter, inner.left() + self._place_width(), inner.top())
        inner.setLeft(inner.left() + self._lead())
        words = QRectF(inner.left(), inner.top(), self._room(self.width()), inner.height())
        self._block.draw(painter, words, color(Role.TEXT))
        ratio = self.devicePixelRatioF()
        half = SIDE - 8
        x, y = round(inner.right()) - half, round(self.rect().center().y()) - half
        painter.drawPixmap(x, y + 2, self._icons.pixmap("up", Role.MUTED, half, ratio))
        painter.drawPixmap(x, y + half - 1, self._icons.pixmap("down", Role.MUTED, half, ratio))
        painter.end()

    def _draw_key(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the digit as the cap of a key: it names a key, and says nothing of the order."""
        color = self._theme.color
        line = QFontMetrics(self._theme.font(Size.ANSWER)).height()
        cap = QRectF(left, top + 1, self._key_width(), line - 2)
        rounded(painter, cap, color(Role.WINDOW), color(Role.CONTROL_BORDER), 1, 4)
        painter.setFont(self._theme.font(Size.CAPTION))
        painter.setPen(color(Role.MUTED))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(self.item + 1))

    def _place_width(self) -> int:
        font = self._theme.font(Size.ANSWER, strong=True)
        return QFontMetrics(font).horizontalAdvance("0.") + 12

    def _key_width(self) -> int:
        return QFontMetrics(self._theme.font(Size.CAPTION)).horizontalAdvance("0") + 14

    def _lead(self) -> int:
        return self._place_width() + self._key_width() + 12

    def _room(self, width: int) -> int:
        return max(24, width - 2 * ACROSS - self._lead() - SIDE)

    def _restyle(self) -> None:
        self._block.set_font(self._theme.font(Size.ANSWER))
        self.updateGeometry()
        self.update()


class OrderList(QWidget):
    """Items in the student's order.

    A digit says what comes next, Backspace puts that back to where it was. Arrows move the
    focus; Space lifts the item under it, and arrows then move the item, as a click on the
    arrows of its row does.

    Signals: none; Enter is the page's.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._rows: list[OrderRow] = []
        self._order: list[int] = []
        self._items: tuple[str, ...] = ()
        self._picked: list[int] = []
        self._before: list[list[int]] = []  # the order before each of the picked
        self._by_hand = False
        self._lifted: int | None = None
        self._held = 0  # the row that the mouse holds
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)

    def show_items(self, items: Sequence[str]) -> None:
        """Offer the items in the order given."""
        self._items = tuple(items)
        self._order = list(range(len(items)))
        self._picked, self._before, self._by_hand = [], [], False
        self._lifted = None
        while len(self._rows) < len(items):
            row = OrderRow(self._theme, self._icons, self)
            row.touched.connect(self._touched)
            row.dragged.connect(self._dragged)
            row.stepped.connect(self._stepped)
            self._rows.append(row)
            self._column.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(items))
        self._fill()

    def order(self) -> tuple[int, ...]:
        """Indexes of the items, in the student's order."""
        return tuple(self._order)

    def unplaced(self) -> int:
        """How many items have no place from the student; the last has one by what is left."""
        if self._by_hand or len(self._picked) >= len(self._items) - 1:
            return 0
        return len(self._items) - len(self._picked)

    def begun(self) -> bool:
        """Whether the student placed or moved anything."""
        return self._by_hand or bool(self._picked)

    def marked(self) -> QWidget:
        """The row that the keys are about: with the focus, or else the one placed last."""
        at = self._focused()
        return self._rows[at if at is not None else max(0, len(self._picked) - 1)]

    def focus_unplaced(self) -> None:
        """Put the focus on the first item that is not placed."""
        self._rows[len(self._picked)].setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, digit: int) -> bool:
        """The item with this digit comes next; False where there is none or it is placed."""
        item = digit - 1
        if not 0 <= item < len(self._items) or item in self._picked:
            return False
        if len(self._picked) == len(self._items):
            return False
        self._before.append(list(self._order))
        self._by_hand = False
        self._order.remove(item)
        self._order.insert(len(self._picked), item)
        self._picked.append(item)
        self._lifted = None
        self._fill()
        announce(self, self._rows[len(self._picked) - 1].accessibleName())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lift by Space; all else is the page's."""
        if event.key() == Qt.Key.Key_Space and self._focused() is not None:
            self.lift()
        else:
            event.ignore()

    def step(self, by: int) -> None:
        """Move the focus, or the item that is lifted."""
        at = self._focused()
        if at is None:
            self._rows[0 if by > 0 else len(self._items) - 1].setFocus(
                Qt.FocusReason.TabFocusReason
            )
            return
        to = at + by
        if not 0 <= to < len(self._items):
            return
        if self._lifted is not None:
            self._move(at, to)
        self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)

    def lift(self) -> None:
        """Lift the item with the focus, or set it down."""
        at = self._focused()
        self._lifted = None if self._lifted is not None or at is None else self._order[at]
        self._fill()

    def take_back(self) -> None:
        """Put the item placed last by digit back to where it was."""
        if self._picked:
            self._picked.pop()
            self._order = self._before.pop()
            self._fill()

    def _focused(self) -> int | None:
        rows = self._rows[: len(self._items)]
        return next((i for i, row in enumerate(rows) if row.hasFocus()), None)

    def _move(self, at: int, to: int) -> None:
        self._order.insert(to, self._order.pop(at))
        # Moved by hand: what was placed by digit is no longer a run from the top.
        self._picked, self._before, self._by_hand = [], [], True
        self._fill()

    def _stepped(self, by: int) -> None:
        at = self._held
        to = at + by
        if 0 <= to < len(self._items):
            self._move(at, to)
            self._held = to
            self._rows[to].setFocus(Qt.FocusReason.MouseFocusReason)
            announce(self, self._rows[to].accessibleName())

    def _touched(self) -> None:
        row = self.sender()
        if isinstance(row, OrderRow):
            self._lifted = None
            self._held = self._rows.index(row)
            row.setFocus(Qt.FocusReason.MouseFocusReason)
            self._fill()

    def _dragged(self, y: int) -> None:
        at = self._held
        rows = self._rows[: len(self._items)]
        to = next(
            (i for i, other in enumerate(rows) if y < other.geometry().bottom()), len(rows) - 1
        )
        if to != at:
            self._move(at, to)
            self._held = to
            self._rows[to].setFocus(Qt.FocusReason.MouseFocusReason)

    def _fill(self) -> None:
        for index, item in enumerate(self._order):
            row = self._rows[index]
            row.set_item(item, self._items[item])
            placed = self._by_hand or index < len(self._picked)
            row.set_state(index + 1, placed=placed, lifted=item == self._lifted)
