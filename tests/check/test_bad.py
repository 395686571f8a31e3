"""Twenty bad decks, and everything that is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import TODAY, UNNAMED

from quizapp.check.checking import check_deck
from quizapp.content.deck_file import read
from quizapp.words.checking import describe

FOLDER = Path(__file__).parent / "bad"
SAID = {
    "01-planets": "11 E303, 14 E301, 19 E310",
    "02-rivers": "10 E309, 12 E308, 18 E303, 22 E312",
    "03-kings": "12 E504, 16 E119, 19 E315",
    "04-news": "8 E401, 13 E404, 16 E401, 19 E402, 24 E403",
    "05-typing": "8 E112, 10 E110, 15 E114, 18 E121, 24 E113",
    "06-numbers": "11 E125, 17 E506, 22 E123, 28 E124, 32 E301",
    "07-gaps": "10 E130, 18 E131, 22 E130",
    "08-evidence": "12 E202, 19 E205, 23 E207, 35 E204, 43 E206, 49 E208, 57 E203",
    "09-pictures": "11 E601, 15 E607, 18 E603, 21 E601, 26 E604",
    "10-telling": "12 E306, 18 E307, 24 E307",
    "11-who": "9 E301, 9 E314, 13 E314, 17 E314, 21 E314",
    "12-twins": "13 E311, 17 E312, 23 E305",
    "13-accept": "11 E504, 23 E501, 28 E301, 30 E129, 30 E505",
    "14-order": "11 E115, 16 E128, 22 E127, 24 E112",
    "15-head": "3 E112, 4 E117, 5 E132, 6 E110, 11 E133, 14 E120",
    "16-broken": "7 E104",
    "17-notes": "0 E105",
    "18-allowed": "9 E140, 16 E141",
    "19-alone": "9 E310, 13 E310, 17 E310",
    "20-places": "12 E303, 17 E303, 22 E116, 23 E308",
}


def test_there_are_twenty() -> None:
    """Each with what is said of it."""
    assert [path.stem for path in sorted(FOLDER.glob("*.toml"))] == sorted(SAID)
    assert len(SAID) == 20


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_a_bad_deck(name: str) -> None:
    """On these lines, in these words; ids and labels are missing everywhere."""
    path = FOLDER / f"{name}.toml"
    found = check_deck(read(path, today=TODAY), path.read_text(encoding="utf-8"), today=TODAY)
    told = [f for f in found if f.code.number not in UNNAMED]
    assert ", ".join(f"{f.line} {f.code.number}" for f in told) == SAID[name]
    assert all(str(describe(finding)) for finding in told)
