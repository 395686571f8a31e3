"""Twenty questions as teachers spoil them, the flaw written above each: nineteen are told."""

from __future__ import annotations

from pathlib import Path

from deck_desk import TODAY

from quizapp.check.checking import check_deck
from quizapp.content.deck_file import read

PATH = Path(__file__).parent / "flawed" / "twenty.toml"
FLAWS = (
    *("E314", "E314", "E314", "E314", "", "E316", "E310", "E314", "E301", "E303"),
    *("E308", "E309", "E401", "E306", "E206", "E207", "E205", "E315", "E404", "E312"),
)
"""The code of each flaw, in order. Of "taught her Latin" no rule can tell whose Latin is meant."""
BESIDE = {"faaaaaaad3": {"E401"}}
"""What is true of a question besides the flaw that it was written for."""


def test_the_flaw_of_each_is_told_and_nothing_else() -> None:
    """One miss in twenty, and no false alarm."""
    found = read(PATH, today=TODAY)
    assert found.deck is not None
    told = check_deck(found, PATH.read_text(encoding="utf-8"), today=TODAY)
    said = [
        {f.code.number for f in told if f.question == question.id}
        - BESIDE.get(str(question.id), set())
        for question in found.deck.questions
    ]
    assert said == [{flaw} - {""} for flaw in FLAWS]
