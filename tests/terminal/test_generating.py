"""Questions made of an article at the terminal: shown, written into decks, told as JSON."""

from __future__ import annotations

import hashlib
import http.server
import io
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_desk import SetClock

from quizapp.content import deck_file
from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.draft import Drafts
from quizapp.generate.engine import Rules
from quizapp.generate.gates.judging import GATES
from quizapp.generate.parser_spacy import Reader
from quizapp.terminal.generating import Asked, Doors, RefusedError, generate, published_of
from quizapp.terminal.generating_stop import Stop
from quizapp.terminal.keyboard import StoppedError
from quizapp.words import generating as words

DATED = """Ruritania elects a president

March 10, 2022

Anna Novak was elected president of Ruritania in 2019. Ruritania joined the European Union in 2004.

“We will build 12 new schools,” Anna Novak said on March 9, 2022.

Peter Kovac founded the Free Party in 1998.
"""
UNDATED = DATED.replace("March 10, 2022\n\n", "")
FOREIGN = (
    "Der Präsident hat am Montag erklärt, dass die Regierung neue Schulen bauen will und dass "
    "sie auch für die Straßen mehr Geld ausgeben wird als im letzten Jahr.\n"
)


class Given(TypedDict, total=False):
    """What may be typed beside the article."""

    deck: Path
    published: PartialDate
    parser: bool
    as_json: bool
    interactive: bool
    allow_private: bool


