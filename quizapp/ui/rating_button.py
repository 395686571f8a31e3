"""A rating with the interval it would choose, on two lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.schedule.log import Rating
from quizapp.study.view import Due
from quizapp.ui.buttons import Button
from quizapp.ui.frames import rounded
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import ngettext
from quizapp.words.study import rating as rating_name
from quizapp.words.study import rating_meaning

DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25


def short_interval(due: Due) -> str:
    """How long until then, as short as it can be said: "10 min", "2 days", "3 months"."""
    if due.minutes:
        return ngettext("{n} min", "{n} min", due.minutes).format(n=due.minutes)
    if due.days < 60:
        return ngettext("{n} day", "{n} days", due.days).format(n=due.days)
    if due.days < 2 * DAYS_A_YEAR:
        months = round(due.days / DAYS_A_MONTH)
        return ngettext("{n} month", "{n} months", months).format(n=months)
    years = round(due.days / DAYS_A_YEAR)
    return ngettext("{n} year", "{n} years", years).format(n=years)


class TwoLineButton(Button):
    """A button with a caption under its words; all such buttons are equally high.

    Signals: QPushButton's own.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, key: str = "") -> None:
        self._caption = ""
        self._key = key  # small before the words
        super().__init__(theme, "", parent)
        self._across, self._down = 12, 6

    @property
    def caption(self) -> str:
        """What stands under the words."""
        return self._caption

    def set_words(self, words: str, caption: str, spoken: str = "") -> None:
        """Show words over a caption; without one the words stand in the middle."""
        self._caption = caption
        self.setText(words)
        self.setAccessibleName(spoken or ", ".join(part for part in (words, caption) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The wider of both lines."""
        first, second = self._metrics()
        wide = first.horizontalAdvance(self.text()) + self._key_width()
        wide = max(wide, second.horizontalAdvance(self._caption))
        return QSize(wide + 2 * self._across + 2, first.height() + second.height() + 14)

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw both lines."""
        first, second = self._metrics()
        middle = int(Qt.AlignmentFlag.AlignCenter)
        key_width = self._key_width()
        wide = int(rect.width()) + 2 - key_width
        words = first.elidedText(self.text(), Qt.TextElideMode.ElideRight, wide)
        below_it = second.height() if self._caption else 0
        top = (rect.height() - first.height() - below_it) / 2
        line = QRectF(rect.left(), top, rect.width(), first.height())
        if self._key:
            both = key_width + first.horizontalAdvance(words)
            line.setLeft(rect.left() + max(0, (rect.width() - both) / 2))
            self._draw_key(painter, line)
            line.setLeft(line.left() + key_width)
            middle_left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(line, middle_left, words)
        else:
            painter.drawText(line, middle, words)
        painter.setFont(self.theme.font(Size.CAPTION))
        below = QRectF(rect.left(), top + first.height(), rect.width(), second.height())
        caption = second.elidedText(
            self._caption, Qt.TextElideMode.ElideRight, int(rect.width()) + 2
        )
        painter.drawText(below, middle, caption)

    def _draw_key(self, painter: QPainter, line: QRectF) -> None:
        """Draw the key on the base line of the words."""
        first, second = self._metrics()
        pen, font = painter.pen(), painter.font()
        painter.setFont(self.theme.font(Size.CAPTION))
        painter.setPen(self.theme.color(Role.MUTED))
        top = line.top() + first.ascent() - second.ascent()
        at = QRectF(line.left(), top, self._key_width(), second.height())
        painter.drawText(
            at, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self._key
        )
        painter.setPen(pen)
        painter.setFont(font)

    def _key_width(self) -> int:
        return self._metrics()[1].horizontalAdvance(self._key) + 6 if self._key else 0

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return (
            QFontMetrics(self.theme.font(Size.BODY)),
            QFontMetrics(self.theme.font(Size.CAPTION)),
        )


class AccentButton(TwoLineButton):
    """The foot's one button in the accent colour.

    Signals: QPushButton's own.
    """

    def draw_frame(self, painter: QPainter, rect: QRectF) -> QColor:
        """Fill with the accent; the focus is a ring inside."""
        accent, words = self.theme.color(Role.ACCENT), self.theme.color(Role.ON_ACCENT)
        rounded(painter, rect, accent, accent, 1)
        if self.hasFocus():
            rounded(painter, rect.adjusted(3, 3, -3, -3), accent, words, 2, 5)
        return words


class RatingButton(TwoLineButton):
    """One of the four ratings: its digit small before it, its interval under it.

    Signals: QPushButton's own.
    """

    def __init__(self, theme: Theme, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, key=str(int(rating)))
        self.rating = rating
        self.setCheckable(True)

    def set_due(self, due: Due | None) -> None:
        """Show when this rating would ask again."""
        self.set_words(rating_name(int(self.rating)), short_interval(due) if due else "")
        meaning = rating_meaning(int(self.rating))
        self.setToolTip(meaning)
        self.setAccessibleDescription(meaning)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: which rating is in force is told from outside."""
