"""A question checked while it is typed: the same as in the whole deck, beside all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from deck_desk import HEAD, TODAY
from hypothesis import given
from strategies import decks

from quizapp.check.checking import DeckChecks, check_deck, check_question
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.question import Evidence, PartialDate, Question, Short

RIVER = "Which river flows through Belgrade into the Danube?"
TEXT = (
    f'{HEAD}[[source]]\nid = "s"\ntitle = "t"\nfile = "s.md"\n'
    f'[[question]]\nid = "k7f3q2m4xd"\nprompt = "{RIVER}"\nanswer = "Sava"\n'
    '[[question]]\nid = "b2c4d6e7fg"\nprompt = "Which acid is in vinegar?"\nanswer = "acetic"\n'
)


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """Two questions on a source."""
    (tmp_path / "s.md").write_text("The Sava flows into the Danube. He came. He came.\n")
    found = read_as(tmp_path / "deck.toml", TEXT).deck
    assert found is not None
    return found


def short(prompt: str, answer: str, name: str | None = None) -> Question:
    """A short question."""
    return Question(name, Short(prompt, answer))


def codes(deck: Deck, question: Question, text: str = "") -> set[str]:
    """What is held against a question."""
    texts = {"s": text} if text else {}
    return {f.code.number for f in check_question(question, deck, texts, TODAY)} - {"E136"}


def test_a_new_question_is_held_against_all_others(deck: Deck) -> None:
    """It need not stand in the deck."""
    assert codes(deck, short(RIVER, "Sava")) == {"E312"}
    assert codes(deck, short("Into which river does the Sava flow at Belgrade?", "Danube")) == {
        "E311"
    }


def test_a_question_is_not_held_against_itself(deck: Deck) -> None:
    """Nor against what it was before a key was typed."""
    checks = DeckChecks(deck, {}, TODAY)
    first = deck.questions[0]
    assert checks.of(first) == ()
    changed = replace(first, body=Short(RIVER.replace("flows", "goes"), "Sava"))
    assert checks.of(changed) == ()
    checks.changed("k7f3q2m4xd", changed)
    assert checks.of(changed) == ()
    twin = replace(changed, id="cccccccccc")
    assert [f.code.number for f in checks.of(twin)] == ["E312"]


def test_what_changes_is_taken_into_account(deck: Deck) -> None:
    """A question that is changed, taken out, put in."""
    checks = DeckChecks(deck, {}, TODAY)
    twin = short(RIVER, "Sava", "cccccccccc")
    checks.changed("k7f3q2m4xd", None)
    assert checks.of(twin) == ()
    checks.changed("dddddddddd", short(RIVER, "Sava", "dddddddddd"))
    assert [f.code.number for f in checks.of(twin)] == ["E312"]
    checks.changed("dddddddddd", short("Why does ice float on water?", "it is light"))
    assert checks.of(twin) == ()


def test_slips_of_answers_that_came_later(deck: Deck) -> None:
    """And of such as have gone."""
    checks = DeckChecks(deck, {}, TODAY)
    question = Question("cccccccccc", Short("Which team won the match?", "Austria", ("Sloveina",)))
    assert checks.of(question) == ()
    checks.changed("dddddddddd", short("Which country is it?", "Slovenia", "dddddddddd"))
    assert [f.code.number for f in checks.of(question)] == ["E502"]
    checks.changed("dddddddddd", None)
    assert checks.of(question) == ()


@pytest.mark.parametrize(
    ("quote", "raises"),
    [
        ("The Sava flows into the Danube.", set()),
        ("The Sava flows in the Danube.", {"E203"}),
        ("Zzz qqq xxx www", {"E203", "E205"}),
        ("He came.", {"E204", "E205"}),
    ],
)
def test_its_quote_is_looked_up(deck: Deck, quote: str, raises: set[str]) -> None:
    """As reading the file would."""
    question = replace(deck.questions[0], evidence=Evidence("s", quote))
    text = "The Sava flows into the Danube. He came. He came.\n"
    assert codes(deck, question, text) == raises
    assert "E208" in codes(deck, replace(question, evidence=Evidence("zz", quote)), text)


def test_its_dates_are_looked_at(deck: Deck) -> None:
    """As reading the file would."""
    first = deck.questions[0]
    assert codes(deck, replace(first, as_of=PartialDate(2030))) == {"E403"}
    assert codes(deck, replace(first, review_by=date(2026, 11, 23))) == {"E402"}
    assert codes(deck, replace(first, review_by=TODAY, as_of=PartialDate(2026, 11, 24))) == set()


@given(deck=decks())
def test_it_is_the_same_as_in_the_whole_deck(deck: Deck) -> None:
    """Of any deck: what is held against its last question alone is what its file is told."""
    text = write_text(deck)
    read = read_as(Path("deck.toml"), text)
    if read.deck is None or not read.deck.questions:
        return
    last = read.deck.questions[-1]
    whole = {(f.code.number, f.reason) for f in check_deck(read, text) if f.question == last.id}
    faults = {fault.code for fault in read.faults}
    alone = {(f.code.number, f.reason) for f in DeckChecks(read.deck).of(last)}
    assert alone == {found for found in whole if found[1] not in faults}
