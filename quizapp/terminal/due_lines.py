"""What there is to do today, as lines of text."""

from __future__ import annotations

from quizapp.study.view import TodayShown
from quizapp.terminal.control_signs import plainly
from quizapp.words import _, ngettext
from quizapp.words import days as day_words


def due_lines(shown: TodayShown) -> list[str]:
    """What is due and how long it takes, deck by deck; on the first launch what to begin."""
    shown = plainly(shown)
    if shown.first:
        return _first(shown)
    lines = [plan_line(shown)]
    lines += [
        _("  {title}: {due} due, {new} new").format(title=deck.title, due=deck.due, new=deck.new)
        for deck in shown.begun
    ]
    if not shown.due and not shown.new and shown.next_day:
        day = day_words.next_time(shown.next_day, shown.day)
        lines.append(
            ngettext(
                "Next: {n} question {day}.", "Next: {n} questions {day}.", shown.next_cards
            ).format(n=shown.next_cards, day=day),
        )
    return lines


def plan_line(shown: TodayShown) -> str:
    """The day in one line: "18 to review · 6 new · about 7 minutes"."""
    parts = []
    if shown.due:
        parts.append(ngettext("{n} to review", "{n} to review", shown.due).format(n=shown.due))
    if shown.new:
        parts.append(ngettext("{n} new", "{n} new", shown.new).format(n=shown.new))
    if not parts:
        return _("Done for today.") if shown.done else _("Nothing is due today.")
    return " · ".join([*parts, day_words.about(shown.minutes)])


def _first(shown: TodayShown) -> list[str]:
    lines = [_("Nothing is begun yet. There is:")]
    lines += [
        ngettext("  {id}: {title}, {n} question", "  {id}: {title}, {n} questions", n).format(
            id=deck, title=title, n=n
        )
        for deck, title, _description, n in shown.others
    ]
    if shown.suggested:
        lines.append(_("Begin with: quizapp study {deck}").format(deck=shown.suggested))
    return lines
