"""How long a deck of 10,000 questions takes to check, beside reading it and tomllib alone.

Prints seconds of the whole command, of its parts, and of one question while it is typed.
`--profile` shows where the time goes instead.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.check.checking import DeckChecks, check_deck
from quizapp.content import deck_file
from quizapp.content.question import Short

QUESTIONS = 10_000
TODAY = date(2026, 11, 24)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_VERBS = ("founded", "discovered", "wrote", "built", "conquered", "described", "painted", "sold")
_THINGS = ("the town of", "the island of", "the newspaper", "the bank of", "the theory of")


def make(folder: Path) -> Path:
    """Write the deck, and ten source texts in which every quote stands once."""
    dice = random.Random(2)
    texts: list[list[str]] = [[] for _ in range(10)]
    blocks: list[str] = []
    for number in range(QUESTIONS):
        name = f"{_name(dice)} {_name(dice)}"
        thing = f"{dice.choice(_THINGS)} {_name(dice)}{_name(dice).lower()}"
        year, verb = dice.randint(1200, 2020), dice.choice(_VERBS)
        sentence = f"{name} {verb} {thing} in {year} with {dice.randint(2, 900)} companions."
        texts[number % 10].append(sentence)
        who = f"{verb} {thing}"
        wrong = f'"{_name(dice)} {_name(dice)}", "{_name(dice)} {_name(dice)}"'
        short = (
            f'prompt = "Who {who} in {year}?"\nanswer = "{name}"\n'
            f'accept = ["{name.split()[1]}"]\nwrong = [{wrong}]\n'
        )
        dated = (
            f'kind = "date"\nprompt = "When was {thing} {verb} by {name}?"\nanswer = "{year}"\n'
        )
        cloze = f'kind = "cloze"\ntext = "{name} {who} in {{{{year:{year}}}}}."\n'
        statement = f'kind = "true-false"\nprompt = "{name} {who}."\nanswer = true\n'
        asked = (short, dated, cloze, statement)[number % 4]
        blocks.append(
            f'[[question]]\nid = "{"".join(dice.choices(ALPHABET, k=10))}"\n{asked}'
            f'explanation = "It is told in the chronicle of {_name(dice)}, chapter {number}."\n'
            f'tags = ["people"]\nas_of = "2022-03"\n'
            f'[question.evidence]\nsource = "text{number % 10}"\nquote = "{sentence}"\n'
        )
    head = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
    for number, sentences in enumerate(texts):
        (folder / f"text{number}.md").write_text("\n".join(sentences))
        head += f'[[source]]\nid = "text{number}"\ntitle = "t"\nfile = "text{number}.md"\n'
    path = folder / "deck.toml"
    path.write_text(head + "\n".join(blocks))
    return path


def _name(dice: random.Random) -> str:
    syllables = dice.randint(2, 4)
    parts = (dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(syllables))
    return "".join(parts).capitalize()


def best(action: Callable[[], object], turns: int = 3) -> float:
    """Seconds of the processor in the fastest of some turns: others may be using it too."""
    times = []
    for _ in range(turns):
        begun = time.process_time()
        action()
        times.append(time.process_time() - begun)
    return min(times)


def command_on(path: Path) -> None:
    """Check the deck as from a terminal."""
    line = [sys.executable, "-m", "quizapp", "check", str(path), "--today", str(TODAY)]
    subprocess.run(line, check=False, capture_output=True)


def typed(path: Path) -> tuple[float, float]:
    """Milliseconds, median and 95th percentile, to check a question at each key typed in it."""
    read = deck_file.read(path, today=TODAY)
    assert read.deck is not None
    checks = DeckChecks(read.deck, dict(read.texts), TODAY)
    checks.prepare()
    times = []
    for question in read.deck.questions[:2000:20]:
        if not isinstance(question.body, Short) or question.id is None:
            continue
        for length in range(10, len(question.prompt), 10):
            now = replace(question, body=replace(question.body, prompt=question.prompt[:length]))
            begun = time.perf_counter()
            checks.changed(question.id, now)
            checks.of(now)
            times.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Print the times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = make(Path(name))
        text = path.read_text()

        def whole() -> int:
            gc.disable()  # as the command does
            read = deck_file.read(path, today=TODAY)
            found = len(check_deck(read, text, today=TODAY))
            gc.enable()
            return found

        if asked.profile:
            cProfile.runctx("whole()", {"whole": whole}, {}, sort="cumtime")
            return
        floor = best(lambda: tomllib.loads(text, parse_float=Decimal))
        reading = best(lambda: deck_file.read(path))
        found, checking = whole(), best(whole)
        begun = time.perf_counter()
        command_on(path)
        command = time.perf_counter() - begun
        median, slow = typed(path)
    print(f"tomllib alone {floor:.2f} s, read {reading:.2f} s ({reading / floor:.2f})")
    print(f"read and checked {checking:.2f} s ({checking / floor:.2f}), {found} findings")
    print(f"the command, with its start, on the wall {command:.2f} s")
    print(f"a question at each key: median {median:.1f} ms, 95 % {slow:.1f} ms")


if __name__ == "__main__":
    main()
