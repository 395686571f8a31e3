"""Parts of speech: the lexicon says what a word can be, its neighbours say what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world

_SIGNS = {
    ".": ".", "!": ".", "?": ".", "…": ":", "...": ":", ",": ",", ";": ":", ":": ":",
    "-": ":", "–": ":", "—": ":", "--": ":", "(": "(", "[": "(", ")": ")", "]": ")",
    "“": "``", "‘": "``", "”": "''", "’": "''", '"': "``", "'": "``", "$": "$", "£": "$",
    "€": "$", "¥": "$", "%": "NN", "&": "CC", "#": "#", "/": ":", "*": ":", "|": ":",
}  # fmt: skip
_NUMBER = re.compile(
    r"\d[\d.,]*(?:[-–]\d[\d.,]*)?(?:bn|m|k|pm|am|kg|km|ft|s|c|f|mph|kph)?|\d{1,2}[:.]\d\d"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
NUMBER_WORDS = row_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion trillion dozen"
)
ORDINALS = row_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth twentieth"
)

# What a tag costs after another, in tenths; a pair that is not named costs `_DEAR`. Set by hand:
# cheap is what English does all the time.
_DEAR = 30
_PAIRS = """
^ DT0 PRP0 NNP1 IN3 RB4 NN8 NNS5 JJ6 CD4 PRP$2 EX3 VBG9 VBN12 CC6 WRB5 WP6 WDT10 VB16 VBZ25
^ VBD25 MD16 ``2
DT NN0 JJ1 NNP2 NNS2 CD3 JJS1 JJR4 VBN6 VBG8 RB8 NNPS3 $3 RBS2 ``4 PDT9 IN12
PRP$ NN0 JJ1 NNS1 NNP4 CD3 VBN6 VBG6 JJS2 RB10 ``4
POS NN0 JJ1 NNS1 NNP3 CD3 JJS1 VBN6 VBG6 JJR5 RB10 ``4
JJ NN0 NNS0 JJ3 CC4 IN5 ,5 NNP4 TO5 .6 CD7 VBG10 VBN12 '' 4 :6 RB12 ''4
JJR NN0 NNS0 IN1 JJ4 .5 ,5 CC6 TO6
JJS NN0 NNS0 JJ2 IN4 CD4 NNP4 .6 ,6
NN IN0 .1 ,1 NN4 VBZ2 VBD2 MD2 CC2 POS0 TO3 WDT2 NNS4 VBN8 VBG7 RB5 PRP7 DT9 :2 WP3 WRB5 ''2 )1
NN (4 CD9 NNP11 JJ13 VBP14 VB20 EX12 RP8 ``6
NNS IN0 .1 ,1 VBD2 VBP2 MD2 CC2 TO3 WDT2 WP2 POS1 VBN6 VBG5 RB4 :2 ''2 )1 (4 WRB5 DT8 PRP7 JJ10
NNS NN10 NNP11 CD9 VBZ16 VB20 RP9 NNS12 ``6
NNP NNP0 POS0 ,1 VBD1 VBZ1 IN2 .1 CC2 MD2 NN3 NNS4 CD5 RB5 JJ7 WP4 :2 ''2 )1 (2 TO5 VBP7 VBN8
NNP VBG8 WDT6 DT9 ``6
NNPS NNP3 POS1 ,1 VBD2 VBP2 IN2 .1 CC2 MD3 NN5 RB5 VBZ6
PRP VBD0 VBP0 VBZ0 MD0 RB3 .3 ,3 IN4 TO4 VB7 CC5 DT7 ''5 VBN9 VBG8 JJ9 RP6 NN14 :6 NNS14 PRP$8
EX VBZ0 VBD0 VBP0 MD1 RB5
MD VB0 RB1 PRP8 ,9
TO VB0 DT2 NN10 NNP3 PRP$3 CD3 NNS4 JJ5 PRP3 RB5 $4 VBG7 WP6 WDT6
VB DT0 IN1 PRP$1 NNP2 TO2 NN4 NNS3 JJ3 PRP1 RB3 CD4 VBN4 .3 ,4 CC4 RP2 VBG5 WRB5 WP5 ``4 $4
VB JJR4 '' 5 ''5 :6
VBD DT0 IN1 PRP$1 RB2 VBN2 NNP2 TO2 JJ3 PRP2 CD3 NN5 NNS4 VBG4 .3 ,3 RP2 CC5 WRB5 WP5 ``3 $4
VBD JJR4 ''4 :5 WDT8
VBZ DT0 VBN1 RB1 IN2 JJ2 PRP$2 TO2 VBG2 NNP3 NN5 NNS5 CD3 PRP3 RP3 ,4 .5 WRB5 WP5 ``3 $4 JJR4
VBZ VB12
VBP DT0 VBN1 RB1 IN2 JJ2 VBG2 TO2 PRP$2 NNP3 NN5 NNS4 CD3 PRP3 RP3 ,4 .5 WRB5 WP5 ``4 VB12
VBG DT0 NN3 IN2 NNS3 PRP$1 NNP2 TO3 JJ4 PRP2 RP2 CD4 RB4 ,5 .5 CC5 VBN6 $4 ``5
VBN IN0 TO2 .2 ,2 RB3 DT3 NN5 NNS4 CC4 NNP4 RP3 CD4 PRP$3 JJ6 PRP6 VBG5 WRB5 $5 ``5 :5 ''5
IN DT0 NN2 NNP1 NNS2 PRP$1 JJ2 CD1 VBG2 PRP2 WDT3 WP3 RB6 IN6 $2 ``4 JJS4 JJR5 EX5 WRB6 VBN9
IN MD20 VBD16 VBZ14 VBP16 VB18 TO12 CC12
RB VBN1 VBD2 VB2 JJ1 RB3 IN2 ,2 .2 VBZ2 VBP3 DT4 TO4 MD4 CD2 VBG3 JJR2 NNP5 PRP4 CC5 NN9 NNS7
RB RP8 WRB6 ''4 :4
RP DT0 IN1 NN3 NNS3 TO3 PRP$1 NNP3 .2 ,2 RB4 CC4 CD4 JJ4
CC DT0 NN2 NNP1 NNS2 JJ2 RB3 VB4 VBD2 VBZ3 VBP4 PRP1 IN3 CD3 VBN4 VBG4 PRP$1 MD4 TO4 WP5 WRB5
CC WDT5 EX4 ``4 $4 JJR4 JJS4
CD NN0 NNS0 CD0 JJ2 NNP3 IN2 ,2 .2 CC4 TO4 VBD4 VBP4 VBZ5 :3 VBN6 RB6 ''4 )2 JJR5 VBG8 MD5
, DT1 CC1 NNP1 PRP1 WDT1 WP1 WRB2 VBG3 VBD4 VBZ4 IN1 RB2 NN3 NNS3 CD2 JJ3 VBN3 ''0 ``2 PRP$2
, MD4 VBP5 TO4 EX3 VB7 $3
: DT1 NNP1 PRP1 NN3 NNS3 CC2 IN2 JJ3 RB3 CD2 WDT2 WP2 VBG4 VBN4 VBD5 VBZ5 VBP6 PRP$2 ``2 ''3
: VB6 EX4 WRB3
`` DT0 PRP0 NNP2 NN4 NNS4 JJ4 RB4 IN3 VB5 PRP$1 CD4 VBG4 EX2 VBN6 VBZ8 VBD8 CC5 WRB4 WP4 MD8
'' VBD1 VBZ2 NNP1 PRP1 DT2 IN2 .1 ,2 NN3 NNS4 CC2 RB3 VBP4 TO3 JJ5 MD3 WP4 POS6
( NNP0 NN2 CD1 DT2 JJ3 IN3 RB3 NNS3 PRP4 VBN5 $2
) .1 ,1 VBD2 VBZ2 IN2 NN3 NNS4 CC3 NNP3 DT4 MD3 VBP4 :2
WDT VBD0 VBZ0 VBP0 MD0 NN5 NNS5 DT2 PRP2 NNP2 RB3 JJ6 IN8 PRP$3 EX4
WP VBD0 VBZ0 VBP0 MD0 RB3 PRP2 NNP2 DT3 NNS5 NN5 IN8 PRP$3 ,5
WP$ NN0 NNS0 JJ2 NNP4
WRB DT0 PRP0 NNP1 NN4 NNS3 TO2 JJ3 PRP$1 CD4 RB4 EX2 VBG6 VBD8 VBZ7 MD8 VBN8
PDT DT0 PRP$2
$ CD0
RBS JJ0 RB1 VBN3
UH ,0 .0
"""


@cache
def _costs() -> dict[tuple[str, str], int]:
    table: dict[tuple[str, str], int] = {}
    for line in _PAIRS.strip().splitlines():
        before, *rest = line.split()
        for item in rest:
            found = re.fullmatch(r"(\D+?)(\d+)", item)
            if found:
                table[before, found.group(1)] = int(found.group(2))
    return table


def tagged(tokens: Sequence[Token], shouted: bool, names: frozenset[str]) -> tuple[Token, ...]:
    """The tokens with their parts of speech and lemmas.

    Args:
        tokens: of one sentence.
        shouted: nearly every word has a capital, as in a headline: capitals tell nothing.
        names: words in lower case that the article writes with a capital inside a sentence.
    """
    choices = [_choices(tokens, i, shouted, names) for i in range(len(tokens))]
    tags = _mended(tokens, _best(choices), choices)
    if not shouted and not _FINITE_TAGS & set(tags):
        _verbed(tokens, tags, [{tag for tag, _ in choice} for choice in choices])
    words = lexicon()
    return tuple(
        Token(t.start, t.end, t.text, tag, words.lemma(t.low, tag) if tag[0] in "VNJR" and
              not tag.startswith("NNP") else t.lemma or t.low)
        for t, tag in zip(tokens, tags, strict=True)
    )  # fmt: skip


_FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _verbed(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """A sentence without a verb gets the first word that can be one: "The Nile flows …"."""
    for i in range(1, len(tokens) - 1):
        before, after = tags[i - 1], tags[i + 1]
        third = (
            tags[i] == "NNS"
            and "VBZ" in possible[i]
            and before in (",", "NN", "NNP")
            and after in ("IN", "DT", "TO", "RB", "PRP$")
        )
        past = tags[i] == "VBN" and "VBD" in possible[i] and before == "," and \
            after in ("DT", "NNP", "PRP$", "PRP", "CD", "$")  # fmt: skip
        if third or past:
            tags[i] = "VBZ" if third else "VBD"
            return


def _choices(  # noqa: C901, PLR0911, PLR0912 - a shape of words each
    tokens: Sequence[Token], i: int, shouted: bool, names: frozenset[str]
) -> tuple[tuple[str, int], ...]:
    """The tags a word can have, with what each costs by itself."""
    token = tokens[i]
    if token.tag:
        return ((token.tag, 0),)
    text, low = token.text, token.low
    if text in _SIGNS:
        if text in "\"'" and _closes(tokens, i):
            return (("''", 0),)
        return ((_SIGNS[text], 0),)
    if low == "'s":
        return (("POS", 0), ("VBZ", 14))
    if _ORDINAL.fullmatch(low) or low in ORDINALS:
        return (("JJ", 0), ("RB", 8)) if low != "second" else (("JJ", 0), ("NN", 5), ("RB", 9))
    if _NUMBER.fullmatch(low) or low in NUMBER_WORDS:
        return (("CD", 0), ("NN", 9)) if low in ("one", "dozen", "million") else (("CD", 0),)
    if low in ("millions", "billions", "thousands", "hundreds", "dozens", "tens"):
        return (("NNS", 0),)
    known = lexicon().tags(low)
    if low == "found" and i and tokens[i - 1].low == "to":
        known = ("VB",)  # to found a company
    capital = text[:1].isupper()
    priced = tuple((tag, 4 * n) for n, tag in enumerate(known))
    if capital and not shouted:
        first = i == 0 or (
            tokens[i - 1].tag in ("``", ".", ":") or tokens[i - 1].text in "“‘\"'(["
        )
        if text.isupper() and len(text) > 1 and text != "I" and not (first and known):
            return (("NNP", 0),)
        if not first:
            if known and low in _SMALL:
                return (*priced, ("NNP", 12))
            return (("NNP", 0), ("JJ", 6)) if _nationality(text) else (("NNP", 0),)
        if not known:
            return (("NNP", 0), ("JJ", 5)) if _nationality(text) else (("NNP", 0),)
        if low in names and low not in _SMALL:
            return (("NNP", 0), *((tag, cost + 8) for tag, cost in priced))
        if world().given_name(text) is not None and low not in _SMALL:
            return (("NNP", 2), *((tag, cost + 4) for tag, cost in priced))
        return (*priced, ("NNP", 14))
    if known:
        return priced
    if shouted and capital and _known_name(text, low, names):
        return (("NNP", 0),)
    return tuple((tag, 5 * n) for n, tag in enumerate(lexicon().guess(text))) or (("NN", 0),)


def _nationality(word: str) -> bool:
    found = world().country(word)
    return found is not None and found.how is How.ADJECTIVE


def _known_name(word: str, low: str, names: frozenset[str]) -> bool:
    if low in names or world().country(word) is not None:
        return True
    return world().organisation(word) is not None or world().given_name(word) is not None


_SMALL = row_of(
    "the a an of in on at by for from to with and or but as if it he she they we i you his her "
    "its their our this that these those who which what when where not is are was were be"
)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a straight quotation mark closes: an odd number of its like stands before it."""
    sign = tokens[i].text
    return sum(1 for token in tokens[:i] if token.text == sign) % 2 == 1


