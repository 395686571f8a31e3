"""Parts of speech that need more than one neighbour to see."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.language.participles import (
    BE_FORMS,
    FINITE_TAGS,
    after_helper,
    asides,
    by_at,
    fronted_of,
    reduced,
)
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of


def verbed(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
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


def _in_passing(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "owners found guilty will", "those that sail", "was abnormal were", "and run by"."""
    for i in range(1, len(tags) - 2):
        low, after = tokens[i].low, tags[i + 1]
        doing = tags[i] == "VBD" and "VBN" in possible[i]
        if doing and tags[i - 1] in ("NN", "NNS") and after == "JJ" and tags[i + 2] in FINITE_TAGS:
            tags[i] = "VBN"
        elif doing and tags[i - 1] == "," and (after, tags[i + 2]) == ("TO", "VB"):
            tags[i] = "VBN" if FINITE_TAGS & set(tags[:i]) else tags[i]  # required to amend it
        elif tags[i] == "VBZ" and tokens[i + 1].low == "be":
            tags[i] = "NNS"
        elif doing and tags[i - 1] == "CC" and tokens[i + 1].low == "by":
            tags[i] = "VBN" if "VBN" in tags[:i] else tags[i]
        elif low == "that" and tokens[i - 1].low == "those":
            tags[i] = "WDT"
            tags[i + 1] = "VBP" if "VBP" in possible[i + 1] else after
        elif tags[i] == "NN" and tokens[i - 1].low in BE_FORMS and after in FINITE_TAGS:
            tags[i] = "JJ" if tags[i - 1] != "POS" else "NN"


def _twice(tokens: Sequence[Token], tags: list[str]) -> None:
    """As in "almost double the average", where nobody doubles it."""
    for i in range(1, len(tags) - 1):
        near = tokens[i - 1].low in ("almost", "nearly", "roughly", "about", "than", ",")
        if near and tokens[i].low in ("double", "triple") and tags[i + 1] in ("DT", "PRP$"):
            tags[i] = "PDT"


def _of_the_clock(tokens: Sequence[Token], tags: list[str]) -> None:
    """As in "at 3.20am", which holds no form of "be"."""
    for i in range(1, len(tags)):
        if tags[i - 1] == "CD" and tokens[i].low in ("am", "pm"):
            tags[i] = "RB"


def _joined_names(tokens: Sequence[Token], tags: list[str]) -> None:
    """As in "Tolland & Reeve", which is one name."""
    for i in range(1, len(tags) - 1):
        names = tags[i - 1][:3] == tags[i + 1][:3] == "NNP"
        known = names or (tokens[i - 1].text[:1] + tokens[i + 1].text[:1]).isupper()
        if tokens[i].low == "&" and known:
            tags[i - 1 : i + 2] = ("NNP", "NNP", "NNP")


_GOODS = row_of("train trains lorry lorries truck trucks vehicle vehicles van vans yard")


_ABOUT = row_of("about around roughly nearly almost some over up at")


