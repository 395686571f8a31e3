"""Words of an article put into a question: names for pronouns, dates for weekdays, no asides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizapp.generate.antecedents import introduced, loosely_meant, owner
from quizapp.generate.discourse import COUNTRY_NOUNS, Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.tagging import ORDINALS
from quizapp.generate.language.times import MONTHS, WEEKDAYS
from quizapp.generate.language.word_list import row_of
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.pronouns import HE, IT, SHE, THEY, US
from quizapp.generate.standing_phrases import UNIQUE, stands
from quizapp.generate.stem_times import time_edits

_ASIDE = row_of(
    "also however meanwhile too moreover therefore thus instead furthermore nevertheless "
    "nonetheless reportedly further afterwards currently now"
)
_AGING = row_of("currently now still remains remain today presently")
_DATES = frozenset((*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS))) | row_of(
    "christmas easter ramadan thanksgiving halloween passover diwali"
)
"""Names of days, which say nothing of what happened."""
_HANGING = row_of("there here so such another others former latter then thereby")
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_LONGEST_OWNER = 6
"""Words that can still take an apostrophe."""
_CLEARED = re.compile(r"\s+([,.;:?!’'”)])")


@dataclass
class Stem:
    """A question being put together from one sentence.

    Attributes:
        present: names of entities that the question already holds, so that "its" has a name.
        asked: the entity that the question word stands for; "its" may mean it.
        bound: the question word stands for the subject, so that "its" may mean the answer.
        ages: something in it goes out of date.
        named: a name stands in it that says what it is about.
        aside: its verb is a participle, and the day of the sentence is another verb's.
        shown: indices of the tokens whose words it holds, so that "their" has its noun.
    """

    discourse: Discourse
    index: int
    present: set[str] = field(default_factory=set)
    asked: Entity | None = None
    bound: bool = False
    ages: bool = False
    named: bool = False
    loose: bool = False
    aside: bool = False
    shown: set[int] = field(default_factory=set)

    def words(
        self,
        first: int,
        end: int,
        *,
        timeless: bool = False,
        skip: tuple[tuple[int, int], ...] = (),
        gap: tuple[int, int] | None = None,
    ) -> str:
        """The words between two tokens as they can stand in a question.

        Args:
            first: index of the first token.
            end: index after the last.
            timeless: leave out when it was: that is what is asked.
            skip: ranges of tokens to leave out.
            gap: a range of tokens that becomes the gap of a cloze.

        Raises:
            HangingError: something in them would not be understood.
        """
        parse = self.discourse.parses[self.index]
        edits: list[tuple[int, int, str]] = [
            (a, b, "") for a, b in skip if first <= a and b <= end
        ]
        if gap is not None:
            edits.append((*gap, "{{" + self.discourse.words(self.index, *gap) + "}}"))
        edits += time_edits(
            self.discourse, self.index, (first, end), timeless=timeless, aside=self.aside, gap=gap
        )
        edits += _brackets(parse, first, end)
        covered = {i for a, b, _ in edits for i in range(a, b)}
        for i in range(first, end):
            phrase = parse.phrase_by_first.get(i)
            if phrase is not None and phrase.end <= end:
                beside = gap is not None and phrase.first < gap[1] and gap[0] < phrase.end
                if beside:
                    self._beside_gap(parse, phrase)
                elif i not in covered:
                    new = self._phrase_edit(parse, phrase, end)
                    covered |= {k for a, b, _ in new for k in range(a, b)}
                    edits += new
            if i not in covered:
                new = self._word_edit(parse, i, first, end)
                covered |= {k for a, b, _ in new for k in range(a, b)}
                edits += new
        self.shown.update(range(first, end))
        return self._joined(parse, first, end, sorted(edits))

    def _joined(
        self, parse: Parse, first: int, end: int, edits: list[tuple[int, int, str]]
    ) -> str:
        text, out, i = self.discourse.text, [], first
        tokens = parse.tokens
        for a, b, words in edits:
            if a < i:
                continue
            if a > i:
                out.append(text[tokens[i].start : tokens[a - 1].end])
            if a > first and tokens[a].start == tokens[a - 1].end and words:
                out[-1:] = [(out[-1] if out else "") + words]
            elif words:
                out.append(words)
            i = max(i, b)
        if i < end:
            piece = text[tokens[i].start : tokens[end - 1].end]
            if out and i > first and tokens[i].start == tokens[i - 1].end:
                out[-1] += piece
            else:
                out.append(piece)
        joined = " ".join(" ".join(piece for piece in out if piece).split())
        return _CLEARED.sub(r"\1", joined).replace(" ,", ",").strip(" ,–—-")

    def _word_edit(self, parse: Parse, i: int, first: int, end: int) -> list[tuple[int, int, str]]:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        token = parse.tokens[i]
        low = token.low
        if i == 0 and token.tag in NAMES and low in self.discourse.small:
            self.named = True
            return [(0, 1, low)]  # a capital that only the sentence's beginning gives
        so_far = low == "far" and i > first and parse.low(i - 1) == "so"
        if low in _AGING or so_far or (token.tag in ("VBZ", "VBP") and i == first):
            self.ages = True
        much = low == "too" and parse.tag(i + 1) in ("JJ", "RB")  # too little to follow
        if token.tag == "RB" and low in _ASIDE and not much:
            comma = parse.low(i + 1) == "," and i + 1 < end
            return [(i, i + 2 if comma else i + 1, "")]
        if low == "so" and i and parse.tokens[i - 1].low in ("do", "did", "does", "done", "doing"):
            raise HangingError("so")
        if low in _HANGING and token.tag in ("RB", "EX", "DT", "JJ", "PDT", "NN", "NNS"):
            if token.tag == "EX" or low in ("then", "former", "so"):
                if low == "former" and parse.tag(i + 1) in ("NN", "NNS", "NNP", "JJ"):
                    return []
                if token.tag == "EX" or (low == "so" and parse.tag(i + 1) in ("JJ", "RB")):
                    return []
                raise HangingError(low)
            if low in ("another", "such") and parse.tag(i + 1) in ("NN", "NNS", "JJ", "IN"):
                if low == "another":
                    return []
                raise HangingError(low)
            raise HangingError(low)
        if low in WEEKDAYS and parse.tag(i + 1) == "POS":
            fronted = parse.tag(i - 1) in ("DT", "PRP$", "JJ") and i > first
            return [(i, i + 2, "" if fronted else "the")]
        if low == "own" and parse.tag(i + 1) not in ("NN", "NNS", "NNP", "JJ", "VBN"):
            raise HangingError(low)
        if token.tag == "WP$":
            return self._whose(parse, i)
        if low in ("its", "their") and parse.low(i + 1) == "kind":
            return []
        if token.tag in ("PRP", "PRP$"):
            noun = owner(self.discourse, self.index, i)
            if noun is not None and (first <= noun < i or self._is_shown(noun)):
                return []
            return self._pronoun_edit(parse, i)
        if token.tag in NAMES and low.rstrip(".") not in _DATES:
            self.named = True
        return []

    def _is_shown(self, noun: int) -> bool:
        """Whether a noun, or the name it is part of, stands in the question already."""
        named = self.discourse.entity(self.index, NounPhrase(noun, noun + 1, noun))
        return noun in self.shown or (named is not None and named.name in self.present)

    def _whose(self, parse: Parse, i: int) -> list[tuple[int, int, str]]:
        """As in "Carradine, whose family": "Carradine’s family".

        Raises:
            HangingError: what stands before has no name.
        """
        end = i - (parse.low(i - 1) == ",")
        before = parse.phrase_by_end.get(end)
        entity = self.discourse.entity(self.index, before) if before is not None else None
        if entity is None or before is None or parse.low(before.first - 1) in ("of", "from", "in"):
            raise HangingError("whose")
        self.named = True
        self.present.add(entity.name)
        return [(i, i + 1, f"{name_in_stem(entity)}’s")]

    def _pronoun_edit(self, parse: Parse, i: int) -> list[tuple[int, int, str]]:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        low = parse.tokens[i].low
        if low in US:
            if _within_quotes(parse, i):
                return []
            raise HangingError(low)
        possessive = low in _POSSESSIVE and parse.tokens[i].tag == "PRP$"
        if (
            low == "her"
            and parse.tag(i + 1) == "JJ"
            and parse.tag(i + 2) in ("IN", "TO", ",", ".")
        ):
            possessive = False  # found her guilty
        meant = self.discourse.pronoun(self.index, i)
        if low.endswith(("self", "selves")):
            return []
        if meant is None:
            if low == "it" and self.discourse.expletive(self.index, i):
                return []
            words = loosely_meant(self.discourse, self.index, i)
            if words is None:
                raise HangingError(low)
            self.loose = True
            self.present.add(words)
            return [(i, i + 1, words)]
        if isinstance(meant, Entity):
            if self.asked is not None and meant.name == self.asked.name:
                if self.bound and low in ("him", "them"):
                    raise HangingError(low)  # nobody urges himself so
                if self.bound:
                    return []
                raise HangingError(low)
            if meant.name in self.present:
                return []
            self.named = True
            self.present.add(meant.name)
            words = name_in_stem(meant)
        else:
            if any(meant in name for name in self.present):
                return []
            self.present.add(meant)
            words = _with_article(meant)
        if words.isdigit():
            raise HangingError(low)
        meant_entity = self.discourse.ground.entities.find(words)
        if low in IT and meant_entity is not None and meant_entity.kind == EntityKind.PERSON:
            raise HangingError(low)
        if possessive and len(words.split()) > _LONGEST_OWNER:
            raise HangingError(low)  # the strong earthquake in Peru in May 2025’s centre
        if possessive:
            words += (
                "’"
                if words.endswith("s")
                and " " in words
                and meant != ""
                and not isinstance(meant, Entity)
                else "’s"
            )
        elif low not in HE | SHE | IT | THEY:
            raise HangingError(low)
        return [(i, i + 1, words)]

    def _phrase_edit(  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        self, parse: Parse, phrase: NounPhrase, end: int
    ) -> list[tuple[int, int, str]]:
        tokens = parse.tokens
        first, head = tokens[phrase.first], tokens[phrase.head]
        entity = self.discourse.entity(self.index, phrase)
        if entity is not None:
            return self._name_edit(parse, phrase, entity)
        alone = phrase.end - phrase.first == 1 and first.low == "one"
        if head.tag == "JJS" or (alone and parse.low(phrase.end) not in ("of", "in")):
            raise HangingError(head.low)  # the largest, had one
        if first.low == "all" and parse.low(phrase.first - 1) == "in":
            return []  # 14 dives in all
        if first.low == "the" and head.low in ("other", "others"):
            raise HangingError("the other")
        if first.tag == "DT" and phrase.end - phrase.first == 1:
            if first.low == "those" and parse.low(phrase.end) == "who" and phrase.end < end:
                return []
            raise HangingError(first.low)
        meant = None
        if first.low in ("a", "an"):
            meant = introduced(self.discourse, self.index, parse.chunk(phrase, wide=False))
        if meant is not None and phrase.end <= end:
            self.named = True
            self.present.add(meant.name)
            last = min(end, parse.chunk(phrase, wide=False).end)
            return [(phrase.first, last, name_in_stem(meant))]
        if first.low in ("this", "these", "those", "that") and first.tag == "DT":
            words = self.discourse.definite(self.index, phrase, frozenset(self.present))
            if words is None:
                raise HangingError(first.low)
            return self._replaced(phrase, words)
        mark = next((i for i in range(phrase.first, phrase.head) if tokens[i].tag == "POS"), 0)
        if first.low == "the" and mark:
            return self._owner_edit(parse, phrase, mark)
        if (
            first.low == "the"
            and head.low in ("vote", "votes")
            and parse.low(phrase.first - 1) == "of"
        ):
            return []
        ranked = any(
            t.tag in ("JJS", "RBS") or t.low in ORDINALS or t.low == "only"
            for t in tokens[phrase.first : phrase.head]
        )
        if first.low == "the" and ranked and head.lemma in COUNTRY_NOUNS:
            return []
        if first.low == "the" and (
            head.lemma in COUNTRY_NOUNS or not stands(self.discourse, self.index, phrase, end)
        ):
            if head.lemma in COUNTRY_NOUNS and parse.low(phrase.end) in ("of", "that", "which"):
                raise HangingError(head.low)
            words = self.discourse.definite(self.index, phrase, frozenset())
            if words is not None:
                self.named = True
                return self._replaced(phrase, words)
            words = self.discourse.loosely(self.index, phrase)
            if words is None or head.lemma in COUNTRY_NOUNS:
                raise HangingError(f"the {head.low}")
            self.loose = True
            return self._replaced(phrase, words)
        return []

    def _beside_gap(self, parse: Parse, phrase: NounPhrase) -> None:
        first = parse.tokens[phrase.first]
        if first.low in ("this", "these", "those") and first.tag == "DT":
            raise HangingError(first.low)

    def _owner_edit(
        self, parse: Parse, phrase: NounPhrase, mark: int
    ) -> list[tuple[int, int, str]]:
        """As in "the country’s bid": whose it is must be named."""
        owner = NounPhrase(phrase.first, mark, mark - 1)
        if self.discourse.specific(self.index, owner) or parse.tokens[mark - 1].lemma in UNIQUE:
            return []
        words = self.discourse.definite(self.index, owner, frozenset())
        if words is None:
            words = self.discourse.loosely(self.index, owner)
            if words is None:
                raise HangingError(f"the {parse.tokens[mark - 1].low}")
            self.loose = True
            return self._replaced(owner, words)
        self.named = True
        return self._replaced(owner, words)

    def _replaced(self, phrase: NounPhrase, words: str) -> list[tuple[int, int, str]]:
        told = words.split()
        head = self.discourse.ground.sentences[self.index].tokens[phrase.head]
        if head.tag == "NNS" and told[-1].lower() == head.lemma:
            raise HangingError(head.low)  # the banks are not the bank
        words = _with_article(words)
        self.present.add(words.removeprefix("the "))
        return [(phrase.first, phrase.end, words)]

    def _name_edit(
        self, parse: Parse, phrase: NounPhrase, entity: Entity
    ) -> list[tuple[int, int, str]]:
        """A surname becomes the full name where it is the whole phrase."""
        known = entity.name in self.present
        self.present.add(entity.name)
        if entity.kind != EntityKind.PERSON or known or phrase.end - phrase.first != 1:
            return []
        if parse.tokens[phrase.head].text == entity.name:
            return []
        return [(phrase.first, phrase.end, entity.name)]


def _brackets(parse: Parse, first: int, end: int) -> list[tuple[int, int, str]]:
    """Asides in brackets, which a question does without: "($30m)"."""
    opened = [i for i in range(first, end) if parse.tag(i) == "("]
    closed = [next((k for k in range(i, end) if parse.tag(k) == ")"), end - 1) for i in opened]
    return [(i, k + 1, "") for i, k in zip(opened, closed, strict=True)]


def _with_article(words: str) -> str:
    """As in "the Burkina Faso study": a headline leaves the article out."""
    told = words.split()
    plain = told[0][:1].isupper() and told[0] not in ("The", "A", "An")
    common = len(told) > 1 and told[-1].islower() and told[-1].isalpha()
    owned = any("’s" in w or "'s" in w for w in told)
    return f"the {words}" if plain and common and not owned else words


def _within_quotes(parse: Parse, i: int) -> bool:
    opened = sum(1 for t in parse.tokens[:i] if t.tag == "``")
    closed = sum(1 for t in parse.tokens[:i] if t.tag == "''")
    return opened > closed
