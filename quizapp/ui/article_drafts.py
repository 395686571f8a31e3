"""The lines of the drafts: which article, how far it is, and when it was worked on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from quizapp.generate.draft import DraftShown
from quizapp.ui.article_entry import DraftLine
from quizapp.words import _, deciding, ngettext

_MANY = 7  # days, from which on the date itself is told


def draft_lines(
    drafts: Sequence[DraftShown], today: int, titles: Mapping[str, str]
) -> tuple[DraftLine, ...]:
    """A line for each draft, those that are done behind the others.

    Args:
        drafts: the one worked on last first.
        today: the study day, a proleptic ordinal.
        titles: of the author's decks that are there, by id.
    """
    lines = [_line(draft, today, titles) for draft in drafts]
    return tuple(sorted(lines, key=lambda line: line.done))


def _line(draft: DraftShown, today: int, titles: Mapping[str, str]) -> DraftLine:
    if draft.damaged:
        told = _("This draft is damaged. Opening it says what can be done.")
        return DraftLine(draft.sha256, _("A draft"), told, damaged=True)
    title = draft.title or _("An article without a title")
    decks = {deck: many for deck, many in draft.decks.items() if deck in titles}
    saved = [deciding.saved_in(many, titles[deck]) for deck, many in decks.items()]
    done = not draft.open and 0 < draft.kept == sum(decks.values())
    first = [_("Done")] if done else [deciding.counts(draft)]
    told = " · ".join((*first, *saved, _when(draft.touched, today)))
    return DraftLine(draft.sha256, title, told, done=done)


def _when(touched: int, today: int) -> str:
    day = datetime.fromtimestamp(touched / 1000, UTC).date()
    ago = today - day.toordinal()
    if ago <= 0:
        return _("today")
    if ago == 1:
        return _("yesterday")
    if ago < _MANY:
        return ngettext("{n} day ago", "{n} days ago", ago).format(n=ago)
    return day.isoformat()
