"""A deck's text in pieces, edited: each edit gives a new one and costs one block's time."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.deck import Deck, Source
from quizapp.content.deck_editing_blocks import (
    PLAIN,
    QUESTION,
    SOURCE,
    BlockMissingError,
    Piece,
    core_and_tail,
    cut,
    ends_blank,
    ends_in_comment,
    id_of,
    line_end_of,
    with_line_end,
    without_blank_end,
    without_blank_start,
)
from quizapp.content.deck_editing_changes import changes
from quizapp.content.deck_editing_reading import (
    EVIDENCE_ORDER,
    HEAD_ORDER,
    QUESTION_ORDER,
    SOURCE_ORDER,
    Said,
    Values,
    head_said,
    question_said,
    source_said,
    table_of,
    values_of_head,
    values_of_question,
    values_of_source,
)
from quizapp.content.deck_editing_tables import Edit, Statements, applied
from quizapp.content.deck_text import Value, with_blocks
from quizapp.content.question import Question
from quizapp.content.toml_text import KeyPath, Outline, Section, blocks
from quizapp.content.validation_fields import Table

_LINE_END = re.compile(r"\r?\n")
_ORDERS = {
    (QUESTION, ()): QUESTION_ORDER,
    (QUESTION, ("evidence",)): EVIDENCE_ORDER,
    (SOURCE, ()): SOURCE_ORDER,
    (PLAIN, ("deck",)): HEAD_ORDER,
}


class NotOneBlockError(ValueError):
    """A text that is to take a block's place is not one block of its kind."""


