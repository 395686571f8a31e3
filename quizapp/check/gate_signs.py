"""Signs in a question that a gate might hold something against it: cheap, and rather too many.

A gate costs up to a millisecond. A sign costs some microseconds, and where there is none the gate
is not asked. Signs are also where the checker keeps silent about what gates were not made for:
example sentences, words about language or code, pictures.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.check.fields import right_answers, wrong_options
from quizapp.check.likeness import roots
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Number,
    Question,
    Short,
    TrueFalse,
)
from quizapp.generate.gates.asked import stem_of
from quizapp.generate.gates.wording import MONTHS
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world

_WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r"[“\"‘][^”\"’]*[”\"’]|(?<!\w)'[^']+'(?!\w)|`[^`]*`|\*[^*]+\*")
_PRONOUNS = row_of("he she him his her hers it its they them their these those this that")
_EXAMPLE = re.compile(
    r"\b(?:I|me|my|you|your|we|us|our|he|she|him|her|his|they|them)\b", re.IGNORECASE
)
_OF_LANGUAGE = re.compile(
    r"\b(?:sentence|word|verb|noun|adjective|adverb|pronoun|tense|clause|phrase|plural|singular"
    r"|translat\w+|synonym|antonym|spell\w*|grammar|mean|means|line|lyrics?|quot\w+|poem|proverb"
    r"|idiom|code|print\w*|output\w*|expression|function|value|variable|returns?)\b",
    re.IGNORECASE,
)
_WANTS_OTHER = re.compile(r"\b(?:who|whom|whose|where|why|how m|what [ps])", re.IGNORECASE)
_THE = re.compile(r"\bthe [a-z]", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:currently|nowadays|at present|presently|so far|to date|as of|incumbent|these days"
    r"|at the moment)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:how (?:many|much)|what (?:share|percentage|proportion|number))\b", re.IGNORECASE
)
CHANGING = re.compile(
    r"\b(?:population|inhabitants|residents|people (?:live|speak|work|use)|citizens|speakers"
    r"|members (?:does|do|has|have)|member (?:states|countries) (?:does|do|has|have|are)"
    r"|(?:states|countries) (?:recognis|recogniz|belong)\w*|users|employees|subscribers|followers"
    r"|troops|soldiers|refugees|unemployed)\b",
    re.IGNORECASE,
)
NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_RELATIVE = re.compile(
    r"\b(?:last|next|this|past|coming|previous|yesterday|tomorrow|tonight|recent|recently|lately"
    r"|nowadays|ago|today|on [A-Z]\w+day)\b"
)
_RELATIVE_WORDS = row_of(
    "last next this past coming previous yesterday tomorrow tonight recent recently lately "
    "nowadays ago today monday tuesday wednesday thursday friday saturday sunday"
)
"""One of these stands in whatever `_RELATIVE` finds."""
_HEDGE = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|almost|more than|over|fewer than"
    r"|less than|at least|at most|up to|estimated|close to|just|well over|as many as|as much as"
    r"|no more than|under|or so|or more|or fewer)\b",
    re.IGNORECASE,
)
_HEDGE_WORDS = row_of(
    "some about around roughly approximately nearly almost more over fewer less least most up "
    "estimated close just well many much under so"
)
_DENYING = row_of("not never except t")
"""One of these stands in whatever `_DENIED` finds; "t" is left of "isn't"."""
_DENIED = re.compile(r"\b(?:NOT|EXCEPT|NEVER)\b|except\?|\b(?:not|never)\b|n['’]t\b")
_SAID = re.compile(r"\b(?:said|says|told|claim|argue|warn|insist|according)\w*\b", re.IGNORECASE)
_SAYING = ("said", "says", "told", "claim", "argue", "warn", "insist", "ccording")
"""Of each word that `_SAID` finds, so much at least."""
_SMALL = 3
"""Letters of words that names are joined with: "of", "the", "and"."""
_ENOUGH = 0.7
"""Of the words of a statement: a quote that has so many gives it; the gate asks for fewer."""


def _is_question(question: Question) -> bool:
    """Whether it asks or states in the author's own voice: no gap in an example sentence."""
    if isinstance(question.body, Flashcard):
        return False
    return not isinstance(question.body, Cloze) or question.evidence is not None


def own_words(question: Question) -> str:
    """The prompt without what it quotes; "" where it speaks about language or code."""
    return _unquoted(question.prompt)


@lru_cache(maxsize=64)
def said_words(text: str) -> frozenset[str]:
    """The words of a text in lower case: to look them up is quicker than to search the text.

    Kept, since several rules ask for those of one prompt or one quote.
    """
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=16)
def _unquoted(prompt: str) -> str:
    """Kept, since several gates ask for it of one question."""
    return "" if _OF_LANGUAGE.search(prompt) else QUOTED.sub(" ", prompt)


def shares_words(question: Question) -> bool:
    """Whether the prompt holds a number, or the beginning of a word of the answer."""
    body = question.body
    if isinstance(body, (Number, DateQuestion)):
        return any(c.isdigit() for c in question.prompt)
    if isinstance(body, Cloze) and question.evidence is None:
        return False
    said = {word[:4] for word in said_words(stem_of(question))}
    return any(
        word[:4] in said and len(word) > 2
        for answer in right_answers(question)
        for word in _WORD.findall(answer.casefold())
    )