def _best(choices: Sequence[Sequence[tuple[str, int]]]) -> list[str]:
    """The cheapest way through (Viterbi)."""
    costs = _costs()
    paths: list[tuple[str, int]] = [("^", 0)]
    back: list[dict[str, str]] = []
    for options in choices:
        after: list[tuple[str, int]] = []
        links: dict[str, str] = {}
        for tag, own in options:
            cost, before = min((c + costs.get((b, tag), _DEAR), b) for b, c in paths)
            after.append((tag, cost + own))
            links[tag] = before
        paths = after
        back.append(links)
    tag = min((cost, tag) for tag, cost in paths)[1]
    tags = []
    for links in reversed(back):
        tags.append(tag)
        tag = links[tag]
    return tags[::-1]


_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d"))
_BE = row_of("be am is are was were been being 's 're 'm get got gets getting")


def _mended(
    tokens: Sequence[Token], tags: list[str], choices: Sequence[Sequence[tuple[str, int]]]
) -> list[str]:
    """What needs more than one neighbour to see."""
    possible = [{tag for tag, _ in options} for options in choices]
    for i, tag in enumerate(tags):
        if tag in ("VBD", "VBN") and {"VBD", "VBN"} <= possible[i]:
            tags[i] = "VBN" if _after_helper(tokens, tags, i) else tags[i]
        if tag in ("VBP", "VBD", "NN", "VBN") and "VB" in possible[i] and _bare(tokens, tags, i):
            tags[i] = "VB"
        if (
            tokens[i].low == "that"
            and tag == "DT"
            and i + 1 < len(tags)
            and tags[i + 1] in ("NNP", "PRP", "DT", "PRP$", "NNS", "CD", "EX")
        ):
            tags[i] = "IN"
        if tokens[i].low in ("have", "do") and tag == "VB" and not _bare(tokens, tags, i):
            tags[i] = "VBP" if not (i and tags[i - 1] == "TO") else tag
        if tokens[i].low == "given" and tag == "IN" and _after_helper(tokens, tags, i):
            tags[i] = "VBN"
        if (
            tag in ("VBD", "VBP")
            and "VBN" in possible[i]
            and i + 2 < len(tags)
            and i
            and tokens[i + 1].low == "by"
            and tags[i + 2] not in ("CD", "$", "RB")
            and tags[i - 1] in ("NN", "NNS", "NNP")
            and tokens[i].lemma != "stand"
        ):
            tags[i] = "VBN"
        if (
            tag == "JJ"
            and "VBN" in possible[i]
            and _after_helper(tokens, tags, i)
            and (
                tokens[i - 1].low == "been"
                or (i + 1 < len(tags) and tags[i + 1] in ("TO", "IN", "RP"))
            )
        ):
            tags[i] = "VBN"
        if (
            tokens[i].low == "'s"
            and tags[i] == "VBZ"
            and (i + 1 == len(tags) or tags[i + 1] in ("NN", "NNS", "NNP", "JJS", "CD"))
        ):
            tags[i] = "POS"
    _reduced(tokens, tags, possible)
    _asides(tokens, tags, possible)
    return tags


