"""The gates of generation, asked of questions whoever wrote them: what they say, and when.

The gates were made for questions on news articles. A hand-written question may be about anything,
so each gate is asked only where a sign of its fault can be seen at all, and what it says is told
only where it holds for any subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizapp.check.code import code_of
from quizapp.check.fields import answer_key, prompt_key, right_answers, wrong_options
from quizapp.check.finding import Facts, Finding, held
from quizapp.check.grounds import nothing_known
from quizapp.check.likeness import roots
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Kind,
    Number,
    Question,
    Short,
    TrueFalse,
)
from quizapp.generate.candidate import Field
from quizapp.generate.candidate import Finding as GateFinding
from quizapp.generate.gates.asked import asked_of, stem_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.judging import judge
from quizapp.generate.gates.wording import root
from quizapp.generate.ground import Ground
from quizapp.generate.language.world import world

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"‘][^”\"’]*[”\"’]|(?<!\w)'[^']+'(?!\w)|`[^`]*`|\*[^*]+\*")
_PRONOUN = re.compile(
    r"\b(?:he|she|him|his|hers?|it|its|they|them|their|these|those|this|that)\b", re.IGNORECASE
)
_EXAMPLE = re.compile(
    r"\b(?:I|me|my|you|your|we|us|our|he|she|him|her|his|they|them)\b", re.IGNORECASE
)
_OF_LANGUAGE = re.compile(
    r"\b(?:sentence|word|verb|noun|adjective|adverb|pronoun|tense|clause|phrase|plural|singular"
    r"|translat\w+|synonym|antonym|spell\w*|grammar|mean|means|line|lyrics?|quot\w+|poem|proverb"
    r"|idiom|code|print\w*|output\w*|expression|function|value|variable|returns?)\b",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"\bit (?:\w+ ){0,3}(?:when|that|if|whether|to)\b", re.IGNORECASE)
_THE = re.compile(r"\bthe [a-z]", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:currently|nowadays|at present|presently|so far|to date|as of|incumbent|these days"
    r"|at the moment)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:how (?:many|much)|what (?:share|percentage|proportion|number))\b", re.IGNORECASE
)
_CHANGING = re.compile(
    r"\b(?:population|inhabitants|residents|people (?:live|speak|work|use)|citizens|speakers"
    r"|members (?:does|do|has|have)|member (?:states|countries) (?:does|do|has|have|are)"
    r"|(?:states|countries) (?:recognis|recogniz|belong)\w*|users|employees|subscribers|followers"
    r"|troops|soldiers|refugees|unemployed)\b",
    re.IGNORECASE,
)
_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_RELATIVE = re.compile(
    r"\b(?:last|next|this|past|coming|previous|yesterday|tomorrow|tonight|recent|recently|lately"
    r"|nowadays|ago|today|on [A-Z]\w+day)\b"
)
_HEDGE = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|almost|more than|over|fewer than"
    r"|less than|at least|at most|up to|estimated|close to|just|well over|as many as|as much as"
    r"|no more than|under|or so|or more|or fewer)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:NOT|EXCEPT|NEVER)\b|except\?|\b(?:not|never)\b|n['’]t\b")
_SAID = re.compile(
    r"[“\"]|\b(?:said|says|told|claim|argue|warn|insist|according)\w*\b", re.IGNORECASE
)
_SMALL = 3
"""Letters of words that names are joined with: "of", "the", "and"."""
_ENOUGH = 0.7
"""Of the words of a statement: a quote that has so many gives it; the gate asks for fewer."""
_COUNTED_FORMS = frozenset({"over-100-percent"})
_FORMS = frozenset({"over-100-percent", "other-form", "not-a-number", "other-unit"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A gate with the code of what it finds.

    Attributes:
        gate: its name.
        sign: whether there is anything in a question that it could hold against it.
        number: the code of a finding of one reason; "" where the reason is not told.
        read: whether it needs the source as read, and is silent without.
    """

    gate: str
    sign: Callable[[Question], object]
    number: Callable[[Question, GateFinding], str]
    read: bool = False


def _always(number: str) -> Callable[[Question, GateFinding], str]:
    return lambda _question, _found: number


def _is_question(question: Question) -> bool:
    """Whether it asks or states in the author's own voice: no gap in an example sentence."""
    if isinstance(question.body, Flashcard):
        return False
    return not isinstance(question.body, Cloze) or question.evidence is not None


def _own_words(question: Question) -> str:
    """The prompt without what it quotes; "" where it speaks about language or code."""
    return "" if _OF_LANGUAGE.search(question.prompt) else _QUOTED.sub(" ", question.prompt)


