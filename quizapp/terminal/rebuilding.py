"""`quizapp rebuild`: cards made anew from the log of all answers, or held against it."""

from __future__ import annotations

from quizapp.collection.database import Database
from quizapp.collection.rebuild import check, rebuild
from quizapp.terminal.saying import fail, progress, say
from quizapp.words import _, ngettext

_DIFFERENT = 1
_MOST_NAMED = 20


def rebuilt(database: Database) -> int:
    """Make the cards anew from the log and say how many were mended; the exit code."""
    with progress(_("Reading the log")) as told:
        changed = rebuild(database, told)
    say(
        ngettext("{n} card was mended.", "{n} cards were mended.", changed).format(n=changed)
        if changed
        else _("Every card is what the log says.")
    )
    return 0


def proved(database: Database) -> int:
    """Say where cards are not what the log says; the exit code: 0, or 1 where some are not."""
    with progress(_("Reading the log")) as told:
        differences = check(database, told)
    for one in differences[:_MOST_NAMED]:
        say(
            _("{table} {key}: kept {cached}, the log says {logged}").format(
                table=one.table, key=one.key, cached=one.cached, logged=one.logged
            )
        )
    if not differences:
        say(_("Every card is what the log says, bit for bit."))
        return 0
    n = len(differences)
    said = ngettext(
        "{n} difference. Run: quizapp rebuild", "{n} differences. Run: quizapp rebuild", n
    )
    fail(said.format(n=n))
    return _DIFFERENT
