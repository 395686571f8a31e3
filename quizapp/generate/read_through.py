"""An article read through: its sentences taken apart, and everything that is mentioned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.ground import Ground
from quizapp.generate.language.clause import Chunk
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.times import TimePhrase, times
from quizapp.generate.language.token import Sentence, SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world

_Found = TypeVar("_Found")
_FOLLOWING = re.compile(r",? (?:as|after|while|amid|despite|but|–|—|-) |, ")
"""Behind it a headline only goes on: its beginning names the report."""
_SORT = re.compile(
    r"^(?:Explainer|Analysis|Profile|Exclusive|Update|Interview|Q&A): ", re.IGNORECASE
)
"""What sort of text it is, before the headline proper."""
_LENGTHS = frozenset(("minutes", "hours", "days", "weeks", "months", "years", "day", "year"))
_TELLING_TITLE = 5
_LONGEST_TITLE, _LONGEST_WHOLE = 14, 18
_EASY_TITLE = 9
"""Words of a headline that a question carries without becoming a burden."""
_FURTHER = row_of(
    "with to over that who which because since in for from by at under on may will could"
)
"""Words before which a headline has said its main thing, if enough stands before them."""
_URGING = row_of("orders order ordered asks urges tells forces allows wants lets begs expects")
"""Verbs behind which "to" says the main thing: "court orders mine to restore wetland"."""
_RELATIVE = frozenset(("who", "which", "that"))
_LEANING = row_of("set due plans agrees votes wants fails vows refuses likely tries calls up down")
"""Words that lean on what follows them."""
"""Words of a headline that a question can name its article by."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be meant later.

    Attributes:
        sentence: index of the sentence.
        phrase: where it stands.
        entity: whom or what it names, or None for a common noun.
        subject: it is the subject of a clause.
        plural: it is more than one.
    """

    sentence: int
    phrase: NounPhrase
    entity: Entity | None
    subject: bool
    plural: bool


def _may_end(told: list[str], i: int) -> bool:
    """Whether a headline has said a whole thing before the word at an index."""
    urged = told[i].lower() == "to" and _URGING & {word.lower() for word in told[:i]}
    return not urged and told[i].lower() in _FURTHER and told[i - 1].lower() not in _LEANING


def _shortened(title: str) -> str:
    """A long headline up to where it has said its main thing: the rest only makes a stem long."""
    told = title.split()
    if len(told) <= _EASY_TITLE:
        return title
    last = next((i for i, word in enumerate(told) if word.lower() in _RELATIVE), _EASY_TITLE)
    ends = [i for i in range(_TELLING_TITLE, len(told)) if _may_end(told, i)]
    easy = [i for i in ends if i <= min(last, _EASY_TITLE)]
    ends = easy or ends[:1]
    return " ".join(told[: ends[-1]]) if ends else title


def adjective(word: str) -> bool:
    """Whether a word is that of a country's language or people: "German", "Dutch"."""
    found = world().country(word)
    return found is not None and found.how is How.ADJECTIVE


