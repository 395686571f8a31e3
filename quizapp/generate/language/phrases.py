"""Groups of words: noun phrases and verb groups, found from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
NAMES = frozenset(("NNP", "NNPS"))
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "$", "VBN", "VBG"}
_OPENERS = frozenset(("DT", "PRP$", "PDT", "WP$"))
_NEVER_FIRST = frozenset(
    ("IN", "TO", "VB", "VBD", "VBZ", "VBP", "MD", "RP", ".", ":", "(", ")", "``", "''")
)
_ALONE = frozenset(("PRP", "EX", "WP", "WDT"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"))
BE = row_of("be am is are was were been being 're 'm")
HEDGES = row_of(
    "some about around nearly almost roughly approximately over under only just fewer less more "
    "exactly barely"
)
_LONG_HEDGES = (
    ("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("at", "most"),
    ("up", "to"), ("as", "many", "as"), ("as", "much", "as"), ("as", "few", "as"),
    ("no", "more", "than"), ("no", "fewer", "than"), ("well", "over"), ("just", "over"),
    ("just", "under"), ("close", "to"),
)  # fmt: skip


_MONTHS = row_of(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_FRACTIONS = row_of("half third quarter fifth sixth seventh eighth ninth tenth")
_SCALES = row_of("million billion trillion")
_PERIODS = row_of("year month week night season summer winter spring autumn century decade")
_DAYS = row_of("monday tuesday wednesday thursday friday saturday sunday")
HEDGE_STARTS = HEDGES | {words[0] for words in _LONG_HEDGES}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Words around one noun, from its article or hedge to the noun itself.

    Attributes:
        first: index of the first token.
        end: index after the last.
        head: index of the noun.
    """

    first: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its helpers and the adverbs between: "has not yet been asked".

    Attributes:
        main: index of the verb that carries the meaning.
        finite: it has a tense; else an infinitive ("to" is its first token) or a participle.
        passive: a form of be and a past participle.
        negative: "not", "n't" or "never" stands in it.
    """

    first: int
    end: int
    main: int
    finite: bool
    passive: bool
    negative: bool


def hedge_at(tokens: Sequence[Token], i: int) -> int:
    """How many words of a hedge before a number stand here: 2 for "more than 50", else 0."""
    if tokens[i].low not in HEDGE_STARTS:
        return 0
    for words in _LONG_HEDGES:
        end = i + len(words)
        if end < len(tokens) and tuple(t.low for t in tokens[i:end]) == words:
            return len(words) if _number_at(tokens, end) else 0
    if i + 1 < len(tokens) and tokens[i].low in HEDGES and _number_at(tokens, i + 1):
        return 1
    return 0


def _number_at(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return (
        token.tag in ("CD", "$")
        or _is_fraction(token.low)
        or token.low
        in (
            "half",
            "a",
            "dozens",
            "hundreds",
            "thousands",
        )
    )


def _is_fraction(low: str) -> bool:
    """Whether a word is a fraction with a hyphen: two-thirds."""
    return low.partition("-")[2].removesuffix("s") in _FRACTIONS


def noun_phrases(tokens: Sequence[Token]) -> tuple[NounPhrase, ...]:
    """The noun phrases, in order, none within another."""
    found: list[NounPhrase] = []
    i = 0
    while i < len(tokens):
        phrase = _phrase_at(tokens, i)
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = phrase.end
    return tuple(found)


def _phrase_at(tokens: Sequence[Token], start: int) -> NounPhrase | None:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
    i = start
    tag = tokens[i].tag
    if tag in _NEVER_FIRST and tokens[i].low not in HEDGE_STARTS:
        return None
    if tag in _ALONE:
        return NounPhrase(i, i + 1, i)
    i += hedge_at(tokens, i)
    hedged = i > start
    opened = False
    if i < len(tokens) and tokens[i].tag in _OPENERS and not _is_complement(tokens, i):
        opened = True
        i += 1
        if i < len(tokens) and tokens[i].tag in _OPENERS and tokens[i - 1].tag == "PDT":
            i += 1
    head = -1
    if tag == "CD":
        i = _past_ratio(tokens, i)
    while i < len(tokens):
        token = tokens[i]
        if token.tag in ("CD", "$") and head == i - 1 >= start and _is_over(tokens, start, head):
            break
        if token.tag in _INSIDE and not _starts_verb(tokens, i, head, opened=opened, start=start):
            if token.tag in NOUNS or token.tag == "CD":
                head = i
            i += 1
            if _year_ends(tokens, i - 1, start):
                break
        elif token.tag in ("RB", "RBR", "RBS") and _degree(tokens, i, opened=opened):
            if i == start and lexicon().adverb_kind(token.low) not in ("hedge", "degree"):
                return None
            i += 1
        elif token.tag in ("CC", ",") and _joins_adjectives(tokens, i, head):
            i += 1
        elif head < i - 1 and hedge_at(tokens, i):
            i += hedge_at(tokens, i)
        elif (
            (token.tag in ("DT", "PRP$") and i > start and tokens[i - 1].tag == "PDT")
            or (token.tag == "``" and opened and _short_quote(tokens, i))
            or (token.tag == "''" and opened and any(t.tag == "``" for t in tokens[start:i]))
        ):
            i += 1
        else:
            break
    if head < 0:
        if opened and i > start + 1 and tokens[i - 1].tag in ("JJ", "VBN", "JJS", "JJR"):
            return NounPhrase(start, i, i - 1)  # the poor, the wounded
        of = i < len(tokens) and tokens[i].low == "of"
        if opened and of and i == start + 2 and tokens[i - 1].tag == "VBG":
            return NounPhrase(start, i, i - 1)  # the sinking of the ferry
        if opened and tokens[start].tag == "DT" and tokens[start].low in (
            "this", "these", "those", "all", "both", "some", "any", "that", "each",
        ) and i == start + 1:  # fmt: skip
            return NounPhrase(start, i, start)
        return None
    if hedged and head < start + 1:
        return None
    return NounPhrase(start, head + 1, head)


def _is_over(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether no number goes on with a phrase: "last year | 40 ships", "two doses | 3 months"."""
    noun = tokens[head]
    when = noun.low in _PERIODS and tokens[start].low in ("last", "this", "next")
    large = noun.tag == "NNP" and any(t.low in _SCALES for t in tokens[head + 2 : head + 3])
    return when or large or noun.low in _DAYS or (noun.tag == "NNS" and noun.text.islower())


