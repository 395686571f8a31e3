"""Options to choose from: whole rows with their digit, which shrink to what mattered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui.frames import rounded
from quizapp.ui.icons import Icons
from quizapp.ui.text_block import TextBlock
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

ACROSS, DOWN, BETWEEN = 16, 12, 8


class Verdict(Enum):
    """What became of an option."""

    OPEN = "open"
    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    ANSWER = "answer"  # the right one, where nothing was tried


class OptionRow(QAbstractButton):
    """One option: its digit, its words, and after the answer a mark with a word.

    Signals: QAbstractButton's own.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._key = ""
        self._verdict = Verdict.OPEN
        self._verdict_words = ""
        self._box = False
        self._faded = False
        self._words = ""
        self._block = TextBlock(theme.font(Size.ANSWER))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_option(self, key: str, words: str, *, several: bool) -> None:
        """Show an option that `key` chooses; `several` may be chosen."""
        self._key, self._words, self._box = key, words, several
        self._verdict, self._verdict_words = Verdict.OPEN, ""
        self._faded = False
        self.setCheckable(several)
        self.setChecked(False)
        self.setEnabled(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._block.set_text(words)
        self.setAccessibleName(f"{key}: {words}" if key else words)
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def set_faded(self, *, faded: bool) -> None:
        """Step back, since it is taken already; it can still be chosen."""
        self._faded = faded
        self.update()

    def set_verdict(self, verdict: Verdict, words: str = "", spoken: str = "") -> None:
        """Show what became of it, by mark, word and colour; it can no longer be chosen.

        Args:
            verdict: the mark and colour.
            words: beside it; the verdict's own where there are none.
            spoken: what a screen reader hears in their place.
        """
        self._verdict = verdict
        self._verdict_words = words or verdict_word(verdict)
        self.setEnabled(False)
        self.unsetCursor()
        self.setAccessibleName(f"{self._words}: {spoken or self._verdict_words}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels that it takes when it is `width` wide."""
        return max(self._block.height(self._room(width)), self._side) + 2 * DOWN

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        around = 10_000 - self._room(10_000)
        width = self._block.ideal_width() + around
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters; words wrap."""
        return QSize(120, self._side + 2 * DOWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by Enter as by Space; where several may be chosen Enter is the page's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self._box and not event.isAutoRepeat():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lies under the mouse anew."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what lay under the mouse anew."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        rect = QRectF(self.rect())
        hot = self.isEnabled() and (self.isDown() or self.underMouse() or self.isChecked())
        fill = color(Role.SELECTION if hot else Role.SURFACE)
        edge, width = Role.CONTROL_BORDER, 1
        if self._verdict is not Verdict.OPEN:
            edge, width = _ROLE[self._verdict], 2
        elif self.hasFocus() or self.isChecked():
            edge, width = Role.ACCENT, 2
        rounded(painter, rect, fill, color(edge), width)
        lead = self._lead_width()
        inner = rect.adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        lead_rect = QRectF(inner.left(), inner.top(), lead, inner.height())
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if self._verdict is Verdict.OPEN:
            painter.setFont(self._theme.font(Size.ANSWER))
            painter.setPen(color(Role.MUTED))
            painter.drawText(lead_rect, middle, self._key)
            if self._box:
                self._draw_box(painter, lead_rect)
        else:
            name = _DRAWING[self._verdict]
            drawn = self._icons.beside_text(name, _ROLE[self._verdict], self.devicePixelRatioF())
            painter.drawPixmap(lead_rect.topLeft().toPoint(), drawn)
            word = self._verdict_words
            painter.setFont(self._theme.font(Size.ANSWER))
            painter.setPen(color(_ROLE[self._verdict]))
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            painter.drawText(inner, right, word)
        words = QRectF(inner.left() + lead, inner.top(), self._room(self.width()), inner.height())
        self._block.draw(painter, words, color(Role.MUTED if self._faded else Role.TEXT))
        painter.end()

    def _draw_box(self, painter: QPainter, lead: QRectF) -> None:
        line = QFontMetrics(self._theme.font(Size.ANSWER)).height()
        top = lead.top() + (line - self._side) / 2
        box = QRectF(lead.right() - self._side - 8, top, self._side, self._side)
        on = self.isChecked()
        fill, edge = (Role.ACCENT, Role.ACCENT) if on else (Role.SURFACE, Role.CONTROL_BORDER)
        color = self._theme.color
        rounded(painter, box.adjusted(2, 2, -2, -2), color(fill), color(edge), 1, 4)
        if on:
            ratio = self.devicePixelRatioF()
            drawn = self._icons.pixmap("check", Role.ON_ACCENT, self._side - 8, ratio)
            painter.drawPixmap(box.adjusted(4, 4, 0, 0).topLeft(), drawn)

    def _lead_width(self) -> int:
        if self._verdict is not Verdict.OPEN:
            return self._side + 8
        metrics = QFontMetrics(self._theme.font(Size.ANSWER))
        digit = metrics.horizontalAdvance("0") + 12
        return digit + self._side + 4 if self._box else digit

    def _room(self, width: int) -> int:
        room = width - 2 * ACROSS - self._lead_width()
        if self._verdict is not Verdict.OPEN:
            metrics = QFontMetrics(self._theme.font(Size.ANSWER))
            room -= metrics.horizontalAdvance(self._verdict_words) + 8
        return max(24, room)

    def _restyle(self) -> None:
        self._side = self._icons.side_beside_text()
        self._block.set_font(self._theme.font(Size.ANSWER))
        self.updateGeometry()
        self.update()


class OptionList(QWidget):
    """Rows of options, kept and refilled.

    Signals:
        chosen: index of the option that the student took, where one is to be chosen.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._rows: list[OptionRow] = []
        self._count = 0
        self._several = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)

    def show_options(self, options: Sequence[str], *, several: bool) -> None:
        """Offer the options."""
        self._count, self._several = len(options), several
        while len(self._rows) < len(options):
            row = OptionRow(self._theme, self._icons, self)
            row.clicked.connect(self._took)
            self._rows.append(row)
            self._column.addWidget(row)
        for index, row in enumerate(self._rows):
            if index < len(options):
                key = str(index + 1) if index < 9 else ""
                row.set_option(key, options[index], several=several)
            row.setVisible(index < len(options))

    def show_result(
        self, chosen: Sequence[int], right: Sequence[int], *, tried: bool = True
    ) -> None:
        """Leave what was chosen and what is right, each with its mark and word.

        Where nothing was `tried`, what is right is told and nothing is judged.
        """
        for index, row in enumerate(self._rows[: self._count]):
            mattered = index in chosen or index in right
            row.setVisible(mattered)
            if mattered:
                verdict = Verdict.ANSWER
                if tried:
                    verdict = _verdict(index, chosen, right, several=self._several)
                row.set_verdict(verdict, *self._said(index in chosen, verdict))

    def _said(self, chosen: bool, verdict: Verdict) -> tuple[str, str]:
        """Words of an option, seen and heard; the mark itself stands in a line of its own.

        Where several are right each option has a verdict of its own.
        """
        if self._several or verdict is Verdict.ANSWER:
            return "", ""
        if not chosen:
            return _("The answer"), ""
        spoken = _("{verdict}, your answer").format(verdict=verdict_word(verdict))
        return _("Your answer"), spoken

    def press(self, digit: int) -> bool:
        """Choose by digit; False where no option has it."""
        if not 1 <= digit <= self._count:
            return False
        self._rows[digit - 1].click()
        return True

    def focused(self) -> QWidget | None:
        """The row with the focus."""
        return next((row for row in self._rows[: self._count] if row.hasFocus()), None)

    def focus_first(self) -> None:
        """Put the focus on the first row."""
        self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def checked(self) -> frozenset[int]:
        """Indexes of the options turned on, where several may be."""
        return frozenset(i for i, row in enumerate(self._rows[: self._count]) if row.isChecked())

    def step(self, by: int) -> None:
        """Move the focus to the next option, or the one before."""
        rows = self._rows[: self._count]
        at = next((i for i, row in enumerate(rows) if row.hasFocus()), -1 if by > 0 else 0)
        if rows:
            rows[(at + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _took(self) -> None:
        row = self.sender()
        if not self._several and isinstance(row, OptionRow):
            self.chosen.emit(self._rows.index(row))


_DRAWING = {
    Verdict.RIGHT: "check",
    Verdict.WRONG: "cross",
    Verdict.MISSED: "add",
    Verdict.ANSWER: "arrow",
}
_ROLE = {
    Verdict.RIGHT: Role.RIGHT,
    Verdict.WRONG: Role.WRONG,
    Verdict.MISSED: Role.ATTENTION,
    Verdict.ANSWER: Role.MUTED,
}


def verdict_word(verdict: Verdict) -> str:
    """The word beside the mark."""
    return {
        Verdict.OPEN: "",
        Verdict.RIGHT: _("Right"),
        Verdict.WRONG: _("Wrong"),
        Verdict.MISSED: _("Missed"),
        Verdict.ANSWER: _("The answer"),
    }[verdict]


def _verdict(index: int, chosen: Sequence[int], right: Sequence[int], *, several: bool) -> Verdict:
    if index not in right:
        return Verdict.WRONG
    # Of one right option the word is "Right" even where another was taken.
    return Verdict.MISSED if several and index not in chosen else Verdict.RIGHT
