"""A sentence's words asked by index, with its noun phrases and verb groups."""

from __future__ import annotations

from functools import cached_property

from quizapp.generate.language.clause import Chunk
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import (
    NounPhrase,
    VerbGroup,
    noun_phrases,
    verb_groups,
)
from quizapp.generate.language.quantities import Quantity, quantities
from quizapp.generate.language.times import MONTHS, WEEKDAYS
from quizapp.generate.language.token import Sentence, Token
from quizapp.generate.language.word_list import row_of

SUBORDINATORS = row_of(
    "because although though while whereas if unless until when once where after before since "
    "as whether that so lest"
)
RELATIVES = frozenset(("WDT", "WP", "WP$"))
_OF_WHAT = row_of(
    "convict accuse acquit rob strip deprive inform remind warn assure cure rid relieve"
)
VERB_TAGS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG"))


class ParseWords:
    """The words of one sentence; everything is found on first asking."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens

    @cached_property
    def said(self) -> frozenset[str]:
        """All the words, so that what one of them opens is looked for only where it stands."""
        return frozenset(token.low for token in self.tokens)

    @cached_property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases."""
        return noun_phrases(self.tokens)

    @cached_property
    def verbs(self) -> tuple[VerbGroup, ...]:
        """The verb groups."""
        return verb_groups(self.tokens, self.phrases)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers, with what they measure."""
        return quantities(self.tokens)

    @cached_property
    def phrase_by_end(self) -> dict[int, NounPhrase]:
        """The noun phrase that ends at an index."""
        return {phrase.end: phrase for phrase in self.phrases}

    @cached_property
    def ends(self) -> frozenset[int]:
        """Indices of the last token of each noun phrase."""
        return frozenset(phrase.end - 1 for phrase in self.phrases)

    @cached_property
    def phrase_by_first(self) -> dict[int, NounPhrase]:
        """The noun phrase that begins at an index."""
        return {phrase.first: phrase for phrase in self.phrases}

    def tag(self, i: int) -> str:
        """The tag at an index; "^" before the sentence, "." behind it."""
        if i < 0:
            return "^"
        return self.tokens[i].tag if i < len(self.tokens) else "."

    def low(self, i: int) -> str:
        """The word at an index in lower case, "" outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def chunk(self, phrase: NounPhrase, *, wide: bool = True) -> Chunk:
        """A noun phrase with its "of" phrases, and with others where `wide`."""
        end = phrase.end
        charged = self.tag(phrase.first - 1) in VERB_TAGS and (
            self.tokens[phrase.first - 1].lemma in _OF_WHAT
        )
        while not charged:
            tag, low = self.tag(end), self.low(end)
            after = self.phrase_by_first.get(end + 1)
            if after is None:
                break
            takes = low == "of" or (
                wide
                and tag == "IN"
                and low in ("in", "for", "on", "between", "against", "at", "from", "with", "to")
            )
            if not takes or self.time_like(after):
                break
            end = after.end
        return Chunk(phrase.first, end, phrase.head)

    def time_like(self, phrase: NounPhrase) -> bool:
        """Whether a noun phrase says when: a year, a month, a weekday, an hour."""
        token = self.tokens[phrase.head]
        if token.tag == "CD" and token.text.isdigit() and len(token.text) == 4:
            return True
        if token.low in WEEKDAYS or token.low in MONTHS:
            return True
        return "time" in lexicon().noun_categories(token.lemma)
