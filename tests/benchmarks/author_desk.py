"""A deck of 10,000 questions on the desk: opened, typed in, checked, saved, filtered.

    PYTHONPATH=.:tests .venv/bin/python tests/benchmarks/author_desk.py [--questions 10000]

Each figure stands beside a floor of the same run: what cannot be done without.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from author_home import editor_in

from quizapp.author.desk import DeckDesk
from quizapp.author.fields import Fields
from quizapp.author.told import NewDeck
from quizapp.content.deck import Deck, Source
from quizapp.content.deck_text import write_text
from quizapp.content.question import Choice, Cloze, Evidence, PartialDate, Question, Short
from quizapp.content.whole_write import write_whole

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def question_id(number: int) -> str:
    """An id that a number stands for."""
    letters = ""
    for _place in range(10):
        number, digit = divmod(number, 32)
        letters = LETTERS[digit] + letters
    return letters


SYLLABLES = ("ka", "ro", "mi", "ten", "lu", "sar", "vo", "pel", "dim", "har", "no", "bei")


def word(dice: random.Random) -> str:
    """A word that is none."""
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4)))


def words(dice: random.Random, count: int) -> str:
    """So many of them."""
    return " ".join(word(dice) for _n in range(count))


def question(n: int) -> tuple[Question, str]:
    """One of three kinds, as long as a usual one, and the sentence that it rests on."""
    dice = random.Random(n)
    answer, about = word(dice).title() + f" {n}", words(dice, 9)
    sentence = f"{answer} {about} in {1900 + n % 120}."
    wrong = tuple(word(dice).title() + f" {m}" for m in range(3))
    body: Short | Choice | Cloze = Short(f"Who {about}?", answer, (), wrong)
    if n % 3 == 1:
        body = Choice(f"Which of them {about}?", answer, wrong)
    elif n % 3 == 2:
        body = Cloze(f"{{{{who:{answer}}}}} {about}.")
    made = Question(
        question_id(n),
        body,
        explanation=words(dice, 20).capitalize() + ".",
        tags=("assembly", f"group {n % 20}"),
        as_of=PartialDate(2022, 3),
        evidence=Evidence("report", sentence),
    )
    return made, sentence


def prepare(home: Path, count: int) -> Path:
    """The deck and its source's text."""
    decks = home / "decks"
    (decks / "large").mkdir(parents=True)
    made = [question(n) for n in range(count)]
    (decks / "large" / "report.md").write_text("\n".join(sentence for _q, sentence in made))
    source = Source("report", "Report", file="large/report.md")
    questions = tuple(each for each, _sentence in made)
    path = decks / "large.toml"
    path.write_text(write_text(Deck("large", "Large", sources=(source,), questions=questions)))
    return path


def prepared_elsewhere(home: Path, count: int) -> tuple[Path, float]:
    """The deck, and the floor of reading it, of a process whose memory is not counted here."""
    heard, said = os.pipe()
    pid = os.fork()
    if pid == 0:
        text = prepare(home, count).read_text()
        floor = statistics.median(timed(lambda: tomllib.loads(text)) for _n in range(3))
        os.write(said, str(floor).encode())
        os._exit(0)
    os.waitpid(pid, 0)
    floor = float(os.read(heard, 100))
    os.close(heard)
    os.close(said)
    return home / "decks" / "large.toml", floor


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def say(what: str, ms: float, floor_ms: float = 0.0, of: str = "", wanted: float = 0.0) -> None:
    """Print a figure with its floor."""
    beside = f"   floor {floor_ms:8.1f} ms ({of}), ratio {ms / floor_ms:.2f}" if floor_ms else ""
    limit = f"   wanted ≤ {wanted:g} ms" if wanted else ""
    print(f"{what:<44}{ms:9.1f} ms{limit}{beside}")


def resident_mib() -> float:
    """Memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000)
    count = parser.parse_args().questions
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), count)


def type_in(desk: DeckDesk, key: str, fields: Fields) -> None:
    """A letter typed, and the line of the list drawn anew."""
    desk.change(key, fields)
    desk.line(key)


def measure(home: Path, count: int) -> None:  # noqa: PLR0915 - one figure after the other
    """All figures of one deck."""
    path, floor = prepared_elsewhere(home, count)
    text = path.read_text()
    editor = editor_in(home)
    editor.open(editor.new(NewDeck("Small")))  # what is imported late is imported
    before = resident_mib()
    began, cpu = time.perf_counter(), time.process_time()
    desk = editor.open(path)
    opened = (time.perf_counter() - began) * 1000
    opened_cpu = (time.process_time() - cpu) * 1000
    held = [("opened", resident_mib())]
    say("open", opened, floor, "tomllib", 500)
    say("open, time of the processor", opened_cpu)
    lines = [desk.line(key) for key in desk.keys]
    say("all lines, the first time", timed(lambda: [desk.line(key) for key in desk.keys]))
    held.append(("with its lines", resident_mib()))
    checking = desk.begin_checks()
    say("check the whole deck, in another thread", timed(checking.run), 0, "", 3000)
    say("take the findings in", timed(lambda: desk.end_checks(checking)))
    lines = [desk.line(key) for key in desk.keys]

    held.append(("with its checks", resident_mib()))
    key, typed, checked = desk.keys[count // 2], [], []
    for n in range(100):
        fields = desk.fields(key)
        new = replace(fields, prompt=fields.prompt + "abcdefghij "[n % 11])
        typed.append(timed(partial(type_in, desk, key, new)))
        checked.append(timed(lambda: desk.findings(key)))
        desk.deck  # noqa: B018 - as the preview asks for it
    say("a letter typed, median", statistics.median(typed))
    say("a letter typed, p95", sorted(typed)[94])
    say("its findings, median", statistics.median(checked), 0, "", 50)
    say("its findings, p95", sorted(checked)[94], 0, "", 50)

    begins, runs, ends = [], [], []
    for n in range(12):
        fields = desk.fields(key)
        desk.change(key, replace(fields, hint=f"Hint {n}"))
        began = time.perf_counter()
        saving = desk.begin_save()
        begins.append((time.perf_counter() - began) * 1000)
        if saving is not None:
            runs.append(timed(saving.run))
            ends.append(timed(partial(desk.end_save, saving)))
    floor = statistics.median(
        timed(lambda: write_whole(path.with_suffix(".x"), text.encode())) for _n in range(7)
    )
    say("begin a save, in the window", statistics.median(begins), 0, "", 5)
    say("run it", statistics.median(runs), floor, "writing the same bytes", 60)
    say("end it, in the window", statistics.median(ends))

    wanted = ["kami", "group 7"]
    filtered = timed(lambda: [x for x in lines if all(part in x.search for part in wanted)])
    say("filter by two words", filtered, 0, "", 30)
    undo = timed(desk.undo)
    say("undo", undo)
    say("delete 5,000 questions", timed(lambda: desk.delete(desk.keys[: count // 2])))
    say("undo that", timed(desk.undo))
    print("memory, MiB: " + ", ".join(f"{name} {mib - before:.0f}" for name, mib in held))
    print(f"memory of the process, {before:.0f} MiB before: {resident_mib():.0f} MiB")


if __name__ == "__main__":
    main()
