"""Where a question says that it plays: the case, the flood, the firm, the town, the report."""

from __future__ import annotations

import pytest
from asked import JUNE, asked

from quizapp.content.question import Number, PartialDate, Short, TrueFalse
from quizapp.generate.article import Article
from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose

_FLOOD = (
    "Ana Lund was at home in Ourense when the water came. Nine people are known to have died in "
    "the flood that swept down the Anxeira valley in north-western Spain in the early hours of "
    "Sunday. Mayor Ana Lund, who opened two schools, thanked the firefighters."
)
_FIRM = (
    "Brennhall, a maker of heat pumps, will close its plant in Kassel. Brennhall was founded in "
    "1921. Ana Lund took over as chief executive in February."
)
_TOWN = (
    "Kendal is to get thirty homes in an old mill. Councillors in Kendal agreed on Tuesday. "
    "Ana Lund, who chairs the housing trust, wept with joy."
)
_CASE = (
    "A former councillor who took £180,000 in bribes was jailed for six years by a court on "
    "Monday. Gareth Penrose, 58, was found guilty of bribery in May. The jury heard that Penrose "
    "had been paid in 23 instalments. A developer, Ole Lund, was given four and a half years."
)
_TRAIN = (
    "Two dead as train hits landslide in Austria\n\nTwo people were killed when a train left the "
    "rails. Ana Lund, who opened two schools, thanked the firefighters."
)
_BREAK_IN = (
    "The break-in on January 29 in Limerick harmed nobody. Ana Lund, who opened two schools, "
    "thanked the police."
)


def _green(text: str, title: str, published: PartialDate | None = JUNE) -> list[str]:
    """The prompts a judge has nothing against."""
    found = propose(Article(text, title, published))
    return [c.question.prompt for c in found if c.light is Light.GREEN]


@pytest.mark.parametrize(
    ("text", "title", "begins"),
    [
        (
            _FLOOD,
            "Valley counts its dead",
            "After the flood in north-western Spain in June 2024, how many schools did Ana",
        ),
        (
            _TRAIN,
            "Two dead as train hits landslide in Austria",
            "After the landslide in Austria in June 2024, how many schools did Ana",
        ),
        (_FIRM, "Brennhall to close Kassel plant", "At Brennhall, who took over as chief"),
        (
            _TOWN,
            "Old mill to become homes",
            "In the report “Old mill to become homes”, who chairs",
        ),
        (_TOWN, "Homes", "In Kendal in June 2024, who chairs the housing"),
    ],
)
def test_a_question_begins_with_its_scene(text: str, title: str, begins: str) -> None:
    """An event, a firm or a town says more to a stranger than a headline."""
    assert any(prompt.startswith(begins) for prompt in _green(text, title)), _green(text, title)


@pytest.mark.parametrize(
    ("text", "title", "never"),
    [
        (_FIRM, "Brennhall to close Kassel plant", "At Brennhall, in which year was Brennhall"),
        (
            _FLOOD + " A slope near Ourense slid into the river before midnight.",
            "Valley counts its dead",
            "After the flood in north-western Spain in June 2024, a slope",
        ),
        (
            _FIRM + " The rival Norring of Aarhus, whose chief executive left in May, gave up.",
            "Brennhall to close Kassel plant",
            "At Brennhall, whose chief",
        ),
        (
            _BREAK_IN,
            "Police thanked",
            "In the break-in on January 29 in June",
        ),
    ],
)
def test_a_scene_is_not_put_where_it_does_not_hold(text: str, title: str, never: str) -> None:
    """What came before the flood, or is of another firm, does not play there."""
    assert not any(prompt.startswith(never) for prompt in _green(text, title))


def test_in_one_persons_case_the_accused_has_a_name() -> None:
    """The former councillor is who the article is about; a sentence has a length."""
    stems = asked(_CASE)
    assert stems["For how many years was Gareth Penrose jailed by a court on June 3, 2024?"] == (
        "six years",
    )
    assert stems["In how many instalments was Gareth Penrose paid?"] == ("23",)
    assert stems["How long a sentence was Ole Lund given?"] == ("four and a half years",)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("A bridge at Sibayo was built in 2011.", "In which year was the bridge at Sibayo built?"),
        (
            "A lander of the Tokyo company ispace crashed in April.",
            "In which month did the lander of the Tokyo company ispace crash?",
        ),
        (
            "A church near Lake Inari was built in 1990.",
            "In which year was the church near Lake Inari built?",
        ),
    ],
)
def test_one_thing_told_by_a_name_is_that_thing(sentence: str, stem: str) -> None:
    """Asked when it was built, it is one bridge."""
    assert stem in asked(sentence)


