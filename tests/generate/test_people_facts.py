"""Offices, words and charges: who is asked for, and of whom nothing is asked."""

from __future__ import annotations

import pytest
from asked import asked

_OFFICES = [
    (
        "Kosovo President Vjosa Osmani met reporters in Pristina.",
        "Who was the president of Kosovo in June 2024?",
        "Vjosa Osmani",
    ),
    (
        "Russian Foreign Minister Sergei Lavrov travelled to Cairo on Monday.",
        "Who was the foreign minister of Russia in June 2024?",
        "Sergei Lavrov",
    ),
    (
        "President Emmanuel Macron of France opened the museum in Lyon.",
        "Who was the president of France in June 2024?",
        "Emmanuel Macron",
    ),
    (
        "Rosa Quispe, the governor of the Arequipa region, declared a state of emergency.",
        "Who was the governor of the Arequipa region in June 2024?",
        "Rosa Quispe",
    ),
    (
        "Rosa Quispe, 51, the governor of the Arequipa region, declared a state of emergency.",
        "Who was the governor of the Arequipa region in June 2024?",
        "Rosa Quispe",
    ),
    (
        "Conor Walsh, head of the Irish Building Federation, denied the claim.",
        "Who was head of the Irish Building Federation in June 2024?",
        "Conor Walsh",
    ),
    (
        (
            "The European Central Bank (ECB), whose president, Christine Lagarde, spoke on "
            "Monday, "
            "kept its rate."
        ),
        "Who was the president of the European Central Bank in June 2024?",
        "Christine Lagarde",
    ),
    (
        (
            "The Lindqvist Museum reopened in May. Pirjo Lehtonen, its director since 2016, "
            "said the "
            "alarm had failed."
        ),
        "Who has been the Lindqvist Museum’s director since 2016?",
        "Pirjo Lehtonen",
    ),
    (
        "Rosa Quispe, the governor of the Arequipa region, declared a state of emergency.",
        "Which office did Rosa Quispe hold in June 2024?",
        "governor of the Arequipa region",
    ),
    (
        "Former Kosovo President Hashim Thaci appeared in court in The Hague.",
        "Which office had Hashim Thaci held before June 2024?",
        "president of Kosovo",
    ),
]


@pytest.mark.parametrize(("text", "question", "answer"), _OFFICES)
def test_an_office_is_asked_as_of_the_articles_month(
    text: str, question: str, answer: str
) -> None:
    """The holder of an office is asked for with its body and the month of the article."""
    assert asked(text)[question] == (answer,)


@pytest.mark.parametrize("text", [case[0] for case in _OFFICES])
def test_without_a_date_no_office_is_asked(text: str) -> None:
    """An article without a date says nothing of who holds an office."""
    found = asked(text, published=None)
    assert not [q for q in found if q.startswith(("Who was the", "Who is", "Which office"))]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kern, a retired teacher, watched the ceremony in Bern.",
        "The minister Mikko Aalto declined to be interviewed in Turku.",
        "A spokesman, Paul Reed, said the road was closed.",
        "President Vladimir Putin did not attend the meeting in Cairo.",
        "Former Kosovo President Hashim Thaci appeared in court in The Hague.",
    ],
)
def test_an_office_without_a_known_body_is_not_asked(text: str) -> None:
    """Who the minister of nowhere, a teacher or a spokesman is, nobody is asked."""
    assert not [q for q in asked(text) if q.startswith(("Who was the", "Who is the"))]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            '"Nobody in Ireland builds more safely than Kelmore Construction," said Conor Walsh.',
            "Who said: “Nobody in Ireland builds more safely than Kelmore Construction”?",
            "Conor Walsh",
        ),
        (
            "“Kosovo’s membership in NATO has become an imperative,” Vjosa Osmani wrote.",
            "Who wrote: “Kosovo’s membership in NATO has become an imperative”?",
            "Vjosa Osmani",
        ),
        (
            "Conor Walsh warned that Ireland would run out of engineers by 2030.",
            "Who warned that Ireland would run out of engineers by 2030?",
            "Conor Walsh",
        ),
        (
            "NATO declared that Georgia and Ukraine would become members one day.",
            "Which alliance declared that Georgia and Ukraine would become members one day?",
            "NATO",
        ),
        (
            "Siobhan Kerr called the 2019 treaty of Lima “a slap on the wrist”.",
            "What did Siobhan Kerr call the 2019 treaty of Lima?",
            "a slap on the wrist",
        ),
        (
            'Siobhan Kerr called the 2019 treaty of Lima "a slap on the wrist".',
            "What did Siobhan Kerr call the 2019 treaty of Lima?",
            "a slap on the wrist",
        ),
    ],
)
def test_words_are_asked_of_who_said_them(text: str, question: str, answer: str) -> None:
    """Words that stand alone are asked with their speaker, or for what they call a thing."""
    assert asked(text)[question] == (answer,)


@pytest.mark.parametrize(
    "text",
    [
        "“It was terrible and we are still working on it,” said Conor Walsh in Dublin.",
        "“Nobody in Ireland builds more safely than Kelmore Construction,” a spokesman said.",
        "The road to Cork was closed in March, Conor Walsh said.",
        "Conor Walsh did not say that Ireland would run out of engineers by 2030.",
        "“nothing but trouble from Ireland and its engineers,” said Conor Walsh.",
    ],
)
def test_dull_words_have_no_speaker_asked_for(text: str) -> None:
    """Fragments, words that point elsewhere and anonymous or dull sayings are left alone."""
    assert not [q for q in asked(text) if q.startswith(("Who said", "Who did not"))]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Gareth Penrose was found guilty of bribery in Exeter.",
            "What was Gareth Penrose found guilty of?",
            "bribery",
        ),
        (
            "Patrick Kelmore was charged with fraud in 2022.",
            "What was Patrick Kelmore charged with?",
            "fraud",
        ),
        (
            "Niall Doherty accused Kelmore Construction of misleading parliament.",
            "What did Niall Doherty accuse Kelmore Construction of?",
            "misleading parliament",
        ),
    ],
)
def test_a_charge_is_asked_for(text: str, question: str, answer: str) -> None:
    """What somebody is accused or found guilty of is asked without where and when."""
    assert asked(text)[question] == (answer,)


def test_no_charge_is_asked_where_there_was_none() -> None:
    """A denied charge asks nothing."""
    found = asked("Patrick Kelmore was not charged with fraud.")
    assert not [q for q in found if q.endswith("charged with?")]
