"""Lists, pairs and parts of a number: what is asked of them, and what is no list."""

from __future__ import annotations

import pytest
from asked import asked

_FOUR = ("Romania", "Spain", "Greece", "Slovakia")


@pytest.mark.parametrize(
    ("text", "question", "members"),
    [
        (
            "Four NATO members – Romania, Spain, Greece and Slovakia – do not recognise Kosovo.",
            "Which four NATO members do not recognise Kosovo?",
            _FOUR,
        ),
        (
            (
                "Four NATO members, Romania, Spain, Greece and Slovakia, had not recognised "
                "Kosovo by "
                "March 2022."
            ),
            "Which four NATO members had not recognised Kosovo by March 2022?",
            _FOUR,
        ),
        (
            (
                "Four NATO members had not recognised Kosovo by March 2022: Romania, Spain, "
                "Greece "
                "and Slovakia."
            ),
            "Which four NATO members had not recognised Kosovo by March 2022?",
            _FOUR,
        ),
        (
            "Kosovo has two official languages, Albanian and Serbian.",
            "Which two official languages does Kosovo have?",
            ("Albanian", "Serbian"),
        ),
        (
            "The Swiss National Bank has its head offices in Bern and Zurich.",
            "In which two cities does the Swiss National Bank have its head offices?",
            ("Bern", "Zurich"),
        ),
        (
            "Greece borders Albania and North Macedonia.",
            "Which two countries does Greece border?",
            ("Albania", "North Macedonia"),
        ),
        (
            "Symptoms of the Marburg virus include fever, headache and bleeding.",
            "What are three symptoms of the Marburg virus?",
            ("fever", "headache", "bleeding"),
        ),
        (
            (
                "The 2016 treaty of Lima was opposed by three parties: Fine Gael, Sinn Fein "
                "and the "
                "Green Party."
            ),
            "By which three parties was the 2016 treaty of Lima opposed?",
            ("Fine Gael", "Sinn Fein", "Green Party"),
        ),
        (
            "France, Spain, the Netherlands and Italy signed the treaty in Rome in 2019.",
            "Which four countries signed the treaty in Rome in 2019?",
            ("France", "Spain", "Netherlands", "Italy"),
        ),
    ],
)
def test_a_list_is_asked_for_as_a_whole(
    text: str, question: str, members: tuple[str, ...]
) -> None:
    """The members of a list are asked for together, with their number."""
    assert asked(text)[question] == members


@pytest.mark.parametrize(
    "text",
    [
        "France, Italy and Spain have similar laws.",
        (
            "The Montevideo Convention of 1933 gives a state four marks: a population, a "
            "territory, a "
            "government and the capacity to enter into relations."
        ),
        "Sari Koivisto of Finland, Tomy and an axe were seen in Turku.",
        "Did Romania, Spain, Greece and Slovakia recognise Kosovo?",
    ],
)
def test_what_is_no_list_is_not_asked_for_as_one(text: str) -> None:
    """Lists cut short, of several sorts, in a question or of things alike ask nothing."""
    words = ("two", "three", "four")
    assert not [
        q for q in asked(text) if q.startswith(("Which", "What")) and q.split()[1] in words
    ]


@pytest.mark.parametrize(
    ("text", "question", "pairs"),
    [
        (
            "Estonia joined NATO in 2004, Croatia in 2009 and Finland in 2023.",
            "Match each country with the year in which it joined NATO.",
            (("Estonia", "2004"), ("Croatia", "2009"), ("Finland", "2023")),
        ),
        (
            (
                "Three states joined NATO one after the other: Albania in 2009, Montenegro in "
                "2017 "
                "and North Macedonia in 2020."
            ),
            "Match each country with the year in which it joined NATO.",
            (("Albania", "2009"), ("Montenegro", "2017"), ("North Macedonia", "2020")),
        ),
        (
            (
                "Independence was declared by Albania in 1912, by North Macedonia in 1991 and by "
                "Montenegro in 2006."
            ),
            "Match each country with the year in which it declared independence.",
            (("Albania", "1912"), ("North Macedonia", "1991"), ("Montenegro", "2006")),
        ),
        (
            (
                "In the 2020 election in Ireland, the Green Party won 12 seats, Fine Gael 35 "
                "and Sinn "
                "Fein 37."
            ),
            "Match each party with the number of seats it won in the 2020 election in Ireland.",
            (("The Green Party", "12"), ("Fine Gael", "35"), ("Sinn Fein", "37")),
        ),
    ],
)
def test_names_are_matched_with_their_years_and_numbers(
    text: str, question: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    """Three names of one kind in a sentence, each with its own value, become a match."""
    assert asked(text)[question] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Estonia joined NATO in 2004 and Croatia in 2009.",
        "Estonia joined NATO in 2004, Latvia in 2004 and Finland in 2023.",
        "Estonia did not join NATO in 1994, Croatia in 1999 or Finland in 2003.",
    ],
)
def test_two_names_or_one_year_twice_make_no_match(text: str) -> None:
    """Too few pairs, or pairs that cannot be told apart, are not matched."""
    assert not [q for q in asked(text) if q.startswith("Match")]


@pytest.mark.parametrize(
    ("text", "question", "number"),
    [
        (
            "Kelmore Construction employed 240 people, 80 of them from Poland.",
            "How many of the people that Kelmore Construction employed were from Poland?",
            "80",
        ),
        (
            "Kosovo hosts 3,770 NATO troops, of whom 600 are from the United States.",
            "How many of the NATO troops that Kosovo hosts are from the United States?",
            "600",
        ),
        (
            (
                "Police in Nairobi arrested 14 people, three of whom were later charged with "
                "smuggling."
            ),
            (
                "How many of the people that police in Nairobi arrested were later charged with "
                "smuggling?"
            ),
            "three",
        ),
        (
            "The fire in Dublin injured 40 people, 12 of them seriously.",
            "How many of the people that the fire in Dublin injured were seriously injured?",
            "12",
        ),
        (
            (
                "Twelve people, including two children, were killed in a fire in Dublin in March "
                "2021."
            ),
            (
                "How many children were among the people who were killed in a fire in Dublin "
                "in March "
                "2021?"
            ),
            "two",
        ),
        (
            "The Dublin Zoo lost 31 animals, including six tigers, in the flood of 2019.",
            (
                "How many tigers were among the animals that the Dublin Zoo lost in the flood of "
                "2019?"
            ),
            "six",
        ),
    ],
)
def test_a_part_is_asked_without_the_whole(text: str, question: str, number: str) -> None:
    """How many of a number are something is asked without giving the number away."""
    assert asked(text)[question] == (number,)
