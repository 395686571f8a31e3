"""The form of a question: its length, its end, and a question word that fits the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Kind,
    Match,
    Number,
    Question,
    Short,
    TrueFalse,
    gaps,
)
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates import nouns
from quizapp.generate.gates.asked import Asked, asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import figures, years
from quizapp.generate.gates.holding import held, noted, with_prompt
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.wording import MONTHS, folded, length, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

FEWEST, MOST = 5, 28
"""Words of a prompt; the headline it names counts as few."""
_MOST_GAPS = 3
_BROKEN = re.compile(
    r"\b(?:to in (?=(?-i:[A-Z])|\d)|in in|by to|of of|the the|a the|the a|to to)\b"
    r"|^(?:what|who|which [a-z]+) [a-z]+ed by (?=(?-i:[A-Z])|the\b)"
    r"|\b(?:whether|and|or|but|the|an?|because|if|whose|than)[.?]$",
    re.IGNORECASE,
)
"""Words that no sentence holds together, left where something was cut out."""
_END_OF_QUESTION = re.compile(r"\?[\"”’)]*(?:\s+[^?]+\.)?$")
_END_OF_STATEMENT = re.compile(r"[.!][\"”’)]*$")
_COUNTED = row_of("percent degrees dollars euros pounds years days hours weeks months million")
_PLURAL = ("how many", "how much", "what percentage", "what share")
_PERSONS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.PEOPLE}
)
_NO_PERSONS = frozenset({EntityKind.WORK, EntityKind.EVENT, EntityKind.PLACE})
_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_WHERE = frozenset({EntityKind.PERSON, EntityKind.PEOPLE})
_ASKED_KINDS: dict[str, frozenset[EntityKind]] = {
    **dict.fromkeys(("country", "nation"), frozenset({EntityKind.COUNTRY})),
    **dict.fromkeys(("city", "town", "village", "river", "island"), _PLACES),
    **dict.fromkeys(nouns.PERSON - {"winner", "official"}, frozenset({EntityKind.PERSON})),
}
_TIME_NOUNS = row_of("year month day date decade century")
_WHICH = re.compile(r"\b(?:which|what)\s(?:[a-z-]+\s){0,2}?(\w+)\b(?=\s|\?|')", re.IGNORECASE)


def well_formed(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """G13: 5 to 28 words, ending as its kind does: in "?", with a gap, or as a statement."""
    body = question.body
    if isinstance(body, Flashcard):
        return
    asked = asked_of(question)
    count = length(asked.stem)
    if not FEWEST <= count <= MOST:
        code = "too-short" if count < FEWEST else "too-long"
        yield held("well-formed", code, Field.PROMPT, count=str(count))
    broken = _BROKEN.search(asked.stem)
    if broken:
        yield held("well-formed", "broken", Field.PROMPT, words=broken.group().strip())
    if isinstance(body, Cloze):
        if not 1 <= len(gaps(body.text)) <= _MOST_GAPS:
            yield held("well-formed", "gaps", Field.PROMPT, count=str(len(gaps(body.text))))
        return
    prompt = body.prompt.rstrip()
    if isinstance(body, TrueFalse):
        if not _END_OF_STATEMENT.search(prompt):
            bare = prompt.rstrip(" ?,;:")
            mend = with_prompt(question, "add-stop", f"{bare}.") if "?" not in prompt else None
            yield held("well-formed", "no-statement", Field.PROMPT, mend)
    elif not _END_OF_QUESTION.search(prompt) and not _instruction(question):
        bare = prompt.rstrip(" .,;:")
        asks = asked.interrogative and "?" not in prompt
        mend = with_prompt(question, "add-question-mark", f"{bare}?") if asks else None
        yield held("well-formed", "no-question", Field.PROMPT, mend)


def _instruction(question: Question) -> bool:
    """Whether it tells what to do: "Match each …", "Put these in order …"."""
    first = question.prompt.split(maxsplit=1)[:1]
    if isinstance(question.body, Match):
        return first == ["Match"]
    return question.kind in {Kind.ORDER, Kind.LIST, Kind.MULTI} and first in (
        ["Put"],
        ["Name"],
        ["Choose"],
        ["List"],
        ["Order"],
    )


def word_fits(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G14: the question word fits the answer."""
    body = question.body
    asked = asked_of(question)
    word = asked.interrogative
    code = ""
    if isinstance(body, Number):
        code = "not-a-count" if word in {"who", "whom", "whose", "where", "why"} else ""
    elif isinstance(body, DateQuestion):
        code = "not-a-date" if word in {"who", "whom", "whose", "where", "why", *_PLURAL} else ""
    elif isinstance(body, (Short, Choice)):
        code = _unfit(word, body.answer, asked, index_of(ground))
    if code:
        answer = asked.answers[0] if asked.answers else ""
        yield held("word-fits", code, Field.PROMPT, word=word, answer=answer)


