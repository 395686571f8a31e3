"""The checks on the right: what is in doubt about the question at hand, and one-step mends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.generate.candidate import Light, light_of
from quizapp.generate.draft_offers import Check, Offer
from quizapp.ui.article_words import (
    LIGHT_ICON,
    LIGHT_ROLE,
)
from quizapp.ui.controls import Body, Caption, Card, Page
from quizapp.ui.flow import empty
from quizapp.ui.icons import Icons
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _, deciding, gates, ngettext

MOST_BY_DIGIT = 9


class LightMark(QWidget):
    """A light: its mark and its word.

    Signals: none.
    """

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._light = Light.GREEN
        self._words = TextLabel(theme, Size.ANSWER, strong=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_light(self, light: Light) -> None:
        """Show a light."""
        self._light = light
        self._words.set_text(deciding.light(light))
        self._words.set_role(LIGHT_ROLE[light])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the mark."""
        painter = QPainter(self)
        role = LIGHT_ROLE[self._light]
        ratio = self.devicePixelRatioF()
        drawn = self._icons.beside_text(LIGHT_ICON[self._light], role, ratio)
        painter.drawPixmap(0, (self.height() - self._icons.side_beside_text()) // 2, drawn)
        painter.end()

    def _restyle(self) -> None:
        self._row.setContentsMargins(self._icons.side_beside_text() + 8, 4, 0, 4)


class ChecksColumn(Page):
    """What the checks say. Those that failed stand open, those that passed are one line.

    Signals:
        took: an `Offer` that the author took.
        keep_green: the author wants to keep all questions that are ready.
        show_red: whether the doubtful questions are to be shown.
    """

    took = Signal(object)
    keep_green = Signal()
    show_red = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__(theme)
        around = self.body.layout()
        if around is not None:
            around.setContentsMargins(0, 0, 8, 16)
        self.column.setSpacing(12)
        self._checks: tuple[Check, ...] = ()
        self._offers: list[Offer] = []
        self._shows = False
        self._open = False
        self._light = LightMark(theme, icons)
        self._failed = QVBoxLayout()
        self._failed.setSpacing(12)
        self._passed = WrappingLink(theme)
        self._passed.setObjectName("passed")
        self._passed.clicked.connect(self._toggle)
        self._names = QVBoxLayout()
        self._names.setSpacing(4)
        self._red = Caption(theme)
        self._red_link = WrappingLink(theme)
        self._red_link.setObjectName("red")
        self._red_link.clicked.connect(self._toggle_red)
        self._shows_red = False
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(self._light)
        self.column.addLayout(self._failed)
        self.column.addWidget(self._passed, 0, left)
        self.column.addLayout(self._names)
        self.column.addWidget(self._red)
        self.column.addWidget(self._red_link, 0, left)
        self._green = green = WrappingLink(theme, _("Keep all that are ready") + "  ⇧A")
        green.setAccessibleName(_("Keep all that are ready"))
        green.setObjectName("keep green")
        green.clicked.connect(self.keep_green)
        self.column.addWidget(green, 0, left)
        self.column.addStretch(1)

    def show_nothing(self) -> None:
        """There is no question at hand."""
        self.show_checks(())
        for widget in (self._light, self._passed, self._green):
            widget.hide()
        self._shows = False

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what is held against the question at hand, and what can be done about it."""
        shown = tuple(checks)
        if shown == self._checks and self._shows:
            return
        self._shows = True
        had = focused_name(self)
        self._checks = shown
        self._offers = []
        self._light.show()
        self._green.show()
        self._light.show_light(light_of(tuple(check.finding for check in shown)))
        empty(self._failed)
        for check in shown:
            self._failed.addWidget(self._card(check))
        self._fill_passed()
        give_back(self, had)

    def show_hidden(self, hidden: int, *, shown: bool) -> None:
        """Say how many doubtful questions there are, and offer to show or hide them."""
        self._shows_red = shown
        words = ngettext(
            "{n} doubtful question is hidden.", "{n} doubtful questions are hidden.", hidden
        )
        self._red.set_text("" if shown else words.format(n=hidden))
        self._red.setVisible(bool(hidden) and not shown)
        show = ngettext("Show it", "Show them", hidden)
        self._red_link.setText((_("Hide the doubtful ones") if shown else show) + "  D")
        self._red_link.updateGeometry()
        self._red_link.setVisible(bool(hidden) or shown)

    def press(self, digit: int) -> bool:
        """Take an offer by its number; False where none has it."""
        if not 1 <= digit <= len(self._offers):
            return False
        self.took.emit(self._offers[digit - 1])
        return True

    @property
    def failed(self) -> int:
        """How many checks failed."""
        return len(self._checks)

    def _card(self, check: Check) -> Card:
        card = Card(self.theme)
        card.column.setContentsMargins(12, 12, 12, 12)
        said = Body(self.theme, gates.describe(check.finding))
        card.column.addWidget(said)
        for offer in check.offers:
            self._offers.append(offer)
            number = len(self._offers)
            words = gates.describe_mend(offer)
            digit = f"  {number}" if number <= MOST_BY_DIGIT else ""
            button = WrappingQuiet(self.theme, words + digit)
            button.setAccessibleName(words)
            button.setObjectName(f"mend {number}")
            button.clicked.connect(self._took)
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _fill_passed(self) -> None:
        failed = {check.finding.gate for check in self._checks}
        passed = [gates.name(name) for name in gates.NAMES if name not in failed]
        told = ngettext("{n} check passed", "{n} checks passed", len(passed))
        self._passed.setText(told.format(n=len(passed)) + ("  ▴" if self._open else "  ▾"))
        self._passed.setAccessibleName(told.format(n=len(passed)))
        self._passed.updateGeometry()
        self._passed.setVisible(bool(passed))
        empty(self._names)
        for words in passed if self._open else ():
            self._names.addWidget(Caption(self.theme, words))

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill_passed()

    def _toggle_red(self) -> None:
        self.show_red.emit(not self._shows_red)

    def _took(self) -> None:
        self.press(int(self.sender().objectName().removeprefix("mend ")))
