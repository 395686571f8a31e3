"""A question must read like a sentence, and no answer may stop before its words do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.content.question import Flashcard, Question, Short
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.gates.asked import asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import noted
from quizapp.generate.gates.wording import folded
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_BROKEN = re.compile(
    r"\bdid\b[^?]*\bsince (?:1\d{3}|20\d\d)\?$"
    r"|\b(?:held|joined|met|seen|found|taken|made|kept|opened|\w+ed) and (?:in|at|on)\b"
    r"|(?<!both )\b(?:party|group|team|club|firm) and by\b"
    r"|^(?:him|her|it|them|our|your|my)(?:self|selves)\b"
    r"|(?<!is )(?<!was )(?<!be )(?<!are )(?<!were )\b(?:election|vote|hearing|match) due\.$"
    r"|\ba few (?:weeks|months|days|hours|years)[?.]$"
    r"|\bhow many (?:seats|votes|points|members|metres|miles|places) (?:does|did|do|is|was) "
    r"[^?]* (?:remain|stand|fall|finish) short of\b"
    r"|^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August"
    r"|September|October|November|December) (?!\d|is\b|was\b|in\b|and\b|of\b)\w+",
    re.IGNORECASE,
)
"""Words that hold no sentence together: half a list, a day that acts, "did … since"."""
_IN_BROKEN = row_of(
    "since and due few short monday tuesday wednesday thursday friday saturday sunday january "
    "february april june july august september october november december"
) | {who + self for who in row_of("him her it them our your my") for self in ("self", "selves")}
"""One of these is in whatever is broken so."""
_LENGTH = re.compile(r"\b(?:a few|several|many|\w+) (?:years|months|weeks|days|hours|minutes)$")
_MORE = re.compile(r"\b(?:more|less|fewer|higher|lower|earlier|later|better|worse|longer)$")
_GOES_ON = re.compile(r"^ (?:(?P<time>before|after|earlier|later|ago|into)|(?P<than>than))\b")


def reads_well(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: nothing in it is left over from its sentence, and its answer is not cut short."""
    if isinstance(question.body, Flashcard):
        return
    stem = asked_of(question).stem
    suspect = not _IN_BROKEN.isdisjoint(folded(stem))
    broken = _BROKEN.search(unquoted(stem)) if suspect else None
    if broken:
        yield noted("reads-well", "garbled", Field.PROMPT, words=broken.group().strip())
        return
    cut = _cut_short(question, ground)
    if cut:
        yield noted("reads-well", "cut-answer", Field.ANSWER, words=cut)


def _cut_short(question: Question, ground: Ground) -> str:
    """The word that the article goes on with where an answer stops too early, or ""."""
    body, text = question.body, ground.article.text
    if not isinstance(body, Short) or question.evidence is None:
        return ""
    length, more = _LENGTH.search(body.answer), _MORE.search(body.answer)
    end = text.find(body.answer) + len(body.answer)
    if not (length or more) or end < len(body.answer):
        return ""
    goes = _GOES_ON.match(text[end : end + 12])
    if goes is None or not ((goes["time"] and length) or (goes["than"] and more)):
        return ""
    return goes.group().strip()
