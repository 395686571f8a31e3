"""The sentences of an article, tagged, and what each is: headline, prose or something beside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizapp.generate.article import Span
from quizapp.generate.language.tagging import tagged
from quizapp.generate.language.token import Sentence, SentenceKind, Token
from quizapp.generate.language.tokenising import paragraphs, sentence_spans, words

_LONGEST = 200
"""Words and signs of a sentence that is asked of; a longer one is a list, or stops are missing."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BESIDE = re.compile(
    r"(?i)^(?:by [A-Z]|read more|read also|also read|see also|related|watch|advertisement|photo|"
    r"image|picture|file photo|caption|credit|copyright|©|reporting by|editing by|compiled by|"
    r"additional reporting|follow us|sign up|subscribe|share this|source:|updated?:|published:|"
    r"with reporting|this article|\(reporting)"
)
_CAPTION = re.compile(
    r"(?i)\b(?:in this (?:file |handout |undated )?(?:photo|picture|image)|"
    r"pictured (?:here|in|on)|"
    r"(?:photo|image|picture)(?:graph)? by|\((?:afp|ap|reuters|getty)[^)]*\)$|"
    r"(?:afp|getty images|epa|reuters)\s*/|/\s*(?:afp|ap|reuters|getty)\b)"
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,'’-]{2,40}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})"
    r"(?:,? [A-Z][a-z]+\.?(?: [A-Z][a-z]+){0,2})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\s*(?:\((?:[A-Z][\w .]{1,24})\)\s*)?[-–—]{1,2}\s+(?=[A-Z“\"])"
)
_UNSEEN = re.compile(r"^[\s\ufeff\u200b-\u200f\u2060]+(?=\S)")
"""Signs that stand at the beginning of a text and are not seen: no quote begins with them."""
_LIST_MARK = re.compile(r"^(?:#{1,6}|[-*•]|\d{1,2}[.)])\s+")


def sentences_of(text: str, title: str = "") -> tuple[Sentence, ...]:
    """Every sentence of a text, in order; headline, captions and the like are marked as such."""
    pieces: list[tuple[int, Span, SentenceKind, tuple[Token, ...]]] = []
    for number, paragraph in enumerate(paragraphs(text)):
        whole = paragraph.of(text)
        mark = _LIST_MARK.match(whole) or _UNSEEN.match(whole)
        inner = Span(paragraph.start + (mark.end() if mark else 0), paragraph.end)
        headline = _is_headline(inner.of(text), title, number, marked="#" in (mark or [""])[0])
        dateline = _DATELINE.match(inner.of(text)) if not headline and number < 4 else None
        if dateline:
            inner = Span(inner.start + dateline.end(), inner.end)
        for span in [inner] if headline else sentence_spans(text, inner):
            kind = SentenceKind.HEADLINE if headline else SentenceKind.PROSE
            pieces.append((number, span, kind, words(text, span)))
    names = _names(tokens for _, _, kind, tokens in pieces if kind == SentenceKind.PROSE)
    found: list[Sentence] = []
    for number, span, kind, tokens in pieces:
        shouted = kind == SentenceKind.HEADLINE and _shouted(tokens)
        sentence = Sentence(
            span, len(found), number, kind, tagged(tokens, shouted=shouted, names=names)
        )
        found.append(replace(sentence, kind=_kind(sentence, text)))
    return tuple(found)


def _is_headline(words: str, title: str, number: int, *, marked: bool) -> bool:
    if marked or (title and " ".join(words.split()) == " ".join(title.split())):
        return True
    if number == 0 and words[-1] == "?" and len(words) < 120 and words.count(".") == 0:
        return True  # a headline that asks
    return number == 0 and len(words) < 160 and words[-1] not in '.!?…:”"'


def _names(sentences: Iterable[tuple[Token, ...]]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence, and never without one."""
    large: set[str] = set()
    small: set[str] = set()
    for tokens in sentences:
        for i, token in enumerate(tokens):
            if token.text[:1].islower():
                small.add(token.low)
            elif i and token.text[:1].isupper() and tokens[i - 1].text not in "“‘\"'([.:–—":
                large.add(token.low)
    return frozenset(large - small)


def _shouted(tokens: tuple[Token, ...]) -> bool:
    letters = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    return sum(1 for word in letters if word[0].isupper()) > 0.6 * len(letters)


def _kind(sentence: Sentence, text: str) -> SentenceKind:
    if sentence.kind == SentenceKind.HEADLINE:
        return sentence.kind
    said = sentence.span.of(text)
    if len(sentence.tokens) > _LONGEST:
        return SentenceKind.OTHER
    ends = said.rstrip("\"'”’)]")[-1:] in tuple(".!?…") or said[-1:] in '”"'
    verb = any(token.tag in _FINITE for token in sentence.tokens)
    if not ends or not verb or _BESIDE.match(said) or _CAPTION.search(said):
        return SentenceKind.OTHER
    return SentenceKind.PROSE
