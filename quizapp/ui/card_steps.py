"""What a deck's page and Library do to what is in the plan: each step, then what is shown anew."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.study.rooms import Rooms
from quizapp.ui.guard import Guard
from quizapp.words import _


class CardSteps:
    """Carries steps out on cards, spellings and decks.

    Args:
        shown_anew: called after each, so that the page shows what came of it.
    """

    def __init__(self, rooms: Rooms, guard: Guard, shown_anew: Callable[[], None]) -> None:
        self._rooms = rooms
        self._guard = guard
        self._shown_anew = shown_anew

    def leave_out(self, deck_id: str) -> None:
        """Take a deck out of the plan."""
        done = self._guard.do(self._left_out, deck_id)
        self._shown_anew()
        if done:
            self._guard.say(_("Out of the plan. What you learned of it is kept."))

    def take_back(self, card: str) -> None:
        """Ask a card again that was set aside."""
        self._guard.do(self._rooms.library.take_back, card)
        self._shown_anew()

    def start_over(self, card: str) -> None:
        """Ask a card as if it were new."""
        self._guard.do(self._rooms.library.start_over, card)
        self._shown_anew()

    def unflag(self, card: str) -> None:
        """Take a flag away."""
        self._guard.do(self._rooms.library.unflag, card)
        self._shown_anew()

    def forget_spelling(self, question: str, spelling: str) -> None:
        """Take a spelling for right no longer."""
        self._guard.do(self._rooms.library.forget_spelling, question, spelling)
        self._shown_anew()

    def _left_out(self, deck_id: str) -> bool:
        self._rooms.library.set_aside(deck_id)
        return True
