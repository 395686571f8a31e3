"""A question told to a stranger: who its people are, and which report or event it belongs to."""

from __future__ import annotations

import pytest

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.engine import propose, told_of
from quizapp.generate.facts.descriptions import descriptions
from quizapp.generate.ground import ground_of

MAY = PartialDate(2025, 5, 6)
TITLE = "Norwegian town buys its own ferry"
LEAD = "The town of Florelv bought a ferry on Monday to keep its islands alive. "


def _discourse(text: str, title: str = TITLE) -> Discourse:
    return Discourse(ground_of(Article(text, title, MAY)))


def _stems(text: str, title: str = TITLE) -> list[str]:
    return [stem for fact in told_of(_discourse(text, title)) for stem in fact.stems]


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("The baker Ole Lund signed a petition.", "Ole Lund", "the baker Ole Lund"),
        ("The mayor, Ole Lund, signed it.", "Ole Lund", "the mayor Ole Lund"),
        ("“Good,” said Ole Lund, 61, a retired pilot, on Monday.", "Ole Lund",
         "the retired pilot Ole Lund"),
        ("“Good,” said Liv Aas, the transport minister, on Monday.", "Liv Aas",
         "the Norwegian transport minister Liv Aas"),
        ("“Good,” said Liv Aas, a former finance minister.", "Liv Aas",
         "the former Norwegian finance minister Liv Aas"),
        ("Fjordline runs ferries. Its director, Liv Aas, agreed.", "Liv Aas",
         "Liv Aas, Fjordline’s director,"),
        ("The Swedish engineer Liv Aas built the ferry.", "Liv Aas",
         "the Swedish engineer Liv Aas"),
    ],
)  # fmt: skip
def test_a_person_is_told_by_what_the_article_calls_them(
    sentence: str, name: str, words: str
) -> None:
    """In front of the name, or behind it where it is something of something."""
    assert descriptions(_discourse(LEAD + sentence))[name].of(name) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Ole Lund signed a petition.",
        "The paper, Ole Lund said, was wrong.",
        "Ole Lund, who signed it, went home.",
        "Her brother, Ole Lund, signed it.",
        "Prof Ole Lund signed it.",
    ],
)
def test_nobody_is_made_what_the_article_does_not_say(sentence: str) -> None:
    """A name alone, a title before it or a kinship say nothing to a stranger."""
    assert descriptions(_discourse(LEAD + sentence)) == {}


def test_a_question_says_who_its_person_is() -> None:
    """Beside the headline, which the question does not tie to."""
    asked = _stems(LEAD + "The baker Ole Lund was born in 1951.")
    assert any(
        stem.startswith(f"In the report “{TITLE}”, in which year was the baker Ole Lund born")
        for stem in asked
    ), asked


def test_who_is_asked_for_is_not_described() -> None:
    """That would answer the question."""
    asked = _stems(LEAD + "The baker Ole Lund opened the harbour museum in 1951.")
    assert not any(stem.startswith(("Who", "In")) and "the baker, who" in stem for stem in asked)
    assert any("who opened the harbour museum" in stem for stem in asked), asked


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Ole Lund counted 412 seals.", f"In the report “{TITLE}”, how many seals did Ole Lund"),
        ("Rivals from Bergholm sold 30 boats.", f"In the report “{TITLE}”, how many boats"),
        ("Denmark’s parliament rejected a bill on 3 March.",
         f"In the report “{TITLE}”, on which date did Denmark’s parliament reject a bill"),
        ("Germany sent 12 engineers.", f"In the report “{TITLE}”, how many engineers"),
    ],
)  # fmt: skip
def test_what_does_not_name_the_event_says_which_report(sentence: str, begins: str) -> None:
    """A stranger does not know when and where that was."""
    assert any(stem.startswith(begins) for stem in _stems(LEAD + sentence)), sentence


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        (LEAD, TITLE, "On which date did the town of Florelv buy a ferry?"),
        ("Northland opens the Harbor Bridge. The Harbor Bridge was built in 1931.",
         "Northland opens a bridge", "In which year was the Harbor Bridge built?"),
        ("Zambia’s parliament voted on Monday to lengthen the presidential term.",
         "Zambian parliament votes for longer presidential term",
         "On which date did Zambia’s parliament vote to lengthen the presidential term?"),
    ],
)  # fmt: skip
def test_what_names_the_event_needs_no_more(text: str, title: str, whole: str) -> None:
    """Its own words tell what it belongs to."""
    assert any(stem.startswith(whole) for stem in _stems(text, title)), _stems(text, title)


def test_no_headline_stands_before_a_question_that_it_answers() -> None:
    """Neither as a name nor as a number."""
    title = "Florelv buys ferry for 40 million kroner"
    for candidate in propose(Article(LEAD + "Florelv paid 40 million kroner.", title, MAY)):
        prompt = candidate.question.prompt
        assert not ("In the report" in prompt and "how much" in prompt)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The baker Ole Lund left. Lund's boat sank on 3 March.", "the baker Ole Lund's boat"),
        ("The butcher Dean Marlow left. Marlow's shop closed on 3 March.",
         "the butcher Dean Marlow's shop"),
        ("Workers at Bergholm Steel left. Bergholm's share fell to 14% in 2024.",
         "Bergholm Steel's share"),
    ],
)  # fmt: skip
def test_names_stand_in_full(sentence: str, words: str) -> None:
    """A surname alone tells a stranger nothing."""
    assert any(words in stem for stem in _stems(LEAD + sentence)), _stems(LEAD + sentence)
