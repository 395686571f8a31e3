"""A question of each kind, and the deck they stand in, for tests and pictures of the editor."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from quizapp.content.deck import Deck, Source
from quizapp.content.question import (
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

FOLDER: Path | None = None

TEXT = (
    "Kosovo asks for help\n\n"
    "It was the spring of 2022. Vjosa Osmani, the president of Kosovo, wrote to Joe Biden in"
    " March. She asked for help in joining NATO. Nobody replied for a while.\n\n"
    "Kosovo declared independence on 17 February 2008. Greece, Romania, Spain and Slovakia,"
    " which are members of NATO, do not recognise it. NATO keeps 3,770 troops there.\n"
)
TEXTS = {"letter": TEXT}

QUESTIONS: dict[Kind, Question] = {
    Kind.SHORT: Question(
        "k7f3q2m4xa",
        Short(
            "Who wrote to Joe Biden in March 2022 to ask for help in joining NATO?",
            "Vjosa Osmani",
            ("Osmani",),
            ("Albin Kurti", "Edi Rama"),
        ),
        as_of=PartialDate(2022, 3),
        evidence=Evidence(
            "letter", "Vjosa Osmani, the president of Kosovo, wrote to Joe Biden in March."
        ),
    ),
    Kind.CHOICE: Question(
        "k7f3q2m4xb", Choice("Where is Pristina?", "Kosovo", ("Albania", "Serbia"))
    ),
    Kind.MULTI: Question(
        "k7f3q2m4xc",
        Multi("Which are members of NATO?", ("Albania", "Croatia"), ("Serbia", "Kosovo")),
    ),
    Kind.TRUE_FALSE: Question(
        "k7f3q2m4xd",
        TrueFalse(
            "Kosovo is a member of NATO.", answer=False, correction="It has asked to become one."
        ),
    ),
    Kind.NUMBER: Question(
        "k7f3q2m4xe",
        Number(
            "How many troops does NATO keep in Kosovo?",
            Decimal(13770),
            "troops",
            Tolerance(Decimal(5), percent=True),
        ),
    ),
    Kind.DATE: Question(
        "k7f3q2m4xf",
        DateQuestion(
            "When did Kosovo declare independence?", PartialDate(2008, 2, 17), Precision.DAY
        ),
    ),
    Kind.LIST: Question(
        "k7f3q2m4xg",
        ListQuestion(
            "Name two members of NATO that do not recognise Kosovo.",
            ("Greece", "Romania", "Spain"),
            2,
            (("Hellas", "Greece"),),
        ),
    ),
    Kind.ORDER: Question(
        "k7f3q2m4xh",
        Order("How does a state join NATO?", ("a letter", "an invitation", "a seat at the table")),
    ),
    Kind.MATCH: Question(
        "k7f3q2m4xi",
        Match(
            "Join each country with its capital.", (("Kosovo", "Pristina"), ("Albania", "Tirana"))
        ),
    ),
    Kind.CLOZE: Question(
        "k7f3q2m4xj",
        Cloze(
            "{{kosovo:Kosovo}} left {{serbia:Serbia}} in {{year:2008}}.", (("Kosova", "Kosovo"),)
        ),
    ),
    Kind.FLASHCARD: Question(
        "k7f3q2m4xk", Flashcard("**NATO**", "an *alliance* of states", both_ways=True)
    ),
}

DECK = Deck(
    "kosovo-nato",
    "Kosovo asks to join NATO",
    sources=(Source("letter", "The letter", "Reuters", PartialDate(2022, 3)),),
    questions=tuple(QUESTIONS.values()),
)