def _past_ratio(tokens: Sequence[Token], i: int) -> int:
    """Index of the noun behind "three out of four" or "nine in ten", else of the number."""
    low = [t.low for t in tokens[i + 1 : i + 3]]
    base = i + 2 + (low == ["out", "of"])
    linked = low == ["out", "of"] or low[:1] == ["in"]
    if not linked or base + 1 >= len(tokens) or tokens[base].tag != "CD":
        return i
    return base if tokens[base + 1].tag in ("NNS", "JJ") else i


def _year_ends(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether a year is a date of its own: "in 2007 Ms. Lind", "in May 2019 nearly 500"."""
    token = tokens[i]
    if token.tag != "CD" or len(token.text) != 4 or not token.text.isdecimal():
        return False
    if not 1000 < int(token.text) < 2100:
        return False
    before = tokens[i - 1].low.rstrip(".") if i else ""
    if before in _MONTHS:
        return True
    return i == start and i > 0 and tokens[i - 1].tag == "IN" and before in (
        "in", "since", "by", "until", "from", "after", "before", "during",
    )  # fmt: skip


def _is_complement(tokens: Sequence[Token], i: int) -> bool:
    """Whether "that" opens a clause and no noun phrase: the tagger says IN or WDT then."""
    return tokens[i].low == "that" and tokens[i].tag != "DT"


def _starts_verb(tokens: Sequence[Token], i: int, head: int, *, opened: bool, start: int) -> bool:
    """Whether a participle here is a verb and no adjective: "troops deployed", "seeking peace"."""
    tag = tokens[i].tag
    if tag not in ("VBN", "VBG"):
        return False
    if head >= 0 and tokens[i - 1].tag != "POS":
        return True
    if i == start and _after_helper(tokens, i):
        return True
    if tag == "VBG" and not opened and i == start:
        ahead = tokens[i + 1].tag if i + 1 < len(tokens) else "."
        return not (i and tokens[i - 1].tag == "VB" and ahead in NOUNS)
    if tag == "VBN" and not opened and i == start:
        following = tokens[i + 1].tag if i + 1 < len(tokens) else "."
        return following not in NOUNS
    return False


def _after_helper(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form of "have" or "be" governs the participle here."""
    j = i - 1
    while j >= 0 and tokens[j].tag == "RB":
        j -= 1
    return j >= 0 and tokens[j].low in _HELPERS and tokens[j].tag != "POS"


def _degree(tokens: Sequence[Token], i: int, *, opened: bool) -> bool:
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1].tag
    return following in ("JJ", "VBN", "CD", "JJR") and (opened or following == "CD")


