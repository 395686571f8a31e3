"""Plain text and Markdown: what is kept, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.reading.outcome import Cancelled, Limits, ReadingError
from quizapp.generate.reading.read import read_file, read_words

BODY = (
    "The council of the town met on Thursday and decided that the bridge would be closed for "
    "repairs until May, its chairman said."
)


def read(tmp_path: Path, data: bytes | str, name: str = "article.txt") -> Article:
    """Write a file and read it."""
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return read_file(path).article


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"One\r\n\r\n{BODY}\r\n", f"One\n\n{BODY}"),
        (f"One\r\r{BODY}", f"One\n\n{BODY}"),
        (f"\ufeffOne\n\n\n\n{BODY}", f"One\n\n{BODY}"),
        ("A\u00a0few\tsoft\u00adened  wo\u200brds.", "A few softened words."),
        ("Cafe\u0301 opened.", "Café opened."),
        (f"{BODY}\n{BODY}", f"{BODY}\n\n{BODY}"),
        (
            f"The bridge has to close\nTown council decides\n{BODY}",
            f"The bridge has to close\n\nTown council decides\n\n{BODY}",
        ),
        (
            (
                "The council of the town met on a Thursday and\ndecided that the bridge be "
                "closed\nfor repairs.\n\nNobody minded."
            ),
            (
                "The council of the town met on a Thursday and decided that the bridge be closed "
                "for repairs.\n\nNobody minded."
            ),
        ),
        (
            (
                "The council of the town met on a Thursday for a long-\nstanding quarrel about "
                "the bridge\nand what it cost."
            ),
            (
                "The council of the town met on a Thursday for a long-standing quarrel about "
                "the bridge and what it cost."
            ),
        ),
    ],
)
def test_plain_text_is_kept(tmp_path: Path, written: str, kept: str) -> None:
    """Line ends, spaces and hidden signs are of one kind, and wrapped lines are joined."""
    assert read(tmp_path, written).text == kept


@given(st.text())
def test_kept_text_read_again_is_the_same(text: str) -> None:
    """The text beside a deck can be read again, and every offset still fits."""
    try:
        once = read_words(f"Words {text}").article.text
    except ReadingError:
        return
    if not once.startswith(("---", "#")) and "\n#" not in once:
        assert read_words(once).article.text == once


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Bridge closed until May", "Bridge closed until May"),
        ("Will the bridge ever open?", "Will the bridge ever open?"),
        ("The bridge is closed.", ""),
        ("By Jane Doe", ""),
        ("March 10, 2022", ""),
        ("PRISTINA, March 10, 2022 (Reuters) - The bridge", ""),
        ("* * *", ""),
    ],
)
def test_title(tmp_path: Path, first: str, title: str) -> None:
    """A short first line without a full stop is the headline; a byline or date is none."""
    assert read(tmp_path, f"{first}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    ("line", "author", "publisher", "published"),
    [
        ("By Jane Doe", "Jane Doe", "", None),
        ("By JANE DOE", "Jane Doe", "", None),
        ("By Jane Doe and John van der Roe", "Jane Doe, John van der Roe", "", None),
        ("By Jane Doe, court reporter", "Jane Doe", "", None),
        ("By Jane Doe, Staff Writer", "Jane Doe", "", None),
        ("By Jane Doe | Reuters", "Jane Doe", "Reuters", None),
        ("By Thursday it was over", "", "", None),
        (
            f"PRISTINA, March 10, 2022 (Reuters) - {BODY}",
            "",
            "Reuters",
            PartialDate(2022, 3, 10),
        ),
        (f"PRISTINA, March 10 (Reuters) – {BODY}", "", "Reuters", None),
        (f"LIMA, Peru (AP) — {BODY}", "", "AP", None),
        (f"Lima (the capital) – {BODY}", "", "", None),
        ("Published: Thursday, March 10, 2022, 9:30 a.m. GMT", "", "", PartialDate(2022, 3, 10)),
        ("Updated 10 March 2022", "", "", PartialDate(2022, 3, 10)),
        ("2022-03-10", "", "", PartialDate(2022, 3, 10)),
        ("March 2022", "", "", PartialDate(2022, 3)),
        ("17/02/2008", "", "", PartialDate(2008, 2, 17)),
        ("10/03/2022", "", "", None),
        ("February 30, 2022", "", "", None),
        ("It opened on March 10, 2022.", "", "", None),
    ],
)
def test_opening(
    tmp_path: Path, line: str, author: str, publisher: str, published: PartialDate | None
) -> None:
    """Byline and dateline are believed where they cannot be mistaken, and stay in the text."""
    article = read(tmp_path, f"Bridge closed\n\n{line}\n\n{BODY}")
    assert (article.author, article.publisher, article.published) == (author, publisher, published)
    assert line in article.text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("# Bridge *closed*", "Bridge closed"),
        ("Bridge\n======\n\nIt is.", "Bridge\n\nIt is."),
        ("**The _council_** met, ~~not~~ at `noon`.", "The council met, not at noon."),
        ("A [link](https://x.org/a_(b) 'c') and [one][ref].\n\n[ref]: x", "A link and one."),
        ("One ![a picture](p.png) and [![b](c)](d) two.", "One and two."),
        ("> Quoted\n> words", "Quoted words"),
        (
            "- one\n* two\n  more\n\n1. first\n2) second",
            "- one\n\n- two more\n\n1. first\n\n2) second",
        ),
        ("It began in\n2022. It ended.", "It began in 2022. It ended."),
        ("Hard  \nbreak\\\nhere", "Hard\n\nbreak\n\nhere"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a, b\n\n1, 2"),
        ("Text[^1].\n\n[^1]: A note.", "Text.\n\nA note."),
        ("A&nbsp;&amp; B<br>C <em>d</em> <!-- e\n\nf -->g", "A & B\n\nC d g"),
        (r"2 \* 3 and snake_case_name and 5*3*2", "2 * 3 and snake_case_name and 5*3*2"),
        ("```py\ncode here\n```", "code here"),
        ("One\n\n***\n\nTwo", "One\n\nTwo"),
        ("# C #\n\n## F# ##\n\n# G#", "C\n\nF#\n\nG#"),
    ],
)
def test_markdown_keeps_the_words(tmp_path: Path, written: str, kept: str) -> None:
    """Marks are taken out, words stay."""
    assert read(tmp_path, written, "article.md").text == kept


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            (
                'title: "Bridge: closed"\ndate: 2022-03-10T09:00:00Z\nauthor: Jane Doe\n'
                "publisher: The Post\nurl: https://x.org/a"
            ),
            (
                "Bridge: closed",
                PartialDate(2022, 3, 10),
                "Jane Doe",
                "The Post",
                "https://x.org/a",
            ),
        ),
        ("authors: [Jane Doe, 'John Roe']", ("One", None, "Jane Doe, John Roe", "", "")),
        ("authors:\n  - Jane Doe\n  - John Roe", ("One", None, "Jane Doe, John Roe", "", "")),
        ("title: ''\ndate: soon", ("One", None, "", "", "")),
    ],
)
def test_front_matter(tmp_path: Path, front: str, expected: tuple[object, ...]) -> None:
    """What the head of a Markdown file tells is believed, and is no part of the text."""
    article = read(tmp_path, f"---\n{front}\n---\n\n# One\n\n{BODY}", "a.md")
    told = (article.title, article.published, article.author, article.publisher, article.url)
    assert told == expected
    assert article.text == f"One\n\n{BODY}"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Café “here”.".encode(), ""),
        ("Café “here”.".encode("utf-8-sig"), ""),
        ("Café “here”.".encode("utf-16"), ""),
        ("Café “here”.".encode("utf-16-le"), "utf-16-le"),
        ("Café “here”.".encode("cp1252"), "cp1252"),
        ("Café “here”.".encode("utf-32"), ""),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str) -> None:
    """The encoding is told by its mark or guessed; a guess is noted."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    done = read_file(path)
    assert done.article.text == "Café “here”."
    guessed = [dict(note.facts)["encoding"] for note in done.notes if note.facts]
    assert guessed == ([encoding] if encoding else [])


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\n ", "a.txt", "empty"),
        (b"12 34 !!", "a.txt", "no-words"),
        (b"abc\x00\x01\x02def", "a.txt", "not-text"),
        (b"PK\x03\x04rest", "a.docx", "other-kind"),
        (b"\x89PNG\r\n", "a.txt", "other-kind"),
        (b"{\\rtf1 a}", "a.txt", "other-kind"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.mht", "other-kind"),
        (b"no pdf", "a.pdf", "pdf-damaged"),
        (b"w" * 2000, "a.txt", "too-large"),
    ],
)
def test_bad_files(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    """What holds no article is refused with the reason."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadingError) as raised:
        read_file(path, limits=Limits(file=1000))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [(".", "folder"), ("none.txt", "missing"), ("a\0b", "missing"), ("n" * 300, "unreadable")],
)
def test_no_file(tmp_path: Path, name: str, code: str) -> None:
    """A folder, a missing file and an impossible name are told apart."""
    with pytest.raises(ReadingError) as raised:
        read_file(tmp_path / name)
    assert raised.value.code == code


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is refused with the reason."""
    path = tmp_path / "a.txt"
    path.write_text("Words", encoding="utf-8")

    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root reads everything
    with pytest.raises(ReadingError) as raised:
        read_file(path)
    assert raised.value.code == "no-permission"


GERMAN = "Der Rat der Stadt hat am Donnerstag beschlossen, dass die Brücke bis Mai gesperrt wird. "
ALBANIAN = "Këshilli i qytetit vendosi të enjten që ura të mbyllet për riparime deri në maj. "


@pytest.mark.parametrize(
    ("text", "flagged"), [(BODY * 3, False), (GERMAN * 3, True), (ALBANIAN * 3, True)]
)
def test_not_english_is_noted(text: str, flagged: bool) -> None:
    """A text in another language is read, and it is said that the rules are not for it."""
    notes = [note.code for note in read_words(f"A Title\n\n{text}").notes]
    assert ("not-english" in notes) is flagged


def test_long_text_tells_and_can_be_called_off(tmp_path: Path) -> None:
    """Five megabytes are read with progress, and stop when asked to."""
    path = tmp_path / "long.txt"
    path.write_text(f"{BODY}\n\n" * 40_000, encoding="utf-8")
    told: list[float] = []
    assert len(read_file(path, progress=told.append).article.text) > 4_900_000
    assert told == sorted(told)
    assert len(told) > 20
    assert told[-1] == 1.0
    half = [False] * 10
    with pytest.raises(Cancelled):
        read_file(path, cancelled=lambda: not half or half.pop())
