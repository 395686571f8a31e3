"""The typed answers of a deck while it changes: which one a spelling is a slip away from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quizapp.content.question import Question
from quizapp.content.right_answer import typed_answers
from quizapp.content.rivals import Rivals


class OtherAnswers:
    """Every answer and accepted spelling of a deck's questions, counted.

    The index is made once; what changes afterwards is looked through beside it.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self._count = Counter(text for q in questions for text in typed_answers(q))
        self._rivals: Rivals | None = None
        self._late: set[str] = set()

    def prepare(self) -> None:
        """Make the index now, so that the first who asks does not wait."""
        self._index().near("prepared", 1, ())

    def change(self, old: Question | None, new: Question | None) -> None:
        """A question says something else."""
        before = typed_answers(old) if old is not None else ()
        after = typed_answers(new) if new is not None else ()
        if before == after:
            return
        self._count.subtract(before)
        self._count.update(after)
        self._late.update(after)

    def near(self, spelling: str, distance: int, question: Question) -> str | None:
        """An answer of another question at most `distance` slips from a spelling, or None.

        Args:
            spelling: accepted by a question.
            distance: in letters.
            question: whose own answers do not count.
        """
        own = Counter(typed_answers(question))
        for rivals in (self._index(), Rivals.of(self._late)):
            found = rivals.near(spelling, distance, own.keys())
            if found is not None and self._count[found] > own[found]:
                return found
        return None

    def _index(self) -> Rivals:
        if self._rivals is None:
            self._rivals = Rivals.of(text for text, count in self._count.items() if count > 0)
        return self._rivals
