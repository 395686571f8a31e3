"""A question must be dated: no last week, no Thursday, unless it says of which year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.content.question import Question
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.gates.asked import asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held, with_words_for
from quizapp.generate.gates.wording import folded
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_DATED = re.compile(
    r"(?<![\d,.])(?:1\d{3}|20\d{2})(?!\d|,\d)|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}\b"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_RELATIVE = re.compile(
    rf"""\b(?:
        (?:last|next|this|past|coming|previous|earlier\ this)\s
            (?:week|weekend|month|season|year|night|century|decade|summer|winter|spring|autumn|{_DAYS})
      | (?<!bloody\s)(?<!easter\s)on\s{_DAYS}
      | yesterday | tomorrow | tonight | (?<!have\s)(?<!has\s)(?<!is\s)(?<!are\s)(?<!of\s)today
      | recently | lately | nowadays
      | in\s(?:recent|the\s(?:past|last|coming))\s(?:\w+\s)?
            (?:hours|days|weeks|months|years|decades)
      | (?:\w+|an?\sfew)\s(?:hour|day|week|month|year|decade)s?\sago
      | earlier\sthis\s\w+
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_RELATIVE = row_of(
    "last next this past coming previous recent recently lately nowadays yesterday today tonight "
    "tomorrow ago monday tuesday wednesday thursday friday saturday sunday"
)
"""One of these is in whatever is told so."""


def dated(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """G9: no "last week" or "on Thursday" without a date."""
    stem = asked_of(question).stem
    if _IN_RELATIVE.isdisjoint(folded(stem)):
        return
    text = unquoted(stem)
    found = _RELATIVE.search(text)
    if found and not _DATED.search(text):
        mend = with_words_for(question, "cut-time", f" {found.group()}", "")
        yield held("dated", "relative-time", Field.PROMPT, mend, words=found.group())
