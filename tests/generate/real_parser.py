"""The parser beside the rules with spaCy itself; only `./run test --spacy` collects this file."""

from __future__ import annotations

import pytest
from recorded_parses import NAMES, article_of, recorded_reader

from quizapp.generate.article import Article
from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose
from quizapp.generate.ground import ground_of
from quizapp.generate.parser_spacy import Reader, spacy_reader

ODD = (
    "",
    " ",
    "…",
    "“ ” ‘ ’ ' \" ` ``",
    "🙂🙂 café a\u0301 \u200b \u00a0 \u202e مرحبا بكم.",
    "ALL CAPITALS WENT TO PARIS ON MONDAY AND STAYED.",
    "1,2,3 $$$ {{ }} %% -- --- 99999999999999999999999.",
    "don’t can't U.S.'s states' rock'n'roll e.g. 3.5-litre it’s.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The parser spaCy with the first model that is installed."""
    return spacy_reader()


@pytest.mark.parametrize("name", NAMES)
def test_recorded_readings_are_still_those_of_spacy(name: str, reader: Reader) -> None:
    """Of twenty words the parts of speech of nineteen or more are those that were recorded."""
    recorded = recorded_reader(name)
    same = every = 0
    for sentence in ground_of(article_of(name)).sentences:
        words = [token.text for token in sentence.tokens]
        pairs = list(zip(recorded(words), reader(words), strict=True))
        same += sum(one[0] == other[0] for one, other in pairs)
        every += len(pairs)
    assert same * 20 >= every * 19


@pytest.mark.parametrize("name", NAMES)
def test_it_adds_to_the_rules_and_quotes_verbatim(name: str, reader: Reader) -> None:
    """Every question of the rules stays in its light, and each quote stands at its place once."""
    article = article_of(name)
    alone = {c.question: c.light for c in propose(article)}
    both = propose(article, reader)
    assert alone.items() <= {c.question: c.light for c in both}.items()
    for candidate in both:
        evidence = candidate.question.evidence
        assert evidence is not None
        assert candidate.span.of(article.text) == evidence.quote
        assert article.text.count(evidence.quote) == 1


def test_it_finds_what_the_rules_miss(reader: Reader) -> None:
    """Some question that passes all checks is asked only with it."""
    added = 0
    for name in NAMES:
        article = article_of(name)
        alone = {c.question for c in propose(article)}
        both = propose(article, reader)
        assert both == propose(article, reader)
        added += sum(c.light is Light.GREEN and c.question not in alone for c in both)
    assert added > 0


@pytest.mark.parametrize("text", ODD)
def test_odd_words_are_read(text: str, reader: Reader) -> None:
    """Signs, foreign letters and nothing at all get one reading for each word."""
    article = Article(text)
    for sentence in ground_of(article).sentences:
        words = [token.text for token in sentence.tokens]
        assert len(reader(words)) == len(words)
    assert isinstance(propose(article, reader), tuple)
