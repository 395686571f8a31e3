"""Who and what an article speaks of: where names end, what they name, which mean one thing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.article import Article
from quizapp.generate.entity import Entities
from quizapp.generate.ground import ground_of

_KINDS = (
    ("The developer Martin Sallow built the flats.", "Martin Sallow", "person"),
    ("Power lay unused until Ólafur Ragnar Grímsson invoked it in 2004.", "Ólafur Ragnar Grímsson",
     "person"),
    ("The ring was found by a farmer, Eino Salmela, in 1931.", "Eino Salmela", "person"),
    ("His lawyer, Liis Mägi, denied the charge.", "Liis Mägi", "person"),
    ("The captain, Toomas Kallaste, 51, was arrested.", "Toomas Kallaste", "person"),
    ("Judge Miriam Okafor told him to sit down.", "Miriam Okafor", "person"),
    ("Detective Superintendent Sari Koivisto leads the inquiry.", "Sari Koivisto", "person"),
    ("Defending, Simon Latchford KC said that it was over.", "Simon Latchford", "person"),
    ("There he met the singer Sting.", "Sting", "person"),
    ("They lost money when the bank Landsbanki collapsed.", "Landsbanki", "organisation"),
    ("She helped to found Audur Capital, an investment firm.", "Audur Capital", "organisation"),
    ("It was built by the toymaker Tomy.", "Tomy", "organisation"),
    ("A security company called Varma-Vahti heard the alarm.", "Varma-Vahti", "organisation"),
    ("His company, Sallow Coastal Homes, was fined.", "Sallow Coastal Homes", "organisation"),
    ("Detectives from Devon and Cornwall Police found the page.", "Devon and Cornwall Police",
     "organisation"),
    ("He was fined by Aberdeen Sheriff Court.", "Aberdeen Sheriff Court", "organisation"),
    ("The nationalist party Independent Greeks opposes it.", "Independent Greeks", "organisation"),
    ("Riot police fired tear gas near the village of Pisoderi, reporters said.", "Pisoderi",
     "place"),
    ("They flew to Haapsalu, a seaside town.", "Haapsalu", "place"),
    ("Nigeria withdrew its troops from the Bakassi peninsula.", "Bakassi", "place"),
    ("The Pope prayed in St. Peter's Square.", "St. Peter's Square", "place"),
    ("The ferry Saaremaa Star sank early in the morning.", "Saaremaa Star", "work"),
    ("It was launched on an H-IIA rocket.", "H-IIA", "work"),
    ("A telescope called XRISM flew with it.", "XRISM", "work"),
    ("It led to the Stockholm Agreement, a treaty on safety.", "Stockholm Agreement", "work"),
    ("It falls under the Constitutional Reform and Governance Act, lawyers say.",
     "Constitutional Reform and Governance Act", "work"),
    ("The worst was Hurricane Odalys in 2016.", "Hurricane Odalys", "event"),
    ("Lazar fell in the Battle of Kosovo in 1389.", "Battle of Kosovo", "event"),
    ("She became a strategist in London.", "London", "place"),
    ("He travelled to Paris and Berlin to speak.", "Berlin", "place"),
    ("Moscow said that it would not pay.", "Russia", "country"),
    ("South Sudan became a member in 2011.", "South Sudan", "country"),
    ("The Serbs rejected the plan.", "Serbs", "people"),
)  # fmt: skip


def entities(text: str) -> Entities:
    """The entities of a text without a headline."""
    return ground_of(Article(text)).entities


@pytest.mark.parametrize(("text", "name", "kind"), _KINDS)
def test_what_a_name_is_the_name_of(text: str, name: str, kind: str) -> None:
    """Tables, the name's own words and the words around it tell what is named."""
    found = {entity.name: str(entity.kind) for entity in entities(text).all}

    assert found.get(name) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The vote was held on Saturday in the capital.", "Saturday"),
        ("It closed in May and opened in June.", "May"),
        ("She takes office on Aug. 1 after a vote.", "Aug."),
        ("However, the council voted against it.", "However"),
        ("Detectives searched the house for two days.", "Detectives"),
        ("More than 60 people were hurt.", "More"),
        ("They stole 500 Celtic coins from a museum.", "Celtic"),
        ("The Kigali-based group counted the hotels.", "Kigali-based"),
    ],
)
def test_what_is_no_name(text: str, word: str) -> None:
    """Days, months, describing words and the first words of sentences name nobody."""
    assert entities(text).find(word) is None


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("Gareth Penrose took the money. Penrose denied it.", "Gareth Penrose", ["Penrose"]),
        ("Thomas Jordan spoke first. Mr. Jordan left early.", "Thomas Jordan", ["Jordan"]),
        ("The Maritime Safety Agency (MSA) came. It left.", "Maritime Safety Agency", ["MSA"]),
        ("Garfield Elementary School is shut. Parents met at Garfield Elementary on Monday.",
         "Garfield Elementary School", ["Garfield Elementary"]),
        ("The Serbian army left. Serbia paid.", "Serbia", ["Serbian", "Belgrade"]),
        ("Hurricane Odalys grew. Odalys then turned north.", "Hurricane Odalys", ["Odalys"]),
        ("President Luiz Inácio Lula da Silva agreed. Lula spoke in May.",
         "Luiz Inácio Lula da Silva", ["Lula"]),
    ],
)  # fmt: skip
def test_names_that_mean_one(text: str, name: str, others: list[str]) -> None:
    """A surname, an abbreviation, a short form or an adjective finds the one entity."""
    found = entities(text)

    assert [found.same(name, other) for other in others] == [True] * len(others)
    assert [entity.name for entity in found.all].count(name) == 1


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Martin Sallow was jailed. His company, Sallow Coastal Homes, was fined.",
         "Martin Sallow", "Sallow Coastal Homes"),
        ("Wexcombe District Council met. The Council of Europe wrote.",
         "Wexcombe District Council", "Council of Europe"),
        ("She lives in London. Britain paid.", "London", "Britain"),
        ("Joe Hill and Ann Hill came.", "Joe Hill", "Ann Hill"),
    ],
)  # fmt: skip
def test_names_that_mean_two(text: str, one: str, other: str) -> None:
    """Names that share a word are not one entity for that."""
    assert not entities(text).same(one, other)


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("Riot police came to the village of Pisoderi.", "Pisoderi", "village"),
        ("The ferry Saaremaa Star sank.", "Saaremaa Star", "ferry"),
        ("They lost it when the bank Landsbanki collapsed.", "Landsbanki", "bank"),
        ("He works for Nordlaev, a shipping company.", "Nordlaev", "company"),
    ],
)
def test_what_a_name_is_called(text: str, name: str, noun: str) -> None:
    """The noun that the article gives a name is kept, for a question to ask with."""
    found = entities(text).find(name)

    assert found is not None
    assert found.noun == noun


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Kadri Põder, who left, said she had found no faults.", "Kadri Põder", "f"),
        ("Sigrún Haraldsdóttir, a political scientist, agreed.", "Sigrún Haraldsdóttir", "f"),
        ("Mr. Zbqrk Wvtl denied it.", "Zbqrk Wvtl", "m"),
        ("Raoni Metuktire, a chief, spoke. He left.", "Raoni Metuktire", "m"),
    ],
)
def test_gender_of_a_person(text: str, name: str, gender: str) -> None:
    """Names, titles and pronouns tell a man from a woman."""
    found = entities(text).find(name)

    assert found is not None
    assert found.gender == gender