@dataclass
class Terminal:
    """A home, and everything that was said."""

    home: Path
    known: Mapping[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def run(self, article: Path | str, **asked: Unpack[Given]) -> int:
        """The exit code."""
        self.said.clear()
        self.beside.clear()
        doors = Doors(self._drafts, self.said.append, self.beside.append, self.beside.append, _bar)
        return generate(Asked(str(article), **asked), doors)

    @property
    def out(self) -> str:
        """Standard output."""
        return "\n".join(self.said)

    @property
    def err(self) -> str:
        """Standard error."""
        return "\n".join(self.beside)

    @contextmanager
    def _drafts(self, reader: Reader | None) -> Iterator[Drafts]:
        yield self.drafts(reader)

    def drafts(self, reader: Reader | None = None) -> Drafts:
        """The drafts of the home."""
        clock, rules = SetClock().utc_ms, Rules(reader)
        folder, decks = self.home / "drafts", self.home / "decks"
        return Drafts(folder, decks, rules, clock, lambda n: b"d" * n, lambda: self.known)


@contextmanager
def _bar(_what: str) -> Iterator[Callable[[int, int], None]]:
    yield lambda _done, _total: None


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A fresh home."""
    return Terminal(tmp_path / "home")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A dated article."""
    path = tmp_path / "article.txt"
    path.write_text(DATED)
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Where a deck can go."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "ruritania.toml"


def test_what_was_found_is_shown_and_a_draft_is_left(terminal: Terminal, article: Path) -> None:
    """Title, date, the ready ones with their answers; then the window goes on."""
    assert terminal.run(article) == 0
    assert terminal.said[0] == "Ruritania elects a president"
    assert "10 March 2022" in terminal.said[1]
    assert "2004" in terminal.out
    assert "ready" in terminal.out
    assert words.draft_left() in terminal.out
    (draft,) = terminal.drafts().listed()
    assert draft.title == "Ruritania elects a president"
    assert terminal.err == ""


def test_a_missing_date_is_told_with_the_way_to_give_it(
    terminal: Terminal, tmp_path: Path
) -> None:
    """And given, nothing is missing."""
    path = tmp_path / "undated.txt"
    path.write_text(UNDATED)
    assert terminal.run(path) == 0
    assert "--published" in terminal.err
    assert terminal.run(path, published=PartialDate(2022, 3)) == 0
    assert terminal.err == ""
    assert "March 2022" in terminal.said[1]


def test_a_deck_is_written_with_the_text_beside_it(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """It reads without a fault, its source holds, and no draft is left."""
    assert terminal.run(article, deck=deck) == 0
    read = deck_file.read(deck)
    assert read.faults == ()
    assert read.deck is not None
    (source,) = read.deck.sources
    assert source.published == PartialDate(2022, 3, 10)
    text = (deck.parent / source.file).read_bytes()
    assert hashlib.sha256(text).hexdigest() == source.sha256
    assert f"{len(read.deck.questions)} question" in terminal.out
    assert terminal.drafts().listed() == ()


def test_the_same_article_twice_gives_the_same_bytes(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """In another folder all is the same; in the same deck nothing is written again."""
    other = deck.parent.parent / "other" / deck.name
    other.parent.mkdir()
    assert terminal.run(article, deck=deck) == 0
    assert terminal.run(article, deck=other) == 0
    assert _files(deck.parent) == _files(other.parent)
    before = _files(deck.parent)
    assert terminal.run(article, deck=deck) == 0
    assert "there already" in terminal.out
    assert "Wrote" not in terminal.out
    assert _files(deck.parent) == before


def test_a_deck_that_is_there_is_added_to(terminal: Terminal, article: Path, deck: Path) -> None:
    """Every byte of it stays, and so does what the author changed in it."""
    mine = '# mine\nformat = 1\n[deck]\nid = "mine"\ntitle = "Mine"\n\n'
    mine += '[[question]]\nid = "abcdefghij"\nprompt = "Capital of Kosovo?"\nanswer = "Pristina"\n'
    deck.write_text(mine)
    assert terminal.run(article, deck=deck) == 0
    assert deck.read_text().startswith(mine)
    read = deck_file.read(deck)
    assert read.faults == ()
    assert read.deck is not None
    assert len(read.deck.questions) > 1


def test_a_question_of_another_deck_gets_an_id_of_its_own(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """What stands in another of the user's decks is written too, and never under one id twice."""
    assert terminal.run(article, deck=deck) == 0
    ids = _ids(deck)
    terminal.known = dict.fromkeys(ids, "elsewhere")
    other = deck.with_name("other.toml")
    assert terminal.run(article, deck=other) == 0
    assert len(_ids(other)) == len(ids)
    assert ids.isdisjoint(_ids(other))
    assert f"Wrote {len(ids)} question" in terminal.out


def test_what_the_author_refused_is_not_written(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """A draft's decisions hold for the deck, and the draft is not touched."""
    assert terminal.run(article) == 0
    (shown,) = terminal.drafts().listed()
    desk = terminal.drafts().resume(shown.sha256)
    refused = next(item.id for item in desk.items if item.light == "green")
    desk.refuse(refused)
    before = _files(terminal.home)
    assert terminal.run(article, deck=deck) in {0, 1}
    assert refused not in (_ids(deck) if deck.exists() else set())
    assert "1 you refused." in terminal.out
    assert _files(terminal.home) == before


@pytest.mark.parametrize("text", [DATED, UNDATED, "Ünïcode 🙂 here\n\n" + DATED])
def test_json_has_the_fixed_shape(terminal: Terminal, tmp_path: Path, text: str) -> None:
    """Offsets are code points, each gate is named, the best is first, and it is plain ASCII."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert terminal.run(path, as_json=True) == 0
    assert terminal.out.isascii()
    told = json.loads(terminal.out)
    assert set(told) == {"article", "candidates"}
    assert set(told["article"]) == {"title", "published", "sha256", "words"}
    kept = Article(text.rstrip("\n"))
    assert told["article"]["sha256"] in {kept.sha256, Article(text).sha256}
    assert told["candidates"]
    for candidate in told["candidates"]:
        assert set(candidate) == {
            *("prompt", "answer", "accept", "wrong", "kind", "evidence", "as_of"),
            *("attribution", "gates", "score"),
        }
        evidence = candidate["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert list(candidate["gates"]) == [gate.name for gate in GATES]
        assert set(candidate["gates"].values()) <= {"pass", "warn", "fail"}
        assert isinstance(candidate["accept"], list)
        assert isinstance(candidate["wrong"], list)
        assert isinstance(candidate["score"], float)
    assert terminal.drafts().listed() == ()
    first = terminal.out
    terminal.run(path, as_json=True)
    assert terminal.out == first


def test_json_stands_alone_on_standard_output(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """Beside a deck too: what is for people goes to standard error."""
    assert terminal.run(article, as_json=True, deck=deck) == 0
    assert json.loads(terminal.out)["candidates"]
    assert "Wrote" in terminal.err
    assert deck.exists()


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("missing.txt", None, 2, "no such file"),
        ("empty.txt", b"", 2, "no text"),
        ("signs.txt", b"123 456 ...\n", 2, "no words"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50), 2, "picture"),
        ("packed.zip", b"PK\x03\x04" + bytes(50), 2, "archive"),
        ("broken.pdf", b"no pdf", 2, "damaged"),
        ("bytes.txt", bytes(range(256)) * 4, 2, "no text"),
        ("short.txt", b"Hello there, friends", 1, "--published"),
        ("foreign.txt", FOREIGN.encode(), 1, "not look like English"),
    ],
)
def test_bad_articles_are_told_in_words(
    terminal: Terminal, tmp_path: Path, name: str, data: bytes | None, code: int, said: str
) -> None:
    """2 where nothing can be read, 1 where nothing can be asked; no deck is begun."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    deck = tmp_path / "x.toml"
    assert terminal.run(path, deck=deck) == code
    assert said in terminal.err
    assert not deck.exists()
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        ("nowhere/x.toml", "There is no folder"),
        ("deck", "ends in .toml: "),
        (".", "This is a folder"),
    ],
)
def test_a_deck_that_cannot_be_is_told_before_anything_is_read(
    terminal: Terminal, article: Path, tmp_path: Path, deck: str, said: str
) -> None:
    """With what to do instead."""
    assert terminal.run(article, deck=tmp_path / deck) == 2
    assert said in terminal.err


@pytest.mark.parametrize(
    ("text", "code"), [("format = [", 2), ("format = 1\nquestion = []\n", 2), ("", 2)]
)
def test_a_deck_that_cannot_be_read_is_never_written(
    terminal: Terminal, article: Path, deck: Path, text: str, code: int
) -> None:
    """Not one byte of it changes."""
    deck.write_text(text)
    assert terminal.run(article, deck=deck) == code
    assert _files(deck.parent) == {deck.name: text.encode()}
    assert terminal.err


def test_a_folder_in_the_place_of_the_text_is_passed_by(
    terminal: Terminal, article: Path, deck: Path
) -> None:
    """What lies where the text would go stays as it is."""
    (deck.parent / "ruritania").write_text("mine")
    assert terminal.run(article, deck=deck) == 0
    assert (deck.parent / "ruritania").read_text() == "mine"
    assert deck_file.read(deck).faults == ()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"as_json": True, "interactive": True}, "--interactive"),
        ({"parser": True}, "pip install 'quizapp[spacy]'"),
    ],
)
def test_what_makes_no_sense_is_misuse(
    terminal: Terminal,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: Given,
    said: str,
) -> None:
    """Two ways at once, or a parser that is not there."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert terminal.run(article, **asked) == 2
    assert said in terminal.err


def test_an_article_can_come_through_a_pipe(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read to its end; keys cannot come the same way."""
    pipe = io.TextIOWrapper(io.BytesIO(DATED.encode()))
    monkeypatch.setattr("sys.stdin", pipe)
    assert terminal.run("-") == 0
    assert "Ruritania" in terminal.out
    assert terminal.run("-", interactive=True) == 2
    assert "file" in terminal.err


