"""Web pages and PDFs, read in a process of their own."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pdf_maker import Placed, column, locked, pdf_of

from quizapp.content.question import PartialDate
from quizapp.generate.reading import child
from quizapp.generate.reading.outcome import ArticleRead, Cancelled, Limits, ReadingError
from quizapp.generate.reading.read import read_file, read_words

SENTENCES = [
    f"The council of the town met for the {n}th time on Thursday and decided that bridge number "
    f"{n} would be closed for repairs until May, its chairman said after the meeting."
    for n in range(4, 9)
]
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge closed | The Post'
    '</title><meta property="og:site_name" content="The Post"><meta name="author" '
    'content="Jane Doe"><meta property="article:published_time" content="2022-03-10T10:00:00Z">'
    '<link rel="canonical" href="https://post.example/bridge"></head><body><nav><a href="/">Home'
    '</a><a href="/a">Sport and other news</a></nav><article><h1>Bridge closed</h1>'
    + "".join(f"<p>{words}</p>" for words in SENTENCES)
    + "</article><footer>All rights reserved</footer></body></html>"
)


def read(tmp_path: Path, data: bytes, name: str, limits: Limits | None = None) -> ArticleRead:
    """Write a file and read it."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_file(path, limits=limits or Limits())


def test_saved_page(tmp_path: Path) -> None:
    """Headline and paragraphs are kept without menus, with what the page says of itself."""
    article = read(tmp_path, PAGE.encode(), "page.html").article
    assert article.text == "\n\n".join(["Bridge closed", *SENTENCES])
    assert (article.title, article.publisher, article.author) == (
        "Bridge closed",
        "The Post",
        "Jane Doe",
    )
    assert article.published == PartialDate(2022, 3, 10)
    assert article.url == "https://post.example/bridge"


def test_pasted_source_of_a_page_is_known() -> None:
    """HTML in place of words is read as the page it is."""
    assert read_words(PAGE).article.title == "Bridge closed"


def test_copied_piece_keeps_all_its_words() -> None:
    """Of what was copied by hand nothing is left out, menus or not."""
    piece = (
        "<meta charset='utf-8'><h1>Closed</h1><p>The <b>bridge</b>\nis&nbsp;shut.<ul><li>a</ul>"
    )
    done = read_words(piece + "<style>p{}</style><script>x()</script>", html=True)
    assert done.article.text == "Closed\n\nThe bridge is shut.\n\n- a"
    assert done.article.title == "Closed"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<p>Please log in to read on.</p>", "login"),
        ("<p>Subscribe to continue reading this article.</p>", "paywall"),
        ("<p>We and our partners use cookies. Accept all?</p>", "cookies"),
        ("<p>Please enable JavaScript to view this page.</p>", "script"),
    ],
)
def test_walls(tmp_path: Path, body: str, kind: str) -> None:
    """A page that only asks for something is told from an article."""
    with pytest.raises(ReadingError) as raised:
        read(tmp_path, f"<html><body>{body}</body></html>".encode(), "page.html")
    assert (raised.value.code, dict(raised.value.facts)) == ("wall", {"kind": kind})


def test_short_article_about_walls_is_read(tmp_path: Path) -> None:
    """A few sentences on cookies, consent and signing are an article all the same."""
    body = "<p>The court ruled that consent to cookies must be given. Both will sign in May.</p>"
    page = f"<html><body><article><h1>Ruling</h1>{body}</article></body></html>"
    assert "consent to cookies" in read(tmp_path, page.encode(), "page.html").article.text


def test_empty_page(tmp_path: Path) -> None:
    """A page without words is refused."""
    with pytest.raises(ReadingError) as raised:
        read(tmp_path, b"<html><body><div></div></body></html>", "page.html")
    assert raised.value.code == "empty"


HEAD: Placed = (60, 810, 9, "The Daily Post, 10 March 2022")
FIRST = [
    "The council of the town met on Thursday and decided that the bridge would be",
    "closed for repairs until May, its chair-",
    "man said after the meeting.",
    "",
    "Nobody minded, since the ferry goes twice an hour from the harbour to the other side",
    "of the river.",
]


def test_pdf(tmp_path: Path) -> None:
    """Lines become paragraphs, parted words are whole, running heads and page numbers are gone."""
    pages = [
        [
            HEAD,
            (60, 780, 20, "Bridge closed until May"),
            *column(FIRST, top=750),
            (290, 30, 9, "1"),
        ],
        [HEAD, *column(["The work costs two million.", "", "It ends in May."]), (290, 30, 9, "2")],
        [HEAD, *column(["Then all is well."]), (290, 30, 9, "3")],
    ]
    article = read(tmp_path, pdf_of(pages), "a.pdf").article
    assert article.text.split("\n\n") == [
        "Bridge closed until May",
        (
            "The council of the town met on Thursday and decided that the bridge would be closed "
            "for repairs until May, its chairman said after the meeting."
        ),
        (
            "Nobody minded, since the ferry goes twice an hour from the harbour to the other side "
            "of the river."
        ),
        "The work costs two million.",
        "It ends in May.",
        "Then all is well.",
    ]
    assert article.title == "Bridge closed until May"


