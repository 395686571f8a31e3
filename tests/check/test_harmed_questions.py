"""A question that cannot be asked for its errors is judged as far as it can be, and no further."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import HEAD, PICTURE, checked

from quizapp.content.deck_file import read_as

BLOCK = "[[question]]\n"
ID = 'id = "k7f3q2m4xd"\n'
ICE = 'prompt = "Why does ice float on water?"\n'
HE = 'prompt = "What did he write in 1867?"\n'
SEINE = 'prompt = "Which river flows through Paris, the Seine?"\nanswer = "Seine"\n'


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # Its id is missing, whatever else is wrong.
        (ICE, "E112 E136"),
        ('kind = "numbr"\nprompt = "?"\n', "E121 E136"),
        ('answer = "A"\n', "E112 E136"),
        (f'{ICE}answer = "A"\nhnt = "x"\n', "E110 E136"),
        (f'id = "x"\n{ICE}answer = "A"\nwrong = 5\n', "E114 E118"),
        # Its prompt can be judged alone.
        (ID + HE, "E112 E310"),
        (f"{ID}{HE}answer = 5\n", "E114 E310"),
        (f'{ID}kind = "number"\nprompt = "How many did he see?"\nanswer = nan\n', "E125 E310"),
        (f'{ID}kind = "number"\n{ICE}answer = 1e999\n', "E125"),
        (f'{ID}prompt = "Which of these is NOT red?"\nwrong = ["a", "b"]\n', "E112 E309"),
        (f'{ID}prompt = 5\nanswer = "A"\nhint = "A"\n', "E114"),
        # What has no error is judged by its own rules.
        (f'{ID}{SEINE}wrong = ["Seine", "Loire"]\n', "E303"),
        (f'{ID}{SEINE}hnt = "x"\n', "E110 E301"),
        (f'{ID}{ICE}answer = "light"\nhint = "It is light."\nhnt = "x"\n', "E110 E315"),
        (f'{ID}{ICE}answer = "Aa"\naccept = ["aa"]\nreview_by = "soon"\n', "E123 E504"),
        (f'{ID}{ICE}answer = "A"\nwrong = ["B", "b", "B"]\n', "E116"),
        (f'{ID}{ICE}answer = "A"\nwrong = ["B", "b"]\nhnt = 1\n', "E110 E305"),
        # What hangs on what is wrong is not judged.
        (f'{ID}prompt = "Who is the pope of Rome?"\nanswer = "Leo Prevost"\nas_of = 1\n', "E114"),
        (f'{ID}prompt = "Whose is this flag?"\nanswer = "A"\nimage = "no.png"\n', "E601 E603"),
        (f'{ID}prompt = "What is on this map?"\nanswer = "A"\nimage = "flag.png"\n', "E603"),
        (
            f'{ID}kind = "number"\nprompt = "How many?"\nanswer = 5\ntolerance = "x"\n',
            "E126",
        ),
        (
            f'{ID}{ICE}answer = "A"\n[question.evidence]\nsource = "x"\nquote = "y"\n',
            "E208",
        ),
    ],
)
def test_what_is_told_of_a_question_with_errors(tmp_path: Path, lines: str, found: str) -> None:
    """Its errors, and what holds whatever they should say."""
    (tmp_path / "flag.png").write_bytes(PICTURE)
    told = checked(tmp_path, HEAD + BLOCK + lines)
    assert " ".join(sorted({finding.code.number for finding in told})) == found


def test_a_copied_block_is_told_once(tmp_path: Path) -> None:
    """One id on two lines, each the line of the id."""
    block = f'{BLOCK}# mine\n{ICE}answer = "it is light"\n{ID}'
    found = checked(tmp_path, HEAD + block + block)
    told = [(f.line, f.column, f.code.number) for f in found]
    assert told == [(16, 1, "E119")]
    facts = dict(found[0].facts)
    assert (facts["first"], facts["second"]) == ("11", "16")


def test_nothing_more_is_asked_for_it() -> None:
    """To be judged does not mean to be asked."""
    deck = read_as(Path("deck.toml"), HEAD + BLOCK + ID + HE).deck
    assert deck is not None
    assert deck.questions == ()
