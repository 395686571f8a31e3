"""Drafts as a window is handed them: the rules, the user's decks, and no deck hidden."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizapp import build, paths
from quizapp.content import deck_file
from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.desk import State
from quizapp.generate.draft import DeckDetails
from quizapp.settings import Settings

ARTICLE = Path(__file__).parents[1] / "articles" / "world-court.md"


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[build.OpenRooms]:
    """An empty home, open."""
    found = build.open_rooms(paths.Home(tmp_path), Settings())
    yield found
    found.close()


def test_an_article_becomes_a_deck_that_is_known_next_month(
    rooms: build.OpenRooms, tmp_path: Path
) -> None:
    """All in another thread; a title of a bundled deck hides it not; the questions are known."""
    text = ARTICLE.read_text("utf-8")
    article = Article(text, text.partition("\n")[0], PartialDate(2024))
    with ThreadPoolExecutor(1) as pool:
        room = rooms.drafts()
        desk = pool.submit(room.open, article).result()
        kept = desk.keep_green()
        path = pool.submit(room.save_new, desk, DeckDetails("How NATO admits a member")).result()
    assert kept > 0
    assert path == tmp_path / "decks" / "how-nato-admits-a-member-2.toml"
    found = deck_file.read(path)
    assert found.faults == ()
    assert found.deck is not None
    assert len(found.deck.questions) == kept
    assert rooms.rescan()
    room.discard(article.sha256)
    again = rooms.drafts().open(article)
    standing = [item for item in again.items if item.saved_in == found.deck.id]
    assert len(standing) == kept
    assert {item.state for item in standing} == {State.KEPT}
    assert again.to_save() == ()


def test_an_article_that_is_done_is_listed_with_its_deck(rooms: build.OpenRooms) -> None:
    """By the title that Library has for it; the deck thrown away, it is not called done."""
    text = ARTICLE.read_text("utf-8")
    room = rooms.drafts()
    desk = room.open(Article(text, "A court", PartialDate(2024)))
    desk.keep_green()
    for item in desk.items:
        if item.state is State.OPEN:
            desk.refuse(item.id)
    path = room.save_new(desk, DeckDetails("The court"))
    assert rooms.rescan()
    [shown] = rooms.drafts().listed()
    titles = {line.entry.id: line.entry.title for line in rooms.library.lines()}
    assert [(titles[deck], many) for deck, many in shown.decks.items()] == [
        ("The court", shown.kept)
    ]
    assert (shown.open, shown.kept > 0) == (0, True)
    path.unlink()
    assert rooms.rescan()
    rooms.drafts().resume(shown.sha256)
    assert rooms.drafts().listed()[0].decks == {}