def _plural_nouns(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "…, catches of perch have fallen", "a goods train": nouns that could be verbs."""
    for i in range(1, len(tags) - 1):
        opens = tags[i - 1] in (",", "CC", "``") and tokens[i + 1].low == "of"
        if tags[i] == "VBZ" and "NNS" in possible[i] and opens:
            tags[i] = "NNS"
        amount = tags[i + 1] in ("CD", "$") or (
            tokens[i + 1].low in _ABOUT and tags[min(i + 2, len(tags) - 1)] in ("CD", "$")
        )
        acting = amount and tags[i - 1] == "NN" and not FINITE_TAGS & set(tags[:i])
        if tags[i] == "NNS" and "VBZ" in possible[i] and acting:
            tags[i] = "VBZ"  # a tank costs about 14,000 taka
        if tokens[i].low == "won" and tags[i - 1] == "CD":
            tags[i] = "NNS"  # 41.6 billion won
        if tokens[i].low == "goods" and tokens[i + 1].low in _GOODS:
            tags[i], tags[i + 1] = "NN", "NNS" if tokens[i + 1].low.endswith("s") else "NN"


_INTRANSITIVE = row_of("erupted happened occurred arrived vanished died emerged collapsed")
_MOVED = row_of(
    "dropped increased decreased climbed slipped declined jumped doubled tripled halved"
)
_LINKED = row_of("take takes took taken taking")


def _intransitive(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "the volcano erupted", "takes in 18,000 tonnes": nothing is done to it, nor within."""
    for i in range(1, len(tags) - 1):
        acts = tags[i - 1] in ("NN", "NNP", "NNS", "PRP") and "VBD" in possible[i]
        if tags[i] == "VBN" and tokens[i].low in _INTRANSITIVE and acts:
            tags[i] = "VBD"
        moved = tokens[i].low in _MOVED and tokens[i + 1].low in ("from", "to", "by")
        if tags[i] == "VBN" and acts and moved and not after_helper(tokens, tags, i):
            tags[i] = "VBD"  # the share of those who speak it dropped from 41% to 36%
        counted = tags[i + 1] == "CD" and tags[min(i + 2, len(tags) - 1)] in ("NN", "NNS", "CD")
        if tokens[i].low == "in" and tokens[i - 1].low in _LINKED and counted:
            tags[i] = "RP"


def mended(
    tokens: Sequence[Token], tags: list[str], choices: Sequence[Sequence[tuple[str, int]]]
) -> list[str]:
    """What needs more than one neighbour to see."""
    possible = [{tag for tag, _ in options} for options in choices]
    _of_the_clock(tokens, tags)
    _twice(tokens, tags)
    _joined_names(tokens, tags)
    _plural_nouns(tokens, tags, possible)
    for i, tag in enumerate(tags):
        if tag in ("VBD", "VBN") and {"VBD", "VBN"} <= possible[i]:
            tags[i] = "VBN" if after_helper(tokens, tags, i) else tags[i]
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
        if tokens[i].low == "given" and tag == "IN" and after_helper(tokens, tags, i):
            tags[i] = "VBN"
        if (
            tag in ("VBD", "VBP")
            and "VBN" in possible[i]
            and i + 2 < len(tags)
            and i
            and (by := by_at(tokens, i))
            and tags[by + 1] not in ("CD", "$", "RB")
            and tags[i - 1] in ("NN", "NNS", "NNP", "CD")
            and tokens[i].lemma != "stand"
        ):
            tags[i] = "VBN"
        if (
            tag == "JJ"
            and "VBN" in possible[i]
            and after_helper(tokens, tags, i)
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
    _small_words(tokens, tags, possible)
    _acting(tokens, tags, possible)
    _relatives(tags, possible)
    _says_that(tokens, tags, possible)
    _plain_present(tokens, tags, possible)
    fronted_of(tokens, tags, possible)
    asides(tokens, tags, possible)
    reduced(tokens, tags, possible)
    _in_passing(tokens, tags, possible)
    _presents(tags, possible)
    _intransitive(tokens, tags, possible)
    return tags


def _small_words(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "found there was no proof", "were sitting on stock", "be sworn in on Monday"."""
    for i in range(1, len(tags) - 1):
        low = tokens[i].low
        if low == "there" and tags[i] == "RB" and tokens[i + 1].low in _THERE_IS:
            tags[i] = "EX"
        elif tags[i] == "VBZ" and tags[i - 1] in ("NN", "JJ"):
            several = tokens[i + 1].low in ("are", "were", "have")
            tags[i] = "NNS" if several else "VBZ"  # as holiday lets are
        elif tags[i] == "JJ" and "VBD" in possible[i] and _has_object(tokens, tags, i):
            tags[i] = "VBD"
        elif low == "forecast" and tags[i] in ("VBN", "VBD") and tags[i - 1] in ("NN", "NNS"):
            tags[i] = "NN" if tokens[i + 1].low in ("for", "of", "to", "from") else tags[i]
        elif tags[i] == "NN" and "VBG" in possible[i] and tokens[i - 1].low in BE_FORMS:
            tags[i] = "VBG" if tags[i + 1] in ("IN", "DT", "PRP$", "TO") else "NN"
        elif low in _PARTICLES and tags[i] == "IN" and tags[i - 1] in ("VBN", "VBD", "VB"):
            tags[i] = "RP" if tokens[i + 1].low in _BEHIND_PARTICLES else tags[i]


def _presents(tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "they account for a fifth and typically undercut rivals": "and" keeps the tense."""
    for i in range(2, len(tags)):
        before = i - 1 - (tags[i - 1] == "RB")
        if tags[i] != "VBD" or "VBP" not in possible[i] or tags[before] != "CC":
            continue
        finite = (tags[k] for k in range(before - 1, -1, -1) if tags[k] in FINITE_TAGS)
        tags[i] = "VBP" if next(finite, "") == "VBP" else "VBD"


def _has_object(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """As in "Lund lost 12 ewes": no adjective stands before an article or a number."""
    return (
        tags[i + 1] in ("CD", "DT", "$", "PRP$")
        and tags[i - 1] in ("NNP", "NNPS", "NN", "NNS", "PRP", ",", "CC", "RB", "WP", "WDT")
        and not after_helper(tokens, tags, i)
        and tokens[i + 1].low not in ("all", "both", "no")
    )


_THERE_IS = frozenset(("is", "are", "was", "were", "will", "would", "had", "has", "may"))
_BEHIND_PARTICLES = frozenset(("on", "in", "by", "during", "after", "before", "as", "since"))
_PARTICLES = frozenset(("in", "on", "off", "up", "out", "down", "over"))


def _plain_present(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "They want more pay", "Farmers grow rice": a plain form is in the present."""
    acted = False
    for i in range(1, len(tags)):
        acted = (acted or tags[i - 1] in FINITE_TAGS) and tags[i - 1] not in (".", ":")
        if tags[i] != "VB" or "VBP" not in possible[i]:
            continue
        j = i - 1 - (tags[i - 1] == "RB")
        subject = tokens[j].low in ("they", "we", "you", "i", "who") or (
            tags[j] == "NNS" and not acted
        )
        if subject and not _bare(tokens, tags, i):
            tags[i] = "VBP"
            acted = True


def _acting(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "The trust plans to build", "to follow 10,000 vaccinated children"."""
    free = True
    for i in range(1, len(tags) - 2):
        if tags[i - 1] in FINITE_TAGS or tags[i - 1] in (":", "."):
            free = tags[i - 1] not in FINITE_TAGS
        plural = tags[i] == "NNS" and "VBZ" in possible[i] and tags[i - 1] in ("NN", "NNP")
        if plural and free and tokens[i + 1].low == "to" and tags[i + 2] == "VB":
            tags[i] = "VBZ"
        counted = tags[i - 1] == "CD" and tags[i + 1] == "NNS" and not free
        if tags[i] == "VBD" and "VBN" in possible[i] and counted:
            tags[i] = "VBN"


def _says_that(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "The team from five countries estimates that": what takes "that" is the verb."""
    for i in range(1, len(tags) - 2):
        if tags[i] in FINITE_TAGS:
            return
        says = tags[i] == "NNS" and "VBZ" in possible[i] and tokens[i + 1].low == "that"
        if says and tags[i + 2] in ("DT", "PRP", "NNP", "NNS", "PRP$", "NN"):
            tags[i], tags[i + 1] = "VBZ", "IN"
            return


def _relatives(tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "which Slovenia shares with Croatia": a relative clause wants a verb."""
    for i in range(2, len(tags) - 1):
        relative = tags[i - 2] in ("WDT", "WP") and tags[i - 1] in ("NNP", "NN")
        if relative and tags[i] == "NNS" and "VBZ" in possible[i]:
            tags[i] = "VBZ"


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
