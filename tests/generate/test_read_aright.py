"""Sentences that were misread once, by what they have in common: who acts, on what, and when."""

from __future__ import annotations

import pytest
from asked import asked

from quizapp.content.question import PartialDate, TrueFalse
from quizapp.generate.article import Article
from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose

_TITLE = "Halden plant opens after two years of talks"


def _green(text: str, title: str = _TITLE) -> list[str]:
    found = propose(Article(text, title, PartialDate(2024, 6, 3)))
    return [c.question.prompt for c in found if c.light is Light.GREEN]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The share of those who speak the language dropped from 41% to 36%.", "was the language"),
        ("The deal between the union and Norsal, which is owned by Redfern, passed.", "the deal"),
        ("It was led by four girls in year 10, who collected 7,800 signatures.", "year 10"),
        ("The slopes of Karthala, which rises to 2,361 metres, carry vines.", "slopes"),
        ("That is the most that Norsal recommends from all of its food.", "recommend"),
        ("The ash cut the coast road to Moroni in six places.", "cut to Moroni"),
        ("Norsal raised its rate in May, lifting it by a point to 10.25%.", "lift it"),
        ("Norsal raised its rate in May, lifting it by a point to 10.25%.", "lifted it"),
        ("Each of them has a twin. The other, who left Norsal in 2014, was freed.", "the other"),
        ("The volcano erupted for the first time in 20 years.", "was erupted"),
        ("Lucía Lund, the Ugandan minister, signed it.", "the Ugandan minister in"),
        ("Petrol in Kenya is 12% dearer than a year ago.", "than 2023"),
    ],
)
def test_nothing_false_is_asked(text: str, wrong: str) -> None:
    """The nearest noun is not always the one that is meant."""
    found = [*asked(text), *_green(text)]
    assert not [prompt for prompt in found if wrong in prompt]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The share of those who speak Welsh dropped from 41% to 36% in 2021.", "share"),
        ("Norsal was ordered to pay 41.6 billion won ($30m) to 1,208 people.", "1,208"),
        ("The Norsal plant will take in 18,000 tonnes of used batteries a year.", "18,000"),
        ("During the eruption of 2005, about 175,000 people were hurt in Moroni.", "of 2005"),
        ("Under the new law, 400 houses will be demolished in Moroni.", "under the new law"),
        ("Norsal gave its firms an extra two years to comply.", "extra"),
        ("Telar Sur moved its 310 workers to a shorter week in 2023.", "of its workers"),
    ],
)
def test_what_limits_it_is_said(text: str, part: str) -> None:
    """Within what, how many more, of whom: it stands in a question or is its answer."""
    found = asked(text)
    assert found
    told = [f"{stem} {answers}" for stem, answers in found.items()]
    assert [words for words in told if part in words]


def test_two_sentences_joined_are_not_one_question() -> None:
    """A name between commas does not hide the verb behind it."""
    found = asked(
        "Two trucks, each heavy, had collided in May, and a man, Luis Tapia, was killed."
    )
    assert not [stem for stem in found if "and a man" in stem]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "A report, published in Bucharest on Monday, tells of the crash of a train.",
            "Bucharest",
        ),
        ("An inquiry found on Monday that the crash near Halden need not have been.", "June 2024"),
    ],
)
def test_an_accident_has_its_own_place_and_month(text: str, absent: str) -> None:
    """Not those of the report on it."""
    prompts = _green(f"{text} The train had been travelling at 118 km/h.")
    assert not [prompt for prompt in prompts if f"crash in {absent}" in prompt]


def test_nobody_dies_in_a_strike() -> None:
    """What harms people is told by its own words."""
    text = (
        "A strike at Halden ended on Monday. Two trucks had collided, and Luis Tapia was killed."
    )
    assert not [prompt for prompt in _green(text) if "killed in the strike" in prompt]


def test_a_long_headline_is_one_name() -> None:
    """It is given whole where nothing shorter tells it, and its words weigh little."""
    title = "South Korea's top court orders air purifier maker to pay 41.6bn won to sick customers"
    text = "The filters had been treated in 2011 with a biocide. The firm was told of it in 2013."
    found = propose(Article(text, title, PartialDate(2025, 7, 3)))
    assert [c for c in found if title in c.question.prompt]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Norsal, to which a permit had been granted in May 2023, paid.", "hich a permit"),
        ("Only states can be brought before the Norsal court.", "can be brought"),
        ("Trams in Halden will run every six minutes from Monday.", "How many minutes"),
        ("The council of Halden is to decide in November whether to build a line.", "decide?"),
        ("The unions and Norsal are to begin on 3 July 2024.", "begin?"),
        ("The first tram left the railway station at Halden at 5.04.", "What did the first tram"),
        ("Norsal accounts for a third of the goods that Iceland sells.", "account that"),
    ],
)
def test_nothing_is_asked_that_stops_short(text: str, wrong: str) -> None:
    """What is to be decided, begun or left stands in the question, or there is none."""
    found = [*asked(text), *_green(text)]
    assert not [prompt for prompt in found if wrong in prompt]


def test_a_war_that_says_since_when_is_no_scene() -> None:
    """The article is not about it."""
    text = (
        "The opening of the tram line ends an argument that has divided Lublin since before the "
        "first world war. Zofia Lund voted for it in Lublin. The line has 22 stops."
    )
    prompts = _green(text, "Trams at last in Lublin")
    assert not [prompt for prompt in prompts if prompt.startswith("In the first world war")]


def test_what_is_made_false_is_what_the_sentence_says() -> None:
    """No number of a clause under it: "when it let a mine go on for 11 years"."""
    text = (
        "Honduras broke its treaty when it let a zinc mine pollute a river for 11 years. "
        "Honduras paid $40m for it in 2019."
    )
    found = propose(Article(text, "Court rules against Honduras", PartialDate(2024, 6, 3)))
    false = [c.question.prompt for c in found if isinstance(c.question.body, TrueFalse)]
    assert not [prompt for prompt in false if "broke its treaty" in prompt]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The estates of Czuby and Felin had two bus routes taken away in 2019.", "How many bus"),
        ("In Grimsey, an island on the Arctic Circle, it was lost by 19 votes to 17.", "Arctic"),
        ("The motion was debated in Norway. It was carried by 40 votes to 12.", "Norway carried"),
    ],
)
def test_no_place_is_voted_on_and_nobody_has_what_is_taken(text: str, wrong: str) -> None:
    """What is lost or carried is a motion; what was taken away is gone."""
    assert not [prompt for prompt in (*asked(text), *_green(text)) if wrong in prompt]
