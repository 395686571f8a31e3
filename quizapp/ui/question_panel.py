"""One question to be read: what is right, why, what it rests on, and how well it is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.study.question_detail import CardStanding, QuestionDetail
from quizapp.ui.controls import Body, Caption, Card
from quizapp.ui.evidence_card import EvidenceCard
from quizapp.ui.flow import Flow, empty
from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import _, ngettext
from quizapp.words.days import next_time


class QuestionPanel(Card):
    """The details of a question, read-only.

    Signals:
        back: the student wants the list again.
        edit: she wants to write in this question.
    """

    back = Signal()
    edit = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(16)
        self.back_link = WrappingLink(theme, _("Back to the list"))
        self.back_link.setObjectName("list")
        self.back_link.clicked.connect(self.back)
        write = WrappingLink(theme, _("Edit this question"))
        write.setObjectName("edit question")
        write.clicked.connect(self.edit)
        links = QWidget()
        flow = Flow(links, gap=16)
        flow.addWidget(self.back_link)
        flow.addWidget(write)
        self.evidence = EvidenceCard(theme, keyed=False)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for layout in (self._above, self._below):
            layout.setSpacing(16)
        self.column.addWidget(links)
        self.column.addLayout(self._above)
        self.column.addWidget(self.evidence)
        self.column.addLayout(self._below)

    def show_question(self, shown: QuestionDetail) -> None:
        """Show a question in place of the one before."""
        empty(self._above)
        empty(self._below)
        theme = self._theme
        if shown.markdown:
            self._above.addWidget(_rendered(theme, Size.ANSWER, shown.prompt, _("Prompt")))
            self._above.addWidget(_rendered(theme, Size.BODY, shown.answer, _("Answer")))
        else:
            self._above.addWidget(TextLabel(theme, Size.ANSWER, shown.prompt, strong=True))
            self._add(self._above, _("Answer"), shown.answer)
        self._add(self._above, _("Also right"), ", ".join(shown.accepted))
        self._add(self._above, _("Accepted by you"), ", ".join(shown.own))
        self._add(self._above, _("Explanation"), shown.explanation)
        self.evidence.show_evidence(shown.evidence)
        for card in shown.cards:
            told = self._add(self._below, _about(card), standing(card, shown.today))
            if told is not None:
                told.setToolTip(
                    _(
                        "Memory strength is also called stability: after so many days"
                        " you would still know it with a chance of 90 %."
                    )
                )
            if card.flag is not None:
                reason = card.flag or _("no reason given")
                self._add(self._below, _("Flagged"), reason, Role.ATTENTION)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _add(
        self, layout: QVBoxLayout, name: str, words: str, role: Role = Role.TEXT
    ) -> Body | None:
        if not words:
            return None
        group = QVBoxLayout()
        group.setSpacing(2)
        group.addWidget(Caption(self._theme, name))
        said = Body(self._theme, words)
        said.set_role(role)
        group.addWidget(said)
        layout.addLayout(group)
        return said


def _rendered(theme: Theme, size: Size, text: str, name: str) -> MarkdownView:
    view = MarkdownView(theme, size)
    view.setAccessibleName(name)
    view.set_markdown(text)
    return view


def standing(card: CardStanding, today: int) -> str:
    """When a card is due and how strong the memory is: "Due tomorrow · memory strength 9 days"."""
    if card.set_aside:
        when = _("Set aside, so it is not asked")
    elif card.new:
        return _("New: not asked yet")
    else:
        when = _("Due {day}").format(day=next_time(card.due_day, today))
    if card.new:
        return when
    days = round(card.strength)
    if days < 1:
        strength = _("memory strength under one day")
    else:
        strength = ngettext("memory strength {n} day", "memory strength {n} days", days).format(
            n=days
        )
    return f"{when} · {strength}"


def _about(card: CardStanding) -> str:
    if card.reverse:
        return _("Asked the other way round")
    return _("The gap “{words}”").format(words=card.part) if card.part else _("In your memory")
