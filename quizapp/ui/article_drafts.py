"""The lines of the drafts: which article, how far it is, and when it was worked on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from quizapp.generate.draft import DraftShown
from quizapp.ui.article_entry import DraftLine
from quizapp.words import _, deciding, ngettext

_MANY = 7  # days, from which on the date itself is told


def draft_lines(drafts: Sequence[DraftShown], today: int) -> tuple[DraftLine, ...]:
    """A line for each draft.

    Args:
        drafts: the one worked on last first.
        today: the study day, a proleptic ordinal.
    """
    return tuple(_line(draft, today) for draft in drafts)


def _line(draft: DraftShown, today: int) -> DraftLine:
    if draft.damaged:
        told = _("This draft is damaged. Opening it says what can be done.")
        return DraftLine(draft.sha256, _("A draft"), told, damaged=True)
    told = " · ".join((deciding.counts(draft), _when(draft.touched, today)))
    return DraftLine(draft.sha256, draft.title or _("An article without a title"), told)


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
