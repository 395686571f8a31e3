"""Which questions may ask one thing, or answer one another: an index, so that few are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.check.fields import right_answers
from quizapp.content.question import Cloze, DateQuestion, Flashcard, Number, Question, TrueFalse

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ROOT = 5
"""Letters by which two forms of a word are one."""
_LONGEST = 4
"""Words of an answer that is looked for in another's stem."""
_CROWD = 200
"""Questions with one answer; where more have it, as "1" or "yes", it says nothing."""
_RARE = 40
_ASKING = frozenset(
    {
        *("what", "which", "where", "when", "whom", "whose"),
        *("does", "were", "have", "that", "with", "from"),
    }
)
"""Words of more than three letters that any question may have."""
_LONG_ANSWER = 80

Place: TypeAlias = int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question as it is compared.

    Attributes:
        answers: folded to words; none for a statement.
        answered: the roots of the longer words of its answers.
        said: the roots of the longer words of its stem.
        words: of its stem.
    """

    question: Question
    answers: frozenset[str]
    answered: frozenset[str]
    said: frozenset[str]
    words: tuple[str, ...]


class Likeness:
    """The questions of a deck by what they answer and what they say.

    A question has a place, which is its order.
    """

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._entries: dict[Place, _Entry] = {}
        self._by_answer: defaultdict[str, set[Place]] = defaultdict(set)
        self._by_said: defaultdict[str, set[Place]] = defaultdict(set)
        self._first_words: defaultdict[str, int] = defaultdict(int)
        for place, question in enumerate(questions):
            self.put(place, question)

    def put(self, place: Place, question: Question | None) -> None:
        """Set, exchange or take out the question at a place."""
        old = self._entries.pop(place, None)
        if old is not None:
            for key in old.answers:
                self._by_answer[key].discard(place)
                self._first_words[key.partition(" ")[0]] -= 1
            for key in old.said:
                self._by_said[key].discard(place)
        if question is None:
            return
        entry = self._entries[place] = _entry(question)
        for key in entry.answers:
            self._by_answer[key].add(place)
            self._first_words[key.partition(" ")[0]] += 1
        for key in entry.said:
            self._by_said[key].add(place)

    def at(self, place: Place) -> Question | None:
        """The question at a place."""
        entry = self._entries.get(place)
        return entry.question if entry is not None else None

    def near(self, question: Question, before: Place | None = None) -> tuple[Question, ...]:
        """Questions that may repeat this one or answer it, in order.

        Args:
            question: one of these, or another.
            before: only questions at earlier places; None for all.
        """
        places = self.places_near(question, before)
        return tuple(self._entries[place].question for place in places)

    def places_near(self, question: Question, before: Place | None = None) -> tuple[Place, ...]:
        """The places of those questions, in order."""
        known = self._entries.get(before) if before is not None else None
        own = known if known is not None and known.question is question else _entry(question)
        telling = frozenset(w for w in own.said if len(self._by_said.get(w, ())) <= _CROWD)
        telling = telling or own.said
        found = {
            place
            for places in self._sharing(own)
            if len(places) <= _CROWD
            for place in places
            if (before is None or place < before) and _akin(own, telling, self._entries[place])
        }
        return tuple(sorted(found))

    def _sharing(self, own: _Entry) -> Iterator[set[Place]]:
        """Sets of places that share an answer with it, or name one in a stem."""
        for answer in own.answers:
            if answer in self._by_answer:
                yield self._by_answer[answer]
            told = [self._by_said[root] for root in roots(answer.split()) if root in self._by_said]
            if told:
                rarest = min(told, key=len)
                if len(rarest) <= _RARE:
                    yield rarest
        for at, word in enumerate(own.words):
            if self._first_words.get(word):
                for length in range(1, _LONGEST + 1):
                    run = " ".join(own.words[at : at + length])
                    if run in self._by_answer:
                        yield self._by_answer[run]
        if not own.answers:
            rare = (self._by_said[root] for root in own.said if root in self._by_said)
            yield from (places for places in rare if len(places) <= _RARE)


def _entry(question: Question) -> _Entry:
    prompt = question.prompt
    if isinstance(question.body, Cloze):
        prompt = _GAP.sub(" ", prompt)
    words = tuple(_words(prompt))
    answers = _answers(question)
    answered = roots(word for answer in answers for word in answer.split())
    said = roots(word for word in words if word not in _ASKING)
    return _Entry(question, answers, answered, said, words)


def _akin(own: _Entry, telling: frozenset[str], other: _Entry) -> bool:
    """Whether two stems have half of the shorter one's telling words in common.

    Answers do not count, nor words that hundreds of questions have.
    """
    shared = len(telling & other.said)
    if not shared:
        return False
    mine, theirs = len(telling - other.answered), len(other.said - own.answered)
    return 2 * shared >= min(mine, theirs)


def _answers(question: Question) -> frozenset[str]:
    """What a question answers, folded to its words; none for a statement."""
    match question.body:
        case TrueFalse():
            return frozenset()
        case Number(answer=number):
            return frozenset({" ".join(_words(f"{number:f}"))})
        case DateQuestion(answer=day):
            return frozenset({" ".join(_words(str(day)))})
        case Flashcard(answer=answer) if len(answer) > _LONG_ANSWER:
            return frozenset()
        case _:
            return frozenset(" ".join(_words(answer)) for answer in right_answers(question))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def roots(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words that have more than three letters, by which forms are one."""
    return frozenset(word[:_ROOT] for word in words if len(word) > 3)
