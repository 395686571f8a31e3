"""Mutated texts, pages and PDFs are read: nothing may be raised but words, nothing may hang.

    python tests/benchmarks/fuzz_reading.py [N] [SEED]

reads N files (10,000) in this one process with the functions that the reading process runs, and
prints how many a second, how each ended, and the slowest. Exit 1 where one raised anything that
the program does not word, or took longer than 5 seconds.
"""

from __future__ import annotations

import logging
import random
import signal
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

from pdf_maker import column, pdf_of

from quizapp.generate.reading.child import read_bytes
from quizapp.generate.reading.form import Form, form_of
from quizapp.generate.reading.outcome import Found, ReadingError

LONGEST = 5.0
STORY = (
    "The council of the town met on Thursday and decided that the bridge would be closed for "
    "repairs until May, its chairman said after the meeting. ‘It is unsafe,’ he added."
)
TEXT = (
    f"Bridge closed until May\n\nBy Jane Doe\n\nPRISTINA, March 10, 2022 (Reuters) – {STORY}\n\n"
)
MARKDOWN = (
    "---\ntitle: 'Bridge'\ndate: 2022-03-10\nauthors:\n  - Jane\n---\n# Bridge *closed*\n\n"
    f"> {STORY}\n\n- [one](https://x.org/(a) 'b')\n- **two** `three`\n\n| a | b |\n|---|---|\n"
    "| 1 | 2 |\n\n```\ncode\n```\n<!-- x -->[^1] &amp; <b>d</b>\n\n[^1]: Note\n"
)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge | Post</title>'
    '<meta property="article:published_time" content="2022-03-10T10:00:00Z">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge", '
    '"author": {"name": "Jane Doe"}, "datePublished": "2022-03-10"}</script></head><body><nav>'
    f"<a href=/>Home</a></nav><article><h1>Bridge</h1><p>{STORY}</p><ul><li>one<li>two</ul>"
    f"<table><tr><td>1<td>2</table><blockquote>{STORY[:80]}</blockquote><p>{STORY * 2}</p>"
    "</article><!-- c --></body></html>"
)
PDF = pdf_of(
    [
        [(60, 810, 20, "Bridge closed"), *column([STORY[:80], STORY[80:150], "", "It ends."])],
        column(["left"] * 8) + column(["right"] * 8, x=320),
    ],
    title="Bridge",
)
SEEDS = (
    (Form.PLAIN, TEXT.encode()),
    (Form.MARKDOWN, MARKDOWN.encode()),
    (Form.HTML, PAGE.encode()),
    (Form.PDF, PDF),
)
PIECES = tuple(
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *"<>&*_[]()`|#-\\\n\r\t\0'\"{}:;/=",
        "<div>",
        "</p>",
        "<!--",
        "]]>",
        "<![CDATA[",
        "&#0;",
        "&#xD800;",
        "![](",
        "***",
        "```\n",
        "---\n",
        "\u2028",
        "\u00ad",
        "\ufeff",
        "\ud800",
        "e\u0301",
        "By A B",
        "March 99, 2022",
        "obj",
        "endobj",
        "stream",
        "<<",
        ">>",
        "/Kids [2 0 R]",
        "/Filter /FlateDecode",
        "99999999999",
        "-1",
        "Tf",
        "1e99",
        "charset=utf-7",
        "charset=hex",
    )
)


class TookTooLongError(BaseException):
    """A file was not read in time; no library can catch it by accident."""


@dataclass
class Tally:
    """How the files ended."""

    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The data with a few small harms."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 12))):
        place = dice.randrange(len(out) + 1)
        length = dice.choice((1, 1, 4, 20, 200))
        deed = dice.randrange(6)
        if deed == 0:
            out[place : place + length] = b""
        elif deed == 1:
            out[place:place] = dice.choice(PIECES)
        elif deed == 2:
            out[place:place] = dice.choice(PIECES) * dice.choice((2, 50, 500))
        elif deed == 3 and place < len(out):
            out[place] = dice.randrange(256)
        elif deed == 4:
            out[place:place] = out[place : place + length] * dice.choice((1, 20))
        else:
            start = dice.randrange(len(out) + 1)
            out[place : place + length] = out[start : start + length]
    return bytes(out)


@contextmanager
def alarmed() -> Iterator[None]:
    """Break off what takes too long, where the system can."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLongError

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def read(form: Form, data: bytes) -> Found:
    """Read as the program would: by its own form where the bytes tell another."""
    told = form_of(data)
    return read_bytes(form if told is Form.PLAIN else told, data, "", lambda _name, _value: None)


def fuzz(count: int, seed: int) -> Tally:
    """Read `count` mutated files."""
    logging.disable(logging.CRITICAL)
    dice = random.Random(seed)
    tally = Tally()
    for number in range(count):
        form, data = SEEDS[number % len(SEEDS)]
        harmed = mutated(data, dice)
        start = time.perf_counter()
        try:
            with alarmed(), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = read(form, harmed)
            found.text.encode("utf-8")
            end = "read"
        except ReadingError as error:
            end = str(error.code)
        except TookTooLongError:
            end = "hang"
            tally.faults.append(f"{number} {form} hang")
        except Exception as error:  # noqa: BLE001 - each is counted, and ours are faults
            end = f"failed: {type(error).__name__}"
            if not is_a_librarys(error):
                tally.faults.append(f"{number} {form} {error!r}")
        tally.ends[f"{form} {end}"] += 1
        tally.slowest = max(tally.slowest, time.perf_counter() - start)
    logging.disable(logging.NOTSET)
    return tally


def is_a_librarys(error: BaseException) -> bool:
    """Whether it was raised within a library; the reading process words it as "failed"."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and "site-packages" in trace.tb_frame.f_code.co_filename


def main() -> int:
    """Fuzz, and print what came of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    start = time.perf_counter()
    tally = fuzz(count, seed)
    taken = time.perf_counter() - start
    print(f"{count} files in {taken:.0f} s, {count / taken:.0f} a second")
    print(f"slowest {tally.slowest:.2f} s")
    for end, times in sorted(tally.ends.items()):
        print(f"{times:8} {end}")
    for fault in tally.faults[:20]:
        print("FAULT", fault)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
