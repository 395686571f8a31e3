"""Reading a deck without a fault: every kind, every field, and the files it stands on."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.content import deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Form,
    Image,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
P = 'prompt = "?"\n'
LETTER = "She wrote to Biden\r\nin March.\r\n"


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (P + 'answer = "a"', Short("?", "a")),
        (
            P + 'answer = "a"\naccept = ["b"]\nwrong = ["c", "d"]\nforms = ["choose", "recall"]',
            Short("?", "a", ("b",), ("c", "d"), (Form.CHOOSE, Form.RECALL)),
        ),
        (P + 'kind = "choice"\nanswer = "a"\nwrong = ["b"]', Choice("?", "a", ("b",))),
        (P + 'kind = "multi"\nanswers = ["a"]\nwrong = ["b"]', Multi("?", ("a",), ("b",))),
        (P + 'kind = "true-false"\nanswer = true', TrueFalse("?", answer=True)),
        (
            P + 'kind = "true-false"\nanswer = false\ncorrection = "c"',
            TrueFalse("?", answer=False, correction="c"),
        ),
        (P + 'kind = "number"\nanswer = 3_770', Number("?", Decimal(3770))),
        (
            P + 'kind = "number"\nanswer = 0.1\nunit = "km"\ntolerance = "5 %"\naccept = ["b"]',
            Number("?", Decimal("0.1"), "km", Tolerance(Decimal(5), percent=True), ("b",)),
        ),
        (
            P + 'kind = "number"\nanswer = -1e3\ntolerance = 50.5',
            Number("?", Decimal(-1000), tolerance=Tolerance(Decimal("50.5"))),
        ),
        (
            P + 'kind = "date"\nanswer = "2008-02"',
            DateQuestion("?", PartialDate(2008, 2), Precision.MONTH),
        ),
        (
            P + 'kind = "date"\nanswer = 2008-02-17\nprecision = "year"\naccept = ["b"]',
            DateQuestion("?", PartialDate(2008, 2, 17), Precision.YEAR, ("b",)),
        ),
        (P + 'kind = "list"\nanswers = ["a", "b"]', ListQuestion("?", ("a", "b"), 2)),
        (
            P + 'kind = "list"\nanswers = ["a", "b"]\nneed = 1\naccept = [["c", "a"]]',
            ListQuestion("?", ("a", "b"), 1, (("c", "a"),)),
        ),
        (P + 'kind = "order"\nanswers = ["a", "b"]', Order("?", ("a", "b"))),
        (
            P + 'kind = "match"\npairs = [["a", "b"], ["c", "d"]]',
            Match("?", (("a", "b"), ("c", "d"))),
        ),
        (
            'kind = "cloze"\ntext = "{{Serbia}}, {{n:2008}}"\naccept = [["Srbija", "Serbia"]]',
            Cloze("{{Serbia}}, {{n:2008}}", (("Srbija", "Serbia"),)),
        ),
        ('kind = "cloze"\ntext = "{{t: 10:30}} {{a: b}}"', Cloze("{{t: 10:30}} {{a: b}}")),
        (
            P + 'kind = "flashcard"\nanswer = "*a*"\nboth_ways = true',
            Flashcard("?", "*a*", both_ways=True),
        ),
        (P + 'answer = "a\\u0000b"', Short("?", "a\0b")),
        (P + 'answer = "Mg"\nwrong = ["mg", "MG"]', Short("?", "Mg", (), ("mg", "MG"))),
    ],
)
def test_each_kind_is_read_from_its_keys(lines: str, body: Body, tmp_path: Path) -> None:
    """A question's keys make the body of its kind, with what is left out at its default."""
    path = tmp_path / "d.toml"
    path.write_text(f"{HEAD}[[question]]\n{lines}\n")
    found = deck_file.read(path)
    assert found.faults == ()
    assert found.deck == Deck("d", "t", questions=(Question(None, body),))


