"""Green questions judged by readers who have not seen the rules: sheets for them, and figures.

`blind_reading.py sheet ARTICLE … > sheet.toml` writes the green questions of all articles in
random order, without their checks. A reader gives each `before` (judged without its source) and
`after` (against it): "good", "edit" or "wrong", with a `why`. `blind_reading.py figures SHEET …`
prints the shares of two or more sheets with their 95 % lower bounds, and how far they agree.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import toml

from quizapp.content.question import Cloze, PartialDate, Question, gaps
from quizapp.content.right_answer import answer_text
from quizapp.generate.article import Article
from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose

VERDICTS = ("good", "edit", "wrong")
_SEED = 20


def sheet(articles: list[Path]) -> str:
    """The green questions of articles, each beside a list of facts, in random order."""
    rows: list[dict[str, object]] = []
    for path in articles:
        head = tomllib.loads(path.with_suffix(".toml").read_text())
        parts = [int(p) for p in str(head["published"]).split("-") if p]
        article = Article(
            path.read_text(), str(head["title"]), PartialDate(*parts) if parts else None
        )
        for candidate in propose(article):
            if candidate.light is not Light.GREEN:
                continue
            question = candidate.question
            rows.append(
                {
                    "article": path.stem,
                    "kind": str(question.kind),
                    "prompt": question.prompt,
                    "answer": _answer(question),
                    "options": sorted(getattr(question.body, "wrong", ())),
                    "as_of": str(question.as_of or ""),
                    "whose": question.attribution,
                    "quote": question.evidence.quote if question.evidence else "",
                    "before": "",
                    "after": "",
                    "why": "",
                }
            )
    random.Random(_SEED).shuffle(rows)
    return "\n".join(toml.dumps({"question": [row]}) for row in rows)


def _answer(question: Question) -> str:
    """The right answer in words; of a cloze the words in its gaps."""
    if isinstance(question.body, Cloze):
        return ", ".join(gap.answer for gap in gaps(question.body.text))
    return answer_text(question)


def bound(hits: int, of: int) -> float:
    """The lower end of Wilson's interval for a share, at 95 % on one side (z = 1.645)."""
    if not of:
        return 0.0
    z, p = 1.645, hits / of
    middle = p + z * z / (2 * of)
    spread = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of)


def figures(sheets: list[Path]) -> None:
    """Print shares, bounds and agreement."""
    read = [tomllib.loads(path.read_text())["question"] for path in sheets]
    pooled: Counter[str] = Counter()
    for path, rows in zip(sheets, read, strict=True):
        for when in ("before", "after"):
            counts = Counter(row[when] for row in rows)
            of = sum(counts[v] for v in VERDICTS)
            good, fair = counts["good"], counts["good"] + counts["edit"]
            print(
                f"{path.stem} {when:<6} {of} read: good {good / of:.0%} "
                f"(≥ {bound(good, of):.0%}), with an edit {fair / of:.0%} "
                f"(≥ {bound(fair, of):.0%}), "
                f"wrong {counts['wrong'] / of:.0%}"
            )
            if when == "after":
                pooled.update(counts)
    of = sum(pooled[v] for v in VERDICTS)
    good, fair = pooled["good"], pooled["good"] + pooled["edit"]
    print(
        f"together against the source: good {good / of:.1%} (≥ {bound(good, of):.1%}), "
        f"with an edit {fair / of:.1%} (≥ {bound(fair, of):.1%}), wrong {pooled['wrong'] / of:.1%}"
    )
    if len(read) > 1:
        first = {(r["article"], r["prompt"]): r["after"] for r in read[0]}
        second = {(r["article"], r["prompt"]): r["after"] for r in read[1]}
        both = [(first[k], second[k]) for k in first if k in second]
        same = sum(a == b for a, b in both) / len(both)
        chance = sum(
            (sum(a == v for a, _ in both) / len(both)) * (sum(b == v for _, b in both) / len(both))
            for v in VERDICTS
        )
        kappa = (same - chance) / (1 - chance) if chance < 1 else 1.0
        print(f"the two agree on {same:.0%} (kappa {kappa:.2f})")


def main() -> None:
    """Write a sheet or print figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("sheet", "figures"))
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    if options.what == "sheet":
        print(sheet(options.paths))
    else:
        figures(options.paths)


if __name__ == "__main__":
    main()
