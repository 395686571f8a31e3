"""Two programs work on one deck: neither takes from the other what it wrote or keeps."""

from __future__ import annotations

import multiprocessing
import random
from dataclasses import replace
from pathlib import Path

import pytest
from author_home import editor_in, look, save

from quizapp.author.desk import DeckDesk
from quizapp.author.told import SaveState
from quizapp.content.deck_file import read
from quizapp.content.question import Kind

LETTERS = "abcdefghij"
TEXT = 'format = 1\n\n[deck]\nid = "d"\ntitle = "Deck"\n' + "".join(
    f'\n# About {c}.\n[[question]]\nid = "{c * 10}"\nprompt = "{c}?"\nanswer = "{c}"\n'
    for c in LETTERS
)


@pytest.fixture
def path(home: Path) -> Path:
    """The deck's file."""
    at = home / "decks" / "d.toml"
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(TEXT)
    return at


def answer(desk: DeckDesk, key: str, text: str) -> None:
    """Type an answer."""
    desk.change(key, replace(desk.fields(key), answers=(text,)))


def test_unfinished_questions_of_both_are_kept(home: Path, path: Path) -> None:
    """Whoever saves last; they are there when the deck is opened again."""
    one, two = editor_in(home, 0.1).open(path), editor_in(home, 0.2).open(path)
    first, second = one.add(Kind.SHORT).show, two.add(Kind.SHORT).show
    one.change(first, replace(one.fields(first), prompt="Of the first?"))
    save(one)
    two.change(second, replace(two.fields(second), prompt="Of the second?"))
    save(two)
    answer(one, "a" * 10, "")
    save(one)
    again = editor_in(home, 0.3).open(path)
    found = {again.fields(key).prompt for key in again.keys}
    assert {"Of the first?", "Of the second?"} <= found
    assert again.fields("a" * 10).answers == ("",)


def test_what_one_finishes_the_other_does_not_keep(home: Path, path: Path) -> None:
    """In the end no draft is left."""
    one, two = editor_in(home, 0.1).open(path), editor_in(home, 0.2).open(path)
    answer(one, "a" * 10, "")
    save(one)
    answer(two, "b" * 10, "")
    save(two)
    answer(one, "a" * 10, "one")
    save(one)
    answer(two, "b" * 10, "two")
    save(two)
    assert look(one).state is SaveState.SAVED
    again = editor_in(home, 0.3).open(path)
    assert again.state is SaveState.SAVED
    assert (again.fields("a" * 10).answers, again.fields("b" * 10).answers) == (("one",), ("two",))
    assert not list((home / "drafts").rglob("*.json"))


def test_the_same_question_in_both_is_shown_side_by_side(home: Path, path: Path) -> None:
    """The one that saves later is asked."""
    one, two = editor_in(home, 0.1).open(path), editor_in(home, 0.2).open(path)
    answer(one, "a" * 10, "one")
    answer(two, "a" * 10, "two")
    save(one)
    saved = save(two)
    assert saved is not None
    assert [conflict.key for conflict in saved.conflicts] == ["a" * 10]
    assert 'answer = "one"' in path.read_text()


def type_and_save(home: Path, letters: str, times: int, seed: int) -> None:
    """A window that types into its questions and saves, again and again."""
    dice = random.Random(seed)
    desk = editor_in(home, seed / 10).open(home / "decks" / "d.toml")
    for n in range(times):
        answer(desk, dice.choice(letters) * 10, f"{letters} {n}")
        save(desk)
    for letter in letters:
        answer(desk, letter * 10, f"{letter} at last")
    save(desk)
    if desk.conflicts:
        raise AssertionError(desk.conflicts)


def test_two_windows_that_save_at_once_lose_nothing(home: Path, path: Path) -> None:
    """Each has its own questions; what both typed last stands in the file."""
    context = multiprocessing.get_context("fork")
    halves = LETTERS[:5], LETTERS[5:]
    windows = [
        context.Process(target=type_and_save, args=(home, half, 40, seed))
        for seed, half in enumerate(halves, start=1)
    ]
    for window in windows:
        window.start()
    for window in windows:
        window.join(60)
    assert [window.exitcode for window in windows] == [0, 0]
    deck = read(path).deck
    assert deck is not None
    found = {
        str(question.id)[0]: getattr(question.body, "answer", "") for question in deck.questions
    }
    assert found == {letter: f"{letter} at last" for letter in LETTERS}
    assert path.read_text().count("# About ") == len(LETTERS)
