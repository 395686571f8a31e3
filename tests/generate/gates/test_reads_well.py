"""A question must read like a sentence, and its answer must not stop too early."""

from __future__ import annotations

import pytest

from quizapp.content.question import Cloze, Evidence, PartialDate, Question, Short
from quizapp.generate.article import Article
from quizapp.generate.candidate import SOURCE, Finding
from quizapp.generate.gates.judging import judge
from quizapp.generate.ground import ground_of
from quizapp.words.gates import describe

TEXT = """\
Business leaders in Riga accused Ilze Kalnina of leaning on the port a few weeks before a vote. \
Courses will be held in July and in August in groups of no more than 12. The bloc has taken more \
than 40 seats. Marek Lund has led the union since 2017.
"""
GROUND = ground_of(Article(TEXT, "Riga port strike ends", PartialDate(2025, 5, 6)))


def _held(prompt: str, answer: str = "Riga") -> list[Finding]:
    body = (
        Cloze(prompt) if "{{" in prompt else Short(prompt, answer)
    )  # a statement has its gap in itself
    question = Question(
        "aaaaaaaaaa", body, evidence=Evidence(SOURCE, TEXT.split(". ", maxsplit=1)[0])
    )
    return list(judge(question, GROUND, only=("reads-well",)))


@pytest.mark.parametrize(
    ("prompt", "answer", "code"),
    [
        ("What did Marek Lund lead since 2017?", "the union", "garbled"),
        ("Who did the party fight since 2019?", "the union", "garbled"),
        (
            "In which month will courses be held and in groups of no more than 12?",
            "July",
            "garbled",
        ),
        ("Where were two men seen and in which street?", "Riga", "garbled"),
        ("Which party joined the Lund party and by one Liberal?", "Greens", "garbled"),
        ("Themselves showed that of {{8,460}} people few were wanted.", "", "garbled"),
        ("Thursday gives the ports of {{Riga}} new rights.", "", "garbled"),
        ("July binds the ports of {{Riga}}.", "", "garbled"),
        ("Some {{41,000}} voters may take part in the election due.", "", "garbled"),
        ("How many seats does the bloc remain short of a majority?", "four", "garbled"),
        ("What were the leaders accused of?", "leaning on the port a few weeks", "cut-answer"),
    ],
)
def test_it_is_caught(prompt: str, answer: str, code: str) -> None:
    """Half lists, days that act, and answers that the article goes on with."""
    found = _held(prompt, answer)
    assert [finding.code for finding in found] == [code]
    assert all(describe(finding) for finding in found)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("What has Marek Lund led since 2017?", "the union"),
        ("When did Marek Lund begin to lead the union?", "2017"),
        ("In which two months will courses be held?", "July"),
        ("What was held and won in Riga?", "a vote"),
        ("Which party was joined both by the Greens and by one Liberal?", "Lund"),
        ("On Thursday the ports of {{Riga}} were given new rights.", ""),
        ("Thursday is the day on which {{Riga}} votes.", ""),
        ("July 2025 saw a strike in {{Riga}}.", ""),
        ("Some {{41,000}} voters may take part in the election that is due.", ""),
        ("How many seats short of a majority does the bloc remain?", "four"),
        ("What were the leaders accused of?", "leaning on the port"),
        ("How long does the strike last?", "five weeks"),
    ],
)
def test_it_is_let_go(prompt: str, answer: str) -> None:
    """The same, put as one would say it."""
    assert not _held(prompt, answer)
