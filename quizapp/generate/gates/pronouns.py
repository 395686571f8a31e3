"""A question must stand by itself: no he, its or these without the name in the stem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizapp.content.question import Question
from quizapp.generate.candidate import Field, Finding, Mend
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates import nouns
from quizapp.generate.gates.asked import GAP, Asked, asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held, with_words_for
from quizapp.generate.gates.instead import likely_names
from quizapp.generate.gates.source_index import Named, SourceIndex, index_of
from quizapp.generate.gates.wording import HELPERS, LEADING, Word, stem, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_PERSONAL = row_of("he she him his her hers himself herself")
_NEUTRAL = row_of("it its itself")
_PLURAL = row_of("they them their theirs themselves")
_OURS = row_of("i we us our ours my me")
_WHO = row_of("who whose whom")
_WHICH = row_of("which what")
_POSSESSIVES = row_of("its their his her")
_PEOPLE = row_of("people men women children police troops staff crew members")
_BEFORE_CLAUSE = HELPERS | row_of("make made makes find found")
_SETTING = row_of("in at on by since after before during until with to")
_BE = row_of("is are was were be been has have will would had can may might must should")


@dataclass(frozen=True)
class _At:
    """A place in a stem: the word there, and all that may explain it."""

    text: str
    found: tuple[Word, ...]
    at: int
    names: tuple[Named, ...]
    asked: Asked
    index: SourceIndex

    @property
    def word(self) -> Word:
        return self.found[self.at]

    @property
    def before(self) -> tuple[Word, ...]:
        return self.found[: self.at]

    @property
    def after(self) -> str:
        """The next word, in lower case."""
        return self.found[self.at + 1].low if self.at + 1 < len(self.found) else ""

    @property
    def last(self) -> str:
        """The word before, in lower case."""
        return self.found[self.at - 1].low if self.at else ""

    @property
    def names_before(self) -> tuple[Named, ...]:
        """The names before the word; a question word that opens the stem is none."""
        return tuple(n for n in self.names if n.end <= self.word.start and (n.start or n.entity))

    @property
    def gap_before(self) -> bool:
        return any(word.text.startswith(GAP[:3]) for word in self.before)


def self_contained(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G3: no pronoun or possessive without its name in the stem."""
    asked, index = asked_of(question), index_of(ground)
    for word in _hanging(unquoted(asked.stem), asked, index):
        mends = _names_instead(question, word, index)
        yield held("self-contained", "pronoun", Field.PROMPT, *mends, word=word.text)
        return


def _hanging(text: str, asked: Asked, index: SourceIndex) -> Iterator[Word]:
    found = words(text)
    names: tuple[Named, ...] | None = None
    for at, word in enumerate(found):
        explained = _EXPLAINED.get(word.low)
        if explained is None or (word.is_name and at and word.low != "i"):
            continue
        names = index.names(text) if names is None else names
        if not explained(_At(text, found, at, names, asked, index)):
            yield word


def _person_told(place: _At) -> bool:
    if place.gap_before or _ahead(place):
        return True
    if any(word.low in _WHO or _is_person(word.low) for word in place.before):
        return True
    kinds = [place.index.kinds(name.text) for name in place.names_before]
    return any(not each or EntityKind.PERSON in each for each in kinds)


def _is_person(low: str) -> bool:
    bare = low.removesuffix("s")
    return bare in nouns.PERSON or bare in {"person", "member"}


def _thing_told(place: _At) -> bool:
    return _noun_told(place) or _ahead(place) or (place.word.low == "it" and _is_empty(place))


def _noun_told(place: _At) -> bool:
    if place.names_before or place.gap_before:
        return True
    lows = [word.low for word in place.before]
    asks_noun = any(one in _WHICH and other not in HELPERS for one, other in pairwise(lows))
    return asks_noun or any(low in LEADING for low in lows[:-1])


