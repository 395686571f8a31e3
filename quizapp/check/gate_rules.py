"""The gates of generation, asked of questions whoever wrote them: what they say, and when.

The gates were made for questions on news articles. A hand-written question may be about anything,
so each gate is asked only where a sign of its fault can be seen at all, and what it says is told
only where it holds for any subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.check import gate_signs
from quizapp.check.code import code_of
from quizapp.check.fields import answer_key, prompt_key, right_answers, wrong_options
from quizapp.check.finding import Facts, Finding
from quizapp.check.grounds import nothing_known
from quizapp.content.question import (
    KIND_OF,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
)
from quizapp.generate.candidate import Field
from quizapp.generate.candidate import Finding as GateFinding
from quizapp.generate.gates.asked import stem_of
from quizapp.generate.gates.judging import judge
from quizapp.generate.gates.wording import content, root
from quizapp.generate.ground import Ground

_TAKEN_UP = re.compile(r"\bit (?:\w+ ){0,3}(?:when|that|if|whether|to)\b", re.IGNORECASE)
_PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers"})
_LEGENDARY = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,3}(?:saint|god|goddess|nymph|hero|heroine|titan|giant|prophet"
    r"|apostle|disciple|angel|deity|figure|creature|monster|animal|bird|mammal|spider|insect)\b",
    re.IGNORECASE,
)
_COUNTED_FORMS = frozenset({"over-100-percent"})
_FORMS = frozenset({"over-100-percent", "other-form", "not-a-number", "other-unit"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A gate with the code of what it finds.

    Attributes:
        gate: its name.
        kinds: of question that it judges.
        sign: whether there is anything in a question that it could hold against it.
        number: the code of a finding of one reason; "" where the reason is not told.
        read: whether it needs the source as read, and is silent without.
        english: whether it reads English; else it only counts.
    """

    gate: str
    kinds: frozenset[type]
    sign: Callable[[Question], object]
    number: Callable[[Question, GateFinding], str]
    read: bool = False
    english: bool = True


def _always(number: str) -> Callable[[Question, GateFinding], str]:
    return lambda _question, _found: number


def _differs(question: Question, _found: GateFinding) -> str:
    return "E206" if isinstance(question.body, (Number, DateQuestion)) else "E205"


def _aged(question: Question, found: GateFinding) -> str:
    """The code, where what ages is what the sign saw."""
    if found.code == "office-now":
        return "E401"
    if found.code in {"says-now", "quote-says-now"}:
        return "E401" if gate_signs.NOW.fullmatch(dict(found.facts).get("word", "")) else ""
    text = question.prompt
    return (
        "E401" if gate_signs.CHANGING.search(text) and gate_signs.NAME_INSIDE.search(text) else ""
    )


def _truth_of_option(_question: Question, found: GateFinding) -> str:
    return "E303" if found.code == "option-is-answer" else "E304"


def _misfit(_question: Question, found: GateFinding) -> str:
    return "" if found.code == "kind" else "E314"


def _pointing(question: Question, found: GateFinding) -> str:
    """Silent about an "it" that a clause takes up: "What is it called when prices rise?".

    And about the "his" of a god or a saint, whom no article is about.
    """
    word = dict(found.facts).get("word", "").casefold()
    taken_up = word == "it" and _TAKEN_UP.search(question.prompt)
    owned = word in _PERSONAL and _LEGENDARY.search(question.prompt)
    return "" if taken_up or owned else "E310"


def _undated(question: Question, found: GateFinding) -> str:
    """Silent about "today", and about what an as-of dates: a name of today may last."""
    words = dict(found.facts).get("words", "").casefold()
    if words in {"today", "nowadays"} or (words in {"recently", "lately"} and question.as_of):
        return ""
    return "E404"


def _unresolved(question: Question, found: GateFinding) -> str:
    """Silent beside a name: of the court that stopped the Kora dam there is but one.

    Only a prompt that names nothing at all cannot say which is meant.
    """
    words = dict(found.facts).get("words", "")
    return "" if gate_signs.NAME_INSIDE.search(question.prompt.replace(words, " ")) else "E310"


def _claimed(question: Question, found: GateFinding) -> str:
    """Silent where it is not certain who speaks, or where the speaker is asked for."""
    speaker = dict(found.facts).get("speaker", "")
    asked = any(answer in speaker or speaker in answer for answer in right_answers(question))
    return "E210" if speaker and not asked else ""


def _leaked(question: Question, found: GateFinding) -> str:
    """Silent where not enough of the answer stands in the prompt, or where it must stand there.

    Words that the prompt quotes are what it asks about, and "a fish or a mammal" are what may be
    chosen. One word gives a name away, but not a phrase such as "only turn left".
    """
    word = dict(found.facts).get("words", "")
    stem = stem_of(question)
    bare = gate_signs.QUOTED.sub(" ", stem)
    quoted = word not in bare and any(word in part for part in gate_signs.QUOTED.findall(stem))
    if quoted or _is_offered(word, bare):
        return ""
    answer = next((a for a in right_answers(question) if word in a), "")
    if not answer or not isinstance(question.body, (Short, Choice, ListQuestion)):
        return "E301"
    told = {root(w.low) for w in content(bare)}
    missing = [w for w in content(answer) if root(w.low) not in told]
    enough = not missing or (word != answer and gate_signs.is_name(answer))
    return "E301" if enough or len(missing) * 4 <= len(content(answer)) else ""


