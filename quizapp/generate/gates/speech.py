"""What somebody said is asked as what they said; praise and reporters' formulas are not asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizapp.content.question import Cloze, Flashcard, Match, Order, Question, TrueFalse
from quizapp.generate.candidate import Field, Finding, Mend
from quizapp.generate.gates.asked import Asked, asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held, noted, with_prompt
from quizapp.generate.gates.wording import HELPERS, roots, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_SAID = (
    r"said|says|told|added|adds|claimed|claims|argued|argues|warned|warns|insisted|insists"
    r"|stressed|stresses|explained|explains|reported|reports|believes|believed|thinks|complained"
    r"|alleged|alleges|suggested|suggests|acknowledged|maintained|maintains|estimates|estimated"
    r"|predicted|predicts|accused|accuses|denied|denies|wrote"
)
_VIEW = r"consider(?:s|ed)?|regard(?:s|ed)?|view(?:s|ed)?|see(?:s|n)?|describe[sd]?|call(?:s|ed)"
_SHORT_NAME = r"[\w’'.-]+(?:\s[\w’'.-]+){0,6}"
_TAIL = re.compile(
    rf"[,”\"]\s*(?:(?P<by>{_SHORT_NAME}?)\s(?:{_SAID}|found|finds|showed|shows)"
    rf"|(?:said|says|reported|wrote|added|warned|argued|explained)\s(?P<after>{_SHORT_NAME}))"
    r"(?=[.,;:”\"]|$|\s(?:on|in|at|to|after|late|last|this|earlier|during|about)\b)"
)
"""Osmani explained, at the end or in the middle; said the ministry."""
_HEAD = re.compile(
    rf"(?P<by>(?:\b[\w’'.-]+\s){{1,8}}?)(?:has |have |had |also )?(?P<verb>{_SAID})\b"
    r"(?! by| to have been)(?P<rest>.*)$",
    re.DOTALL,
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<by>[^,.]+)")
_AS = re.compile(
    rf"\b(?P<by>[\w’'.-]+(?:\s[\w’'.-]+){{0,4}}) (?:{_VIEW}) (?P<rest>.+? as\b.+)$", re.DOTALL
)
_MARKS = re.compile(r"[“\"]([^”\"]+)[”\"]")
_NOT_A_CLAIM = re.compile(r"wrote (?:to|an?|the|his|her|its|their|\w+ (?:letters?|books?))\b")
_ASKED_AS_SAID = re.compile(
    r"\b(?:say|says|said|saying|tell|told|claim\w*|argu\w+|warn\w*|insist\w*|stress\w*|explain\w*"
    r"|report\w*|believ\w*|think\w*|thought|complain\w*|alleg\w*|suggest\w*|acknowledg\w*"
    r"|maintain\w*|estimat\w*|predict\w*|accus\w*|den(?:y|ies|ied)|wrote|write\w*|consider\w*"
    r"|regard\w*|view\w*|see|sees|saw|seen|describ\w*|call\w*|according|words?|put|puts|opinion"
    r"|ask\w*|urg\w*|demand\w*|express\w*|nam(?:e|es|ed|ing)|blam\w*|prais\w*|critici\w*|judg\w*"
    r"|announc\w*|declar\w*|stat(?:e|es|ed) that|advis\w*|promis\w*|expect\w*|look\w* on|quot\w*"
    r"|speak\w*|spoke|refer\w*|point\w* to|giv\w* as|gave as|cit\w+|admit\w*|pledg\w*|vow\w*"
    r"|hop\w+|fear\w*|want\w*|recommend\w*|propos\w*|reject\w*|defend\w*|dismiss\w*|label\w*|compar\w*)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\b(?:(?:not|n['’]t) (?:\w+ )?(?:reply|respond|comment|answer)\b"
    r"|declin\w+ to (?:comment|answer|respond|say)|no immediate (?:answer|comment|response|reply)"
    r"|request\w* for (?:a )?comment|could not be reached|unavailable for comment"
    r"|spoke on condition|on condition of anonymity|not authori[sz]ed to speak)",
    re.IGNORECASE,
)
_OPINION = row_of(
    "imperative outrageous disastrous heroic brutal brutally shameful disgraceful brilliant "
    "remarkable impressive amazing wonderful terrible horrific excellent superb stunning "
    "spectacular unacceptable unprecedented disappointing embarrassing irresponsible reckless "
    "courageous visionary ruthless tragic tragically fortunately unfortunately sadly hopefully "
    "surprisingly cowardly despicable evil inspiring beloved legendary illegitimate unjustified "
    "senseless ridiculous absurd marvellous magnificent"
)


def attributed(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """G11: what somebody said is asked as what they said."""
    if isinstance(question.body, (Order, Match, Flashcard)):
        return
    asked = asked_of(question)
    speaker = _speaker_over(asked)
    if speaker is None or _as_said(question, asked, speaker):
        return
    by = _tidy(speaker)
    mends = (_as_theirs(question, by),) if by else ()
    yield held("attributed", "claim", Field.ATTRIBUTION, *mends, speaker=by)


def _speaker_over(asked: Asked) -> str | None:
    """Who says the part of the quote that is asked; None where the article says it itself."""
    quote = asked.quote
    for match in _MARKS.finditer(quote):
        if len(words(match.group(1))) > 4 and _within(asked, match.group(1)):
            said_by = _TAIL.search(quote) or _HEAD.search(quote.replace(match.group(), "…"))
            return _by(said_by) if said_by else ""
    tail = _TAIL.search(quote)
    told = tail and (tail.group("by") or _within(asked, quote[: tail.start()]))
    if tail and told and not _NOT_A_CLAIM.match(quote, _verb_at(quote, tail)):
        return _by(tail)
    according = _ACCORDING.search(quote)
    if according:
        return according.group("by")
    for pattern in (_HEAD, _AS):
        head = pattern.match(quote)
        claim = head is not None and not _NOT_A_CLAIM.match(quote, quote.find("wrote"))
        if head is not None and claim and _within(asked, head.group("rest")):
            return head.group("by")
    return None


def _verb_at(quote: str, match: re.Match[str]) -> int:
    at = quote.find("wrote", match.start(), match.end() + 8)
    return max(at, 0)


def _by(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("by") or groups.get("after") or ""


def _within(asked: Asked, part: str) -> bool:
    """Whether the question is about what a part of the quote says."""
    if asked.answers:
        inside = [a for a in asked.answers if _overlap(a, part)]
        return bool(inside)
    return len(asked.roots & roots(part)) * 2 >= len(asked.roots)


def _overlap(answer: str, part: str) -> bool:
    told = roots(answer)
    return answer in part or (bool(told) and len(told & roots(part)) * 2 >= len(told) > 0)


def _as_said(question: Question, asked: Asked, speaker: str) -> bool:
    text = asked.stem
    if isinstance(question.body, TrueFalse):
        text += " " + question.body.correction
    if not _ASKED_AS_SAID.search(text):
        return False
    who = asked.interrogative in {"who", "whom", "whose", "which"}
    named = roots(speaker) & roots(text) or any(word.is_name for word in words(text)[1:])
    return bool(question.attribution or who or named)


_PRONOUNS = row_of("he she they it who i we which that this")


def _tidy(speaker: str) -> str:
    """The speaker as a question may name them, or "" where no name is given."""
    found = [word for word in speaker.strip(' ,"“”').split() if word]
    while found and (
        found[0].lower() in {"and", "but", "also", "as"} or found[0].lower() in HELPERS
    ):
        found.pop(0)
    name = " ".join(found)
    first = name.split()[0].lower() if name else ""
    has_name = any(word[:1].isupper() for word in found)
    return name if has_name and first not in _PRONOUNS and len(found) <= 6 else ""


def _as_theirs(question: Question, speaker: str) -> Mend | None:
    """Asked as "According to Osmani, …?", with the claim marked as hers."""
    if isinstance(question.body, Cloze) or not question.prompt:
        return None
    prompt = question.prompt
    first = words(prompt)[0] if words(prompt) else None
    lowered = first is not None and (first.low in _OPENERS)
    rest = prompt[:1].lower() + prompt[1:] if lowered else prompt
    mend = with_prompt(
        question, "according-to", f"According to {speaker}, {rest}", speaker=speaker
    )
    return replace(mend, question=replace(mend.question, attribution=speaker))


_OPENERS = row_of(
    "who whom whose which what when where why how in on at from to by for with the a an about "
    "since under after before within against"
)


def no_formula(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: nothing is asked about who did not reply."""
    asked = asked_of(question)
    found = _FORMULA.search(asked.stem) or next(
        (m for answer in asked.answers if (m := _FORMULA.search(answer))), None
    )
    if found:
        yield noted("no-formula", "formula", Field.PROMPT, words=found.group())


def no_praise(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: opinion words stand only where somebody is named who holds the opinion."""
    asked = asked_of(question)
    if question.attribution or _ASKED_AS_SAID.search(asked.stem):
        return
    for text in (unquoted(asked.stem), *asked.answers):
        word = next((word for word in words(text) if word.low in _OPINION), None)
        if word is not None and not (word.is_name and word.start):
            yield noted("no-praise", "opinion", Field.PROMPT, word=word.text)
            return
