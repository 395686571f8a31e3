"""Questions and decks held against each other: ids, repetitions, questions that answer another."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import HEAD, checked, checked_together, numbers

OTHER = HEAD.replace('"d"', '"other"')


def q(prompt: str, answer: str, more: str = "") -> str:
    """A short question."""
    return f'[[question]]\n{more}prompt = "{prompt}"\nanswer = "{answer}"\n\n'


PAIRS = [
    (
        q("What is the capital of Kosovo?", "Pristina"),
        "Which city is the capital of Kosovo?",
        "E312",
    ),
    (
        q("Who painted the Night Watch?", "Rembrandt"),
        "By whom was the Night Watch painted?",
        "E312",
    ),
    (q("Who painted the Night Watch?", "Rembrandt"), "Who painted the Jewish Bride?", ""),
    (q("Who won the cup in 1974?", "Germany"), "Who won the cup in 1990?", ""),
    (q("Who wrote Emma?", "Jane Austen"), "Who wrote Persuasion?", ""),
    (q("What is the capital of Kosovo?", "Pristina"), "What is the largest city of Kosovo?", ""),
    (q("Which acid is in vinegar?", "acetic acid"), "Which acid turns wine sour?", ""),
]


@pytest.mark.parametrize(("first", "prompt", "raises"), PAIRS)
def test_two_questions_with_one_answer(
    tmp_path: Path, first: str, prompt: str, raises: str
) -> None:
    """They repeat each other only where they say the same; the later one is told."""
    answer = first.partition('answer = "')[2].partition('"')[0]
    found = checked(tmp_path, HEAD + first + q(prompt, answer))
    assert numbers(found) == set(raises.split())
    assert all(f.line > 9 for f in found if f.code.number == "E312")


@pytest.mark.parametrize(
    ("first", "second", "raises"),
    [
        (
            q("Which river flows through Belgrade into the Danube?", "Sava"),
            q("Into which river does the Sava flow at Belgrade?", "Danube"),
            "E311",
        ),
        (
            q("Which country has the capital Oslo?", "Norway"),
            q("What is the capital of Norway?", "Oslo"),
            "E311",
        ),
        (
            q("Which metal did Humphry Davy isolate in 1807 from potash?", "potassium"),
            q("Who isolated the metal potassium in 1807 from potash?", "Humphry Davy"),
            "E311",
        ),
        (
            q("Which element has the symbol Fe?", "iron"),
            q("Which metal is the main part of steel?", "iron"),
            "",
        ),
        (
            q("Who composed the opera Fidelio?", "Beethoven"),
            q("In which city was Beethoven born?", "Bonn"),
            "",
        ),
        (
            '[[question]]\nkind = "true-false"\nprompt = "Whales are mammals."\nanswer = true\n',
            '[[question]]\nkind = "true-false"\nprompt = "Bats are mammals."\nanswer = true\n',
            "",
        ),
    ],
)
def test_two_questions_with_two_answers(
    tmp_path: Path, first: str, second: str, raises: str
) -> None:
    """They answer each other only where one states what the other asks."""
    assert numbers(checked(tmp_path, HEAD + first + second)) == set(raises.split())


ID = 'id = "k7f3q2m4xd"\n'


@pytest.mark.parametrize(
    ("one", "other", "raises"),
    [
        (HEAD + q("Why?", "so", ID), OTHER + q("How?", "thus", ID), "E138"),
        (HEAD + q("Why?", "so"), HEAD + q("How?", "thus"), "E139"),
        (HEAD + q("Why?", "so"), OTHER + q("How?", "thus"), ""),
        (
            HEAD + q("Who painted the Night Watch?", "Rembrandt"),
            OTHER + q("Who painted “The Night Watch”?", "Rembrandt"),
            "E313",
        ),
        (
            HEAD + q("Which river flows through Belgrade into the Danube?", "Sava"),
            OTHER + q("Into which river does the Sava flow at Belgrade?", "Danube"),
            "",
        ),
        (
            HEAD + q("Who painted the Night Watch?", "Rembrandt"),
            OTHER.replace("[deck]", '[deck]\nlanguage = "nl"')
            + q("Who painted the Night Watch?", "Rembrandt"),
            "",
        ),
        (HEAD + q("Why?", "so"), "this is no TOML", "E104"),
    ],
)
def test_two_decks(tmp_path: Path, one: str, other: str, raises: str) -> None:
    """The second of them is told."""
    found = checked_together(tmp_path, {"one.toml": one, "other.toml": other})
    assert numbers(found) == set(raises.split())


def test_an_id_in_a_third_deck_names_the_first(tmp_path: Path) -> None:
    """And each later deck has its own finding."""
    texts = {
        f"{n}.toml": HEAD.replace('"d"', f'"d{n}"') + q(f"Why {n}?", f"so {n}", ID)
        for n in range(3)
    }
    found = [f for f in checked_together(tmp_path, texts) if f.code.number == "E138"]
    assert [dict(f.facts)["path"].rsplit("/", 1)[1] for f in found] == ["0.toml", "0.toml"]
