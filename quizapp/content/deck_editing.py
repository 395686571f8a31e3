"""A deck's text edited block by block: what is not edited stays, character by character.

Each function takes and gives a text that is valid TOML, without a byte order mark. An index
counts the `[[question]]` or `[[source]]` blocks of the text, those with errors too, from 0. All
that take one raise `BlockMissingError` where there is no such block; all that write a value raise
ValueError for half of a surrogate pair, which no file can hold.

A changed value is written in the manner of the old one: its quotes, its lines, the comments
within a list. Whoever edits a large deck often keeps a `DeckText`, which has the same calls:
it cuts the text once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.content.deck import Deck, Source
from quizapp.content.deck_editing_blocks import BlockMissingError
from quizapp.content.deck_editing_text import DeckText, NotOneBlockError
from quizapp.content.deck_text import Value
from quizapp.content.question import Question
from quizapp.content.toml_text import KeyPath

__all__ = [
    "BlockMissingError",
    "DeckText",
    "NotOneBlockError",
    "add_block_text",
    "add_questions",
    "add_source",
    "block_text",
    "change_head",
    "change_question",
    "change_source",
    "move_question",
    "question_ids",
    "remove_key",
    "remove_questions",
    "remove_source",
    "set_key",
    "with_block_text",
]


def question_ids(text: str) -> tuple[str, ...]:
    """The id written in each `[[question]]` block, "" where there is none."""
    return DeckText.of(text).ids


def change_question(text: str, index: int, question: Question) -> str:
    """The text with a block that says what `question` says.

    Only keys that differ change. One that goes takes its line with it, but for a comment there,
    which is left; a new one stands where a whole deck is written with it. Evidence is edited in
    the form in which it is written. Keys that mean nothing in a deck stay.
    """
    return DeckText.of(text).change_question(index, question).text


def change_source(text: str, index: int, source: Source, before: Source | None = None) -> str:
    """The text with a `[[source]]` block that says what `source` says.

    Where `before` says what it was read as, a value that cannot be read stays as it is written
    until another one is wanted in its place.
    """
    return DeckText.of(text).change_source(index, source, before).text


def change_head(text: str, deck: Deck, before: Deck | None = None) -> str:
    """The text with a `[deck]` table that says what `deck` says; its questions do not count.

    Where `before` says what it was read as, a value that cannot be read stays as it is written
    until another one is wanted in its place.
    """
    return DeckText.of(text).change_head(deck, before).text


def set_key(text: str, index: int, path: KeyPath, value: Value) -> str:
    """The text with one key of a question set: ("answer",), ("evidence", "quote")."""
    return DeckText.of(text).set_key(index, path, value).text


def remove_key(text: str, index: int, path: KeyPath) -> str:
    """The text without one key or table of a question; nothing happens where it has none."""
    return DeckText.of(text).remove_key(index, path).text


def add_questions(text: str, questions: Sequence[Question], after: int | None = None) -> str:
    """The text with new blocks behind a question's, or at its end; gaps get their labels."""
    return DeckText.of(text).add_questions(questions, after).text


def add_source(text: str, source: Source) -> str:
    """The text with a new block behind its last source, or before its first question."""
    return DeckText.of(text).add_source(source).text


def remove_questions(text: str, indices: Collection[int]) -> str:
    """The text without some blocks and the comments at them.

    At a block are the comments within it, those directly above its header, and those directly
    below its last line that are not directly above the next header.
    """
    return DeckText.of(text).remove_questions(indices).text


def remove_source(text: str, index: int) -> str:
    """The text without a `[[source]]` block and the comments at it."""
    return DeckText.of(text).remove_source(index).text


def move_question(text: str, index: int, to: int) -> str:
    """The text with a block moved, with the comments at it; `to` is its index afterwards."""
    return DeckText.of(text).move_question(index, to).text


def block_text(text: str, index: int) -> str:
    """A question's block as it stands, with the comments at it."""
    return DeckText.of(text).block(index)


def add_block_text(text: str, block: str, after: int | None = None) -> str:
    """The text with a block that is written elsewhere put behind a question's, or at the end.

    Raises:
        NotOneBlockError: `block` is not the text of one `[[question]]`.
    """
    return DeckText.of(text).add_block(block, after).text


def with_block_text(text: str, index: int, block: str) -> str:
    """The text with another block in a question's place.

    Raises:
        NotOneBlockError: `block` is not the text of one `[[question]]`.
    """
    return DeckText.of(text).with_block(index, block).text
