"""The names of the months, in English and in the language of the screen."""

from __future__ import annotations

from quizapp.words import N_, _

ENGLISH = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def month_names() -> tuple[str, ...]:
    """The twelve names in the current language, January first."""
    return tuple(_(name) for name in ENGLISH)
