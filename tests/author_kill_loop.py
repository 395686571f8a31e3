"""An author is killed with -9 while typing: the deck is whole, at most two seconds are missing.

What is half typed into a number is a draft until its field is left, and never in the deck.

A child types letter by letter, saves as the window does (800 ms after the last letter, at the
latest 1.5 s after the first that waits), and says what stands in its fields. Time runs faster for
it than on the wall, so that many saves fall into a short life. Run it by hand for many kills:

    PYTHONPATH=.:tests .venv/bin/python tests/author_kill_loop.py --times 200
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

from author_home import editor_in

from quizapp.author.desk import DeckDesk
from quizapp.author.fields import Fields
from quizapp.content.deck_file import read
from quizapp.content.numerals import read_number
from quizapp.content.question import Kind

STILL_S = 0.8
LATEST_S = 1.5
MOST_MISSING_S = 2.0
FASTER = 20
"""How many seconds of typing pass in one second of the wall."""
LETTER_S = 0.12
LONGEST_LIFE_S = 0.6
DECK = "deck"
TEXT = """# A deck that is typed into.
format = 1

[deck]
id = "deck"
title = "Kill loop"
""" + "".join(
    f"""
# Question {n}.
[[question]]
id = "killloopa{letter}"
prompt = "What is number {n}?"  # asked in class
answer = "Answer {n}"
"""
    for n, letter in enumerate("abcdefghijklmnopqrst")
)
NUMBERS = ("killloopna", "killloopnb")
TEXT += "".join(
    f"""
# A number.
[[question]]
id = "{name}"
kind = "number"
prompt = "How many?"
answer = 7  # counted
"""
    for name in NUMBERS
)
Told: TypeAlias = tuple[float, str, str, str, bool]
"""When, which question, what stands in two of its fields, and whether they were left."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the loop came to.

    Attributes:
        kills: children killed.
        letters: typed in all.
        longest_s: the most typing that was missing after a kill, in the child's seconds.
        drafts: kills after which a draft was there.
        troubles: what was wrong, in words.
    """

    kills: int = 0
    letters: int = 0
    longest_s: float = 0.0
    drafts: int = 0
    troubles: tuple[str, ...] = ()


class Typist:
    """Types into one desk, and saves as the window does."""

    def __init__(self, desk: DeckDesk, dice: random.Random, said: int) -> None:
        self._desk = desk
        self._dice = dice
        self._said = said
        self._began = time.monotonic()
        self._first: float | None = None
        self._last = 0.0

    def now(self) -> float:
        """Seconds of typing since the child began."""
        return (time.monotonic() - self._began) * FASTER

    def tell(self, key: str, *, left: bool = False) -> None:
        """Say what stands in a question's form, and when."""
        fields = self._desk.fields(key)
        word = json.dumps([self.now(), key, fields.prompt, fields.answers[0], left])
        os.write(self._said, word.encode() + b"\n")

    def live(self) -> None:
        """Type until killed."""
        key = self._dice.choice(self._desk.keys)
        while True:
            if self._dice.random() < 0.05:
                self.tell(key, left=True)  # before it is done: it may be killed in between
                self._touch(self._desk.settle(key).keys)
                key = self._move_on()
            self._type(key)
            self._wait(LETTER_S if self._dice.random() < 0.9 else 1.2)

    def _touch(self, changed: object) -> None:
        if changed:
            self._last = self.now()
            self._first = self._last if self._first is None else self._first

    def _move_on(self) -> str:
        if self._dice.random() < 0.3:
            return self._dice.choice(NUMBERS)
        if self._dice.random() < 0.1:
            return self._desk.add(Kind.SHORT).show
        return self._dice.choice(self._desk.keys)

    def _type(self, key: str) -> None:
        fields = self._desk.fields(key)
        letter = self._dice.choice("abcdefghij é{")
        if key in NUMBERS:
            typed = fields.answers[0][-5:] + self._dice.choice("0123456789M,")
            new = replace(fields, answers=(typed if self._dice.random() < 0.9 else "1",))
        elif self._dice.random() < 0.5:
            new = replace(fields, prompt=fields.prompt + letter)
        elif self._dice.random() < 0.1:
            new = replace(fields, answers=("",))  # none yet: kept as a draft
        else:
            new = replace(fields, answers=(fields.answers[0] + letter,))
        self._desk.change(key, new, typing=True)
        self._touch(changed=True)
        self.tell(key)

    def _wait(self, pause_s: float) -> None:
        end = self.now() + pause_s
        while True:
            now = self.now()
            if self._first is not None:
                due = min(self._last + STILL_S, self._first + LATEST_S)
                if now >= due:
                    self._first = None
                    saving = self._desk.begin_save()
                    if saving is not None:
                        saving.run()
                        self._desk.end_save(saving)
            if now >= end:
                return


