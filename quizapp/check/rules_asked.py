"""What is asked against what answers it, where no source and no list of names is needed to see it.

The gates judge by the names of an article. These rules read plain English: a clause with
"because" tells no time, a month is no count, a pronoun behind the verb is not who did it. They
hold only what is certain of any subject, and are silent about language, quotes and pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizapp.check import gate_signs
from quizapp.check.finding import Finding, held
from quizapp.content.numerals import is_number_word, is_roman
from quizapp.content.question import Choice, DateQuestion, Number, Question, Short
from quizapp.generate.gates.wording import HELPERS, MONTHS
from quizapp.generate.language.word_list import row_of

_WORD = re.compile(r"[^\W_]+")
_MONTH = "|".join(sorted(MONTHS))
_ASKING = r"who|whom|whose|what|which|where|when|why|how"
_OPENING = re.compile(
    rf"^(?:according to [^,?]+, |(?:in|at|during|after|before|under) [^,?]+, )?"
    rf"(?P<word>who|whom|where|when|how many|how much|"
    rf"(?:in |by |since |until )?(?:which|what) year)\b(?!.*\b(?:{_ASKING})\b)",
    re.IGNORECASE | re.DOTALL,
)
"""The question word of a prompt that has no second one."""
_REASON = re.compile(r"^(?:because|in order to|so that|so as to|due to|owing to)\b", re.IGNORECASE)
_IN_A_PLACE = re.compile(
    rf"^(?:in|at|near|outside|inside) (?:the )?(?!(?:{_MONTH})\b)(?-i:[A-Z])\w+"
    rf"(?: (?:of |the )*(?-i:[A-Z])\w+){{0,3}}$",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    rf"^(?:(?:in|on|by|since|until) )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH})"
    rf"(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?(?: \d{{3,4}})?$",
    re.IGNORECASE,
)
_IN_THE_PAST = re.compile(r"\bwhen (?:did|was|were|had)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^(?:(?:he|she|it|they|we)|[\w'’-]+(?: [\w'’-]+){0,2})"
    r" (?:was|were|had|did|could|would|wanted|needed|became)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\d|\b(?:when|after|before|during|until|till|as|once|while|whilst|since|upon|whenever|if|by|in"
    r"|on|at|between|from|throughout|under|century|years?|months?|weeks?|days?|nights?|morning"
    r"|evening|noon|dawn|dusk|spring|summer|autumn|winter|age|era|period|reign|time|later|earlier"
    r"|ago|soon|immediately|already|just|still|only)\b",
    re.IGNORECASE,
)
_YEAR_DONE = re.compile(
    r"\b(?:which|what) year (?:did|was|were|is|are|does|do|has|had|will|would|could)\b",
    re.IGNORECASE,
)


def answer_of_another_kind(question: Question) -> Iterator[Finding]:
    """E314: the question word asks for a person, a place, a time, a count, and gets another."""
    body = question.body
    if not isinstance(body, (Short, Choice)) or question.image is not None:
        return
    found = _OPENING.match(gate_signs.QUOTED.sub(" ", body.prompt).strip())
    if found is None:
        return
    word = found["word"].casefold()
    if word.endswith("year"):
        unlike, word = _is_no_year(question.prompt, body.answer), word.rpartition(" ")[0]
        reason = "time"
    else:
        unlike, reason = _UNLIKE[word](body.prompt, body.answer), _REASONS[word]
    if unlike or _REASON.match(body.answer):
        yield held("E314", reason, "prompt", word=word, answer=body.answer)


def _is_no_year(prompt: str, answer: str) -> bool:
    if not _YEAR_DONE.search(prompt) or not answer[:1].isupper():
        return False
    said = _WORD.findall(answer)
    if any(is_number_word(word.casefold()) or is_roman(word) for word in said):
        return False
    return not any(c.isdigit() for c in answer) and not set("MDCLXVI").issuperset(said[0])


def _is_no_person(_prompt: str, answer: str) -> bool:
    return bool(_IN_A_PLACE.match(answer))


def _is_no_time(prompt: str, answer: str) -> bool:
    return (
        bool(_IN_THE_PAST.search(prompt))
        and bool(_CLAUSE.match(answer))
        and not _OF_TIME.search(answer)
    )


def _is_no_count(_prompt: str, answer: str) -> bool:
    return bool(_A_DAY.match(answer)) or bool(_IN_A_PLACE.match(answer))


_UNLIKE: dict[str, Callable[[str, str], bool]] = {
    "where": lambda _prompt, _answer: False,  # a date is told by the gate
    "who": _is_no_person,
    "whom": _is_no_person,
    "when": _is_no_time,
    "how many": _is_no_count,
    "how much": _is_no_count,
}
_REASONS = {
    "who": "person",
    "whom": "person",
    "where": "place",
    "when": "time",
    "how many": "count",
    "how much": "count",
}

_NO_VERB = HELPERS | row_of(
    "in on at by of to from for with into over under around beside behind before after about "
    "against between through than as and or but that who which whose if when while like near "
    "upon without within be been being called made make makes"
)
_DONE_TO = re.compile(
    r"^(?:who|(?:which|what)(?: [\w-]+){1,3}?) (?P<verb>[a-z]+) (?P<word>him|her|them|it)"
    r"(?: (?:in|on|at|from|with|after|before|during|by|into|against)\b.*)?\?$",
    re.IGNORECASE | re.DOTALL,
)
"""Who did it to her: whoever is asked for cannot be her."""
_NOBODY_NAMED = re.compile(
    r"^(?:who|what|which \w+) (?:is|was|are|were) (?P<word>he|she|they|it)\?$"
    r"|^(?P<that>that|it) (?:is|was) \w+(?:ed|en|wn) (?:in|at|by|on|from|to) "
    r"(?:which|what|whom)\b[^,.]*\?$",
    re.IGNORECASE,
)


def pronoun_for_nobody(question: Question) -> Iterator[Finding]:
    """E310: a pronoun that only another sentence could explain."""
    if not gate_signs.points_back(question):
        return
    own = gate_signs.own_words(question).strip()
    found = _DONE_TO.match(own)
    if found and found["verb"].casefold() not in _NO_VERB:
        yield held("E310", "pronoun", "prompt", word=found["word"])
        return
    found = _NOBODY_NAMED.match(own)
    if found:
        yield held("E310", "pronoun", "prompt", word=found["word"] or found["that"])


_ASKED = re.compile(r"[^.?!:]*\?")
_BEGINS = re.compile(
    rf"(?:(?:and|but|so|then),? )?(?:(?:in|at|on|by|from|to|of|for|with) )?(?:{_ASKING}"
    rf"|is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b",
    re.IGNORECASE,
)
_RIDDLE = re.compile(
    r"^(?:who|what|which|how)(?: \w+)?"
    r" (?:am|is|are|was|were|do|does|did|should|must|can|could|would)"
    r" (?:I|it|they|he|she|you|we|this|that)\b.*\?$|^did you\b|^ready\b",
    re.IGNORECASE,
)
"""What only sums up the question before it, or opens it."""
_AND_WHEN = re.compile(
    r"(?P<last>\w+),? and (?:when|where|why|by whom|in which year)\?$",
    re.IGNORECASE,
)
_AND_WHERE_IS = re.compile(
    rf"^(?:{_ASKING})\b.* and (?:(?:where|when|why|how(?: many| much)?)"
    r" (?:is|are|was|were|did|does|do|has|had|can|will)"
    r"|what (?:is|are|was|were|did|does|do) (?:it|he|she|they))\b[^?]*\?$",
    re.IGNORECASE | re.DOTALL,
)
"""The verb before its subject: "and where is it", but not "and where it is"."""


def two_questions(question: Question) -> Iterator[Finding]:
    """E316: two questions, of which one answer can be right only by half."""
    if not isinstance(question.body, (Short, Choice, Number, DateQuestion)):
        return
    prompt = question.prompt
    if prompt.count("?") < 2 and " and " not in prompt:
        return
    own = gate_signs.own_words(question).strip()
    asked = [part.strip() for part in _ASKED.findall(own) if len(part.strip()) > 1]
    beginning = [part for part in asked if _BEGINS.match(part) and not _RIDDLE.match(part)]
    behind = _AND_WHEN.search(own)
    both = behind is not None and behind["last"].casefold() not in _ASKING.split("|")
    if len(beginning) > 1 or both or _AND_WHERE_IS.match(own):
        yield held("E316", "two-questions", "prompt")
