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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._caption = ""
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
        wide = max(first.horizontalAdvance(self.text()), second.horizontalAdvance(self._caption))
        return QSize(wide + 2 * self._across + 2, first.height() + second.height() + 14)

    def draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw both lines."""
        first, second = self._metrics()
        middle = int(Qt.AlignmentFlag.AlignCenter)
        wide = int(rect.width()) + 2
        words = first.elidedText(self.text(), Qt.TextElideMode.ElideRight, wide)
        if not self._caption:
            painter.drawText(rect, middle, words)
            return
        top = (rect.height() - first.height() - second.height()) / 2
        painter.drawText(QRectF(rect.left(), top, rect.width(), first.height()), middle, words)
        painter.setFont(self.theme.font(Size.CAPTION))
        below = QRectF(rect.left(), top + first.height(), rect.width(), second.height())
        caption = second.elidedText(self._caption, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(below, middle, caption)

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
    """One of the four ratings under its digit.

    Signals: QPushButton's own.
    """

    def __init__(self, theme: Theme, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rating = rating
        self.setCheckable(True)

    def set_due(self, due: Due | None) -> None:
        """Show when this rating would ask again."""
        name = rating_name(int(self.rating))
        caption = f"{int(self.rating)} · {short_interval(due)}" if due else str(int(self.rating))
        self.set_words(name, caption)
        self.setToolTip(rating_meaning(int(self.rating)))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: which rating is in force is told from outside."""