def _shares_words(question: Question) -> bool:
    body = question.body
    if isinstance(body, (Number, DateQuestion)):
        return any(c.isdigit() for c in question.prompt)
    if isinstance(body, Cloze) and question.evidence is None:
        return False
    said = {word[:4] for word in _WORD.findall(stem_of(question).casefold())}
    return any(
        word[:4] in said and len(word) > 2
        for answer in right_answers(question)
        for word in _WORD.findall(answer.casefold())
    )


def _not_in_quote(question: Question) -> bool:
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
            return _ENOUGH * len(told) > len(told & given)
        case _:
            quote = quote.casefold()
            return any(answer.casefold() not in quote for answer in right_answers(question))


def _low_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _differs(question: Question, _found: GateFinding) -> str:
    return "E206" if isinstance(question.body, (Number, DateQuestion)) else "E205"


def _points_back(question: Question) -> object:
    if question.image is not None:
        return None  # "this flag" is the one that is shown
    return _is_question(question) and _PRONOUN.search(_own_words(question))


def _says_the(question: Question) -> object:
    return question.evidence and _is_question(question) and _THE.search(_own_words(question))


def _relative(question: Question) -> object:
    text = _own_words(question) if _is_question(question) else ""
    return text and _RELATIVE.search(text) and not _EXAMPLE.search(text)


def _ages(question: Question) -> object:
    if question.as_of is not None or not _is_question(question):
        return None
    text = _own_words(question)
    if not text or _EXAMPLE.search(text):
        return None
    quote = question.evidence.quote if question.evidence else ""
    return (
        _NOW.search(text)
        or _NOW.search(quote)
        or (_COUNT.search(text) and _CHANGING.search(text) and _NAME_INSIDE.search(text))
    )


def _aged(question: Question, found: GateFinding) -> str:
    """The code, where what ages is what the sign saw."""
    if found.code == "office-now":
        return "E401"
    if found.code in {"says-now", "quote-says-now"}:
        return "E401" if _NOW.fullmatch(dict(found.facts).get("word", "")) else ""
    text = question.prompt
    return "E401" if _CHANGING.search(text) and _NAME_INSIDE.search(text) else ""


def _hedged(question: Question) -> object:
    body = question.body
    if question.evidence is None or not isinstance(body, (Number, Short, Choice, Cloze)):
        return None
    numeric = isinstance(body, Number) or any(
        c.isdigit() for answer in right_answers(question) for c in answer
    )
    return numeric and _HEDGE.search(question.evidence.quote)


def _has_options(question: Question) -> bool:
    return bool(wrong_options(question))


def _may_be_true(question: Question) -> bool:
    """Whether an option is known by other names, or stands in the quote as the answer does."""
    options = wrong_options(question)
    if not options:
        return False
    quote = question.evidence.quote if question.evidence else ""
    if quote and any(option in quote for option in options):
        return True
    known = world().country
    return any(map(known, options)) and any(map(known, right_answers(question)))


def _truth_of_option(_question: Question, found: GateFinding) -> str:
    return "E303" if found.code == "option-is-answer" else "E304"


def _uneven(question: Question) -> bool:
    body = question.body
    if not isinstance(body, (Short, Choice)) or len(body.wrong) < 2:
        return False
    return not _is_name(body.answer)


def _is_name(text: str) -> bool:
    """Whether a text is a name or a title, which is as long as it is."""
    return text[:1].isupper() and all(
        word[0].isupper() or len(word) <= _SMALL for word in _WORD.findall(text)
    )


def _figures(question: Question) -> bool:
    answers = (*right_answers(question), *wrong_options(question))
    return _has_options(question) and any(c.isdigit() for text in answers for c in text)


def _claimed(question: Question) -> object:
    return (
        question.evidence
        and not question.attribution
        and not isinstance(question.body, Cloze)
        and _SAID.search(question.evidence.quote)
    )


def _misfit(_question: Question, found: GateFinding) -> str:
    return "" if found.code == "kind" else "E314"


def _pointing(question: Question, found: GateFinding) -> str:
    """Silent about an "it" that a clause takes up: "What is it called when prices rise?"."""
    word = dict(found.facts).get("word", "")
    return "" if word.casefold() == "it" and _TAKEN_UP.search(question.prompt) else "E310"


def _undated(question: Question, found: GateFinding) -> str:
    """Silent about "today", and about what an as-of dates: a name of today may last."""
    words = dict(found.facts).get("words", "").casefold()
    if words in {"today", "nowadays"} or (words in {"recently", "lately"} and question.as_of):
        return ""
    return "E404"


