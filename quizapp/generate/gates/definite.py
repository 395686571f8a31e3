"""A question must name what it means: no "the country" that only the article explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.content.question import Question
from quizapp.generate.candidate import Field, Finding, Mend
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates import nouns
from quizapp.generate.gates.asked import GAP, asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held, with_words_for
from quizapp.generate.gates.instead import likely_names
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.wording import HELPERS, LEADING, MONTHS, Word, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_DEFINED = row_of(
    "of that which who whose whom where called named known between against behind about over "
    "under within than responsible"
)
_SHARED = row_of("vote votes electorate population")
"""What a share is of: "34 percent of the vote" needs no more."""
_TYING = row_of("in at on from with for by to into through")
_TIME_WORDS = MONTHS | row_of("early late spring summer autumn winter")


def resolved(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G4: no "the country" that only the article explains."""
    asked, index = asked_of(question), index_of(ground)
    if _names_report(asked.stem, ground):
        return
    text = unquoted(asked.stem)
    for first, head in _definite(text, index):
        phrase = text[first.start : head.end]
        kinds = nouns.KINDS[head.low]
        mends = _instead(question, phrase, text[head.end :], kinds, index)
        yield held("resolved", "definite", Field.PROMPT, *mends, words=phrase)
        return


def _names_report(stem: str, ground: Ground) -> bool:
    """Whether the stem gives the headline of its source, which says what it is about."""
    title = ground.article.title or next(
        (s.span.of(ground.article.text) for s in ground.sentences if s.kind == "headline"), ""
    )
    plain = " ".join(title.translate(str.maketrans('“”"', "‘’'")).rstrip(".").split())
    found = re.search(r"report “([^”]+)”", stem)
    told = found is not None and len(found[1].split()) > 2
    return found is not None and told and found[1].casefold() in plain.casefold()


def _definite(text: str, index: SourceIndex) -> Iterator[tuple[Word, Word]]:
    found = words(text)
    for at, word in enumerate(found):
        if word.low != "the":
            continue
        if (
            at
            and found[at - 1].low == "of"
            and at + 1 < len(found)
            and found[at + 1].low in _SHARED
        ):
            continue
        head_at = _head(found, at, text)
        if head_at is None:
            continue
        head = found[head_at]
        if _told(found, at, head_at, text) or _told_before(found, at, head, text, index):
            continue
        yield word, head


def _head(found: tuple[Word, ...], at: int, text: str) -> int | None:
    for place in range(at + 1, min(at + 4, len(found))):
        word = found[place]
        if word.is_name:
            return None
        following = found[place + 1].low if place + 1 < len(found) else ""
        if text[word.end : word.end + 2] in {"'s", "’s"}:
            following = ""
        if word.low == "state" and following and following not in HELPERS | _TYING:
            return None  # "the state institutions"
        if word.low in nouns.KINDS and following not in nouns.KINDS:
            return place
        if word.low not in nouns.VAGUE:
            return None
    return None


def _told(found: tuple[Word, ...], at: int, head_at: int, text: str) -> bool:
    """Whether what stands behind the noun says which one is meant."""
    head = found[head_at]
    if head_at + 1 == len(found):
        return False
    after = found[head_at + 1]
    second = found[head_at + 2] if head_at + 2 < len(found) else None
    gap = text[head.end : after.start]
    acting = after.low == "by" and second is not None and second.low.endswith("ing")
    if acting or gap.startswith(("'s", "’s", "s'")):  # "surprised the country by announcing"
        return False
    if after.low in _DEFINED or (after.is_name and gap == " ") or any(c in gap for c in '“"('):
        return True
    if after.low in _TYING and second is not None:
        when = second.text[0].isdigit() or second.low in _TIME_WORDS
        when = when or second.text.startswith(GAP[:3])
        if after.low == "to":
            return second.is_name or second.low in LEADING
        return not when or head.low in nouns.EVENT
    helped = at > 0 and found[at - 1].low in HELPERS
    partaken = after.low.endswith("ed") or after.low in {"held", "made", "won", "led", "built"}
    return partaken and not helped and second is not None and second.low in _TYING


def _told_before(
    found: tuple[Word, ...], at: int, head: Word, text: str, index: SourceIndex
) -> bool:
    """Whether the stem has named it, or something it may be, before."""
    kinds = nouns.KINDS[head.low]
    for word in found[:at]:
        same_class = nouns.KINDS.get(word.low) or nouns.KINDS.get(word.low.removesuffix("s"))
        if same_class is not None and (same_class == kinds or word.low == head.low):
            return True
    earlier = [n for n in index.names(text) if n.end <= found[at].start]
    if not earlier or head.low in nouns.MANY:
        return bool(earlier) and len(earlier) > 1
    if head.low in nouns.COUNTRY:
        earlier = [name for name in earlier if _acts(text[: name.start])]
    named = [index.kinds(n.text) for n in earlier if n.start or n.entity]
    return any(not each or each & kinds or EntityKind.OTHER in each for each in named)


def _instead(
    question: Question, phrase: str, behind: str, kinds: frozenset[EntityKind], index: SourceIndex
) -> Iterator[Mend | None]:
    if not kinds or behind.startswith("s'"):
        return
    for name in likely_names(question, kinds, index):
        yield with_words_for(question, "name-instead", phrase, name)


def _acts(before: str) -> bool:
    """Whether a name behind these words is what its clause is about, and no mere object."""
    found = words(before)
    clause = {"that", "when", "if", "because", "why", "while", "after", "before", "the"}
    return not found or before.rstrip()[-1:] == "," or found[-1].low in HELPERS | clause
