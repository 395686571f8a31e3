"""Harmed short articles are asked of: nothing may be raised, hang, misquote or spoil a deck.

    python tests/benchmarks/fuzz_generating.py [N] [--seed SEED] [--only NUMBER]

makes questions of N texts (2,000) in two processes, every other one with a date, prints how many
a second, the slowest, and the faults, and exits with 1 where there is one. A text depends on the
seed and its number alone, so `--only` shows one again. Every fourth is asked twice.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fuzz_reading import TookTooLongError, alarmed

from quizapp.content import deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.candidate import SOURCE, Candidate, Light
from quizapp.generate.engine import propose

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
_ID = re.compile(r"[a-z2-7]{10}")
_LENGTHS = (60, 150)
_MARKS = "\"'“”‘’«»„‚‹›`´″′"
_DATES = (
    PartialDate(2022),
    PartialDate(2022, 3),
    PartialDate(2022, 3, 10),
    PartialDate(1999),
    PartialDate(1, 1, 1),
    PartialDate(9999, 12, 31),
)
_PIECES = (
    *_MARKS,
    "1,2,3",
    "$$$",
    "{{",
    "}}",
    "{{year:2008}}",
    '"""',
    "'''",
    "\\",
    '\\"',
    "# ",
    "[[question]]",
    "= [1,",
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u00ad",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ufffd",
    "\r",
    "\r\n",
    "\t",
    "\u00a0",
    "e\u0301",
    "🙂",
    "👩🏽‍🚒",
    "🇽🇰",
    "مرحبا بالعالم",
    "שלום",
    "Здравствуйте",
    "日本語。",
    "İstanbul",
    "ß",
    "Ǆ",
    "ﬁ",
    "①",
    "²",
    "٣٧٧٠",
    "½",
    "99999999999999999999999999",
    "9" * 5000,
    "1" + ",000" * 80,
    "0.0000000000000000001",
    "10e999",
    "-0",
    "%",
    "150 percent of",
    "some 3,770 troops",
    "$1.8 million",
    "in 1999 and in 2099",
    "on February 31, 0000",
    "February 29, 2023",
    "at 21:00",
    "2,500 years ago",
    "2500 years ago",
    "9999999 days ago",
    "² years ago",
    "tomorrow",
    "yesterday",
    "last year",
    "9 trillion trillion trillion",
    "1.2.3",
    "two-thirds of",
    "0 votes to 0",
    "a quarter of a",
    "1998-99",
    "Mr. ",
    "U.S.",
    "Inc.",
    "’s",
    "n’t",
    "...",
    "…",
    "--",
    "– ",
    "?",
    "!",
    ":",
    ";",
    ", and ",
    " (",
    ") ",
    "\n",
    "\n\n",
    " who said that ",
    " said.",
    " is the president of ",
    "The the ",
    " his her its their ",
    "still ",
    "only ",
)


@dataclass
class Tally:
    """What came of the texts.

    Attributes:
        texts: how many.
        lights: how many questions of each light.
        slowest: seconds of the slowest text, and its number.
        faults: number of a text and what is wrong.
    """

    texts: int = 0
    lights: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, 0)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count what another process counted."""
        self.texts += other.texts
        self.lights += other.lights
        self.slowest = max(self.slowest, other.slowest)
        self.faults += other.faults


@cache
def sentences() -> tuple[tuple[str, ...], ...]:
    """The sentences of each article that tests read, in order, with their ends."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.md")))
    return tuple(tuple(re.findall(r"\S.*?(?:[.!?]”?\s+|\Z)", t, re.DOTALL)) for t in texts)


def plain(dice: random.Random) -> str:
    """Some sentences that follow one another: of 60 to 150 words."""
    lines = dice.choice(sentences())
    wanted = dice.randint(*_LENGTHS)
    at = dice.choice((0, dice.randrange(len(lines))))
    text = ""
    while len(text.split()) < wanted:
        text += lines[at % len(lines)]
        at += 1
    return text.strip()


