"""The end of a sitting: what was learned, what was missed, when it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.study.view import GAP, EndShown, Missed
from quizapp.ui.controls import Body, Card, Heading, Page, PrimaryButton, QuietButton
from quizapp.ui.flow import Flow, empty
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Size, Theme
from quizapp.words import _, ngettext
from quizapp.words.days import next_time
from quizapp.words.study import due, left, seconds


class MissedCard(Card):
    """One missed question with its answer.

    Signals:
        again: the card's key; the student wants to be asked again.
    """

    again = Signal(str)

    def __init__(self, theme: Theme, missed: Missed, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._card = missed.card
        prompt = missed.prompt.replace(GAP, "…")
        self.column.addWidget(Body(theme, prompt))
        self.column.addWidget(TextLabel(theme, Size.BODY, missed.answer, strong=True))
        button = QuietButton(theme, _("Ask again"), self)
        button.setAccessibleDescription(prompt)
        button.clicked.connect(self._ask)
        self.column.addWidget(button)

    def _ask(self) -> None:
        self.again.emit(self._card)


class EndPage(Page):
    """Shows the end.

    Signals:
        again: a tuple of card keys to ask again.
        more: five more new questions are wanted.
        left: back to Today.
    """

    again = Signal(object)
    more = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, chars=LINE)
        self._missed: tuple[Missed, ...] = ()
        self._said: tuple[str, ...] = ()
        self.heading = Heading(theme)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.back = PrimaryButton(theme, _("Back to Today") + "  ⏎")
        self.back.clicked.connect(self.left)
        self.all_again = QuietButton(theme)
        self.all_again.clicked.connect(self._ask_all)
        self.five = QuietButton(theme)
        self.five.clicked.connect(self.more)
        buttons = QWidget()
        row = Flow(buttons, gap=8)
        for button in (self.back, self.all_again, self.five):
            row.addWidget(button)
        self.missed_heading = TextLabel(theme, Size.ANSWER, strong=True)
        self.missed = QVBoxLayout()
        self.missed.setSpacing(8)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.lines)
        self.column.addWidget(buttons)
        self.column.addWidget(self.missed_heading)
        self.column.addLayout(self.missed)
        self.column.addStretch(1)

    def show_end(self, shown: EndShown) -> None:
        """Show how a sitting ended, or that there is none."""
        self._missed = shown.missed
        self.heading.set_text(_heading(shown))
        empty(self.lines)
        self._said = end_lines(shown)
        for words in self._said:
            self.lines.addWidget(Body(self.theme, words))
        count = len(shown.missed)
        self.all_again.setText(_("Ask the missed again"))
        self.all_again.setVisible(count > 1)
        self.five.setText(
            ngettext("One more new question", "{n} more new questions", shown.more_new).format(
                n=shown.more_new
            )
        )
        self.five.setVisible(shown.more_new > 0)
        self.missed_heading.setVisible(count > 0)
        self.missed_heading.set_text(
            ngettext("Missed at least once", "Missed at least once, {n} questions", count).format(
                n=count
            )
        )
        empty(self.missed)
        for missed in shown.missed:
            card = MissedCard(self.theme, missed)
            card.again.connect(self._ask_one)
            self.missed.addWidget(card)
        self.verticalScrollBar().setValue(0)

    def scroll_by_key(self, key: Qt.Key) -> bool:
        """Scroll where `key` is an arrow or page key; False where it is none."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep() * 3,
            Qt.Key.Key_Down: bar.singleStep() * 3,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        bar.setValue(bar.value() + steps.get(key, 0))
        return key in steps

    def words(self) -> str:
        """What a screen reader is told."""
        return " ".join([self.heading.text() + ".", *self._said])

    def _ask_one(self, card: str) -> None:
        self.again.emit((card,))

    def _ask_all(self) -> None:
        self.again.emit(tuple(missed.card for missed in self._missed))


def _heading(shown: EndShown) -> str:
    if shown.early:
        return _("Paused")
    return _("Done") if shown.answered else _("Nothing to ask right now")


def end_lines(shown: EndShown) -> tuple[str, ...]:
    """The end in sentences."""
    lines = []
    if shown.answered:
        answered = ngettext(
            "One question answered in {time}.",
            "{n} questions answered in {time}.",
            shown.answered,
        ).format(n=shown.answered, time=seconds(shown.seconds))
        lines.append(f"{answered} {_right(shown)}")
    if shown.learned:
        lines.append(
            ngettext("One of them was new.", "{n} of them were new.", shown.learned).format(
                n=shown.learned
            )
        )
    if shown.left:
        lines.append(left(shown.left, early=shown.early))
    if shown.next_minutes:
        lines.append(
            _("A question you just learned comes back {when}.").format(
                when=due(shown.next_minutes, 0)
            )
        )
    if shown.next_day and not shown.left:
        lines.append(
            ngettext(
                "The next question is due {when}.",
                "The next {n} questions are due {when}.",
                shown.next_cards,
            ).format(n=shown.next_cards, when=next_time(shown.next_day, shown.today))
        )
    elif not shown.next_minutes and not shown.left:
        lines.append(_("Nothing is waiting to be asked again."))
    return tuple(lines)


def _right(shown: EndShown) -> str:
    """How many were right the last time they were asked, and how many were not at first."""
    if not shown.missed:
        return _("{right} right.").format(right=shown.right)
    missed = len(shown.missed)
    return _("{right} right in the end, {missed} missed at least once.").format(
        right=shown.right, missed=missed
    )
