"""Kill a student's program at random moments, again and again, and see that nothing is lost.

    python tests/kill_loop.py [--times 1000] [--home DIR] [--seed N]

A child answers cards through the store as a sitting does, and says which row is in the log once
the next card is known. It is killed with SIGKILL; then every row it told of must be there, exactly
once, the database whole, the cache what the log says, and the decks readable. The child is forked
from a process that has everything imported, so that a thousand times take a few minutes.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from quizapp.collection.collection import Collection
from quizapp.collection.deck_folders import DeckFolder
from quizapp.collection.decks import DeckShelf
from quizapp.collection.opening import open_collection
from quizapp.collection.rebuild import check
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read, save
from quizapp.content.question import Question, Short
from quizapp.paths import Home
from quizapp.schedule.day import study_day
from quizapp.schedule.log import Action, Answer, Entry, Moment, Rating

NOW = datetime(2026, 3, 1, tzinfo=UTC)
DECK = "kill-loop"
QUESTIONS = 60
LONGEST_LIFE_S = 0.15


@dataclass
class Figures:
    """What the loop came to.

    Attributes:
        kills: children killed.
        shown: answers whose next card was shown.
        ahead: answers that were in the log though the child had not come to say so.
        troubles: what was wrong, in words.
    """

    kills: int = 0
    shown: int = 0
    ahead: int = 0
    troubles: tuple[str, ...] = ()


def moment() -> Moment:
    """Now, in UTC."""
    utc_ms = time.time_ns() // 1_000_000
    return Moment(utc_ms, 0, study_day(utc_ms, 0))


def deck(edition: int) -> Deck:
    """The deck, its explanations telling which edition it is."""
    questions = (
        Question(
            f"killloop{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}",
            Short(f"What is number {n}?", f"Answer {n}", wrong=("This", "That")),
            explanation=f"Edition {edition}. " + "So it is told. " * 40,
        )
        for n in range(QUESTIONS)
    )
    return Deck(DECK, "Kill loop", questions=tuple(questions))


def doors(home: Home) -> tuple[Collection, DeckShelf]:
    """The history and the decks of the home."""
    collection = open_collection(home.database, os.urandom, home.backups, NOW)
    shelf = DeckShelf(
        collection.database, [DeckFolder(home.decks, own=True)], os.urandom, time.time_ns
    )
    return collection, shelf


def prepare(home: Home) -> None:
    """A home with one deck, begun."""
    home.decks.mkdir(parents=True, exist_ok=True)
    save(home.decks / f"{DECK}.toml", deck(0))
    collection, shelf = doors(home)
    shelf.rescan()
    collection.append(Entry(Action.BEGIN, moment(), deck=DECK))
    collection.close()


def answered(card: str, content_hash: str, day: int, n: int) -> Entry:
    """An answer, now and then hard, never a lapse: leeches would use up the cards."""
    rating = Rating.HARD if n % 5 == 0 else Rating.GOOD
    answer = Answer(
        content_hash=content_hash,
        form="type",
        shown=(),
        given=("Answer",),
        reason="exact",
        right=True,
        score=1.0,
        overruled=False,
        hinted=False,
        guessed=False,
        choices=0,
        seconds=2.5,
        proposed=rating,
        rating=rating,
        step=-1,
        predicted=None if n % 2 else 0.9,
        parameter_set="fsrs-6",
        marking_version=1,
        mapping_version=1,
        due_day=day,  # so that it never runs out of cards
        due_ms=0,
        next_step=-1,
    )
    return Entry(Action.ANSWER, moment(), card=card, deck=DECK, question=card, answer=answer)


def child(home: Home, said: int) -> None:
    """Answer until killed."""
    collection, shelf = doors(home)
    for n in itertools.count():
        now = moment()
        places = collection.due(now.day, now.utc_ms, (), 1) or collection.new(now.day, (), 1)
        row = collection.append(answered(places[0].state.key, "hash", now.day, n))
        if n % 7 == 6:
            collection.undo(now.day, Entry(Action.UNDO, moment()))
        if n % 11 == 10:
            save(home.decks / f"{DECK}.toml", deck(n))
            shelf.rescan()
        collection.due(now.day, now.utc_ms, (), 1)
        os.write(said, f"shown {row.id}\n".encode())


def live_and_die(home: Home, dice: random.Random) -> list[str]:
    """Start a child, kill it at a random moment; the ids of the rows that it told of."""
    heard, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(heard)
        try:
            child(home, said)
        finally:
            os._exit(1)
    os.close(said)
    told = b""
    # It dies while it opens the database one time in eight, else while it studies.
    if dice.random() > 0.125:
        select.select([heard], [], [], 10)
    end = time.monotonic() + dice.uniform(0, LONGEST_LIFE_S)
    while (left := end - time.monotonic()) > 0 and select.select([heard], [], [], left)[0]:
        piece = os.read(heard, 65536)
        told += piece
        if not piece:
            break
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while piece := os.read(heard, 65536):
        told += piece
    os.close(heard)
    return [line[6:].decode() for line in told.split(b"\n")[:-1] if line.startswith(b"shown ")]


def look(home: Home, shown: list[str]) -> tuple[int, list[str]]:
    """(answers in the log, what is wrong) after a child was killed."""
    troubles = []
    collection, shelf = doors(home)
    database = collection.database
    whole = database.value("PRAGMA integrity_check")
    if whole != "ok":
        troubles.append(f"integrity_check: {whole}")
    for row in shown:
        found = database.connection.exec_driver_sql(
            "SELECT count(*) FROM log WHERE id = ?", (row,)
        ).scalar()
        if found != 1:
            troubles.append(f"answer {row} is there {found} times")
    shelf.rescan()
    if differences := check(database):
        troubles.append(f"the cache differs from the log: {differences[:2]}")
    result = read(home.decks / f"{DECK}.toml")
    if result.faults or result.deck is None or len(result.deck.questions) != QUESTIONS:
        troubles.append(f"the deck is damaged: {result.faults[:2]}")
    if len(collection.all_cards(DECK)) != QUESTIONS:
        troubles.append("a card lost its place in the deck")
    answers = database.value("SELECT count(*) FROM log WHERE action = 'answer'")
    collection.close()
    return int(str(answers)), troubles


def run(home: Home, times: int, seed: int) -> Figures:
    """Kill as often as told, stopping at the first thing wrong."""
    dice = random.Random(seed)
    prepare(home)
    figures, before = Figures(), 0
    for _ in range(times):
        shown = live_and_die(home, dice)
        answers, troubles = look(home, shown)
        ahead = answers - before - len(shown)
        if ahead not in (0, 1):
            troubles.append(f"{len(shown)} answers were shown, {answers - before} are there")
        before = answers
        figures = replace(
            figures,
            kills=figures.kills + 1,
            shown=figures.shown + len(shown),
            ahead=figures.ahead + ahead,
            troubles=tuple(troubles),
        )
        if troubles:
            break
    return figures


def main() -> int:
    """Run the loop and print its figures; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Home(told.home or Path(folder)), told.times, told.seed)
    print(f"killed           {figures.kills} times in {time.monotonic() - started:.0f} s")
    print(f"answers shown    {figures.shown}, every one in the log exactly once")
    print(f"one ahead        {figures.ahead} times: written, but killed before the next card")
    for trouble in figures.troubles:
        print(f"WRONG            {trouble}")
    return 1 if figures.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
