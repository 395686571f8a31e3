"""The card of a question says what else is right, and how exact an answer must be."""

from __future__ import annotations

from decimal import Decimal

import drafting
import pytest
import study_samples
from pytestqt.qtbot import QtBot

from quizapp.content.question import (
    Body,
    Cloze,
    DateQuestion,
    ListQuestion,
    Number,
    PartialDate,
    Precision,
    Short,
    Tolerance,
)
from quizapp.generate.desk import Desk
from quizapp.ui.article_card import QuestionCard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

DAY = PartialDate(2008, 2, 17)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (Short("Who?", "Ana Duka"), ""),
        (Short("Who?", "Ana Duka", ("Duka",)), "Also right: Duka"),
        (DateQuestion("When?", DAY, Precision.DAY), "Day, month and year are wanted"),
        (DateQuestion("When?", DAY, Precision.YEAR), "The year is wanted"),
        (DateQuestion("When?", DAY, Precision.MONTH, ("that winter",)),
         "Month and year are wanted · Also right: that winter"),
        (Number("How many?", Decimal(400)), ""),
        (Number("How many?", Decimal(400), tolerance=Tolerance(Decimal(5), percent=True)),
         "5 % off is right too"),
        (ListQuestion("Which?", ("A", "B", "C"), 2), "2 of them are wanted"),
        (ListQuestion("Which?", ("A", "B"), 1, (("a", "A"),)),
         "1 of them is wanted · Also right: a"),
        (Cloze("{{Velin}}.", (("the town", "Velin"),)), "Also right: the town"),
    ],
)  # fmt: skip
def test_a_card_says_what_is_accepted(qtbot: QtBot, theme: Theme, body: Body, said: str) -> None:
    """Before it is kept the author sees by what an answer will be marked."""
    card = QuestionCard(theme, Icons(study_samples.ICONS, theme))
    qtbot.addWidget(card)
    desk: Desk = drafting.desk(drafting.Rules((body,)))
    card.show_item(desk.items[0])
    assert card._also.text() == said
