"""Participles told from deeds: what was built in 1904 does not build."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of

FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))


_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d"))


BE_FORMS = row_of("be am is are was were been being 's 're 'm get got gets getting")


def fronted_of(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "Of the claims made last year, 37 were refused": no verb acts behind "of"."""
    comma = next((i for i, t in enumerate(tokens) if t.low == ","), 0)
    for i in range(comma if tokens[0].low == "of" else 0):
        tags[i] = "VBN" if tags[i] == "VBD" and "VBN" in possible[i] else tags[i]


_SAYING = row_of("said told added wrote announced warned ruled decided heard concluded estimated")


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


def asides(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "The museum, founded in 1904 and owned by the city, gets": participles, no verbs."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    opened = False
    for i in range(1, len(tags)):
        if tags[i] != "VBD" or "VBN" not in possible[i] or tokens[i].low in _SAYING:
            opened = opened and tags[i] not in (".", ":", *finite)
            continue
        following = tags[i + 1] if i + 1 < len(tags) else "."
        goes_on = following in ("IN", "TO", "RB") or (following == "RP")
        acting = next((j for j in range(i + 1, len(tags)) if _acts(tokens, tags, possible, j)), 0)
        later = acting > 0
        aside = next((k for k in range(i - 1, 0, -1) if tags[k] in ("WP", "WP$", "WDT")), i)
        others = tags[:aside] if tokens[i - 1].low == "," else [*tags[:i], *tags[i + 1 :]]
        alone = acting == 0 and not any(tag in finite for tag in others)
        if (
            tokens[i].low in _NAMING
            and not alone
            and tags[i - 1] in ("NN", "NNS", ",")
            and following in ("NNP", "``", "DT", "JJ", "IN")
        ):
            tags[i] = "VBN"
        elif goes_on and tokens[i - 1].low == "," and later:
            tags[i], opened = "VBN", True
            tags[acting] = {"NNS": "VBZ", "VB": "VBP"}.get(tags[acting], tags[acting])
        elif (goes_on and tokens[i - 1].low == "and" and opened and later) or (
            following in ("IN", "TO") and _in_apposition(tokens, tags, i)
        ):
            tags[i] = "VBN"


def _acts(
    tokens: Sequence[Token], tags: Sequence[str], possible: Sequence[set[str]], j: int
) -> bool:
    """Whether the verb of a sentence stands here, behind the comma that ends an aside.

    As in "…, controls just 41 seats", "…, now account for a fifth".
    """
    before = j - 1 - (tags[j - 1] == "RB")
    if tokens[before].low != ",":
        return False
    if tags[j] in FINITE_TAGS:
        return before == j - 1
    following = tags[j + 1] if j + 1 < len(tags) else "."
    plural = tags[j] == "NNS" and "VBZ" in possible[j]
    bare = tags[j] == "VB" and "VBP" in possible[j]
    return (plural and following in ("RB", "DT", "CD", "PRP$", "$")) or (
        bare and following in ("IN", "DT", "CD", "PRP$", "$")
    )


def after_helper(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    """Whether a form of "be" or "have" stands before a word, adverbs left out."""
    j = i - 1
    while j >= 0 and (tags[j] in ("RB", "RBR") or tokens[j].low in ("n't", "not", "also")):
        j -= 1
    return j >= 0 and (tokens[j].low in _HAVE or tokens[j].low in BE_FORMS) and tags[j] != "POS"


def _governed(tags: Sequence[str], verb: int, i: int) -> bool:
    """Whether no second clause begins between a finite verb and a participle behind it."""
    opened = (
        k
        for k in range(verb, i)
        if tags[k] in ("CC", "``", "''", "WDT", "WP") and not _joins_infinitives(tags, k)
    )
    return not any(opened) and not any(
        tags[k] == "," and tags[k + 1] in ("PRP", "DT", "NNP") for k in range(verb, i - 1)
    )


def by_at(tokens: Sequence[Token], i: int) -> int:
    """Index of the "by" behind a verb, or behind a time that stands there; 0 of none."""
    far = 6 if tokens[i + 1].low in _TIMING else 2
    return next(
        (k for k in range(i + 1, min(i + far, len(tokens) - 1)) if tokens[k].low == "by"), 0
    )


_TIMING = frozenset(("last", "this", "in", "on", "only", "just", "two", "three", "four", "five"))


def _joins_infinitives(tags: Sequence[str], i: int) -> bool:
    """As in "the right to board and detain ships": no clause begins behind "and"."""
    return 0 < i < len(tags) - 1 and tags[i - 1] == tags[i + 1] == "VB"


def reduced(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """Tell "troops deployed there said" from "troops deployed": a clause has one finite verb."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    start = 0
    bounds = [
        i
        for i, tag in enumerate(tags)
        if tag in (".", ":")
        or (tag == "CC" and not _joins_infinitives(tags, i) and tokens[i].low in ("and", "but"))
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
                noun = i - 1 - (tags[i - 1] == "RB" and tags[i - 2] == ",")
                # "ministers met in a village, signed the accord" has no such form in news
                if (
                    tags[i] == "VBD"
                    and "VBN" in possible[i]
                    and tokens[i].low not in _SAYING
                    and tags[noun] in ("NN", "NNS", "NNP", ",", "CD")
                    and i + 1 < len(tags)
                    and tags[i + 1] in ("IN", "TO")
                    and tokens[i + 1].low != "that"
                    and _governed(tags, verbs[0], i)
                ):
                    tags[i] = "VBN"
            for i in verbs[:-1]:
                following = tags[i + 1] if i + 1 < len(tags) else "."
                before = tags[i - 1] if i else "^"
                if (
                    tags[i] == "VBD"
                    and "VBN" in possible[i]
                    and tokens[i].low not in _SAYING
                    and following in ("IN", "TO", "RP")
                    and before in ("NN", "NNS", "NNP", ",")
                    and not any(tags[k] in (",", "``", "''") for k in range(i, verbs[-1]))
                ):
                    tags[i] = "VBN"
        elif not verbs and end - start > 3:
            for i in range(max(start, 1), end):
                if (
                    tags[i] == "VBN"
                    and "VBD" in possible[i]
                    and not after_helper(tokens, tags, i)
                    and not _in_apposition(tokens, tags, i)
                    and tags[i - 1] in ("NNP", "NNS", "NN", "PRP", "WP", "WDT", "RB")
                    and tokens[i - 1].low not in ("being", "been")
                ):
                    tags[i] = "VBD"
                    break
        start = end
