"""Facts that want checking again, in words: since when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quizapp.words import N_, _, ngettext
from quizapp.words.months import month_names
from quizapp.words.study import PartlyKnownDate, partial_date

_WHY = {
    "review": N_("its day for checking was {day}"),
    "office": N_("who holds an office changes within a year"),
    "now": N_("it says how things are now"),
    "count": N_("counts are renewed within two years"),
    "other": N_("it was last known to be so years ago"),
}
_LONGEST = 60  # characters of a prompt in the line of Today


def why_old(code: str, since: date) -> str:
    """Why a fact wants checking, in a clause.

    Args:
        code: "review", "office", "now", "count" or "other".
        since: the day on which it became due.
    """
    return _(_WHY[code]).format(day=day_in_words(since))


def since_words(as_of: PartlyKnownDate | None, since: date) -> str:
    """How long it was not checked: "Not checked since March 2022"."""
    if as_of is None:
        return _("To be checked since {day}").format(day=day_in_words(since))
    return _("Not checked since {day}").format(day=partial_date(as_of))


def day_in_words(day: date) -> str:
    """A day: "3 March 2022"."""
    return _("{day} {month} {year}").format(
        day=day.day, month=month_names()[day.month - 1], year=day.year
    )


def to_check(count: int, prompts: Sequence[str]) -> str:
    """The line of Today.

    Args:
        count: how many facts.
        prompts: of the first of them, as many as the line may name.
    """
    words = ngettext(
        "{n} fact to check before it misleads: {facts}",
        "{n} facts to check before they mislead: {facts}",
        count,
    )
    named = " · ".join(_short(prompt) for prompt in prompts)
    return words.format(n=count, facts=named + (" …" if count > len(prompts) else ""))


def _short(prompt: str) -> str:
    words = " ".join(prompt.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
