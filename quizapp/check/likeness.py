"""Which questions may ask one thing, or answer one another: an index, so that few are compared."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern
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
Places: TypeAlias = "array[int]"
"""Numbers side by side: a set of them would take ten times the room."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question as it is kept; one word is one string in all entries, and no set is kept.

    Attributes:
        answers: folded to words; none for a statement.
        answered: the roots of the longer words of its answers.
        said: the roots of the longer words of its stem.
    """

    question: Question
    answers: tuple[str, ...]
    answered: tuple[str, ...]
    said: tuple[str, ...]


class _Asked:
    """A question as it is compared with those that are kept."""

    def __init__(self, entry: _Entry) -> None:
        self.answers = entry.answers
        self.answered = frozenset(entry.answered)
        self.said = frozenset(entry.said)
        self.words = _words_of_stem(entry.question)


class Likeness:
    """The questions of a deck by what they answer and what they say.

    A question has a place, which is its order.
    """

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._entries: dict[Place, _Entry] = {}
        self._by_answer: dict[str, Places] = {}
        self._by_said: dict[str, Places] = {}
        self._first_words: defaultdict[str, int] = defaultdict(int)
        for place, question in enumerate(questions):
            self.put(place, question)

    def put(self, place: Place, question: Question | None) -> None:
        """Set, exchange or take out the question at a place."""
        old = self._entries.pop(place, None)
        if old is not None:
            for key in old.answers:
                self._by_answer[key].remove(place)
                self._first_words[key.partition(" ")[0]] -= 1
            for key in old.said:
                self._by_said[key].remove(place)
        if question is None:
            return
        entry = self._entries[place] = _entry(question)
        for key in entry.answers:
            _add(self._by_answer, key, place)
            self._first_words[key.partition(" ")[0]] += 1
        for key in entry.said:
            _add(self._by_said, key, place)

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
        kept = known is not None and known.question is question
        own = _Asked(known if known is not None and kept else _entry(question))
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

    def _sharing(self, own: _Asked) -> Iterator[Places]:
        """Places that share an answer with it, or name one in a stem."""
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


def _add(index: dict[str, Places], key: str, place: Place) -> None:
    places = index.get(key)
    if places is None:
        places = index[key] = array("I")
    places.append(place)


def _entry(question: Question) -> _Entry:
    answers = _answers(question)
    answered = roots(word for answer in answers for word in answer.split())
    said = roots(word for word in _words_of_stem(question) if word not in _ASKING)
    kept = (tuple(map(intern, each)) for each in (answers, answered, said))
    return _Entry(question, *kept)


def _words_of_stem(question: Question) -> list[str]:
    prompt = question.prompt
    return _words(_GAP.sub(" ", prompt) if isinstance(question.body, Cloze) else prompt)


def _akin(own: _Asked, telling: frozenset[str], other: _Entry) -> bool:
    """Whether two stems have half of the shorter one's telling words in common.

    Answers do not count, nor words that hundreds of questions have.
    """
    shared = len(telling.intersection(other.said))
    if not shared:
        return False
    mine = len(telling) - len(telling.intersection(other.answered))
    theirs = len(other.said) - len(own.answered.intersection(other.said))
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
