"""Make a home of a given size, the same every time: decks, a learning history, and its cache.

    python tests/benchmarks/make_home.py HOME [--cards 100000] [--reviews 1000000] [--decks 20]

The last day of study is the day before `--today`, so that something is due.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from quizapp.collection.database import Database
from quizapp.collection.deck_folders import DeckFolder
from quizapp.collection.decks import DeckShelf
from quizapp.collection.opening import open_collection
from quizapp.collection.rebuild import rebuild
from quizapp.collection.rows import COLUMNS
from quizapp.collection.tables import log
from quizapp.collection.uuid7 import uuid7
from quizapp.paths import Home

MS_A_DAY = 86_400_000
ORDINAL_OF_1970 = 719_163
DAYS = 365
MADE = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = (
    "treaty",
    "council",
    "assembly",
    "member",
    "border",
    "minister",
    "election",
    "vote",
    "law",
    "court",
    "budget",
    "army",
    "river",
    "harbour",
    "bridge",
    "century",
    "province",
    "language",
    "school",
    "paper",
    "museum",
    "island",
    "railway",
    "winter",
    "market",
)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def seeded(dice: random.Random) -> str:
    """A question's id."""
    return "".join(dice.choices(ALPHABET, k=10))


def question(dice: random.Random, number: int, name: str) -> str:
    """One block of a deck."""
    about = " ".join(dice.choices(WORDS, k=9))
    answer, *wrong = (
        f"{a} {b} {number}" for a, b in zip(*[dice.sample(WORDS, 4)] * 2, strict=True)
    )
    return (
        f'[[question]]\nid = "{name}"\nprompt = "What of {about}, number {number}?"\n'
        f'answer = "{answer}"\nwrong = {json.dumps(wrong)}\n'
        f'explanation = "Because {" ".join(dice.choices(WORDS, k=12))}."\n'
        f'tags = ["{WORDS[number % 24]}"]\n\n'
    )


def write_decks(
    folder: Path, decks: int, cards: int, dice: random.Random
) -> list[tuple[str, str]]:
    """Write the decks; (deck id, question id) of each card."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for n in range(decks):
        deck = f"made-{n:02d}"
        head = f'format = 1\n\n[deck]\nid = "{deck}"\ntitle = "Made deck {n}"\nlanguage = "en"\n\n'
        names = [seeded(dice) for _ in range(cards // decks)]
        blocks = [question(dice, number, name) for number, name in enumerate(names)]
        (folder / f"{deck}.toml").write_text(head + "".join(blocks))
        found += [(deck, name) for name in names]
    return found


def reviews(
    cards: list[tuple[str, str]], count: int, today: int, dice: random.Random
) -> Iterator[tuple[object, ...]]:
    """Rows of the log in order: each card answered as often, at growing distances."""
    each = count // len(cards)
    on_day: dict[int, list[int]] = {}
    first_day = today - DAYS
    for card in range(len(cards)):
        day = first_day + dice.randrange(DAYS // 3)
        gap = 1.0
        for _ in range(each):
            on_day.setdefault(min(day, today - 1), []).append(card)
            day += max(1, round(gap))
            gap *= dice.uniform(1.1, 1.6)
    done = [0] * len(cards)
    sequence = 0
    for day in sorted(on_day):
        start = (day - ORDINAL_OF_1970) * MS_A_DAY + 16 * 3_600_000
        for n, card in enumerate(on_day[day]):
            sequence += 1
            utc_ms = start + n * 1000
            deck, name = cards[card]
            rating = dice.choices((1, 2, 3, 4), weights=(8, 6, 82, 4))[0]
            done[card] += 1
            wait = 1 if rating == 1 else max(1, round(1.35 ** done[card] * dice.uniform(0.8, 2)))
            form = "choose" if done[card] < 3 else "type"
            seen = done[card] > 1
            yield (
                uuid7(utc_ms, dice.randbytes), "benchmark", sequence, utc_ms, utc_ms, 60, day,
                "answer", name, deck, name, "", "", 0.0,
                "0123456789abcdef", form, '["one", "two", "three", "four"]', '["one"]',
                "chosen" if rating > 1 else "wrong-option", int(rating > 1), float(rating > 1),
                0, 0, 0, 4 if form == "choose" else 0, round(dice.uniform(2, 20), 3),
                min(rating, 3), rating, -1, 0.9 if seen else None, "fsrs-6", 1, 1,
                day + wait, 0, -1,
            )  # fmt: skip


def write_log(database: Database, rows: Iterator[tuple[object, ...]]) -> None:
    """Put rows into an empty log, its indexes made after them."""
    raw = database.raw
    for index in log.indexes:
        raw.execute(f"DROP INDEX {index.name}")
    raw.execute("BEGIN")
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    marks = ", ".join("?" * len(COLUMNS))
    raw.executemany(f"INSERT INTO log ({names}) VALUES ({marks})", rows)
    raw.execute("COMMIT")
    for index in log.indexes:
        index.create(database.connection)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make(home: Home, cards: int, count: int, decks: int, today: int, seed: int = 1) -> None:
    """Make the home; its folder must not hold a history yet."""
    dice = random.Random(seed)
    started = time.perf_counter()

    def told(what: str) -> None:
        print(f"{time.perf_counter() - started:7.1f} s  {what}", flush=True)

    known = write_decks(home.decks, decks, cards, dice)
    told(f"{decks} decks written")
    collection = open_collection(home.database, dice.randbytes, home.backups, MADE)
    write_log(collection.database, reviews(known, count, today, dice))
    begun = (today - ORDINAL_OF_1970) * MS_A_DAY
    with collection.database.transaction():
        for n in range(decks):
            row = dict.fromkeys(COLUMNS) | {
                "id": uuid7(begun + n, dice.randbytes), "device": "benchmark-plan",
                "sequence": n + 1, "t": begun + n, "utc_ms": begun + n, "offset_min": 60,
                "day": today, "action": "begin", "card": "", "deck": f"made-{n:02d}",
                "question": "", "voids": "", "text": "", "number": 0.0,
            }  # fmt: skip
            names = ", ".join(f'"{name}"' for name in COLUMNS)
            marks = ", ".join("?" * len(COLUMNS))
            collection.database.raw.execute(
                f"INSERT INTO log ({names}) VALUES ({marks})", tuple(row.values())
            )
    told("log written")
    print(f"           {rebuild(collection.database)} cards folded")
    told("cards rebuilt from the log")
    shelf = DeckShelf(
        collection.database,
        [DeckFolder(home.decks, own=True)],
        dice.randbytes,
        time.time_ns,
    )
    shelf.rescan()
    told("decks read, cards put in place")
    collection.close()


def main() -> None:
    """Make a home from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--decks", type=int, default=20)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    told = parser.parse_args()
    make(Home(told.home), told.cards, told.reviews, told.decks, told.today.toordinal())


if __name__ == "__main__":
    main()