def _unfit(word: str, answer: str, asked: Asked, index: SourceIndex) -> str:
    kinds, number, date = index.kinds(answer), _is_number(answer), _is_date(answer)
    noun = _noun_after_which(asked)
    table = {
        "person": word in {"who", "whom"}
        and (number or date or bool(kinds and kinds <= _NO_PERSONS)),
        "place": word == "where" and (number or date or bool(kinds and kinds <= _WHERE)),
        "time": (word == "when" and (number or bool(kinds & (_WHERE | _PLACES))))
        or (noun in _TIME_NOUNS and not date and not number and not _named_time(answer)),
        "count": word in _PLURAL and not figures(answer) and bool(kinds or date),
        "reason": word == "why" and (number or date or bool(kinds)),
        "kind": _other_kind(noun, kinds, number=number or date),
    }
    return next((code for code, unfit in table.items() if unfit), "")


def _noun_after_which(asked: Asked) -> str:
    """The head of "which neighbouring country", in the singular, or ""."""
    if asked.interrogative not in {"which", "what"}:
        return ""
    match = re.search(r"\b(?:which|what)\b", asked.stem, re.IGNORECASE)
    found = [w for w in asked.words if match and w.start >= match.end()][:3]
    after = [w.low for w in found]
    for n, low in enumerate(after):
        if asked.stem[found[n].end : found[n].end + 2] in {"'s", "’s"}:
            return low if low in _ASKED_KINDS else ""
        if low in _ASKED_KINDS or low in _TIME_NOUNS:
            return low if n + 1 == len(after) or after[n + 1] not in _ASKED_KINDS else after[n + 1]
        if n == 0 and low in {"of", "is", "was", "are", "were", "did", "does", "do"}:
            return ""
    return ""


def _other_kind(noun: str, kinds: frozenset[EntityKind], *, number: bool) -> bool:
    wanted = _ASKED_KINDS.get(noun)
    if wanted is None:
        return False
    return number or (bool(kinds) and not kinds & wanted and EntityKind.OTHER not in kinds)


def _is_number(answer: str) -> bool:
    found = words(answer)
    behind = {word.low for word in found[1:]}
    return (
        bool(found)
        and found[0].text[0].isdigit()
        and bool(figures(answer))
        and (not behind or bool(behind & _COUNTED))
        and not _is_date(answer)
    )


def _is_date(answer: str) -> bool:
    return (bool(years(answer)) or any(w.low in MONTHS for w in words(answer))) and all(
        word.low in MONTHS or word.text[0].isdigit() or word.low in {"in", "on", "of", "the"}
        for word in words(answer)
    )


def _named_time(answer: str) -> bool:
    return (
        any(w.low in MONTHS or w.text[0].isdigit() for w in words(answer))
        or not answer[:1].isupper()
    )


_NOBODY = re.compile(
    r"\b(?:who|whom) (?:\w+ )?"
    r"(?:not\b|never\b|\w+n['’]t\b|no (?!longer)|none\b|nothing\b|nobody\b)",
    re.IGNORECASE,
)
"""Who did not is nearly everybody."""
_DENYING = row_of("not never except no none nothing nobody t")
"""One of these is in whatever is denied; "t" of "didn't"."""


def positive(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: no question asks which option is not so."""
    stem = asked_of(question).stem
    if _DENYING.isdisjoint(folded(stem)):
        return
    denied = re.search(r"\b(?:NOT|EXCEPT|NEVER)\b|\bexcept\?$", stem) or re.search(
        r"\bwhich of (?:these|the following)(?: \w+)?"
        r" (?:(?:is|are|was|were|has|have|had|do|does|did) (?:not|never)\b|\w+n['’]t\b)",
        stem,
        re.IGNORECASE,
    )
    denied = denied or _NOBODY.search(stem)
    if denied:
        yield noted("positive", "negative", Field.PROMPT, words=denied.group())
