"""Pasted rows as they are looked at before they are added: all that comes of a text at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.author.fields import FieldTrouble
from quizapp.author.pasted_questions import Mapping, kind_of_row, mapping_for, questions
from quizapp.author.pasted_rows import Rows, Separators, rows
from quizapp.content.question import Kind, Question

_OF_CUTTING = 0.25
"""Share of the whole that cutting takes; the rest is reading each row as a question."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of the table.

    Attributes:
        cells: as read.
        troubles: why it makes no question, nothing where it makes one.
        unread: why it could not even be read, "" where it could.
        kind: what it becomes, where rows become unlike kinds; None where all become the same.
    """

    cells: tuple[str, ...]
    troubles: tuple[FieldTrouble, ...] = ()
    unread: str = ""
    kind: Kind | None = None

    @property
    def left_out(self) -> bool:
        """Whether it makes no question."""
        return bool(self.troubles or self.unread)


@dataclass(frozen=True, slots=True)
class PastedTable:
    """What comes of a text.

    Attributes:
        rows: how it was cut.
        mapping: what its columns hold.
        questions: that it makes, without ids.
        lines: every row, those that are left out first.
    """

    rows: Rows
    mapping: Mapping
    questions: tuple[Question, ...]
    lines: tuple[TableLine, ...]

    @property
    def left_out(self) -> int:
        """How many rows make no question."""
        return sum(line.left_out for line in self.lines)


def table_of(
    text: str,
    separators: Separators | None = None,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> PastedTable:
    """A text as a table; what its columns hold is guessed.

    Args:
        text: as pasted.
        separators: None to guess them.
        progress: told how much is done, from 0 to 1.
        stopped: asked whether to leave it.
    """
    found = rows(text, separators, _share(progress, 0.0, _OF_CUTTING), stopped)
    return mapped(found, mapping_for(found), _share(progress, _OF_CUTTING, 1.0), stopped)


def mapped(
    found: Rows,
    mapping: Mapping,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> PastedTable:
    """Rows with another meaning of their columns.

    Args:
        found: the rows.
        mapping: what their columns hold.
        progress: told how much is done, from 0 to 1.
        stopped: asked whether to leave it.
    """
    made, skipped = questions(found.rows, mapping, progress, stopped)
    why = {one.row.line: one.troubles for one in skipped}
    listed = [
        TableLine(
            row.cells,
            why.get(row.line, ()),
            kind=kind_of_row(row, mapping) if mapping.by_row else None,
        )
        for row in (found.rows[1:] if mapping.heading else found.rows)
    ]
    listed += [TableLine(one.cells or (one.text,), (), one.reason) for one in found.unread]
    listed.sort(key=lambda line: not line.left_out)
    return PastedTable(found, mapping, made, tuple(listed))


def _share(
    progress: Callable[[float], None] | None, start: float, end: float
) -> Callable[[float], None] | None:
    """Tells a part of the work as part of the whole."""
    if progress is None:
        return None

    def told(share: float) -> None:
        progress(start + share * (end - start))

    return told
