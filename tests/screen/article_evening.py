"""Make decks of articles by keyboard alone, in a window, and print what came of it.

    python tests/screen/article_evening.py

Six articles come in, each another way: a text, Markdown, a saved web page, a PDF, an address and
the clipboard. On each the author keeps, refuses, edits, mends, takes back, asks about words and
keeps all that are ready; the first becomes a deck, the others are added to it. In the middle of
the last the program is killed. Then five cards are studied, the history is proved, and every
quote must stand in its text on one place.
"""

from __future__ import annotations

import http.server
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from textwrap import wrap

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from article_hands import Author, has_mend, is_short
from desktop import Desktop, desktop, wait_for
from evening import history, rebuild_check
from pdf_maker import column, pdf_of

from quizapp import paths
from quizapp.content import deck_file
from quizapp.generate.article import Article
from quizapp.generate.desk import Item
from quizapp.generate.draft_steps import Code
from quizapp.generate.reading.read import read_address, read_file, read_words
from quizapp.schedule.log import Action

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
CARDS = 5
_LINES = 48  # on a page of a PDF


@dataclass(frozen=True)
class Way:
    """How an article comes in.

    Attributes:
        name: of the way.
        told: what is typed where the date is missing; "" skips it.
        bring: brings it to the program, which has drafts already or not.
        read: what the program must make of it.
    """

    name: str
    told: str
    bring: Callable[[Author, bool], None]
    read: Callable[[], Article]


@dataclass
class Done:
    """What was done with an article."""

    way: str
    questions: int
    details: str
    steps: dict[str, str] = field(default_factory=dict)


STEPS = ("kept", "refused", "edited", "mended", "taken back", "asked about", "ready", "saved")


def ways(folder: Path, server: str) -> tuple[Way, ...]:
    """The six ways, with their articles laid down in a folder that the server shows."""
    text, marked = folder / "bridge.txt", folder / "science.md"
    page, paper, served = folder / "court.html", folder / "disaster.pdf", folder / "economy.html"
    text.write_text(_article("local"), "utf-8")
    marked.write_text(f"---\ndate: 2023-05-11\n---\n\n# {_article('science')}", "utf-8")
    page.write_text(_web_page("court", "2022-11-03"), "utf-8")
    paper.write_bytes(pdf_of(_pages("disaster")))
    served.write_text(_web_page("economy", "2023-02-01"), "utf-8")
    pasted = _article("outbreak")
    url = f"{server}/{served.name}"
    return (
        _from_file("text", text, "12 May 2023"),
        _from_file("Markdown", marked, ""),
        _from_file("web page", page, ""),
        _from_file("PDF", paper, ""),
        Way(
            "address",
            "",
            lambda author, drafts: author.type_address(url, drafts=drafts),
            lambda: read_address(url, allow_private=True).article,
        ),
        Way(
            "clipboard",
            "June 2022",
            lambda author, _drafts: author.paste(pasted),
            lambda: read_words(pasted).article,
        ),
    )


def _from_file(name: str, path: Path, told: str) -> Way:
    return Way(
        name,
        told,
        lambda author, drafts: author.choose_file(path, drafts=drafts),
        lambda: read_file(path).article,
    )


def _article(name: str) -> str:
    return (ARTICLES / f"{name}.md").read_text("utf-8")


def _web_page(name: str, published: str) -> str:
    """An article as a newspaper would put it on the web."""
    title, *paragraphs = (part for part in _article(name).split("\n\n") if part.strip())
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='article:published_time' content='{published}T08:00:00Z'>"
        f"</head><body><nav>Home News Sport</nav><article><h1>{title}</h1>"
        + "".join(f"<p>{words.strip()}</p>" for words in paragraphs)
        + "</article><footer>About us</footer></body></html>"
    )


def _pages(name: str) -> list[list[tuple[float, float, float, str]]]:
    lines: list[str] = []
    for paragraph in _article(name).split("\n\n"):
        lines += [*wrap(" ".join(paragraph.split()), 80), ""]
    return [column(lines[at : at + _LINES]) for at in range(0, len(lines), _LINES)]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server on this machine that shows a folder; its address."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Shows files and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


def decide(author: Author, way: Way, *, first: bool, kill: bool) -> Done:
    """Bring an article in and decide on it."""
    article = way.read()
    author.entry(from_desk=not first)
    way.bring(author, not first)
    author.settle()
    details = author.tell_details(article, way.told)
    desk = author.laid_out(article)
    assert desk.article.text == article.text
    done = Done(way.name, len(desk.items), details)
    author.keep()
    author.keep()
    author.refuse("Too easy for them")
    steps = done.steps
    steps["kept"], steps["refused"] = "2", "with a reason"
    if author.go_to(is_short):
        author.edit()
        steps["edited"] = "yes"
        author.undo()
        author.edit()
        steps["taken back"] = "an edit"
        author.keep()
        steps["kept"] = "3"
    if kill:
        _kill(author)
        steps["kept"] += ", killed, and there again"
    steps["mended"] = _mend(author)
    steps["asked about"] = author.ask_about_words()
    author.keep()
    assert author.undo() is Code.KEPT
    steps["taken back"] = f"{steps.get('taken back', '')}, a keep".lstrip(", ")
    ready = author.desk.green_open()
    steps["ready"] = str(author.keep_ready()) if ready else "none"
    return done


