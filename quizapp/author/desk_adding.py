"""Finished questions made ready for a desk in another thread, so that adding is a moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from quizapp.author.desk_entry import Entry
from quizapp.author.desk_lines import Lines
from quizapp.author.desk_state import NewId, free
from quizapp.author.told import Line
from quizapp.content.question import Question

_STEP = 100
"""Questions after which is told how far it is."""


class DeckAdding:
    """Questions on their way to a desk; `quizapp.author.door.Adding`.

    Attributes:
        entries: of the questions, by key; nothing until it has run, or where it was stopped.
        lines: of the list, by the same keys.
        words: of which the lines are made, for the desk to keep.
        after: key of the question behind which they go, "" for the end.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        after: str,
        place: int,
        taken: Collection[str],
        new_id: NewId,
    ) -> None:
        self.entries: dict[str, Entry] = {}
        self.lines: dict[str, Line] = {}
        self.words = Lines()
        self.after = after
        self._questions = questions
        self._place = place
        self._taken = set(taken)
        self._new_id = new_id

    def run(
        self,
        progress: Callable[[float], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        """Give each an id and a line.

        Args:
            progress: told how much is done, from 0 to 1.
            stopped: asked whether to leave it.
        """
        made: dict[str, Entry] = {}
        lines: dict[str, Line] = {}
        for at, question in enumerate(self._questions):
            if at % _STEP == 0:
                if stopped is not None and stopped():
                    return
                if progress is not None:
                    progress(at / len(self._questions))
            key = question.id
            if not key or key in self._taken:
                key = free(self._new_id, self._taken)
            self._taken.add(key)
            entry = made[key] = Entry(made=replace(question, id=key, line=0))
            number = self._place + at + 1
            lines[key] = self.words.line(key, entry, number, (), aged=False)
        self.entries, self.lines = made, lines