def _is_offered(word: str, text: str) -> bool:
    """Whether a word is one of two that the prompt leaves to choose between."""
    own = re.escape(word)
    offered = rf"\bor (?:an? |the |by |in |to )?{own}\b|\b{own}(?: \w+)? or\b"
    return re.search(offered, text, re.IGNORECASE) is not None


_CHOSEN = frozenset({Short, Choice})
_VALUES = frozenset({Number, DateQuestion})
_ANY: frozenset[type] = frozenset(KIND_OF)
_SAID = _ANY - {Flashcard}

RULES: tuple[Rule, ...] = (
    Rule("supported", _ANY, gate_signs.not_in_quote, _differs),
    Rule("no-leak", _CHOSEN | _VALUES | {ListQuestion, Cloze}, gate_signs.shares_words, _leaked),
    Rule("self-contained", _SAID, gate_signs.points_back, _pointing),
    Rule("resolved", _SAID, gate_signs.says_the, _unresolved, read=True),
    Rule("one-answer", _CHOSEN, gate_signs.states_something, _always("E302"), read=True),
    Rule("none-true", _CHOSEN | {Multi}, gate_signs.may_be_true, _truth_of_option),
    Rule("dated", _SAID, gate_signs.relative_time, _undated),
    Rule("as-of", _SAID, gate_signs.ages, _aged),
    Rule("attributed", _SAID - {Order, Match, Cloze}, gate_signs.claimed, _claimed),
    Rule("word-fits", _CHOSEN | _VALUES, gate_signs.may_misfit, _misfit),
    Rule("hedged", _CHOSEN | {Number, Cloze}, gate_signs.hedged, _always("E207")),
    Rule("positive", _ANY, gate_signs.denies, _always("E309")),
    Rule("even", _CHOSEN, gate_signs.uneven, _always("E306"), english=False),
)
"""Gates in order."""

_FOR: dict[tuple[type, bool], tuple[Rule, ...]] = {
    (kind, english): tuple(r for r in RULES if kind in r.kinds and (english or not r.english))
    for kind in _ANY
    for english in (True, False)
}

_KEYS: dict[Field, Callable[[Question], str]] = {
    Field.PROMPT: prompt_key,
    Field.ANSWER: answer_key,
    Field.WRONG: lambda _: "wrong",
    Field.AS_OF: lambda _: "as_of",
    Field.ATTRIBUTION: lambda _: "attribution",
    Field.EVIDENCE: lambda _: "evidence.quote",
}


def gate_findings(
    question: Question, ground: Ground | None, *, english: bool, gate: str = ""
) -> Iterator[Finding]:
    """What the gates hold against a question.

    Args:
        question: of any kind.
        ground: the source that it rests on, as read; None where it is not.
        english: whether the deck is in English; most gates are silent in any other language.
        gate: the name of the only one that is asked; "" for all.
    """
    asked = {
        rule.gate: rule
        for rule in _FOR[type(question.body), english]
        if gate in ("", rule.gate) and (ground or not rule.read) and rule.sign(question)
    }
    if not asked:
        return
    for found in judge(question, ground or nothing_known(), only=asked):
        number = asked[found.gate].number(question, found)
        if number:
            yield told_as(number, question, found)


def telling_forms(question: Question) -> Iterator[Finding]:
    """E307: the answer is told by its form: every wrong option has another, or one cannot be."""
    if not gate_signs.has_figures(question):
        return
    unlike = [
        found
        for found in judge(question, nothing_known(), only={"matching"})
        if found.code in _FORMS
    ]
    options = {dict(found.facts)["option"] for found in unlike}
    for found in unlike:
        if found.code in _COUNTED_FORMS or options == set(wrong_options(question)):
            yield told_as("E307", question, found)
            return


def told_as(number: str, question: Question, found: GateFinding) -> Finding:
    """What a gate found, as a finding of a code."""
    facts: Facts = found.facts
    reason = found.code
    if number == "E206":
        facts = (*facts, ("kind", question.kind.value))
    elif number == "E301" and _is_part(dict(facts)["words"], question):
        reason = "answer-part-in-stem"
    code = code_of(number)
    key = _KEYS[found.field](question)
    return Finding(code, reason, key=key, facts=facts, severity=code.severity)


def _is_part(word: str, question: Question) -> bool:
    """Whether a word is less than any answer says."""
    said = [a for a in right_answers(question) if word in a]
    return bool(said) and all(len(content(answer)) > len(content(word)) for answer in said)