def _joins_adjectives(tokens: Sequence[Token], i: int, head: int) -> bool:
    """Whether "and" or a comma stands between two adjectives before the noun."""
    if head == i - 1 or i + 1 >= len(tokens) or i == 0:
        return False
    adjective = ("JJ", "VBN", "JJR", "JJS")
    compound = "-" in tokens[i + 1].text and tokens[i + 1].tag == "NN"
    if tokens[i - 1].tag not in adjective or not (tokens[i + 1].tag in adjective or compound):
        return False
    return i + 2 < len(tokens) and tokens[i + 2].tag in (*NOUNS, "JJ")


def _short_quote(tokens: Sequence[Token], i: int) -> bool:
    return any(t.tag == "''" for t in tokens[i + 1 : i + 5])


def verb_groups(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> tuple[VerbGroup, ...]:
    """The verb groups, in order; participles inside noun phrases are left to those."""
    inside = {i for phrase in phrases for i in range(phrase.first, phrase.end)}
    found: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        group = None if i in inside else _group_at(tokens, i, inside)
        if group is None:
            i += 1
        else:
            found.append(group)
            i = group.end
    return tuple(found)


def _group_at(tokens: Sequence[Token], start: int, inside: set[int]) -> VerbGroup | None:
    i = start
    if tokens[i].tag == "TO":
        j = i + 1
        while j < len(tokens) and tokens[j].tag == "RB":
            j += 1
        if j >= len(tokens) or tokens[j].tag != "VB" or j in inside:
            return None
        i = j
    elif tokens[i].tag not in VERBS:
        return None
    main = i
    negative = False
    j = i
    while j < len(tokens) and j not in inside:
        token = tokens[j]
        if token.tag in VERBS:
            if j > i and not _continues(tokens, main):
                break
            main = j
        elif token.tag == "RB" and _verb_ahead(tokens, j, main, inside):
            negative = negative or token.low in ("not", "n't", "never")
        else:
            break
        j += 1
    end = main + 1
    helpers = [tokens[k].low for k in range(start, main)]
    passive = tokens[main].tag == "VBN" and any(
        h in BE or h in ("got", "get", "gets") or (h == "'s" and tokens[main].tag == "VBN")
        for h in helpers
    )
    if end < len(tokens) and tokens[end].low in ("not", "n't"):
        negative = True
        end += 1
    return VerbGroup(start, end, main, tokens[start].tag in FINITE, passive, negative)


_HELPERS = BE | row_of("have has had having 've 'd do does did 's got get")


def _continues(tokens: Sequence[Token], main: int) -> bool:
    """Whether the next verb follows a helper: "has been asked", not "helped build"."""
    return tokens[main].tag == "MD" or tokens[main].low in _HELPERS


def _verb_ahead(tokens: Sequence[Token], j: int, main: int, inside: set[int]) -> bool:
    if not (tokens[main].tag == "MD" or tokens[main].low in _HELPERS):
        return False
    k = j + 1
    while k < len(tokens) and tokens[k].tag == "RB":
        k += 1
    return k < len(tokens) and tokens[k].tag in VERBS and k not in inside
