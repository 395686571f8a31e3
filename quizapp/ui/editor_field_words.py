"""What the fields of the editor's form are called, what they take, and how it is understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.author.field_values import exact
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Finding
from quizapp.content.date_text import date_in_words, read_dates
from quizapp.content.deck import Severity
from quizapp.content.numerals import read_number
from quizapp.content.question import Kind
from quizapp.content.right_answer import number_text
from quizapp.ui.editor_notes import Note, Weight
from quizapp.words import N_, _
from quizapp.words.checking import describe
from quizapp.words.field_troubles import describe_trouble

LABELS: dict[str, str] = {
    "prompt": N_("Question"),
    "holds": N_("Is it true?"),
    "answers": N_("Answer"),
    "unit": N_("Unit"),
    "need": N_("How many are wanted"),
    "pairs": N_("Pairs"),
    "both_ways": "",
    "correction": N_("What is true"),
    "accept": N_("Also right when typed"),
    "wrong": N_("Wrong options"),
    "quote": N_("What it rests on"),
    "tolerance": N_("How far off is still right"),
    "precision": N_("How exact the answer must be"),
    "forms": N_("Asked only by"),
    "hint": N_("Hint"),
    "explanation": N_("Explanation, shown after the answer"),
    "tags": N_("Tags"),
    "as_of": N_("As of: when it was true"),
    "review_by": N_("Check again after"),
    "attribution": N_("Whose claim it is, where it is one"),
    "image": N_("Picture"),
}
_SPECIAL: dict[tuple[str, Kind], str] = {
    ("prompt", Kind.TRUE_FALSE): N_("Statement"),
    ("prompt", Kind.CLOZE): N_("Text with gaps"),
    ("prompt", Kind.FLASHCARD): N_("Front"),
    ("answers", Kind.FLASHCARD): N_("Back"),
    ("answers", Kind.MULTI): N_("Right options"),
    ("answers", Kind.LIST): N_("Answers"),
    ("answers", Kind.ORDER): N_("Items in the right order"),
}
_HELP: dict[str, str] = {
    "unit": N_("Shown beside the answer, such as km or %. It need not be typed."),
    "need": N_("Empty: all of them."),
    "correction": N_("Shown after the answer, whichever button is right."),
    "tolerance": N_("Such as 50, or 5 %. Empty: only the number itself."),
    "forms": N_("None chosen: by all of them, as it becomes better known."),
    "tags": N_("Words to find and group questions by."),
    "as_of": N_("For what changes: offices, counts, prices."),
    "review_by": N_("After this day the question is listed as due for checking."),
    "quote": N_("The sentence of the source that proves the answer. It is shown after it."),
    "wrong": N_("What somebody could take for right."),
}
_HELP_OF: dict[tuple[str, Kind], str] = {
    ("prompt", Kind.CLOZE): N_(
        "Alt+G hides the selected words: {{{{Serbia}}}}. Each gap is asked."
    ),
    ("prompt", Kind.TRUE_FALSE): N_("A whole sentence that is either true or false."),
    ("prompt", Kind.FLASHCARD): N_("Markdown: **bold**, *italic*, lists. Ctrl+Enter goes on."),
    ("answers", Kind.NUMBER): N_("The number alone."),
    ("answers", Kind.DATE): N_("In any usual writing: 17 February 2008, March 2022 or 2008."),
    ("answers", Kind.MULTI): N_("Every one of them must be chosen. Enter adds a row."),
    ("answers", Kind.LIST): N_("They may be typed in any order. Enter adds a row."),
    ("answers", Kind.ORDER): N_("They are shown mixed up. Alt+↑ and Alt+↓ move a row."),
    ("wrong", Kind.SHORT): N_("Not needed. With two or more it can also be asked as a choice."),
    ("accept", Kind.SHORT): N_("Not needed: case, accents and articles are overlooked anyway."),
}
MISSING = frozenset(
    {
        "no-prompt",
        "no-answer",
        "no-wrong",
        "no-correction",
        "no-quote",
        "no-source",
        "no-alt",
        "one-item",
        "one-pair",
        "half-a-pair",
        "gap-none",
    }
)
"""Troubles of what was not typed yet, which are said quietly."""
_FIELD_OF_KEY = {
    "text": "prompt",
    "answer": "answers",
    "evidence": "quote",
    "evidence.quote": "quote",
    "evidence.source": "quote",
    "source": "quote",
    "image_alt": "image",
}
ABOUT_ALL = ""
"""Where what is said of no field stands."""


def label(field: str, kind: Kind) -> str:
    """What stands over a field."""
    words = _SPECIAL.get((field, kind)) or LABELS[field]
    return _(words) if words else ""


def explanation(field: str, kind: Kind) -> str:
    """What a field takes, in a sentence; "" where that is plain."""
    words = _HELP_OF.get((field, kind)) or _HELP.get(field, "")
    return _(words).format() if words else ""


def understood(field: str, fields: Fields) -> str:
    """How what was typed is understood, where it could be taken otherwise; or ""."""
    first = fields.answers[0] if fields.answers else ""
    if field == "answers" and fields.kind is Kind.NUMBER:
        return _number_words(first, fields.unit)
    if field == "answers" and fields.kind is Kind.DATE:
        return _date_words(first)
    if field in {"as_of", "review_by"}:
        return _date_words(getattr(fields, field))
    return ""


def _number_words(typed: str, unit: str) -> str:
    found = read_number(typed, unit) if typed.strip() else None
    if found is None:
        return ""
    number = exact(found.value)
    return "" if number is None else number_text(number, unit.strip() or found.unit)


def _date_words(typed: str) -> str:
    found = read_dates(typed) if typed.strip() else frozenset()
    words = sorted(date_in_words(day) for day in found)
    if len(words) == 1 and words[0] != typed.strip():
        return words[0]
    return ""


def notes_by_field(
    troubles: Iterable[FieldTrouble], findings: Iterable[Finding], fields: Sequence[str]
) -> dict[str, list[Note]]:
    """What is to be said beside each field; what is about none of them stands at `ABOUT_ALL`."""
    notes: dict[str, list[Note]] = {}
    for trouble in troubles:
        weight = Weight.MISSING if trouble.code in MISSING else Weight.ERROR
        field = _FIELD_OF_KEY.get(trouble.field, trouble.field)
        place = field if field in fields else ABOUT_ALL
        notes.setdefault(place, []).append(Note(describe_trouble(trouble), weight))
    for finding in findings:
        said = describe(finding)
        error = finding.severity is Severity.ERROR
        weight = Weight.ERROR if error else Weight.WARNING
        field = _FIELD_OF_KEY.get(finding.key, finding.key)
        place = field if field in fields else ABOUT_ALL
        mend = said.mend if finding.mend is not None else ""
        notes.setdefault(place, []).append(Note(said.what, weight, said.why, mend, finding))
    return notes
