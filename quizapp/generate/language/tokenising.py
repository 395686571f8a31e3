"""A text cut into paragraphs, sentences and words, every piece by its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.generate.article import Span
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of

TITLES = row_of(
    "mr mrs ms dr prof gov sen rep gen col lt sgt capt cmdr maj adm rev hon pres st sr jr"
)
"""Words before a name that end in a full stop and never end a sentence."""
SHORTENED = TITLES | row_of(
    "jan feb mar apr jun jul aug sep sept oct nov dec no vs inc ltd co corp bros fig approx est "
    "dept univ assn ave blvd rd mt ft tel al ca cf etc eg ie"
)
"""Abbreviations whose full stop belongs to the word."""
_ENDING_TOO = row_of("inc ltd co corp etc jr sr st ave al")
"""Abbreviations that may also end a sentence."""
_STARTERS = row_of(
    "the a an it he she they we i you in on at but and as for if when while after before since "
    "this that these those there his her its their our some many most officials police both more "
    "under with from to by so however meanwhile last earlier among although though one two"
)

_WORD = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                   # U.S.  a.m.  J.K.
    | (?:US|HK|NZ|[ACS])\$(?=\d) | (?:[NSD]Kr|Rs|Rmb|RM|CHF|Ksh|R\$)(?=\s?\d) # US$5m, NKr900mn
    | [£$€¥₹₽₺₩₪₦₱]                                        # a sign of money
    | \d+(?:[-‑][^\W\d_]+)+(?:[-‑][^\W_]+)*                # 18-year-old
    | \d{1,2}[:.]\d{2}(?=\s?[ap]\.?m\b|\s+(?:GMT|UTC|CET|local)\b) # a time of day
    | \d{1,2}:\d{2}
    | \d+(?:[.,]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?
      (?:st|nd|rd|th|s|bn|mn|tn|m|k|km|cm|mm|kg|pm|am|ft|mph|kph|C|F)?(?![^\W_])
    | [^\W_]+(?:[-‑'’.&/][^\W_]+)*                         # a word, hyphens and all
    | \.\.\.|…|--
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W_a-z]|\s*$)|[.!?…]+[”\"](?=\s)")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs: parted by an empty line, or by a line end after a finished line."""
    at = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from _lines(text, at, end)
        at = gap.end() if gap else end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs of a block; a long line without an end runs on into the next."""
    at = first = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop].rstrip()
        runs_on = stop < end and len(line) >= 45 and line[-1] not in ".!?:…”\"'’)"
        if not runs_on:
            yield from _stripped(text, first, stop)
            first = stop + 1
        at = stop + 1


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, with the quotation marks that belong to them."""
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.end() > paragraph.end or not _ends(text, match, paragraph):
            continue
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, paragraph.end)


def _ends(text: str, match: re.Match[str], paragraph: Span) -> bool:  # noqa: PLR0911 - a shape of words each
    after = text[match.end() : paragraph.end].lstrip()
    if not after:
        return True
    following = re.match(r"[\"'“‘(\[]*([^\W_]+)?", after)
    word = (following.group(1) or "") if following else ""
    if match.group().strip("\"'”’)]") != ".":
        # "Stop!" he said: the sentence goes on in lower case.
        return not word[:1].islower()
    if word[:1].islower():
        return False
    before = text[max(paragraph.start, match.start() - 24) : match.start()]
    last = re.search(r"([^\s\"'“‘(\[]+)$", before)
    stem = (last.group(1) if last else "").lower()
    if match.group() != ".":
        return True
    if stem in SHORTENED:
        return stem in _ENDING_TOO and word.lower() in _STARTERS
    if re.fullmatch(r"[a-z](?:\.[a-z])*", stem):
        # An initial or an abbreviation with stops: "J. Smith", "the U.S. The".
        return "." in stem and word.lower() in _STARTERS
    return True


def words(text: str, span: Span) -> tuple[Token, ...]:
    """The words and signs of a sentence; "NATO's" is two, "don't" is "do" and "n't"."""
    found: list[Token] = []
    for match in _WORD.finditer(text, span.start, span.end):
        start, end, word = match.start(), match.end(), match.group()
        if found and start < found[-1].end:
            continue  # the full stop of an abbreviation
        if text[end : end + 1] == "." and end < span.end and word.lower() in SHORTENED:
            follows = text[end + 1 : span.end].strip()
            if follows or word.lower() in TITLES:
                end += 1
        clitic = _CLITIC.search(word) if "'" in word or "’" in word else None
        if clitic and clitic.start() > 0:
            cut = start + clitic.start()
            found += [Token(start, cut, text[start:cut]), Token(cut, end, text[cut:end])]
        elif word in "'’" and _possesses(text, start, found):
            found.append(Token(start, end, text[start:end], "POS", "'s"))
        else:
            found.append(Token(start, end, text[start:end]))
    return tuple(found)


def _possesses(text: str, at: int, before: list[Token]) -> bool:
    """Whether an apostrophe stands close behind an s and before a space: "states' rights"."""
    if not before or before[-1].end != at or not before[-1].low.endswith("s"):
        return False
    return text[at + 1 : at + 2].isspace() and not _open_quote(text, at)


def _open_quote(text: str, at: int) -> bool:
    """Whether a single quotation mark was opened before, not far away."""
    near = text[max(0, at - 200) : at]
    opened = re.search(r"(?:^|\s)['‘][^\W_][^'’]*$", near)
    return opened is not None
