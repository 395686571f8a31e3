"""A question as the texts of a form: what stands in its fields, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.content.question import Form, Kind

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the form; fields that a kind has no use for keep what they hold.

    Everything is as typed: a date may be in any usual writing, a number in any grouping, and a
    row may be empty while it is being filled.

    Attributes:
        prompt: a cloze's text with its gaps as written; a statement; Markdown of a flashcard.
        answers: one row each; a single one for kinds with one answer; not for match, cloze and
            true-false.
        wrong: distractors, one row each.
        accept: rows of (spelling, the answer or gap's words it stands for); the second is ""
            for kinds with one answer.
        pairs: rows of (left, right).
        holds: of a statement.
        need: how many of a list's answers are wanted; "" for all.
        tolerance: "" for none, "50" or "5 %".
        precision: "year", "month", "day", or "" for as exact as the answer is.
        forms: the forms a short question is restricted to; empty for all.
        tags: one row each.
        source: id of the source of the evidence, or "".
    """

    kind: Kind = Kind.SHORT
    prompt: str = ""
    answers: tuple[str, ...] = ("",)
    wrong: tuple[str, ...] = ()
    accept: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    holds: bool = True
    correction: str = ""
    unit: str = ""
    tolerance: str = ""
    precision: str = ""
    need: str = ""
    forms: tuple[Form, ...] = ()
    both_ways: bool = False
    hint: str = ""
    explanation: str = ""
    tags: tuple[str, ...] = ()
    as_of: str = ""
    review_by: str = ""
    attribution: str = ""
    source: str = ""
    quote: str = ""
    image: str = ""
    image_alt: str = ""


@dataclass(frozen=True, slots=True)
class FieldTrouble:
    """Why what was typed is no question yet.

    Attributes:
        field: the name of the field of `Fields` it is about.
        code: what is missing or wrong, a key of `quizapp.words.field_troubles`.
        facts: the values its wording names.
        row: which row of the field, from 0; -1 where the whole field is meant.
    """

    field: str
    code: str
    facts: Facts = ()
    row: int = -1