class _Page(http.server.BaseHTTPRequestHandler):
    """Gives the article as plain text."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(DATED.encode())

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def test_an_address_of_the_own_network_wants_a_word(terminal: Terminal) -> None:
    """Refused with the option that allows it, and read with it."""
    server = http.server.HTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/a.txt"
        assert terminal.run(address) == 2
        assert "--allow-private" in terminal.err
        assert terminal.run(address, allow_private=True) == 0
        assert "Ruritania" in terminal.out
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    "typed",
    ["", "22", "2022-13", "2022-00", "2022-02-30", "10 March 2022", "2022-3", "0000", "２０２２"],
)
def test_a_wrong_date_is_refused(typed: str) -> None:
    """It is told as it was typed."""
    with pytest.raises(RefusedError) as refused:
        published_of(typed)
    assert refused.value.facts["text"] == typed


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_is_read_as_far_as_it_is_given(day: date, length: int) -> None:
    """Year, month or day."""
    assert str(published_of(day.isoformat()[:length])) == day.isoformat()[:length]


@pytest.mark.parametrize("code", sorted(words.KNOWN_REFUSED))
def test_every_refusal_has_words(code: str) -> None:
    """No place for a value is left open."""
    said = words.refused(code, path="/x/y", text="then", words="3", read="2")
    assert said
    assert not {"{", "}", "!"} & set(said)


def test_ctrl_c_while_writing_leaves_nothing(
    terminal: Terminal, article: Path, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the deck nor its text, nor the folder that was made for it."""

    def stopped(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.content.deck_file.write_text", stopped)
    with pytest.raises((KeyboardInterrupt, StoppedError)):
        terminal.run(article, deck=deck)
    assert list(deck.parent.iterdir()) == []


def test_an_interrupt_that_python_throws_away_is_heard_later() -> None:
    """It falls into a finaliser, is not printed, and takes effect where it is looked for."""

    class Final:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    stop = Stop()
    before = signal.getsignal(signal.SIGINT)
    with stop.heard():
        stop.checked()
        Final()
        with pytest.raises(KeyboardInterrupt):
            stop.checked()
    assert signal.getsignal(signal.SIGINT) is before


def test_an_interrupt_waits_until_all_is_written() -> None:
    """Pressed while writing it does nothing to that; pressed before, nothing is begun."""
    stop = Stop()
    with stop.heard():
        with stop.held():
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt), stop.held():
            pass


def _files(folder: Path) -> dict[str, bytes]:
    paths: Sequence[Path] = sorted(folder.rglob("*"))
    return {str(p.relative_to(folder)): p.read_bytes() for p in paths if p.is_file()}


def _ids(deck: Path) -> set[str]:
    read = deck_file.read(deck).deck
    return {question.id or "" for question in read.questions} if read else set()
