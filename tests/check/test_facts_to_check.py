"""Facts that want checking again, and what else rests on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quizapp.check.facts_to_check import (
    Ageing,
    FactToCheck,
    Shared,
    facts_to_check,
    resting_together,
)
from quizapp.content.deck import Deck
from quizapp.content.question import (
    Body,
    Evidence,
    Number,
    PartialDate,
    Question,
    Short,
    TrueFalse,
)

NAME = "k7f3q2m4xd"
OFFICE = Short("Who is the president of France?", "Emmanuel Macron")
COUNT = Number("How many members has the club?", Decimal(40))
OTHER = Short("Which town is the seat of the court?", "Karlsruhe")
CURRENT = Short("Which town is currently the seat of the court?", "Karlsruhe")
PAST = Short("Who was the president of France in 2019?", "Emmanuel Macron")


@pytest.mark.parametrize(
    ("body", "as_of", "why", "since"),
    [
        (OFFICE, PartialDate(2022, 3), Ageing.OFFICE, date(2023, 3, 31)),
        (OFFICE, PartialDate(2024, 2, 29), Ageing.OFFICE, date(2025, 2, 28)),
        (CURRENT, PartialDate(2022), Ageing.NOW, date(2023, 12, 31)),
        (COUNT, PartialDate(2022, 3), Ageing.COUNT, date(2024, 3, 31)),
        (OTHER, PartialDate(2019, 3), Ageing.OTHER, date(2024, 3, 31)),
        (OTHER, PartialDate(9999), Ageing.OTHER, date(9999, 12, 31)),
        (PAST, PartialDate(2019), None, None),
        (OFFICE, None, None, None),
    ],
)
def test_how_long_a_fact_keeps(
    body: Body, as_of: PartialDate | None, why: Ageing | None, since: date | None
) -> None:
    """By its kind, from the last day that its as-of may mean; a year in the prompt keeps it."""
    question = Question(NAME, body, as_of=as_of)
    deck = Deck("d", "t", questions=(question,))
    if why is None or since is None:
        assert facts_to_check(deck, date(2099, 1, 1)) == ()
        return
    assert facts_to_check(deck, since) == (FactToCheck(NAME, why, since, as_of),)
    assert facts_to_check(deck, date.fromordinal(since.toordinal() - 1)) == ()


def test_its_own_day_for_it_counts_alone() -> None:
    """The author knows best; a question without an id is passed over."""
    question = Question(NAME, OFFICE, as_of=PartialDate(2000), review_by=date(2027, 1, 1))
    deck = Deck("d", "t", questions=(question, Question(None, OFFICE, as_of=PartialDate(2000))))
    assert facts_to_check(deck, date(2027, 1, 1)) == ()
    (fact,) = facts_to_check(deck, date(2027, 1, 2))
    assert (fact.why, fact.since) == (Ageing.REVIEW, date(2027, 1, 1))


def test_the_longest_due_comes_first() -> None:
    """Whatever their order in the deck."""
    names = ("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")
    years = (2024, 2022, 2023)
    questions = tuple(
        Question(name, OFFICE, as_of=PartialDate(year))
        for name, year in zip(names, years, strict=True)
    )
    found = facts_to_check(Deck("d", "t", questions=questions), date(2026, 11, 24))
    assert [fact.as_of and fact.as_of.year for fact in found] == [2022, 2023, 2024]


def test_numbers_age_in_any_language() -> None:
    """Other facts of a deck in another language keep five years."""
    french = Deck(
        "d",
        "t",
        "fr",
        questions=(
            Question("aaaaaaaaaa", COUNT, as_of=PartialDate(2022)),
            Question("bbbbbbbbbb", OFFICE, as_of=PartialDate(2022)),
        ),
    )
    found = facts_to_check(french, date(2028, 1, 1))
    assert [fact.why for fact in found] == [Ageing.COUNT, Ageing.OTHER]


def test_what_rests_together() -> None:
    """The same sentence first, then the same answer; the question itself is not among them."""
    quote = "Karlsruhe is the seat of the court, which has two senates."
    one = Question("aaaaaaaaaa", OTHER, evidence=Evidence("s", quote))
    same = Question("bbbbbbbbbb", COUNT, evidence=Evidence("s", quote[:35]))
    elsewhere = Question("cccccccccc", COUNT, evidence=Evidence("z", quote))
    answer = Question("dddddddddd", Short("Where was it founded?", "karlsruhe"))
    statement = Question("eeeeeeeeee", TrueFalse("It rains.", answer=True))
    deck = Deck("d", "t", questions=(answer, one, same, elsewhere, statement))
    found = resting_together(deck, one)
    assert [(each.question.id, each.shared) for each in found] == [
        ("bbbbbbbbbb", Shared.SENTENCE),
        ("dddddddddd", Shared.ANSWER),
    ]
    assert [each.question.id for each in resting_together(deck, elsewhere)] == ["bbbbbbbbbb"]
    assert resting_together(deck, statement) == ()
