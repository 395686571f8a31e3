"""Wrong options that a deck's other answers offer, and other spellings of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from quizapp.author.fields import Fields
from quizapp.check.fields import right_answers, wrong_options
from quizapp.content.date_text import read_dates
from quizapp.content.deck import Deck
from quizapp.content.folding import normalise, words
from quizapp.content.mark import Typed
from quizapp.content.marking import mark
from quizapp.content.numerals import read_number
from quizapp.content.question import Form, Kind, ListQuestion, Match, Question, Short
from quizapp.content.same_value import same_value
from quizapp.generate.language.world import How, world

MOST = 6
"""So many are offered at a time."""
_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither|any) of (?:the|these|them)\b|\bdon'?t know\b", re.IGNORECASE
)
_ASKS = re.compile(r"\b(who|whom|whose|where|when|why|how|which|what)\b(?:\s+([^\W\d_]+))?")
_LITTLE = frozenset(
    re.findall(
        r"\w+",
        "a an the of in on at to for from by with and or is are was were be been has have had do"
        " does did it its this that which what who whom whose when where why how",
    )
)
_TITLE = re.compile(
    r"^(?:president|prime minister|minister|secretary(?:-general)?|king|queen|pope|general|sir"
    r"|dr\.?|mrs?\.?|ms\.?|professor|prof\.?)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_IN_BRACKETS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_PARTICLES = frozenset(
    re.findall(r"\w+", "van von de da di der den del la le al bin ibn dos ten ter")
)
_LONGER = 2.5  # times the answer's length: so long or short an option tells
_SHORT = 12  # characters below which length tells nothing
_LEAST, _LEAST_FOR_WORDS = 2, 4  # of likeness; a name is more like a name than words are
_ALIKE = 0.6  # of a question's words shared with another: what answers the one may answer both


class Thing(StrEnum):
    """What an answer is, as far as its words tell."""

    NUMBER = "number"
    DATE = "date"
    COUNTRY = "country"
    PLACE = "place"
    BODY = "body"
    PERSON = "person"
    NAME = "name"
    WORDS = "words"


_NAMES = frozenset({Thing.COUNTRY, Thing.PLACE, Thing.BODY, Thing.PERSON, Thing.NAME})


def thing(text: str) -> Thing:
    """What an answer is."""
    if read_dates(text) and not text.isdigit():
        return Thing.DATE
    if read_number(text) is not None:
        return Thing.NUMBER
    return _known(text) or _by_form(text)


def _known(text: str) -> Thing | None:
    """What the tables know it as."""
    country = world().country(text)
    if country is not None and country.how in {How.NAME, How.ALIAS}:
        return Thing.COUNTRY
    if world().organisation(text) is not None:
        return Thing.BODY
    there = world().place(text) is not None or bool(world().places_named(text))
    return Thing.PLACE if there else None


def _by_form(text: str) -> Thing:
    parts = text.split()
    big = [part for part in parts if part.lower() not in _LITTLE | _PARTICLES]
    if not big or not all(part[0].isupper() for part in big):
        return Thing.WORDS
    given = len(parts) > 1 and world().given_name(parts[0]) is not None
    return Thing.PERSON if given else Thing.NAME


def _like(one: Thing, other: Thing) -> bool:
    """Whether one could be taken for the other; not every given name is known."""
    return one is other or {one, other} == {Thing.PERSON, Thing.NAME}


@dataclass(frozen=True, slots=True)
class _Offer:
    text: str
    asked: tuple[str, str]
    tags: frozenset[str]
    source: str
    right: bool


def suggested_wrong(fields: Fields, deck: Deck) -> tuple[str, ...]:
    """Wrong options for a question, the likeliest first; at most `MOST`.

    They are answers and wrong options of the deck's other questions: of the same type and kind of
    thing as the answer, and never what may be right here as well, what the question names, or
    what would tell the answer by its form.

    Args:
        fields: the question as it stands in the form.
        deck: it stands in.
    """
    right = [text.strip() for text in fields.answers if text.strip()]
    if not right:
        return ()
    wanted = thing(right[0])
    taken = _taken(fields, right)
    asked, tags = _asked(fields.prompt), frozenset(fields.tags)
    best: dict[str, tuple[int, int, str]] = {}
    for at, offer in enumerate(_offers(fields, deck)):
        key = normalise(offer.text)
        if key in taken:
            continue
        if key not in best:
            if not _fits(offer.text, wanted, right, fields):
                taken.add(key)
                continue
            best[key] = (0, at, offer.text)
        score, first, text = best[key]
        gained = 3 * (offer.asked == asked and bool(asked[0])) + 2 * bool(offer.tags & tags)
        gained += (offer.asked[0] == asked[0]) + (offer.source == fields.source) + offer.right
        gained += _likeness(offer.text, right[0])
        best[key] = (max(score, gained), first, text)
    least = _LEAST_FOR_WORDS if wanted is Thing.WORDS else _LEAST
    likely = [one for one in best.values() if one[0] >= least]
    ranked = sorted(likely, key=lambda one: (-one[0], one[1]))
    return tuple(text for _score, _at, text in ranked[:MOST])


def suggested_spellings(answer: str, fields: Fields, deck: Deck) -> tuple[str, ...]:
    """Other spellings of an answer that would not be marked right yet; at most `MOST`.

    The surname of a person, the name without its title, what stands in brackets, the usual short
    or long name. Never what another answer of the deck, or a wrong option, could mean.

    Args:
        answer: as it stands in the form.
        fields: the question as it stands in the form.
        deck: it stands in.
    """
    text = " ".join(answer.split())
    if not text:
        return ()
    others = [one for one in _answers(deck) if normalise(one) != normalise(text)]
    others += [row for row in fields.wrong if row.strip()]
    known = tuple(row for row, of in fields.accept if row.strip() and of in {"", answer})
    asked = Question(None, Short(fields.prompt, text, known))
    found: list[str] = []
    for spelling in _spellings(text, fields.prompt):
        doubtful = any(_names(other, spelling) for other in others)
        if doubtful or mark(asked, Typed((spelling,)), form=Form.TYPE).right:
            continue
        if normalise(spelling) not in {normalise(one) for one in found}:
            found.append(spelling)
    return tuple(found[:MOST])


def _taken(fields: Fields, right: Iterable[str]) -> set[str]:
    rows = (*fields.wrong, *(spelling for spelling, _of in fields.accept), *right)
    return {normalise(row) for row in rows if row.strip()}


def _offers(fields: Fields, deck: Deck) -> Iterator[_Offer]:
    own, asked = normalise(fields.prompt), _content(fields.prompt)
    for question in deck.questions:
        prompt = question.prompt
        if normalise(prompt) == own:
            continue
        content = _content(prompt)
        alike = len(asked & content) >= _ALIKE * max(1, min(len(asked), len(content)))
        source = question.evidence.source if question.evidence else ""
        about, tags = _asked(prompt), frozenset(question.tags)
        if not alike:
            for text in _told(question):
                yield _Offer(text, about, tags, source, right=True)
        for text in wrong_options(question):
            yield _Offer(text, about, tags, source, right=False)


def _told(question: Question) -> tuple[str, ...]:
    if isinstance(question.body, Match):
        return ()  # which side is a thing of which kind is not known
    if question.kind in {Kind.FLASHCARD, Kind.ORDER}:
        return ()
    return right_answers(question)


def _answers(deck: Deck) -> Iterator[str]:
    for question in deck.questions:
        yield from right_answers(question)
        if isinstance(question.body, ListQuestion):
            yield from question.body.answers


def _fits(text: str, wanted: Thing, right: list[str], fields: Fields) -> bool:
    """Whether it may be a wrong option: like the answer, and neither right nor telling."""
    if _ALL_OR_NONE.search(text) or not _of_kind(text, wanted, right[0]):
        return False
    if _stands_in(text, fields.prompt) or _stands_in(text, fields.quote):
        return False
    if any(_may_be(text, answer, wanted) for answer in right):
        return False
    return not _tells(text, right[0], wanted)


def _of_kind(text: str, wanted: Thing, answer: str) -> bool:
    """Whether it is the same kind of thing as the answer, in the same form."""
    found = thing(text)
    if not _like(found, wanted):
        return False
    if wanted is Thing.PERSON and found is Thing.NAME:
        parts = text.split()
        if len(parts) not in {2, 3} or any(part.lower() in _LITTLE for part in parts):
            return False
    return bool(_POSSESSIVE.search(answer)) or not _POSSESSIVE.search(text)


def _may_be(text: str, answer: str, wanted: Thing) -> bool:
    """Whether it may mean the answer."""
    if same_value(text, answer) or _same_thing(text, answer, wanted):
        return True
    return wanted in _NAMES and (_names(text, answer) or _names(answer, text))


def _likeness(text: str, answer: str) -> int:
    """How much alike two answers look: as many words, the same first or last word."""
    mine, other = words(text), words(answer)
    if not mine or not other:
        return 0
    ends = (mine[0] == other[0]) + (mine[-1] == other[-1])
    return (len(mine) == len(other)) + 2 * ends


def _tells(text: str, answer: str, wanted: Thing) -> bool:
    """Whether it gives the answer away by its length."""
    if wanted in _NAMES or max(len(text), len(answer)) <= _SHORT:
        return False
    longer = max(len(text), len(answer))
    return longer > _LONGER * min(len(text), len(answer))


def _same_thing(one: str, other: str, wanted: Thing) -> bool:
    """Whether two names are of one thing."""
    known = world()
    if wanted is Thing.COUNTRY:
        first, second = known.country(one), known.country(other)
        return first is not None and second is not None and first.country == second.country
    if wanted is Thing.BODY:
        body = known.organisation(one)
        return body is not None and body == known.organisation(other)
    return False


def _names(long: str, short: str) -> bool:
    """Whether the words of the one stand in the other, in that order and side by side."""
    return _stands_in(short, long)


def _stands_in(text: str, where: str) -> bool:
    inner, outer = " ".join(words(text)), " ".join(words(where))
    return bool(inner) and f" {inner} " in f" {outer} "


def _asked(prompt: str) -> tuple[str, str]:
    """The question word, and the word behind it where it says what is asked for."""
    match = _ASKS.search(prompt.casefold())
    if match is None:
        return "", ""
    word = match[1]
    return word, (match[2] or "") if word in {"which", "what", "how"} else ""


def _content(prompt: str) -> frozenset[str]:
    return frozenset(words(prompt)) - _LITTLE


def _spellings(text: str, prompt: str) -> Iterator[str]:
    bracketed = _IN_BRACKETS.match(text)
    if bracketed is not None:
        yield bracketed[1]
        yield bracketed[2]
        text = bracketed[1]
    bare = _TITLE.sub("", text)
    titled = bare != text
    if titled:
        yield bare
    parts = bare.split()
    kind = thing(bare)
    who = kind is Thing.NAME and _asked(prompt)[0] in {"who", "whom", "whose"}
    if len(parts) in {2, 3, 4} and (titled or who or kind is Thing.PERSON):
        at = len(parts) - 1
        while at > 1 and parts[at - 1] in _PARTICLES:
            at -= 1
        yield " ".join(parts[at:])
    body, country = world().organisation(bare), world().country(bare)
    if body is not None:
        yield from (name for name in (body.name, *body.aliases) if name != bare)
    if country is not None and country.how in {How.NAME, How.ALIAS}:
        for name, how in country.country.names():
            if how in {How.NAME, How.ALIAS} and name != bare:
                yield name
