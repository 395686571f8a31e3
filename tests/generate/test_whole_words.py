"""What a clause needs goes with it: no question stops before the words that say of what."""

from __future__ import annotations

import pytest
from asked import asked

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.engine import propose
from quizapp.generate.entity import EntityKind
from quizapp.generate.ground import ground_of

_MONDAY = PartialDate(2024, 6, 3)


def _prompts(text: str, title: str) -> list[str]:
    return [c.question.prompt for c in propose(Article(text, title, _MONDAY))]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Denholm council expects to spend a further £47m on completing them.",
            "spend a further {{£47m}}.",
        ),
        (
            (
                "Norway vetoed a resolution on Friday that would have extended a fishing ban "
                "from the Lofoten islands to the whole of the Barents Sea, ending months of talks."
            ),
            "ban from the Lofoten islands",
        ),
        (
            "The working week at the Norsal plant will be reduced from 44 hours to 40 in June.",
            "from {{44}} hours to 40.",
        ),
    ],
)
def test_what_hangs_is_not_cut_off(text: str, cut: str) -> None:
    """Where the rest cannot be said, nothing shorter is."""
    assert not [prompt for prompt in _prompts(text, "Denholm news") if cut in prompt]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Norsal opened a salmon plant at Calbuco in 2016 after they had agreed to it.",
            "at Calbuco",
        ),
        ("The Norsal company dismissed 40 workers in 2019 because it feared for them.", "2019"),
    ],
)
def test_what_is_free_may_go(text: str, question: str) -> None:
    """When, after what and why it was can be left out."""
    assert [stem for stem in asked(text) if question in stem]


@pytest.mark.parametrize(
    "text",
    [
        "The European Union has an arms embargo on Sudan, first imposed in 1994, and it stands.",
        "The European Union keeps a tariff on steel, originally imposed in 2018, and it stands.",
        "The European Union runs a fund for miners, last changed in 2020, and it stands.",
    ],
)
def test_what_was_done_to_a_thing_is_nobodys_deed(text: str) -> None:
    """Behind a comma and an adverb stands a participle."""
    assert not [stem for stem in asked(text) if "imposed" in stem or "changed" in stem]


@pytest.mark.parametrize("firm", ["Tolland & Reeve", "Marsh & Sons", "Kern & Rohner"])
def test_an_aside_behind_a_report_tells_of_the_report(firm: str) -> None:
    """A firm is not published, and both its names are one."""
    stems = asked(f"A report by the engineers {firm}, published in May, found cracks in 40 piers.")
    assert not [stem for stem in stems if "published" in stem and "report" not in stem]
    assert not [stem for stem in stems if firm.split(" & ")[1] in stem and firm not in stem]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "The developer, Larkmoor Living, collapsed in May. Larkmoor owed £3m.",
            "Larkmoor Living",
        ),
        ("Work stopped when Brandal Homes, the developer, ran out of money.", "Brandal Homes"),
        ("The operator, Corvus Energy, said that it would pay.", "Corvus Energy"),
    ],
)
def test_a_developer_with_a_common_word_for_a_name_is_a_firm(text: str, firm: str) -> None:
    """It is no wrong option where a person is asked for."""
    entity = ground_of(Article(text, published=_MONDAY)).entities.find(firm)
    assert entity is not None
    assert entity.kind is EntityKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The developer, Peter Marsh, bought the mill in May.", "Peter Marsh"),
        ("Anna Field, the owner, sold the shop.", "Anna Field"),
        ("The publisher, James Reed, said that he would pay.", "James Reed"),
    ],
)
def test_a_developer_with_a_given_name_is_a_person(text: str, person: str) -> None:
    """Even where the other name is a common word."""
    entity = ground_of(Article(text, published=_MONDAY)).entities.find(person)
    assert entity is not None
    assert entity.kind is EntityKind.PERSON


@pytest.mark.parametrize(
    "noun", ["centre", "mountains", "crew", "amendment", "borders", "metal", "district"]
)
def test_no_gap_for_a_noun_that_many_would_fill(noun: str) -> None:
    """Only a substance, an animal, a compound or a part is one thing."""
    prompts = _prompts(
        f"The Arlen court ruled on the {noun} of the old valley on Friday.", "Arlen"
    )
    assert not [prompt for prompt in prompts if f"{{{{{noun}}}}}" in prompt]


@pytest.mark.parametrize(
    "text",
    [
        "Families live in hotels in Leeds, for which the Leeds council paid £26m last year.",
        "Norsal runs a fund for miners, from which the firm paid €3m in 2019.",
        "There is a bridge at Halden, to which Norsal added 40 lamps in 2020.",
    ],
)
def test_what_a_relative_hangs_on_is_not_left_out(text: str) -> None:
    """Paid for what, from what, added to what?"""
    assert not [stem for stem in asked(text) if "paid" in stem or "pay" in stem or "add" in stem]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Halla Lund will be sworn in on 12 August 2024.", "was Halla Lund to be"),
        ("The shops of Halden will open on 1 July 2024.", "were the shops"),
        ("Halden will close the Mill Bridge in 2035.", "will Halden close"),
    ],
)
def test_what_was_to_come_is_past_when_it_is_asked(text: str, question: str) -> None:
    """A day soon after the article is behind the student; a far year is before her."""
    assert [stem for stem in asked(text) if question in stem]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Russia's envoy, Sergei Baranov, voted.", False),
        ("The ambassador of Haiti, Marie Célestin, voted.", False),
        ("Haiti's president, Marie Célestin, voted.", True),
    ],
)
def test_who_is_sent_is_sent_to_somebody(text: str, *, asks: bool) -> None:
    """An envoy of a country may be its envoy to anywhere."""
    found = [stem for stem in asked(text) if stem.startswith(("Who was", "Which office"))]
    assert bool(found) is asks


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Of the 2,340 members of Norsal, 71% were in favour of a strike.",
            "What percentage of the 2,340 members of Norsal were in favour of a strike?",
            "71%",
        ),
        (
            "Of the 61 victims of the Lodal avalanche, 11 were children.",
            "How many of the 61 victims of the Lodal avalanche were children?",
            "11",
        ),
        (
            "The Norsal union won a pay rise of 6.5% from the port of Halden.",
            "How large a pay rise did the Norsal union win from the port of Halden?",
            "6.5%",
        ),
        (
            "The Norsal union had demanded a rise of 12%.",
            "How large a rise had the Norsal union demanded?",
            "12%",
        ),
        (
            "Each farmer in Latvia will lose 40 sheep.",
            "How many sheep will each farmer in Latvia lose?",
            "40",
        ),
    ],
)
def test_how_large_and_of_how_many(text: str, question: str, answer: str) -> None:
    """A change by some percent, and a number of those named in front."""
    assert asked(text).get(question) == (answer,)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A plant for recycling batteries was opened in Hai Phong.", "plant for recycling"),
        ("A study carried out last year by doctors in Hanoi found 40 cases.", "study carried out"),
        ("In Kenya, catches of perch have fallen by 46% since 2010.", "catches of perch"),
    ],
)
def test_a_subject_goes_with_what_hangs_on_it(text: str, subject: str) -> None:
    """No gerund behind a preposition acts, no participle is the verb, no noun is one."""
    parses = Discourse(ground_of(Article(text, published=_MONDAY))).parses
    said = {
        text[p.tokens[c.subject.first].start : p.tokens[c.subject.end - 1].end]
        for p in parses
        for c in p.clauses
        if c.subject
    }
    assert [words for words in said if subject in words]
