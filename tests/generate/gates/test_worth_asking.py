"""A question must be worth asking: nothing on the lives of those who only stand by."""

from __future__ import annotations

import pytest

from quizapp.content.question import Evidence, PartialDate, Question, Short
from quizapp.generate.article import Article
from quizapp.generate.candidate import SOURCE, Finding
from quizapp.generate.gates.judging import judge
from quizapp.generate.ground import Ground, ground_of
from quizapp.words.gates import describe

TITLE = "Sculptor Vera Holm leaves her works to Tartu"
TEXT = """\
The sculptor Vera Holm, who lived on the island of Saaremaa, left all her works to Tartu.

The mayor, Juhan Kask, greeted her family at the station. "We are proud," said Liis Tamm, who \
teaches drawing at a school in Elva. Peeter Saar, 71, who lives alone beside the museum, said \
that he would visit it. Mart Rebane, the director of the museum, studied in Vilnius. Anu Pihlak, \
a shopkeeper who has three sons, wept as the statues were unloaded.
"""


def _ground() -> Ground:
    return ground_of(Article(TEXT, TITLE, PartialDate(2025, 5, 6)))


def _held(prompt: str, answer: str) -> list[Finding]:
    at = next(s for s in TEXT.split(". ") if answer in s)
    question = Question("aaaaaaaaaa", Short(prompt, answer), evidence=Evidence(SOURCE, at))
    return list(judge(question, _ground(), only=("worth-asking",)))


@pytest.mark.parametrize(
    ("prompt", "answer", "code"),
    [
        ("Who teaches drawing at a school in Elva?", "Liis Tamm", "bystander"),
        ("Who lives alone beside the museum in Tartu?", "Peeter Saar", "bystander"),
        ("How many sons does the shopkeeper Anu Pihlak have?", "three", "bystander"),
        ("Who wept as the statues of Vera Holm were unloaded?", "Anu Pihlak", "passing"),
        ("Who greeted the family of Vera Holm at the station?", "Juhan Kask", "passing"),
    ],
)
def test_what_a_bystander_does_is_held_back(prompt: str, answer: str, code: str) -> None:
    """Nobody needs to remember who was only quoted."""
    assert [finding.code for finding in _held(prompt, answer)] == [code]
    assert describe(_held(prompt, answer)[0])


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("On which island had Vera Holm lived?", "Saaremaa"),
        ("Who left all her works to Tartu?", "Vera Holm"),
        ("In which city did Mart Rebane, the director of the museum, study?", "Vilnius"),
        ("Which town did the sculptor Vera Holm leave her works to?", "Tartu"),
    ],
)
def test_whom_the_article_is_about_is_asked_about(prompt: str, answer: str) -> None:
    """A life matters of who stands in the headline or at the top, or holds an office."""
    assert _held(prompt, answer) == []
