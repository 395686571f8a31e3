"""Parts of speech that need more than one neighbour to see."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of

FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))


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


_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d"))


_BE = row_of("be am is are was were been being 's 're 'm get got gets getting")


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
        elif tags[i] == "NN" and tokens[i - 1].low in _BE and after in FINITE_TAGS:
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


def mended(
    tokens: Sequence[Token], tags: list[str], choices: Sequence[Sequence[tuple[str, int]]]
) -> list[str]:
    """What needs more than one neighbour to see."""
    possible = [{tag for tag, _ in options} for options in choices]
    _of_the_clock(tokens, tags)
    _twice(tokens, tags)
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
            and (by := _by_at(tokens, i))
            and tags[by + 1] not in ("CD", "$", "RB")
            and tags[i - 1] in ("NN", "NNS", "NNP", "CD")
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
    _small_words(tokens, tags, possible)
    _acting(tokens, tags, possible)
    _relatives(tags, possible)
    _says_that(tokens, tags, possible)
    _plain_present(tokens, tags, possible)
    _fronted_of(tokens, tags, possible)
    _asides(tokens, tags, possible)
    _reduced(tokens, tags, possible)
    _in_passing(tokens, tags, possible)
    _presents(tags, possible)
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
        elif tags[i] == "NN" and "VBG" in possible[i] and tokens[i - 1].low in _BE:
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
        and not _after_helper(tokens, tags, i)
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


def _fronted_of(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
    """As in "Of the claims made last year, 37 were refused": no verb acts behind "of"."""
    comma = next((i for i, t in enumerate(tokens) if t.low == ","), 0)
    for i in range(comma if tokens[0].low == "of" else 0):
        tags[i] = "VBN" if tags[i] == "VBD" and "VBN" in possible[i] else tags[i]


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
    opened = (
        k
        for k in range(verb, i)
        if tags[k] in ("CC", "``", "''", "WDT", "WP") and not _joins_infinitives(tags, k)
    )
    return not any(opened) and not any(
        tags[k] == "," and tags[k + 1] in ("PRP", "DT", "NNP") for k in range(verb, i - 1)
    )


def _by_at(tokens: Sequence[Token], i: int) -> int:
    """Index of the "by" behind a verb, or behind a time that stands there; 0 of none."""
    far = 6 if tokens[i + 1].low in _TIMING else 2
    return next(
        (k for k in range(i + 1, min(i + far, len(tokens) - 1)) if tokens[k].low == "by"), 0
    )


_TIMING = frozenset(("last", "this", "in", "on", "only", "just", "two", "three", "four", "five"))


def _joins_infinitives(tags: Sequence[str], i: int) -> bool:
    """As in "the right to board and detain ships": no clause begins behind "and"."""
    return 0 < i < len(tags) - 1 and tags[i - 1] == tags[i + 1] == "VB"


def _reduced(tokens: Sequence[Token], tags: list[str], possible: Sequence[set[str]]) -> None:
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
                # "ministers met in a village, signed the accord" has no such form in news
                if (
                    tags[i] == "VBD"
                    and "VBN" in possible[i]
                    and tokens[i].low not in _SAYING
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
                    and tokens[i].low not in _SAYING
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
                    and not _in_apposition(tokens, tags, i)
                    and tags[i - 1] in ("NNP", "NNS", "NN", "PRP", "WP", "WDT", "RB")
                    and tokens[i - 1].low not in ("being", "been")
                ):
                    tags[i] = "VBD"
                    break
        start = end
