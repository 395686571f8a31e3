"""Suggestions: of the same kind of thing, never what may be right, and nothing that is right."""

from __future__ import annotations

import pytest

from quizapp.author.fields import Fields
from quizapp.author.suggesting import MOST, Thing, suggested_spellings, suggested_wrong, thing
from quizapp.content.deck import Deck
from quizapp.content.folding import normalise
from quizapp.content.question import Body, Choice, Kind, ListQuestion, Multi, Question, Short

BODIES: tuple[Body, ...] = (
    Short("Which country declared independence in 2008?", "Kosovo", (), ("Serbia", "Albania")),
    Short("Which country has Tirana as its capital?", "Albania", (), ("Kosovo",)),
    Choice("Which country is the largest in area?", "Russia", ("Canada", "All of these")),
    Short("Who wrote to Joe Biden?", "Vjosa Osmani", ("Osmani",), ("Albin Kurti", "Edi Rama")),
    Short("Who leads NATO?", "Mark Rutte", (), ("Jens Stoltenberg",)),
    Short("In which year did it begin?", "1999"),
    ListQuestion("Which members do not recognise Kosovo?", ("Greece", "Romania"), 1),
    Multi("Which bodies have a council?", ("NATO", "European Union"), ("World Bank",)),
)
DECK = Deck("d", "A deck", questions=tuple(Question(None, body) for body in BODIES))


def _fields(prompt: str, answer: str, **more: object) -> Fields:
    return Fields(prompt=prompt, answers=(answer,), **more)  # type: ignore[arg-type] # real fields


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kosovo", Thing.COUNTRY),
        ("NATO", Thing.BODY),
        ("1999", Thing.NUMBER),
        ("17 February 2008", Thing.DATE),
        ("Joe Biden", Thing.PERSON),
        ("They consult together", Thing.WORDS),
        ("", Thing.WORDS),
    ],
)
def test_what_an_answer_is(text: str, kind: Thing) -> None:
    """As far as its words tell."""
    assert thing(text) is kind


def test_wrong_options_are_of_the_same_kind() -> None:
    """Countries for a country, people for a person; none twice, no more than fit."""
    found = suggested_wrong(_fields("Which country is the smallest?", "Montenegro"), DECK)
    assert {"Kosovo", "Albania", "Russia"} <= set(found)
    assert all(thing(text) is Thing.COUNTRY for text in found)
    assert len(found) <= MOST
    assert len({normalise(text) for text in found}) == len(found)
    people = suggested_wrong(_fields("Who governs Albania?", "Ilir Meta"), DECK)
    assert "Albin Kurti" in people
    assert "Kosovo" not in people


@pytest.mark.parametrize(
    ("fields", "never"),
    [
        (_fields("Which country is it?", "Russian Federation"), "Russia"),
        (_fields("Which country is it?", "Kosovo", accept=(("Albania", ""),)), "Albania"),
        (_fields("Which country is it?", "Kosovo", wrong=("albania",)), "Albania"),
        (_fields("Which neighbour of Albania is it?", "Kosovo"), "Albania"),
        (_fields("Which is it?", "Kosovo", quote="Kosovo and Serbia met."), "Serbia"),
        (_fields("Which member does not recognise Kosovo?", "Spain"), "Greece"),
        (_fields("Which country is the largest?", "Kosovo"), "All of these"),
        (_fields("Who is it?", "President Vjosa Osmani"), "Vjosa Osmani"),
    ],
)
def test_what_is_never_suggested(fields: Fields, never: str) -> None:
    """Aliases, what is there already, what the question names or may be right too."""
    found = suggested_wrong(fields, DECK)
    assert never not in found
    if fields.answers != ("President Vjosa Osmani",):
        assert found


def test_nothing_for_nothing() -> None:
    """Without an answer, or in a deck of its own."""
    assert suggested_wrong(_fields("Which?", " "), DECK) == ()
    assert suggested_wrong(_fields("Which?", "Kosovo"), Deck("d", "A deck")) == ()
    assert suggested_spellings(" ", _fields("Which?", " "), DECK) == ()


@pytest.mark.parametrize(
    ("prompt", "answer", "spelling"),
    [
        ("Who lost?", "Joe Biden", "Biden"),
        ("Who lost?", "Prime Minister Albin Kurti", "Kurti"),
        ("Who painted it?", "Vincent van Gogh", "van Gogh"),
        ("Which body?", "North Atlantic Treaty Organization", "NATO"),
        ("Which body?", "NATO (the alliance)", "the alliance"),
        ("Which state?", "Serbia", "Republic of Serbia"),
    ],
)
def test_other_spellings(prompt: str, answer: str, spelling: str) -> None:
    """Surname, name without title, usual short and long names."""
    empty = Deck("d", "A deck")
    assert spelling in suggested_spellings(answer, _fields(prompt, answer), empty)


def test_a_surname_that_two_bear() -> None:
    """It could be the other one, so it is not suggested."""
    fields = _fields("Who lost?", "Hunter Biden", kind=Kind.SHORT)
    deck = Deck("d", "A deck", questions=(Question(None, Short("Who won?", "Joe Biden")),))
    assert "Biden" not in suggested_spellings("Hunter Biden", fields, deck)
    assert "Biden" not in suggested_spellings(
        "Joe Biden", _fields("?", "Joe Biden", accept=(("Biden", ""),)), deck
    )
