"""Options held against each other: two that mean the same, one that means "all", telling forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from quizapp.check.fields import accepted, answer_key, right_answers, wrong_options
from quizapp.check.finding import Finding, held
from quizapp.content.folding import same_answer, visible, words
from quizapp.content.question import Choice, Multi, Order, Question, Short
from quizapp.content.same_value import same_value

_ALL = re.compile(
    r"(?:all|none|any|both|neither|each|two|most) of (?:the|these|those)"
    r"(?: (?:two|three|four|five))?(?: (?:above|below|following|options|answers|choices|others?))?"
    r"|(?:all|none|both|neither|any) of (?:them|these|those|it)"
    r"|(?:all|none|both) (?:the )?above|all the (?:options|answers|others)|none"
    r"|(?:both )?[a-d1-4] (?:and|&|or) [a-d1-4]",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:both )?[a-d1-4] (?:and|&|or) [a-d1-4]", re.IGNORECASE)
_NO_SIGN = re.compile(r"[\W_]+")
_OF_WRITING = re.compile(
    r"\b(?:spel\w*|capital letters?|capitali[sz]\w*|upper.?case|lower.?case|writ\w*|accents?"
    r"|apostrophes?|punctuat\w*|hyphen\w*|comma\w*|correct\w*|letters?|typed?)\b",
    re.IGNORECASE,
)


def options_that_mean_all(question: Question) -> Iterator[Finding]:
    """E308: an option such as "all of the above", in a deck in English."""
    options = [(text, answer_key(question)) for text in _offered_right(question)]
    options += [(text, "wrong") for text in wrong_options(question)]
    for text, key in options:
        bare = visible(text).rstrip(".!")
        if not _ALL.fullmatch(bare):
            continue
        if _LETTERS.fullmatch(bare) and not _others_are_longer(text, options):
            continue
        if bare.casefold() == "none" and any(
            visible(other).isdigit() or len(visible(other).split()) == 1
            for other, _ in options
            if other != text
        ):
            continue  # "none" as a number, or as one word among others
        yield held("E308", "all-of-the-above", key, option=text)


def _offered_right(question: Question) -> tuple[str, ...]:
    return right_answers(question) if isinstance(question.body, (Short, Choice, Multi)) else ()


def _others_are_longer(text: str, options: list[tuple[str, str]]) -> bool:
    """Whether "A and B" speaks of options, and is not one of several such pairs."""
    others = [other for other, _ in options if other != text]
    return bool(others) and not any(_LETTERS.fullmatch(visible(o).rstrip(".")) for o in others)


def options_alike(question: Question) -> Iterator[Finding]:
    """E303 and E305: an option that is the answer in another writing, two that are one option.

    Silent where the question is about writing itself, so that what differs is what is asked.
    """
    wrong = wrong_options(question)
    if not wrong:
        return
    right = _offered_right(question)
    also = tuple(spelling for spelling, _ in accepted(question))
    if _all_differ((*wrong, *right, *also)) or _OF_WRITING.search(question.prompt):
        return
    for option in wrong:
        same = next((a for a in right if _one_option(option, a)), None)
        if same is not None:
            yield held("E303", "option-is-answer", "wrong", option=option, answer=same)
            continue
        same = next((a for a in also if _one_option(option, a)), None)
        if same is not None:
            yield held("E501", "accepted-is-wrong", "accept", option=option, spelling=same)
    for one, other in combinations(wrong, 2):
        if _one_option(one, other):
            yield held("E305", "options-alike", "wrong", option=one, other=other)
            return
    for one, other in combinations(right, 2):
        if isinstance(question.body, Multi) and _one_option(one, other):
            yield held("E305", "options-alike", "answers", option=one, other=other)
            return


def _all_differ(texts: tuple[str, ...]) -> bool:
    """Whether it is plain that no two are one: they have no letters and digits in common."""
    keys = {_NO_SIGN.sub("", text.casefold()).removeprefix("the") for text in texts}
    return len(keys) == len(texts) and not any(key[-1:].isdigit() for key in keys)


def _one_option(one: str, other: str) -> bool:
    """Whether two options are one, in less than an accent or as one number or date."""
    if visible(one) == visible(other):
        return True
    if not _worded(one) or not _worded(other):
        return _figures_alike(one, other)
    if "'" in visible(one) or "'" in visible(other):
        return visible(one).casefold() == visible(other).casefold()  # its, it's and its'
    return (
        same_answer(one, other)
        and words(one) == words(other)  # "ab" and "a b" may be what is asked
        and _signs(one) == _signs(other)
    )


def _worded(text: str) -> bool:
    return any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)


def _figures_alike(one: str, other: str) -> bool:
    plain = all(c.isdigit() or c in " ,.'\u00a0\u202f" for c in visible(one) + visible(other))
    return plain and same_value(one, other)


def _signs(text: str) -> str:
    """The signs in a text that may be what is asked: not full stops, commas, hyphens."""
    return "".join(c for c in visible(text) if not (c.isalnum() or c.isspace() or c in '.,"-'))


def repeated_items(question: Question) -> Iterator[Finding]:
    """E305: two items to be put in order that read the same but for case."""
    if not isinstance(question.body, Order) or _OF_WRITING.search(question.prompt):
        return
    for one, other in combinations(question.body.answers, 2):
        if (
            _worded(one)
            and _worded(other)
            and visible(one).casefold() == visible(other).casefold()
        ):
            yield held("E305", "options-alike", "answers", option=one, other=other)
            return
