"""A word of a sentence, with its part of speech, and a sentence of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.generate.article import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign.

    Attributes:
        start: offset of its first code point in the article's text.
        end: offset after its last.
        text: as written; "NATO's" is two tokens, "NATO" and "'s".
        tag: part of speech, by the Penn Treebank's names ("NN", "VBD", "NNP", "PRP$"), and "."
            "," ":" "(" ")" for signs, "``" and "''" for quotation marks.
        low: the word in lower case, with a straight apostrophe.
        lemma: the form a dictionary lists it by, lower case but for names.
    """

    start: int
    end: int
    text: str
    tag: str = ""
    lemma: str = ""
    low: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # asked for a hundred times a word, so made once
        object.__setattr__(self, "low", self.text.lower().replace("’", "'"))

    def read_as(self, tag: str, lemma: str) -> Token:
        """The same word with its part of speech; made without folding the word again."""
        other = object.__new__(Token)
        put = object.__setattr__
        put(other, "start", self.start)
        put(other, "end", self.end)
        put(other, "text", self.text)
        put(other, "tag", tag)
        put(other, "lemma", lemma)
        put(other, "low", self.low)
        return other


class SentenceKind(StrEnum):
    """What a run of words is in the article."""

    HEADLINE = "headline"
    PROSE = "prose"
    OTHER = "other"
    """Byline, dateline alone, caption, teaser, list of links: nothing is asked of it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article.

    Attributes:
        span: from its first letter or quotation mark to its last sign.
        index: its number in the article, from 0.
        paragraph: the number of its paragraph, from 0.
        tokens: its words, in order.
    """

    span: Span
    index: int
    paragraph: int
    kind: SentenceKind
    tokens: tuple[Token, ...]