@dataclass(frozen=True)
class DeckText:
    """A deck's text cut into its pieces; joined, they are the text.

    Whoever edits often keeps one of these: cutting a text of 10,000 questions is what costs.
    An index counts the blocks of a kind, "question" or "source", those with errors too, from 0.
    All calls with an index raise `BlockMissingError` where there is no such block, and all that
    write a value raise ValueError for half of a surrogate pair, which no file can hold.
    """

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, text: str) -> DeckText:
        """A text that is valid TOML, without a byte order mark."""
        return cls(cut(text))

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id written in each question's block, "" where there is none."""
        return tuple(id_of(self.pieces[at[0]]) for at in self._blocks[QUESTION])

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The id written in each source's block, "" where there is none."""
        return tuple(id_of(self.pieces[at[0]]) for at in self._blocks[SOURCE])

    def block(self, index: int, kind: str = QUESTION) -> str:
        """A block as it stands, with the comments at it."""
        return "".join(core_and_tail(self.pieces[at].text)[0] for at in self._at(kind, index))

    def with_block(self, index: int, block: str, kind: str = QUESTION) -> DeckText:
        """Another text in a block's place.

        Raises:
            NotOneBlockError: `block` is not one block of this kind, with or without comments.
        """
        first, *others = self._at(kind, index)
        pieces = list(self.pieces)
        for at in reversed(others):
            _take(pieces, at)
        _, tail = core_and_tail(pieces[first].text)
        new = _LINE_END.sub(self._line_end, _one_block(block, kind))
        last = not tail and first == len(pieces) - 1
        pieces[first] = Piece(kind, (new if last else with_line_end(new, self._line_end)) + tail)
        return DeckText(tuple(pieces))

    def change_question(self, index: int, question: Question) -> DeckText:
        """A question's block says something else; only keys that differ are touched."""
        return self._changed(QUESTION, index, question_said, values_of_question(question))

    def change_source(self, index: int, source: Source, before: Source | None = None) -> DeckText:
        """A source's block says something else; only keys that differ are touched."""
        wanted = values_of_source(source)
        touched = None if before is None else _unlike(wanted, values_of_source(before))
        return self._changed(SOURCE, index, source_said, wanted, touched)

    def change_head(self, deck: Deck, before: Deck | None = None) -> DeckText:
        """The deck's own table says something else; its sources and questions do not count."""
        wanted = values_of_head(deck)
        touched = None if before is None else _unlike(wanted, values_of_head(before))
        return self._changed(PLAIN, 0, head_said, wanted, touched)

    def set_key(self, index: int, path: KeyPath, value: Value) -> DeckText:
        """One key of a question's block, as ("answer",) or ("evidence", "quote"), is set."""
        statements = self._statements(QUESTION, index)
        statements.set(path, value, _ORDERS.get((QUESTION, path[:-1]), ()))
        return self._edited(self._at(QUESTION, index), statements.edits())

    def remove_key(self, index: int, path: KeyPath) -> DeckText:
        """One key or table of a question's block is taken out; its comments stay."""
        statements = self._statements(QUESTION, index)
        statements.remove(path)
        return self._edited(self._at(QUESTION, index), statements.edits())

    def add_questions(self, questions: Sequence[Question], after: int | None = None) -> DeckText:
        """New blocks behind a question's, or at the end; a label is written into each gap."""
        at = None if after is None else self._at(QUESTION, after)[-1]
        return (
            self._with_new(self._written(with_blocks("", (), questions)), at)
            if questions
            else self
        )

    def add_block(self, block: str, after: int | None = None) -> DeckText:
        """A question's block as it is written elsewhere, put behind another or at the end.

        Raises:
            NotOneBlockError: `block` is not one block of a question, with or without comments.
        """
        at = None if after is None else self._at(QUESTION, after)[-1]
        return self._with_new(_LINE_END.sub(self._line_end, _one_block(block, QUESTION)), at)

    def add_source(self, source: Source) -> DeckText:
        """A new block behind the last source's, or before the first question's."""
        new = self._written(with_blocks("", [source], ()))
        if self._blocks[SOURCE]:
            return self._with_new(new, self._blocks[SOURCE][-1][-1])
        if self._blocks[QUESTION]:
            return self._with_new_before(new, self._blocks[QUESTION][0][0])
        return self._with_new(new, None)

    def remove_questions(self, indices: Collection[int]) -> DeckText:
        """Blocks go with the comments at them; those above a blank line stay."""
        return self._without(at for index in set(indices) for at in self._at(QUESTION, index))

    def remove_source(self, index: int) -> DeckText:
        """A block goes with the comments at it; those above a blank line stay."""
        return self._without(self._at(SOURCE, index))

    def move_question(self, index: int, to: int) -> DeckText:
        """A block with the comments at it moves; `to` is its index afterwards."""
        at = self._at(QUESTION, index)
        self._at(QUESTION, to)
        if index == to:
            return self
        block = self.block(index)
        pieces = list(self.pieces)
        for place in reversed(at):
            _take(pieces, place)
        rest = _blocks(pieces)[QUESTION]
        if to == 0:
            _put_before(pieces, block, rest[0][0], self._line_end)
        else:
            _put_behind(pieces, block, rest[to - 1][-1], self._line_end)
        return DeckText(tuple(pieces))

    @cached_property
    def _blocks(self) -> dict[str, list[list[int]]]:
        return _blocks(self.pieces)

    @cached_property
    def _line_end(self) -> str:
        first = self.pieces[0].text
        return line_end_of(first if "\n" in first else self.text)

    def _at(self, kind: str, index: int) -> list[int]:
        if kind == PLAIN:
            return [at for at, piece in enumerate(self.pieces) if piece.kind == PLAIN]
        if not 0 <= index < len(self._blocks[kind]):
            raise BlockMissingError(kind, index)
        return self._blocks[kind][index]

    def _statements(self, kind: str, index: int) -> Statements:
        text = "".join(self.pieces[at].text for at in self._at(kind, index))
        line_end = line_end_of(text) if "\n" in text else self._line_end
        if kind == PLAIN:
            parts = [block for block in blocks(text) if not block.array]
            return Statements(Section(text, tuple(parts)), line_end)
        return Statements(Outline(text).sections(kind)[0], line_end)

    def _changed(
        self,
        kind: str,
        index: int,
        read: Callable[[Table], Said],
        wanted: Values,
        touched: Collection[str] | None = None,
    ) -> DeckText:
        statements = self._statements(kind, index)
        table = table_of(statements.section.text)
        above: KeyPath = ("deck",) if kind == PLAIN else ()
        inner = table.get(kind or "deck", {})
        inner = inner[0] if isinstance(inner, list) else inner
        found = changes(inner if isinstance(inner, dict) else {}, read, wanted, touched)
        if not found:
            return self
        for path, value in found.items():
            if value is None:
                statements.remove(above + path)
            else:
                order = _ORDERS[kind, above + path[:-1]]
                statements.set(above + path, value, order)
        return self._edited(self._at(kind, index), statements.edits())

    def _edited(self, at: Sequence[int], edits: Sequence[Edit]) -> DeckText:
        """Edits of the joined text of some pieces, each done in the piece it concerns."""
        pieces = list(self.pieces)
        start = 0
        for place in at:
            text = pieces[place].text
            end = start + len(text)
            own = [
                Edit(edit.start - start, edit.end - start, edit.text)
                for edit in edits
                if start <= edit.start
                and edit.end <= end
                # What is put in between two pieces goes on with the first.
                and (edit.start > start or edit.end > start or start == 0)
            ]
            new = applied(text, own)
            adopted = ends_in_comment(new) and not ends_in_comment(text)
            if adopted and place + 1 < len(pieces):
                new += self._line_end  # else it would be the next block's comment
            pieces[place] = pieces[place]._replace(text=new)
            start = end
        return DeckText(tuple(pieces))

    def _written(self, new: str) -> str:
        """New blocks with the line ends of this text."""
        return without_blank_start(new).replace("\n", self._line_end)

    def _with_new(self, new: str, at: int | None) -> DeckText:
        pieces = list(self.pieces)
        _put_behind(pieces, new, at, self._line_end)
        return DeckText(tuple(pieces))

    def _with_new_before(self, new: str, place: int) -> DeckText:
        pieces = list(self.pieces)
        _put_before(pieces, new, place, self._line_end)
        return DeckText(tuple(pieces))

    def _without(self, places: Iterable[int]) -> DeckText:
        pieces = list(self.pieces)
        for place in sorted(places, reverse=True):
            _take(pieces, place)
        return DeckText(tuple(pieces))