def test_pdf_in_two_columns(tmp_path: Path) -> None:
    """Columns that are drawn row by row are read one after the other."""
    left = [f"left line {n} of the story goes on" for n in range(10)]
    right = [f"right line {n} of the story goes on" for n in range(10)]
    page = [line for pair in zip(column(left), column(right, x=320), strict=True) for line in pair]
    article = read(tmp_path, pdf_of([page]), "a.pdf").article
    assert article.text == " ".join(left + right)


def test_pdf_title_and_empty_pages(tmp_path: Path) -> None:
    """The file's own title is taken where no headline stands out, and empty pages are named."""
    done = read(tmp_path, pdf_of([column(FIRST), []], title="Bridge closed"), "a.pdf")
    assert done.article.title == "Bridge closed"
    notes = {note.code: dict(note.facts) for note in done.notes}
    assert notes["pages-without-text"] == {"pages": "2"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf_of([[]]), "pdf-scanned"),
        (locked(pdf_of([column(FIRST)]), user="secret"), "pdf-protected"),
        (b"%PDF-1.4\nand nothing more", "pdf-damaged"),
    ],
)
def test_bad_pdfs(tmp_path: Path, data: bytes, code: str) -> None:
    """A scan, a protected and a damaged PDF are told apart."""
    with pytest.raises(ReadingError) as raised:
        read(tmp_path, data, "a.pdf")
    assert raised.value.code == code


def test_broken_page_leaves_the_others(tmp_path: Path) -> None:
    """Of a PDF with one broken page the others are read, and that one is named."""
    data = pdf_of([column(FIRST), column(FIRST)])
    place = data.rindex(b"Tj")
    harmed = data[:place] + b"TJ" + data[place + 2 :]  # takes an array, and is given a string
    harmed = harmed.replace(b"/Contents 7 0 R", b"/Contents [[]  ]")
    done = read(tmp_path, harmed, "a.pdf")
    assert "bridge" in done.article.text
    assert {note.code: dict(note.facts) for note in done.notes}["pages-without-text"] == {
        "pages": "2"
    }


def test_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    """A PDF that opens without a password is read."""
    assert (
        "bridge" in read(tmp_path, locked(pdf_of([column(FIRST)]), user=""), "a.pdf").article.text
    )


def test_time_is_limited(tmp_path: Path) -> None:
    """What takes too long is stopped, and it is said so."""
    with pytest.raises(ReadingError) as raised:
        read(tmp_path, PAGE.encode(), "page.html", Limits(seconds=0.001))
    assert raised.value.code == "too-long"


def test_memory_is_limited(tmp_path: Path) -> None:
    """A page that takes more memory than it may is stopped in words, not by the system."""
    page = PAGE.replace("<article>", "<article>" + f"<p>{SENTENCES[0]}</p>" * 20_000)
    with pytest.raises(ReadingError) as raised:
        read(tmp_path, page.encode(), "page.html", Limits(memory=8 * 1024 * 1024))
    assert raised.value.code in {"too-much-memory", "failed"}


def test_called_off(tmp_path: Path) -> None:
    """A reading that is called off leaves no process and no thread behind."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode())
    looks = iter([False] * 4)
    before = threading.active_count()
    with pytest.raises(Cancelled):
        read_file(path, cancelled=lambda: next(looks, True))
    assert threading.active_count() <= before


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_sealed_process_reaches_nothing(deed: str) -> None:
    """Once it reads, the process has no network and starts no program."""
    source = (
        "from quizapp.generate.reading.child import seal\n"
        "from quizapp.generate.reading.outcome import Limits\n"
        f"seal(Limits())\ntry:\n    {deed}\nexcept PermissionError:\n    print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"


def test_missing_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the libraries it is said what to install."""
    (tmp_path / "trafilatura.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ReadingError) as raised:
        read_words(PAGE)
    assert raised.value.code == "extra-missing"


def test_only_the_child_imports_the_libraries() -> None:
    """The program itself never loads trafilatura or pypdf."""
    source = (
        "import sys, quizapp.generate.reading.read\n"
        f"from {child.__name__} import main\n"
        "print({'trafilatura', 'pypdf', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