class ReadThrough:
    """A ground with its sentences taken apart, and what they mention."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.text = ground.article.text
        self.parses: tuple[Parse, ...] = tuple(Parse(s) for s in ground.sentences)
        self._times: dict[int, tuple[TimePhrase, ...]] = {}
        self._kept: dict[tuple[object, ...], Any] = {}
        self._entity_at: dict[int, Entity] = {}
        for entity in ground.entities.all:
            for span in entity.mentions:
                self._entity_at[span.end] = entity

    def kept(self, key: tuple[object, ...], find: Callable[[], _Found]) -> _Found:
        """What was found for a clause: several finders of facts ask for the same."""
        if key not in self._kept:
            self._kept[key] = find()
        found: _Found = self._kept[key]
        return found

    @property
    def prose(self) -> Iterator[Sentence]:
        """The sentences that questions may rest on."""
        return (s for s in self.ground.sentences if s.kind == SentenceKind.PROSE)

    def times(self, index: int) -> tuple[TimePhrase, ...]:
        """The time phrases of a sentence."""
        if index not in self._times:
            tokens = self.ground.sentences[index].tokens
            self._times[index] = times(tokens, self.ground.article.published)
        return self._times[index]

    @cached_property
    def main_country(self) -> Entity | None:
        """The country the article is about: named most, half as often again as the next."""
        return self.most_named(EntityKind.COUNTRY)

    def most_named(self, kind: EntityKind) -> Entity | None:
        """The one of its kind that is named half as often again as the next, or None."""
        named = [e for e in self.ground.entities.all if e.kind == kind]
        if not named:
            return None
        if len(named) > 1 and len(named[0].mentions) < 1.5 * len(named[1].mentions):
            return None
        return named[0]

    def entity(self, index: int, phrase: NounPhrase | Chunk) -> Entity | None:
        """The entity that a noun phrase names by its head."""
        token = self.ground.sentences[index].tokens[phrase.head]
        if token.tag not in NAMES and not token.text[:1].isupper():
            return None
        found = self._entity_at.get(token.end) or self._named_onwards(index, phrase.head)
        if found is not None and found.kind is EntityKind.COUNTRY and adjective(token.text):
            return None  # who speaks German speaks no country
        return found

    def _named_onwards(self, index: int, head: int) -> Entity | None:
        """As in "the Chamber of Industries", whose head is followed by the rest of its name."""
        tokens = self.ground.sentences[index].tokens
        if head + 2 >= len(tokens) or tokens[head + 1].low != "of":
            return None
        following = self.parses[index].phrase_by_first.get(head + 2)
        found = self._entity_at.get(tokens[following.head].end) if following else None
        start, end = tokens[head].start, tokens[following.head].end if following else 0
        whole = found is not None and any(
            m.start <= start and m.end == end for m in found.mentions
        )
        return found if whole else None

    def words(self, index: int, first: int, end: int) -> str:
        """The article's own words between two tokens, with plain spaces between them."""
        tokens = self.ground.sentences[index].tokens
        return " ".join(self.text[tokens[first].start : tokens[end - 1].end].split())

    @cached_property
    def report(self) -> str:
        """The article by its headline, for what nothing else tells apart; "" without one."""
        title = " ".join(self.ground.article.title.split()) or next(
            (
                " ".join(s.span.of(self.text).split())
                for s in self.ground.sentences
                if s.kind == SentenceKind.HEADLINE
            ),
            "",
        )
        quoted = re.match(r"[\"'“‘].{3,80}?[\"'”’]\s*[:–—-]\s*(?=\S)", title)
        title = title[quoted.end() :] if quoted else title
        plain = title.translate(str.maketrans('“”"', "‘’'")).rstrip(".")
        plain = _SORT.sub("", plain)
        plain = plain[:1].upper() + plain[1:]
        opening = _FOLLOWING.split(plain, maxsplit=1)[0]
        if opening.split()[-1:] and opening.split()[-1].lower() in _LENGTHS:
            opening = plain  # lost minutes after launch
        if len(opening.split()) >= _TELLING_TITLE:
            plain = opening
        if len(plain.split()) > _LONGEST_TITLE:
            parts = [p.strip() for p in re.split(r"[,:;–—] ?| - ", plain)]
            fitting = [p for p in parts if 4 <= len(p.split()) <= _LONGEST_TITLE]
            whole = plain if len(plain.split()) <= _LONGEST_WHOLE else ""
            plain = max(fitting, key=len, default=whole)
        plain = _shortened(plain)
        return f"In the report “{plain}”" if len(plain.split()) >= 3 else ""

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """What each sentence mentions, by its index."""
        return tuple(tuple(self._mentions_of(parse)) for parse in self.parses)

    def _mentions_of(self, parse: Parse) -> Iterator[Mention]:
        subjects = {c.subject.head for c in parse.clauses if c.subject}
        for phrase in parse.phrases:
            token = parse.tokens[phrase.head]
            if token.tag in ("EX", "WP", "WDT", "PRP"):
                continue
            entity = self.entity(parse.sentence.index, phrase)
            joined = parse.low(phrase.end) == "and" and parse.phrase_by_first.get(phrase.end + 1)
            plural = token.tag in ("NNS", "NNPS") and not (
                entity and entity.kind != EntityKind.PEOPLE
            )
            yield Mention(
                parse.sentence.index, phrase, entity, phrase.head in subjects,
                plural=bool(plural or (joined and phrase.head in subjects)),
            )  # fmt: skip

    def before(self, index: int, i: int, back: int) -> Iterator[list[Mention]]:
        """Mentions of this sentence before a token, then of the sentences before it."""
        yield [m for m in self.mentions[index] if m.phrase.end <= i]
        seen = 0
        for earlier in range(index - 1, -1, -1):
            kind = self.ground.sentences[earlier].kind
            if kind == SentenceKind.OTHER or seen >= back:
                continue
            seen += 1
            yield list(self.mentions[earlier])

    def specific(self, index: int, chunk: Chunk | NounPhrase) -> bool:
        """Whether a name or year stands in a phrase, so that a stranger knows what is meant."""
        tokens = self.ground.sentences[index].tokens[chunk.first : chunk.end]
        return any(
            t.tag in NAMES or (t.tag == "CD" and t.text.isdigit() and len(t.text) == 4)
            or (t.tag == "JJ" and t.text[:1].isupper() and t.start != self.begin(index))
            for t in tokens
        )  # fmt: skip

    def begin(self, index: int) -> int:
        """The offset at which a sentence begins."""
        return self.ground.sentences[index].tokens[0].start

    def is_person(self, mention: Mention) -> bool:
        """Whether a common noun means one person: "the engineer"."""
        tokens = self.ground.sentences[mention.sentence].tokens
        lemma = tokens[mention.phrase.head].lemma
        return (
            not mention.plural
            and bool(lexicon().noun_categories(lemma) & {"person", "office"})
            and mention.entity is None
        )
