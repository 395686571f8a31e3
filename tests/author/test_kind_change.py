"""A question turned into another kind: what is kept, what is dropped, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import decks

from quizapp.author.field_reading import fields_of
from quizapp.author.fields import Fields
from quizapp.author.kind_change import turned
from quizapp.author.told import Dropped
from quizapp.content.deck import Deck
from quizapp.content.question import Form, Kind

SHORT = Fields(
    Kind.SHORT,
    "Who wrote to Joe Biden?",
    ("Vjosa Osmani",),
    wrong=("Kurti", "Rama"),
    accept=(("Osmani", ""),),
    quote="President Vjosa Osmani wrote to Joe Biden.",
)


@pytest.mark.parametrize(
    ("fields", "kind", "expected", "dropped"),
    [
        (
            SHORT,
            Kind.CHOICE,
            {"answers": ("Vjosa Osmani",), "wrong": ("Kurti", "Rama")},
            ("accept",),
        ),
        (
            SHORT,
            Kind.CLOZE,
            {
                "prompt": "President {{Vjosa Osmani}} wrote to Joe Biden.",
                "accept": (("Osmani", "Vjosa Osmani"),),
            },
            ("prompt", "wrong"),
        ),
        (
            SHORT,
            Kind.TRUE_FALSE,
            {"prompt": SHORT.quote, "correction": ""},
            ("prompt", "answers", "accept", "wrong"),
        ),
        (SHORT, Kind.LIST, {"accept": (("Osmani", "Vjosa Osmani"),)}, ("wrong",)),
        (
            Fields(Kind.NUMBER, "How long?", ("3770",), unit="km", tolerance="5 %"),
            Kind.SHORT,
            {"answers": ("3770 km",)},
            ("tolerance",),
        ),
        (
            Fields(Kind.SHORT, "How long?", ("3,770 km",)),
            Kind.NUMBER,
            {"answers": ("3,770",), "unit": "km"},
            (),
        ),
        (
            Fields(Kind.LIST, "Which?", ("A", "B"), accept=(("b", "B"),), need="1"),
            Kind.MULTI,
            {"answers": ("A", "B")},
            ("need", "accept"),
        ),
        (
            Fields(Kind.LIST, "Which?", ("A", "B"), accept=(("b", "B"),)),
            Kind.SHORT,
            {"answers": ("A", "B"), "accept": ()},
            ("others", "accept"),
        ),
        (
            Fields(Kind.CLOZE, "Left {{x:Serbia}} in {{2008}}.", accept=(("SRB", "Serbia"),)),
            Kind.SHORT,
            {"prompt": "Left … in 2008.", "answers": ("Serbia",), "accept": (("SRB", ""),)},
            ("gaps",),
        ),
        (
            Fields(Kind.CLOZE, "Left {{Serbia}} in {{2008}}."),
            Kind.TRUE_FALSE,
            {"prompt": "Left Serbia in 2008."},
            (),
        ),
        (
            Fields(Kind.MATCH, "Join", ("",), pairs=(("a", "1"), ("b", "2"))),
            Kind.LIST,
            {"answers": ("a", "b")},
            ("rights",),
        ),
        (
            Fields(Kind.ORDER, "Order", ("a", "b")),
            Kind.MATCH,
            {"pairs": (("a", ""), ("b", ""))},
            (),
        ),
        (
            Fields(Kind.SHORT, "Who?", ("A",), forms=(Form.TYPE,)),
            Kind.FLASHCARD,
            {"answers": ("A",)},
            ("forms",),
        ),
    ],
)
def test_what_fits_is_kept_and_the_rest_is_named(
    fields: Fields, kind: Kind, expected: dict[str, object], dropped: tuple[str, ...]
) -> None:
    """What fits is kept and the rest is named."""
    change = turned(fields, kind)
    assert change.fields.kind is kind
    assert {name: getattr(change.fields, name) for name in expected} == expected
    assert {one.what for one in change.dropped} == set(dropped)


@pytest.mark.parametrize(
    ("fields", "kind", "dropped"),
    [
        (
            Fields(Kind.MATCH, "Join", pairs=(("a", "1"), ("b", "2"))),
            Kind.ORDER,
            (Dropped("rights", ("1", "2")),),
        ),
        (
            Fields(Kind.MATCH, "Join", pairs=(("a", "1"), ("b", "2"))),
            Kind.SHORT,
            (Dropped("pairs", ("a – 1", "b – 2")),),
        ),
        (Fields(Kind.LIST, "?", ("A", "B", "C")), Kind.SHORT, (Dropped("others", ("B", "C")),)),
        (Fields(Kind.LIST, "?", ("A", " ")), Kind.SHORT, ()),
        (
            Fields(Kind.CLOZE, "{{A}} and {{B}} and {{C}}."),
            Kind.SHORT,
            (Dropped("gaps", ("B", "C")),),
        ),
        (
            Fields(Kind.LIST, "?", ("A", "B"), accept=(("a", "A"), ("b", "B"))),
            Kind.SHORT,
            (Dropped("others", ("B",)), Dropped("accept", ("b",))),
        ),
        (
            Fields(Kind.TRUE_FALSE, "It is.", holds=False, correction="It is not."),
            Kind.SHORT,
            (Dropped("holds"), Dropped("correction", ("It is not.",))),
        ),
        (Fields(Kind.TRUE_FALSE, "It is."), Kind.SHORT, ()),
        (Fields(Kind.FLASHCARD, "F", ("B",), both_ways=True), Kind.SHORT, (Dropped("both_ways"),)),
    ],
)
def test_what_is_dropped_is_named_by_its_words(
    fields: Fields, kind: Kind, dropped: tuple[Dropped, ...]
) -> None:
    """No more than what goes, and no less."""
    assert turned(fields, kind).dropped == dropped


def test_a_statement_gets_no_correction_that_nobody_wrote() -> None:
    """Not even from what the question rests on."""
    made = turned(Fields(Kind.SHORT, "Who?", ("A",), quote="A did it."), Kind.TRUE_FALSE).fields
    assert (made.prompt, made.holds, made.correction) == ("A did it.", True, "")


@given(decks(), st.sampled_from(Kind))
def test_the_way_back_finds_everything_again(deck: Deck, kind: Kind) -> None:
    """The way back finds everything again."""
    for question in deck.questions:
        fields = fields_of(question)
        there = turned(fields, kind).fields
        assert turned(there, fields.kind, fields).fields == fields


def test_what_was_typed_since_is_kept_on_the_way_back() -> None:
    """What was typed since is kept on the way back."""
    there = turned(SHORT, Kind.CLOZE).fields
    edited = Fields(Kind.CLOZE, "Another {{text}}.", answers=there.answers, quote=there.quote)
    back = turned(edited, Kind.SHORT, SHORT).fields
    assert (back.prompt, back.answers) == ("Another ….", ("text",))
