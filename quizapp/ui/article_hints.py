"""What stands under a field of the article's form: how its text is read, or what it takes."""

from __future__ import annotations

from quizapp.author.field_values import Troubles, date_of, number_of
from quizapp.author.fields import Fields
from quizapp.content.date_text import date_in_words
from quizapp.content.question import Kind, Precision
from quizapp.content.right_answer import number_text
from quizapp.words import N_, _

_WANTED = {
    Precision.DAY: N_("{date}: day, month and year are wanted. Write 2008 if the year is enough."),
    Precision.MONTH: N_("{date}: month and year are wanted."),
    Precision.YEAR: N_("{date}: the year is wanted."),
}
_LIKE_THIS = N_("Write it like 17 February 2008, March 2022 or 2008.")


def hint(name: str, fields: Fields) -> str:
    """The line under a field, or "" where nothing needs to be said.

    Args:
        name: "answers" or "as_of"; another field has none.
        fields: as typed.
    """
    if name == "as_of":
        return _as_of(fields.as_of) if fields.as_of.strip() else ""
    typed = fields.answers[0] if fields.answers else ""
    if name != "answers":
        return ""
    if fields.kind is Kind.DATE:
        return _dated(typed, fields.precision)
    return _counted(typed, fields.unit) if fields.kind is Kind.NUMBER else ""


def _as_of(typed: str) -> str:
    found = date_of(typed, "as_of", Troubles())
    return date_in_words(found) if found is not None else _(_LIKE_THIS)


def _dated(typed: str, precision: str) -> str:
    found = date_of(typed, "answers", Troubles()) if typed.strip() else None
    if found is None:
        return _(_LIKE_THIS)
    wanted = Precision(precision) if precision else found.precision
    if found.precision is Precision.YEAR:
        return _("The year {date} is wanted. For a day write 17 February 2008.").format(
            date=date_in_words(found)
        )
    return _(_WANTED[wanted]).format(date=date_in_words(found))


def _counted(typed: str, unit: str) -> str:
    found = number_of(typed, unit, Troubles()) if typed.strip() else None
    if found is None:
        return _("Write it like 3,770, 1.5 or 1.8 million; what is counted goes under Unit.")
    return _("Read as {number}.").format(number=number_text(found, unit.strip()))