def _blocks(pieces: Sequence[Piece]) -> dict[str, list[list[int]]]:
    """For each kind the places of each block's pieces."""
    found: dict[str, list[list[int]]] = {QUESTION: [], SOURCE: []}
    for at, piece in enumerate(pieces):
        if piece.goes_on:
            found[piece.kind][-1].append(at)
        elif piece.kind:
            found[piece.kind].append([at])
    return found


def _put_behind(pieces: list[Piece], new: str, at: int | None, line_end: str) -> None:
    """Put blocks behind a piece's own block, or at the end, blank lines around them."""
    place = len(pieces) - 1 if at is None else at
    core, tail = pieces[place].text, ""
    if at is not None:
        core, tail = core_and_tail(core)
    if core:
        core = with_line_end(core, line_end)
    if not ends_blank(core):
        core += line_end
    new = with_line_end(new, line_end)
    if (tail or place + 1 < len(pieces)) and without_blank_start(tail) == tail:
        new += line_end
    pieces[place] = pieces[place]._replace(text=core)
    pieces[place + 1 : place + 1] = cut(new + tail)[1:]


def _put_before(pieces: list[Piece], new: str, place: int, line_end: str) -> None:
    """Put blocks before a piece, blank lines around them."""
    before = pieces[place - 1]
    if not ends_blank(before.text):
        pieces[place - 1] = before._replace(text=before.text + line_end)
    pieces[place:place] = cut(with_line_end(new, line_end) + line_end)[1:]


def _take(pieces: list[Piece], place: int) -> None:
    """Take a piece's block out; the comments behind it, below a blank line, stay."""
    _, tail = core_and_tail(pieces[place].text)
    before = pieces[place - 1]
    rest = without_blank_start(tail)
    text = before.text
    if rest.strip():
        text += rest if ends_blank(text) else tail
    elif place == len(pieces) - 1:
        text = without_blank_end(text)
    pieces[place - 1] = before._replace(text=text)
    del pieces[place]


def _unlike(one: Values, other: Values) -> frozenset[str]:
    """The first keys at which two blocks say something else."""
    paths = one.keys() | other.keys()
    return frozenset(path[0] for path in paths if one.get(path) != other.get(path))


def _one_block(text: str, kind: str) -> str:
    try:
        table = tomllib.loads(text)
    except ValueError as error:
        raise NotOneBlockError(text) from error
    inner = table.get(kind)
    if table.keys() != {kind} or not isinstance(inner, list) or len(inner) != 1:
        raise NotOneBlockError(text)
    if not any(piece.kind == kind for piece in cut(text)):
        raise NotOneBlockError(text)
    return without_blank_end(without_blank_start(text))
