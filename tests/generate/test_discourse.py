"""What "it", "her", "the company" and "the ship" mean where they stand."""

from __future__ import annotations

import pytest

from quizapp.generate.antecedents import introduced, loosely_meant, owner
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity
from quizapp.generate.ground import ground_of


def read(text: str, title: str = "") -> Discourse:
    """A text read through."""
    return Discourse(ground_of(Article(text, title)))


def place_of(discourse: Discourse, word: str) -> tuple[int, int]:
    """(sentence, token) of the last place where a word stands."""
    places = [
        (parse.sentence.index, i)
        for parse in discourse.parses
        for i, token in enumerate(parse.tokens)
        if token.low == word
    ]
    return places[-1]


def meant(text: str, word: str) -> str:
    """What the last such pronoun means: a name, words, or ""."""
    discourse = read(text)
    found = discourse.pronoun(*place_of(discourse, word))
    return found.name if isinstance(found, Entity) else found or ""


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ana Lund left. She was tired.", "she", "Ana Lund"),
        ("Ana Lund met Ole Berg. She left early.", "she", "Ana Lund"),
        ("Ole Berg met Jon Dahl. It rained. He left early.", "he", "Ole Berg"),
        ("A man and Ole Berg met. A fireman spoke. He left early.", "he", ""),
        ("Latvia joined in 2004. It left in 2020.", "it", "Latvia"),
        ("The Danube League met in Riga. Its members voted.", "its", "Danube League"),
        ("Ana Lund praised the people of Latvia for its schools.", "its", "Latvia"),
        ("It is clear that Latvia won.", "it", ""),
        ("Latvia sold a ship to Estonia. Ana Lund bought it.", "it", ""),
        (
            "The teachers in Latvia left. They asked for more pay.",
            "they",
            "the teachers in Latvia",
        ),
        ("Ana Lund saw them.", "them", ""),
        ("We left Latvia.", "we", ""),
    ],
)
def test_a_pronoun_means_the_one_thing_that_it_can(text: str, word: str, name: str) -> None:
    """The subject before it, of its own number and gender; nothing where two can be meant."""
    assert meant(text, word) == name


_FERRY = "The ferry Sveta Ana sank off Vis in 2022. The vessel was built in 1980."
_FIRM = (
    "Brennhall Ltd will close its works in Kassel. The city likes Brennhall. Workers at Brennhall "
    "met. The company will build a hall in Lodz."
)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        (_FERRY, "vessel", "the Sveta Ana"),
        (_FIRM, "company", "Brennhall Ltd"),
        ("The Lund Museum was robbed. The museum opened in 1904.", "museum", "the Lund Museum"),
        ("Riga is a city in Latvia. Latvia grew. The country voted.", "country", "Latvia"),
        ("The Danube League met. The Amber League met. The league voted.", "league", ""),
        ("The Harbor Bridge opened. The old bridge was shut.", "bridge", ""),
    ],
)
def test_a_noun_means_what_is_called_so(text: str, noun: str, name: str) -> None:
    """One thing of that kind, or one that is called so; else nothing."""
    discourse = read(text)
    index, i = place_of(discourse, noun)
    phrase = next(p for p in discourse.parses[index].phrases if p.head == i)
    assert (discourse.definite(index, phrase, frozenset()) or "") == name


@pytest.mark.parametrize(
    ("sentence", "word", "noun"),
    [
        ("Workers gave up part of their pay.", "their", "workers"),
        ("Patients die before they see a doctor.", "they", "patients"),
        ("The bridge fell days after it had been opened.", "it", "bridge"),
        ("A river drove people from their homes.", "their", "people"),
        ("The bank raised its rate.", "its", "bank"),
        ("The nurse sold her car.", "her", "nurse"),
        ("The nurse sold its car.", "its", ""),
        ("Latvia raised its rate.", "its", ""),
        ("Workers told drivers about their pay.", "their", ""),
    ],
)
def test_a_pronoun_is_left_to_the_noun_in_its_clause(sentence: str, word: str, noun: str) -> None:
    """A noun without a name that stands in the question too."""
    discourse = read(sentence)
    index, i = place_of(discourse, word)
    found = owner(discourse, index, i)
    assert ("" if found is None else discourse.parses[index].low(found)) == noun


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A former mayor was jailed on Friday. Ole Berg, 58, sold votes.", "Ole Berg"),
        ("A former mayor was jailed on Friday. Ole Berg wept.", ""),
        ("A former mayor was jailed with Jon Dahl. Ole Berg, 58, sold votes.", ""),
        ("The mayor was jailed on Friday. Ole Berg, 58, sold votes.", ""),
        ("A bridge was shut on Friday. Ole Berg, 58, built it.", ""),
    ],
)
def test_who_a_man_of_the_first_sentence_is(text: str, name: str) -> None:
    """The one named at once behind it, with an age; nobody where the sentence has a name."""
    discourse = read(text)
    parse = discourse.parses[0]
    found = introduced(discourse, 0, parse.chunk(parse.phrases[0], wide=False))
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thieves in Turku\n\nThe ring lay in a case. It weighs 412 grams.", "the ring"),
        ("Thieves in Turku\n\nA gold ring was found. It weighs 412 grams.", "the gold ring"),
        ("Thieves in Turku\n\nThe idea was good. It won.", ""),
        ("Thieves in Turku\n\nRings were found. It weighs 412 grams.", ""),
    ],
)
def test_it_without_a_name(text: str, words: str) -> None:
    """Beside the scene of the article a plain noun is enough; an idea is none."""
    discourse = read(text, "Thieves in Turku")
    assert (loosely_meant(discourse, *place_of(discourse, "it")) or "") == words