def not_in_quote(question: Question) -> bool:
    """Whether the quote does not give the answer in the answer's own words."""
    if question.evidence is None:
        return False
    body, quote = question.body, question.evidence.quote
    match body:
        case Number(answer=number):
            return f"{number:f}" not in quote
        case DateQuestion(answer=day):
            return day.month is not None or str(day.year) not in quote
        case TrueFalse(prompt=prompt, answer=holds, correction=correction):
            fact = correction or (prompt if holds else "")
            told, given = roots(_low_words(fact)), roots(_low_words(quote))
            if not holds and _DENIED.search(quote):  # what the quote denies is what is stated
                about = told | roots(_low_words(prompt))
                if 2 * len(given & about) >= len(given):
                    return False
            return _ENOUGH * len(told) > len(told & given)
        case _:
            quote = quote.casefold()
            return any(answer.casefold() not in quote for answer in right_answers(question))


def _low_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def points_back(question: Question) -> object:
    """Whether it says he, it or these in its own words, and shows no picture."""
    if question.image is not None:
        return None  # "this flag" is the one that is shown
    return (
        not _PRONOUNS.isdisjoint(said_words(question.prompt))
        and _is_question(question)
        and not _PRONOUNS.isdisjoint(said_words(own_words(question)))
    )


def says_the(question: Question) -> object:
    """Whether it rests on a source and says "the" something in its own words."""
    return question.evidence and _is_question(question) and _THE.search(own_words(question))


def relative_time(question: Question) -> object:
    """Whether it says last week or recently in its own words, and is no example sentence."""
    said = said_words(question.prompt)
    if _RELATIVE_WORDS.isdisjoint(said) or not _is_question(question):
        return None
    text = own_words(question)
    return text and _RELATIVE.search(text) and not _EXAMPLE.search(text)


def ages(question: Question) -> object:
    """Whether it has no as-of and says currently, or counts what changes."""
    if question.as_of is not None or not _is_question(question):
        return None
    prompt, quote = question.prompt, question.evidence.quote if question.evidence else ""
    counts = _COUNT.search(prompt) and CHANGING.search(prompt) and NAME_INSIDE.search(prompt)
    if not (counts or NOW.search(prompt) or NOW.search(quote)):
        return None
    text = own_words(question)
    return text and not _EXAMPLE.search(text)


def hedged(question: Question) -> object:
    """Whether it asks for a number before which its quote says "about"."""
    body = question.body
    if question.evidence is None or not isinstance(body, (Number, Short, Choice, Cloze)):
        return None
    numeric = isinstance(body, Number) or any(
        c.isdigit() for answer in right_answers(question) for c in answer
    )
    quote = question.evidence.quote
    return numeric and not _HEDGE_WORDS.isdisjoint(said_words(quote)) and _HEDGE.search(quote)


def may_be_true(question: Question) -> bool:
    """Whether an option is known by other names, or stands in the quote as the answer does."""
    options = wrong_options(question)
    if not options:
        return False
    quote = question.evidence.quote if question.evidence else ""
    if quote and any(option in quote for option in options):
        return True
    return any(map(_is_country, right_answers(question))) and any(map(_is_country, options))


@lru_cache(maxsize=64)
def _is_country(text: str) -> bool:
    """Kept, since two gates ask it of one answer."""
    return world().country(text) is not None


def uneven(question: Question) -> bool:
    """Whether its options are phrases, whose length is its author's choice."""
    body = question.body
    if not isinstance(body, (Short, Choice)) or len(body.wrong) < 2:
        return False
    return not is_name(body.answer)


def is_name(text: str) -> bool:
    """Whether a text is a name or a title, which is as long as it is."""
    return text[:1].isupper() and all(
        word[0].isupper() or len(word) <= _SMALL for word in _WORD.findall(text)
    )


def has_figures(question: Question) -> bool:
    """Whether a number is among its options."""
    answers = (*right_answers(question), *wrong_options(question))
    return bool(wrong_options(question)) and any(c.isdigit() for t in answers for c in t)


def claimed(question: Question) -> object:
    """Whether its quote is somebody's words, and it names nobody."""
    return (
        question.evidence
        and not question.attribution
        and not isinstance(question.body, Cloze)
        and _says(question.evidence.quote)
    )


def _says(quote: str) -> object:
    return (
        "“" in quote
        or '"' in quote
        or (any(verb in quote for verb in _SAYING) and _SAID.search(quote))
    )


def may_misfit(question: Question) -> object:
    """Whether a number, a date or a country answers, where the question word may want another."""
    body = question.body
    if isinstance(body, (Number, DateQuestion)):
        return _WANTS_OTHER.search(body.prompt)
    if not isinstance(body, (Short, Choice)) or "?" not in body.prompt:
        return None
    answer = body.answer
    timed = any(c.isdigit() for c in answer) or MONTHS.intersection(answer.casefold().split())
    return timed or _is_country(answer)


def states_something(question: Question) -> object:
    """Whether it asks for a fact of its source, of which there might be a second."""
    return question.evidence and _is_question(question)


def denies(question: Question) -> object:
    """Whether the prompt says no to anything."""
    prompt = question.prompt
    return not _DENYING.isdisjoint(said_words(prompt)) and _DENIED.search(prompt)
