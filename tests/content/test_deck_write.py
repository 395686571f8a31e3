"""Writing a deck: what is written reads back, and reads the same on any day."""

from __future__ import annotations

import stat
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import IMAGE_BYTES, IMAGE_NAME, decks

from quizapp.content import deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.question import (
    Cloze,
    DateQuestion,
    Evidence,
    Form,
    ListQuestion,
    Number,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the image that drawn decks name."""
    path = tmp_path_factory.mktemp("decks")
    (path / IMAGE_NAME).write_bytes(IMAGE_BYTES)
    return path


@settings(max_examples=5000)
@given(deck=decks())
def test_what_is_written_reads_back_equal(deck: Deck, folder: Path) -> None:
    """Any deck reads back equal and without a fault, and is written byte-equal again."""
    path = folder / "deck.toml"
    written = deck_file.write_text(deck)
    path.write_bytes(written.encode())
    found = deck_file.read(path)
    assert found.faults == ()
    assert found.deck == deck
    assert deck_file.write_text(found.deck) == written


def test_blocks_and_keys_stand_in_the_order_of_the_format() -> None:
    """A short question with everything is written as the format shows it."""
    deck = Deck(
        "kosovo-nato",
        "Kosovo asks to join NATO",
        sources=(Source("letter", "A letter", published=PartialDate(2022, 3)),),
        questions=(
            Question(
                "k7f3q2m4xd",
                Short("Who wrote?", "Vjosa Osmani", ("Osmani",), ("A", "B"), (Form.TYPE,)),
                hint="a hint",
                tags=("people",),
                as_of=PartialDate(2022),
                evidence=Evidence("letter", "She\u00a0wrote."),
            ),
            Question("aaaaaaaaaa", TrueFalse("Is it so?", answer=False, correction="It is not.")),
        ),
    )
    assert deck_file.write_text(deck) == (
        """\
format = 1

[deck]
id = "kosovo-nato"
title = "Kosovo asks to join NATO"
language = "en"

[[source]]
id = "letter"
title = "A letter"
published = "2022-03"

[[question]]
id = "k7f3q2m4xd"
prompt = "Who wrote?"
answer = "Vjosa Osmani"
accept = ["Osmani"]
wrong = ["A", "B"]
forms = ["type"]
hint = "a hint"
tags = ["people"]
as_of = "2022"
[question.evidence]
source = "letter"
quote = "She\u00a0wrote."

[[question]]
id = "aaaaaaaaaa"
kind = "true-false"
prompt = "Is it so?"
answer = false
correction = "It is not."
"""
    )


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (Number("?", Decimal("1E+3")), "answer = 1000"),
        (Number("?", Decimal("-0.0")), "answer = 0.0"),
        (Number("?", Decimal("0.10")), "answer = 0.10"),
        (Number("?", Decimal(1), tolerance=Tolerance(Decimal("2.5"), True)), 'tolerance = "2.5%"'),
        (Number("?", Decimal(1), tolerance=Tolerance(Decimal(50))), "tolerance = 50"),
        (DateQuestion("?", PartialDate(8), Precision.YEAR), 'answer = "0008"'),
        (ListQuestion("?", ("a", "b"), 1, (("c", "a"),)), 'accept = [["c", "a"]]'),
        (ListQuestion("?", ("a", "b"), 1), "need = 1"),
    ],
)
def test_a_value_is_written_in_one_plain_way(
    body: Number | DateQuestion | ListQuestion, line: str
) -> None:
    """Numbers have no exponent, dates four digits for the year, pairs their own brackets."""
    text = deck_file.write_text(Deck("d", "t", questions=(Question("a" * 10, body),)))
    assert line in text.splitlines()


def test_save_writes_labels_into_gaps(tmp_path: Path) -> None:
    """A saved cloze names its gaps, and reads back as the same question otherwise."""
    deck = Deck("d", "t", questions=(Question("a" * 10, Cloze("In {{Serbia}}, {{n:2008}}.")),))
    deck_file.save(tmp_path / "d.toml", deck)
    found = deck_file.read(tmp_path / "d.toml").deck
    assert found is not None
    assert found.questions[0].body == Cloze("In {{serbia:Serbia}}, {{n:2008}}.")


def test_save_follows_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    """A deck that is a link stays one, and who may read the file stays as it was."""
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_text("format = 1")
    real.chmod(0o640)
    link.symlink_to(real)
    deck_file.save(link, Deck("d", "t"))
    assert link.is_symlink()
    assert real.read_text().startswith("format = 1\n\n[deck]")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.toml", "real.toml"]


def test_a_save_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    """Where the new file cannot take the place, what was there stays and nothing is left over."""
    (tmp_path / "d.toml").mkdir()
    with pytest.raises(OSError, match=r"d\.toml"):
        deck_file.save(tmp_path / "d.toml", Deck("d", "t"))
    assert [p.name for p in tmp_path.iterdir()] == ["d.toml"]


def test_half_a_surrogate_is_refused(tmp_path: Path) -> None:
    """Text that no file can hold is refused before the file is touched."""
    deck = replace(Deck("d", "t"), title="\ud800")
    with pytest.raises(ValueError, match="surrogates"):
        deck_file.save(tmp_path / "d.toml", deck)
    assert list(tmp_path.iterdir()) == []