def _cut(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.choice((1, 1, 5, 30, 200)) :]


def _doubled(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    piece = text[at : at + dice.choice((1, 8, 60, 300))]
    return text[:at] + piece * dice.choice((1, 1, 2, 6)) + text[at:]


def _swapped(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    one, other = dice.randrange(len(words)), dice.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _put_in(text: str, dice: random.Random) -> str:
    at = dice.choice((dice.randrange(len(text) + 1), max(0, text.find(" ", len(text) // 3))))
    piece: str = dice.choice(_PIECES)
    return text[:at] + piece * dice.choice((1, 1, 1, 2, 20)) + text[at:]


def _word_replaced(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    words[dice.randrange(len(words))] = dice.choice(_PIECES)
    return " ".join(words)


def _sign_changed(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    code = dice.choice((0x80, 0x250, 0x600, 0x3000, 0x1F300, 0x20)) + dice.randrange(0x80)
    return text[:at] + chr(code) + text[at + 1 :]


def _requoted(text: str, dice: random.Random) -> str:
    return "".join(dice.choice(_MARKS) if c in _MARKS else c for c in text)


def _numbers_grown(text: str, dice: random.Random) -> str:
    return re.sub(r"\d", lambda m: m.group() * dice.choice((1, 1, 2, 9)), text)


def _all_numbers(text: str, dice: random.Random) -> str:
    return re.sub(r"\b[a-z]{4,}\b", lambda m: dice.choice((m[0], str(len(m[0])))), text)


def _as_list(text: str, dice: random.Random) -> str:
    mark = dice.choice(("- ", "* ", "• ", "1. ", "# ", "> "))
    return "\n".join(mark + line for line in text.replace(", ", "\n").splitlines())


def _as_table(text: str, dice: random.Random) -> str:
    words = text.split()
    width = dice.randint(2, 7)
    sign = dice.choice((" | ", "\t", ",", ";"))
    return "\n".join(sign.join(words[n : n + width]) for n in range(0, len(words), width))


def _one_sentence(text: str, dice: random.Random) -> str:
    joint = dice.choice((", ", " and ", ", which ", " who ", " that "))
    longer = re.sub(r"[.!?]\s+", joint, text)
    return joint.join([longer] * (1 + 2000 // max(1, len(longer.split())))) + "."


DEEDS: tuple[tuple[int, Callable[[str, random.Random], str]], ...] = (
    (120, _cut),
    (80, _doubled),
    (100, _swapped),
    (200, _put_in),
    (120, _word_replaced),
    (80, _sign_changed),
    (25, _requoted),
    (25, _numbers_grown),
    (15, _all_numbers),
    (10, _as_list),
    (10, _as_table),
    (12, lambda text, _dice: text.upper()),
    (6, lambda text, _dice: text.lower()),
    (6, lambda text, _dice: text.title()),
    (6, lambda text, _dice: text.replace(" ", "")),
    (6, lambda text, _dice: text.replace(" ", "\u00a0")),
    (6, lambda text, _dice: text.replace(" ", "\n")),
    (6, lambda text, _dice: re.sub(r"[.!?]", "", text)),
    (6, lambda text, _dice: text[::-1]),
    (2, _one_sentence),
)
"""Harms, each with how often it is done."""


def harmed(number: int, seed: int) -> Article:
    """The text of a number, with a few small harms, a headline or none, a date or none."""
    dice = random.Random(f"{seed} {number}")
    text = plain(dice)
    deeds, weights = [deed for _, deed in DEEDS], [weight for weight, _ in DEEDS]
    for deed in dice.choices(deeds, weights, k=dice.choice((1, 1, 2, 3, 6, 12))):
        text = deed(text, dice) or "…"
    text = re.sub(r"\r\n?", "\n", text) or "…"  # as any text is read
    lines = text.splitlines() or [""]
    title = dice.choice(("", lines[0], dice.choice(_PIECES), "Bridge closed until May"))
    return Article(text, title, dice.choice(_DATES) if number % 2 else None)


def faults_in(article: Article, found: Sequence[Candidate], folder: Path) -> Iterator[str]:
    """What is wrong with the questions of an article, in words."""
    text = article.text
    ids = Counter(c.question.id for c in found)
    yield from (f"id {name} stands {n} times" for name, n in ids.items() if n > 1)
    for c in found:
        evidence = c.question.evidence
        if not _ID.fullmatch(c.question.id or ""):
            yield f"id {c.question.id!r}"
        if evidence is None or evidence.source != SOURCE or c.span.of(text) != evidence.quote:
            yield f"not verbatim: {c.question}"
        elif (
            c.light is not Light.RED
            and text.find(evidence.quote, text.find(evidence.quote) + 1) >= 0
        ):
            yield f"on two places: {evidence.quote!r}"
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    (folder / "article.md").write_bytes(data)
    source = Source(SOURCE, "Article", published=article.published, file="article.md",
                    sha256=article.sha256)  # fmt: skip
    kept = tuple(c.question for c in found if c.light is not Light.RED)
    if kept:
        deck = deck_file.with_labels(Deck("fuzz", "Fuzz", sources=(source,), questions=kept))
        path = folder / "fuzz.toml"
        path.write_bytes(deck_file.write_text(deck).encode())
        read = deck_file.read(path)
        yield from (f"{f.code} {f.facts} {f.question}" for f in read.faults)
        if not read.faults and (read.deck is None or read.deck.questions != deck.questions):
            yield "the deck reads otherwise than it was written"


def asked(numbers: range, seed: int) -> Tally:
    """Make questions of the texts of some numbers."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            article = harmed(number, seed)
            begun = time.perf_counter()
            try:
                with alarmed():
                    found = propose(article)
                taken = time.perf_counter() - begun
                if number % 8 in {0, 3} and propose(article) != found:
                    tally.faults.append((number, "another time, other questions"))
                tally.lights.update(c.light.value for c in found)
                tally.faults += ((number, f) for f in faults_in(article, found, Path(folder)))
            except TookTooLongError:
                taken = time.perf_counter() - begun
                tally.faults.append((number, "too long: " + _last(sys.exc_info()[1])))
            except Exception as error:  # noqa: BLE001 - each is counted as a fault
                taken = time.perf_counter() - begun
                tally.faults.append((number, f"{error!r}: {_last(error)}"[:400]))
            tally.texts += 1
            tally.slowest = max(tally.slowest, (taken, number))
    return tally


def _last(error: BaseException | None) -> str:
    """Where an error was raised."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-3:]))


def _piece(work: tuple[range, int]) -> Tally:
    return asked(*work)


def main() -> int:
    """Fuzz, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=2000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, default=None, metavar="NUMBER")
    options = parser.parse_args()
    if options.only is not None:
        print(repr(harmed(options.only, options.seed)))
        tally = asked(range(options.only, options.only + 1), options.seed)
        print(tally)
        return 1 if tally.faults else 0
    begun = time.perf_counter()
    total = Tally()
    pieces = [range(n, min(n + 100, options.count)) for n in range(0, options.count, 100)]
    with multiprocessing.Pool(2) as pool:
        for tally in pool.imap_unordered(_piece, [(piece, options.seed) for piece in pieces]):
            total.add(tally)
            for number, fault in tally.faults:
                print("FAULT", number, fault, flush=True)
            if total.texts % 5000 == 0:
                print(f"{total.texts} texts, {len(total.faults)} faults", flush=True)
    taken = time.perf_counter() - begun
    lights = ", ".join(f"{n} {light}" for light, n in sorted(total.lights.items()))
    print(f"{total.texts} texts in {taken:.0f} s, {total.texts / taken:.1f} a second")
    print(f"questions: {lights}; slowest {total.slowest[0]:.2f} s (text {total.slowest[1]})")
    print(f"{len(total.faults)} faults in {len({n for n, _ in total.faults})} texts")
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