@pytest.mark.parametrize(
    ("text", "name", "the"),
    [
        ("He met the United Nations there.", "United Nations", True),
        ("The fine was paid by Sallow Coastal Homes in May.", "Sallow Coastal Homes", False),
        ("He lives on Zorbia.", "Zorbia", False),
    ],
)
def test_the_before_a_name(text: str, name: str, *, the: bool) -> None:
    """The article's own use tells whether a name takes "the"."""
    found = entities(text).find(name)

    assert found is not None
    assert found.the is the


def test_entity_at_an_offset() -> None:
    """An offset within a mention finds its entity, one outside finds none."""
    text = "Vjosa Osmani wrote to NATO in spring."
    found = entities(text)

    osmani, nato = found.at(text.index("Osmani")), found.at(text.index("NATO"))

    assert osmani is not None
    assert osmani.name == "Vjosa Osmani"
    assert nato is not None
    assert nato.name == "NATO"
    assert found.at(text.index("wrote")) is None
    assert found.at(len(text) + 1) is None


@given(st.text(st.sampled_from("AaBb .,'’-()“”12of and the Serbia Mr"), max_size=80))
def test_any_text_has_entities_in_it(text: str) -> None:
    """Whatever is written, mentions lie in the text, do not overlap, and are found again."""
    found = entities(f"Police said on Monday: {text}")
    spans = sorted(span for entity in found.all for span in entity.mentions)

    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(found.at(m.start) is e for e in found.all for m in e.mentions)