def test_every_field_and_file_is_read(tmp_path: Path) -> None:
    """The head, a source with its text, and all that a question may carry."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "letter.md").write_bytes(LETTER.encode())
    (tmp_path / "map.gif").write_bytes(b"GIF89a")
    path = tmp_path / "d.toml"
    path.write_text(
        HEAD
        + 'language = "pt-BR"\ndescription = "x"\nauthors = ["A", "B"]\nlicense = "CC0"\n'
        + '[[source]]\nid = "letter"\ntitle = "L"\npublisher = "P"\npublished = 2022-03-10\n'
        + 'url = "https://example.org/a"\nfile = "below/letter.md"\n'
        + f'sha256 = "{hashlib.sha256(LETTER.encode()).hexdigest()}"\n'
        + f'[[question]]\nid = "k7f3q2m4xd"\n{P}answer = "a"\nhint = "h"\nexplanation = "e"\n'
        + 'tags = ["x"]\nas_of = "2022-03"\nreview_by = 2027-01-01\nattribution = "who"\n'
        + 'image = "map.gif"\nimage_alt = "a map"\n'
        + 'evidence.source = "letter"\nevidence.quote = """Biden\nin"""\n'
    )
    found = deck_file.read(path, today=date(2026, 11, 24))
    assert found.faults == ()
    source = found.deck.sources[0] if found.deck else None
    assert source == Source(
        "letter",
        "L",
        "P",
        PartialDate(2022, 3, 10),
        "https://example.org/a",
        "below/letter.md",
        hashlib.sha256(LETTER.encode()).hexdigest(),
    )
    question = Question(
        "k7f3q2m4xd",
        Short("?", "a"),
        "h",
        "e",
        ("x",),
        PartialDate(2022, 3),
        date(2027, 1, 1),
        "who",
        Evidence("letter", "Biden\nin"),
        Image("map.gif", "a map"),
    )
    assert found.deck == Deck("d", "t", "pt-BR", "x", ("A", "B"), "CC0", (source,), (question,))
    assert [q.line for q in found.deck.questions] == [17]
    assert found.files == (tmp_path / "below" / "letter.md", tmp_path / "map.gif")
    assert found.texts == (("letter", LETTER.replace("\r\n", "\n")),)


def test_a_text_may_lie_in_the_second_folder_only_when_it_is_handed_in(tmp_path: Path) -> None:
    """Bundled decks' texts lie beside the decks' folder; an image may not."""
    decks, articles = tmp_path / "decks", tmp_path / "resources" / "articles"
    decks.mkdir()
    articles.mkdir(parents=True)
    (articles / "a.md").write_text("text")
    (articles / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    path = decks / "d.toml"
    path.write_text(
        HEAD
        + '[[source]]\nid = "s"\ntitle = "t"\nfile = "../resources/articles/a.md"\n'
        + f'[[question]]\n{P}answer = "a"\nimage_alt = "x"\nimage = "../resources/articles/a.png"'
    )
    codes = [fault.code for fault in deck_file.read(path).faults]
    assert codes == ["file-outside", "file-outside"]
    found = deck_file.read(path, text_root=articles)
    assert [(fault.code, fault.line) for fault in found.faults] == [("file-outside", 13)]
    assert found.texts == (("s", "text"),)


def test_files_that_are_not_there_are_to_be_watched_too(tmp_path: Path) -> None:
    """A text that comes later makes the deck worth reading again."""
    path = tmp_path / "d.toml"
    path.write_text(HEAD + '[[source]]\nid = "s"\ntitle = "t"\nfile = "later.md"\n')
    assert deck_file.read(path).files == (tmp_path / "later.md",)


def test_a_relative_path_gives_absolute_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deck named from the working folder watches the same files."""
    (tmp_path / "d.toml").write_text(HEAD + '[[source]]\nid = "s"\ntitle = "t"\nfile = "a.md"\n')
    monkeypatch.chdir(tmp_path)
    assert deck_file.read(Path("d.toml")).files == (tmp_path / "a.md",)
