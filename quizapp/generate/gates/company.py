"""The other questions of a deck, made quick to ask which of them a question repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.content.question import Question
from quizapp.generate.entity import folded
from quizapp.generate.gates.asked import Asked, asked_of
from quizapp.generate.gates.wording import words

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Keys:
    """By what a question may be known to repeat another.

    Attributes:
        answers: folded; none for a statement.
        runs: of the words of its stem, folded.
    """

    answers: frozenset[str]
    runs: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> Keys:
        """Those of any question."""
        asked = asked_of(question)
        return cls(frozenset(map(folded, asked.answers)), _runs(asked.stem))

    def meet(self, other: Keys) -> bool:
        """Whether one question may repeat the other, as `Company.near` says; both ways alike."""
        if not self.answers and not other.answers:
            return True
        return not (
            self.answers.isdisjoint(other.answers)
            and self.answers.isdisjoint(other.runs)
            and self.runs.isdisjoint(other.answers)
        )


@dataclass(frozen=True)
class Company:
    """Questions on the table with the one that is judged, in the deck's order.

    The judged one may be among them: then only those before it count, so that of two questions
    that repeat one another the later is named. Else all of them count.
    """

    questions: tuple[Question, ...] = ()

    @classmethod
    def of(cls, questions: Iterable[Question]) -> Company:
        """The company that a deck's questions are to each other."""
        return cls(tuple(questions))

    def near(self, question: Question) -> Iterator[tuple[Question, Asked]]:
        """Questions before this one that may repeat it, give its answer away, or ask it back.

        They have an answer in common, or one has an answer that stands in the other's stem.
        """
        if not self.questions:
            return
        own = asked_of(question)
        last = self._place(question)
        answers = {folded(answer) for answer in own.answers}
        near = {n for key in answers for n in self._by_answer.get(key, ())}
        near |= {n for key in answers for n in self._by_words.get(key, ())}
        near |= {n for key in _runs(own.stem) for n in self._by_answer.get(key, ())}
        if not own.answers:
            near |= set(self._statements)
        for n in sorted(n for n in near if n < last):
            if self.questions[n] != question:
                yield self.questions[n], asked_of(self.questions[n])

    def _place(self, question: Question) -> int:
        if question.id is None:
            return len(self.questions)
        return self._places.get(question.id, len(self.questions))

    @cached_property
    def _places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for n, question in enumerate(self.questions):
            if question.id is not None:
                places.setdefault(question.id, n)
        return places

    @cached_property
    def _by_answer(self) -> dict[str, tuple[int, ...]]:
        return _index((folded(a) for a in asked_of(q).answers) for q in self.questions)

    @cached_property
    def _by_words(self) -> dict[str, tuple[int, ...]]:
        return _index(_runs(asked_of(q).stem) for q in self.questions)

    @cached_property
    def _statements(self) -> tuple[int, ...]:
        return tuple(n for n, q in enumerate(self.questions) if not asked_of(q).answers)


def _index(keys: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(keys):
        for key in set(found):
            index[key].append(n)
    return {key: tuple(places) for key, places in index.items()}


@lru_cache(maxsize=4096)
def _runs(stem: str) -> frozenset[str]:
    """The names and numbers of a stem, and the runs of words that begin with one, folded."""
    found = words(stem)
    return frozenset(
        folded(stem[word.start : last.end])
        for at, word in enumerate(found)
        if word.is_name or word.text[0].isdigit()
        for last in found[at : at + _LONGEST]
        if last.is_name or last.text[-1].isdigit()
    )


ALONE = Company()
"""The company of a question that stands by itself."""