def _unresolved(question: Question, found: GateFinding) -> str:
    """Silent behind a name: "NATO … the treaty" is told by whoever knows the one."""
    text = question.prompt
    before = text[: max(text.find(dict(found.facts).get("words", "")), 0)]
    return "" if _NAME_INSIDE.search(before) else "E310"


def _leaked(question: Question, found: GateFinding) -> str:
    """Silent about words that the prompt quotes: they are what it asks about."""
    word = dict(found.facts).get("words", "")
    stem = stem_of(question)
    quoted = any(word in part for part in _QUOTED.findall(stem))
    return "" if quoted and word not in _QUOTED.sub(" ", stem) else "E301"


RULES: tuple[Rule, ...] = (
    Rule("supported", _not_in_quote, _differs),
    Rule("no-leak", _shares_words, _leaked),
    Rule("self-contained", _points_back, _pointing),
    Rule("resolved", _says_the, _unresolved, read=True),
    Rule("one-answer", lambda q: q.evidence and _is_question(q), _always("E302"), read=True),
    Rule("none-true", _may_be_true, _truth_of_option),
    Rule("dated", _relative, _undated),
    Rule("as-of", _ages, _aged),
    Rule("attributed", _claimed, _always("E210")),
    Rule("word-fits", lambda q: q.kind is not Kind.TRUE_FALSE and "?" in q.prompt, _misfit),
    Rule("hedged", _hedged, _always("E207")),
    Rule("positive", lambda q: _DENIED.search(q.prompt), _always("E309")),
)
"""Gates that read English, in order."""

ANY_LANGUAGE: tuple[Rule, ...] = (Rule("even", _uneven, _always("E306")),)
"""Gates that only count."""

_KEYS: dict[Field, Callable[[Question], str]] = {
    Field.PROMPT: prompt_key,
    Field.ANSWER: answer_key,
    Field.WRONG: lambda _: "wrong",
    Field.AS_OF: lambda _: "as_of",
    Field.ATTRIBUTION: lambda _: "attribution",
    Field.EVIDENCE: lambda _: "evidence.quote",
}


def gate_findings(
    question: Question, ground: Ground | None, *, english: bool
) -> Iterator[Finding]:
    """What the gates hold against a question.

    Args:
        question: of any kind.
        ground: the source that it rests on, as read; None where it is not.
        english: whether the deck is in English; most gates are silent in any other language.
    """
    rules = (*RULES, *ANY_LANGUAGE) if english else ANY_LANGUAGE
    asked = {
        rule.gate: rule for rule in rules if (ground or not rule.read) and rule.sign(question)
    }
    if not asked:
        return
    for found in judge(question, ground or nothing_known(), only=asked):
        number = asked[found.gate].number(question, found)
        if number:
            yield _told(number, question, found)


def telling_forms(question: Question, ground: Ground | None) -> Iterator[Finding]:
    """E307: the answer is told by its form: every wrong option has another, or one cannot be."""
    if not _figures(question):
        return
    unlike = [
        found
        for found in judge(question, ground or nothing_known(), only={"matching"})
        if found.code in _FORMS
    ]
    options = {dict(found.facts)["option"] for found in unlike}
    for found in unlike:
        if found.code in _COUNTED_FORMS or options == set(wrong_options(question)):
            yield _told("E307", question, found)
            return


def repeats(question: Question, others: Iterable[Question]) -> Iterator[Finding]:
    """E311 and E312: questions that ask one thing, or answer each other.

    Args:
        question: the later of them.
        others: those that may repeat it.
    """
    others = tuple(other for other in others if other != question)
    if not others:
        return
    company = Company.of(others)
    for found in judge(question, nothing_known(), company=company, only={"no-repeat"}):
        yield _told("E312" if found.code == "duplicate" else "E311", question, found)
        return
    for other in others:
        if _same_words(question, other):
            key, other_id = prompt_key(question), other.id or ""
            yield held("E312", "duplicate", key, prompt=other.prompt, question=other_id)
            return


def _same_words(question: Question, other: Question) -> bool:
    """Whether two short questions say the same but for the noun that asks: "which city"."""
    one, two = asked_of(question), asked_of(other)
    if not one.answers or {a.casefold() for a in one.answers} != {
        a.casefold() for a in two.answers
    }:
        return False
    mine = one.roots - {root(noun) for noun in one.asked_noun}
    theirs = two.roots - {root(noun) for noun in two.asked_noun}
    return bool(mine) and mine == theirs and one.years == two.years


def _told(number: str, question: Question, found: GateFinding) -> Finding:
    facts: Facts = found.facts
    if number == "E206":
        facts = (*facts, ("kind", question.kind.value))
    code = code_of(number)
    key = _KEYS[found.field](question)
    return Finding(code, found.code, key=key, facts=facts, severity=code.severity)
