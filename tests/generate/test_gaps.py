"""Which words of a sentence can be left out for a student to fill in."""

from __future__ import annotations

import pytest

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.discourse import Discourse
from quizapp.generate.facts.gaps import gaps_of
from quizapp.generate.facts.statements import statements
from quizapp.generate.ground import ground_of

_TITLE = "Norwich council saves its theatre"
_OPENING = (
    "Norwich city council voted on Monday to buy the Maddermarket Theatre. "
    "Ellen Marsh, who chairs the council, said that the house was worth it.\n\n"
    "The town has three other stages. "
)


def _discourse(sentence: str) -> Discourse:
    return Discourse(ground_of(Article(_OPENING + sentence, _TITLE, PartialDate(2025, 6, 3))))


def _gaps(sentence: str) -> list[str]:
    """The words that the last sentence could leave out."""
    discourse = _discourse(sentence)
    last = list(discourse.prose)[-1].index
    parse = discourse.parses[last]
    return [
        discourse.words(last, gap.first, gap.end)
        for clause in parse.clauses
        for gap in gaps_of(discourse, last, parse, clause)
    ]


def _stated(sentence: str) -> list[str]:
    """The last sentence's statements, each with its gap."""
    discourse = _discourse(sentence)
    last = list(discourse.prose)[-1].index
    return [s.text for s in statements(discourse) if s.sentence == last]


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("The Maddermarket Theatre will be closed for 14 months.", "14"),
        ("The Maddermarket Theatre lies 12 kilometres from the sea.", "12"),
        ("The Maddermarket Theatre sold 9,400 tickets.", "9,400"),
        ("Sales at the Maddermarket Theatre rose by about 6%.", "6"),
        ("The Maddermarket Theatre must find a third of the sum itself.", "a third"),
        ("The plan was carried by nine votes to six.", "nine votes to six"),
        ("The Maddermarket Theatre costs the town £640,000 a year.", "£640,000"),
        ("The Maddermarket Theatre will reopen on 12 October.", "12 October"),
        ("The Maddermarket Theatre burned down in May 1921.", "May 1921"),
        ("The Maddermarket Theatre burned down in 1921.", "1921"),
        ("The roof of the Maddermarket Theatre is made of copper.", "copper"),
        ("The play was seen by Arthur Pell.", "Arthur Pell"),
        ("The purchase was allowed by the Theatres Act of 1968.", "1968"),
    ],
)
def test_it_can_be_left_out(sentence: str, gap: str) -> None:
    """Numbers without hedge and unit, sums, fractions, votes and dates whole, stuff, names."""
    assert gap in _gaps(sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Maddermarket Theatre will play in July and August.", "August"),
        ("The Maddermarket Theatre opens at 7 p.m. each evening.", "7"),
        ("The Maddermarket Theatre has one door.", "one"),
        ("The Maddermarket Theatre closes for 10 to 12 weeks a year.", "12"),
        ("The Maddermarket Theatre will reopen on Thursday.", "Thursday"),
        ("The play was seen by Arthur Pell and Ida Moss.", "Arthur Pell"),
        ("The Maddermarket Theatre was not sold to Arthur Pell.", "Arthur Pell"),
        ("The Maddermarket Theatre was lit by its friends.", "friends"),
        ("The Maddermarket Theatre was saved at a meeting.", "meeting"),
    ],
)
def test_it_cannot_be_left_out(sentence: str, words: str) -> None:
    """No half of a list, no time of day, no day of a week, nothing that is everywhere."""
    assert words not in _gaps(sentence)


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The Maddermarket Theatre may be leased for 30 years.", "{{30}} years"),
        ("The Maddermarket Theatre must be leased for 30 years.", "{{30}} years"),
        (
            "The Maddermarket Theatre will reopen once five of the eight banks have checked it.",
            "once {{five}} of the eight banks have checked it",
        ),
        (
            "The purchase was allowed by the Theatres Act of 1968.",
            "{{1968}}",
        ),
        ("The Maddermarket Theatre would have cost 30 million pounds.", "{{30 million}} pounds"),
    ],
)
def test_what_is_stated(sentence: str, stated: str) -> None:
    """What may, must or would be is a statement too."""
    assert any(stated in text for text in _stated(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Maddermarket Theatre might be leased for 30 years.",
        "The Maddermarket Theatre could be leased for 30 years.",
        "Those who came were 14 boys.",
        "Using 14 pumps was dear.",
        "Ellen Marsh told the 30 members that the roof leaked.",
    ],
)
def test_what_is_not_stated(sentence: str) -> None:
    """Nothing that only perhaps holds, and nothing whose subject names nobody."""
    assert not [text for text in _stated(sentence) if "{{14}}" in text or "{{30}}" in text]
