"""Any edit of any deck, however it is written: the block says what it shall, the rest stays."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_decks import HostileWriter, comments
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import IMAGE_BYTES, IMAGE_NAME, decks

from quizapp.content import deck_editing, deck_file
from quizapp.content.deck import Deck
from quizapp.content.deck_editing import DeckText
from quizapp.content.question import Evidence, Question
from quizapp.content.toml_text import Outline

PLACES = ("line", "side", "item")
_dice = st.integers(0, 2**32).map(random.Random)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where decks would lie that name the image that drawn questions have."""
    folder = tmp_path_factory.mktemp("decks")
    (folder / IMAGE_NAME).write_bytes(IMAGE_BYTES)
    return folder / "deck.toml"


def _read(path: Path, text: str) -> Deck:
    read = deck_file.read_as(path, text)
    assert read.faults == ()
    assert read.deck is not None
    return read.deck


def _around(text: str, index: int) -> tuple[str, str]:
    """What stands before the header of a question's block, and from the next header on."""
    outline = Outline(text)
    section = outline.sections("question")[index]
    at = outline.blocks.index(section.parts[-1])
    after = text[outline.blocks[at + 1].start :] if at + 1 < len(outline.blocks) else ""
    return text[: section.parts[0].start], after


def _with(questions: tuple[Question, ...], index: int, question: Question) -> tuple[Question, ...]:
    return (*questions[:index], question, *questions[index + 1 :])


@settings(max_examples=300)
@given(deck=decks(), other=decks(), dice=_dice)
def test_a_changed_question_reads_as_wanted_and_all_else_stays(
    deck: Deck, other: Deck, dice: random.Random, path: Path
) -> None:
    """Bytes outside the block are equal, no comment with a line of its own goes."""
    text = HostileWriter(dice).deck(deck)
    index = dice.randrange(len(deck.questions))
    evidence = deck.questions[index].evidence
    if dice.random() < 0.3 and deck.sources:
        evidence = dice.choice([None, Evidence(deck.sources[0].id, "New.")])
    wanted = replace(other.questions[0], id="z" * 10, evidence=evidence)
    if dice.random() < 0.5:
        parts = ("hint", "tags", "as_of", "image")
        kept = {part: getattr(wanted, part) for part in parts}
        wanted = replace(deck.questions[index], evidence=evidence, **kept)
    changed = deck_editing.change_question(text, index, wanted)
    found = _read(path, changed)
    assert found == replace(deck, questions=_with(deck.questions, index, wanted))
    before, after = _around(text, index)
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert sorted(comments(changed, *PLACES)) == sorted(comments(text, *PLACES))
    assert comments(changed, "line") == comments(text, "line")
    assert ("\r\n" in changed) == ("\r\n" in text)
    assert deck_editing.change_question(changed, index, wanted) == changed
    edited, anew = DeckText.of(text).change_question(index, wanted), DeckText.of(changed)
    assert edited.pieces == anew.pieces


@settings(max_examples=200)
@given(deck=decks(), dice=_dice)
def test_the_same_question_is_the_same_text(deck: Deck, dice: random.Random) -> None:
    """A block that says what it shall is not touched, nor are a source's and the head."""
    text = HostileWriter(dice, strange=True).deck(deck)
    cut = DeckText.of(text)
    assert cut.text == text
    for index, question in enumerate(deck.questions):
        cut = cut.change_question(index, question)
    for index, source in enumerate(deck.sources):
        cut = cut.change_source(index, source)
    assert cut.change_head(deck).text == text


@settings(max_examples=300)
@given(deck=decks(), other=decks(), dice=_dice)
def test_a_key_that_means_nothing_stays(deck: Deck, other: Deck, dice: random.Random) -> None:
    """What another program or a later version wrote into a block outlives an edit of it."""
    text = HostileWriter(dice, strange=True).deck(deck)
    index = dice.randrange(len(deck.questions))
    wanted = replace(other.questions[0], evidence=deck.questions[index].evidence)
    changed = deck_editing.change_question(text, index, wanted)
    for before, after in zip(_tables(text), _tables(changed), strict=True):
        assert _strange(after) == _strange(before)


def _tables(text: str) -> list[dict[str, object]]:
    tables = tomllib.loads(text)["question"]
    assert isinstance(tables, list)
    return tables


def _strange(table: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in table.items() if key.startswith("zz")}


@settings(max_examples=300)
@given(deck=decks(), other=decks(), dice=_dice)
def test_head_and_sources_are_edited_in_place(
    deck: Deck, other: Deck, dice: random.Random, path: Path
) -> None:
    """In every form of the head; the questions stay, and each comment on its own line."""
    text = HostileWriter(dice).deck(deck)
    changed = deck_editing.change_head(text, other)
    wanted = replace(other, sources=deck.sources, questions=deck.questions)
    assert _read(path, changed) == wanted
    assert sorted(comments(changed, "line")) == sorted(comments(text, "line"))
    for index, source in enumerate(deck.sources):
        new = replace(source, title=other.title, url="", published=None, publisher="P")
        changed = deck_editing.change_source(changed, index, new)
        assert _read(path, changed) == replace(wanted, sources=(new,))
        assert sorted(comments(changed, "line")) == sorted(comments(text, "line"))


@settings(max_examples=200)
@given(deck=decks(), other=decks(), dice=_dice)
def test_blocks_come_go_and_move_whole(
    deck: Deck, other: Deck, dice: random.Random, path: Path
) -> None:
    """A list of values and the text are changed alike and stay alike."""
    text = HostileWriter(dice).deck(replace(deck, sources=()))
    ids = iter("zy")
    new = [replace(q, id=next(ids) * 10, evidence=None) for q in other.questions]
    cut = DeckText.of(text)
    questions = [replace(question, evidence=None) for question in deck.questions]
    for index, question in enumerate(questions):
        cut = cut.change_question(index, question)
    before = cut.text
    for question in deck_file.with_labels(replace(deck, questions=tuple(new))).questions:
        after = dice.choice([None, *range(len(questions))])
        cut = cut.add_questions([question], after)
        questions.insert(len(questions) if after is None else after + 1, question)
    for _ in range(3):
        here, there = dice.randrange(len(questions)), dice.randrange(len(questions))
        cut = cut.move_question(here, there)
        questions.insert(there, questions.pop(here))
    wanted = replace(deck, sources=(), questions=tuple(questions))
    assert _read(path, cut.text) == wanted
    assert DeckText.of(cut.text).pieces == cut.pieces
    assert cut.ids == tuple(q.id for q in questions)
    assert sorted(comments(cut.text, "line", "side", "item")) == sorted(
        comments(before, "line", "side", "item")
    )
    gone = dice.randrange(len(questions))
    lost = comments(cut.block(gone), "line")
    left = deck_editing.remove_questions(cut.text, [gone])
    del questions[gone]
    assert _read(path, left) == replace(wanted, questions=tuple(questions))
    assert cut.remove_questions([gone]).pieces == DeckText.of(left).pieces
    assert comments(left, "line") == [
        comment for comment in comments(cut.text, "line") if comment not in lost
    ]


@settings(max_examples=300)
@given(deck=decks(), dice=_dice)
def test_a_block_is_taken_out_and_put_back(deck: Deck, dice: random.Random) -> None:
    """Its text in its own place is the same file; another's text is that question."""
    text = HostileWriter(dice, strange=True).deck(deck)
    for index in range(len(deck.questions)):
        block = deck_editing.block_text(text, index)
        assert block in text
        assert len(tomllib.loads(block)["question"]) == 1
        put = deck_editing.with_block_text(text, index, block)
        assert put == text
