"""What is asked against what answers it: told where it is certain, and nowhere else."""

from __future__ import annotations

import pytest

from quizapp.check.checking import DeckChecks
from quizapp.content.deck import Deck
from quizapp.content.question import Choice, Image, Question, Short

CHECKS = DeckChecks(Deck("d", "t"))


def told(prompt: str, answer: str) -> set[str]:
    """The codes of what is held against a short question."""
    return {f.code.number for f in CHECKS.of(Question("k7f3q2m4xd", Short(prompt, answer)))}


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Who defeated Napoleon at Waterloo in 1815?", "in Belgium"),
        ("Who defeated Napoleon at Leipzig?", "1813"),
        ("Who led the rising in Wales?", "because it was needed"),
        ("Where did Napoleon abdicate?", "6 April 1814"),
        ("Where did Napoleon abdicate?", "in 1814"),
        ("When did the Roman army leave Britain?", "because it was needed in Italy"),
        ("When did Napoleon abdicate?", "the Senate had deposed him"),
        ("When was the guillotine invented?", "Joseph-Ignace Guillotin was its advocate"),
        ("How many soldiers marched to Moscow?", "June 1812"),
        ("How many soldiers marched to Moscow?", "on 24 June 1812"),
        ("How many sailors served on the flagship?", "at Trafalgar"),
        ("In which year did Gutenberg print the Bible?", "Mainz"),
        ("In the Middle Ages, which year did the plague reach?", "Sicily"),
    ],
)
def test_an_answer_of_another_kind_is_told(prompt: str, answer: str) -> None:
    """A person is no place, a count no date, a time no reason."""
    assert "E314" in told(prompt, answer)


@pytest.mark.parametrize(
    "prompt",
    [
        "Which captain commanded her?",
        "Which captain commanded her in 1831?",
        "Who married him after the war?",
        "Which company bought them?",
        "Which country invaded it in 1939?",
        "It was signed in which city?",
        "That was written by whom?",
        "They landed in 1066 under which duke?",
        "This treaty was signed in which year?",
        "These animals live in which country?",
        "Its capital is which city?",
        "Who was he?",
        "Which treaty was it?",
    ],
)
def test_a_pronoun_for_nobody_is_told(prompt: str) -> None:
    """Whoever did it to her is not her, and nobody else is named."""
    assert told(prompt, "Xenophon") == {"E310"}


@pytest.mark.parametrize(
    "prompt",
    [
        "Who wrote the opera Fidelio? And where was it first performed?",
        "Who wrote the opera Fidelio? When was that?",
        "Who wrote the opera Fidelio, and when?",
        "Which vitamin helps to absorb iron, and where is it found?",
        "What does HTML stand for and what is it used for?",
    ],
)
def test_two_questions_in_one_are_told(prompt: str) -> None:
    """With two question marks, or one."""
    assert told(prompt, "Xenophon") == {"E316"}


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        # The question word has what it asks for.
        ("Who was born in Salzburg in 1756?", "Wolfgang Amadeus Mozart"),
        ("Who in Germany elects the president?", "the Federal Convention"),
        ("Who lives at 10 Downing Street?", "the prime minister"),
        ("Where does photosynthesis take place?", "in the chloroplasts"),
        ("Where did the Beatles first play?", "at the Cavern Club"),
        ("When should you dip your headlights?", "when another car comes towards you"),
        ("When is a number even?", "it can be divided by two"),
        ("When did the dinosaurs die out?", "the end of the Cretaceous"),
        ("When did the Cold War end?", "the Soviet Union was dissolved in 1991"),
        ("When was the crop harvested in Egypt?", "before the flood"),
        ("When is the accusative used after “in”?", "for a movement into a place"),
        ("How many months have 31 days?", "seven"),
        ("How much flour goes into the dough?", "500 g"),
        ("How many strings does a violin have?", "G, D, A and E: four"),
        ("In which year was the Magna Carta sealed?", "MCCXV"),
        ("In which year did Caesar die?", "Forty-four BC"),
        ("In which year of the reign of Nero did Rome burn?", "the tenth"),
        ("What year of the Chinese zodiac follows the Rat?", "Ox"),
        ("Which year was Rome burnt?", "the year of the four emperors"),
        # Its pronoun has somebody to stand for.
        ("Which saint is shown with a wheel beside her?", "Catherine"),
        ("Which queen lost her head in 1536?", "Anne Boleyn"),
        ("Which queen's husband left her?", "Catherine"),
        ("Which god was swallowed by his father?", "Poseidon"),
        ("Which emperor made it a crime to be a Christian?", "Diocletian"),
        ("Which planet has rings around it?", "Saturn"),
        ("Who killed Hamlet's father by pouring poison into his ear?", "Claudius"),
        ("Which gas turns limewater milky when it is bubbled through it?", "carbon dioxide"),
        ("What makes it rain?", "cooling of moist air"),
        ("What is the past tense of “he commands her”?", "he commanded her"),
        ("Which novel made Mary Shelley famous?", "Frankenstein"),
        ("Which muscle moves the eye and turns it outwards?", "lateral rectus"),
        # It is one question.
        ("You see a red light. What do you do?", "stop"),
        ("What has keys but opens no lock? What am I?", "a piano"),
        ("Did you know that bees dance? Which dance tells of far flowers?", "the waggle dance"),
        ("Who said “Et tu, Brute? And where is Cassius?”?", "Caesar"),
        ("Who decides what is taught and how it is taught?", "the ministry"),
        ("What shows where a river begins and where it ends?", "a map"),
        ("Which is heavier? A kilo of lead or a kilo of cork?", "neither"),
        # Its answer does not stand in it.
        ("What must a driver do at a green arrow pointing left?", "only turn left"),
        ("Which part of a green plant makes sugar?", "the green leaf"),
        ("What kind of acid is in vinegar?", "acetic acid"),
        ("Is a whale a fish or a mammal?", "a mammal"),
        ("Do you turn left or right into a roundabout in Britain?", "left"),
        ("Which office lies beside room 2041?", "Suite 2041"),
    ],
)
def test_what_may_well_be_meant_is_not_told(prompt: str, answer: str) -> None:
    """Rather a miss than a false alarm."""
    assert told(prompt, answer) == set()


@pytest.mark.parametrize(
    ("prompt", "answer", "reason"),
    [
        ("Which town does the Vienna Philharmonic play in?", "Vienna", "answer-in-stem"),
        ("In which year was the Treaty of 1648 signed?", "in 1648", "answer-in-stem"),
        ("After whom is the Brezhnev Doctrine named?", "Leonid Brezhnev", "answer-part-in-stem"),
    ],
)
def test_it_is_said_how_much_of_the_answer_stands_in_the_question(
    prompt: str, answer: str, reason: str
) -> None:
    """All of it, or one word."""
    found = CHECKS.of(Question("k7f3q2m4xd", Short(prompt, answer)))
    assert [f.reason for f in found if f.code.number == "E301"] == [reason]


def test_a_picture_may_show_who_is_meant() -> None:
    """And of what it shows no rule can tell."""
    body = Choice("Which captain commanded her?", "FitzRoy", ("Nelson", "Cook"))
    question = Question("k7f3q2m4xd", body, image=Image("ship.png", "A brig under full sail"))
    assert CHECKS.of(question) == ()
