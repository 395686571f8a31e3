"""A question says which thing it means, and a question for who did asks nobody who did not."""

from __future__ import annotations

import pytest
from gate_samples import codes, found, number, resting, short, statement

from quizapp.content.question import Order
from quizapp.words.gates import describe

UNTOLD = [
    "In which month is a second one to begin in Latvia?",
    "In which year did a concrete bridge open?",
    "In which month was a report sent to the ministry?",
    "In which year did an independent safety agency begin work?",
    "How much money is Canada contributing to a project costing 140 million euros?",
    "Who had been one of the few to vote for it?",
    "Which place was not one of the four?",
    "In Riga in March 2024, how many people bought in?",
    "Which country joined the opposition in voting against?",
    "According to the police, which country followed in 2018?",
    "Who proposed the motion?",
    "In Riga in March 2024, who sponsored the cuts?",
    "In the report “Latvia keeps its soldiers”, when was the money handed over?",
    "Who spoke for the families?",
    "In the Ilze Kalnina case, who agreed to testify against the other two?",
    "What did the mayor call the opening?",
    "Which country accepted a similar deal?",
    "In which year was the previous record set by Ana Lund?",
    "How many metres long is the largest?",
    "How much did 43 other relatives ask for?",
    "How many residents of neighbouring Dyer's Lane handed in a petition?",
    "How far away was the nearest hospital with antivenom?",
]
TOLD = [
    "In which year did the bridge at Adazi open?",
    "In which year did a base at Adazi open?",
    "Which ship brought a doctor to Riga?",
    "How much did Canada give to a project of the United Nations?",
    "Which of these two bases is the older one of Latvia's army?",
    "Which country was the first to recognise Latvia?",
    "Which four of the members voted for it?",
    "Who proposed the motion of no confidence in March 2024?",
    "In the report “Latvia keeps its soldiers”, whom will the decision please?",
    "In the Ilze Kalnina case, how long did the trial last?",
    "In the report “Latvia bans fishing”, who called the ban unwise?",
    "Which is the largest of Latvia's lakes?",
    "What did Kalnina call the opening of the base?",
    "Which neighbouring country of Latvia took the euro in 2011?",
    "In which city is the hospital nearest to Adazi?",
    "Must a state keep a treaty that it was forced into?",
    "How many soldiers took part in the operation in Latvia?",
    "What did Kalnina call “the other two”?",
]


@pytest.mark.parametrize("prompt", UNTOLD)
def test_one_of_many_is_found(prompt: str) -> None:
    """There are many reports, motions and second ones."""
    assert codes("tells-which", short(prompt)) == ["which-one"]


@pytest.mark.parametrize("prompt", TOLD)
def test_what_is_told_apart_is_let_go(prompt: str) -> None:
    """A name, a place or what it is about says which one is meant."""
    assert codes("tells-which", short(prompt)) == []


@pytest.mark.parametrize(
    ("prompt", "held"),
    [
        ("A concrete span was opened in spring.", True),
        ("More than 900 people bought in.", True),
        ("The first was chosen in 1980.", True),
        ("A base at Adazi was opened in 2017.", False),
        ("A treaty that a state was forced into is void.", False),
        ("The first woman was chosen in 1980.", False),
    ],
)
def test_a_statement_too_is_about_something(prompt: str, *, held: bool) -> None:
    """Whoever decides whether it is right must know of what."""
    assert codes("tells-which", statement(prompt)) == ["which-one"] * held


def test_the_words_on_screen_are_those_of_the_source() -> None:
    """The verb that a question puts behind them is none of theirs."""
    on = "The police said that a former councillor accepted bribes."
    question = short("How much money did a former councillor accept in all?", "much", on)
    (finding,) = found("tells-which", question)
    assert "“a former councillor”" in describe(finding)


def test_items_to_order_may_be_called_ones() -> None:
    """They stand on the screen."""
    order = Order("In which order do these steps come, the first one first?", ("A", "B", "C"))
    assert codes("tells-which", short("Who proposed the motion?")) == ["which-one"]

    assert codes("tells-which", resting(order)) == []


@pytest.mark.parametrize(
    ("prompt", "held"),
    [
        ("Who was not involved in the mission?", True),
        ("Who has no party affiliation?", True),
        ("In Riga, who advised none of the candidates?", True),
        ("Who did nothing to help Canada?", True),
        ("Who has never held public office?", True),
        ("Which countries do not recognise Kosovo?", False),
        ("Who is no longer a member of the party?", False),
        ("Who said that nobody would leave Riga?", False),
    ],
)
def test_who_did_not_is_nearly_everybody(prompt: str, *, held: bool) -> None:
    """A country that does not recognise another is worth asking for; a bystander is not."""
    assert codes("positive", short(prompt)) == ["negative"] * held


@pytest.mark.parametrize(
    ("prompt", "answer", "held"),
    [
        ("In the report “Two dead as train derails”, how many people died?", "2", True),
        ("In the report “Thirty arrested in Riga”, how many people were arrested?", "30", True),
        ("In the report “Two dead as train derails”, how many people were hurt?", "9", False),
        ("Which two of the 2 bases are in Latvia, and how many in Riga?", "2", False),
    ],
)
def test_a_headline_may_give_a_count_away(prompt: str, answer: str, *, held: bool) -> None:
    """Small counts meet by chance in a sentence, and not in the headline of the same event."""
    assert codes("no-leak", number(prompt, answer)) == ["answer-in-stem"] * held
