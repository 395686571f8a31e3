"""Numbers that are planned, stand beside a clause or are a measure; and what a verb reaches."""

from __future__ import annotations

import pytest
from asked import asked


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The Lodz factory is to employ 700 people.",
         "How many people is the Lodz factory to employ?", "700"),
        ("The Riga tax is expected to cost Latvia 180 million euros.",
         "How much is the Riga tax expected to cost Latvia?", "180 million euros"),
        ("Latvia plans to raise its wage by 6 percent.",
         "By what percentage does Latvia plan to raise its wage?", "6 percent"),
        ("Ana Lund has pledged to bring Latvia's deficit below 3 percent.",
         "Below what percentage has Ana Lund pledged to bring Latvia's deficit?", "3 percent"),
        ("The Harbor Bridge would have cost $18 million.",
         "How much would the Harbor Bridge have cost?", "$18 million"),
        ("The government in Madrid has promised €25m in aid.",
         "How much money did the government in Madrid promise in aid?", "€25m"),
        ("Snow in Peru kills between 80 and 100 people a year.",
         "How many people does snow in Peru kill a year?", "between 80 and 100"),
        ("The average rent in Riga is now about £850.",
         "What is the average rent in Riga?", "about £850"),
        ("The Sveta Ana sank on August 19, 2022, with 97 people on board.",
         "How many people were on board the Sveta Ana on August 19, 2022?", "97"),
        ("Of the 320 schools in Wales, 45 will close.",
         "How many of the 320 schools in Wales will close?", "45"),
        ("The storm in Haiti, in which 400 people died, was strong.",
         "How many people died in the storm in Haiti?", "400"),
        ("The bridge at Morbi fell four days after a fair in Gujarat.",
         "How many days after a fair in Gujarat did the bridge at Morbi fall?", "four days"),
        ("Elections in Iceland are held every four years.",
         "How often are elections in Iceland held?", "every four years"),
        ("The boat from Oban calls at Ulvarra four times a week.",
         "How often does the boat from Oban call at Ulvarra?", "four times a week"),
        ("Electricity in Lodz will be 40 percent cheaper.",
         "By what percentage will electricity in Lodz be cheaper?", "40 percent"),
        ("In Italy, 213 people caught the virus.",
         "How many people caught the virus in Italy?", "213"),
        ("A court in Riga convicted Ole Berg, sentencing him to six years in prison.",
         "To how many years in prison did a court in Riga sentence Ole Berg?", "six years"),
        ("Nearly 81 percent of the people entitled to vote in Iceland did so.",
         "What percentage of the people entitled to vote in Iceland did so?",
         "nearly 81 percent"),
        ("What share of victims in Mali die? Three out of four victims in Mali die at home.",
         "What share of victims in Mali die at home?", "three out of four"),
        ("Castle Mills in Kendal will be turned into flats and small houses.",
         "What will Castle Mills in Kendal be turned into?", "flats and small houses"),
        ("Rents at Castle Mills will be tied to local wages.",
         "What will rents at Castle Mills be tied to?", "local wages"),
        ("Work on the Sveta Ana will be moved to a yard near Riga.",
         "Where will work on the Sveta Ana be moved?", "a yard near Riga"),
    ],
)  # fmt: skip
def test_a_number_is_asked_where_it_stands(sentence: str, question: str, answer: str) -> None:
    """Plans, forecasts, ranges, measures, frequencies, and numbers in asides."""
    found = asked(sentence)
    assert question in found
    assert found[question] == (answer,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Latvia may hire 700 people.",
        "The Eders of Graz had one for May.",
        "The largest drew 780,000 visitors.",
        "There are 1,600 of them in Latvia.",
        "What they were sold to in Riga is not known.",
    ],
)
def test_what_is_unsure_or_unnamed_is_not_asked(sentence: str) -> None:
    """Guesses, each of many, and what only the words before have named."""
    assert asked(sentence) == {}
