"""Rows to type into: Enter adds one, Backspace takes an empty one out, Alt+arrows move it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.article_text_box import TextBox
from quizapp.ui.editor_field_icon import IconButton
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import _

_BETWEEN_SIDES = re.compile(r"\t|\s+=\s+|\s+[–—-]\s+|;")


@dataclass(frozen=True, slots=True)
class RowWords:
    """What rows are called.

    Attributes:
        names: of each side, for a screen reader and as placeholders where `placeholders`.
        add: on the button that adds a row.
        description: what a screen reader adds.
    """

    names: tuple[str, ...]
    add: str
    description: str = ""


class Row(QWidget):
    """One row: a box for each side, and buttons for who uses a mouse.

    Signals:
        changed: something was typed.
        entered: Enter in the last side.
        backed: Backspace where nothing stands in the whole row.
        pasted: side and several lines that were pasted.
        moved: by how many places.
        removed: it is to go.
    """

    changed = Signal()
    entered = Signal()
    backed = Signal()
    pasted = Signal(int, str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, icons: Icons, sides: int, *, movable: bool) -> None:
        super().__init__()
        self.boxes: list[TextBox] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for at in range(sides):
            box = TextBox(theme, "")
            box.leave_undo()
            box.split_pasted()
            box.changed.connect(self.changed)
            self.boxes.append(box)
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
            self._join(box, at)
        if movable:
            self._icon(theme, icons, "up", _("Move up · Alt+↑")).clicked.connect(self._up)
            self._icon(theme, icons, "down", _("Move down · Alt+↓")).clicked.connect(self._down)
        self._cross = self._icon(theme, icons, "cross", _("Take out · Backspace in the empty row"))
        self._cross.clicked.connect(self.removed)

    def texts(self) -> tuple[str, ...]:
        """What stands in it, side by side."""
        return tuple(box.text() for box in self.boxes)

    def put(self, texts: Sequence[str]) -> None:
        """Put words in, where they differ."""
        for box, text in zip(self.boxes, texts, strict=True):
            box.replace_text(text)

    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(text.strip() for text in self.texts())

    def set_words(self, words: RowWords, number: int) -> None:
        """What each side is called."""
        for box, name in zip(self.boxes, words.names, strict=True):
            box.set_name(_("{name}, row {n}").format(name=name, n=number), lines=False)
            box.set_description(words.description)
            if len(self.boxes) > 1:
                box.set_placeholder(name)

    def type_into(self, side: int = 0) -> None:
        """Take the focus, behind what stands there."""
        self.boxes[side].go_to_end()
        self.boxes[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_removal(self, *, offered: bool) -> None:
        """Whether it can be taken out: not the only one, where nothing stands in it."""
        self._cross.setEnabled(offered)

    def typing(self) -> int:
        """The side that has the focus, or -1."""
        return next((at for at, box in enumerate(self.boxes) if box.typing()), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move on Alt with an arrow."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            super().keyPressEvent(event)

    def _join(self, box: TextBox, at: int) -> None:
        def enter() -> None:
            if at + 1 < len(self.boxes):
                self.type_into(at + 1)
            else:
                self.entered.emit()

        def back() -> None:
            if self.empty():
                self.backed.emit()
            elif at:
                self.type_into(at - 1)

        def paste(text: str) -> None:
            self.pasted.emit(at, text)

        box.entered.connect(enter)
        box.backed.connect(back)
        box.pasted.connect(paste)

    def _icon(self, theme: Theme, icons: Icons, drawing: str, name: str) -> IconButton:
        button = IconButton(theme, icons, drawing, name)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)


class Rows(QWidget):
    """Rows under one another; there is always one to type into.

    Args:
        sides: boxes in a row.
        movable: the order matters, so buttons to move a row stand in it.

    Signals:
        changed: something was typed, added, taken out or moved.
        left: Enter in an empty last row: the author goes on.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, *, sides: int = 1, movable: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._sides = sides
        self._movable = movable
        self._words = RowWords(("",) * sides, "")
        self._rows: list[Row] = []
        self._given: tuple[tuple[str, ...], ...] = ()
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._filling = False
        self._add = WrappingLink(theme, size=Size.CAPTION)
        self._add.setObjectName("add row")
        # Enter in a row does it: Tab goes from field to field, so that no letter is typed on it.
        self._add.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._add.clicked.connect(self._add_at_end)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.put_rows(())

    def set_row_words(self, words: RowWords) -> None:
        """What its rows are called."""
        self._words = words
        self._add.setText(words.add)
        self._add.updateGeometry()
        self._name_rows()

    def put_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows; where they are the same nothing moves."""
        given = tuple(rows)
        if given == self.rows() and self._rows:
            self._given, self._shown = given, self._texts()
            return
        self._filling = True
        wanted = given or (("",) * self._sides,)
        while len(self._rows) > len(wanted):
            self._drop(self._rows[-1])
        while len(self._rows) < len(wanted):
            self._make(len(self._rows))
        for row, texts in zip(self._rows, wanted, strict=True):
            row.put(texts)
        self._filling = False
        self._given, self._shown = given, self._texts()
        self._name_rows()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What stands in the rows; exactly what was put where nothing was touched."""
        texts = self._texts()
        return self._given if texts == self._shown else texts

    def add(self, texts: tuple[str, ...]) -> None:
        """Add a row with words, in the place of an empty one where there is one."""
        row = next((row for row in self._rows if row.empty()), None) or self._insert(
            len(self._rows)
        )
        row.put(texts)

    def type_into(self, row: int = -1) -> None:
        """Take the focus in a row, in the first empty one where none is named, or the last."""
        if 0 <= row < len(self._rows):
            self._rows[row].type_into()
            return
        found = next((one for one in self._rows if one.empty()), self._rows[-1])
        found.type_into()

    def typing(self) -> int:
        """The row that has the focus, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.typing() >= 0), -1)

    def _texts(self) -> tuple[tuple[str, ...], ...]:
        return tuple(row.texts() for row in self._rows)

    def _make(self, at: int) -> Row:
        row = Row(self._theme, self._icons, self._sides, movable=self._movable)
        self._rows.insert(at, row)
        self._column.insertWidget(at, row)
        self._join(row)
        row.show()  # at once, so that it can take the focus
        return row

    def _join(self, row: Row) -> None:
        def enter() -> None:
            at = self._rows.index(row)
            if row.empty() and at == len(self._rows) - 1:
                self.left.emit()
            else:
                self._insert(at + 1).type_into()
                self._tell()

        def back() -> None:
            self._take_out(row, then=-1)

        def take_out() -> None:
            self._take_out(row, then=0)

        def move(by: int) -> None:
            self._move(row, by)

        def paste(side: int, text: str) -> None:
            self._paste(row, side, text)

        row.changed.connect(self._tell)
        row.entered.connect(enter)
        row.backed.connect(back)
        row.removed.connect(take_out)
        row.moved.connect(move)
        row.pasted.connect(paste)

    def _insert(self, at: int) -> Row:
        row = self._make(at)
        self._name_rows()
        return row

    def _drop(self, row: Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take_out(self, row: Row, then: int) -> None:
        """Take a row out; where it had the focus, it goes back or on."""
        typing = row.typing() >= 0
        at = self._rows.index(row)
        if len(self._rows) == 1:
            row.put(("",) * self._sides)
            return
        if typing:
            back = at > 0 and (then < 0 or at + 1 == len(self._rows))
            next_row = self._rows[at - 1 if back else at + 1]
            next_row.type_into(self._sides - 1 if back else 0)
        self._drop(row)
        self._name_rows()
        self._tell()

    def _move(self, row: Row, by: int) -> None:
        at = self._rows.index(row)
        to = at + by
        if not 0 <= to < len(self._rows):
            return
        other = self._rows[to]
        side = row.typing()
        mine, theirs = row.texts(), other.texts()
        self._filling = True
        row.put(theirs)
        other.put(mine)
        self._filling = False
        if side >= 0:
            other.type_into(side)
        self._tell()

    def _paste(self, row: Row, side: int, text: str) -> None:
        """The first line goes where the cursor is, each other one into a row of its own."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            return
        self._filling = True
        at = self._rows.index(row)
        first, *others = lines
        if self._sides > 1 and side == 0 and row.empty():
            row.put(self._split(first))
        else:
            row.boxes[side].insert(first)
        for number, line in enumerate(others, start=at + 1):
            self._make(number).put(self._split(line))
        self._filling = False
        self._name_rows()
        self._rows[at + len(others)].type_into(self._sides - 1)
        self._tell()

    def _split(self, line: str) -> tuple[str, ...]:
        if self._sides == 1:
            return (" ".join(line.split()),)
        left, *rest = _BETWEEN_SIDES.split(line, maxsplit=1)
        return (left.strip(), rest[0].strip() if rest else "")

    def _add_at_end(self) -> None:
        last = self._rows[-1]
        if last.empty():
            last.type_into()
            return
        self._insert(len(self._rows)).type_into()
        self._tell()

    def _name_rows(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.set_words(self._words, number)
        self._offer_removal()

    def _offer_removal(self) -> None:
        for row in self._rows:
            row.offer_removal(offered=len(self._rows) > 1 or not row.empty())
        self._add.setVisible(not self._rows[-1].empty())

    def _tell(self) -> None:
        if not self._filling:
            self._offer_removal()
            self.changed.emit()
