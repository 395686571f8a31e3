"""Where things stand while a card is studied: progress, prompt, what scrolls, foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.study.view import AnswerShown, QuestionShown
from quizapp.ui.answer_side import AnswerSide
from quizapp.ui.controls import MARGIN, Caption, LinkButton, ProgressLine
from quizapp.ui.frames import Hairline
from quizapp.ui.icons import Icons
from quizapp.ui.key_pauses import KeyPauses
from quizapp.ui.prompt_block import PromptBlock
from quizapp.ui.question_side import QuestionSide
from quizapp.ui.scroll_bar import ScrollBar
from quizapp.ui.study_foot import StudyFoot
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.words import _

PINNED = 0.4  # of the height between head and foot; a taller prompt is set small or scrolls
HEAD_AROUND, FOOT_AROUND = 20, 28  # pixels over and under what stands there
AROUND = 48  # pixels over and under what is kept in sight
PICTURE = 0.3  # of the height, at most


class CardArea(QScrollArea):
    """Scrolls, but leaves every key to the page.

    Signals: none.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take no key: arrows go through options before they scroll."""
        event.ignore()

    def leave_room(self, pixels: int) -> None:
        """Show nothing in the lowest pixels, which can be scrolled up instead."""
        self.setViewportMargins(0, 0, 0, min(pixels, self.height() // 2))


class StudyFrame(QWidget):
    """Lays out both sides of a card in one column in the middle.

    The prompt stays where it is between the sides; what is long scrolls between it and the foot.

    Args:
        edge: pixels that stay free at the sides, at least.

    Signals:
        ended: the student wants to end the sitting.
    """

    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        pauses: KeyPauses,
        parent: QWidget | None = None,
        *,
        edge: int = MARGIN,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._edge = edge
        self.progress = ProgressLine(theme, _("Progress"), self)
        self.count = Caption(theme, parent=self)
        self.flag = TextLabel(theme, Size.CAPTION, _("Flagged"), role=Role.ATTENTION, parent=self)
        self.end = LinkButton(theme, _("End · Esc"), self, size=Size.CAPTION)
        self.end.clicked.connect(self.ended)
        self.prompt = PromptBlock(theme, self)
        self.question = QuestionSide(theme, icons, pauses)
        self.answer = AnswerSide(theme, icons)
        self.foot = StudyFoot(theme, icons, self)
        self.area = CardArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBar(ScrollBar(theme))
        # Always there, so that the column does not move when it is needed; empty it draws nothing.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = QHBoxLayout()
        header.setSpacing(16)
        middle = Qt.AlignmentFlag.AlignVCenter
        header.addWidget(self.count, 1, middle)
        header.addWidget(self.flag, 0, middle)
        header.addWidget(self.end, 0, middle)
        self._header = header
        self._pinned = QVBoxLayout()
        self._pinned.addWidget(self.prompt)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setSpacing(16)
        self._body.addWidget(self.question)
        self._body.addWidget(self.answer)
        self._body.addStretch(1)
        self.area.setWidget(body)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addLayout(header)
        column.addLayout(self._pinned)
        column.addWidget(self.area, 1)
        column.addWidget(Hairline(theme, self))
        column.addLayout(self._foot)
        self.answer.hide()
        self._fit()
        theme.changed.connect(self._fit)

    def show_question(self, shown: QuestionShown) -> None:
        """Put the question side up."""
        self._show_head(shown)
        self.prompt.show_prompt(shown)
        self.answer.hide()
        self.question.show_question(shown)
        self.foot.show_question(shown)
        self._place_prompt()
        self.area.verticalScrollBar().setValue(0)

    def show_answer(self, shown: AnswerShown, *, fresh: bool) -> None:
        """Put the answer side up, or refresh it."""
        self._show_head(shown.question)
        self.question.show_answer(shown)
        self.answer.show_answer(shown)
        self.answer.show()
        self.foot.show_answer(shown)
        if fresh:
            self.area.verticalScrollBar().setValue(0)

    def show_flag(self, *, flagged: bool) -> None:
        """Say whether the card is flagged."""
        self.flag.setVisible(flagged)

    def leave_room(self, pixels: int) -> None:
        """Leave some pixels over the foot empty, for a line that is shown there."""
        self.area.leave_room(pixels)

    def foot_height(self) -> int:
        """Pixels from the lower edge up to what scrolls."""
        return self.height() - self.area.geometry().bottom() - 1

    def keep_in_sight(self, widget: QWidget | None) -> None:
        """Scroll so far that the widget is seen, and a little of what stands beside it."""
        if widget is None or not widget.isVisible():
            return
        beside = min(AROUND, max(0, (self.area.viewport().height() - widget.height()) // 2))
        self.area.ensureWidgetVisible(widget, 0, beside)

    def scroll_by(self, pages: float) -> None:
        """Scroll by that part of what is seen, downwards."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _show_head(self, shown: QuestionShown) -> None:
        self.progress.set_progress(shown.number - 1, shown.total)
        place = _("{n} of {total}").format(n=shown.number, total=shown.total)
        self.count.set_text(f"{place} · {shown.deck_title}")
        self.show_flag(flagged=shown.flagged)

    def _column_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(Size.ANSWER))
        return min(self.width() - 2 * self._edge, metrics.averageCharWidth() * LINE)

    def _fit(self) -> None:
        side = max(self._edge, (self.width() - self._column_width()) // 2)
        bar = self.area.verticalScrollBar().sizeHint().width()
        self._header.setContentsMargins(side, 12, side, HEAD_AROUND - 12)
        self._pinned.setContentsMargins(side, 8, side, 8)
        self._body.setContentsMargins(side, 8, max(0, side - bar), 24)
        self._foot.setContentsMargins(side, 12, side, FOOT_AROUND - 12)
        self.prompt.picture.set_tallest(max(96, round(self.height() * PICTURE)))
        self._place_prompt()

    def _place_prompt(self) -> None:
        """Pin the prompt; a tall one is set small, and if that does not do it scrolls too."""
        self.prompt.set_small(small=False)
        tall = self._tall()
        if tall:
            self.prompt.set_small(small=True)
            tall = self._tall()
        pinned = self._pinned.indexOf(self.prompt) >= 0
        if tall and pinned:
            self._pinned.removeWidget(self.prompt)
            self._body.insertWidget(0, self.prompt)
        elif not tall and not pinned:
            self._body.removeWidget(self.prompt)
            self._pinned.addWidget(self.prompt)

    def _tall(self) -> bool:
        layout = self.prompt.layout()
        if layout is None:
            return False
        layout.invalidate()
        head = self.end.sizeHint().height() + HEAD_AROUND
        foot = self.foot.height() + FOOT_AROUND
        return layout.heightForWidth(self._column_width()) > PINNED * (self.height() - head - foot)
