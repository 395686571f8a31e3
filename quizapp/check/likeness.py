"""Which questions may ask one thing: those that share an answer, or name another's in the stem."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from quizapp.check.fields import right_answers
from quizapp.content.question import DateQuestion, Flashcard, Number, Question, TrueFalse

_WORD = re.compile(r"[^\W_]+")
_MOST = 24
"""Questions of one answer that are looked through; "true" and "1" are the answer of too many."""
_COMMON_WORDS = 40

Place: TypeAlias = int
Keys: TypeAlias = frozenset[str]


class Likeness:
    """The questions of a deck by what they answer and what they say.

    A question has a place, which is its order. Only the questions that share something rare are
    told as alike, so that ten thousand cost no hundred million comparisons.
    """

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._questions: dict[Place, Question] = {}
        self._keys: dict[Place, tuple[Keys, Keys]] = {}
        self._by_answer: defaultdict[str, set[Place]] = defaultdict(set)
        self._by_said: defaultdict[str, set[Place]] = defaultdict(set)
        for place, question in enumerate(questions):
            self.put(place, question)

    def put(self, place: Place, question: Question | None) -> None:
        """Set, exchange or take out the question at a place."""
        old = self._keys.pop(place, None)
        if old is not None:
            del self._questions[place]
            for key in old[0]:
                self._by_answer[key].discard(place)
            for key in old[1]:
                self._by_said[key].discard(place)
        if question is None:
            return
        answers = answers_of(question)
        said = frozenset(_words(question.prompt))
        self._questions[place] = question
        self._keys[place] = answers, said
        for key in answers:
            self._by_answer[key].add(place)
        for key in said:
            self._by_said[key].add(place)

    def at(self, place: Place) -> Question | None:
        """The question at a place."""
        return self._questions.get(place)

    def near(self, question: Question, before: Place | None = None) -> tuple[Question, ...]:
        """Questions that may repeat this one or answer it, in order.

        Args:
            question: one of these, or another.
            before: only questions at earlier places; None for all.
        """
        return tuple(self._questions[place] for place in self.places_near(question, before))

    def places_near(self, question: Question, before: Place | None = None) -> tuple[Place, ...]:
        """The places of those questions, in order."""
        answers, said = answers_of(question), frozenset(_words(question.prompt))
        found: Counter[Place] = Counter()
        for key in answers:
            self._share(self._by_answer.get(key), found, 2)
        if not answers:
            self._by_rare_words(said, found)
        for answer in answers:  # told in another's stem
            self._together(_words(answer), self._by_said, found)
        for key in self._runs(question.prompt):  # another's answer told in this stem
            self._share(self._by_answer.get(key), found, 1)
        return tuple(sorted(place for place in found if before is None or place < before))

    def _share(self, places: set[Place] | None, found: Counter[Place], weight: int) -> None:
        if places and len(places) <= _MOST:
            for place in places:
                found[place] += weight

    def _together(
        self, words: list[str], index: dict[str, set[Place]], found: Counter[Place]
    ) -> None:
        """The places where all of some words stand, where one of the words is rare."""
        sets = sorted((index.get(word, set()) for word in words), key=len)
        if sets and 0 < len(sets[0]) <= _COMMON_WORDS:
            self._share(set.intersection(*sets), found, 1)

    def _by_rare_words(self, said: Keys, found: Counter[Place]) -> None:
        """Statements that share at least three words few others have."""
        shared: Counter[Place] = Counter()
        for word in said:
            places = self._by_said.get(word, set())
            if 0 < len(places) <= _COMMON_WORDS:
                shared.update(places)
        for place, count in shared.items():
            if count >= 3 and not self._keys[place][0]:
                found[place] += 1

    def _runs(self, prompt: str) -> Iterable[str]:
        """The words of a prompt, and the runs of up to four, that are anybody's answer."""
        words = _words(prompt)
        for at in range(len(words)):
            for length in range(1, 5):
                run = " ".join(words[at : at + length])
                if run in self._by_answer:
                    yield run


def answers_of(question: Question) -> Keys:
    """What a question answers, folded to its words; () for a statement."""
    match question.body:
        case TrueFalse():
            return frozenset()
        case Number(answer=number):
            return frozenset({" ".join(_words(f"{number.normalize():f}"))})
        case DateQuestion(answer=day):
            return frozenset({" ".join(_words(str(day)))})
        case Flashcard(answer=answer):
            return frozenset({" ".join(_words(answer))}) if len(answer) < 80 else frozenset()
        case _:
            return frozenset(" ".join(_words(answer)) for answer in right_answers(question))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