def _several_told(place: _At) -> bool:
    if _noun_told(place) or _ahead(place):
        return True
    return any(
        word.low in _PEOPLE | _WHO
        or (len(word.low) > 4 and word.low.endswith("s") and stem(word.low) != word.low)
        for word in place.before
    )


def _ahead(place: _At) -> bool:
    """Whether the name follows as the subject: "with which of its neighbours does Kosovo …"."""
    if place.word.low not in _POSSESSIVES or place.last not in {"of", "for", "with", "in"}:
        return False
    following = place.found[place.at + 1 :]
    return any(
        one.low in HELPERS and (other.is_name or other.low == "the")
        for one, other in pairwise(following)
    )


def _is_empty(place: _At) -> bool:
    """Whether "it" stands for what follows: "is it true that", "did it take to", "it is"."""
    if place.after in {"is", "was", "takes", "took", "take"}:
        return True
    later = {word.low for word in place.found[place.at + 1 :]}
    return place.last in _BEFORE_CLAUSE and bool({"that", "to", "for"} & later)


def _nobody(place: _At) -> bool:
    """Whether it is no pronoun at all: "the US", "Artemis I"."""
    numeral = place.word.text == "I" and place.before and place.before[-1].is_name
    return place.word.text == "US" or bool(numeral)


def _owned_told(place: _At) -> bool:
    """Whether "its own" goes on to say its own what."""
    of_its_own = place.at > 1 and place.found[place.at - 2].low in {"of", "on"}
    return of_its_own or bool(place.after and place.after not in HELPERS | _SETTING)


def _such_told(place: _At) -> bool:
    return place.after not in {"a", "an"} or place.last in {"as", "no"}


_RELATIVE = row_of("who that which of in with from whose")
_PERIODS = row_of("week weekend month year")


def _pointed_told(place: _At) -> bool:
    if place.asked.shows_options or place.last == "of":
        return True
    if place.word.low == "those" and place.after in _RELATIVE:
        return True
    if place.word.low == "this" and place.after in _PERIODS:
        return True
    return any(stem(word.low) == stem(place.after) for word in place.before)


def _shortened_told(place: _At) -> bool:
    """Whether "the former" goes on to say whom it means."""
    if place.word.low == "latter" and place.last == "the":
        return len(place.names_before) > 1
    return place.last != "the" or not (place.after in HELPERS | _SETTING or not place.after)


def _place_told(place: _At) -> bool:
    if place.names_before or place.gap_before or place.after in _BE or place.last in _BE:
        return True
    return any(word.low in {"where", *_WHICH} for word in place.before)


_EXPLAINED: dict[str, Callable[[_At], bool]] = {
    **dict.fromkeys(_PERSONAL, _person_told),
    **dict.fromkeys(_NEUTRAL, _thing_told),
    **dict.fromkeys(_PLURAL, _several_told),
    **dict.fromkeys(_OURS, _nobody),
    **dict.fromkeys(("this", "these", "those"), _pointed_told),
    **dict.fromkeys(("former", "latter"), _shortened_told),
    "such": _such_told,
    "own": _owned_told,
    "there": _place_told,
}
"""Words that stand for another, and whether the stem tells which."""


def _names_instead(question: Question, word: Word, index: SourceIndex) -> Iterator[Mend | None]:
    kinds = frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION})
    if word.low in _PERSONAL:
        kinds = frozenset({EntityKind.PERSON})
    elif word.low not in _NEUTRAL:
        return
    owned = word.low in {"its", "his"} or (word.low == "her" and _owns(question.prompt))
    for name in likely_names(question, kinds, index):
        new = f"{name}’s" if owned else name
        yield with_words_for(question, "name-instead", f" {word.text} ", f" {new} ")


def _owns(prompt: str) -> bool:
    after = re.search(r"\bher (\w+)", prompt)
    return after is not None and after.group(1).lower() not in HELPERS | _SETTING
