"""How long the save of one question in a deck of 10,000 takes, beside the writing of its bytes."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from read_deck import QUESTIONS, make

from quizapp.content.deck_editing import DeckText, change_question
from quizapp.content.deck_merging import merge
from quizapp.content.question import Question, Short
from quizapp.content.whole_write import write_whole

TURNS = 40


def times_of(action: Callable[[int], object], turns: int = TURNS) -> tuple[float, float]:
    """Milliseconds: the median and the 95th percentile of some turns, each told its number."""
    times = []
    for turn in range(turns):
        begun = time.perf_counter()
        action(turn)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def measure(path: Path, text: str) -> dict[str, tuple[float, float]]:
    """Milliseconds of each action, median and 95th percentile; the floor comes first."""
    whole = text.encode()
    cut = DeckText.of(text)

    def edited(turn: int, at: int = 0) -> DeckText:
        index = (turn + at) * 97
        question = Question(cut.ids[index], Short(f"What is new {turn}?", f"That {turn}"))
        return cut.change_question(index, question)

    def alone(turn: int) -> None:
        question = Question(cut.ids[turn], Short(f"What is new {turn}?", f"That {turn}"))
        write_whole(path, change_question(text, turn, question).encode())

    def merged(turn: int) -> None:
        assert not merge(text, edited(turn).text, edited(turn, 5).text).conflicts

    return {
        "floor: the same bytes written": times_of(lambda _: write_whole(path, whole)),
        "text cut into its blocks": times_of(lambda _: DeckText.of(text), 10),
        "ids read": times_of(lambda _: DeckText(cut.pieces).ids, 10),
        "one question edited, not written": times_of(edited),
        "one question saved, text kept cut": times_of(
            lambda turn: write_whole(path, edited(turn).text.encode())
        ),
        "one question saved, text cut anew": times_of(alone, 20),
        "merged with a change outside": times_of(merged, 10),
    }


def main() -> None:
    """Print each time and how many times the floor it is."""
    with tempfile.TemporaryDirectory() as name:
        path = make(Path(name))
        text = path.read_text()
        # With one text over several lines in it, headers are found more slowly.
        spread = text.replace('answer = "', 'answer = """\n', 1).replace('"\nacc', '"""\nacc', 1)
        for what, written in (("", text), (", a long string among them", spread)):
            print(f"{QUESTIONS} questions, {len(written.encode()) / 1e6:.1f} MB{what}")
            rows = measure(path, written)
            floor = next(iter(rows.values()))[0]
            for action, (median, p95) in rows.items():
                print(
                    f"  {action:34} {median:7.1f} ms  p95 {p95:7.1f}  {median / floor:6.2f} floors"
                )


if __name__ == "__main__":
    main()
