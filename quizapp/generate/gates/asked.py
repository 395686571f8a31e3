"""A question as gates read it: the plain stem, what is right, what is offered, what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.generate.gates import nouns
from quizapp.generate.gates.wording import Word, plain, roots, stem, words
from quizapp.generate.language.times import spoken
from quizapp.generate.language.word_list import row_of

GAP = "_____"
"""How a gap of a cloze stands in its stem."""

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_WH = re.compile(
    r"\b(how many|how much|how long|how old|how far|how often|what percentage|what share|which"
    r"|what|who|whom|whose|when|where|why|how)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(1\d{3}|20\d{2}|21\d{2})(?![\d,]*\d)")
_TYPE_SKIP = row_of("of the these those one two three four five six seven other")


@dataclass(frozen=True)
class Asked:
    """What a question asks.

    Attributes:
        stem: the prompt without Markdown; a cloze's text with `GAP` for its gaps; of a
            statement, the statement.
        answers: what is right, each part by itself; empty for a statement.
        wrong: the options that are not.
    """

    kind: Kind
    stem: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...]
    quote: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the stem."""
        return words(self.stem)

    @cached_property
    def interrogative(self) -> str:
        """The question word, in lower case: "how many", "which", or "" where there is none."""
        match = _WH.search(self.stem)
        return match.group(1).lower() if match else ""

    @cached_property
    def asked_noun(self) -> tuple[str, ...]:
        """The stems of the words of "which neighbouring country", in lower case, or ()."""
        match = re.search(r"\b(?:which|what)\b", self.stem, re.IGNORECASE)
        if match is None:
            return ()
        after = [word for word in self.words if word.start >= match.end()]
        while after and after[0].low in _TYPE_SKIP:
            after.pop(0)
        lows = [word.low for word in after[:4]]
        if not lows or lows[0] in _NOT_TYPE:
            return ()
        last = next((n for n, low in enumerate(lows) if _is_type(low)), 0)
        if last + 1 < len(lows) and _is_type(lows[last + 1]):
            last += 1
        return tuple(stem(low) for low in lows[: last + 1])

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of what the stem tells."""
        return roots(self.stem)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the stem names."""
        return frozenset(_YEAR.findall(self.stem))

    @property
    def shows_options(self) -> bool:
        """Whether "these" in the stem are options or items on the screen."""
        return self.kind in {Kind.CHOICE, Kind.MULTI, Kind.ORDER, Kind.MATCH}


_NOT_TYPE = row_of(
    "is are was were do does did has have had will would can could may might must should shall "
    "and or in on at to from by for with that who which as of than not lies led"
)


_TYPES = frozenset(nouns.KINDS) | row_of(
    "lake river sea ocean mountain continent empire accord pact organ majority event term script "
    "language currency sport stance status right role part member year month day number share "
    "sector product weapon disease virus species planet element song play article case measure "
    "house airport stadium road street building group force people family prize award medal word "
    "person figure neighbour neighbor ally rival partner founder power place"
)
"""Nouns that a question asks for by kind."""


def _is_type(low: str) -> bool:
    return low in _TYPES or low.removesuffix("s") in _TYPES


@lru_cache(maxsize=2048)
def asked_of(question: Question) -> Asked:
    """Read a question of any kind."""
    quote = question.evidence.quote if question.evidence else ""
    answers, wrong = _answers(question)
    return Asked(question.kind, stem_of(question), answers, wrong, quote)


def unquoted(text: str) -> str:
    """A text with blanks for what stands in quotation marks, every other word in its place."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), text)


def stem_of(question: Question) -> str:
    """The prompt in plain words, with gaps left open."""
    if not isinstance(question.body, Cloze):
        return plain(question.prompt)
    out, at = [], 0
    for gap in gaps(question.body.text):
        out += [question.body.text[at : gap.start], GAP]
        at = gap.end
    return "".join([*out, question.body.text[at:]])


def _answers(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    answers: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    match question.body:
        case Short() | Choice() as body:
            answers, wrong = (body.answer,), body.wrong
        case Multi() as body:
            answers, wrong = body.answers, body.wrong
        case TrueFalse():
            answers = ()
        case Number(answer=number, unit=unit):
            answers = (f"{number:f} {unit}".strip(),)
        case DateQuestion(answer=day):
            answers = (spoken(day),)
        case ListQuestion() | Order() as body:
            answers = body.answers
        case Match(pairs=pairs):
            answers = tuple(side for pair in pairs for side in pair)
        case Cloze(text=text):
            answers = tuple(gap.answer for gap in gaps(text))
        case Flashcard(answer=answer):
            answers = (plain(answer),)
    return answers, wrong
