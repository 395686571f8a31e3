"""Rows of cells made questions: which column is what, and the rows that make none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.author.field_reading import UnfinishedError, question_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.author.pasted_looks import by_looks
from quizapp.author.pasted_rows import Row, Rows
from quizapp.content.gap_faults import gap_faults
from quizapp.content.question import Kind, Question

_USUAL = frozenset({Kind.SHORT, Kind.CLOZE})
_BETWEEN = re.compile(r"\n|;|\|")
_STEP = 100  # rows after which is told how far it is
_HEADINGS = {
    "prompt": {"prompt", "question", "term", "front", "word", "frage", "text"},
    "answer": {"answer", "definition", "back", "meaning", "translation", "antwort"},
    "tags": {"tags", "tag", "labels", "category", "topic"},
    "wrong": {"wrong", "distractor", "distractors", "option", "options", "incorrect"},
    "hint": {"hint", "clue"},
    "explanation": {"explanation", "extra", "comment", "note", "notes", "example"},
    "accept": {"accept", "alternatives", "synonyms", "also"},
}


class Column(StrEnum):
    """What a column holds."""

    PROMPT = "prompt"
    ANSWER = "answer"
    ACCEPT = "accept"
    WRONG = "wrong"
    HINT = "hint"
    EXPLANATION = "explanation"
    TAGS = "tags"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What becomes of the rows.

    Attributes:
        kind: of the questions: short, choice, flashcard, list, number, date or cloze. A row with
            gaps becomes a cloze whatever the kind.
        columns: what each holds.
        heading: the first row names the columns and is no question.
        by_row: each row becomes what it plainly looks like, and of `kind` where it is not plain.
    """

    kind: Kind = Kind.SHORT
    columns: tuple[Column, ...] = (Column.PROMPT, Column.ANSWER)
    heading: bool = False
    by_row: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that makes no question.

    Attributes:
        row: as read.
        troubles: why.
    """

    row: Row
    troubles: tuple[FieldTrouble, ...]


def mapping_for(found: Rows) -> Mapping:
    """What the rows look like: a heading names its columns, a column of tags is known as one."""
    first = [cell.strip().casefold() for cell in found.rows[0].cells] if found.rows else []
    named = [_named(cell) for cell in first]
    heading = sum(each is not Column.NOTHING for each in named) >= 2
    if heading:
        columns = list(named) + [Column.NOTHING] * (found.width - len(named))
    else:
        columns = [Column.NOTHING] * found.width
        usual = [at for at in range(found.width) if at not in found.dropped_columns]
        usual = [at for at in usual if at != found.tags_column]
        for at, column in zip(usual, (Column.PROMPT, Column.ANSWER), strict=False):
            columns[at] = column
        for at in usual[2:]:
            columns[at] = Column.WRONG if len(usual) >= 4 else Column.EXPLANATION
    if found.tags_column is not None and found.tags_column < len(columns):
        columns[found.tags_column] = Column.TAGS
    kind = Kind.CLOZE if found.rows and all(_is_cloze(row) for row in found.rows) else Kind.SHORT
    plain = Mapping(kind, tuple(columns), heading)
    if kind is not Kind.SHORT:
        return plain
    rows = found.rows[1:] if heading else found.rows
    by_row = replace(plain, by_row=True)
    unlike = any(fields_of_row(row, by_row).kind not in _USUAL for row in rows)
    return by_row if unlike else plain


def _named(cell: str) -> Column:
    for name, words in _HEADINGS.items():
        if cell in words or cell.rstrip("0123456789 ") in words:
            return Column(name)
    return Column.NOTHING


def _is_cloze(row: Row) -> bool:
    return any("{{" in cell and not gap_faults(cell) for cell in row.cells)


def questions(
    rows: Sequence[Row],
    mapping: Mapping,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> tuple[tuple[Question, ...], tuple[Skipped, ...]]:
    """The questions that rows make, without ids, and the rows that make none.

    Args:
        rows: as read.
        mapping: which column is what.
        progress: told how much is done, from 0 to 1.
        stopped: asked whether to leave it; then the rest of the rows is in neither.
    """
    made: list[Question] = []
    skipped: list[Skipped] = []
    for at, row in enumerate(rows[1:] if mapping.heading else rows):
        if at % _STEP == 0:
            if stopped is not None and stopped():
                break
            if progress is not None:
                progress(at / len(rows))
        try:
            made.append(replace(question_of(_fields(row, mapping), None, ""), id=None))
        except UnfinishedError as error:
            skipped.append(Skipped(row, error.troubles))
    return tuple(made), tuple(skipped)


def kind_of_row(row: Row, mapping: Mapping) -> Kind:
    """What a row becomes, where it becomes a question."""
    return _fields(row, mapping).kind


def _fields(row: Row, mapping: Mapping) -> Fields:
    """The form that a row fills in; where it is none of the kind it looks like, as the others."""
    fields = fields_of_row(row, mapping)
    if not mapping.by_row or fields.kind in {mapping.kind, Kind.CLOZE}:
        return fields
    try:
        question_of(fields, None, "")
    except UnfinishedError:
        return fields_of_row(row, replace(mapping, by_row=False))
    return fields


def fields_of_row(row: Row, mapping: Mapping) -> Fields:
    """The form that a row fills in."""
    found: dict[Column, list[str]] = {}
    for cell, column in zip(row.cells, mapping.columns, strict=False):
        if cell.strip() and column is not Column.NOTHING:
            found.setdefault(column, []).append(cell)
    prompt = "\n".join(found.get(Column.PROMPT, ()))
    kind = mapping.kind
    if "{{" in prompt and not gap_faults(prompt):
        kind = Kind.CLOZE
    answers = tuple(found.get(Column.ANSWER, ()))
    extra = list(found.get(Column.EXPLANATION, ()))
    if kind in {Kind.LIST, Kind.ORDER, Kind.MULTI}:
        answers = tuple(_parts(answers))
    elif kind is Kind.CLOZE:
        extra, answers = [*answers, *extra], ()
    elif kind is Kind.FLASHCARD:
        answers = ("\n".join(answers),)
    made = Fields(
        kind=kind,
        prompt=prompt,
        answers=answers or ("",),
        wrong=tuple(_unique(_parts(found.get(Column.WRONG, ())))),
        accept=tuple((part, "") for part in _unique(_parts(found.get(Column.ACCEPT, ())))),
        hint="\n".join(found.get(Column.HINT, ())),
        explanation="\n".join(extra),
        tags=tuple(_unique(tag for cell in found.get(Column.TAGS, ()) for tag in _tags(cell))),
    )
    return by_looks(made) if mapping.by_row and kind is mapping.kind else made


def _tags(cell: str) -> list[str]:
    """Tags as Anki writes them, parted by spaces, or by commas or semicolons."""
    parts = re.split(r"[,;]", cell) if re.search(r"[,;]", cell) else cell.split()
    return [part.strip() for part in parts if part.strip()]


def _parts(cells: Sequence[str]) -> list[str]:
    return [part.strip() for cell in cells for part in _BETWEEN.split(cell) if part.strip()]


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
