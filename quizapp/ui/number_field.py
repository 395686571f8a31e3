"""A field for a whole number, with arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSpinBox, QStyle, QStyleOptionSpinBox

from quizapp.ui.frames import rounded
from quizapp.ui.theme import Role, Size, Theme

_USUAL = "000 %"
_ARROW = 4.0  # pixels from an arrow's tip to its ends


class NumberField(QSpinBox):
    """A number between two bounds; a number being typed counts when it is finished.

    Args:
        name: what a screen reader calls it.
        unit: written behind the number, with its space.

    Signals: QSpinBox's own.
    """

    def __init__(
        self, theme: Theme, name: str, least: int, most: int, step: int = 1, unit: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the largest number, the arrows and the edges; usual ones are equally wide."""
        metrics = QFontMetrics(self.font())
        largest = f"{self.maximum()}{self.suffix()}"
        widest = max(metrics.horizontalAdvance(words) for words in (largest, _USUAL))
        return QSize(widest + 72, metrics.height() + 18)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Change the number while it is seen; the page has the page keys, and all when it is not.

        Tab and its like never come here, so the focus can always go on.
        """
        pages = event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if pages or self.visibleRegion().isEmpty():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw ground, border and arrows; the digits draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        border = self._theme.color(Role.ACCENT if focus else Role.CONTROL_BORDER)
        ground = self._theme.color(Role.SURFACE)
        rounded(painter, QRectF(self.rect()), ground, border, 2 if focus else 1)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        steps = (
            (QStyle.SubControl.SC_SpinBoxUp, -1, self.value() < self.maximum()),
            (QStyle.SubControl.SC_SpinBoxDown, 1, self.value() > self.minimum()),
        )
        for part, way, open_end in steps:
            box = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
            middle = QRectF(box).center() + QPointF(-4, -way)
            color = self._theme.color(Role.TEXT if open_end else Role.BORDER)
            painter.setPen(QPen(color, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(
                QPolygonF(
                    [
                        middle + QPointF(-_ARROW, -way * _ARROW / 2),
                        middle + QPointF(0, way * _ARROW / 2),
                        middle + QPointF(_ARROW, -way * _ARROW / 2),
                    ]
                )
            )
        painter.end()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Size.BODY))
        edit = self.lineEdit()
        edit.setTextMargins(8, 0, 0, 0)
        palette = edit.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        edit.setPalette(palette)
        self.updateGeometry()