def live_and_die(home: Path, dice: random.Random) -> list[Told]:
    """Start a child, kill it at a random moment; what it said stood in its fields."""
    heard, said = os.pipe()
    seed = dice.random()
    pid = os.fork()
    if pid == 0:
        os.close(heard)
        try:
            desk = editor_in(home, seed).open(home / "decks" / f"{DECK}.toml")
            Typist(desk, random.Random(seed), said).live()
        finally:
            os._exit(1)
    os.close(said)
    select.select([heard], [], [], 10)
    told = b""
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
    lines = [json.loads(line) for line in told.split(b"\n")[:-1]]
    return [(at, key, prompt, answer, left) for at, key, prompt, answer, left in lines]


def numbers_in(path: Path) -> dict[str, Fraction]:
    """The number in the deck of each question that asks for one."""
    deck = read(path).deck
    found = {} if deck is None else {question.id: question.body for question in deck.questions}
    return {name: Fraction(getattr(found.get(name), "answer", -1)) for name in NUMBERS}


def look(
    home: Path, told: list[Told], before: dict[str, Fraction]
) -> tuple[float, list[str], bool]:
    """(seconds of typing missing, what is wrong, whether drafts are there) after a kill.

    Args:
        home: the author's.
        told: what the child said.
        before: the numbers in the deck when the child began.
    """
    path = home / "decks" / f"{DECK}.toml"
    troubles = []
    found = read(path)
    if found.deck is None or any(fault.severity == "error" for fault in found.faults):
        troubles.append(f"the deck is damaged: {found.faults[:2]}")
        return 0.0, troubles, False
    text = path.read_text()
    if text.count("# Question ") != 20 or text.count("# asked in class") != 20:
        troubles.append("a comment is lost")
    for name, number in numbers_in(path).items():
        left = [answer for _at, key, _prompt, answer, left in told if left and key == name]
        whole = {value.value for answer in left if (value := read_number(answer)) is not None}
        if number not in {before[name], *whole}:
            troubles.append(f"half a number is in the deck: {number}, not one of {whole}")
    desk = editor_in(home, 0.5).open(path)
    if desk.conflicts:
        troubles.append(f"a conflict that nobody made: {desk.conflicts[0]}")
    missing = 0.0
    end = told[-1][0] if told else 0.0
    for key in {state[1] for state in told}:
        states = [state for state in told if state[1] == key]
        fields = desk.fields(key) if key in desk.keys else Fields()
        kept = [n for n, state in enumerate(states) if _same(state, fields)]
        newer = states[kept[-1] + 1 :] if kept else states
        if newer:
            missing = max(missing, end - newer[0][0])
    if missing > MOST_MISSING_S:
        troubles.append(f"{missing:.2f} s of typing are missing")
    return missing, troubles, any((home / "drafts").rglob("*.json"))


def _same(state: Told, fields: Fields) -> bool:
    """Whether the fields are as told; spaces at the end of a text are not kept."""
    _at, key, prompt, answer, _left = state
    shown = fields.answers[0]
    if key in NUMBERS and shown != answer:  # a number that was left is shown in digits
        told, kept = read_number(answer), read_number(shown)
        return told is not None and kept is not None and told.value == kept.value
    return [text.split() for text in (prompt, answer)] == [
        text.split() for text in (fields.prompt, shown)
    ]


def run(home: Path, times: int, seed: int) -> Figures:
    """Kill as often as told, stopping at the first thing wrong."""
    dice = random.Random(seed)
    path = home / "decks" / f"{DECK}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT)
    figures = Figures()
    for n in range(times):
        if n % 25 == 24:  # else the texts grow without end
            path.write_text(TEXT)
            shutil.rmtree(home / "drafts", ignore_errors=True)
        before = numbers_in(path)
        told = live_and_die(home, dice)
        missing, troubles, drafts = look(home, told, before)
        figures = Figures(
            figures.kills + 1,
            figures.letters + len(told),
            max(figures.longest_s, missing),
            figures.drafts + drafts,
            tuple(troubles),
        )
        if troubles:
            break
    return figures


def main() -> int:
    """Run the loop and print its figures; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Path(folder), told.times, told.seed)
    print(f"killed           {figures.kills} times in {time.monotonic() - started:.0f} s")
    print(f"letters typed    {figures.letters}, {FASTER} times faster than on the wall")
    print(f"missing at most  {figures.longest_s:.2f} s of typing")
    print(f"with drafts      {figures.drafts} times")
    for trouble in figures.troubles:
        print(f"WRONG            {trouble}")
    return 1 if figures.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