def _mend(author: Author) -> str:
    """Mend a question, a doubtful one where no other has a mend; the mend's code."""
    if author.go_to(has_mend):
        return author.mend()
    author.toggle_doubtful()
    code = author.mend() if author.go_to(has_mend) else ""
    author.toggle_doubtful()
    return code and f"{code}, doubtful"


def _kill(author: Author) -> None:
    """End the program as a power cut would, and find every decision again."""
    before = _decisions(author)
    author.program.kill()
    author.restart()
    author.keys("ctrl+3")
    author.keys("Return")  # the draft worked on last is chosen
    author.look_again()
    assert _decisions(author) == before


def _decisions(author: Author) -> list[tuple[str, str, str, bool]]:
    def told(item: Item) -> tuple[str, str, str, bool]:
        return item.id, item.state.value, item.reason, item.edited

    return [told(item) for item in author.desk.items]


def the_deck(home: paths.Home) -> Path:
    """The only deck of the author's own."""
    (found,) = home.decks.glob("*.toml")
    return found


def save(author: Author, done: Done, *, first: bool) -> int:
    """Save what was kept; how many questions the deck has then."""
    before = 0 if first else questions_of(author.home)
    kept = author.desk.counts.kept
    author.save_new() if first else author.add()
    wait_for(lambda: list(author.home.decks.glob("*.toml")), "a deck")
    wait_for(lambda: questions_of(author.home) == before + kept, f"{before} + {kept} questions")
    author.settle()
    done.steps["saved"] = f"{kept}, {'a new deck' if first else 'added'}"
    return before + kept


def questions_of(home: paths.Home) -> int:
    """How many questions the deck has; it must read without a fault."""
    found = deck_file.read(the_deck(home))
    assert found.faults == (), found.faults
    return len(found.deck.questions) if found.deck else 0


def quotes_standing(home: paths.Home) -> int:
    """How many quotes the deck has, each of which stands in its source on one place."""
    path = the_deck(home)
    deck = deck_file.read(path).deck
    assert deck is not None
    texts = {
        source.id: (path.parent / source.file).read_text("utf-8")
        for source in deck.sources
        if source.file
    }
    for question in deck.questions:
        assert question.evidence is not None, question.prompt
        quote = question.evidence.quote
        assert texts[question.evidence.source].count(quote) == 1, quote
    return len(deck.questions)


def study(author: Author) -> int:
    """Take up the offer to study the deck now, for five cards; how many answers were written."""
    author.keys("Return")
    for number in range(1, CARDS + 1):
        _answer(author, number)
    author.keys("Escape")
    author.screen.keys("alt+F4")
    assert author.program.wait() == (0, "")
    return answers(author.home)


def _answer(author: Author, number: int) -> None:
    for keys in (("1", "Return"), ("Return",), ("3",), ("Return",)):
        author.keys(*keys)
        if answers(author.home) >= number:
            return
    wait_for(lambda: answers(author.home) >= number, f"answer {number} in the history")


def answers(home: paths.Home) -> int:
    """How many answers the history holds."""
    with history(home) as found:
        return sum(row.action is Action.ANSWER for row in found.log_rows())


def evening(
    screen: Desktop, root: Path, chosen: Callable[[Way], bool]
) -> tuple[list[Done], paths.Home]:
    """Make one deck of articles that come in the chosen ways, and study it."""
    home = paths.Home(root / "home")
    folder = root / "articles"
    folder.mkdir()
    with serving(folder) as server:
        took = [way for way in ways(folder, server) if chosen(way)]
        author = Author(screen, home)
        table = []
        for number, way in enumerate(took):
            first, last = number == 0, number == len(took) - 1
            done = decide(author, way, first=first, kill=last)
            save(author, done, first=first)
            if not last:
                author.keys("Escape")  # "Go on"
            table.append(done)
        assert study(author) >= CARDS
    return table, home


def table_of(done: list[Done]) -> Table:
    """What was done, a line for each article."""
    drawn = Table("way", "questions", "date", *STEPS, title="Articles by keyboard")
    for one in done:
        steps = (one.steps.get(name, "—") for name in STEPS)
        drawn.add_row(one.way, str(one.questions), one.details, *steps)
    return drawn


def main() -> int:
    """Make the deck, print what was done, and prove what came of it."""
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as folder, desktop() as screen:
        done, home = evening(screen, Path(folder), lambda _way: True)
        console.print(table_of(done))
        console.print(f"{quotes_standing(home)} quotes, each in its text on one place")
        console.print(f"{answers(home)} answers")
        checked: subprocess.CompletedProcess[str] = rebuild_check(home.root)
        console.print(f"rebuild --check: {checked.stdout or checked.stderr}")
    return checked.returncode


if __name__ == "__main__":
    sys.exit(main())
