"""How much of an article's facts the rules ask for: `generate.py ARTICLE FACTS.toml …`, in pairs.

Prints for each article how many of its facts are asked among the first questions and among all
green ones, and how long it took; `--show` prints the questions, `--missed` what is not asked.
The facts are lists as in `tests/articles`: each names words of its sentence and its answers.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.content.question import Cloze, Match, PartialDate, TrueFalse, gaps
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.engine import propose
from quizapp.generate.entity import folded
from quizapp.generate.facts.counts import value_of
from quizapp.generate.ground import Ground, ground_of
from quizapp.generate.language.tokenising import words as tokens_of


@dataclass(frozen=True)
class Listed:
    """A fact that matters, as its list gives it."""

    says: str
    quote: str
    words: tuple[str, ...]
    answers: tuple[str, ...]
    top: bool


@dataclass(frozen=True)
class Figures:
    """What one article came to."""

    facts: int
    first: int
    green: int
    shown: int
    amber: int
    red: int
    seconds: float


def listed(path: Path) -> tuple[dict[str, object], tuple[Listed, ...]]:
    """The head of a list of facts, and the facts."""
    table = tomllib.loads(path.read_text())
    facts = tuple(
        Listed(f["says"], f.get("quote", ""), tuple(f.get("words", ())), tuple(f["answers"]),
               f.get("top", False))
        for f in table["fact"]
    )  # fmt: skip
    return table, facts


def date_of(text: object) -> PartialDate | None:
    """A date as a list gives it, "" for none."""
    parts = [int(p) for p in str(text).split("-") if p]
    return PartialDate(*parts) if parts else None


def asks(candidate: Candidate, fact: Listed, ground: Ground) -> bool:
    """Whether a question rests on the fact's sentence and has one of its answers."""
    said = candidate.question.evidence.quote if candidate.question.evidence else ""
    plain = said.replace("’", "'")
    here = (
        fact.quote in said
        if fact.quote
        else all(word in plain or word.replace("US", "U.S.") in plain for word in fact.words)
    )
    if not here and fact.quote:
        start = ground.article.text.find(fact.quote)
        here = (
            start >= 0
            and candidate.span.start < start + len(fact.quote)
            and start < candidate.span.end
        )
    if not here:
        return False
    body = candidate.question.body
    given = [str(a) for a in getattr(body, "answers", ())] or [str(getattr(body, "answer", ""))]
    if isinstance(body, Match):
        given = [word for pair in body.pairs for word in pair]
    if isinstance(body, Cloze):
        given = [gap.answer for gap in gaps(body.text)]
    if isinstance(body, TrueFalse):
        wanted = [a for a in fact.answers if a in body.correction and a not in body.prompt]
        return bool(wanted)
    joined = ", ".join(given)
    return any(
        _same(answer, wanted, ground) for answer in [*given, joined] for wanted in fact.answers
    )


def _same(answer: str, wanted: str, ground: Ground) -> bool:
    one, other = folded(answer), folded(wanted)
    if one == other or ground.entities.same(answer, wanted):
        return True
    if len(min(one, other, key=len)) >= 4 and (
        f" {one} " in f" {other} " or f" {other} " in f" {one} "
    ):
        return True
    first, second = _number(answer), _number(wanted)
    return first is not None and first == second


def _number(words: str) -> object:
    kept = words.replace("%", " ").replace("$", " ").replace("£", " ").replace("€", " ")
    found = list(tokens_of(kept, Span(0, len(kept))))
    for start in range(len(found)):
        for end in range(len(found), start, -1):
            value = value_of(list(found[start:end]))
            if value is not None:
                return value
    return None


def _answer(body: object) -> str:
    """The right answer in words."""
    for name in ("answer", "answers", "pairs", "text"):
        if hasattr(body, name):
            return str(getattr(body, name))
    return ""


def measured(
    article: Article,
    facts: tuple[Listed, ...],
    first: int,
    limit: int,
    *,
    show: bool,
    missed: bool,
) -> Figures:
    """Figures of one article; the questions and what is missed printed as asked."""
    started = time.perf_counter()
    found = propose(article)
    seconds = time.perf_counter() - started
    ground = ground_of(article)
    green = [c for c in found if c.light is Light.GREEN]
    wanted = [f for f in facts if f.top] or list(facts[:limit])
    top = sum(any(asks(c, f, ground) for c in green[:first]) for f in wanted)
    every = sum(any(asks(c, f, ground) for c in green) for f in wanted)
    if show:
        for c in found:
            mark = {Light.GREEN: " ", Light.AMBER: "~", Light.RED: "!"}[c.light]
            body = c.question.body
            wrong = getattr(body, "wrong", ())
            why = "; ".join(f"{f.gate}/{f.code}" for f in c.findings)
            print(
                f"{mark} {c.score:.2f} {c.fact:<10} {c.question.prompt} -> {_answer(body)} "
                f"{list(wrong) if wrong else ''} {'*' if c.question.as_of else ''} {why}"
            )
    if missed:
        for f in wanted:
            if not any(asks(c, f, ground) for c in green):
                other = next((c for c in found if asks(c, f, ground)), None)
                print(
                    "  missed:",
                    f.says,
                    list(f.answers),
                    f"[{other.light}: {other.question.prompt}]" if other else "",
                )
    return Figures(
        len(wanted),
        top,
        every,
        len(green),
        sum(c.light is Light.AMBER for c in found),
        sum(c.light is Light.RED for c in found),
        seconds,
    )


def main() -> None:
    """Measure each pair of an article and its facts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path, metavar="ARTICLE FACTS.toml")
    parser.add_argument("--published", default=None, help="instead of the list's own date")
    parser.add_argument("--first", type=int, default=15)
    parser.add_argument("--limit", type=int, default=12, help="facts of a list that count")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    total = [0, 0, 0, 0]
    for text, facts in zip(options.pairs[::2], options.pairs[1::2], strict=True):
        table, rows = listed(facts)
        published = date_of(options.published or table.get("published", ""))
        article = Article(text.read_text(), str(table.get("title", "")), published)
        got = measured(
            article, rows, options.first, options.limit, show=options.show, missed=options.missed
        )
        print(
            f"{facts.stem:<14} facts {got.facts:>2} · first {options.first}: {got.first:>2} · "
            f"green {got.green:>2} · questions {got.shown:>3} green {got.amber:>3} amber "
            f"{got.red:>3} red · {got.seconds * 1000:.0f} ms for {article.words} words"
        )
        for n, value in enumerate((got.facts, got.first, got.green, got.shown)):
            total[n] += value
    facts_n = max(1, total[0])
    print(
        f"all: first {total[1] / facts_n:.0%}, green {total[2] / facts_n:.0%} of {total[0]} "
        f"facts, "
        f"{total[3]} green questions"
    )


if __name__ == "__main__":
    main()