_SAYING = row_of("said told added wrote announced warned")
_NAMING = frozenset(("called", "named", "known", "dubbed", "entitled", "titled", "nicknamed"))


def _in_apposition(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """As in "…, a firm hired to paint it": behind a comma, a noun phrase and the participle."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    comma = next((k for k in range(i - 1, 0, -1) if tags[k] == ","), 0)
    last = i
    while last > comma + 2 and tags[last - 1] == "RB":
        last -= 1
    between = tags[comma + 1 : last]
    if comma and between[:1] == ["IN"]:
        between = between[1:]
    if not comma or not between or between[-1] not in ("NN", "NNS", "NNP", "PRP", "CD"):
        return False
    if between[0] not in ("DT", "CD", "JJS", "JJ", "NN", "NNS") or finite & set(between):
        return False
    if any(tag in ("CC", "WDT", "WP", "WRB", "``", "''") for tag in between):
        return False
    named = (
        between[0] == "DT" and tokens[comma + 1].low in ("a", "an") and tags[comma - 1] == "NNP"
    )
    if named and finite & set(tags[:comma]):
        return True
    if tokens[0].low in _SUBORDINATORS or tags[0] in ("IN", "VBG", "VBN", "TO", "RB"):
        return False
    return bool(finite & set(tags[:comma]))


_SUBORDINATORS = row_of("when while because although though if as after before since until once")


def _asides(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "The museum, founded in 1904 and owned by the city, gets": participles, no verbs."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    opened = False
    for i in range(1, len(tags)):
        if tags[i] != "VBD" or "VBN" not in possible[i] or tokens[i].low in _SAYING:
            opened = opened and tags[i] not in (".", ":", *finite)
            continue
        following = tags[i + 1] if i + 1 < len(tags) else "."
        goes_on = following in ("IN", "TO", "RB") or (following == "RP")
        later = any(
            tags[j] in finite and tokens[j - 1].low == "," for j in range(i + 1, len(tags))
        )
        if (
            tokens[i].low in _NAMING
            and tags[i - 1] in ("NN", "NNS", ",")
            and following in ("NNP", "``", "DT", "JJ", "IN")
        ):
            tags[i] = "VBN"
        elif goes_on and tokens[i - 1].low == "," and later:
            tags[i], opened = "VBN", True
        elif (goes_on and tokens[i - 1].low == "and" and opened and later) or (
            following in ("IN", "TO") and _in_apposition(tokens, tags, i)
        ):
            tags[i] = "VBN"


def _after_helper(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    j = i - 1
    while j >= 0 and (tags[j] in ("RB", "RBR") or tokens[j].low in ("n't", "not", "also")):
        j -= 1
    return j >= 0 and (tokens[j].low in _HAVE or tokens[j].low in _BE) and tags[j] != "POS"


def _bare(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    j = i - 1
    while j >= 0 and tags[j] == "RB":
        j -= 1
    if j < 0:
        return False
    if tags[j] in ("MD", "TO"):
        return tags[j] == "MD" or tags[i] in ("VBD", "VBP", "VBN")
    return (
        tokens[j].low in ("do", "does", "did")
        and j >= 0
        and any(tags[k] == "RB" and tokens[k].low in ("not", "n't") for k in range(j, i))
    )


def _governed(tags: Sequence[str], verb: int, i: int) -> bool:
    """Whether no second clause begins between a finite verb and a participle behind it."""
    return not any(
        tag in ("CC", "``", "''", "WDT", "WP", "IN~") for tag in tags[verb:i]
    ) and not any(
        tags[k] == "," and tags[k + 1] in ("PRP", "DT", "NNP") for k in range(verb, i - 1)
    )


def _reduced(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """Tell "troops deployed there said" from "troops deployed": a clause has one finite verb."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    start = 0
    bounds = [
        i
        for i, tag in enumerate(tags)
        if tag in (".", ":")
        or tokens[i].low
        in (
            "that",
            "who",
            "which",
            "because",
            "while",
            "when",
            "after",
            "before",
            "although",
            "and",
            "but",
            "if",
            "since",
            "as",
            "where",
            "whose",
        )
    ]
    for end in [*bounds, len(tags)]:
        verbs = [i for i in range(start, end) if tags[i] in finite]
        if len(verbs) >= 2:
            for i in verbs[1:]:
                # "ministers met in a village, signed the accord" has no such form in news
                if (
                    tags[i] == "VBD"
                    and "VBN" in possible[i]
                    and tags[i - 1] in ("NN", "NNS", "NNP", ",", "CD")
                    and i + 1 < len(tags)
                    and tags[i + 1] in ("IN", "TO")
                    and _governed(tags, verbs[0], i)
                ):
                    tags[i] = "VBN"
            for i in verbs[:-1]:
                following = tags[i + 1] if i + 1 < len(tags) else "."
                before = tags[i - 1] if i else "^"
                if (
                    tags[i] == "VBD"
                    and "VBN" in possible[i]
                    and following in ("IN", "TO")
                    and before in ("NN", "NNS", "NNP", ",")
                    and not any(tags[k] in (",", "``", "''") for k in range(i, verbs[-1]))
                ):
                    tags[i] = "VBN"
        elif not verbs and end - start > 3:
            for i in range(max(start, 1), end):
                if (
                    tags[i] == "VBN"
                    and "VBD" in possible[i]
                    and not _after_helper(tokens, tags, i)
                    and tags[i - 1] in ("NNP", "NNS", "NN", "PRP", "WP", "WDT", "RB")
                    and tokens[i - 1].low not in ("being", "been")
                ):
                    tags[i] = "VBD"
                    break
        start = end
