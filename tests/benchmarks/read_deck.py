"""How long a deck of 10,000 questions takes to read, beside what tomllib alone needs."""

from __future__ import annotations

import random
import tempfile
import time
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from quizapp.content import deck_file

QUESTIONS = 10_000
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def _sentence(dice: random.Random) -> str:
    return " ".join("".join(dice.choices(ALPHABET, k=dice.randint(2, 9))) for _ in range(12))


def make(folder: Path) -> Path:
    """Write the deck and its source's text of a megabyte; every quote stands in it once."""
    dice = random.Random(1)
    sentences = [_sentence(dice) for _ in range(QUESTIONS)]
    (folder / "text.md").write_text(".\n".join(sentences))
    head = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
    blocks = [head + '[[source]]\nid = "letter"\ntitle = "t"\nfile = "text.md"\n']
    blocks += [
        f'[[question]]\nid = "{"".join(dice.choices(ALPHABET, k=10))}"\n'
        f'prompt = "{_sentence(dice)}?"\nanswer = "{dice.random()}"\naccept = ["a"]\n'
        f'wrong = ["b", "c", "d"]\nexplanation = "{_sentence(dice)} {_sentence(dice)}"\n'
        f'tags = ["people"]\nas_of = "2022-03"\nattribution = "Vjosa Osmani"\n'
        f'[question.evidence]\nsource = "letter"\nquote = "{sentence}"\n'
        for sentence in sentences
    ]
    path = folder / "deck.toml"
    path.write_text("\n".join(blocks))
    return path


def best(action: Callable[[], object], turns: int = 5) -> float:
    """Seconds of the fastest of some turns."""
    times = []
    for _ in range(turns):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        path = make(Path(name))
        text = path.read_text()
        faults = deck_file.read(path).faults
        floor = best(lambda: tomllib.loads(text, parse_float=Decimal))
        ours = best(lambda: deck_file.read(path))
    print(f"{QUESTIONS} questions, {len(text) / 1e6:.1f} MB, {len(faults)} faults")
    print(f"tomllib {floor:.2f} s, read whole {ours:.2f} s, {ours / floor:.2f} times")


if __name__ == "__main__":
    main()
