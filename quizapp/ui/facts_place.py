"""Facts to check as a place of the window: the list, and what the author says of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.ui.article_work import ArticleWork, plainly
from quizapp.words import _

if TYPE_CHECKING:
    from quizapp.author.door import Desk
    from quizapp.author.standing import OldFact
    from quizapp.author.told import Changed
    from quizapp.ui.deck_health import DeckHealth
    from quizapp.ui.editor_door import EditorRooms
    from quizapp.ui.facts_page import FactsPage
    from quizapp.ui.guard import Guard
    from quizapp.ui.theme import Theme
    from quizapp.ui.window import Window

NAME = "facts"


class FactsPlace(QObject):
    """Shows the page and has the decks written.

    Args:
        health: knows which facts are old.

    Signals:
        left: the author goes back to where she came from; the name of that page.
        change: ids of the deck and the question that is to be changed.
        saved: a deck was written.
    """

    left = Signal(str)
    change = Signal(str, str)
    saved = Signal()

    def __init__(
        self, window: Window, theme: Theme, rooms: EditorRooms, guard: Guard, health: DeckHealth
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._rooms = rooms
        self._guard = guard
        self._health = health
        self._work = ArticleWork(self)
        self._page: FactsPage | None = None
        self._from = "today"
        health.known.connect(self._fill)

    def open(self) -> None:
        """Show the list."""
        page = self._made()
        self._fill()
        if self._window.page in {"today", "library"}:
            self._from = self._window.page
        self._window.show_page(NAME, self._from)
        page.focus_first()

    def _fill(self) -> None:
        if self._page is not None:
            self._page.show_facts(self._health.old)

    def _step(self, name: str, fact: OldFact) -> None:
        if self._work.busy:
            return
        if name == "change":
            self.change.emit(fact.deck, fact.fact.question)
        elif name == "confirm":
            self._confirm(fact)
        else:
            from quizapp.ui.confirm import Confirm

            dialog = Confirm(
                self._theme,
                self._window,
                _("Take this question out?"),
                _(
                    "It goes out of its deck and is asked no more. What was learned of it is kept"
                    " and comes back with it, should you put it in again."
                ),
                _("Take it out"),
                careful=True,
            )
            dialog.accepted.connect(partial(self._retire, fact))
            dialog.open()

    def _confirm(self, fact: OldFact) -> None:
        today = date.fromordinal(self._rooms.day())

        def confirm(desk: Desk) -> Changed:
            return desk.confirm(fact.fact.question, today)

        self._write(fact, confirm, _("Noted: it still holds as of today."))

    def _retire(self, fact: OldFact) -> None:
        def retire(desk: Desk) -> Changed:
            return desk.delete((fact.fact.question,))

        self._write(fact, retire, _("It was taken out of “{deck}”.").format(deck=fact.deck_title))

    def _write(self, fact: OldFact, step: Callable[[Desk], Changed], said: str) -> None:
        def write() -> None:
            desk = self._rooms.editor().open(fact.path)
            if fact.fact.question in desk.keys:
                step(desk)
            saving = desk.begin_save()
            if saving is not None:
                saving.run()
                saved = desk.end_save(saving)
                if saved.error is not None:
                    raise saved.error

        self._work.begin(
            partial(plainly, write), partial(self._was_written, said), self._guard.tell
        )

    def _was_written(self, said: str, _outcome: object) -> None:
        self._guard.say(said)
        self._health.look_now()
        self.saved.emit()

    def _leave(self) -> None:
        self.left.emit(self._from)

    def _made(self) -> FactsPage:
        if self._page is None:
            from quizapp.ui.facts_page import FactsPage

            self._page = page = FactsPage(self._theme)
            page.left.connect(self._leave)
            page.step.connect(self._step)
            self._window.add_page(NAME, page)
        return self._page
