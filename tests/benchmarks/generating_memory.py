"""What making questions costs beside what cannot be saved: memory (PSS), and time when warm.

    python tests/benchmarks/generating_memory.py [--words 1000] [--times 7]

Memory is that of a process that made questions of an article of so many words, over one that
imported the same rooms and made none. Time is per 1,000 words, beside cutting the same text into
words, measured in turns in one process. Each is printed with its floor, and as a ratio.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.generate.article import Article, Span
from quizapp.generate.engine import propose
from quizapp.generate.ground import ground_of
from quizapp.generate.language.tokenising import words

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "tests" / "articles"
_PROGRAM = """
import sys
sys.path[:0] = ["tests/benchmarks", "."]
import generating_memory
article = generating_memory.article_of(int(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    generating_memory.propose(article)
print("ready", flush=True)
sys.stdin.read()
"""


def article_of(length: int) -> Article:
    """An article of about so many words, made of those that tests read."""
    paragraphs: list[str] = []
    count = 0
    for path in sorted(ARTICLES.glob("*.md")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if count >= length:
                return Article("\n\n".join(paragraphs))
            paragraphs.append(paragraph)
            count += len(paragraph.split())
    return Article("\n\n".join(paragraphs))


def memory(length: int, times: int) -> float:
    """MiB (PSS) of a process that made questions so many times; 0 for the bare rooms."""
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(length), str(times)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError("the measured process ended")
        taken: float = psutil.Process(process.pid).memory_full_info().pss / 2**20
        process.communicate()
    return taken


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure both, and print each beside its floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    article = article_of(options.words)
    whole = Span(0, len(article.text))
    cold = seconds(lambda: propose(article))
    rows: dict[str, list[float]] = {"cut": [], "read": [], "asked": []}
    for _ in range(options.times):
        rows["cut"].append(seconds(lambda: words(article.text, whole)))
        rows["read"].append(seconds(lambda: ground_of(article)))
        rows["asked"].append(seconds(lambda: propose(article)))
    share = 1000 * 1000 / article.words
    cut, read, asked = (share * statistics.median(rows[name]) for name in rows)
    print(f"{article.words} words, {len(propose(article))} questions; ms for 1,000 words, warm:")
    print(f"  cut into words (floor) {cut:7.1f}")
    print(f"  read, tagged, named    {read:7.1f}   {read / cut:6.1f} times the floor")
    print(f"  questions made         {asked:7.1f}   {asked / cut:6.1f} times the floor")
    print(f"  the first time, cold   {share * cold:7.1f}   {share * cold / cut:6.1f}")
    bare = statistics.median(memory(options.words, 0) for _ in range(3))
    print(f"memory, MiB: the rooms alone {bare:.1f}")
    for times in (1, 10, 40):
        full = statistics.median(memory(options.words, times) for _ in range(3))
        print(f"  asked {times:>2} times {full:.1f}, {full - bare:+.1f}, {full / bare:.2f} times")


if __name__ == "__main__":
    main()
