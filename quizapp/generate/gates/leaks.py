"""A question must not answer itself: no word, name, date or count of the answer in the stem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from quizapp.content.numerals import scale_of_unit
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    ListQuestion,
    Number,
    PartialDate,
    Question,
    Short,
)
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.gates.asked import Asked, asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import values, years
from quizapp.generate.gates.holding import held
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.wording import Word, content, root, stem
from quizapp.generate.ground import Ground
from quizapp.generate.language.times import MONTH_NAMES
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world

_LETTERS = re.compile(r"\b(?:stands? for|short for|abbreviat\w+|full name)\b", re.IGNORECASE)
"""What asks for the name behind an abbreviation has to give the abbreviation."""
_SHORT_ANSWER = 3
"""An answer of more words than that is a clause, and shares words with its question."""
_MOST = 0.75
_SMALL_COUNT = 12
"""Counts up to a dozen meet by chance: "which of the five members" beside five states."""
_KIND_WORDS = row_of(
    "war treaty agreement act law article resolution river lake sea island mount city state "
    "republic kingdom empire party council court union organisation organization president "
    "minister prime king queen general bank university company day year month million percent "
    "group force forces army member members number part language government national "
    "international united new world"
)
"""Words that say what kind of thing a name is the name of, and give nothing away."""


def no_leak(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G5: no content word of the answer in the stem, no leak by a date or a count beside it."""
    asked, index = asked_of(question), index_of(ground)
    body = question.body
    leaked = ""
    if isinstance(body, Number):
        scale, _ = scale_of_unit(body.unit)
        value = Fraction(body.answer) * scale
        leaked = _count(value, asked.stem) or _in_headline(value, asked.stem)
    elif isinstance(body, DateQuestion):
        leaked = _date(body.answer, body.precision.value, asked.stem)
    elif isinstance(body, (Short, Choice, ListQuestion, Cloze)) and not _LETTERS.search(
        asked.stem
    ):
        leaked = next(_words(asked, index), "")
    if leaked:
        yield held("no-leak", "answer-in-stem", Field.PROMPT, words=leaked)


def _count(value: Fraction, text: str) -> str:
    if value <= _SMALL_COUNT and value.denominator == 1:
        return ""
    return str(float(value) if value.denominator != 1 else value) if value in values(text) else ""


_HEADLINE = re.compile(r"^In the report “([^”]+)”")


def _in_headline(value: Fraction, text: str) -> str:
    """A count, however small, that the headline tells by which a question names its report."""
    headline = _HEADLINE.match(text)
    told = headline is not None and value in values(headline.group(1))
    return str(float(value) if value.denominator != 1 else value) if told else ""


def _date(day: PartialDate, precision: str, text: str) -> str:
    """The date, if the stem tells all of it that is asked."""
    if day.year not in years(text):
        return ""
    if precision == "year" or day.month is None:
        return str(day.year)
    month = MONTH_NAMES[day.month - 1]
    if not re.search(rf"\b{month}\b", text):
        return ""
    if precision == "month" or day.day is None:
        return f"{month} {day.year}"
    return str(day) if re.search(rf"(?<!\d){day.day}(?:st|nd|rd|th)?(?!\d)", text) else ""


def _words(asked: Asked, index: SourceIndex) -> Iterator[str]:
    """Words of an answer that stand in the stem, the most telling first."""
    stem_words = {stem(word.low) for word in content(asked.stem)}
    named = {word.low for word in content(asked.stem) if word.is_name}
    stem_names = index.names(asked.stem)
    for answer in asked.answers:
        if years(answer) and years(answer) <= years(asked.stem):
            yield answer
            continue
        entity = None if _is_capital(answer) else index.ground.entities.find(answer)
        for name in stem_names if entity and "capital" not in asked.stem else ():
            if name.start and name.entity is entity:
                yield name.text
        told = content(answer)
        telling = [word for word in told if _tells(word, asked)]
        if told and {stem(word.low) for word in told} <= set(asked.asked_noun):
            yield answer  # "what disaster would it be?": a disaster
        shared = [word for word in telling if _stands(word, told, stem_words, named)]
        short = len(told) <= _SHORT_ANSWER
        if shared and (short or len(shared) >= _MOST * len(telling)):
            yield shared[0].text


def _tells(word: Word, asked: Asked) -> bool:
    """Whether to meet the word in the stem would give the answer away."""
    if word.low in _KIND_WORDS or stem(word.low) in asked.asked_noun or word.low.isdigit():
        return False
    options = [{root(w.low) for w in content(option)} for option in asked.wrong]
    return not options or sum(root(word.low) in option for option in options) * 2 < len(options)


def _stands(word: Word, answer: tuple[Word, ...], stem_words: set[str], named: set[str]) -> bool:
    inner_name = word.is_name and word is not answer[0]
    if inner_name:
        return word.low in named
    return stem(word.low) in stem_words


def _is_capital(answer: str) -> bool:
    """Whether it may be asked for as a city, whose country the stem is free to name."""
    known = world().country(answer)
    return known is not None and known.how is How.CAPITAL
