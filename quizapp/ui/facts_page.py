"""Facts to check: questions of one's own decks that may no longer be true, one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.author.standing import OldFact
from quizapp.ui.controls import Body, Caption, Card, Heading, Page
from quizapp.ui.flow import Flow
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _
from quizapp.words.ageing import since_words, why_old

_WIDE = 100  # characters across the column
_LEAST = 112  # pixels of the list


class FactsPage(Page):
    """The list, and at its foot what can be done with the chosen fact.

    Signals:
        left: the author wants to go back.
        step: "confirm", "change" or "retire", and the `OldFact`.
    """

    left = Signal()
    step = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=_WIDE)
        self._facts: dict[str, OldFact] = {}
        self.column.setSpacing(16)
        back = WrappingLink(theme, _("Back"))
        back.setObjectName("back")
        back.clicked.connect(self.left)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Heading(theme, _("Facts to check")))
        self.column.addWidget(
            Body(
                theme,
                _(
                    "These were true when they were written, and may have changed since. Look"
                    " each up: say that it still holds, change it, or take it out."
                ),
            )
        )
        self.list = LinesView(
            theme,
            _("Facts to check"),
            _("No fact is old. They would be listed here, in decks of your own."),
        )
        self.list.setMinimumHeight(_LEAST)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._change)
        self.column.addWidget(on_a_card(theme, self.list), 1)
        self._foot = Card(theme)
        self._prompt, self._answer = Body(theme), Caption(theme)
        self._foot.column.addWidget(self._prompt)
        self._foot.column.addWidget(self._answer)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        self.buttons: dict[str, WrappingQuiet] = {}
        for name, words in (
            ("confirm", _("It still holds")),
            ("change", _("Change it")),
            ("retire", _("Take it out")),
        ):
            button = WrappingQuiet(theme, words)
            button.setObjectName(name)
            button.clicked.connect(self._step)
            self.buttons[name] = button
            flow.addWidget(button)
        self._foot.column.addWidget(buttons)
        self.column.addWidget(self._foot)
        self._show("")

    def show_facts(self, facts: Sequence[OldFact]) -> None:
        """Show the facts; the chosen one stays chosen, or the one that took its place."""
        row = self.list.currentIndex().row()
        self._facts = {f"{fact.path} {fact.fact.question}": fact for fact in facts}
        self.list.show_lines([_line(key, fact) for key, fact in self._facts.items()])
        if self.list.key not in self._facts and facts:
            keys = list(self._facts)
            self.list.choose(keys[min(max(0, row), len(keys) - 1)])
        self._show(self.list.key)

    @property
    def chosen(self) -> OldFact | None:
        """The fact at hand."""
        return self._facts.get(self.list.key)

    def focus_first(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, key: str) -> None:
        fact = self._facts.get(key)
        self._foot.setVisible(fact is not None)
        if fact is not None:
            self._prompt.set_text(fact.prompt)
            self._answer.set_text(_("Answer: {answer}").format(answer=fact.answer))

    def _step(self) -> None:
        if self.chosen is not None:
            self.step.emit(self.sender().objectName(), self.chosen)

    def _change(self) -> None:
        if self.chosen is not None:
            self.step.emit("change", self.chosen)


def _line(key: str, fact: OldFact) -> Line:
    old = since_words(fact.fact.as_of, fact.fact.since)
    why = why_old(fact.fact.why.value, fact.fact.since)
    under = (
        (f"{old}: {why}", Role.ATTENTION),
        (f"{fact.answer} · {fact.deck_title}", Role.MUTED),
    )
    return Line(key, fact.prompt, under)