@pytest.mark.parametrize(
    ("sentence", "answer", "right", "wrong"),
    [
        ("More than 1,400 people left Ourense on Monday.", "more than 1,400", True, False),
        ("At least 60 people left Ourense on Monday.", "at least 60", True, False),
        ("Up to 900 people left Ourense on Monday.", "up to 900", False, True),
        ("Fewer than 320 people left Ourense on Monday.", "fewer than 320", False, True),
    ],
)
def test_a_limit_stands_with_its_number(
    sentence: str, answer: str, *, right: bool, wrong: bool
) -> None:
    """Of what was more than 60, more than 40 is true as well, so it is no wrong option."""
    bodies = [c.question.body for c in propose(Article(sentence, published=JUNE))]
    short = next(b for b in bodies if isinstance(b, Short) and b.answer == answer)
    own = float(answer.rsplit(maxsplit=1)[-1].replace(",", ""))
    others = [float(w.rsplit(maxsplit=1)[-1].replace(",", "")) for w in short.wrong]
    assert len(others) >= 2
    assert all(other > own for other in others) is right
    assert all(other < own for other in others) is wrong
    assert not any(isinstance(b, TrueFalse) for b in bodies)


def test_about_is_asked_as_about() -> None:
    """A rough number is no limit."""
    bodies = [c.question.body for c in propose(Article("Some 640 people left Ourense in 2020."))]
    (number,) = (b for b in bodies if isinstance(b, Number))
    assert number.prompt.startswith("About how many people left Ourense")


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The conservative Homeland List came first with 31 percent of the vote in Slovenia.",
            "Which party came first with 31 percent of the vote in Slovenia?",
        ),
        (
            "A restorer from Ghent, Luc Dewitte, sold the Ring of Lieto.",
            "Who sold the Ring of Lieto?",
        ),
        (
            "Ole Lund said that he would leave the Riga Opera in September.",
            "According to Ole Lund, in which month was he to leave the Riga Opera?",
        ),
    ],
)
def test_how_one_would_ask(sentence: str, stem: str) -> None:
    """A body that wins votes is a party; a restorer has a name; what he said is told directly."""
    assert stem in asked(sentence)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The Orpheum in Bristol sold 163,000 tickets last summer.",
            "How many tickets did the Orpheum in Bristol sell in the summer of 2023?",
        ),
        (
            "France has recorded 37 fires this spring.",
            "Which country recorded 37 fires in the spring of 2024?",
        ),
        (
            "Lund Resources paid the Riga Opera £900,000 last autumn.",
            "Which company paid the Riga Opera £900,000 in the autumn of 2023?",
        ),
    ],
)
def test_a_season_has_its_year(sentence: str, stem: str) -> None:
    """The article is of June 2024."""
    assert stem in asked(sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Orpheum in Bristol sold 163,000 tickets last season.", "How many tickets"),
        ("The Orpheum in Bristol sold 163,000 tickets last winter.", "How many tickets"),
        ("Prices in Latvia had fallen by 3 percent by September.", "by September 2024"),
        ("In Riga, Ana Lund paid £900,000.", "pay?"),
    ],
)
def test_a_time_that_is_not_sure_is_not_asked(sentence: str, words: str) -> None:
    """Last season and last winter lie in two years; what had been by September is past."""
    assert [stem for stem in asked(sentence) if words in stem] == []


def test_a_headline_is_not_cut_before_what_is_ordered() -> None:
    """A court orders a mine to do something, which is the main thing of the headline."""
    text = (
        "A court in Chile ordered the Pardo mine on Monday to restore a wetland. "
        "Rosa Cruz, who runs the Pardo mine, said nothing. The Pardo mine employs 900 people."
    )
    title = "Chilean court orders copper mine to restore wetland after ten years"
    found = propose(Article(text, title, PartialDate(2025, 6, 3)))
    assert any("restore wetland”" in c.question.prompt for c in found)
    assert not any("copper mine”" in c.question.prompt for c in found)
