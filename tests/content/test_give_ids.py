"""Ids and labels written into a deck's file: every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import IMAGE_BYTES, IMAGE_NAME, decks, question_id

from quizapp.content import deck_file
from quizapp.content.deck import Deck, DeckRead
from quizapp.content.question import Cloze, card_keys

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'


def counter() -> Callable[[], str]:
    """Ids in order, from "aaaaaaaaaa"."""
    numbers: Iterator[int] = iter(range(1000))
    return lambda: question_id(next(numbers))


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (
            "[[question]]\nprompt = '?' # who\nanswer='a'\n",
            "[[question]]\nid = \"aaaaaaaaaa\"\nprompt = '?' # who\nanswer='a'\n",
            1,
        ),
        (
            "  [[ question ]] # one\r\n\r\n# x\r\nprompt = 1\r\n[[question]]",
            (
                '  [[ question ]] # one\r\nid = "aaaaaaaaaa"\r\n\r\n# x\r\nprompt = 1\r\n'
                '[[question]]\r\nid = "aaaaaaaaab"'
            ),
            2,
        ),
        (
            '[[question]]\nprompt = """\n[[question]]\n"""\n[question.evidence]\nsource = "x"\n',
            (
                '[[question]]\nid = "aaaaaaaaaa"\nprompt = """\n[[question]]\n"""\n'
                '[question.evidence]\nsource = "x"\n'
            ),
            1,
        ),
        ("[[question]]\nid = 'own'\n", "[[question]]\nid = 'own'\n", 0),
        ("[[question]]\n'id' = 'own'\n", "[[question]]\n'id' = 'own'\n", 0),
        (
            '[[question]]\nid = "aaaaaaaaaa"\n[[question]]\n',
            '[[question]]\nid = "aaaaaaaaaa"\n[[question]]\nid = "aaaaaaaaab"\n',
            1,
        ),
        ("question = [{ prompt = 1 }]\n", "question = [{ prompt = 1 }]\n", 0),
        ("question = 5\n", "question = 5\n", 0),
    ],
)
def test_only_ids_and_labels_are_added(
    before: str, after: str, count: int, tmp_path: Path
) -> None:
    """Comments, order, spacing and line ends stay."""
    path = tmp_path / "d.toml"
    top = "" if before.startswith("question") else HEAD
    path.write_bytes((top + before).encode())
    assert deck_file.give_ids(path, counter()) == count
    assert path.read_bytes().decode() == top + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"é \\u007b\\u007bS}} {{n:1}} {{x}}"', '"é \\u007b\\u007bs:S}} {{n:1}} {{x:x}}"'),
        ("'''\n\\u0041\n{{a}}'''", "'''\n\\u0041\n{{a:a}}'''"),
        ("'{{a}}' # {{b}}", "'{{a:a}}' # {{b}}"),
        ('"""\r\n{\\\r\n   {a\r\nb}}"""', '"""\r\n{\\\r\n   {a_b:a\r\nb}}"""'),
        ('"\\"\\\\{{a}} \\U0001F600{{a}}"', '"\\"\\\\{{a:a}} \\U0001F600{{a_2:a}}"'),
        ('"{{Year:1}} {{a}}"', '"{{Year:1}} {{a}}"'),
        ('["{{a}}"]', '["{{a}}"]'),
    ],
)
def test_labels_are_written_into_gaps(before: str, after: str, tmp_path: Path) -> None:
    """In every way of writing a string; where a gap is at fault the author is left to mend it."""
    path = tmp_path / "d.toml"
    block = '[[question]]\r\nid = "x"\r\nkind = "cloze"\r\n"text" = '
    path.write_bytes((block + before).encode())
    assert deck_file.give_ids(path, counter()) == 0
    assert path.read_bytes().decode() == block + after


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    """The mark that some editors write is kept at the beginning."""
    path = tmp_path / "d.toml"
    path.write_bytes("\ufeff[[question]]\n".encode())
    deck_file.give_ids(path, counter())
    assert path.read_bytes().decode() == '\ufeff[[question]]\nid = "aaaaaaaaaa"\n'


def test_a_file_with_nothing_to_give_is_not_written(tmp_path: Path) -> None:
    """It keeps its time of change, so that nothing thinks it new."""
    path = tmp_path / "d.toml"
    path.write_text(HEAD)
    before = path.stat()
    assert deck_file.give_ids(path, counter()) == 0
    assert path.stat().st_ino == before.st_ino


def test_a_file_that_is_no_deck_is_refused(tmp_path: Path) -> None:
    """The error holds the fault that reading would tell."""
    path = tmp_path / "d.toml"
    path.write_text("[[question]\n")
    with pytest.raises(deck_file.DeckUnreadableError) as refused:
        deck_file.give_ids(path, counter())
    assert refused.value.fault == deck_file.read(path).faults[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the image that drawn decks name."""
    path = tmp_path_factory.mktemp("decks")
    (path / IMAGE_NAME).write_bytes(IMAGE_BYTES)
    return path


def _card_keys(read: DeckRead) -> list[str]:
    assert read.deck is not None
    return [key for question in read.deck.questions for key in card_keys(question)]


@settings(max_examples=300)
@given(deck=decks(ids=False), crlf=st.booleans())
def test_any_deck_is_given_its_ids(deck: Deck, crlf: bool, folder: Path) -> None:
    """Without the lines and labels that were added the file is the old one; once is enough."""
    path = folder / "deck.toml"
    text = deck_file.write_text(deck)
    text = text.replace("\n", "\r\n") if crlf else text
    path.write_bytes(text.encode())
    before = deck_file.read(path)
    lacking = sum(question.id is None for question in deck.questions)
    assert deck_file.give_ids(path, counter()) == lacking
    after = deck_file.read(path)
    assert after.faults == ()
    assert before.deck is not None
    assert after.deck is not None
    kept = path.read_bytes().decode()
    for old, new in zip(before.deck.questions, after.deck.questions, strict=True):
        assert new.id == old.id or (old.id is None and new.id is not None)
        if old.id is None:
            kept = kept.replace(f'id = "{new.id}"' + ("\r\n" if crlf else "\n"), "", 1)
        if not isinstance(old.body, Cloze):
            assert new.body == old.body
    if not any(isinstance(question.body, Cloze) for question in deck.questions):
        assert kept == text
    given_once = path.read_bytes()
    assert deck_file.give_ids(path, counter()) == 0
    assert path.read_bytes() == given_once
    assert set(_card_keys(before)) <= set(_card_keys(after))
