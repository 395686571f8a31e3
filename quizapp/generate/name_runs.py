"""Where a run of names ends: small words, numbers and possessives that stand inside a name."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.name_words import (
    JOINED,
    NUMBERED,
    OF_HEADS,
    ON_HEADS,
    POSTS,
    SMALL_LINKS,
)

NAME_TAGS = frozenset(("NNP", "NNPS"))
OPENING = frozenset(("``", ":", ".", "("))
"""Parts of speech behind which a capital may be that of a sentence's first word."""
_OF_STARTS = OF_HEADS | row_of(
    "ministry department office federation centre center institute campaign foundation committee "
    "network"
)
_OWNED = row_of(
    "square park cathedral church college hospital school island bay street palace day wood head"
)


def run_end(tokens: Sequence[Token], start: int) -> int:
    """Index after a run of names: small words join it where a name goes on behind them."""
    i = start + 1
    while i < len(tokens):
        if tokens[i].tag in NAME_TAGS or (
            tokens[i].tag == "CD" and tokens[i - 1].low in NUMBERED and tokens[i].text.isdigit()
        ):
            i += 1
            continue
        if tokens[i].text in POSTS and tokens[i].text.isupper():
            i += 1
            continue
        if _owned(tokens, start, i):
            return i + 2
        j = i
        while j < len(tokens) and tokens[j].low in SMALL_LINKS and j - i < 2:
            j += 1
        if j == i or j >= len(tokens) or tokens[j].tag not in NAME_TAGS:
            break
        if not _links(tokens, start, i, j):
            break
        i = j + 1
    return i


def _owned(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether a possessive stands inside a name: St. Peter's Square, King's College."""
    if tokens[i].tag != "POS" or i + 1 >= len(tokens) or tokens[i + 1].low not in _OWNED:
        return False
    ended = i + 2 >= len(tokens) or tokens[i + 2].tag not in NAME_TAGS
    owner = " ".join(t.text for t in tokens[start:i])
    return ended and world().country(owner) is None and world().organisation(owner) is None


def _links(tokens: Sequence[Token], start: int, i: int, j: int) -> bool:
    """Whether the small words at i..j join two halves of one name."""
    small = [token.low for token in tokens[i:j]]
    run = j
    while run < len(tokens) and tokens[run].tag in NAME_TAGS:
        run += 1
    for end in range(run, j, -1):
        whole = " ".join(t.text for t in tokens[start:end])
        if world().organisation(whole) or world().place(whole) or world().country(whole):
            return True
    short = abbreviation(tokens, run)
    if short and small in (["of"], ["for"], ["and"], ["on"]):
        return _abbreviates(short, tokens, start, run)
    if small[0] in ("and", "&"):
        return small[0] == "&" or _ands(tokens, start, i, run)
    if small[0] in ("of", "for", "on"):
        return _ofs(tokens, start, i, small[0])
    return small[0] not in ("the", "la", "le") and small[0] in SMALL_LINKS


def _ofs(tokens: Sequence[Token], start: int, i: int, link: str) -> bool:
    """Whether "of", "for" or "on" goes on with the name that ends before it."""
    head = tokens[i - 1].low
    if link == "on" or world().office(head) is not None:
        return head in ON_HEADS
    first = i - start > 1 and tokens[start].low in _OF_STARTS
    return head in OF_HEADS or first or _common(tokens, start, i)


def _ands(tokens: Sequence[Token], start: int, i: int, end: int) -> bool:
    """Whether "and" joins one name: a ministry's fields, a county police, an act."""
    inside = {t.low for t in tokens[start:i]}
    body = bool(inside & {"ministry", "department", "federation"}) and "of" in inside
    ended = i - start == 1 and end - i > 2 and tokens[end - 1].low in JOINED
    return body or ended or tokens[end - 1].low in ("act", "bill")


def _common(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether a common noun with a capital stands before "of": the Ring of Fire."""
    token = tokens[i - 1]
    if i - start != 1 or start == 0 or tokens[start - 1].tag in OPENING:
        return False
    return "NN" in lexicon().tags(token.low) and not (
        lexicon().noun_categories(token.low) & {"person", "office"}
    )


def abbreviation(tokens: Sequence[Token], end: int) -> str:
    """The abbreviation behind a name, in brackets or after "or"; else ""."""
    shown = [token.text for token in tokens[end : end + 4]]
    word = ""
    if len(shown) > 2 and shown[0] == "(" and shown[2] == ")":
        word = shown[1]
    elif len(shown) > 3 and shown[:2] == [",", "or"] and shown[3] == ",":
        word = shown[2]
    if word.isupper() or (word[:1].isupper() and sum(c.isupper() for c in word) > 1):
        return word if len(word) > 1 else ""
    inner = [t.low for t in tokens[max(0, end - 8) : end]]
    # British style writes Jaxa and Nato
    return word if word[:1].isupper() and 3 <= len(word) <= 6 and word.lower() == "".join(
        low[0] for low in inner[-len(word):]
    ) else ""  # fmt: skip


def _abbreviates(short: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the letters are first letters of the words, in order."""
    letters = iter(t.low[0] for t in tokens[start:end])
    return all(c in letters for c in short.lower() if c.isalpha())
