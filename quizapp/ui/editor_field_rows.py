"""Fields of the editor's form that are rows: answers, wrong options, spellings, tags, pairs."""

from __future__ import annotations

from dataclasses import replace

from quizapp.author.fields import Fields
from quizapp.ui.editor_field_group import with_value
from quizapp.ui.editor_rows import Rows, RowWords
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class RowsField(Rows):
    """Rows of one text each.

    Args:
        field: its name in `Fields`.

    Signals: as of Rows.
    """

    def __init__(
        self, theme: Theme, icons: Icons, field: str, add: str, *, movable: bool = False
    ) -> None:
        self._field = field
        self._add_words = add
        super().__init__(theme, icons, movable=movable)

    def put(self, fields: Fields) -> None:
        """Show the rows."""
        self.put_rows([(text,) for text in getattr(fields, self._field)])

    def into(self, fields: Fields) -> Fields:
        """The fields with these rows."""
        return with_value(fields, self._field, tuple(text for (text,) in self.rows()))

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of each row."""
        self.set_row_words(RowWords((name,), self._add_words, description))


class SpellingsField(RowsField):
    """Other spellings of the one answer.

    Signals: as of Rows.
    """

    def __init__(self, theme: Theme, icons: Icons, add: str) -> None:
        self._of: dict[str, str] = {}
        super().__init__(theme, icons, "accept", add)

    def put(self, fields: Fields) -> None:
        """Show the spellings, whatever answer they stand for."""
        self._of = dict(fields.accept)
        self.put_rows([(spelling,) for spelling, _of in fields.accept])

    def into(self, fields: Fields) -> Fields:
        """The fields with these spellings."""
        pairs = tuple((text, self._of.get(text, "")) for (text,) in self.rows())
        return replace(fields, accept=pairs)


class PairsField(Rows):
    """Pairs, one a row.

    Signals: as of Rows.
    """

    def __init__(self, theme: Theme, icons: Icons, sides: tuple[str, str], add: str) -> None:
        self._side_names = sides
        self._add_words = add
        super().__init__(theme, icons, sides=2)

    def put(self, fields: Fields) -> None:
        """Show the pairs."""
        self.put_rows(fields.pairs)

    def into(self, fields: Fields) -> Fields:
        """The fields with these pairs."""
        return replace(fields, pairs=tuple((left, right) for left, right in self.rows()))

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of each row; the sides have names of their own."""
        del name
        self.set_row_words(RowWords(self._side_names, self._add_words, description))
