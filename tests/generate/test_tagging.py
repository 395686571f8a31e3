"""Parts of speech: what each word of a sentence is, by its neighbours."""

from __future__ import annotations

import pytest

from quizapp.generate.language.sentences import sentences_of
from quizapp.generate.language.token import Token


def tags_of(sentence: str) -> list[Token]:
    """The tokens of one sentence, tagged."""
    return [token for found in sentences_of(sentence) for token in found.tokens]


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("The study was led by Ana Lund.", "study", "NN"),
        ("The channel could reach the shelf.", "channel", "NN"),
        ("They study the river in spring.", "study", "VBP"),
        ("The trust plans to build a pier.", "plans", "VBZ"),
        ("The plans were dropped in May.", "plans", "NNS"),
        ("They want more pay.", "want", "VBP"),
        ("Homes sold as holiday lets are dear.", "lets", "NNS"),
        ("Its chairman, Jens Lund, lost 12 ewes in March.", "lost", "VBD"),
        ("The lost ring was found.", "lost", "JJ VBN"),
        ("Guided walks at dusk are booked out.", "Guided", "VBN JJ"),
        ("Of the 84 claims made last year, 37 were refused.", "made", "VBN"),
        ("Farmers in Mali grow rice.", "grow", "VB VBP"),
        ("The farmers grow rice.", "grow", "VBP"),
        ("They did not want more pay.", "want", "VB"),
        ("The firm, which Latvia shares with Estonia, grew.", "shares", "VBZ"),
        ("A team from five countries estimates that the ice will melt.", "estimates", "VBZ"),
        ("Her bloc, made up of three parties, controls just 41 seats.", "made", "VBN"),
        ("Her bloc, made up of three parties, controls just 41 seats.", "controls", "VBZ"),
        ("Makers, led by the likes of Lund, now account for a fifth of sales.", "led", "VBN"),
        ("Makers, led by the likes of Lund, now account for a fifth of sales.", "account", "VBP"),
        ("The panel found there was no proof.", "there", "RB EX"),
        ("She will be sworn in on Monday.", "in", "RP"),
        ("The road was cut in at least 11 places.", "in", "IN"),
        ("Dealers were sitting on old stock.", "sitting", "VBG"),
        ("It cut its sales forecast for the year.", "forecast", "NN"),
        ("Lund, the minister, called the sale a good day.", "called", "VBD"),
        ("Lund, whose party lost, called the vote a farce.", "called", "VBD"),
        ("A village called Zenda was flooded.", "called", "VBN"),
        ("A bank must pay, a court in Riga ruled on Monday.", "ruled", "VBD"),
        ("It has to follow 10,000 vaccinated children.", "vaccinated", "VBN"),
        ("They account for a fifth and typically undercut their rivals.", "undercut", "VBP"),
        ("Troops deployed in Kosovo said little.", "deployed", "VBN"),
        ("The bridge has been closed since May.", "closed", "VBN"),
        ("They want to found a company.", "found", "VB"),
        ("Forty-one people were treated.", "Forty-one", "CD"),
        ("Salem al-Mabrouk left the museum.", "al-Mabrouk", "NNP"),
        ("The bill of US$5m was paid.", "US$", "$"),
        ("He said that Kosovo had won.", "that", "IN"),
        ("The Swiss voted in June.", "Swiss", "JJ NNP"),
    ],
)
def test_a_word_is_what_its_neighbours_make_it(sentence: str, word: str, tag: str) -> None:
    """Nouns that may be verbs, participles that may be the verb, small words."""
    found = [token.tag for token in tags_of(sentence) if token.text == word]
    assert found
    assert set(found) <= set(tag.split())


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("The women left.", "women", "woman"),
        ("The ships sank.", "sank", "sink"),
        ("It has risen again.", "risen", "rise"),
        ("Prices were higher.", "higher", "high"),
        ("The leaves fell.", "leaves", "leaf"),
        ("She leaves in May.", "leaves", "leave"),
    ],
)
def test_a_word_is_listed_by_its_lemma(sentence: str, word: str, lemma: str) -> None:
    """The tag decides between two lemmas."""
    assert [t.lemma for t in tags_of(sentence) if t.text == word] == [lemma]
