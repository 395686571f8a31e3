"""Times of an article put into a question: dates for weekdays, nothing for "last week"."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.content.question import PartialDate
from quizapp.generate.discourse import Discourse
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.times import TimePhrase, When, spoken
from quizapp.generate.language.token import Token


def time_edits(  # noqa: C901, PLR0912 - a shape of words each
    discourse: Discourse,
    index: int,
    words: tuple[int, int],
    *,
    timeless: bool,
    aside: bool,
    gap: tuple[int, int] | None = None,
) -> list[tuple[int, int, str]]:
    """How the times among some words of a sentence are said in a question.

    Args:
        discourse: the article, read.
        index: the sentence.
        words: index of the first word, and after the last.
        timeless: leave out when it was: that is what is asked.
        aside: the verb is a participle, and the day of the sentence is another verb's.
        gap: words that are asked for, and stay.

    Returns:
        (first, end, what stands instead) of each.

    Raises:
        HangingError: nobody knows any more when that was.
    """
    first, end = words
    edits: list[tuple[int, int, str]] = []
    tokens = discourse.ground.sentences[index].tokens
    for phrase in discourse.times(index):
        if phrase.end <= first or phrase.first >= end:
            continue
        if phrase.first < first or phrase.end > end:
            continue
        if gap is not None and phrase.first < gap[1] and gap[0] < phrase.end:
            continue
        if parse_tag(tokens, phrase.end) == "POS":
            continue
        bare = phrase.preposition in ("", "in", "on", "at", "during")
        if aside and bare and phrase.when is When.RESOLVED:
            # The day is of the main verb: "approved a cabinet led by X on Monday".
            edits.append((phrase.first, phrase.end, ""))
        elif timeless and phrase.when is not When.LENGTH and bare:
            edits.append((phrase.first, phrase.end, ""))
        elif phrase.when is When.RESOLVED and phrase.value is not None:
            day = phrase.value
            if phrase.first and tokens[phrase.first - 1].low == "than":
                raise HangingError("than")  # dearer than a year ago
            if phrase.preposition == "by" and _unsure(discourse, tokens, phrase.first, day):
                raise HangingError("by")
            link = (
                phrase.preposition
                if phrase.preposition not in ("", "on", "in")
                else ("on" if day.day is not None else "in")
            )
            if not phrase.whole and phrase.preposition:
                link = phrase.preposition
            hung = phrase.first > first and tokens[phrase.first - 1].tag in ("IN", "TO", "DT")
            said = spoken(day) if hung else f"{link} {spoken(day)}"
            edits.append((phrase.first, phrase.end, said))
        elif phrase.when is When.RELATIVE and tokens[phrase.end - 1].low in (
            "after",
            "before",
        ):
            continue  # an hour after the final whistle
        elif phrase.when is When.RELATIVE and _season_in(tokens, phrase) is not None:
            said = _season(discourse, tokens, phrase)
            hung = phrase.first > first and tokens[phrase.first - 1].tag in ("IN", "TO", "DT")
            edits.append((phrase.first, phrase.end, said if hung else f"in {said}"))
        elif phrase.when is When.RELATIVE:
            if not bare:
                raise HangingError(discourse.words(index, phrase.first, phrase.end))
            before = tokens[phrase.first - 1] if phrase.first > first else None
            if before is not None and before.low in ("of", "for", "from", "'s"):
                raise HangingError(before.text)
            edits.append((phrase.first, phrase.end, ""))
    return edits


_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 0, "season": 0}
"""The last month of each; 0 where it lies in two years."""


def _season_in(tokens: Sequence[Token], phrase: TimePhrase) -> str | None:
    """The season that a phrase ends with: "last summer"."""
    low = tokens[phrase.end - 1].low
    told = phrase.end - phrase.first >= 2 and tokens[phrase.end - 2].low in ("last", "this")
    return low if low in _SEASONS and told else None


def _season(discourse: Discourse, tokens: Sequence[Token], phrase: TimePhrase) -> str:
    """As "the summer of 2024", said of last summer in spring 2025.

    Raises:
        HangingError: the year is not sure.
    """
    published = discourse.ground.article.published
    low, which = tokens[phrase.end - 1].low, tokens[phrase.end - 2].low
    end = _SEASONS[low]
    if published is None or published.month is None or not end:
        raise HangingError(f"{which} {low}")
    gone = which == "last" and published.month <= end
    return f"the {low} of {published.year - gone}"


def _unsure(discourse: Discourse, tokens: Sequence[Token], first: int, day: PartialDate) -> bool:
    """Whether "by February" may be of another year: what had been by then is past."""
    published = discourse.ground.article.published
    if published is None or published.month is None or day.month is None:
        return False
    later = (day.year, day.month) > (published.year, published.month)
    had = any(t.low == "had" for t in tokens[:first])
    return later if had else not later


def parse_tag(tokens: Sequence[Token], i: int) -> str:
    """The tag at an index, "." behind the sentence."""
    return tokens[i].tag if i < len(tokens) else "."
