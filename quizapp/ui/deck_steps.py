"""What is asked of the student on the way to a deck: ids, a copy of her own, taking files in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from quizapp.schedule.store import DeckEntry
from quizapp.study.library import Begin
from quizapp.study.rooms import Rooms
from quizapp.ui.guard import Guard
from quizapp.ui.theme import Theme
from quizapp.words import _, ngettext


class DeckSteps:
    """Begins decks and takes files in, asking where a file would be written.

    Args:
        parent: over which questions are asked.
    """

    def __init__(self, parent: QWidget, theme: Theme, rooms: Rooms, guard: Guard) -> None:
        self._parent = parent
        self._theme = theme
        self._rooms = rooms
        self._guard = guard

    def begin(self, deck_id: str) -> bool:
        """Put a deck into the plan; whether it is there now."""
        done = self._guard.do(self._rooms.library.begin, deck_id)
        if done == Begin.NEEDS_COPY:
            return self._copied(deck_id) and self._given_ids(deck_id)
        if done == Begin.NEEDS_IDS:
            return self._may_give_ids() and self._given_ids(deck_id)
        if done == Begin.EMPTY:
            self._guard.say(_("There is no question in this deck that can be asked yet."))
        return done == Begin.BEGUN

    def take_in(self, paths: Sequence[Path]) -> list[DeckEntry]:
        """Copy decks into the user's own folder; those that were taken in.

        Where questions have no ids the student is asked whether they are to be given some.
        """
        found = [self._guard.do(self._rooms.library.take_in, path) for path in paths]
        taken = [entry for entry in found if entry is not None]
        if taken:
            words = ngettext("{n} deck was added.", "{n} decks were added.", len(taken))
            said = [words.format(n=len(taken))]
            said += [self._gave_ids(entry) for entry in taken if entry.without_id]
            self._guard.say(" ".join(said))
        return taken

    def _gave_ids(self, entry: DeckEntry) -> str:
        """Offer ids to a deck that was just copied; what came of it, in words."""
        may = self._ask(
            _("Give its questions ids?"),
            _(
                "“{deck}” was copied into your own folder; the file it came from stays as it is."
                " Its questions have no ids yet. What you learn hangs on them, so that the deck"
                " can be edited later without losing anything. One short line is written into"
                " each question of the copy; nothing else in it changes."
            ).format(deck=entry.title or entry.path.name),
            _("Give ids"),
            _("Not now"),
        )
        given = self._guard.do(self._rooms.library.give_ids, entry.id) if may else None
        if given is None:
            return _("Its questions are given ids when you begin it.")
        return ngettext(
            "{n} question was given an id.", "{n} questions were given ids.", given
        ).format(n=given)

    def _given_ids(self, deck_id: str) -> bool:
        if self._guard.do(self._rooms.library.give_ids, deck_id) is None:
            return False
        return self._guard.do(self._rooms.library.begin, deck_id) == Begin.BEGUN

    def _may_give_ids(self) -> bool:
        return self._ask(
            _("Give its questions ids?"),
            _(
                "This deck's questions have no ids yet. What you learn hangs on them, so that"
                " the deck can be edited later without losing anything. One short line is"
                " written into each question; nothing else in the file changes."
            ),
            _("Give ids and begin"),
        )

    def _copied(self, deck_id: str) -> bool:
        line = self._rooms.library.line(deck_id)
        if line is None or not self._ask(
            _("Make a copy of your own?"),
            _(
                "This deck's questions have no ids yet, and its file cannot be written."
                " A copy in your own folder can be given them; the file stays as it is."
            ),
            _("Copy and begin"),
        ):
            return False
        return self._guard.do(self._rooms.library.take_in, line.entry.path) is not None

    def _ask(self, title: str, text: str, yes: str, no: str = "") -> bool:
        from quizapp.ui.confirm import ask

        return ask(self._parent, self._theme, title, text, yes, no)
